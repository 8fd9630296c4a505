import { useEffect, useRef, useState } from 'react';
import type { DeskOverview } from '#shared/contract/desk.ts';
import { useDesk } from '#renderer/connection/desk.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { failureSentence, useWords, type Words } from '#renderer/ui/words/words.tsx';

/** Says aloud, on whatever screen, that somebody joined, that the folder went away, and that text was rescued. */
export function DeskNews({ isOnDesk, onLook }: { isOnDesk: boolean; onLook: () => void }) {
  const words = useWords();
  const overview = useDesk();
  const before = useRef<DeskOverview | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const last = before.current;
    before.current = overview ?? null;
    if (overview === undefined || overview === null || last === null) return;
    const sentence = newsOf(last, overview, words);
    if (sentence !== '') setSaid(sentence);
    const more = overview.rescued - last.rescued;
    if (more > 0 && isOnDesk) setSaid(words.count(words.desk.rescued.arrived, more));
    else if (more > 0) {
      toast({
        title: words.count(words.desk.rescued.arrived, more),
        action: { name: words.desk.rescued.look, onPress: onLook },
      });
    }
  }, [overview, words, isOnDesk, onLook]);
  return (
    <div className="hidden-visually" aria-live="polite">
      {said}
    </div>
  );
}

/** One line of what is new between two looks; empty where nothing is worth saying. */
export function newsOf(last: DeskOverview, now: DeskOverview, words: Words): string {
  const known = new Set(last.colleagues.map(({ member }) => member));
  const joined = now.colleagues.filter(({ member }) => !known.has(member));
  const names = new Map(joined.map(({ member, memberName }) => [member, memberName]));
  const lines = [...names.values()].map((name) =>
    words.desk.people.joined(name === '' ? words.desk.people.nameless : name),
  );
  // Before the first look into the folder everybody in it is new and nobody has joined.
  const heard = last.met ? lines : [];
  if (now.trouble !== null && last.trouble?.code !== now.trouble.code) heard.push(failureSentence(words, now.trouble));
  if (now.trouble === null && last.trouble !== null && !now.paused) heard.push(words.desk.health.safe);
  return heard.join(' ');
}
