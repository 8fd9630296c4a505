import type { Node } from '@tiptap/pm/model';
import { FIELDS_OF_TEXT, type TextField } from '#shared/document/layout.ts';
import type { SpellingLanguage } from '#shared/contract/spelling.ts';
import { ownWordsOf } from '#renderer/connection/own-words.ts';
import type { Passage } from '../marking/mark-source.ts';
import type { Page } from '../page.ts';
import { blockWords, type BlockWord } from './block-words.ts';
import { blocksFrom } from './blocks-from.ts';
import { ignoredWords, ignoreWord } from './ignored-words.ts';
import { judgesOf } from './language.ts';
import { ownWordTest } from './own-word-test.ts';
import { Speller } from './speller.ts';

/** A word that no dictionary has, where it stands in its field. */
export interface Misspelling {
  readonly field: TextField;
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly judges: readonly SpellingLanguage[];
}

/** After a dictionary could not be read, so many milliseconds pass before it is asked for again. */
const PATIENCE = 30_000;

/** How long the words of a long article are looked at before keys and frames pass, in milliseconds. */
const SLICE = 6;

/** How many blocks are judged at once on the way to the next unknown word. */
const AT_ONCE = 20;

/** One worker for the window. */
const speller = new Speller();

interface Found {
  readonly words: readonly BlockWord[];
  /** False while words of the block are still being judged. */
  readonly isWhole: boolean;
}

/**
 * The spelling of one page: it marks unknown words near the window and finds them anywhere. Words are judged by the
 * worker, and what is known of a block is kept for as long as the block is, so a written letter costs nothing.
 */
export class PageSpelling {
  /** True after a dictionary could not be read: some words have not been judged. */
  isUnavailable = false;
  readonly #page: Page;
  readonly #speller: Speller;
  #ticked: readonly SpellingLanguage[] = [];
  #language = '';
  #isOwn: (word: string) => boolean = () => false;
  #found = new WeakMap<Node, Found>();
  #judges = new Map<string | null, readonly SpellingLanguage[]>();
  #wanted = new Map<readonly SpellingLanguage[], Set<string>>();
  #isDue = false;
  #asksAgainAt = 0;
  /** The document in which the last letter was written while the caret has not moved since. */
  #typedIn: Node | null = null;
  #seen: Node | null = null;
  #seenField: TextField | null = null;
  #caret = -1;

  constructor(page: Page, withSpeller: Speller = speller) {
    this.#page = page;
    this.#speller = withSpeller;
  }

  /** Marks words from now on, with these languages beside the article's. Returns the way to stop. */
  start(ticked: readonly SpellingLanguage[]): () => void {
    const page = this.#page;
    const { session } = page;
    const own = ownWordsOf(session.client);
    this.#ticked = ticked;
    void own.refresh();
    this.#renewOwn();
    this.#language = session.metadata().language;
    this.#forget();
    // It begins when writing has rested for the first time: the word at the caret may not be whole.
    const { editor } = page;
    if (editor?.view.hasFocus() === true) this.#typedIn = editor.state.doc;
    this.#follow();
    const stops = [
      page.marks.add({ name: 'spelling', passages: (block, field) => this.#passages(block, field) }),
      own.subscribe(() => this.#renewOwn()),
      session.subscribe('metadata', () => {
        const { language } = session.metadata();
        if (language === this.#language) return;
        this.#language = language;
        this.#forget();
      }),
      page.subscribe('transaction', () => this.#follow()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** The unknown word at a position of a field; at its edges too. */
  at(field: TextField, pos: number): Misspelling | null {
    const doc = this.#page.editors?.[field].state.doc;
    if (doc === undefined || pos < 0 || pos > doc.content.size) return null;
    const { index, offset } = doc.childBefore(Math.min(pos, doc.content.size));
    const block = doc.maybeChild(index);
    if (block === null) return null;
    return this.#inBlock(field, block, offset).find(({ from, to }) => from <= pos && pos <= to) ?? null;
  }

  /** The unknown word after (1) or before (-1) the caret, going round at the ends of the page; null where there is none. */
  async next(by: 1 | -1): Promise<Misspelling | null> {
    const { editors, field } = this.#page;
    if (editors === null) return null;
    const { doc, selection } = editors[field].state;
    const isBeyond = (word: Misspelling): boolean => (by === 1 ? word.from >= selection.to : word.to <= selection.from);
    const order = blocksFrom(editors, field, selection.from, by);
    for (let at = 0; at < order.length; at += AT_ONCE) {
      const blocks = order.slice(at, at + AT_ONCE);
      for (const { block } of blocks) if (this.#found.get(block)?.isWhole !== true) this.#look(block);
      await this.#judgeWanted();
      // Somebody wrote meanwhile: the places are others.
      if (this.#page.editors !== editors || editors[field].state.doc !== doc) return this.next(by);
      for (const [index, one] of blocks.entries()) {
        const words = this.#inBlock(one.field, one.block, one.offset);
        const beyond = at + index === 0 ? words.filter(isBeyond) : words;
        const found = by === 1 ? beyond[0] : beyond.at(-1);
        if (found !== undefined) return found;
      }
    }
    return null;
  }

  /** Every unknown word of the page in order, as far as words have been judged (`judgeAll`). */
  all(): readonly Misspelling[] {
    const { editors } = this.#page;
    if (editors === null) return [];
    return FIELDS_OF_TEXT.flatMap((field) => {
      const found: Misspelling[] = [];
      editors[field].state.doc.forEach((block, offset) => void found.push(...this.#inBlock(field, block, offset)));
      return found;
    });
  }

  /** Has every word of the page judged, a slice at a time. Resolves to false where a dictionary could not be read. */
  async judgeAll(): Promise<boolean> {
    await this.#lookThrough();
    if (!(await this.#judgeWanted())) return false;
    await this.#lookThrough();
    return true;
  }

  /** Looks at every block that is not known whole, and lets keys and frames pass in between. */
  async #lookThrough(): Promise<void> {
    const { editors } = this.#page;
    if (editors === null) return;
    let began = performance.now();
    for (const field of FIELDS_OF_TEXT) {
      for (const block of editors[field].state.doc.content.content) {
        if (this.#found.get(block)?.isWhole !== true) this.#look(block);
        if (performance.now() - began < SLICE) continue;
        await new Promise((resolve) => setTimeout(resolve, 0));
        began = performance.now();
      }
    }
  }

  /** What the writer may have meant. */
  suggestions({ word, judges }: Misspelling): Promise<readonly string[]> {
    return this.#speller.suggestions(word, judges, MOST_SUGGESTED);
  }

  /** No longer asks about the word in this article. */
  ignore(word: string): void {
    ignoreWord(this.#page.session.id, word);
    this.#renewOwn();
  }

  #inBlock(field: TextField, block: Node, offset: number): readonly Misspelling[] {
    const known = this.#found.get(block);
    const { words } = known?.isWhole === true ? known : this.#look(block);
    return words.map(({ word, from, to, language }) => ({
      field,
      word,
      from: offset + 1 + from,
      to: offset + 1 + to,
      judges: this.#judgesOf(language),
    }));
  }

  #passages(block: Node, field: TextField): readonly Passage[] {
    const known = this.#found.get(block);
    const found = known?.isWhole === true ? known : this.#look(block);
    if (!found.isWhole) this.#judgeSoon();
    return this.#withoutTyped(found.words, block, field);
  }

  /** Looks through the block's words: which are unknown, and whether all have been judged; notes those that have not. */
  #look(block: Node): Found {
    const words = blockWords(block);
    const isWhole = !this.#want(words);
    const unknown = words.filter(
      ({ word, language }) => this.#speller.verdict(word, this.#judgesOf(language)) === false && !this.#isOwn(word),
    );
    const found = { words: unknown, isWhole };
    this.#found.set(block, found);
    return found;
  }

  /** The word that is being written is not marked before the caret has left it. */
  #withoutTyped(passages: readonly Passage[], block: Node, field: TextField): readonly Passage[] {
    const state = passages.length === 0 || field !== this.#page.field ? undefined : this.#page.editor?.state;
    if (state === undefined || state.doc !== this.#typedIn || !state.selection.empty) return passages;
    const { $head } = state.selection;
    if ($head.depth === 0 || $head.node(1) !== block) return passages;
    const caret = $head.pos - $head.start(1);
    return passages.filter(({ from, to }) => caret < from || caret > to);
  }

  /** Hears every transaction, so it only compares. */
  #follow(): void {
    const state = this.#page.editor?.state;
    if (state === undefined) return;
    const { doc, selection } = state;
    if (this.#seen !== null && this.#page.field !== this.#seenField) this.#typedIn = null;
    else if (this.#seen === null) {
      // Nothing has been seen of the field before.
    } else if (doc !== this.#seen) this.#typedIn = doc;
    else if (selection.head !== this.#caret && this.#typedIn !== null) {
      this.#typedIn = null;
      this.#page.marks.renew();
    }
    this.#seen = doc;
    this.#seenField = this.#page.field;
    this.#caret = selection.head;
  }

  /** Notes the words that nobody has judged yet; answers whether there are any. */
  #want(words: readonly BlockWord[]): boolean {
    let isAny = false;
    for (const { word, language } of words) {
      const judges = this.#judgesOf(language);
      if (this.#speller.verdict(word, judges) !== undefined) continue;
      isAny = true;
      const wanted = this.#wanted.get(judges) ?? new Set();
      this.#wanted.set(judges, wanted.add(word));
    }
    return isAny;
  }

  #judgeSoon(): void {
    if (this.#isDue || performance.now() < this.#asksAgainAt) return;
    this.#isDue = true;
    // After everything that is painted now has said which words it wants judged.
    queueMicrotask(() => void this.#judgeAndRenew());
  }

  async #judgeAndRenew(): Promise<void> {
    const isWhole = await this.#judgeWanted();
    this.#isDue = false;
    if (!isWhole) this.#asksAgainAt = performance.now() + PATIENCE;
    this.#page.marks.renew();
  }

  async #judgeWanted(): Promise<boolean> {
    const wanted = [...this.#wanted];
    this.#wanted = new Map();
    if (wanted.length === 0) return true;
    const done = wanted.map(([judges, words]) => this.#speller.judge(words, judges));
    this.isUnavailable = !(await Promise.all(done)).every(Boolean);
    return !this.isUnavailable;
  }

  #judgesOf(language: string | null): readonly SpellingLanguage[] {
    const known = this.#judges.get(language);
    if (known !== undefined) return known;
    const judges = judgesOf(language, { article: this.#language, ticked: this.#ticked });
    this.#judges.set(language, judges);
    return judges;
  }

  #renewOwn(): void {
    const { session } = this.#page;
    const { personal, house } = ownWordsOf(session.client).words;
    this.#isOwn = ownWordTest([...personal, ...house, ...ignoredWords(session.id)]);
    this.#forget();
  }

  #forget(): void {
    this.#found = new WeakMap();
    this.#judges = new Map();
    this.#page.marks.renew();
  }
}

/** The most suggestions for one word. */
const MOST_SUGGESTED = 6;

const spellings = new WeakMap<Page, PageSpelling>();

/** The spelling of a page, the same for everyone who asks. */
export function spellingOf(page: Page): PageSpelling {
  const known = spellings.get(page) ?? new PageSpelling(page);
  spellings.set(page, known);
  return known;
}
