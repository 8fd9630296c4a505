import * as Y from 'yjs';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Library } from '#electron/backend/library.ts';
import { edit, tokensOf, type Effect } from './edit.ts';
import type { Pen } from './pen.ts';

/**
 * An article that somebody has open, as the editor has it: a live document under one client id of its own, which takes
 * in what comes from others and keeps what could not be saved yet.
 */
export class Session {
  readonly id: ArticleId;
  readonly #library: Library;
  readonly #doc = new Y.Doc();
  readonly #stop: () => void;
  /** What can be seen in it; null where that is to be looked up. */
  #tokens: ReturnType<typeof tokensOf> | null = null;
  /** Edits that the disk refused, to be given again with the next. */
  #unsaved: { update: Uint8Array; effect: Effect }[] = [];

  private constructor(library: Library, id: ArticleId, client: number) {
    this.id = id;
    this.#library = library;
    this.#doc.clientID = client;
    this.#stop = library.on('appended', ({ id: changed, update, origin }) => {
      if (changed !== id || origin === this) return;
      Y.applyUpdate(this.#doc, update);
      this.#tokens = null;
    });
  }

  /** Null where the library can't show it, or only to be read. */
  static async open(
    library: Library,
    id: ArticleId,
    o: { client: number; seedsAnew: boolean },
  ): Promise<Session | null> {
    const session = new Session(library, id, o.client);
    const loaded = await library.load(id);
    if (!loaded.ok || loaded.value.readOnly !== undefined) {
      session.close();
      return null;
    }
    Y.applyUpdate(session.#doc, loaded.value.state);
    if (o.seedsAnew) await session.#seedAnew();
    return session;
  }

  /** What a broken editor does: writes the beginning of the article once more, as if nobody had. */
  async #seedAnew(): Promise<void> {
    const words = this.#doc.getXmlFragment('body').toArray().slice(0, 1);
    const before = Y.encodeStateVector(this.#doc);
    const copies = words.flatMap((block) => (block instanceof Y.XmlElement ? [block.clone()] : []));
    this.#doc.getXmlFragment('body').insert(0, copies);
    await this.#library.append(this.id, Y.encodeStateAsUpdate(this.#doc, before), this);
  }

  /** One edit, saved together with what was refused before. Returns what it did and what is now acknowledged. */
  async edit(pen: Omit<Pen, 'doc'>, onDone: (effect: Effect) => void): Promise<readonly Effect[]> {
    const updates: Uint8Array[] = [];
    const hear = (update: Uint8Array): void => void updates.push(update);
    this.#doc.on('update', hear);
    const { effect, after } = edit({ ...pen, doc: this.#doc }, this.#tokens ?? tokensOf(this.#doc), this);
    this.#doc.off('update', hear);
    this.#tokens = after;
    onDone(effect);
    const [update] = updates;
    if (update !== undefined) this.#unsaved.push({ update, effect });
    return this.save();
  }

  /** Gives the library what it has not acknowledged. Returns what it acknowledges. */
  async save(): Promise<readonly Effect[]> {
    if (this.#unsaved.length === 0) return [];
    const given = this.#unsaved.splice(0);
    const update = Y.mergeUpdates(given.map((unsaved) => unsaved.update));
    const saved = await this.#library.append(this.id, update, this);
    if (saved.ok) return given.map(({ effect }) => effect);
    this.#unsaved.unshift(...given);
    return [];
  }

  close(): void {
    this.#stop();
    this.#doc.destroy();
  }
}
