/**
 * Every insertion in a simulated world holds one token, `~123~`, found nowhere else: so one can say of each whether it
 * is there, and how often.
 */
const TOKEN = /~(\d+)~/gu;

/** Tokens from this number on are in forged files only. */
export const FOREIGN = 900_000;

export function tokenOf(number: number): string {
  return `~${number}~`;
}

/** The tokens in anything that can be written as JSON, and how often each is there. */
export function tokensIn(value: unknown): Map<number, number> {
  const found = new Map<number, number>();
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  for (const [, digits] of text.matchAll(TOKEN)) {
    const number = Number(digits);
    found.set(number, (found.get(number) ?? 0) + 1);
  }
  return found;
}

/** Where a text can be cut without cutting a token, its ends included. */
export function seamsOf(text: string): number[] {
  const inside = new Set<number>();
  for (const match of text.matchAll(TOKEN)) {
    for (let at = match.index + 1; at < match.index + match[0].length; at += 1) inside.add(at);
  }
  const seams: number[] = [];
  for (let at = 0; at <= text.length; at += 1) if (!inside.has(at)) seams.push(at);
  return seams;
}
