import { Lock, Users } from 'lucide-react';
import './standing-mark.css';
import { useWords } from './words/words.tsx';

/** Whether a story is on this machine alone or on the desk. */
export function StandingMark({ isShared }: { isShared: boolean }) {
  const { desk } = useWords();
  const Icon = isShared ? Users : Lock;
  return (
    <span className={isShared ? 'standing-mark standing-mark-shared' : 'standing-mark'}>
      <Icon size={12} aria-hidden />
      {isShared ? desk.onDesk : desk.private}
    </span>
  );
}
