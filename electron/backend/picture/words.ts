import type { PictureWords } from '#shared/contract/calls.ts';
import type { Said } from './cleaned.ts';
import { iptcTexts } from './iptc.ts';
import { XmpPacket } from './xmp.ts';

const NOTHING: PictureWords = { caption: '', credit: '', source: '', alt: '' };
/** What is longer is no caption, in characters. */
const LONGEST = 10_000;

/** IPTC-NAA numbers of record 2. */
const IPTC = { byline: 80, credit: 110, source: 115, caption: 120 };

/** Caption, credit, source and alternative text as photographers and agencies write them into a picture's file. */
export function wordsIn(said: readonly Said[]): PictureWords {
  // XMP is the newer and keeps every script; IPTC fills what it leaves open.
  const found = said.flatMap(({ kind, bytes }) => {
    if (kind === 'xmp') return [fromXmp(bytes)];
    return kind === 'iptc' ? [fromIptc(bytes)] : [];
  });
  const order = [...found].sort((one, other) => Number(one.older) - Number(other.older));
  const first = (name: keyof PictureWords): string =>
    order.map(({ words }) => words[name]).find((word) => word !== '') ?? '';
  if (order.length === 0) return NOTHING;
  const [credit, source] = [first('credit'), first('source')];
  return { caption: first('caption'), credit, source: source === credit ? '' : source, alt: first('alt') };
}

interface Found {
  readonly words: PictureWords;
  readonly older: boolean;
}

function fromXmp(bytes: Uint8Array): Found {
  const packet = new XmpPacket(bytes);
  const people = packet.entries('dc:creator').map(tidy).join(', ');
  const words = {
    caption: tidy(packet.text('dc:description')),
    credit: creditOf(people, tidy(packet.text('photoshop:Credit'))),
    source: tidy(packet.text('photoshop:Source')),
    alt: tidy(packet.text('Iptc4xmpCore:AltTextAccessibility')),
  };
  return { words, older: false };
}

function fromIptc(bytes: Uint8Array): Found {
  const texts = iptcTexts(bytes);
  const text = (number: number): string => tidy(texts.get(number) ?? '');
  const credit = creditOf(text(IPTC.byline), text(IPTC.credit));
  return { words: { caption: text(IPTC.caption), credit, source: text(IPTC.source), alt: '' }, older: true };
}

/** Who took it and who provides it, as a credit line has them; once where one says both. */
function creditOf(people: string, provider: string): string {
  if (people === '' || provider.includes(people)) return provider;
  return provider === '' || people.includes(provider) ? people : `${people} / ${provider}`;
}

/** One line without control characters. */
function tidy(text: string): string {
  const line = text
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .toWellFormed();
  return line.length > LONGEST ? '' : line;
}
