import { phraseFromText, blocksFromText } from '#shared/formats/clipboard-text.ts';
import type { Audit } from '#shared/formats/clipboard-audit.ts';
import type { Clip, ClipPicture } from '#shared/formats/clipboard-reader.ts';
import type { Block } from '#shared/article/block.ts';
import { plainText, run, type Inline } from '#shared/article/inline.ts';
import type { Chord } from '#renderer/ui/chord.ts';
import { rowsOfText } from '../table/paste-cells.ts';

/** Stet's own form of what is copied: everything, in the terms of the editor. */
export const OWN_TYPE = 'application/x-stet';

/** The keys with which browsers paste without formatting. */
export const PLAIN_KEYS: Chord = { code: 'KeyV', mod: true, shift: true };

/** What came with a paste or a drop. It must be taken while the event lasts. */
export interface Clipping {
  readonly own: string;
  readonly html: string;
  readonly text: string;
  /** Pictures that came as files. */
  readonly files: readonly File[];
  /** True where the text alone is wanted: no link, table or picture is made of it. */
  readonly isPlain?: boolean;
}

export function clippingOf(data: DataTransfer): Clipping {
  return {
    own: data.getData(OWN_TYPE),
    html: data.getData('text/html'),
    text: data.getData('text/plain'),
    files: Array.from(data.files).filter((file) => file.type.startsWith('image/')),
  };
}

/** True for pictures and nothing said with them, as browsers and screenshots put them on the clipboard. */
export function isPicturesAlone({ html, text, files }: Clipping): boolean {
  if (files.length === 0 || text.trim() !== '') return false;
  return html.replaceAll(/<[^>]*>/gu, '').trim() === '';
}

/** Plain text as a clip. `isPlain`: nothing is made of it but text. */
export function clipFromText(text: string, isPlain = false): Clip {
  const table = isPlain ? null : tableFromText(text);
  if (table !== null) return { blocks: [table], isPhrase: false, pictures: [], audit: {} };
  const phrase = phraseFromText(text)?.map((part) => (isPlain && part.type === 'text' ? run(part.text) : part)) ?? null;
  const blocks: Block[] = phrase === null ? blocksFromText(text) : [{ kind: 'paragraph', content: phrase }];
  return { blocks, isPhrase: phrase !== null, pictures: [], audit: {} };
}

/** Lines of as many cells each, with tabs between: what spreadsheets copy as text. */
function tableFromText(text: string): Block | null {
  const rows = rowsOfText(text) ?? [];
  const columns = rows[0]?.length ?? 0;
  if (columns < 2 || rows.length < 2 || rows.some((row) => row.length !== columns)) return null;
  const cellOf = (words: string) => ({
    content: words
      .split('\n')
      .flatMap((line, at): Inline[] => (at === 0 ? [run(line)] : [{ type: 'break' }, run(line)])),
    header: false,
  });
  return { kind: 'table', rows: rows.map((row) => ({ cells: row.map(cellOf) })) };
}

/** The spaces at the ends of copied words, which HTML does not tell. */
export function withSpaces(clip: Clip, text: string): Clip {
  const [block] = clip.blocks;
  if (!clip.isPhrase || block?.kind !== 'paragraph' || text.includes('\n')) return clip;
  const words = plainText(block.content);
  const before = /^[ \t]/u.test(text) && !/^\s/u.test(words) ? [run(' ')] : [];
  const after = /[ \t]$/u.test(text) && !/\s$/u.test(words) ? [run(' ')] : [];
  return { ...clip, blocks: [{ ...block, content: [...before, ...block.content, ...after] }] };
}

/**
 * The file of each picture whose bytes came along: as a `data:` URL, or as files of which there are as many. Each is
 * made when it is asked for, one by one: together they may be large.
 */
export function picturesIn(clip: Clip, files: readonly File[]): (picture: ClipPicture) => File | null {
  const others = clip.pictures.filter((picture) => !isData(picture));
  const areThere = others.length === files.length;
  return (picture) => {
    if (isData(picture)) return fileFromData(picture.source);
    return (areThere ? files[others.indexOf(picture)] : null) ?? null;
  };
}

function isData({ source }: ClipPicture): boolean {
  return source.startsWith('data:image/');
}

/** True where bytes of a picture are at hand, which have to be stored first. */
export function hasBytes(clip: Clip, files: readonly File[]): boolean {
  return clip.pictures.some(isData) || (clip.pictures.length > 0 && clip.pictures.length === files.length);
}

const DATA = /^data:(image\/[a-z0-9.+-]+)(;base64)?,/iu;

/** The bytes of a `data:` URL as a file; null where they can't be read. Nothing is fetched. */
function fileFromData(url: string): File | null {
  const found = DATA.exec(url);
  if (found?.[1] === undefined || found[2] === undefined) return null;
  try {
    const text = atob(url.slice(found[0].length).replaceAll(/\s|%0[ad]/giu, ''));
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    return new File([bytes], 'picture', { type: found[1] });
  } catch {
    return null;
  }
}

/** Where missing pictures were: a host or the name of a file, for people. */
export function placesOf(pictures: readonly ClipPicture[]): readonly string[] {
  const names = pictures.flatMap(({ source }) => {
    if (source.startsWith('data:') || source === '') return [];
    if (!URL.canParse(source)) return [source.split(/[\\/]/u).at(-1) ?? ''];
    const url = new URL(source);
    return [url.protocol === 'file:' ? (url.pathname.split('/').at(-1) ?? '') : url.host];
  });
  return [...new Set(names.filter((name) => name !== '').map((name) => name.slice(0, 60)))];
}

export function withCount(audit: Audit, code: keyof Audit, by: number): Audit {
  return by === 0 ? audit : { ...audit, [code]: (audit[code] ?? 0) + by };
}
