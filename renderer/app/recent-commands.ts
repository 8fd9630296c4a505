const KEY = 'stet.recent-commands';
const KEPT = 5;

/** The commands that were given last through the palette, the latest first. Nothing where the browser keeps nothing. */
export function readRecent(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function rememberRecent(id: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([id, ...readRecent().filter((other) => other !== id)].slice(0, KEPT)));
  } catch {
    // Without storage the palette begins the same each time.
  }
}
