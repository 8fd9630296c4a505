import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { ArticleId } from '#shared/article/identity.ts';
import type { DeskDetails, RescuedPassage } from '#shared/contract/desk.ts';
import type { HostInfo } from '#shared/contract/calls.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Spinner } from '#renderer/ui/spinner.tsx';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';
import { DeskBeginning } from './desk-beginning.tsx';
import './desk-screen.css';
import { EventLog } from './event-log.tsx';
import { FolderState } from './folder-state.tsx';
import { Health } from './health.tsx';
import { People } from './people.tsx';
import { RescuedList } from './rescued-list.tsx';
import { useDetails } from './use-details.ts';

export interface DeskScreenProps {
  readonly host: HostInfo;
  /** The key that leads back, as people read it. */
  readonly backKeys: string;
  readonly hrefOf: (id: ArticleId) => string;
  readonly onBack: () => void;
  /** Opens the story and puts the words back into it. */
  readonly onPutBack: (passage: RescuedPassage) => void;
}

/** The desk: how to get on one, and who is there, what travels, and what was rescued. */
export function DeskScreen(props: DeskScreenProps) {
  const words = useWords();
  const Back = words.direction === 'rtl' ? ArrowRight : ArrowLeft;
  return (
    <main className="desk" aria-label={words.desk.title}>
      <header className="desk-bar">
        <IconButton
          label={words.app.shortcuts.library}
          keys={props.backKeys}
          icon={<Back size={18} />}
          onPress={props.onBack}
        />
        <p className="desk-bar-title" aria-hidden>
          {words.desk.title}
        </p>
      </header>
      <div className="desk-scroll">
        <DeskContent {...props} />
      </div>
    </main>
  );
}

function DeskContent(props: DeskScreenProps) {
  const words = useWords();
  const { details, failure, refresh } = useDetails();
  if (failure !== null) {
    return (
      <EmptyState isPage title={failureSentence(words, failure)}>
        <Button onPress={refresh}>{words.app.tryAgain}</Button>
      </EmptyState>
    );
  }
  if (details === undefined) {
    return (
      <div className="desk-waiting">
        <Spinner label={words.app.loading} />
      </div>
    );
  }
  if (details === null) return <DeskBeginning host={props.host} />;
  return <OnDesk {...props} details={details} />;
}

function OnDesk({ details, hrefOf, onPutBack }: DeskScreenProps & { readonly details: DeskDetails }) {
  const words = useWords();
  const { overview, ours, rescued, alarms } = details;
  return (
    <div className="desk-page">
      <Health overview={overview} />
      {alarms.length === 0 ? null : (
        <Banner tone="danger" title={words.desk.health.alarm}>
          {alarms.join(' ')}
        </Banner>
      )}
      {rescued.length === 0 ? null : <RescuedList rescued={rescued} hrefOf={hrefOf} onPutBack={onPutBack} />}
      <People colleagues={overview.colleagues} ours={ours} open={details.open} hrefOf={hrefOf} />
      <FolderState details={details} hrefOf={hrefOf} />
      {rescued.length === 0 ? <RescuedList rescued={rescued} hrefOf={hrefOf} onPutBack={onPutBack} /> : null}
      <EventLog events={details.events} hrefOf={hrefOf} />
    </div>
  );
}
