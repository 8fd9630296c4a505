import type { ElementContent, Nodes } from 'hast';
import type { Block } from '#shared/article/block.ts';
import { textDirection } from '#shared/article/direction.ts';
import { plainText, run, type Inline, type Marks } from '#shared/article/inline.ts';
import { takeAudit, type Audit, type AuditTaker } from './clipboard-audit.ts';
import { takeNotes } from './clip-notes.ts';
import { tidyTree, type ClipSource } from './clip-tidy.ts';
import { MOST_BLOCKS } from './format.ts';
import { blocksOf, type HtmlBlocks } from './html-blocks.ts';
import { parseHtml } from './html-element.ts';
import { cleanSource } from './html-source.ts';
import type { NoteTaker } from './note-taker.ts';
import { wordSet } from './word-set.ts';

/** A figure whose picture did not come as one of this library, and what the clipping says of where it is. */
export interface ClipPicture {
  /** Index of the figure's block. */
  readonly block: number;
  /** An address or a `data:` URL, as the clipping has it: untrusted, and never fetched. */
  readonly source: string;
}

/** What was on the clipboard, as blocks of an article. */
export interface Clip {
  readonly blocks: readonly Block[];
  /** True for words out of a text, which go into the text where they are pasted. */
  readonly isPhrase: boolean;
  readonly pictures: readonly ClipPicture[];
  readonly audit: Audit;
}

/**
 * HTML from the clipboard as blocks. Only structure and text pass: nothing of it runs, nothing is fetched, no class, id
 * or style survives. Never throws; null for HTML that can't be read (more than 200,000 tags).
 */
export function readClip(html: string): Clip | null {
  const { html: clean, tooManyTags } = cleanSource(html);
  if (tooManyTags) return null;
  const audit = takeAudit();
  const tidy = tidyTree(parseHtml(clean), sourceOf(html), audit);
  const { children, notes } = takeNotes(tidy);
  audit.count('footnotes', notes.length);
  const counting = countingNotes(audit);
  const text = blocksOf(children, counting);
  const ends = blocksOf(notes, counting).blocks.map(asNote);
  const blocks = normalized([...text.blocks, ...ends]);
  if (blocks.length > MOST_BLOCKS) return null;
  return {
    blocks,
    isPhrase:
      text.blocks.length === 1 && notes.length === 0 && text.blocks[0]?.kind === 'paragraph' && !holdsBlock(children),
    pictures: picturesOf(text),
    audit: audit.all(),
  };
}

/** The notes the HTML reader takes that are worth a number; the others say what is a matter of course in a clipping. */
function countingNotes(audit: AuditTaker): NoteTaker {
  return {
    say: (code) => {
      if (code === 'link-dropped') audit.count('links');
      if (code === 'embed-dropped') audit.count('embeds');
    },
    all: () => [],
  };
}

function sourceOf(html: string): ClipSource {
  const head = html.slice(0, 60_000);
  const isOffice = /\bmso-|docs-internal-guid|class="?Mso|content="?(?:LibreOffice|OpenOffice)/iu.test(head);
  return { isOffice, classes: classStyles(head) };
}

const RULE = /([^{}<>]{1,200})\{([^{}]{0,2000})\}/gu;
/** Names that programs give to their own styles by number: Pages and Mail (`p1`, `s2`), spreadsheets (`xl65`). */
const NUMBERED = /^(?:[a-z]*)\.((?:s|p|t|td|li|xl|font)\d{1,4})$/u;
const KEPT = wordSet('font-weight font-style text-decoration vertical-align');

/** What numbered classes of the clipping's own style sheet say of marks. */
function classStyles(head: string): ReadonlyMap<string, string> {
  const styles = new Map<string, string>();
  const sheet = /<style[^>]*>([\s\S]*?)<\/style/iu.exec(head)?.[1] ?? '';
  for (const [, selectors = '', declarations = ''] of sheet.matchAll(RULE)) {
    const kept = declarations
      .split(';')
      .filter((declaration) => KEPT.has(declaration.split(':')[0]?.trim().toLowerCase() ?? ''));
    if (kept.length === 0) continue;
    for (const selector of selectors.split(',')) {
      const name = NUMBERED.exec(selector.trim())?.[1];
      if (name !== undefined) styles.set(name, kept.join(';'));
    }
  }
  return styles;
}

const BLOCKS = wordSet(`
  address article blockquote center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li
  main ol p pre section summary table ul
`);

function holdsBlock(nodes: readonly ElementContent[]): boolean {
  const test = (node: Nodes): boolean =>
    node.type === 'element' && (BLOCKS.has(node.tagName) || node.children.some(test));
  return nodes.some(test);
}

function picturesOf({ blocks, missing }: HtmlBlocks): ClipPicture[] {
  return blocks.flatMap((block, at): ClipPicture[] => {
    if (block.kind !== 'figure' || block.media !== null) return [];
    return [{ block: at, source: missing.get(block) ?? '' }];
  });
}

/** A footnote stands at the end as a paragraph, whatever it was. */
function asNote(block: Block): Block {
  return 'content' in block ? { kind: 'paragraph', content: block.content } : block;
}

/** List items nested without gaps, directions only where the text itself says otherwise, links without a second line. */
function normalized(blocks: readonly Block[]): Block[] {
  let depths: number[] = [];
  return blocks.map((block): Block => {
    if (!('content' in block)) {
      depths = [];
      return block;
    }
    const { indent, direction, ...rest } = block;
    const content = block.content.map(withoutLinkLine);
    const forced = direction !== undefined && (textDirection(plainText(content)) ?? 'ltr') !== direction;
    const kept = { ...rest, content, ...(forced ? { direction } : {}) };
    if (block.list === undefined) {
      depths = [];
      return indent === undefined ? kept : { ...kept, indent };
    }
    const depth = indent ?? 0;
    depths = depths.filter((outer) => outer < depth);
    const nested = Math.min(depths.length, 8);
    depths.push(depth);
    return nested === 0 ? kept : { ...kept, indent: nested };
  });
}

/** Programs underline links by style; here a link is one by itself. */
function withoutLinkLine(inline: Inline): Inline {
  if (inline.type !== 'text' || inline.marks.link === undefined || inline.marks.underline === undefined) return inline;
  const marks: { -readonly [Name in keyof Marks]: Marks[Name] } = { ...inline.marks };
  delete marks.underline;
  return run(inline.text, marks);
}
