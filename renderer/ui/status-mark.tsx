import './status-mark.css';
import type { AppWords } from './words/en/app.ts';
import { useWords } from './words/words.tsx';

export type StatusName = keyof AppWords['status'];

/** Where an article is in the pipeline: a dot that fills as it nears the reader, and the word. */
export function StatusMark({ status }: { status: StatusName }) {
  const words = useWords();
  return (
    <span className={`status-mark status-mark-${status}`}>
      <StatusDot status={status} />
      {words.app.status[status]}
    </span>
  );
}

/** The dot alone, beside words that already say it. */
export function StatusDot({ status }: { status: StatusName }) {
  return <i className={`status-dot status-dot-${status}`} aria-hidden />;
}
