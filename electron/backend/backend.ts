import type { Failure, Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Random } from '#shared/article/random.ts';
import type { BackendHandlers, Emit } from '#shared/contract/serve.ts';
import type { Clock } from './clock.ts';
import type { Disk } from './disk/disk.ts';
import type { Watch } from './desk/courier.ts';
import { overviewOf } from './desk-handlers.ts';
import { DeskSeat } from './desk-seat.ts';
import { handlersFor } from './handlers.ts';
import type { Library } from './library.ts';
import { openLibrary } from './open-library.ts';
import type { Opened } from './opening.ts';
import { RulesKeeper } from './rules/house-rules.ts';
import type { SettingsStore } from './settings.ts';

export interface BackendOptions {
  /** Folder of the library, made when it is missing. */
  readonly place: string;
  readonly disk: Disk;
  readonly clock: Clock;
  readonly random: Random;
  readonly settings: SettingsStore;
  /** Tells of changes in a desk's folder; absent: nothing does, and it is looked at now and then. */
  readonly watch?: Watch;
  /** What `openGround` found in `place` with write access, where it was asked before. */
  readonly found?: Opened;
}

/** What stands behind one page. `dispose` is called once, when the page is gone. */
export interface BackendConnection {
  readonly handlers: BackendHandlers;
  dispose(): void;
}

/** Opens the library for writing and everything that works on it; the one back end of a host, whatever its pages. */
export async function openBackend(options: BackendOptions): Promise<Result<Backend>> {
  const { place, disk, clock, random, found } = options;
  const ground = found === undefined ? {} : { found };
  const library = await openLibrary({ place, disk, clock, random, access: 'write', ...ground });
  return library.ok ? { ok: true, value: new Backend(library.value, options) } : library;
}

/** A page's end of the back end: what it follows and how it is told. */
interface Page {
  readonly emit: Emit;
  readonly origin: object;
  readonly followed: Set<ArticleId>;
}

/**
 * Answers any number of pages over one library and tells each what the others do. A page never hears its own updates
 * back. Lives until `close`.
 */
export class Backend {
  readonly library: Library;
  readonly #options: BackendOptions;
  readonly #pages = new Set<Page>();
  readonly #stops: readonly (() => void)[];
  #trouble: Failure | null = null;
  readonly #seat: DeskSeat;
  readonly #rules: RulesKeeper;
  readonly #later: ReturnType<typeof setTimeout>;

  constructor(library: Library, options: BackendOptions) {
    this.library = library;
    this.#options = options;
    this.#stops = [
      library.on('appended', ({ id, update, origin }) => {
        for (const page of this.#pages) {
          if (page.origin !== origin && page.followed.has(id)) page.emit('article.updated', { id, update });
        }
      }),
      library.on('changed', ({ items }) => {
        for (const page of this.#pages) page.emit('library.changed', { items });
      }),
      library.on('trouble', ({ trouble }) => {
        this.#trouble = trouble;
        for (const page of this.#pages) page.emit('disk.state', { trouble });
      }),
    ];
    this.#seat = new DeskSeat({ ...options, library });
    this.#seat.on(() => {
      const overview = overviewOf(this.#seat);
      for (const page of this.#pages) page.emit('desk.changed', { overview });
    });
    this.#rules = new RulesKeeper({ disk: options.disk, place: library.place });
    this.#later = setTimeout(() => void this.#seat.open(), DESK_LATER);
    this.#later.unref();
  }

  /**
   * What answers one page. `origin` is any object of the page's own; it marks what the page writes. A page that comes
   * while the disk is in trouble is told at once.
   */
  connection(emit: Emit, origin: object): BackendConnection {
    const page: Page = { emit, origin, followed: new Set() };
    this.#pages.add(page);
    const sayTrouble = (): void => {
      if (this.#trouble !== null) emit('disk.state', { trouble: this.#trouble });
    };
    sayTrouble();
    const { disk, clock, settings } = this.#options;
    let stopRules: (() => void) | undefined;
    const followRules = (): void => {
      stopRules ??= this.#rules.on((inForce) => emit('rules.changed', { inForce }));
    };
    return {
      handlers: handlersFor({
        library: this.library,
        disk,
        clock,
        settings,
        origin,
        followed: page.followed,
        sayTrouble,
        seat: this.#seat,
        rules: this.#rules,
        followRules,
      }),
      dispose: () => {
        stopRules?.();
        this.#seat.here(origin, null);
        this.#pages.delete(page);
        page.followed.clear();
      },
    };
  }

  /** Resolves when everything that was acknowledged, and everything derived from it, is on disk and the library is free. */
  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    this.#pages.clear();
    clearTimeout(this.#later);
    this.#rules.close();
    await this.#seat.close();
    await this.library.close();
  }
}

/** After so many milliseconds the desk is begun: the page and its list come first. */
const DESK_LATER = 1_000;
