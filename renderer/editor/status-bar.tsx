import { Check, CircleAlert, Eye, LoaderCircle } from 'lucide-react';
import { memo } from 'react';
import type { Failure } from '#shared/article/failure.ts';
import { failureSentence, useWords, type Words } from '#renderer/ui/words/words.tsx';
import { DeskReaders, DeskStatus } from './desk-status.tsx';
import { pageOf } from './page.ts';
import type { ArticleSession, SavingState } from './session.ts';
import { useCalmSaving, useCounts } from './status-state.ts';
import { useMetadata } from './use-session.ts';
import './status-bar.css';

/** Where the text is safe, and how long it is against what was ordered. */
export const StatusBar = memo(function StatusBar({ session }: { session: ArticleSession }) {
  const words = useWords();
  return (
    <section className="status-bar" aria-label={words.editor.status}>
      <div className="status-where">
        {session.readOnly === undefined ? (
          <Safety session={session} words={words} />
        ) : (
          <p className="status-safety">
            <Eye size={14} aria-hidden />
            {words.editor.readOnly}
          </p>
        )}
        <DeskStatus id={session.id} />
      </div>
      <p className="status-length">
        <DeskReaders id={session.id} />
        <Counted session={session} words={words} />
      </p>
    </section>
  );
});

/** On its own, for it changes while somebody writes. */
function Counted({ session, words }: { session: ArticleSession; words: Words }) {
  const { language, commissionedLength } = useMetadata(session);
  const counts = useCounts(pageOf(session), language);
  return (
    <>
      {counts.selected === 0 ? null : <span>{words.count(words.editor.selected, counts.selected)}</span>}
      <Length words={words} written={counts.words} ordered={commissionedLength} />
    </>
  );
}

function Length({ words, written, ordered }: { words: Words; written: number; ordered: number }) {
  if (ordered === 0) return <span>{words.count(words.editor.words, written)}</span>;
  const over = written - ordered;
  return (
    <>
      {over > 0 ? <span className="status-over">{words.count(words.editor.over, over)}</span> : null}
      <meter
        className="status-meter"
        min={0}
        max={Math.max(ordered, written)}
        value={written}
        high={ordered}
        aria-hidden
      />
      <span>{words.editor.wordsOf(words.number(written), words.number(ordered))}</span>
    </>
  );
}

function Safety({ session, words }: { session: ArticleSession; words: Words }) {
  const { shown: saving, spoken } = useCalmSaving(session);
  return (
    <>
      <p className={`status-safety status-${saving.state}`} data-saving={saving.state}>
        {saving.state === 'saved' ? <Check size={14} aria-hidden /> : null}
        {saving.state === 'saving' ? <LoaderCircle size={14} aria-hidden /> : null}
        {saving.state === 'unsaved' ? <CircleAlert size={14} aria-hidden /> : null}
        <span>{sentence(saving, words)}</span>
      </p>
      <output className="hidden-visually">{spoken && saving.state !== 'saving' ? sentence(saving, words) : ''}</output>
    </>
  );
}

function sentence(saving: SavingState, words: Words): string {
  switch (saving.state) {
    case 'saved':
      return words.editor.saved;
    case 'saving':
      return words.editor.saving;
    case 'unsaved':
      return [words.editor.notSaved, failureSentence(words, saving.failure), kept(saving.failure, words)]
        .join(' ')
        .trim();
  }
}

function kept({ code }: Failure, words: Words): string {
  if (code === 'disconnected') return '';
  return code === 'disk-full' ? words.editor.keptUntilRoom : words.editor.keptAndRetried;
}
