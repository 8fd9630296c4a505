/**
 * Carries a structured clone as text between the stand-in and its pages. The two functions are also put into pages by
 * their source text, so they use nothing from outside.
 */
export function toWire(value: unknown): string {
  return JSON.stringify(structuredClone(value), function (this: Record<string, unknown>, key: string, read: unknown) {
    const raw = this[key];
    if (raw === undefined) return { $: 'undefined' };
    if (typeof raw === 'bigint') return { $: 'bigint', is: String(raw) };
    if (raw instanceof Date) return { $: 'date', is: raw.getTime() };
    if (raw instanceof Uint8Array) {
      let binary = '';
      for (let at = 0; at < raw.length; at += 8_192) binary += String.fromCharCode(...raw.subarray(at, at + 8_192));
      return { $: 'bytes', is: btoa(binary) };
    }
    if (typeof raw === 'number' && !Number.isFinite(raw)) return { $: 'number', is: String(raw) };
    return read;
  });
}

export function fromWire(text: string): unknown {
  return JSON.parse(text, (_key, read: unknown) => {
    const kind = typeof read === 'object' && read !== null ? (read as { $?: unknown }).$ : undefined;
    const { is } = (kind === undefined ? {} : read) as { is?: unknown };
    switch (kind) {
      case 'bytes':
        return Uint8Array.from(atob(String(is)), (character) => character.charCodeAt(0));
      case 'bigint':
        return BigInt(String(is));
      case 'date':
        return new Date(Number(is));
      case 'number':
        return Number(is);
      case 'undefined':
        return undefined;
      default:
        return read;
    }
  });
}
