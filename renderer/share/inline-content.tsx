import type { ReactNode } from 'react';
import { languageDirection } from '#shared/article/direction.ts';
import { MARK_NAMES, type Inline, type MarkName, type TextRun } from '#shared/article/inline.ts';
import { OutsideLink } from './outside-link.tsx';

/** Running text with its marks, as a reader sees it. */
export function InlineContent({ content }: { content: readonly Inline[] }) {
  return Array.from(content.entries(), ([place, inline]) =>
    inline.type === 'break' ? <br key={place} /> : <Run key={place} run={inline} />,
  );
}

function Run({ run }: { run: TextRun }) {
  // Outermost first in MARK_NAMES, so the last is wrapped first.
  return MARK_NAMES.toReversed().reduce<ReactNode>((inner, name) => marked(run, name, inner), run.text);
}

function marked({ marks }: TextRun, name: MarkName, inner: ReactNode): ReactNode {
  if (marks[name] === undefined) return inner;
  switch (name) {
    case 'bold':
      return <strong>{inner}</strong>;
    case 'italic':
      return <em>{inner}</em>;
    case 'underline':
      return <u>{inner}</u>;
    case 'strike':
      return <s>{inner}</s>;
    case 'subscript':
      return <sub>{inner}</sub>;
    case 'superscript':
      return <sup>{inner}</sup>;
    case 'highlight':
      return <mark>{inner}</mark>;
    case 'cq':
      return inner;
    case 'link':
      return <OutsideLink href={marks.link?.href ?? ''}>{inner}</OutsideLink>;
    case 'language': {
      const tag = marks.language?.tag ?? '';
      return (
        <bdi lang={tag} dir={marks.language?.direction ?? languageDirection(tag)}>
          {inner}
        </bdi>
      );
    }
  }
}
