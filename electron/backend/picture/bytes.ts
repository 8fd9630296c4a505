/** Bytes joined into one array of their own. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function startsWith(bytes: Uint8Array, start: readonly number[] | string, at = 0): boolean {
  const codes = typeof start === 'string' ? Array.from(start, (letter) => letter.charCodeAt(0)) : start;
  return codes.every((code, place) => bytes[at + place] === code);
}

/** Letters of one byte each. Beyond the end there are none. */
export function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}

export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** A whole number of up to 6 bytes, the greatest first; bytes beyond the end count as 0. */
export function bigEndian(bytes: Uint8Array, at: number, length: number): number {
  let number = 0;
  for (let place = 0; place < length; place += 1) number = number * 256 + (bytes[at + place] ?? 0);
  return number;
}

/** The same with the smallest first. */
export function littleEndian(bytes: Uint8Array, at: number, length: number): number {
  let number = 0;
  for (let place = length - 1; place >= 0; place -= 1) number = number * 256 + (bytes[at + place] ?? 0);
  return number;
}
