import type { Summary } from '#shared/article/summary.ts';
import { NODE } from '#shared/document/layout.ts';
import { asSameStep } from '../binding/own-step.ts';
import type { Page } from '../page.ts';
import type { EditCommand } from './command.ts';
import type { Suggestion } from './suggestions.ts';

/** Takes away the sign and what was typed after it. It was a question and no text: undo does not bring it back. */
function takeAway({ view, from }: Suggestion): void {
  const to = view.state.selection.from;
  view.dispatch(view.state.tr.delete(from, to).setMeta('addToHistory', false));
}

/** Runs a command in place of the sign that asked for it. */
export function runInstead(page: Page, suggestion: Suggestion, command: EditCommand): void {
  page.suggestions.close();
  takeAway(suggestion);
  page.session.undoManager.stopCapturing();
  command.run(page);
}

/**
 * Attaches an article to the related list (once) and shows its card after the block with the caret, or before it
 * where nothing else is written there. One undo takes both back.
 */
export function attachRelated(page: Page, suggestion: Suggestion, story: Summary): void {
  const { session, suggestions } = page;
  const { view } = suggestion;
  suggestions.close();
  takeAway(suggestion);
  session.undoManager.stopCapturing();
  const attached = session.related().find(({ target }) => target.kind === 'article' && target.article === story.id);
  const id =
    attached?.id ??
    session.addRelated({ type: 'related', target: { kind: 'article', article: story.id }, headline: '', blurb: '' });
  const card = id === null ? undefined : view.state.schema.nodes[NODE.relatedCard]?.create({ related: id });
  if (card === undefined) return;
  // The caret stays where it is: somebody who was writing a sentence goes on writing it.
  const { $from } = view.state.selection;
  const isAlone = $from.parent.content.size === 0;
  view.dispatch(asSameStep(view.state.tr.insert(isAlone ? $from.before(1) : $from.after(1), card)));
  session.undoManager.stopCapturing();
}
