import type { Article } from '#shared/article/article.ts';
import type { Block } from '#shared/article/block.ts';
import { joinRuns, run, type Inline, type TextRun } from '#shared/article/inline.ts';
import type { RelatedLink } from '#shared/article/related.ts';
import { isWebUrl, linkAddress } from '#shared/article/url.ts';
import { plainControls } from './control-characters.ts';
import type { NoteTaker } from './note-taker.ts';

/**
 * The article as every format can hold it: control characters and halves of characters gone, line ends inside text
 * made line breaks, links outside the policy taken off their words. What had to go is noted. Writers begin with this.
 */
export function printable(article: Article, notes: NoteTaker): Article {
  const inline = (content: readonly Inline[]) => printableInline(content, notes);
  return {
    ...article,
    headline: inline(article.headline),
    standfirst: inline(article.standfirst),
    body: article.body.map((block) => printableBlock(block, notes)),
    metadata: printableValue(article.metadata, notes),
    related: article.related.map((link) => printableRelated(link, notes)),
  };
}

function printableRelated(link: RelatedLink, notes: NoteTaker): RelatedLink {
  if (link.target.kind !== 'url' || isWebUrl(link.target.url)) return printableValue(link, notes);
  notes.say('link-refused', 'Links to addresses outside the web, mail and telephone were left out.');
  return printableValue({ ...link, target: { kind: 'none' } }, notes);
}

function printableBlock(block: Block, notes: NoteTaker): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'blockQuote':
    case 'pullQuote':
    case 'correction': {
      const { content, ...attributes } = block;
      return { ...printableValue(attributes, notes), content: printableInline(content, notes) } as Block;
    }
    case 'figure': {
      const { caption, ...attributes } = block;
      return { ...printableValue(attributes, notes), caption: printableInline(caption, notes) };
    }
    case 'table': {
      const rows = block.rows.map((row) => ({
        cells: row.cells.map((cell) => ({ ...cell, content: printableInline(cell.content, notes) })),
      }));
      return { ...block, rows };
    }
    case 'embed':
      if (isWebUrl(block.url)) return printableValue(block, notes);
      notes.say('embed-refused', 'Embeds whose address is not a web address were left out; their titles were kept.');
      return { kind: 'paragraph', content: printableInline([run(block.title)], notes) };
    case 'rule':
    case 'relatedCard':
      return printableValue(block, notes);
  }
}

function printableInline(content: readonly Inline[], notes: NoteTaker): Inline[] {
  return joinRuns(
    content.flatMap((inline): Inline[] => {
      if (inline.type === 'break') return [inline];
      const safe = safeRun(inline, notes);
      return safe.text
        .split(/\r\n?|[\n\v\f]/u)
        .flatMap((line, at): Inline[] =>
          at === 0
            ? [run(printableText(line, notes), safe.marks)]
            : [{ type: 'break' }, run(printableText(line, notes), safe.marks)],
        );
    }),
  );
}

function safeRun(text: TextRun, notes: NoteTaker): TextRun {
  const { link, ...marks } = text.marks;
  if (link === undefined) return text;
  const href = linkAddress(link.href);
  if (href === link.href) return text;
  if (href !== null) return run(text.text, { ...marks, link: { href } });
  notes.say('link-refused', 'Links to addresses outside the web, mail and telephone were left out.');
  return run(text.text, marks);
}

/** Plain data with every text in it made printable. */
function printableValue<Value>(value: Value, notes: NoteTaker): Value {
  if (typeof value === 'string') return printableText(value, notes) as Value;
  if (Array.isArray(value)) return value.map((entry: unknown) => printableValue(entry, notes)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, printableValue(entry, notes)]),
  ) as Value;
}

function printableText(text: string, notes: NoteTaker): string {
  const clean = plainControls(text).toWellFormed();
  if (clean !== text) notes.say('control-characters-dropped', 'Invisible control characters were left out.');
  return clean;
}
