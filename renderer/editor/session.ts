import { applyUpdate, encodeStateVectorFromUpdate, type Doc, type Transaction, type UndoManager } from 'yjs';
import { headlineText, type Article } from '#shared/article/article.ts';
import { succeed, type Failure, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Metadata } from '#shared/article/metadata.ts';
import type { RelatedLink } from '#shared/article/related.ts';
import type { OpenedArticle } from '#shared/contract/calls.ts';
import type { Client } from '#shared/contract/client.ts';
import { appendText } from '#shared/document/append.ts';
import { readMetadata, setFields } from '#shared/document/field.ts';
import { METADATA_ROOT, RELATED_ROOT, type TextField } from '#shared/document/layout.ts';
import { readArticle, readLine } from '#shared/document/read.ts';
import { addRelated, changeRelated, moveRelated, readRelated, removeRelated } from '#shared/document/related.ts';
import { recordSchema } from '#shared/document/schema.ts';
import { differenceFrom, openDocument, stateOf } from '#shared/document/state.ts';
import { understoodState } from '#shared/document/understood.ts';
import { beforeClosing } from '#renderer/connection/closing.ts';
import { createUndoManager } from './binding/undo.ts';
import { bindingIsSafe } from './binding/safety.ts';
import { Outbox, type SavingState } from './outbox.ts';

export type { SavingState } from './outbox.ts';

/** What of an article can be listened to. */
export type SessionPart = 'headline' | 'metadata' | 'related' | 'saving';

/** Marks transactions that came from elsewhere: they are never sent back. */
const REMOTE = { from: 'elsewhere' };

const NOTHING_LACKING = 2;

interface SessionOptions {
  /** The article's document, which may be bound; or why it may not, and its state. */
  readonly content: { readonly doc: Doc } | { readonly readOnly: Failure; readonly state: Uint8Array };
  /** Called once, when the session has let its article go. */
  readonly onGone: () => void;
}

/**
 * An article being edited: the one live document, and the promise that every change to it reaches the disk.
 * Where `readOnly` is set, `doc` is a copy of what is understood of it, as it was when it was opened: nothing is ever
 * sent, and nothing that arrives is merged into it.
 */
export class ArticleSession {
  readonly id: ArticleId;
  readonly client: Client;
  readonly doc: Doc;
  readonly undoManager: UndoManager;
  readonly readOnly?: Failure;
  readonly #outbox: Outbox;
  readonly #listeners: { readonly [Part in SessionPart]: Set<() => void> };
  readonly #endings: (() => void)[] = [];
  readonly #coming = new Set<Promise<unknown>>();
  readonly #onGone: () => void;
  #holders = 1;
  #gone = false;

  constructor(client: Client, id: ArticleId, options: SessionOptions) {
    this.id = id;
    const { content } = options;
    if ('doc' in content) this.doc = content.doc;
    else {
      this.doc = openDocument([understoodState(this.id, content.state, randomBytes)]);
      this.readOnly = content.readOnly;
    }
    this.undoManager = createUndoManager(this.doc);
    this.#onGone = options.onGone;
    this.client = client;
    this.#listeners = { headline: new Set(), metadata: new Set(), related: new Set(), saving: new Set() };
    this.#outbox = new Outbox({
      append: (update) => client.call('article.append', { id: this.id, update }),
      resume: () => this.#resume(),
      onState: () => this.#tell('saving'),
    });
    this.#follow();
  }

  /** The article as plain data, as it is now. Reads all of it; whoever wants a part asks for that. */
  article(): Article {
    return readArticle(this.id, this.doc);
  }

  /** The headline as one line without marks, as it is now. */
  headline(): string {
    return headlineText({ headline: readLine(this.doc, 'headline') });
  }

  metadata(): Metadata {
    return readMetadata(this.doc);
  }

  related(): readonly RelatedLink[] {
    return readRelated(this.doc);
  }

  /** Changes metadata; only fields whose value differs are written. Nothing where the session is read-only. */
  setFields(patch: Partial<Metadata>): void {
    if (this.readOnly === undefined) setFields(this.doc, patch);
  }

  /** Adds text at the end of a field; one undo takes it out again. False, and nothing, where the session is read-only. */
  appendText(field: TextField, text: string): boolean {
    if (this.readOnly !== undefined) return false;
    this.undoManager.stopCapturing();
    appendText(this.doc, field, text);
    this.undoManager.stopCapturing();
    return true;
  }

  /** Adds at the end of the related list and answers the new entry's id; null where the session is read-only. */
  addRelated(link: Omit<RelatedLink, 'id'>): string | null {
    return this.readOnly === undefined ? addRelated(this.doc, link, randomBytes) : null;
  }

  changeRelated(id: string, patch: Partial<Omit<RelatedLink, 'id'>>): void {
    if (this.readOnly === undefined) changeRelated(this.doc, id, patch);
  }

  moveRelated(id: string, toIndex: number): void {
    if (this.readOnly === undefined) moveRelated(this.doc, id, toIndex);
  }

  removeRelated(id: string): void {
    if (this.readOnly === undefined) removeRelated(this.doc, id);
  }

  /** Calls the listener after each change of that part. Returns the way to stop. */
  subscribe(part: SessionPart, listener: () => void): () => void {
    this.#listeners[part].add(listener);
    return () => this.#listeners[part].delete(listener);
  }

  saving(): SavingState {
    return this.#outbox.state;
  }

  /** For how long the oldest text that is not on disk has been written, in milliseconds. */
  unsavedFor(): number {
    return this.#outbox.unsavedFor();
  }

  /**
   * Work whose outcome comes into the text later, like a long paste or a picture on its way: flushing and closing wait
   * for it, and the page warns before it is left.
   */
  waitFor(work: Promise<unknown>): void {
    const coming: Promise<unknown> = Promise.allSettled([work]).then(() => this.#coming.delete(coming));
    this.#coming.add(coming);
    // What goes wrong in it is its own matter, and is not to be hidden by waiting for it.
    void work.then(() => undefined);
  }

  /** Resolves when all that is on its way is in the text; null where nothing is. */
  get arrived(): Promise<void> | null {
    return this.#coming.size === 0 ? null : this.#arrive();
  }

  /** Resolves when everything written so far, and what is still on its way, is on disk, however long that takes. */
  async flush(): Promise<void> {
    this.#outbox.sendNow();
    await this.arrived;
    await this.#outbox.flush();
  }

  /** One more place shows this session; each place closes it once. False where it has let go already. */
  hold(): boolean {
    if (!this.#gone) this.#holders += 1;
    return !this.#gone;
  }

  /**
   * Resolves when everything is on disk and, if nobody else holds the session, the article is let go.
   * Until then the page warns before it is left.
   */
  async close(): Promise<void> {
    this.#holders -= 1;
    // Whoever shows it may be going in this very moment, and puts in what is still to come while it does.
    await Promise.resolve();
    await this.flush();
    if (this.#holders > 0 || this.#gone) return;
    this.#gone = true;
    this.#onGone();
    for (const stop of this.#endings.splice(0)) stop();
    this.#outbox.stop();
    await this.client.call('article.close', { id: this.id });
    this.undoManager.destroy();
    this.doc.destroy();
  }

  async #arrive(): Promise<void> {
    while (this.#coming.size > 0) await Promise.all(this.#coming);
  }

  #follow(): void {
    let isRecorded = false;
    // Hears every key, and whatever else is written here.
    const onUpdate = (update: Uint8Array, origin: unknown): void => {
      if (origin === REMOTE || this.readOnly !== undefined) return;
      this.#outbox.add(update);
      if (isRecorded) return;
      isRecorded = true;
      recordSchema(this.doc);
    };
    const roots = [
      ['headline', this.doc.getXmlFragment('headline')],
      ['metadata', this.doc.getMap(METADATA_ROOT)],
      ['related', this.doc.getMap(RELATED_ROOT)],
    ] as const;
    // Hears every key.
    const onTransaction = ({ changedParentTypes }: Transaction): void => {
      const changed: ReadonlyMap<unknown, unknown> = changedParentTypes;
      for (const [part, root] of roots) if (changed.has(root)) this.#tell(part);
    };
    this.doc.on('update', onUpdate);
    this.doc.on('afterTransaction', onTransaction);
    this.#endings.push(
      () => this.doc.off('update', onUpdate),
      () => this.doc.off('afterTransaction', onTransaction),
      this.client.on('article.updated', ({ id, update }) => {
        if (id === this.id && this.readOnly === undefined) applyUpdate(this.doc, update, REMOTE);
      }),
      this.client.on('host.connection', ({ connected }) => {
        if (connected) this.#outbox.connectionChanged();
      }),
      beforeClosing(() => this.flush()),
      this.#followPage(),
    );
  }

  /** While anything is not on disk or on its way, leaving the page asks first; hiding it sends what has been gathered. */
  #followPage(): () => void {
    if (typeof window === 'undefined') return () => undefined;
    const onHide = (): void => this.#outbox.sendNow();
    const onLeave = (event: BeforeUnloadEvent): void => {
      this.#outbox.sendNow();
      if (this.#coming.size > 0 || this.#outbox.state.state !== 'saved') event.preventDefault();
    };
    window.addEventListener('pagehide', onHide);
    window.addEventListener('beforeunload', onLeave);
    return () => {
      window.removeEventListener('pagehide', onHide);
      window.removeEventListener('beforeunload', onLeave);
    };
  }

  #tell(part: SessionPart): void {
    for (const listener of this.#listeners[part]) listener();
  }

  async #resume(): Promise<Result<Uint8Array | null>> {
    const opened = await this.client.call('article.open', { id: this.id });
    if (!opened.ok) return opened;
    if (this.readOnly !== undefined) return succeed(null);
    applyUpdate(this.doc, opened.value.state, REMOTE);
    if (opened.value.readOnly !== undefined) return { ok: false, error: opened.value.readOnly };
    const lacking = differenceFrom(this.doc, encodeStateVectorFromUpdate(opened.value.state));
    return succeed(lacking.byteLength > NOTHING_LACKING ? lacking : null);
  }
}

type Opening = Promise<Result<ArticleSession>>;

/** One session per article and client, however many places show it. */
const openings = new WeakMap<Client, Map<ArticleId, Opening>>();

/**
 * Opens an article for editing, or, where this version may not change it, for showing (`readOnly` says why).
 * An article that is open already, or still bringing text to the disk, is continued: there is one live document.
 */
export async function openSession(client: Client, id: ArticleId): Promise<Result<ArticleSession>> {
  const byId = openings.get(client) ?? new Map<ArticleId, Opening>();
  openings.set(client, byId);
  const earlier = byId.get(id);
  if (earlier !== undefined) {
    const opened = await earlier;
    return opened.ok && !opened.value.hold() ? openSession(client, id) : opened;
  }
  const opening = startSession(client, id, () => byId.delete(id));
  byId.set(id, opening);
  const opened = await opening;
  if (!opened.ok) byId.delete(id);
  return opened;
}

async function startSession(client: Client, id: ArticleId, onGone: () => void): Opening {
  const missed: Uint8Array[] = [];
  const stop = client.on('article.updated', (event) => {
    if (event.id === id) missed.push(event.update);
  });
  try {
    const opened = await client.call('article.open', { id });
    if (!opened.ok) return opened;
    const content = contentOf(opened.value, missed);
    return succeed(new ArticleSession(client, id, { content, onGone }));
  } finally {
    stop();
  }
}

/** What was opened, with the updates by others (`missed`) that arrived meanwhile. */
function contentOf({ state, readOnly }: OpenedArticle, missed: readonly Uint8Array[]): SessionOptions['content'] {
  if (readOnly !== undefined) return { readOnly, state: stateOf([state, ...missed]) };
  const doc = openDocument([state, ...missed]);
  const safe = bindingIsSafe(doc);
  if (safe.ok) return { doc };
  doc.destroy();
  return { readOnly: safe.error, state: stateOf([state, ...missed]) };
}

function randomBytes(bytes: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(bytes));
}
