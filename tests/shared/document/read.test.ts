import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Block } from '#shared/article/block.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { blockText } from '#shared/article/block.ts';
import { plainText } from '#shared/article/inline.ts';
import { DEFAULT_METADATA } from '#shared/article/metadata.ts';
import { firstUpdate } from '#shared/document/first.ts';
import { readArticle, readState } from '#shared/document/read.ts';
import { stateOf } from '#shared/document/state.ts';
import { articleId, draft, seededRandom } from '../article/arbitrary.ts';

const ID = '0123456789abcdefghjkmnpqrs' as ArticleId;

describe('an article made and read back', () => {
  it('is the same article, whatever is in it', () => {
    fc.assert(
      fc.property(articleId, draft, fc.integer(), (id, made, seed) => {
        const read = readState(id, stateOf([firstUpdate(id, made, seededRandom(seed))]));
        expect(read.id).toBe(id);
        expect(read.headline).toEqual(made.headline);
        expect(read.standfirst).toEqual(made.standfirst);
        const [firstRelated] = read.related;
        const body = made.body.map((block): Block =>
          block.kind === 'relatedCard' ? { ...block, related: firstRelated?.id ?? '' } : block,
        );
        expect(read.body).toEqual(body);
        expect(read.metadata).toEqual({ ...DEFAULT_METADATA, ...made.metadata });
        expect(read.related.map(({ id: _id, ...link }) => link)).toEqual(made.related);
        expect(new Set(read.related.map((link) => link.id)).size).toBe(made.related.length);
      }),
      { numRuns: 300 },
    );
  });

  it('has one empty paragraph in each field where nothing was written', () => {
    const state = firstUpdate(
      ID,
      { headline: [], standfirst: [], body: [], metadata: {}, related: [] },
      seededRandom(1),
    );
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    for (const field of ['headline', 'standfirst', 'body']) {
      expect(doc.getXmlFragment(field).toJSON()).toBe('<textblock kind="paragraph"></textblock>');
    }
    expect(readState(ID, state).body).toEqual([{ kind: 'paragraph', content: [] }]);
  });

  it('depends on nothing but its input', () => {
    const empty = { headline: [], standfirst: [], body: [], metadata: {}, related: [] };
    expect(firstUpdate(ID, empty, seededRandom(7))).toEqual(firstUpdate(ID, empty, seededRandom(7)));
    expect(firstUpdate(ID, empty, seededRandom(7))).not.toEqual(firstUpdate(ID, empty, seededRandom(8)));
  });
});

describe('reading what nobody should have stored', () => {
  function read(write: (doc: Y.Doc) => void): ReturnType<typeof readArticle> {
    const doc = new Y.Doc();
    doc.transact(() => write(doc));
    const before = Y.encodeStateAsUpdate(doc);
    const article = readArticle(ID, doc);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    return article;
  }
  const body = (...types: (Y.XmlElement | Y.XmlText)[]) =>
    read((doc) => doc.getXmlFragment('body').insert(0, types)).body;
  const element = (name: string, attributes: Record<string, unknown>, children: (Y.XmlElement | Y.XmlText)[] = []) => {
    const made = new Y.XmlElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
    made.insert(0, children);
    return made;
  };
  const text = (words: string, attributes = {}) => {
    const made = new Y.XmlText();
    made.insert(0, words, attributes);
    return made;
  };

  it('makes paragraphs of unknown blocks and of loose text', () => {
    const read = body(
      element('poem', { rhyme: 'abab' }, [text('Roses')]),
      text('loose'),
      element('bulletList', {}, [
        element('listItem', {}, [element('textBlock', { kind: 'heading', level: 9 }, [text('inner')])]),
      ]),
    );
    expect(read).toEqual([
      { kind: 'paragraph', content: [{ type: 'text', text: 'Roses', marks: {} }] },
      { kind: 'paragraph', content: [{ type: 'text', text: 'loose', marks: {} }] },
      { kind: 'heading', level: 2, content: [{ type: 'text', text: 'inner', marks: {} }] },
    ]);
  });

  it('lets malformed attributes and marks fall to their defaults', () => {
    const read = body(
      element(
        'textBlock',
        { kind: 7, list: 'roman', indent: -3, box: false, language: 'no such tag!', direction: 'up' },
        [text('words', { link: { href: 'javascript:alert(1)' }, bold: true, sparkle: {}, language: { tag: 5 } })],
      ),
      element('figure', { media: '../../etc/passwd', alt: 5, decorative: 'yes', focalX: 2, focalY: 0.5, width: -1 }),
      element('embed', { url: 'file:///etc/passwd', title: 'T' }),
    );
    expect(read).toEqual([
      { kind: 'paragraph', content: [{ type: 'text', text: 'words', marks: {} }] },
      { kind: 'figure', media: null, caption: [], credit: '', source: '', alt: '', decorative: false },
      { kind: 'embed', url: '', title: 'T' },
    ]);
  });

  it('joins a headline of several blocks with line breaks', () => {
    const { headline } = read((doc) =>
      doc
        .getXmlFragment('headline')
        .insert(0, [
          element('textBlock', { kind: 'paragraph' }, [text('One')]),
          element('textBlock', { kind: 'paragraph' }, [text('two')]),
        ]),
    );
    expect(plainText(headline)).toBe('One\ntwo');
  });

  it('keeps the text of blocks inside blocks, of rows outside tables and of nesting without end', () => {
    const article = read((doc) => {
      let parent: Y.XmlFragment = doc.getXmlFragment('body');
      parent.insert(0, [
        element('textBlock', { kind: 'paragraph' }, [text('a'), element('textBlock', {}, [text('b')]), text('c')]),
        element('table', {}, [text('x'), element('tableRow', {}, [element('figure', {}, [text('y')])])]),
      ]);
      for (let level = 0; level < 20_000; level += 1) {
        const deeper = element(level % 50 === 20 ? 'textBlock' : 'div', {});
        parent.insert(parent.length, [deeper]);
        parent = deeper;
      }
      parent.insert(0, [text('bottom')]);
    });
    expect(article.body.map(blockText)).toEqual(['a\nb\nc', 'x\ny', 'bottom']);
  });

  it('reads maps that hold anything at all', () => {
    const { metadata, related } = read((doc) => {
      const fields = doc.getMap('metadata');
      fields.set('slug', 5);
      fields.set('priority', 99);
      fields.set('bylines', [{ name: 1 }]);
      fields.set('__proto__', { polluted: true });
      fields.set('status', new Y.Text('x'));
      const entries = doc.getMap('related');
      entries.set('nonsense', { type: 'related' });
      entries.set('a.target', { kind: 'url', url: 'javascript:alert(1)' });
      entries.set('a.type', 'cousin');
      entries.set('b.headline', 'Only words');
      entries.set('c.order', 'i');
    });
    expect(metadata).toEqual(DEFAULT_METADATA);
    expect(related).toEqual([
      { id: 'a', type: 'related', target: { kind: 'none' }, headline: '', blurb: '' },
      { id: 'b', type: 'related', target: { kind: 'none' }, headline: 'Only words', blurb: '' },
    ]);
  });
});
