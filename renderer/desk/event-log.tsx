import type { ArticleId } from '#shared/article/identity.ts';
import type { DeskEvent } from '#shared/contract/desk.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWords, type Words } from '#renderer/ui/words/words.tsx';
import { DeskSection } from './desk-section.tsx';
import './event-log.css';
import { useNow } from './use-now.ts';

/** What happened on the desk, newest first. Where two values met, both are there. */
export function EventLog({ events, hrefOf }: { events: readonly DeskEvent[]; hrefOf: (id: ArticleId) => string }) {
  const words = useWords();
  const said = words.desk.events;
  const now = useNow();
  return (
    <DeskSection title={said.title}>
      {events.length === 0 ? (
        <EmptyState title={said.none} hint={said.noneHint} />
      ) : (
        <ol className="events">
          {events.map((event) => {
            const iso = new Date(event.time).toISOString();
            return (
              <li className="event" key={`${event.kind} ${event.key}`}>
                <time className="event-time" dateTime={iso} title={words.moment(iso)}>
                  {words.ago(iso, now)}
                </time>
                <div className="event-text">
                  <What event={event} hrefOf={hrefOf} />
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </DeskSection>
  );
}

function What({ event, hrefOf }: { event: DeskEvent; hrefOf: (id: ArticleId) => string }) {
  const words = useWords();
  const said = words.desk.events;
  switch (event.kind) {
    case 'refused':
      return <p>{said.refused(event.file)}</p>;
    case 'shared':
      return (
        <p>
          <a href={hrefOf(event.article)} className="event-story">
            {said.shared(event.headline === '' ? words.app.untitled : event.headline)}
          </a>
        </p>
      );
    case 'passed-over':
      return (
        <>
          <p>
            <a href={hrefOf(event.article)} className="event-story">
              {said.met(fieldName(event.field, words), event.headline === '' ? words.app.untitled : event.headline)}
            </a>
          </p>
          <dl className="event-values">
            <div className="event-value">
              <dt>{said.kept}</dt>
              <dd dir="auto">{event.kept === '' ? said.emptyValue : event.kept}</dd>
            </div>
            <div className="event-value event-value-other">
              <dt>{said.other}</dt>
              <dd dir="auto">{event.other === '' ? said.emptyValue : event.other}</dd>
            </div>
          </dl>
        </>
      );
  }
}

/** A field by the name its own panel gives it. */
function fieldName(field: string, { app }: Words): string {
  const names: Readonly<Record<string, unknown>> = app.story;
  const name = names[field];
  return typeof name === 'string' ? name : field;
}
