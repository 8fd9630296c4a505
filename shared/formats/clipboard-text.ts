import { blockText, isTextBlock, type Block } from '#shared/article/block.ts';
import { run, type Inline } from '#shared/article/inline.ts';
import { linkAddress } from '#shared/article/url.ts';
import { plainControls } from './control-characters.ts';
import { paragraphsOf } from './paragraph.ts';

/**
 * Plain text from the clipboard as blocks: blank lines part paragraphs, lines that begin with bullets or running
 * numbers are list items, hard-wrapped lines are joined. One line alone is a phrase.
 */
export function blocksFromText(text: string): Block[] {
  return paragraphsOf(linesOf(text)).map(({ lines, list, indent }): Block => {
    const content = lines.flatMap((line, at): Inline[] => [
      ...(at === 0 ? [] : [{ type: 'break' } as const]),
      ...(line === '' ? [] : [run(line)]),
    ]);
    if (list === undefined) return { kind: 'paragraph', content };
    return { kind: 'paragraph', content, list, ...(indent === undefined ? {} : { indent }) };
  });
}

/** The text on one line, as a phrase; null where it has several lines. Spaces at its ends are text. */
export function phraseFromText(text: string): Inline[] | null {
  const [line = '', ...more] = linesOf(text);
  if (more.some((other) => other.trim() !== '')) return null;
  const href = /\s/u.test(line.trim()) ? null : linkAddress(line);
  if (href !== null) return [run(line.trim(), { link: { href } })];
  return line === '' ? [] : [run(line)];
}

function linesOf(text: string): string[] {
  return plainControls(text).split(/[\n\u2028\u2029]/u);
}

/** Blocks as the plain text that goes beside the HTML: list items with their markers, tables with tabs. */
export function textFromBlocks(blocks: readonly Block[]): string {
  const counts: number[] = [];
  let text = '';
  let afterItem = false;
  for (const [at, block] of blocks.entries()) {
    const list = isTextBlock(block) ? block.list : undefined;
    const depth = isTextBlock(block) && list !== undefined ? (block.indent ?? 0) : -1;
    counts.length = Math.min(counts.length, depth + 1);
    if (depth >= 0) counts[depth] = list === 'numbered' ? (counts[depth] ?? 0) + 1 : 0;
    const marker = list === undefined ? '' : list === 'numbered' ? `${counts[depth]}. ` : '- ';
    const between = at === 0 ? '' : afterItem && list !== undefined ? '\n' : '\n\n';
    text += `${between}${'  '.repeat(Math.max(depth, 0))}${marker}${lineOf(block)}`;
    afterItem = list !== undefined;
  }
  return text;
}

function lineOf(block: Block): string {
  if (block.kind === 'embed') return block.title === '' ? block.url : `${block.title}\n${block.url}`;
  if (block.kind === 'rule') return '* * *';
  if ((block.kind === 'blockQuote' || block.kind === 'pullQuote') && block.attribution !== undefined) {
    return `${blockText(block)}\n— ${block.attribution}`;
  }
  return blockText(block);
}
