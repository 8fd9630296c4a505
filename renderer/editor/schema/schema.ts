import type { AnyExtension, Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Highlight } from '@tiptap/extension-highlight';
import { Italic } from '@tiptap/extension-italic';
import { Strike } from '@tiptap/extension-strike';
import { Subscript } from '@tiptap/extension-subscript';
import { Superscript } from '@tiptap/extension-superscript';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';
import { NODE, type TextField } from '#shared/document/layout.ts';
import { Embed, RelatedCard, Rule } from './card.ts';
import { Figure } from './figure.ts';
import { Checked, Language, Link } from './mark.ts';
import { Table, TableCell, TableRow } from './table.ts';
import { TextBlock } from './text-block.ts';

/** Keys come from the table of commands alone. */
function withoutKeys<Kind extends AnyExtension>(extension: Kind): AnyExtension {
  return extension.extend({ addKeyboardShortcuts: () => ({}) });
}

/**
 * The editor's schema: exactly the document's layout. Headline and standfirst hold text blocks alone, the body every
 * block. Content expressions are `…+`, `…*` and `inline*` only, so that no merge of two valid texts is ever invalid.
 */
export function schemaExtensions(field: TextField): Extensions {
  const inline = [
    Text,
    HardBreak,
    Link,
    Language,
    Highlight,
    Checked,
    Bold,
    Italic,
    Underline,
    Strike,
    Subscript,
    Superscript,
  ].map(withoutKeys);
  const common = [TextBlock, ...inline];
  if (field !== 'body') return [Document.extend({ content: `${NODE.textBlock}+` }), ...common];
  return [Document, ...common, Figure, Table, TableRow, TableCell, Embed, Rule, RelatedCard];
}
