import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import type { ArticleDraft } from '#shared/article/article.ts';
import type { Block } from '#shared/article/block.ts';
import { succeed, type Result } from '#shared/article/failure.ts';
import { plainText, run, type Inline } from '#shared/article/inline.ts';
import { decodeText, emptyFile } from './decode.ts';
import { MOST_BLOCKS, type Reader, type Reading } from './format.ts';
import { NO_FRONT_MATTER, readFrontMatter, splitFrontMatter, type FrontMatter } from './front-matter-reader.ts';
import { htmlBlocks } from './html-blocks.ts';
import { guessLanguage } from './language.ts';
import { contentOf, readBlocks, type BlockReader } from './markdown-blocks.ts';
import { isTooHeavy } from './markdown-cost.ts';
import { definitionsIn, tokensOf } from './markdown-tokens.ts';
import { takeNotes, type NoteTaker } from './note-taker.ts';
import { readText, tooManyBlocks } from './text-reader.ts';

/** Markdown (CommonMark and GFM) with or without YAML front matter, Stet's own or anybody's. */
export const markdownReader: Reader = {
  id: 'markdown',
  name: 'Markdown',
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  read: (bytes) => {
    const notes = takeNotes();
    const decoded = decodeText(bytes, notes);
    return decoded.ok ? readMarkdown(decoded.value, notes) : decoded;
  },
};

const parser = unified().use(remarkParse).use(remarkGfm).use(withoutGuessedLinks);

/**
 * GFM makes links of bare addresses twice: while parsing, where a backslash prevents it, and once more over the
 * finished tree, where nothing does. Only the first can be undone by a writer, so only the first is done.
 */
function withoutGuessedLinks(this: Processor): void {
  const data = this.data();
  const extensions = data.fromMarkdownExtensions ?? [];
  data.fromMarkdownExtensions = extensions.flat().map((extension) => ({ ...extension, transforms: [] }));
}

function readMarkdown(text: string, notes: NoteTaker): Result<Reading> {
  const split = splitFrontMatter(text);
  const { body } = split;
  const front = readFrontMatter(split, notes);
  const root = isTooHeavy(body) ? null : parse(body);
  if (root === null) return readAsText(body, front, notes);
  return readRoot(root, front, notes);
}

/** Null where the parser runs out of stack. */
function parse(text: string): Root | null {
  try {
    return parser.parse(text);
  } catch {
    return null;
  }
}

function readAsText(text: string, front: FrontMatter, notes: NoteTaker): Result<Reading> {
  notes.say(
    'markdown-too-heavy',
    'The Markdown is too large or too deeply nested, so its text was taken as it stands, signs and all.',
  );
  const reading = readText(text, notes);
  if (!reading.ok) return reading;
  const { draft } = reading.value;
  const headline = front.headline === '' ? draft.headline : [run(front.headline)];
  return succeed({
    ...reading.value,
    draft: { ...draft, headline, metadata: { ...draft.metadata, ...front.metadata } },
  });
}

function readRoot(root: Root, front: FrontMatter, notes: NoteTaker): Result<Reading> {
  const reader: BlockReader = {
    file: { definitions: definitionsIn(root.children), footnotes: new Map(), notes },
    blocks: [],
    missing: new Map(),
    readHtml: (html) => {
      const { blocks, missing } = htmlBlocks(html, notes);
      for (const [block, href] of missing) reader.missing.set(block, href);
      if (blocks.length > 0)
        notes.say('html-flattened', 'Passages in HTML were read as plain paragraphs, lists and tables.');
      return blocks;
    },
    standfirst: [],
    box: undefined,
  };
  const { headline, rest } = takeHeadline(root.children, front, reader);
  readBlocks(rest, { quote: false, indent: 0 }, reader);
  readFootnotes(root.children, reader);
  if (reader.blocks.length > MOST_BLOCKS) return tooManyBlocks();
  if (headline.length === 0 && reader.blocks.length === 0 && front === NO_FRONT_MATTER) return emptyFile();
  if (headline.length === 0 && !front.own) {
    notes.say(
      'headline-missing',
      'The file has neither a title nor a first-level heading, so the story has no headline yet.',
    );
  }
  const standfirst = front.standfirst === '' ? reader.standfirst : [run(front.standfirst)];
  const draft: ArticleDraft = {
    headline,
    standfirst,
    body: reader.blocks,
    metadata: { ...languageOf(reader.blocks, front), ...front.metadata },
    related: front.related,
  };
  const pictures = missingPictures(reader);
  return succeed({ draft, notes: notes.all(), pictures });
}

/**
 * The headline, and the blocks without it. A title in the front matter wins; a first-level heading that repeats it is
 * the same headline, any other stays a section heading.
 */
function takeHeadline(
  nodes: readonly RootContent[],
  front: FrontMatter,
  reader: BlockReader,
): { headline: readonly Inline[]; rest: readonly RootContent[] } {
  const title: readonly Inline[] = front.headline === '' ? [] : [run(front.headline)];
  const at = nodes.findIndex((node) => node.type === 'heading' && node.depth === 1);
  const node = nodes[at];
  if (node?.type !== 'heading' || (front.own && at > 0)) return { headline: title, rest: nodes };
  const tokens = tokensOf(node.children, reader.file);
  const content = contentOf(tokens);
  const repeats = plainText(content).trim() === front.headline.trim();
  if (front.headline !== '' && !repeats) return { headline: title, rest: nodes };
  return { headline: content, rest: nodes.filter((_node, place) => place !== at) };
}

/**
 * Footnotes stand at the end as a numbered list: first those that the text refers to, in the order in which it does,
 * then those that nothing refers to.
 */
function readFootnotes(nodes: readonly RootContent[], reader: BlockReader): void {
  const { footnotes } = reader.file;
  const notes = nodes.flatMap((node) => (node.type === 'footnoteDefinition' ? [node] : []));
  for (const { identifier } of notes) footnotes.set(identifier, footnotes.get(identifier) ?? footnotes.size + 1);
  const place = (identifier: string) => footnotes.get(identifier) ?? 0;
  const inOrder = notes.toSorted((one, other) => place(one.identifier) - place(other.identifier));
  if (inOrder.length === 0) return;
  reader.file.notes.say('footnotes-at-end', 'Footnotes were put at the end of the story as a numbered list.');
  reader.blocks.push({ kind: 'rule' });
  for (const note of inOrder) {
    const children = [{ type: 'listItem', children: note.children }] as const;
    readBlocks([{ type: 'list', ordered: true, children: [...children] }], { quote: false, indent: 0 }, reader);
  }
}

function languageOf(blocks: readonly Block[], front: FrontMatter): ArticleDraft['metadata'] {
  if (front.own) return {};
  const text = blocks
    .slice(0, 50)
    .flatMap((block) => ('content' in block ? [plainText(block.content)] : []))
    .join('\n');
  const language = guessLanguage(text);
  return language === null ? {} : { language };
}

function missingPictures(reader: BlockReader): Reading['pictures'] {
  const pictures = reader.blocks.flatMap((block, at) => {
    const href = reader.missing.get(block);
    return href === undefined ? [] : [{ block: at, href: href.slice(0, 8192) }];
  });
  if (pictures.length > 0) {
    reader.file.notes.say(
      'picture-missing',
      'Pictures are not part of the file; their places, captions and descriptions were kept, so add the pictures there.',
    );
  }
  return pictures;
}
