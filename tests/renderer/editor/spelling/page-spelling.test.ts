import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { beforeEach, expect, it } from 'vitest';
import type { SpellingLanguage } from '#shared/contract/spelling.ts';
import type { Page } from '#renderer/editor/page.ts';
import type { MarkSource } from '#renderer/editor/marking/mark-source.ts';
import { PageSpelling } from '#renderer/editor/spelling/page-spelling.ts';
import { unknownWords } from '#renderer/editor/spelling/unknown-words.ts';
import { Speller, type SpellingEngine } from '#renderer/editor/spelling/speller.ts';
import { schemaExtensions } from '#renderer/editor/schema/schema.ts';
import { dictionary } from './dictionaries.ts';

const schema = getSchema(schemaExtensions('body'));
const text = (words: string, language?: string): Node =>
  schema.node('textBlock', language === undefined ? {} : { language }, words === '' ? [] : [schema.text(words)]);
const marked = (words: string, mark: string, attributes: Readonly<Record<string, string>> = {}): Node =>
  schema.text(words, [schema.mark(mark, attributes)]);

/** The real dictionaries, asked as the worker asks them. */
const asked: string[] = [];
function engine(): Promise<SpellingEngine> {
  let tell: Parameters<SpellingEngine['onAnswer']>[0] = () => undefined;
  return Promise.resolve({
    onFailure: () => undefined,
    onAnswer: (listener) => {
      tell = listener;
    },
    post: (job) => {
      if (job.kind !== 'judge') return;
      asked.push(...job.words);
      const words = job.words.filter((word) => !job.languages.some((language) => dictionary(language).knows(word)));
      queueMicrotask(() => tell({ id: job.id, words }));
    },
  });
}

/** A page whose body holds these blocks. */
function pageOf(language: string, blocks: readonly Node[], own: readonly string[] = []) {
  const empty = EditorState.create({ doc: schema.node('doc', null, [text('')]) });
  const body = {
    view: { hasFocus: () => false },
    state: EditorState.create({ doc: schema.node('doc', null, blocks) }),
  };
  const editors = { headline: { state: empty }, standfirst: { state: empty }, body };
  const follow: (() => void)[] = [];
  let source: MarkSource | undefined;
  const page = {
    editors,
    field: 'body',
    editor: body,
    session: {
      id: 'a1',
      client: { call: () => Promise.resolve({ ok: true, value: { personal: own, house: [] } }) },
      metadata: () => ({ language }),
      subscribe: () => () => undefined,
    },
    marks: {
      renew: () => undefined,
      add: (added: MarkSource) => {
        source = added;
        return () => undefined;
      },
    },
    subscribe: (_event: string, listener: () => void) => {
      follow.push(listener);
      return () => undefined;
    },
  };
  return {
    page: page as unknown as Page,
    body,
    follow: () => void follow.map((listener) => listener()),
    passages: () => source?.passages(body.state.doc.child(0), 'body') ?? [],
  };
}

async function unknown(language: string, blocks: readonly Node[], ticked: readonly SpellingLanguage[] = []) {
  const { page } = pageOf(language, blocks);
  const spelling = new PageSpelling(page, new Speller(engine));
  spelling.start(ticked);
  await spelling.judgeAll();
  return spelling.all().map(({ word }) => word);
}

beforeEach(() => void asked.splice(0));

it('judges by the article’s language, and in another by none', async () => {
  expect(await unknown('en-GB', [text('The colour of the wrod')])).toEqual(['wrod']);
  expect(await unknown('en-US', [text('The colour of the word')])).toEqual(['colour']);
  expect(await unknown('it', [text('Il voto del porto wrod')], ['en-GB'])).toEqual([]);
  expect(await unknown('he', [text('שלום לכולם ממשהל Netanyahu')])).toEqual(['ממשהל']);
});

it('takes words of ticked languages for right, in their own letters', async () => {
  const mixed = [text('The Bundesregierung said wrod to ממשהל')];
  expect(await unknown('en-GB', mixed)).toEqual(['Bundesregierung', 'wrod']);
  expect(await unknown('en-GB', mixed, ['de', 'he'])).toEqual(['wrod', 'ממשהל']);
});

it('judges marked passages and blocks by their language alone, and CQ not at all', async () => {
  const passages = schema.node('textBlock', {}, [
    schema.text('He said '),
    marked('la maison colour', 'language', { tag: 'fr' }),
    schema.text(' and '),
    marked('Smyth-Jonnes', 'cq'),
  ]);
  expect(await unknown('en-GB', [passages, text('Das Haus, the house', 'de')], ['es'])).toEqual([
    'colour',
    'the',
    'house',
  ]);
});

it('leaves out own words, and does not mark the word being written until the caret has left it', async () => {
  const { page, body, follow, passages } = pageOf('en-GB', [text('Zorblatt saw the wrod')], ['Zorblatt']);
  const spelling = new PageSpelling(page, new Speller(engine));
  spelling.start([]);
  await spelling.judgeAll();
  follow();
  expect(passages()).toMatchObject([{ from: 17, to: 21 }]);
  const typed = body.state.tr.insertText('xx', 22);
  body.state = body.state.apply(typed.setSelection(TextSelection.create(typed.doc, 24)));
  follow();
  await spelling.judgeAll();
  expect(passages()).toEqual([]);
  body.state = body.state.apply(body.state.tr.setSelection(TextSelection.create(body.state.doc, 1)));
  follow();
  expect(passages()).toMatchObject([{ from: 17, to: 23 }]);
  expect(spelling.at('body', 20)).toMatchObject({ word: 'wrodxx', from: 18, to: 24 });
  expect(spelling.at('body', 3)).toBeNull();
});

it('asks about a word once, however many blocks have it, and counts its places', async () => {
  const { page } = pageOf('en-GB', [text('wrod wrod'), text('wrod agian')]);
  const spelling = new PageSpelling(page, new Speller(engine));
  spelling.start([]);
  const found = await unknownWords(page, spelling);
  expect(found?.map(({ word, places }) => [word, places.length])).toEqual([
    ['wrod', 3],
    ['agian', 1],
  ]);
  expect(asked.filter((word) => word === 'wrod')).toHaveLength(1);
});

it('goes to the next and the previous unknown word, round the ends of the page', async () => {
  const { page, body } = pageOf('en-GB', [text('wrod one'), text('two'), text('agian and hree')]);
  const spelling = new PageSpelling(page, new Speller(engine));
  spelling.start([]);
  const walk = async (by: 1 | -1): Promise<string | undefined> => {
    const found = await spelling.next(by);
    if (found === null) return undefined;
    const { from, to } = found;
    body.state = body.state.apply(body.state.tr.setSelection(TextSelection.create(body.state.doc, from, to)));
    return found.word;
  };
  expect([await walk(1), await walk(1), await walk(1), await walk(1)]).toEqual(['wrod', 'agian', 'hree', 'wrod']);
  expect([await walk(-1), await walk(-1), await walk(-1)]).toEqual(['hree', 'agian', 'wrod']);
  expect(await new PageSpelling(pageOf('en-GB', [text('fine')]).page, new Speller(engine)).next(1)).toBeNull();
});
