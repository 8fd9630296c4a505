import { Monitor } from 'lucide-react';
import type { ArticleId } from '#shared/article/identity.ts';
import type { DeskColleague, DeskDetails } from '#shared/contract/desk.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Initial } from '#renderer/ui/initial.tsx';
import { useWords, type Words } from '#renderer/ui/words/words.tsx';
import { DeskSection } from './desk-section.tsx';
import './people.css';
import { useNow } from './use-now.ts';

export interface PeopleProps {
  readonly colleagues: readonly DeskColleague[];
  readonly ours: DeskDetails['ours'];
  /** Names of the stories they have open. */
  readonly open: DeskDetails['open'];
  readonly hrefOf: (id: ArticleId) => string;
}

/** Who is on the desk, at which machines, and what each has of ours and we have of theirs. */
export function People({ colleagues, ours, open, hrefOf }: PeopleProps) {
  const words = useWords();
  const { people } = words.desk;
  const now = useNow();
  return (
    <DeskSection title={people.title} count={colleagues.length + 1}>
      <ul className="people">
        <li className="person">
          <Initial name={ours.memberName} isUs />
          <div className="person-text">
            <p className="person-name">
              <bdi>{ours.memberName === '' ? people.you : ours.memberName}</bdi>
              {ours.memberName === '' ? null : <span className="person-you">{people.you}</span>}
            </p>
            <Machine name={ours.deviceName} />
          </div>
        </li>
        {colleagues.map((one) => (
          <li className="person" key={one.device}>
            <Initial name={one.memberName} />
            <div className="person-text">
              <p className="person-name">
                <bdi>{one.memberName === '' ? people.nameless : one.memberName}</bdi>
              </p>
              <Machine name={one.deviceName} seen={people.seen(words.ago(isoOf(one.seen), now))} />
              {one.here === null ? null : (
                <a className="person-reading" href={hrefOf(one.here.article)}>
                  {people.reading(nameOf(one.here.article, open) || words.app.untitled)}
                </a>
              )}
            </div>
            <div className="person-state">
              <p className={one.lacksOurs === 0 ? 'person-has' : 'person-lacks'}>{theirsOfOurs(one, words)}</p>
              <p className={one.weLack === 0 ? 'person-has' : 'person-lacks'}>
                {one.weLack === 0 ? people.weHaveAll : words.count(people.weLack, one.weLack)}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {colleagues.length > 0 ? null : <EmptyState title={people.nobody} hint={people.nobodyHint} />}
    </DeskSection>
  );
}

function Machine({ name, seen }: { name: string; seen?: string }) {
  return (
    <p className="person-machine">
      <Monitor size={12} aria-hidden />
      <bdi>{name}</bdi>
      {seen === undefined ? null : <span>{seen}</span>}
    </p>
  );
}

function theirsOfOurs({ lacksOurs, hasOursUpTo }: DeskColleague, words: Words): string {
  const { people } = words.desk;
  if (lacksOurs === 0) return people.hasAll;
  return hasOursUpTo === null
    ? words.count(people.hasNotLast, lacksOurs)
    : people.hasUpTo(words.clock(isoOf(hasOursUpTo)));
}

function nameOf(id: ArticleId, open: DeskDetails['open']): string {
  return open.find(({ article }) => article === id)?.headline ?? '';
}

function isoOf(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
