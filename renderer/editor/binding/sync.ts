import { Node } from '@tiptap/pm/model';
import type { EditorState, Plugin } from '@tiptap/pm/state';
import { updateYFragment, ySyncPlugin, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import { XmlElement, type Transaction, type XmlFragment, type YEvent } from 'yjs';
import { writeInsertion } from './insertion.ts';
import { GALLERY_SCHEMA, recordSchema } from '#shared/document/schema.ts';
import { storeSelection } from './selection.ts';

type Observe = (events: YEvent<never>[], transaction: Transaction) => void;

/**
 * y-tiptap's binding, made safe and quick in one respect each.
 *
 * Safe: what an editor shows never stays behind its document. Were it to, the next key would write the old text over
 * what a colleague has sent.
 * One update can come as several transactions (Yjs tidies marks after a merge). y-tiptap 3.0.9 then looks for the
 * caret's old place in a text that has changed since, and throws when that is past the end, leaving the view as it was.
 * So the caret's place is taken anew after each transaction; and should showing a change fail for whatever reason, the
 * whole field is drawn again from the document.
 *
 * Quick: a key that changes one block is written into that block; the others, of which a long article has hundreds,
 * are not compared one by one. And a caret that only moves writes nothing and compares nothing. The caret's place is taken
 * before what others write, not before what is written here: there the editor has it already. `drawn` tells which part
 * of the document each node the editor begins with was made of; without it everything is made once more.
 */
export function syncPlugin(fragment: XmlFragment, drawn?: ProsemirrorBinding['mapping']): Plugin {
  const plugin = ySyncPlugin(fragment, drawn === undefined ? {} : { mapping: drawn }) as Plugin;
  const binding = bindingOf(plugin);
  const observe = binding._observeFunction as Observe;
  binding._observeFunction = (events: YEvent<never>[], transaction: Transaction): void => {
    try {
      observe(events, transaction);
    } catch {
      binding.beforeTransactionSelection = NO_SELECTION;
      binding._forceRerender();
    }
    if (transaction.origin !== ySyncPluginKey) renewSelection(binding);
  };
  binding.beforeAllTransactions = (): void => {
    const isOurs = fragment.doc?._transaction?.origin === ySyncPluginKey;
    const view = binding.prosemirrorView as { readonly state: EditorState } | null;
    const held = (binding.beforeTransactionSelection as unknown) !== null;
    if (isOurs || held || view === null) return;
    binding.beforeTransactionSelection = storeSelection(binding, view.state) ?? NO_SELECTION;
  };
  const writeAll = binding._prosemirrorChanged.bind(binding);
  binding._prosemirrorChanged = (doc): void => {
    if (binding.mapping.get(fragment) === doc) return;
    try {
      if (!writeBlock(binding, doc)) {
        if (hasGallery(doc)) recordSchema(binding.doc, GALLERY_SCHEMA);
        writeAll(doc);
      }
    } catch (error) {
      // What was not written must not count as written.
      binding.mapping.delete(fragment);
      throw error;
    }
  };
  return plugin;
}

/** Writes the one block in which `doc` differs from what was written last; false when there is more, or less, to do. */
function writeBlock(binding: ProsemirrorBinding, doc: Node): boolean {
  const last = binding.mapping.get(binding.type);
  const at = last instanceof Node ? onlyChange(last, doc) : null;
  if (at === null || !(last instanceof Node)) return false;
  const element: unknown = binding.type.get(at);
  const block = doc.child(at);
  const written = last.child(at);
  if (!(element instanceof XmlElement) || binding.mapping.get(element as XmlFragment) !== written) return false;
  if (element.nodeName !== block.type.name || binding.type.length !== doc.childCount) return false;
  binding.doc.transact(() => {
    if (isInGallery(block)) recordSchema(binding.doc, GALLERY_SCHEMA);
    if (!writeInsertion(binding, element, written, block)) updateYFragment(binding.doc, element, block, binding);
    binding.mapping.set(binding.type, doc);
  }, ySyncPluginKey);
  return true;
}

/** Looked for only where several blocks change at once; then all are compared anyway. */
function hasGallery(doc: Node): boolean {
  return doc.children.some(isInGallery);
}

function isInGallery({ attrs }: Node): boolean {
  return typeof attrs['gallery'] === 'string' && attrs['gallery'] !== '';
}

/** The index of the only block that is not the same one in both, or null when there are several or none. */
function onlyChange(one: Node, other: Node): number | null {
  if (one.childCount !== other.childCount) return null;
  let found: number | null = null;
  for (let at = 0; at < one.childCount; at += 1) {
    if (one.child(at) === other.child(at)) continue;
    if (found !== null) return null;
    found = at;
  }
  return found;
}

const NO_SELECTION = null as unknown as ProsemirrorBinding['beforeTransactionSelection'];

function renewSelection(binding: ProsemirrorBinding): void {
  const view = binding.prosemirrorView as { readonly state: EditorState } | null;
  const held = (binding.beforeTransactionSelection as unknown) !== null;
  if (view !== null && held) binding.beforeTransactionSelection = storeSelection(binding, view.state) ?? NO_SELECTION;
}

/** The binding a sync plugin works with. Its state's first value holds it; making that value has no effect. */
function bindingOf(plugin: Plugin): ProsemirrorBinding {
  const first = plugin.spec.state?.init.call(plugin, {}, {} as never) as { readonly binding: ProsemirrorBinding };
  return first.binding;
}
