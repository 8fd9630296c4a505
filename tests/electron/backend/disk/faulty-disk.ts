import { DiskError, type Disk, type DiskReason, type WriteHandle } from '#electron/backend/disk/disk.ts';
import { seeded } from '../seeded.ts';

interface File {
  readonly kind: 'file';
  bytes: Uint8Array;
  /** What a power cut leaves for certain. */
  durable: Uint8Array;
  /** Ranges a failed sync has lost although reading still shows them: [from, end]. */
  eaten: [number, number][];
  /** Up to here the kernel believes to have written. */
  clean: number;
}

interface Folder {
  readonly kind: 'folder';
  entries: Map<string, Node>;
  durable: Map<string, Node>;
  pending: Change[];
}

type Node = File | Folder;
/** A change of names that is not yet durable. One change happens wholly or not at all, as on a journalling file system. */
type Change =
  | { readonly is: 'add'; readonly name: string; readonly node: Node }
  | { readonly is: 'remove'; readonly name: string }
  | { readonly is: 'move'; readonly from: string; readonly source: Folder; readonly name: string; readonly node: Node };

/** How the disk misbehaves. Rates are from 0 to 1. */
export interface Faults {
  /** How often a write takes only a part. */
  short: number;
  /** How often a write fails. */
  writeError: number;
  /** How often a sync fails; what was to be synced is then lost, whatever a later sync says. */
  syncError: number;
  /** Bytes that still fit; writes take what fits and then say the disk is full. */
  room: number;
}

/**
 * A hostile disk in memory, the same for the same seed: short writes, full, failing syncs that eat pages, and power cuts
 * after which unsynced bytes are lost, cut, zeroed or garbled and any subset of unsynced names is gone.
 */
export class FaultyDisk implements Disk {
  faults: Faults = { short: 0, writeError: 0, syncError: 0, room: Infinity };
  /** How many operations are still done before the power goes; null for no limit. */
  cutAfter: number | null = null;
  readonly #next: () => number;
  #root: Folder = newFolder();
  #locks = new Set<string>();
  #life = 0;
  #isCut = false;

  constructor(seed: number) {
    this.#next = seeded(seed);
  }

  /** True after `cutAfter` operations: nothing answers but with failure until `powerCut`. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** The power goes and comes back. Handles and locks of before are dead. */
  powerCut(): void {
    this.#life += 1;
    this.#isCut = false;
    this.cutAfter = null;
    this.#locks = new Set();
    this.faults = { short: this.faults.short, writeError: 0, syncError: 0, room: Infinity };
    this.#root = this.#survivorsOf(this.#root);
  }

  /** All files, without faults and without counting: path to bytes, which are not to be changed. */
  image(folder = '/'): Map<string, Uint8Array> {
    const found = new Map<string, Uint8Array>();
    const top = this.#node(folder);
    if (top?.kind === 'folder') gather(top, folder === '/' ? '' : folder, found);
    return found;
  }

  /** Makes this the whole content of the disk, durable. Handles and locks of before are dead. */
  load(image: ReadonlyMap<string, Uint8Array>): void {
    this.#root = newFolder();
    this.powerCut();
    for (const [path, bytes] of image) this.put(path, bytes);
  }

  /** Puts a file there, durable at once, as somebody else's program would. The bytes are not to be changed after. */
  put(path: string, bytes: Uint8Array): void {
    const all = steps(path);
    const name = all.pop() ?? '';
    let folder = this.#root;
    for (const step of all) {
      const next = folder.entries.get(step) ?? newFolder();
      if (next.kind === 'file') return;
      folder.entries.set(step, next);
      folder.durable.set(step, next);
      folder = next;
    }
    if (folder.entries.get(name)?.kind === 'folder') return;
    const file: File = { kind: 'file', bytes, durable: bytes, eaten: [], clean: bytes.length };
    folder.pending = folder.pending.filter((change) => change.name !== name);
    folder.entries.set(name, file);
    folder.durable.set(name, file);
  }

  /** Takes a file or a whole folder away, durably, as somebody else's program would. */
  drop(path: string): void {
    if (this.#node(path) === undefined) return;
    const { folder, name } = this.#parent(path);
    folder.pending = folder.pending.filter((change) => change.name !== name);
    folder.entries.delete(name);
    folder.durable.delete(name);
  }

  async read(path: string): Promise<Uint8Array> {
    this.#step(path);
    return this.#file(path).bytes.slice();
  }

  async readPart(path: string, from: number, length: number): Promise<Uint8Array> {
    this.#step(path);
    return this.#file(path).bytes.slice(from, from + length);
  }

  async size(path: string): Promise<number | null> {
    this.#step(path);
    const node = this.#node(path);
    return node?.kind === 'file' ? node.bytes.length : null;
  }

  async list(path: string): Promise<readonly { name: string; kind: Node['kind'] }[]> {
    this.#step(path);
    return [...this.#folder(path).entries].map(([name, node]) => ({ name, kind: node.kind }));
  }

  async makeFolder(path: string): Promise<void> {
    this.#step(path);
    let folder = this.#root;
    for (const name of steps(path)) {
      const next = folder.entries.get(name) ?? newFolder();
      if (next.kind === 'file') throw refusal('exists', path);
      if (!folder.entries.has(name)) this.#change(folder, { is: 'add', name, node: next });
      folder = next;
    }
  }

  async create(path: string): Promise<WriteHandle> {
    this.#step(path);
    const { folder, name } = this.#parent(path);
    if (folder.entries.has(name)) throw refusal('exists', path);
    const file: File = { kind: 'file', bytes: NOTHING, durable: NOTHING, eaten: [], clean: 0 };
    this.#change(folder, { is: 'add', name, node: file });
    return this.#handle(path, file);
  }

  async rename(from: string, to: string): Promise<void> {
    this.#step(to);
    const node = this.#node(from);
    if (node === undefined) throw refusal('missing', from);
    const [source, target] = [this.#parent(from), this.#parent(to)];
    if (target.folder.entries.get(target.name)?.kind === 'folder') throw refusal('exists', to);
    source.folder.entries.delete(source.name);
    this.#change(target.folder, { is: 'move', from: source.name, source: source.folder, name: target.name, node });
  }

  async remove(path: string): Promise<void> {
    this.#step(path);
    this.#file(path);
    const { folder, name } = this.#parent(path);
    this.#change(folder, { is: 'remove', name });
  }

  async removeFolder(path: string): Promise<void> {
    this.#step(path);
    if (this.#folder(path).entries.size > 0) throw refusal('exists', path);
    const { folder, name } = this.#parent(path);
    this.#change(folder, { is: 'remove', name });
  }

  async syncFolder(path: string): Promise<void> {
    this.#step(path);
    const folder = this.#folder(path);
    if (this.#chance(this.faults.syncError)) throw refusal('failed', path);
    for (const change of folder.pending) {
      apply(folder.durable, change, folder);
      if (change.is === 'move' && change.source !== folder) change.source.durable.delete(change.from);
    }
    folder.pending = [];
  }

  async lock(path: string): ReturnType<Disk['lock']> {
    this.#step(path);
    if (this.#locks.has(path)) return null;
    if (this.#node(path) === undefined) await this.create(path);
    const locks = this.#locks;
    locks.add(path);
    return { release: async () => void locks.delete(path) };
  }

  #handle(path: string, file: File): WriteHandle {
    const life = this.#life;
    const alive = (): void => {
      this.#step(path);
      if (life !== this.#life) throw refusal('failed', path);
    };
    return {
      write: async (bytes) => {
        alive();
        return this.#write(path, file, bytes);
      },
      sync: async () => {
        alive();
        this.#sync(path, file);
      },
      close: async () => {},
    };
  }

  #write(path: string, file: File, bytes: Uint8Array): number {
    if (this.#chance(this.faults.writeError)) {
      file.bytes = joined(file.bytes, bytes.subarray(0, Math.floor(this.#next() * bytes.length)));
      throw refusal('failed', path);
    }
    if (this.faults.room <= 0) throw refusal('full', path);
    const most = this.#chance(this.faults.short) ? Math.ceil(this.#next() * bytes.length) : bytes.length;
    const taken = Math.min(most, this.faults.room);
    file.bytes = joined(file.bytes, bytes.subarray(0, taken));
    this.faults.room -= taken;
    return taken;
  }

  #sync(path: string, file: File): void {
    if (this.#chance(this.faults.syncError)) {
      file.eaten.push([file.clean, file.bytes.length]);
      file.clean = file.bytes.length;
      throw refusal('failed', path);
    }
    file.durable = file.bytes.slice();
    for (const [from, end] of file.eaten) file.durable.fill(0, from, end);
    file.clean = file.bytes.length;
  }

  #survivorsOf(folder: Folder): Folder {
    const kept = new Map(folder.durable);
    for (const change of folder.pending) if (this.#chance(0.5)) apply(kept, change, folder);
    const entries = new Map<string, Node>();
    for (const [name, node] of kept) {
      entries.set(name, node.kind === 'folder' ? this.#survivorsOf(node) : this.#survivorOf(node));
    }
    return { kind: 'folder', entries, durable: new Map(entries), pending: [] };
  }

  #survivorOf(file: File): File {
    const bytes = joined(file.durable, this.#tail(file.bytes.slice(file.durable.length)));
    return { kind: 'file', bytes, durable: bytes.slice(), eaten: [], clean: bytes.length };
  }

  /** What becomes of bytes that were never synced. */
  #tail(unsynced: Uint8Array): Uint8Array {
    const part = unsynced.slice(0, Math.floor(this.#next() * (unsynced.length + 1)));
    const choice = Math.floor(this.#next() * 5);
    if (choice === 0) return NOTHING;
    if (choice === 1) return unsynced;
    if (choice === 2) return part;
    if (choice === 3) return part.map(() => 0);
    return part.map((byte) => (this.#chance(0.1) ? Math.floor(this.#next() * 256) : byte));
  }

  /** Counts towards the power cut; after it nothing answers but with failure. */
  #step(path: string): void {
    if (this.#isCut) throw refusal('failed', path);
    if (this.cutAfter === null) return;
    this.cutAfter -= 1;
    if (this.cutAfter >= 0) return;
    this.#isCut = true;
    throw refusal('failed', path);
  }

  #chance(rate: number): boolean {
    return rate > 0 && this.#next() < rate;
  }

  #change(folder: Folder, change: Change): void {
    apply(folder.entries, change, folder);
    folder.pending.push(change);
  }

  #node(path: string): Node | undefined {
    let node: Node | undefined = this.#root;
    for (const name of steps(path)) node = node?.kind === 'folder' ? node.entries.get(name) : undefined;
    return node;
  }

  #file(path: string): File {
    const node = this.#node(path);
    if (node?.kind !== 'file') throw refusal(node === undefined ? 'missing' : 'failed', path);
    return node;
  }

  #folder(path: string): Folder {
    const node = this.#node(path);
    if (node?.kind !== 'folder') throw refusal('missing', path);
    return node;
  }

  #parent(path: string): { folder: Folder; name: string } {
    const all = steps(path);
    const name = all.pop() ?? '';
    return { folder: this.#folder(all.join('/')), name };
  }
}

const NOTHING = new Uint8Array(0);

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function newFolder(): Folder {
  return { kind: 'folder', entries: new Map(), durable: new Map(), pending: [] };
}

function gather(folder: Folder, path: string, found: Map<string, Uint8Array>): void {
  for (const [name, node] of folder.entries) {
    if (node.kind === 'file') found.set(`${path}/${name}`, node.bytes);
    else gather(node, `${path}/${name}`, found);
  }
}

/** Makes the change in `entries`, which are those of `folder` as somebody sees them. */
function apply(entries: Map<string, Node>, change: Change, folder: Folder): void {
  switch (change.is) {
    case 'add':
      entries.set(change.name, change.node);
      return;
    case 'remove':
      entries.delete(change.name);
      return;
    case 'move':
      if (change.source === folder) entries.delete(change.from);
      entries.set(change.name, change.node);
  }
}

function steps(path: string): string[] {
  return path.split('/').filter((step) => step !== '' && step !== '.');
}

function refusal(reason: DiskReason, path: string): DiskError {
  return new DiskError(reason, `${path}: ${reason}`);
}
