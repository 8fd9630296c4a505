import {
  DEEPEST_INDENT,
  TEXT_KINDS,
  type HeadingLevel,
  type ListKind,
  type TextBlock,
  type TextKind,
} from '#shared/article/block.ts';
import type { Direction, Inline } from '#shared/article/inline.ts';

/** Everything that can be said of a text block, in one shape whatever its kind; undefined is the default. */
export interface TextBlockParts {
  readonly kind: TextKind;
  readonly content: readonly Inline[];
  readonly level?: HeadingLevel | undefined;
  readonly list?: ListKind | undefined;
  readonly indent?: number | undefined;
  readonly box?: string | undefined;
  readonly language?: string | undefined;
  readonly direction?: Direction | undefined;
  readonly attribution?: string | undefined;
}

/** A text block of these parts; parts that its kind lacks are left out, and the indent is kept within bounds. */
export function textBlock(parts: TextBlockParts): TextBlock {
  const { kind, content, list, box, language, direction, attribution } = parts;
  const indent = Math.min(Math.max(0, Math.trunc(parts.indent ?? 0)), DEEPEST_INDENT);
  const common = {
    content,
    ...(list === undefined ? {} : { list }),
    ...(indent === 0 ? {} : { indent }),
    ...(box === undefined ? {} : { box }),
    ...(language === undefined || language === '' ? {} : { language }),
    ...(direction === undefined ? {} : { direction }),
  };
  switch (kind) {
    case 'heading':
      return { kind, level: parts.level ?? 2, ...common };
    case 'blockQuote':
    case 'pullQuote':
      return { kind, ...common, ...(attribution === undefined || attribution === '' ? {} : { attribution }) };
    case 'paragraph':
    case 'correction':
      return { kind, ...common };
  }
}

export function isTextKind(word: string): word is TextKind {
  return (TEXT_KINDS as readonly string[]).includes(word);
}

/** Heading levels of other programs as ours: 1 becomes 2, 5 and 6 become 4. */
export function headingLevel(level: number): HeadingLevel {
  return level <= 2 ? 2 : level === 3 ? 3 : 4;
}
