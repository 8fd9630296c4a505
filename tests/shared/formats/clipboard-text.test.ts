import { describe, expect, it } from 'vitest';
import { blockText, type Block } from '#shared/article/block.ts';
import { run } from '#shared/article/inline.ts';
import { readClip } from '#shared/formats/clipboard-reader.ts';
import { blocksFromText, phraseFromText, textFromBlocks } from '#shared/formats/clipboard-text.ts';
import { clipHtml } from '#shared/formats/clipboard-writer.ts';

const BLOCKS: readonly Block[] = [
  { kind: 'heading', level: 3, content: [run('Head')] },
  {
    kind: 'paragraph',
    content: [run('a '), run('b', { bold: true }), run(' c', { link: { href: 'https://example.org/' } })],
  },
  { kind: 'paragraph', list: 'bulleted', content: [run('one')] },
  { kind: 'paragraph', list: 'numbered', indent: 1, content: [run('deep')] },
  { kind: 'paragraph', list: 'numbered', indent: 1, content: [run('deeper')] },
  { kind: 'paragraph', list: 'bulleted', content: [run('two')] },
  { kind: 'blockQuote', content: [run('Said')], attribution: 'Ana' },
  {
    kind: 'table',
    rows: [
      {
        cells: [
          { header: true, content: [run('h')] },
          { header: true, content: [run('i')] },
        ],
      },
      {
        cells: [
          { header: false, content: [run('1')] },
          { header: false, content: [run('2')] },
        ],
      },
    ],
  },
  { kind: 'rule' },
];

describe('copying out', () => {
  it('writes real lists, and HTML that is read back as the same blocks', () => {
    const html = clipHtml(BLOCKS, { related: [], picture: () => null });
    expect(html.replaceAll(/\n/gu, '')).toContain(
      '<ul><li>one<ol><li>deep</li><li>deeper</li></ol></li><li>two</li></ul>',
    );
    expect(readClip(html)?.blocks).toEqual(BLOCKS);
  });

  it('takes pictures along as data, or their words alone', () => {
    const media = `${'a'.repeat(64)}.jpg` as Extract<Block, { kind: 'figure' }>['media'];
    const figure: Block = {
      kind: 'figure',
      media,
      caption: [run('Quay')],
      credit: 'Ana',
      source: '',
      alt: 'A quay',
      decorative: false,
    };
    const html = clipHtml([figure], { related: [], picture: () => 'data:image/png;base64,AAAA' });
    expect(html).toContain('<img src="data:image/png;base64,AAAA" alt="A quay">');
    expect(readClip(html)?.pictures).toEqual([{ block: 0, source: 'data:image/png;base64,AAAA' }]);
    expect(clipHtml([figure], { related: [], picture: () => null })).not.toContain('<img');
  });

  it('writes plain text with markers, tabs and attributions', () => {
    expect(textFromBlocks(BLOCKS)).toBe(
      'Head\n\na b c\n\n- one\n  1. deep\n  2. deeper\n- two\n\nSaid\n— Ana\n\nh\ti\n1\t2\n\n* * *',
    );
  });
});

describe('plain text', () => {
  it('is parted at blank lines, with lists where lines say so', () => {
    const blocks = blocksFromText('One\nline more\n\n- a\n- b\n\n1. x\n2. y');
    expect(blocks.map((block) => ['list' in block ? block.list : '', blockText(block)])).toEqual([
      ['', 'One\nline more'],
      ['bulleted', 'a'],
      ['bulleted', 'b'],
      ['numbered', 'x'],
      ['numbered', 'y'],
    ]);
  });

  it('is a phrase on one line, and a link where it is an address', () => {
    expect(phraseFromText(' two words ')).toEqual([run(' two words ')]);
    expect(phraseFromText('https://example.org/a')).toEqual([
      run('https://example.org/a', { link: { href: 'https://example.org/a' } }),
    ]);
    expect(phraseFromText('javascript:alert(1)')).toEqual([run('javascript:alert(1)')]);
    expect(phraseFromText('a\nb')).toBeNull();
  });
});
