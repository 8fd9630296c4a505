import { isArticleId, type ArticleId } from '#shared/article/identity.ts';
import type { Client } from '#shared/contract/client.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { LONGEST_PLACES } from '#shared/contract/writing.ts';

/** Where the caret stood in an article, and how far below the upper edge of the window, in pixels. */
export interface Place {
  readonly field: string;
  /** Positions in the article's document, as the editor stores them: it checks them when it reads them. */
  readonly anchor: unknown;
  readonly head: unknown;
  readonly top: number;
}

/** What was open in a library, as a hash of the application, and where the caret stood in its articles, newest last. */
export interface Places {
  readonly open: string;
  readonly articles: ReadonlyMap<ArticleId, Place>;
}

const NOWHERE: Places = { open: '', articles: new Map() };

/** So many articles and libraries are remembered; the ones left longest ago are forgotten first. */
const MOST_ARTICLES = 60;
const MOST_LIBRARIES = 4;
/** How long changes are gathered before they are kept, in milliseconds. */
const GATHER = 800;

/** The places of one library while Stet runs: remembered here, kept with the person's settings a moment later. */
class Keeper {
  readonly #client: Client;
  readonly #library: string;
  readonly #others: readonly (readonly [string, unknown])[];
  #places: Places;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Client, { library, places }: Settings) {
    this.#client = client;
    this.#library = library;
    const all = recordOf(parsed(places));
    this.#places = readPlaces(all[library]);
    this.#others = Object.entries(all).filter(([name]) => name !== library);
    if (typeof window !== 'undefined') window.addEventListener('pagehide', () => this.#keep());
  }

  get open(): string {
    return this.#places.open;
  }

  placeOf(id: ArticleId): Place | null {
    return this.#places.articles.get(id) ?? null;
  }

  remember(id: ArticleId, place: Place): void {
    const others = [...this.#places.articles].filter(([other]) => other !== id);
    this.#change({ ...this.#places, articles: new Map([...others, [id, place] as const].slice(-MOST_ARTICLES)) });
  }

  opened(hash: string): void {
    if (hash !== this.#places.open) this.#change({ ...this.#places, open: hash });
  }

  #change(places: Places): void {
    this.#places = places;
    this.#timer ??= setTimeout(() => this.#keep(), GATHER);
  }

  #keep(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const here = { open: this.#places.open, articles: [...this.#places.articles] };
    const kept = JSON.stringify(Object.fromEntries([...this.#others.slice(1 - MOST_LIBRARIES), [this.#library, here]]));
    if (kept.length <= LONGEST_PLACES) void this.#client.call('settings.change', { places: kept });
  }
}

export type { Keeper };

const keepers = new WeakMap<Client, Keeper>();

/** Begins to remember places for a client; to be called once, with the settings as they were at the start. */
export function beginPlaces(client: Client, settings: Settings): Keeper {
  const keeper = new Keeper(client, settings);
  keepers.set(client, keeper);
  return keeper;
}

/** The places of the library a client works in; null where nobody began to remember any. */
export function placesOf(client: Client): Keeper | null {
  return keepers.get(client) ?? null;
}

/** Reads what was kept of a library; whatever is odd is left out. */
export function readPlaces(kept: unknown): Places {
  const { open, articles } = recordOf(kept);
  const entries: readonly unknown[] = Array.isArray(articles) ? articles : [];
  return {
    ...NOWHERE,
    open: typeof open === 'string' && open.startsWith('#/') && open.length < 200 ? open : '',
    articles: new Map(entries.slice(-MOST_ARTICLES).flatMap(readEntry)),
  };
}

function readEntry(entry: unknown): [ArticleId, Place][] {
  if (!Array.isArray(entry)) return [];
  const [id, kept]: readonly unknown[] = entry;
  const { field, anchor, head, top } = recordOf(kept);
  if (!isArticleId(id) || typeof field !== 'string') return [];
  return [[id, { field, anchor, head, top: typeof top === 'number' && Number.isFinite(top) ? top : 0 }]];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text === '' ? '{}' : text);
  } catch {
    return {};
  }
}
