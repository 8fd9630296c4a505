/** More than any description of a picture; what is longer is not looked at, in bytes. */
const LONGEST = 4 * 1024 * 1024;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** One XMP packet, of which single properties are asked by the names that every program writes. */
export class XmpPacket {
  readonly #text: string;

  constructor(bytes: Uint8Array) {
    this.#text = bytes.length > LONGEST ? '' : new TextDecoder().decode(bytes);
  }

  /** A property's text: of several languages the one meant for everybody, of several entries the first. */
  text(name: string): string {
    const element = this.#element(name);
    if (element === null) return this.#attribute(name);
    const entries = entriesOf(element);
    const entry = entries.find(({ attributes }) => attributes.includes('x-default')) ?? entries[0];
    return plain(entry === undefined ? element : entry.text);
  }

  /** All entries of a property that is a list. */
  entries(name: string): readonly string[] {
    const element = this.#element(name);
    return element === null ? [] : entriesOf(element).map(({ text }) => plain(text));
  }

  #element(name: string): string | null {
    const opening = this.#text.indexOf(`<${name}>`);
    const open = opening >= 0 ? opening : this.#text.indexOf(`<${name} `);
    const from = open < 0 ? -1 : this.#text.indexOf('>', open) + 1;
    const end = from <= 0 ? -1 : this.#text.indexOf(`</${name}>`, from);
    return end < 0 ? null : this.#text.slice(from, end);
  }

  #attribute(name: string): string {
    for (const quote of ['"', "'"]) {
      const at = this.#text.indexOf(` ${name}=${quote}`);
      const from = at + name.length + 3;
      const end = at < 0 ? -1 : this.#text.indexOf(quote, from);
      if (end >= 0) return plain(this.#text.slice(from, end));
    }
    return '';
  }
}

interface Entry {
  readonly attributes: string;
  readonly text: string;
}

const MOST_ENTRIES = 100;

function entriesOf(element: string): Entry[] {
  const entries: Entry[] = [];
  let at = element.indexOf('<rdf:li');
  while (at >= 0 && entries.length < MOST_ENTRIES) {
    const from = element.indexOf('>', at) + 1;
    const end = from === 0 ? -1 : element.indexOf('</rdf:li>', from);
    if (end < 0) break;
    entries.push({ attributes: element.slice(at, from), text: element.slice(from, end) });
    at = element.indexOf('<rdf:li', end);
  }
  return entries;
}

/** Text of XML; what holds further elements is none. */
function plain(xml: string): string {
  if (xml.includes('<')) return '';
  return xml.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/giu, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return ENTITIES[name] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : '';
  });
}
