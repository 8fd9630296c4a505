import type { Node } from '@tiptap/pm/model';
import type { TextField } from '#shared/document/layout.ts';
import { asHeading, partOf, rangeOf, rangesBefore, type Extent, type FieldPart } from './field-part.ts';
import { fieldsBetween } from './field-walk.ts';
import type { Views } from './page-selection-history.ts';
import { isTextBlockNode } from './text-block.ts';

/** A selection over several fields: where it began and where it is extended; what of each field is selected there. */
export interface Span {
  readonly anchor: TextField;
  readonly head: TextField;
  /** All of all three, whatever the editors have selected. */
  readonly isWhole: boolean;
  /** The field that has the keyboard, or gets it back. */
  readonly holder: TextField;
}

/** Into every field but the uppermost the selection comes from above. */
export function extentOf(field: TextField, { anchor, head, isWhole }: Span): Extent {
  if (isWhole) return 'whole';
  return field === fieldsBetween(anchor, head)[0] ? 'own' : 'fromStart';
}

/** What is selected in each field, in the order of the page. */
export function partsOf(span: Span, views: Views): readonly FieldPart[] {
  return fieldsBetween(span.anchor, span.head).map((field) => partOf(views[field], extentOf(field, span)));
}

/** Everything selected, in order, the headline as a section heading. */
export function nodesOf(span: Span, views: Views): readonly Node[] {
  return fieldsBetween(span.anchor, span.head).flatMap((field): Node[] => {
    const { selection } = partOf(views[field], extentOf(field, span)).state;
    // Empty lines are left out; a picture without a caption is none.
    const blocks = selection
      .content()
      .content.content.filter((block) => !isTextBlockNode(block) || block.content.size > 0);
    return field === 'headline' ? blocks.map(asHeading) : blocks;
  });
}

/**
 * The passages to be drawn as selected. What is selected in the field with the keyboard the browser draws while it is
 * there, unless all is selected.
 */
export function rangesOf(span: Span, views: Views): readonly Range[] {
  return fieldsBetween(span.anchor, span.head).flatMap((field) => {
    const [view, extent] = [views[field], extentOf(field, span)];
    const isBrowsers = !span.isWhole && field === span.holder && view.hasFocus();
    return isBrowsers ? rangesBefore(view, extent) : [rangeOf(view, extent)];
  });
}
