import type { Node } from '@tiptap/pm/model';
import { excerptOf, type Excerpt } from '#shared/article/search-article.ts';
import { exactly, matcherOf, type Hit, type SearchQuery } from '#shared/article/search.ts';
import { OWN_EDIT } from '#shared/document/origin.ts';
import { replaceText, searchedTexts } from '#shared/document/replace.ts';
import type { TextField } from '#shared/document/layout.ts';
import { asOneStep } from '../binding/undo.ts';
import { blockTexts } from '../marking/block-text.ts';
import type { Passage } from '../marking/mark-source.ts';
import type { Page } from '../page.ts';
import { BlockHits, placeBefore, placeFrom, placeOf, type PageHit } from './block-hits.ts';
import { PatternSearch } from './pattern-search.ts';
import { replaceHit } from './replace-hit.ts';

/** Why there is nothing to show. */
type FindTrouble = 'bad-pattern' | 'slow-pattern';

/** What the bar shows. */
export interface FindState {
  readonly query: SearchQuery;
  readonly hits: readonly PageHit[];
  /** The place in `hits` of the one that is selected in the text, or -1. */
  readonly now: number;
  readonly trouble: FindTrouble | null;
  /** How many places the last replacing of all changed; null once something else was done. */
  readonly replaced: number | null;
}

/** A hit as the list shows it. */
export interface ShownHit extends Excerpt {
  /** Its place among all hits. */
  readonly place: number;
  readonly hit: PageHit;
}

/** What is to be done once the worker has answered. */
interface Waiting {
  readonly works: (() => void)[];
  isAsked: boolean;
}

const NO_HITS: readonly PageHit[] = [];
const NO_PASSAGES: readonly Passage[] = [];

/**
 * Finding on a page for as long as the bar is open. Text is searched when the query changes, at pauses in writing and
 * when a key asks for the next hit, never while somebody writes; and of the text only blocks that are new.
 */
export class Finder {
  readonly #page: Page;
  readonly #patterns = new PatternSearch();
  /** By itself: a pause in writing does not take the answer away from who replaces. */
  readonly #replacing = new PatternSearch();
  readonly #listeners = new Set<() => void>();
  /** Where the caret was when the search began: a longer query looks from there again. */
  #origin: { readonly field: TextField; readonly from: number; readonly to: number };
  #blocks: BlockHits;
  #state: FindState;
  #waiting = nobody();

  /** Nothing is looked for yet; `query` is what the bar shows till then. */
  constructor(page: Page, query: SearchQuery) {
    this.#page = page;
    this.#origin = caretOf(page);
    this.#blocks = new BlockHits(exactly(''));
    this.#state = { query, hits: NO_HITS, now: -1, trouble: null, replaced: null };
  }

  /** Marks what is found from now on. Returns the way to end it, which gives the text the keyboard back. */
  start(): () => void {
    const page = this.#page;
    const endings = [
      page.marks.add({ name: 'found', passages: (block) => this.#passages(block) }),
      page.marks.add({ name: 'found-now', passages: (block) => this.#passageNow(block) }),
      page.subscribe('pause', () => this.#whenSearched(() => this.#renew())),
    ];
    return () => {
      this.#waiting = nobody();
      this.#patterns.close();
      this.#replacing.close();
      for (const end of endings) end();
      page.focus();
    };
  }

  get state(): FindState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins anew, from where the caret is now. */
  begin(query: SearchQuery): void {
    this.#origin = caretOf(this.#page);
    this.look(query);
  }

  /** Looks for something else, from where the search began, and shows the first hit. */
  look(query: SearchQuery): void {
    const matcher = matcherOf(query);
    this.#waiting = nobody();
    this.#blocks = matcher.ok ? new BlockHits(matcher.value) : new BlockHits(exactly(''));
    this.#change({ query, trouble: matcher.ok ? null : 'bad-pattern', replaced: null });
    this.#whenSearched(() => {
      this.#renew();
      const { field, from, to } = this.#origin;
      const place = placeFrom(this.#state.hits, field, from);
      if (place >= 0) this.goTo(place);
      else this.#page.select(field, from, to);
    });
  }

  /** Goes to the next hit, or the one before; round the ends of the page. */
  step(by: 1 | -1): void {
    this.#whenSearched(() => {
      this.#renew();
      const { hits, now } = this.#state;
      if (hits.length === 0) return;
      if (now >= 0) this.goTo((now + by + hits.length) % hits.length);
      else this.goTo(this.#beside(by));
    });
  }

  /** Selects a hit in the text and brings it in sight; the keyboard stays where it is. */
  goTo(place: number): void {
    const hit = this.#state.hits[place];
    if (hit === undefined) return;
    this.#page.select(hit.field, hit.start, hit.end);
    this.#change({ now: place, replaced: null });
    this.#page.marks.renew();
  }

  /** Replaces the selected hit and goes on to the next; where none is selected, only goes to the next. */
  replace(replacement: string): void {
    this.#whenSearched(() => {
      this.#renew();
      const { hits, now } = this.#state;
      const hit = hits[now];
      const editor = hit === undefined ? undefined : this.#page.editors?.[hit.field];
      if (hit === undefined || editor === undefined || this.#page.session.readOnly !== undefined) {
        this.step(1);
        return;
      }
      asOneStep(this.#page.session.undoManager, () => editor.view.dispatch(replaceHit(editor.state, hit, replacement)));
      const { field } = hit;
      const after = editor.state.selection.to;
      this.#whenSearched(() => {
        this.#renew();
        this.goTo(placeFrom(this.#state.hits, field, after));
        if (this.#state.hits.length === 0) this.#page.select(field, after, after);
      });
    });
  }

  /** Replaces every hit of the page as one step of undo. */
  async replaceAll(replacement: string): Promise<void> {
    const { session } = this.#page;
    const { matcher } = this.#blocks;
    if (session.readOnly !== undefined || this.#state.trouble !== null) return;
    let known: ReadonlyMap<string, readonly Hit[]> | null = null;
    if (matcher.query.pattern) {
      const texts = searchedTexts(session.doc);
      const found = await this.#replacing.find(matcher.query, texts);
      if (found === 'slow') this.#change({ trouble: 'slow-pattern' });
      if (found === 'slow' || found === 'given-up' || this.#blocks.matcher !== matcher) return;
      known = new Map(texts.map((text, at) => [text, found[at] ?? []]));
    }
    const hits = known === null ? matcher.hits : (text: string) => known.get(text) ?? [];
    const replaced = asOneStep(session.undoManager, () =>
      session.doc.transact(() => replaceText(session.doc, { ...matcher, hits }, replacement, { all: true }), OWN_EDIT),
    );
    this.#whenSearched(() => {
      this.#renew();
      this.#change({ replaced });
    });
  }

  /** The hits from one place of the list up to another, with the words around them. */
  shown(from: number, to: number): readonly ShownHit[] {
    return this.#state.hits
      .slice(from, to)
      .map((hit, at) => ({ place: from + at, hit, ...excerptOf(hit.text, hit.hit) }));
  }

  /** Does the work once every block is searched: at once for words, after the worker's answer for a pattern. */
  #whenSearched(work: () => void): void {
    const { editors } = this.#page;
    if (editors === null) return;
    const missing = this.#blocks.missing(editors);
    const blocks = this.#blocks;
    if (!blocks.matcher.query.pattern || missing.length === 0) {
      for (const block of missing) blocks.search(block);
      work();
      return;
    }
    // A pause that comes before the answer does not take the place of what waits for it.
    const waiting = this.#waiting;
    waiting.works.push(work);
    if (!waiting.isAsked) void this.#searchPattern(blocks, missing, waiting);
  }

  async #searchPattern(blocks: BlockHits, missing: readonly Node[], waiting: Waiting): Promise<void> {
    waiting.isAsked = true;
    const texts = missing.map((block) => blockTexts(block).map(({ text }) => text));
    const found = await this.#patterns.find(blocks.matcher.query, texts.flat());
    waiting.isAsked = false;
    // Where no worker could be started, all of it waits for the next time.
    if (this.#waiting !== waiting || found === 'given-up') return;
    this.#waiting = nobody();
    if (found === 'slow') {
      this.#change({ trouble: 'slow-pattern', hits: NO_HITS, now: -1 });
      return;
    }
    let at = 0;
    missing.forEach((block, place) => {
      const count = texts[place]?.length ?? 0;
      blocks.keep(block, found.slice(at, at + count));
      at += count;
    });
    for (const work of waiting.works) this.#whenSearched(work);
  }

  /** Takes the list anew from what is known of the blocks, and looks which hit is selected. */
  #renew(): void {
    const { editors } = this.#page;
    if (editors === null) return;
    const hits = this.#blocks.all(editors);
    const { field } = this.#page;
    const { from, to } = editors[field].state.selection;
    this.#change({ hits, now: placeOf(hits, field, from, to) });
    this.#page.marks.renew();
  }

  #beside(by: 1 | -1): number {
    const { hits } = this.#state;
    const { field, editor } = this.#page;
    const selection = editor?.state.selection ?? null;
    if (selection === null) return 0;
    return by === 1 ? placeFrom(hits, field, selection.from) : placeBefore(hits, field, selection.from);
  }

  #passages(block: Node): readonly Passage[] {
    const hits = this.#blocks.known(block) ?? NO_PASSAGES;
    const now = this.#passageNow(block)[0];
    return now === undefined ? hits : hits.filter((hit) => hit.from !== now.from);
  }

  #passageNow(block: Node): readonly Passage[] {
    const hit = this.#state.hits[this.#state.now];
    return hit?.block === block ? [hit] : NO_PASSAGES;
  }

  #change(change: Partial<FindState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function nobody(): Waiting {
  return { works: [], isAsked: false };
}

function caretOf(page: Page): { readonly field: TextField; readonly from: number; readonly to: number } {
  const selection = page.editor?.state.selection;
  return { field: page.field, from: selection?.from ?? 0, to: selection?.to ?? 0 };
}
