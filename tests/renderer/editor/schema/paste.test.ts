// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { prosemirrorJSONToYDoc } from '@tiptap/y-tiptap';
import { blockText, type Block } from '#shared/article/block.ts';
import { blocksFrom } from '#shared/document/read-block.ts';
import { schemaExtensions } from '#renderer/editor/schema/schema.ts';

Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});

function pasted(html: string): Block[] {
  const editor = new Editor({
    element: document.createElement('div'),
    injectCSS: false,
    extensions: schemaExtensions('body'),
  });
  editors.push(editor);
  editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent);
  const doc = prosemirrorJSONToYDoc(editor.schema, editor.state.doc.toJSON(), 'body');
  return blocksFrom(doc.getXmlFragment('body').toArray());
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
