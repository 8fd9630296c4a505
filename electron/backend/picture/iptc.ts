import { bigEndian, startsWith } from './bytes.ts';

/** Photoshop's resource that holds IPTC-NAA records. */
const IPTC_RESOURCE = 0x0404;
const UTF8_MARK = '\x1b%G';

/** Texts of record 2 of IPTC-NAA data, by their number, as Photoshop's resources hold them. */
export function iptcTexts(resources: Uint8Array): ReadonlyMap<number, string> {
  let at = 0;
  while (startsWith(resources, '8BIM', at)) {
    const id = bigEndian(resources, at + 4, 2);
    // A name led by its length, filled up to an even number of bytes.
    const name = 1 + (resources[at + 6] ?? 0);
    const sizeAt = at + 6 + name + (name % 2);
    const size = bigEndian(resources, sizeAt, 4);
    const from = sizeAt + 4;
    if (from + size > resources.length) break;
    if (id === IPTC_RESOURCE) return textsIn(resources.subarray(from, from + size));
    at = from + size + (size % 2);
  }
  return new Map();
}

function textsIn(records: Uint8Array): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  let isUtf8 = false;
  let at = 0;
  while (records[at] === 0x1c && at + 5 <= records.length) {
    const [record, number] = [records[at + 1], records[at + 2] ?? 0];
    const length = bigEndian(records, at + 3, 2);
    const end = at + 5 + length;
    // A length with the highest bit set would be that of a length: of texts as long as books.
    if (length >= 0x8000 || end > records.length) break;
    const content = records.subarray(at + 5, end);
    if (record === 1 && number === 90) isUtf8 = startsWith(content, UTF8_MARK);
    if (record === 2 && !texts.has(number)) texts.set(number, decoded(content, isUtf8));
    at = end;
  }
  return texts;
}

/** Many programs write UTF-8 without saying so, others the code page of Windows. */
function decoded(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
