import { describe, expect, it } from 'vitest';
import { blockText, type Block } from '#shared/article/block.ts';
import { readClip, type Clip } from '#shared/formats/clipboard-reader.ts';

function clip(html: string): Clip {
  const read = readClip(html);
  if (read === null) throw new Error('nothing was read');
  return read;
}

function pasted(html: string): readonly Block[] {
  return clip(html).blocks;
}

/** One line per block: what it is and what it says. */
function shapes(html: string): string[] {
  return pasted(html).map((block) => {
    const { kind } = block;
    const list = 'list' in block ? ` ${block.list}${block.indent ?? 0}` : '';
    const level = block.kind === 'heading' ? block.level : '';
    return `${kind}${level}${list}: ${blockText(block).replaceAll('\n', '/').replaceAll('\t', '|')}`;
  });
}

describe('pasting HTML of other programs', () => {
  it('makes flat blocks of headings, paragraphs, quotes, rules and nested containers', () => {
    expect(
      shapes(
        '<div><h1>A</h1><section><p>One <b>bold</b></p><div>Two</div>loose</section><hr>' +
          '<blockquote><p>Q1</p><p>Q2</p></blockquote><h5>Deep</h5><p>End</p></div>',
      ),
    ).toEqual([
      'heading2: A',
      'paragraph: One bold',
      'paragraph: Two',
      'paragraph: loose',
      'rule: ',
      'blockQuote: Q1',
      'blockQuote: Q2',
      'heading4: Deep',
      'paragraph: End',
    ]);
  });

  it('makes items of nested lists', () => {
    expect(
      shapes(
        '<p>x</p><ul><li>a<ul><li>b</li><li><p>c</p></li></ul></li><li><ol><li>d</li></ol></li></ul><ol><li>e</li></ol><p>y</p>',
      ),
    ).toEqual([
      'paragraph: x',
      'paragraph bulleted0: a',
      'paragraph bulleted1: b',
      'paragraph bulleted1: c',
      'paragraph numbered1: d',
      'paragraph numbered0: e',
      'paragraph: y',
    ]);
  });

  it('keeps marks and safe links, and takes apart what word processors wrap around everything', () => {
    const [first, second] = pasted(
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p>Plain <strong>bold</strong> ' +
        '<a href="https://example.org/">link</a> <a href="javascript:alert(1)">bad</a> <a href="//host/x">host</a></p><p>Next</p></b>',
    );
    expect(first).toEqual({
      kind: 'paragraph',
      content: [
        { type: 'text', text: 'Plain ', marks: {} },
        { type: 'text', text: 'bold', marks: { bold: true } },
        { type: 'text', text: ' ', marks: {} },
        { type: 'text', text: 'link', marks: { link: { href: 'https://example.org/' } } },
        { type: 'text', text: ' bad host', marks: {} },
      ],
    });
    expect(second).toMatchObject({ kind: 'paragraph' });
  });

  it('keeps tables of data with their cells as running text, and takes layout tables apart', () => {
    expect(
      shapes(
        '<p>x</p><table><caption>Cap</caption><thead><tr><th>H</th><th>I</th></tr></thead><tbody><tr><td><p>a</p><p>b</p></td><td>c</td></tr></tbody></table>' +
          '<table><tr><td><h2>Frame</h2><p>Text</p></td></tr></table><p>y</p>',
      ),
    ).toEqual([
      'paragraph: x',
      'paragraph: Cap',
      'table: H|I/a/b|c',
      'heading2: Frame',
      'paragraph: Text',
      'paragraph: y',
    ]);
  });

  it('takes captions and alternative texts of pictures, never their addresses', () => {
    const blocks = pasted(
      '<p>x</p><figure><img src="https://tracker.example/p.gif" alt="A harbour"><figcaption>The <i>port</i></figcaption></figure><p>y</p>',
    );
    expect(blocks[1]).toMatchObject({ kind: 'figure', media: null, alt: 'A harbour' });
    expect(JSON.stringify(blocks)).not.toContain('tracker');
    expect(blocks.map(blockText)).toEqual(['x', 'The port', 'y']);
  });

  it('drops scripts, styles and frames, and survives nesting without end', () => {
    expect(
      shapes(
        '<p>x</p><script>alert(1)</script><style>p{}</style><iframe srcdoc="<p>no</p>">no</iframe><p>y<script>z</script></p>',
      ),
    ).toEqual(['paragraph: x', 'paragraph: y']);
    expect(shapes(`<p>x</p>${'<div>'.repeat(3_000)}deep${'</div>'.repeat(3_000)}<p>y</p>`)).toEqual([
      'paragraph: x',
      'paragraph: deep',
      'paragraph: y',
    ]);
  });

  it('pastes a phrase into the middle of a paragraph as a phrase', () => {
    expect(shapes('some <em>words</em>')).toEqual(['paragraph: some words']);
  });
});

/** Shaped like what Word puts on the clipboard; every word of it is ours. */
const WORD = (body: string): string =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">` +
  `<style>p.MsoNormal {mso-style-unhide:no;}</style></head><body lang=EN-GB><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

const item = (level: number, marker: string, text: string): string =>
  `<p class=MsoListParagraph style='margin-left:${36 * level}.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]>` +
  `<span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp;</span></span><![endif]>${text}<o:p></o:p></p>`;

describe('pasting from Word', () => {
  it('says what was changed and commented, takes what was inserted and not what was deleted', () => {
    const read = clip(
      WORD(
        `<p class=MsoNormal>The vote <ins cite="mailto:a" datetime="2026-01-01T00:00">finally </ins><del cite="mailto:a">never </del>` +
          `passed<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[A1]</a></span>.<o:p></o:p></p>` +
          `<div style='mso-element:comment-list'><div style='mso-element:comment'><p>Really?</p></div>` +
          `<div style='mso-element:comment'><p>Yes.</p></div></div>`,
      ),
    );
    expect(read.blocks.map(blockText)).toEqual(['The vote finally passed.']);
    expect(read.audit).toEqual({ comments: 2, deletions: 1, insertions: 1 });
    expect(JSON.stringify(read.blocks)).not.toContain('underline');
  });

  it('puts footnotes at the end, their numbers raised in the text', () => {
    const read = clip(
      WORD(
        `<p class=MsoNormal>Turnout rose<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>` +
          `<span style='mso-special-character:footnote'>[1]</span></span></a> again.</p>` +
          `<div style='mso-element:footnote-list'><br clear=all><hr><div style='mso-element:footnote' id=ftn1>` +
          `<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Compared with 2021.</p></div></div>`,
      ),
    );
    expect(read.blocks.map(blockText)).toEqual(['Turnout rose1 again.', '1 Compared with 2021.']);
    expect(read.blocks[0]).toMatchObject({ content: [{}, { text: '1', marks: { superscript: true } }, {}] });
    expect(read.audit).toEqual({ footnotes: 1 });
  });

  it('knows footnotes of LibreOffice, Google Docs and Wikipedia too', () => {
    const read = clip(
      '<p>A<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>' +
        '<div id="sdfootnote1"><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>One</p></div>' +
        '<p>B<sup><a href="#ftnt2" id="ftnt_ref2">[2]</a></sup></p><div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a> Two</p></div>' +
        '<p>C<sup><a href="#cite_note-x-3">[3]</a></sup></p><ol><li id="cite_note-x-3"><a href="#cite_ref-x_3-0">↑</a> Three</li></ol>',
    );
    expect(read.blocks.map(blockText)).toEqual(['A1', 'B2', 'C3', '1 One', '2 Two', '3 Three']);
    expect(read.audit).toEqual({ footnotes: 3 });
  });

  it('keeps lists with their depth and kind, further paragraphs of an item with it, headings in lists', () => {
    expect(
      shapes(
        WORD(
          item(1, '·', 'one') +
            item(3, 'a)', 'deep') +
            `<p class=MsoListParagraphCxSpMiddle style='margin-left:108.0pt'>more of it</p>` +
            item(2, '2.', 'two') +
            item(1, 'א.', 'three').replaceAll('<p ', '<h3 ').replaceAll('</p>', '</h3>') +
            '<p class=MsoNormal>after</p>',
        ),
      ),
    ).toEqual([
      'paragraph bulleted0: one',
      'paragraph numbered1: deep/more of it',
      'paragraph numbered1: two',
      'heading3 numbered0: three',
      'paragraph: after',
    ]);
  });

  it('takes merged cells apart, so that columns stay columns', () => {
    const read = clip(
      '<table><tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e</td><td>f</td><td>g</td></tr></table>',
    );
    expect(blockText(read.blocks[0] ?? { kind: 'rule' })).toBe('a\tb\t\n\tc\td\ne\tf\tg');
    expect(read.audit).toEqual({ mergedCells: 2 });
  });

  it('leaves merged cells merged where they would be millions', () => {
    const row = `<tr>${'<td colspan="100">x</td>'.repeat(600)}</tr>`;
    const html = `<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>${`<table>${row}</table>`.repeat(12)}`;
    const { blocks, audit } = clip(html);
    const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((one) => one.cells.length) : []));
    expect(cells.slice(0, 2)).toEqual([2, 2]);
    expect(cells.reduce((sum, count) => sum + count, 0)).toBeLessThan(100_000);
    expect(audit).toEqual({ mergedCells: 1 });
  });
});

describe('what a clipping is', () => {
  it('knows a phrase from a paragraph', () => {
    expect(
      clip('<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><span>two words</span></b>')
        .isPhrase,
    ).toBe(true);
    expect(clip('<p>two words</p>').isPhrase).toBe(false);
  });

  it('names pictures and where they were, and fetches none', () => {
    const { pictures, blocks } = clip(
      '<p>x</p><img src="file:///C:/a/clip_image001.jpg" alt="A quay"><img src="data:image/png;base64,AAAA">',
    );
    expect(pictures).toEqual([
      { block: 1, source: 'file:///C:/a/clip_image001.jpg' },
      { block: 2, source: 'data:image/png;base64,AAAA' },
    ]);
    expect(blocks[1]).toMatchObject({ kind: 'figure', media: null, alt: 'A quay' });
  });

  it('keeps marks of numbered classes (Pages, Mail, spreadsheets), and no class', () => {
    const { blocks } = clip(
      '<style>p.p1 {margin: 0} span.s1 {font-weight: bold} span.s2 {text-decoration: underline}</style><p class="p1">a <span class="s1">b</span> <span class="s2">c</span></p>',
    );
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        content: [
          { type: 'text', text: 'a ', marks: {} },
          { type: 'text', text: 'b', marks: { bold: true } },
          { type: 'text', text: ' ', marks: {} },
          { type: 'text', text: 'c', marks: { underline: true } },
        ],
      },
    ]);
  });

  it('forces a direction only where the words themselves say another', () => {
    const { blocks } = clip('<p dir="ltr">left</p><p dir="rtl">left again</p><p dir="rtl">ימין</p><p dir="ltr">12</p>');
    expect(blocks.map((block) => ('direction' in block ? block.direction : null))).toEqual([null, 'rtl', null, null]);
  });

  it('refuses more tags than anybody reads', () => {
    expect(readClip('<i>x</i>'.repeat(110_000))).toBeNull();
  });
});
