import { Check, CircleAlert } from 'lucide-react';
import type { ArticleId } from '#shared/article/identity.ts';
import type { ImportOutcome } from '#shared/contract/calls.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { failureSentence, noteSentence, useWords } from '#renderer/ui/words/words.tsx';
import './import-report.css';

export interface ImportReportProps {
  readonly outcomes: readonly ImportOutcome[];
  readonly onOpen: (id: ArticleId) => void;
  readonly onClose: () => void;
}

/** What became of every file: the story it is now, what could not be kept, or why it was refused. */
export function ImportReport({ outcomes, onOpen, onClose }: ImportReportProps) {
  const words = useWords();
  const { app } = words;
  const refused = outcomes.filter((outcome) => 'error' in outcome).length;
  const title = [
    ...(outcomes.length > refused ? [words.count(app.imported.stories, outcomes.length - refused)] : []),
    ...(refused > 0 ? [words.count(app.imported.refused, refused)] : []),
  ].join(' · ');
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      shape="wide"
      actions={
        <Button variant="primary" onPress={onClose}>
          {app.done}
        </Button>
      }
    >
      <ul className="import-report">
        {outcomes.map((outcome) => (
          <li
            key={'id' in outcome ? outcome.id : `${outcome.file} ${outcome.error.message}`}
            className="import-report-file"
          >
            <Outcome outcome={outcome} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Outcome({ outcome, onOpen }: { outcome: ImportOutcome; onOpen: (id: ArticleId) => void }) {
  const words = useWords();
  const { app } = words;
  if ('error' in outcome) {
    return (
      <>
        <CircleAlert size={18} aria-hidden className="import-report-refused" />
        <div className="import-report-text">
          <p className="import-report-headline" dir="auto">
            {outcome.file}
          </p>
          <p className="import-report-refused">{failureSentence(words, outcome.error)}</p>
        </div>
      </>
    );
  }
  return (
    <>
      <Check size={18} aria-hidden className="import-report-taken" />
      <div className="import-report-text">
        <p className="import-report-headline" dir="auto">
          {outcome.headline === '' ? app.untitled : outcome.headline}
        </p>
        <p className="import-report-name" dir="auto">
          {outcome.file}
        </p>
        {outcome.notes.length === 0 ? (
          <p className="import-report-kept">{app.imported.kept}</p>
        ) : (
          <ul className="import-report-notes" aria-label={app.imported.notes}>
            {outcome.notes.map((note) => (
              <li key={`${note.code}-${note.message}`}>
                <bdi>{noteSentence(words, note)}</bdi>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Button size="small" onPress={() => onOpen(outcome.id)}>
        {app.imported.openStory}
      </Button>
    </>
  );
}
