import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { firstUpdate } from '#shared/document/first.ts';
import { inspectUpdate } from '#shared/document/inspect.ts';
import { openDocument } from '#shared/document/state.ts';
import { articleId, draft, seededRandom } from '../article/arbitrary.ts';
import { bodyElement, bodyText, changeTo, draftOf, stateOfDraft } from './pair.ts';

const START = stateOfDraft(draftOf('First paragraph.', 'Second paragraph, with “quotes” and שלום.'));

function codeOf(update: Uint8Array): string {
  const result = inspectUpdate(update);
  return result.ok ? 'ok' : result.error.code;
}

/** An update whose writer did `write` in an empty document. */
function written(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => write(doc));
  return Y.encodeStateAsUpdate(doc);
}

describe('inspection of updates', () => {
  it('accepts every first update', () => {
    fc.assert(
      fc.property(articleId, draft, fc.integer(), (id, made, seed) => {
        expect(codeOf(firstUpdate(id, made, seededRandom(seed)))).toBe('ok');
      }),
      { numRuns: 100 },
    );
  });

  it('accepts what editing makes: typing, formatting, deleting, merged and empty updates', () => {
    const typed = changeTo(START, (doc) =>
      bodyText(doc, 0).insert(3, 'abc', { bold: {}, link: { href: 'https://a.b/' } }),
    );
    const unmarked = changeTo(START, (doc) => bodyText(doc, 0).format(0, 4, { bold: {} }));
    const gone = changeTo(START, (doc) => doc.getXmlFragment('body').delete(0));
    for (const update of [
      typed,
      unmarked,
      gone,
      Y.mergeUpdates([typed, unmarked, gone]),
      Y.encodeStateAsUpdate(new Y.Doc()),
    ]) {
      expect(codeOf(update)).toBe('ok');
    }
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ['another root', (doc) => doc.getMap('settings').set('a', 1)],
    ['an unknown node', (doc) => doc.getXmlFragment('body').insert(0, [new Y.XmlElement('hologram')])],
    ['a nested map', (doc) => doc.getMap('metadata').set('slug', new Y.Map())],
    ['a hook', (doc) => doc.getXmlFragment('body').insert(0, [new Y.XmlHook('x') as unknown as Y.XmlElement])],
    ['a subdocument', (doc) => doc.getMap('metadata').set('slug', new Y.Doc())],
    ['bytes', (doc) => doc.getMap('metadata').set('slug', new Uint8Array(4))],
    [
      'an endlessly nested value',
      (doc) => doc.getMap('metadata').set('slug', JSON.parse('['.repeat(50) + ']'.repeat(50))),
    ],
    ['an object as attribute of nested depth', (doc) => doc.getMap('metadata').set('x'.repeat(300), 1)],
    ['an unknown mark', (doc) => new Text(doc).format({ glow: {} })],
    ['a malformed mark', (doc) => new Text(doc).format({ bold: 'very' })],
    ['an embedded object', (doc) => new Text(doc).embed()],
  ])('refuses %s', (_name, write) => {
    expect(codeOf(written(write))).toBe('article-newer');
  });

  it('refuses what is too large, cut short or no update at all', () => {
    expect(codeOf(new Uint8Array(17 * 1024 * 1024))).toBe('too-large');
    expect(codeOf(new Uint8Array(0))).toBe('bad-input');
    expect(codeOf(START.subarray(0, START.length - 1))).toBe('bad-input');
    expect(codeOf(Uint8Array.from([1, 1, 1, 0, 0x84, 255, 255, 255, 255]))).toBe('bad-input');
  });

  it('never throws and never dawdles over random bytes, flipped bits and cuts', () => {
    const damaged = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.tuple(fc.nat(START.length - 1), fc.nat(7)).map(([at, bit]) => {
        const bytes = Uint8Array.from(START);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        return bytes;
      }),
      fc.nat(START.length).map((length) => START.subarray(0, length)),
      fc.tuple(fc.nat(START.length), fc.uint8Array({ maxLength: 20 })).map(([at, bytes]) => {
        const joined = Uint8Array.from(START);
        joined.set(bytes.subarray(0, START.length - at), at);
        return joined;
      }),
    );
    fc.assert(
      fc.property(damaged, (bytes) => {
        const begun = performance.now();
        inspectUpdate(bytes);
        expect(performance.now() - begun).toBeLessThan(1_000);
      }),
      { numRuns: 5_000 },
    );
  });

  it('leaves the update as it was and applies nothing', () => {
    const bytes = Uint8Array.from(START);
    expect(inspectUpdate(bytes).ok).toBe(true);
    expect(bytes).toEqual(START);
    expect(bodyElement(openDocument([bytes]), 0).nodeName).toBe('textBlock');
  });
});

class Text {
  readonly #text = new Y.XmlText();
  constructor(doc: Y.Doc) {
    doc.getXmlFragment('body').insert(0, [this.#text]);
    this.#text.insert(0, 'words');
  }
  format(attributes: object): void {
    this.#text.format(0, 5, attributes);
  }
  embed(): void {
    this.#text.insertEmbed(0, { image: 'x' });
  }
}
