import { wordSet } from './word-set.ts';

/** Deeper elements are opened up: their text stays, the tags go. */
const DEEPEST = 120;
/** More tags than this are no article. */
const MOST_TAGS = 200_000;
/** Open `<b>`, `<font>` … are repeated by parsers in every paragraph until they are closed. */
const MOST_FORMATS = 8;
const MOST_ATTRIBUTES = 60;

/** HTML cut down to what a parser can be trusted with. */
export interface CleanSource {
  readonly html: string;
  /** Contents of `<script type="application/ld+json">`, in order. */
  readonly linkedData: readonly string[];
  readonly tooManyTags: boolean;
}

const VOID = wordSet('br hr img meta link base col source track wbr input area embed param');
/** Elements whose end tag may be left out, so that counting them says nothing about depth. */
const UNCLOSED = wordSet('html head body p li dt dd tr td th thead tbody tfoot colgroup option optgroup rt rp');
/** Elements that hold no text of the story: left out with everything in them. */
const OPAQUE = wordSet(`
  script style svg math template noscript noembed noframes xmp textarea select object canvas xml
  plaintext
`);
const FORMATS = wordSet('a b big code em font i nobr s small strike strong tt u');
/** Of these the parser itself reads to the end where nobody closes them. */
const RAW = new Set(['script', 'style', 'textarea', 'noembed', 'noframes', 'xmp', 'plaintext']);
const KEPT_ATTRIBUTES = wordSet(`
  href src alt title lang xml:lang dir class style rel role hidden aria-hidden aria-label name
  property itemprop content width height datetime scope data-focal data-gallery data-entry data-src colspan
  rowspan type id cite
`);

const NAME = /[a-z][^\s/>]*/iuy;
const ATTRIBUTE = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/uy;

/**
 * One pass over a page before it is parsed: comments, scripts and drawings are left out, only attributes that mean
 * something are kept, and nesting is capped, so that no page can make the parser slow or deep. Takes time in
 * proportion to the length.
 */
export function cleanSource(source: string): CleanSource {
  const scan: Scan = {
    source,
    at: 0,
    parts: [],
    linkedData: [],
    nesting: { open: 0, removed: 0, most: DEEPEST },
    formats: { open: 0, removed: 0, most: MOST_FORMATS },
    unclosed: new Set(),
    tags: 0,
  };
  while (scan.at < source.length && scan.tags <= MOST_TAGS) {
    const open = source.indexOf('<', scan.at);
    if (open < 0) {
      scan.parts.push(source.slice(scan.at));
      break;
    }
    scan.parts.push(source.slice(scan.at, open));
    scan.at = open;
    readMarkup(scan);
  }
  return { html: scan.parts.join(''), linkedData: scan.linkedData, tooManyTags: scan.tags > MOST_TAGS };
}

interface Scan {
  readonly source: string;
  at: number;
  readonly parts: string[];
  readonly linkedData: string[];
  /** Elements that are open, and those that should be but whose tags were left out. */
  readonly nesting: Count;
  readonly formats: Count;
  /** Elements whose end tag was looked for in vain. */
  readonly unclosed: Set<string>;
  tags: number;
}

interface Count {
  open: number;
  removed: number;
  readonly most: number;
}

/** Counts an element in; false where there are too many and the tag has to go. */
function enter(count: Count): boolean {
  if (count.open >= count.most) {
    count.removed += 1;
    return false;
  }
  count.open += 1;
  return true;
}

/** Counts an element out; false where its start tag was left out, so the end tag goes too. */
function leave(count: Count): boolean {
  if (count.removed > 0) {
    count.removed -= 1;
    return false;
  }
  count.open = Math.max(0, count.open - 1);
  return true;
}

function readMarkup(scan: Scan): void {
  const { source, at } = scan;
  if (source.startsWith('<!--', at)) {
    scan.at = endOf(source, '-->', at + 4);
  } else if (source.startsWith('<!', at) || source.startsWith('<?', at)) {
    scan.at = endOf(source, '>', at);
  } else if (source.startsWith('</', at)) {
    readEndTag(scan);
  } else {
    readStartTag(scan);
  }
}

function endOf(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + mark.length;
}

function nameAt(source: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(source)?.[0].slice(0, 60).toLowerCase() ?? '';
}

function readEndTag(scan: Scan): void {
  const name = nameAt(scan.source, scan.at + 2);
  scan.at = endOf(scan.source, '>', scan.at);
  scan.tags += 1;
  if (name === '' || VOID.has(name) || OPAQUE.has(name)) return;
  if (!UNCLOSED.has(name) && !leave(FORMATS.has(name) ? scan.formats : scan.nesting)) return;
  scan.parts.push(`</${name}>`);
}

function readStartTag(scan: Scan): void {
  const name = nameAt(scan.source, scan.at + 1);
  if (name === '') {
    scan.parts.push('&lt;');
    scan.at += 1;
    return;
  }
  scan.tags += 1;
  scan.at += 1 + name.length;
  const attributes = readAttributes(scan);
  const selfClosed = scan.source[scan.at - 2] === '/';
  if (selfClosed && (name.includes(':') || OPAQUE.has(name))) return;
  if (OPAQUE.has(name)) return skipContent(name, attributes, scan);
  const counted = !VOID.has(name) && !UNCLOSED.has(name);
  if (counted && !enter(FORMATS.has(name) ? scan.formats : scan.nesting)) return;
  scan.parts.push(`<${name}${attributes.map(([key, value]) => ` ${key}="${value}"`).join('')}>`);
}

function skipContent(name: string, attributes: readonly (readonly [string, string])[], scan: Scan): void {
  const from = scan.at;
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'giu');
  close.lastIndex = from;
  const found = scan.unclosed.has(name) ? null : close.exec(scan.source);
  if (found === null) {
    scan.unclosed.add(name);
    if (RAW.has(name)) scan.at = scan.source.length;
    return;
  }
  scan.at = endOf(scan.source, '>', found.index);
  const isData = name === 'script' && attributes.some(([key, value]) => key === 'type' && value.includes('ld+json'));
  if (isData && scan.linkedData.length < 20 && found.index - from < 1_000_000) {
    scan.linkedData.push(scan.source.slice(from, found.index));
  }
}

/** The attributes worth keeping, quoted safely; leaves the scan just after the tag's `>`. */
function readAttributes(scan: Scan): (readonly [string, string])[] {
  const { source } = scan;
  const kept: (readonly [string, string])[] = [];
  ATTRIBUTE.lastIndex = scan.at;
  for (let count = 0; count < MOST_ATTRIBUTES; count += 1) {
    const from = ATTRIBUTE.lastIndex;
    const found = ATTRIBUTE.exec(source);
    if (found === null) {
      ATTRIBUTE.lastIndex = from;
      break;
    }
    const name = (found[1] ?? '').toLowerCase();
    const value = found[2] ?? found[3] ?? found[4] ?? '';
    if (KEPT_ATTRIBUTES.has(name)) kept.push([name, value.replaceAll('"', '&quot;')]);
  }
  scan.at = endOf(source, '>', ATTRIBUTE.lastIndex);
  return kept;
}
