import { Extension, InputRule } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { ListKind } from '#shared/article/block.ts';
import { NODE } from '#shared/document/layout.ts';
import { typedAddress } from './link.ts';
import { changeShape, isTextBlockNode, shapeOf, type TextBlockShape } from './text-block.ts';

/** `## `, `- `, `1. `, `> ` and `---` at the start of a plain paragraph make it what they mean in Markdown. */
export const MarkdownRules = Extension.create({
  name: 'markdownRules',

  addInputRules() {
    return [
      shapeRule(/^(#{1,4})\s$/u, ([, marks = '']) => ({ kind: 'heading', level: levelOf(marks.length) })),
      shapeRule(/^[-+*]\s$/u, () => listItem('bulleted')),
      shapeRule(/^1[.)]\s$/u, () => listItem('numbered')),
      shapeRule(/^>\s$/u, () => ({ kind: 'blockQuote' })),
      ruleRule(),
    ];
  },
});

/** `[words](address)` makes the words a link, in every field; an address that the policy refuses stays as it is. */
export const LinkRule = Extension.create({
  name: 'linkRule',
  addInputRules() {
    return [
      new InputRule({
        find: /\[([^[\]]+)\]\(([^()\s]+)\)$/u,
        handler: ({ state, range, match: [, text = '', address = ''] }) => {
          const href = typedAddress(address);
          const link = state.schema.marks['link'];
          if (href === null || link === undefined) return null;
          const marks = state.doc.resolve(range.from + 1).marks();
          const linked = link.create({ href }).addToSet(marks);
          state.tr.replaceWith(range.from, range.to, state.schema.text(text, linked)).removeStoredMark(link);
          return undefined;
        },
      }),
    ];
  },
});

/**
 * No sign of Markdown ends in a letter: one is written at once, for each rule would read all the text before the caret.
 * What looks at letters, as smart typing does, goes before this; the rules come after it.
 */
export const LettersEndNoSign = Extension.create({
  name: 'lettersEndNoSign',
  priority: 920,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleTextInput(view, _from, _to, text, insert) {
          if (view.composing || !LETTER.test(text)) return false;
          view.dispatch(insert());
          return true;
        },
      },
    }),
  ],
});

const LETTER = /^\p{L}$/u;

/** `#` is the headline, which is a field of its own: in the body it means a section like `##`. */
function levelOf(marks: number): 2 | 3 | 4 {
  return marks === 3 ? 3 : marks >= 4 ? 4 : 2;
}

function listItem(list: ListKind): Partial<TextBlockShape> {
  return { kind: 'paragraph', list };
}

function shapeRule(
  find: RegExp,
  change: (match: readonly (string | undefined)[]) => Partial<TextBlockShape>,
): InputRule {
  return new InputRule({
    find,
    handler: ({ state, range, match }) => {
      const $from = state.doc.resolve(range.from);
      const block = $from.parent;
      if (!isTextBlockNode(block) || shapeOf(block).kind !== 'paragraph' || shapeOf(block).list !== null) return;
      state.tr.delete(range.from, range.to);
      changeShape(state.tr, { node: block, pos: $from.before() }, change(match));
    },
  });
}

function ruleRule(): InputRule {
  return new InputRule({
    find: /^(?:---|—-|\*\*\*|___)$/u,
    handler: ({ state, range }) => {
      const $from = state.doc.resolve(range.from);
      const type = state.schema.nodes[NODE.rule];
      if (type === undefined || !isTextBlockNode($from.parent) || $from.parent.content.size > range.to - range.from)
        return;
      const before = $from.before();
      state.tr.delete(range.from, range.to).insert(before, type.create());
      state.tr.setSelection(TextSelection.near(state.tr.doc.resolve(before + 2)));
    },
  });
}
