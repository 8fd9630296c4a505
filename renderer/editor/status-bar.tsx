import { Check, CircleAlert, Eye, LoaderCircle } from 'lucide-react';
import { memo, useState } from 'react';
import { Button, Dialog, DialogTrigger } from 'react-aria-components';
import type { Failure } from '#shared/article/failure.ts';
import { Popover } from '#renderer/ui/popover.tsx';
import { Hint } from '#renderer/ui/tooltip.tsx';
import { failureSentence, useWords, type Words } from '#renderer/ui/words/words.tsx';
import { openCounts, useCountsOpen } from './checking/counts-door.ts';
import { Counts } from './checking/counts.tsx';
import { DeskReaders, DeskStatus } from './desk-status.tsx';
import { pageOf } from './page.ts';
import type { ArticleSession, SavingState } from './session.ts';
import { useCalmSaving, useCounts } from './status-state.ts';
import { useMetadata } from './use-session.ts';
import { useTextShown } from './use-text-shown.ts';
import './status-bar.css';

interface StatusBarProps {
  readonly session: ArticleSession;
  /** The headline, where two articles are open and each has a bar. */
  readonly of?: string;
}

/** Where the text is safe, and how long it is against what was ordered. */
export const StatusBar = memo(function StatusBar({ session, of }: StatusBarProps) {
  const { editor } = useWords();
  const isShown = useTextShown(session);
  return (
    <section className="status-bar" aria-label={of === undefined ? editor.status : `${editor.status}: ${of}`}>
      {isShown ? <Stand session={session} /> : null}
    </section>
  );
});

function Stand({ session }: StatusBarProps) {
  const words = useWords();
  return (
    <>
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
      <div className="status-length">
        <DeskReaders id={session.id} />
        <CountsButton session={session} words={words} />
      </div>
    </>
  );
}

/** How long the article is; pressed, how long each part of it is, and how much of it each place shows. */
function CountsButton({ session, words }: { session: ArticleSession; words: Words }) {
  const page = pageOf(session);
  const isOpen = useCountsOpen(page);
  // Inside the status bar, so that what is in it belongs to a part of the page that has a name.
  const [bar, setBar] = useState<HTMLElement | null>(null);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={(open) => openCounts(page, open)}>
      <Hint text={words.checking.countsHint}>
        <Button className="status-counts" ref={(button) => setBar(button?.closest('section') ?? null)}>
          <Counted session={session} words={words} />
        </Button>
      </Hint>
      <Popover
        className="counts-popover"
        placement="top end"
        offset={6}
        {...(bar === null ? {} : { UNSTABLE_portalContainer: bar })}
      >
        <Dialog className="counts-dialog" aria-label={words.checking.counts}>
          <Counts session={session} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

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
