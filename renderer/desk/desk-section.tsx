import { useId, type ReactNode } from 'react';
import { useWords } from '#renderer/ui/words/words.tsx';

/** A part of the desk's page under its own heading. */
export function DeskSection({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  const words = useWords();
  const id = useId();
  return (
    <section className="desk-section" aria-labelledby={id}>
      <h2 className="desk-section-title" id={id}>
        {title}
        {count === undefined || count === 0 ? null : <span className="desk-section-count">{words.number(count)}</span>}
      </h2>
      {children}
    </section>
  );
}
