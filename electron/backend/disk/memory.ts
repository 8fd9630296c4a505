import { DiskError, type Disk, type DiskEntry, type DiskReason, type WriteHandle } from './disk.ts';

type Node = { kind: 'file'; bytes: Uint8Array; size: number } | { kind: 'folder'; children: Map<string, Node> };
type File = Extract<Node, { kind: 'file' }>;
type Folder = Extract<Node, { kind: 'folder' }>;

/** A disk that lasts as long as this object: for tests and for trying things out. Every write is durable at once. */
export function memoryDisk(): Disk {
  const root: Folder = { kind: 'folder', children: new Map() };
  const locks = new Set<string>();
  return {
    read: async (path) => {
      const file = fileAt(root, path);
      return file.bytes.slice(0, file.size);
    },
    readPart: async (path, from, length) => {
      const file = fileAt(root, path);
      return file.bytes.slice(Math.min(from, file.size), Math.min(from + length, file.size));
    },
    size: async (path) => {
      const node = nodeAt(root, path);
      return node?.kind === 'file' ? node.size : null;
    },
    list: async (path) => entries(folderAt(root, path)),
    makeFolder: async (path) => makeFolder(root, path),
    create: async (path) => create(root, path),
    rename: async (from, to) => renameNode(root, from, to),
    remove: async (path) => {
      fileAt(root, path);
      parentOf(root, path).folder.children.delete(parentOf(root, path).name);
    },
    removeFolder: async (path) => {
      if (folderAt(root, path).children.size > 0) refuse('exists', path);
      parentOf(root, path).folder.children.delete(parentOf(root, path).name);
    },
    syncFolder: async (path) => {
      folderAt(root, path);
    },
    lock: async (path) => {
      if (locks.has(path)) return null;
      if (nodeAt(root, path) === undefined) await (await create(root, path)).close();
      locks.add(path);
      return { release: async () => void locks.delete(path) };
    },
  };
}

function refuse(reason: DiskReason, path: string): never {
  throw new DiskError(reason, `${path}: ${reason}`);
}

function steps(path: string): string[] {
  return path.split('/').filter((step) => step !== '' && step !== '.');
}

function nodeAt(root: Folder, path: string): Node | undefined {
  let node: Node | undefined = root;
  for (const step of steps(path)) node = node?.kind === 'folder' ? node.children.get(step) : undefined;
  return node;
}

function fileAt(root: Folder, path: string): File {
  const node = nodeAt(root, path);
  return node === undefined ? refuse('missing', path) : node.kind === 'file' ? node : refuse('failed', path);
}

function folderAt(root: Folder, path: string): Folder {
  const node = nodeAt(root, path);
  return node?.kind === 'folder' ? node : refuse('missing', path);
}

function parentOf(root: Folder, path: string): { folder: Folder; name: string } {
  const all = steps(path);
  const name = all.pop() ?? refuse('failed', path);
  return { folder: folderAt(root, all.join('/')), name };
}

function entries(folder: Folder): readonly DiskEntry[] {
  return [...folder.children].map(([name, node]) => ({ name, kind: node.kind }));
}

function makeFolder(root: Folder, path: string): void {
  let folder = root;
  for (const step of steps(path)) {
    const next: Node = folder.children.get(step) ?? { kind: 'folder', children: new Map() };
    if (next.kind === 'file') refuse('exists', path);
    folder.children.set(step, next);
    folder = next;
  }
}

function renameNode(root: Folder, from: string, to: string): void {
  const node = nodeAt(root, from) ?? refuse('missing', from);
  const [source, target] = [parentOf(root, from), parentOf(root, to)];
  if (target.folder.children.get(target.name)?.kind === 'folder') refuse('exists', to);
  source.folder.children.delete(source.name);
  target.folder.children.set(target.name, node);
}

function create(root: Folder, path: string): WriteHandle {
  const { folder, name } = parentOf(root, path);
  if (folder.children.has(name)) refuse('exists', path);
  const file: File = { kind: 'file', bytes: new Uint8Array(64), size: 0 };
  folder.children.set(name, file);
  return {
    write: async (bytes) => {
      append(file, bytes);
      return bytes.length;
    },
    sync: async () => {},
    close: async () => {},
  };
}

function append(file: File, bytes: Uint8Array): void {
  if (file.size + bytes.length > file.bytes.length) {
    const larger = new Uint8Array(Math.max(file.size + bytes.length, file.bytes.length * 2));
    larger.set(file.bytes.subarray(0, file.size));
    file.bytes = larger;
  }
  file.bytes.set(bytes, file.size);
  file.size += bytes.length;
}
