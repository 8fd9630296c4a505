import type { Element, ElementContent, Root } from 'hast';
import type { ArticleDraft } from '#shared/article/article.ts';
import { blockText, type Block } from '#shared/article/block.ts';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { plainText, run, type Inline } from '#shared/article/inline.ts';
import type { Metadata } from '#shared/article/metadata.ts';
import { isWebUrl } from '#shared/article/url.ts';
import { decodeText } from './decode.ts';
import { MOST_BLOCKS, type Reader, type Reading } from './format.ts';
import { findFurniture, isEditLabel } from './furniture.ts';
import { blocksOf } from './html-blocks.ts';
import { attribute, elementsIn, firstElement, hasClass, parseHtml, textOf, tidyText } from './html-element.ts';
import { ownParts, pageData, storyElement, type PageData } from './html-page.ts';
import { cleanSource } from './html-source.ts';
import { guessLanguage } from './language.ts';
import { takeNotes, type NoteTaker } from './note-taker.ts';
import { tooManyBlocks } from './text-reader.ts';

/** A web page, Stet's own or anybody's: the story is taken out of it, the page around it is left behind. */
export const htmlReader: Reader = {
  id: 'html',
  name: 'Web page (HTML)',
  extensions: ['html', 'htm', 'xhtml'],
  read: (bytes) => {
    const notes = takeNotes();
    const decoded = decodeText(bytes, notes, declaredEncoding(bytes));
    return decoded.ok ? readHtml(decoded.value, notes) : decoded;
  },
};

/** What the page says of its own encoding, in its first kilobyte. */
function declaredEncoding(bytes: Uint8Array): string {
  const head = Array.from(bytes.subarray(0, 1024), (byte) => String.fromCharCode(byte)).join('');
  return /<meta[^>]*charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1] ?? '';
}

function readHtml(text: string, notes: NoteTaker): Result<Reading> {
  const { html, linkedData, tooManyTags } = cleanSource(text);
  if (tooManyTags)
    return fail('too-large', 'This page has more than 200,000 tags; save the story alone and import that.');
  const root = parseHtml(html);
  const data = pageData(root, linkedData);
  const story = storyElement(root);
  const own = ownParts(story);
  const heading =
    firstElement(story, (part) => part.tagName === 'h1') ?? firstElement(root, (part) => part.tagName === 'h1');
  const nodes = own?.rest ?? withoutHeader(story, heading, notes);
  const { blocks, missing } = blocksOf(nodes, notes);
  const headline = headlineOf(heading, data, notes);
  const page = cutPage(blocks, plainText(headline), notes);
  if (page.body.length + page.related.length > MOST_BLOCKS) return tooManyBlocks();
  const related = own === null ? page.related : [...page.related, ...ownRelated(root)];
  const draft: ArticleDraft = {
    headline,
    standfirst: own?.standfirst === undefined ? [] : inlineOf(own.standfirst.children, notes),
    body: page.body,
    metadata: metadataOf(data, own, page.body),
    related,
  };
  if (page.body.length === 0 && headline.length === 0) {
    return fail('empty-file', 'This page holds no text that could be a story.');
  }
  const pictures = picturesOf(page.body, missing, notes);
  return succeed({ draft, notes: notes.all(), pictures });
}

function metadataOf(data: PageData, own: ReturnType<typeof ownParts>, body: readonly Block[]): Partial<Metadata> {
  const text = body.slice(0, 50).map(blockText).join('\n');
  const language = data.metadata.language ?? guessLanguage(text);
  const metadata: { -readonly [Name in keyof Metadata]?: Metadata[Name] } = { ...data.metadata };
  // Our own pages describe themselves with their first paragraph, which nobody wrote as a description.
  if (own !== null) delete metadata.shareDescription;
  return {
    ...metadata,
    ...(language === null ? {} : { language }),
    ...(own === null || own.kicker === '' ? {} : { kicker: own.kicker }),
    ...(own === null || own.editorsNote === '' ? {} : { editorsNote: own.editorsNote }),
  };
}

/** The page's first-level heading, else what its head calls the story. */
function headlineOf(heading: Element | undefined, data: PageData, notes: NoteTaker): readonly Inline[] {
  const content = heading === undefined ? [] : inlineOf(heading.children, notes);
  if (plainText(content).trim() !== '' && plainText(content) !== '…') return content;
  if (data.headline !== '' && data.headline !== '…') return [run(data.headline)];
  notes.say(
    'headline-missing',
    'The page has neither a title nor a first-level heading, so the story has no headline yet.',
  );
  return [];
}

function inlineOf(nodes: readonly ElementContent[], notes: NoteTaker): readonly Inline[] {
  const { blocks } = blocksOf(nodes, notes);
  return blocks.flatMap((block, at): readonly Inline[] =>
    'content' in block ? [...(at === 0 ? [] : [{ type: 'break' } as const]), ...block.content] : [],
  );
}

type Node = ElementContent | Root['children'][number];

/** The story without the heading that became the headline, and without the small footers of pages. */
function withoutHeader(
  story: Root | Element,
  heading: Element | undefined,
  notes: NoteTaker,
): readonly ElementContent[] {
  const strip = (nodes: readonly Node[], depth: number): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node === heading || node.type === 'doctype') return [];
      if (node.type !== 'element' || node.tagName === 'blockquote') return [node];
      if (depth < 6 && node.tagName === 'footer' && elementsIn(node, (part) => part.tagName === 'p').length < 3) {
        notes.say('page-furniture-dropped', 'Parts of the page beside the story (menus, asides, forms) were left out.');
        return [];
      }
      return [{ ...node, children: strip(node.children, depth + 1) }];
    });
  return strip(story.children, 0);
}

/** Labels that a captured page carries as text, and the list of related articles under them. */
function cutPage(
  blocks: readonly Block[],
  headline: string,
  notes: NoteTaker,
): { readonly body: readonly Block[]; readonly related: ArticleDraft['related'] } {
  const texts = blocks.map(blockText);
  // The headline stands where the page had it: first, or after the label of the page's edit button.
  const place = isEditLabel(texts[0] ?? '') ? 1 : 0;
  const cut = findFurniture(texts.toSpliced(place, 0, headline), notes);
  const { from, to } = cut.related ?? { from: 0, to: 0 };
  const related: ArticleDraft['related'][number][] = [];
  const body = blocks.filter((block, at) => {
    const line = at < place ? at : at + 1;
    if (cut.furniture.has(line)) return false;
    if (line < from || line >= to) return true;
    related.push(relatedFrom(block));
    return false;
  });
  return { body, related };
}

function relatedFrom(block: Block): ArticleDraft['related'][number] {
  const text = blockText(block).trim();
  const runs = 'content' in block ? block.content : [];
  const linked = runs.find((inline) => inline.type === 'text' && inline.marks.link !== undefined);
  const url = linked?.type === 'text' ? (linked.marks.link?.href ?? '') : '';
  if (linked?.type !== 'text' || !isWebUrl(url))
    return { type: 'related', target: { kind: 'none' }, headline: '', blurb: text };
  const whole = linked.text.trim() === text;
  return {
    type: 'related',
    target: { kind: 'url', url },
    headline: whole ? text : linked.text.trim(),
    blurb: whole ? '' : text,
  };
}

/** The related section of our own pages. */
function ownRelated(root: Root): ArticleDraft['related'] {
  const section = firstElement(root, (part) => part.tagName === 'section' && hasClass(part, 'related'));
  const items = section === undefined ? [] : elementsIn(section, (part) => part.tagName === 'li');
  return items.map((item) => {
    const text = (name: string) => {
      const part = firstElement(item, (candidate) => hasClass(candidate, name));
      return part === undefined ? '' : tidyText(textOf(part));
    };
    const link = firstElement(item, (part) => part.tagName === 'a');
    const url = link === undefined ? '' : attribute(link, 'href');
    return {
      type: 'related',
      target: isWebUrl(url) ? { kind: 'url', url } : { kind: 'none' },
      headline: text('headline'),
      blurb: text('blurb'),
    };
  });
}

function picturesOf(
  body: readonly Block[],
  missing: ReadonlyMap<Block, string>,
  notes: NoteTaker,
): Reading['pictures'] {
  const pictures = body.flatMap((block, at) => {
    const href = missing.get(block);
    return href === undefined ? [] : [{ block: at, href: href.slice(0, 8192) }];
  });
  if (pictures.length > 0) {
    notes.say(
      'picture-missing',
      'Pictures are not part of the file; their places, captions and descriptions were kept, so add the pictures there.',
    );
  }
  return pictures;
}
