import type { Plugin } from '@tiptap/pm/state';
import { ySyncPlugin, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import type { Transaction, XmlFragment, YEvent } from 'yjs';
import { storeSelection } from './selection.ts';

type Observe = (events: YEvent<never>[], transaction: Transaction) => void;

/**
 * y-tiptap's binding, made safe in one respect: what an editor shows never stays behind its document. Were it to, the
 * next key would write the old text over what a colleague has sent.
 *
 * One update can come as several transactions (Yjs tidies marks after a merge). y-tiptap 3.0.9 then looks for the
 * caret's old place in a text that has changed since, and throws when that is past the end, leaving the view as it was.
 * So the caret's place is taken anew after each transaction; and should showing a change fail for whatever reason, the
 * whole field is drawn again from the document.
 */
export function syncPlugin(fragment: XmlFragment): Plugin {
  const plugin = ySyncPlugin(fragment) as Plugin;
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
  return plugin;
}

const NO_SELECTION = null as unknown as ProsemirrorBinding['beforeTransactionSelection'];

function renewSelection(binding: ProsemirrorBinding): void {
  const view = binding.prosemirrorView as { readonly state: Parameters<typeof storeSelection>[1] } | null;
  const held = (binding.beforeTransactionSelection as unknown) !== null;
  if (view !== null && held) binding.beforeTransactionSelection = storeSelection(binding, view.state) ?? NO_SELECTION;
}

/** The binding a sync plugin works with. Its state's first value holds it; making that value has no effect. */
function bindingOf(plugin: Plugin): ProsemirrorBinding {
  const first = plugin.spec.state?.init.call(plugin, {}, {} as never) as { readonly binding: ProsemirrorBinding };
  return first.binding;
}
