import { memo, useEffect, useRef } from 'react';
import { Button as PressArea } from 'react-aria-components';
import { checkerOf, type LiveFinding } from '#renderer/editor/checking/checker.ts';
import { directionOf, excerptOf, type Excerpt, type PassageBlock } from '#renderer/editor/checking/excerpt.ts';
import { goTo, markCorrect, markDecorative, putRight, remediesFor } from '#renderer/editor/checking/put-right.ts';
import { pageOf } from '#renderer/editor/page.ts';
import type { ArticleSession } from '#renderer/editor/session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { Hint } from '#renderer/ui/tooltip.tsx';
import { findingWords } from '#renderer/ui/words/finding-words.ts';
import { useWords, type Words } from '#renderer/ui/words/words.tsx';

export interface ChecksFindingProps {
  readonly finding: LiveFinding;
  /** The block with its words, as it stands now; null where it is about none. */
  readonly block: PassageBlock | null;
  readonly isChosen: boolean;
  readonly session: ArticleSession;
}

/** One finding: a line with its words; pressed, it shows its place in the text, why it matters and what can be done. */
export const ChecksFinding = memo(function ChecksFinding({ finding, block, isChosen, session }: ChecksFindingProps) {
  const words = useWords();
  const page = pageOf(session);
  const area = useRef<HTMLDivElement>(null);
  const { what, why, todo } = findingWords(words, finding);
  useEffect(() => {
    if (isChosen) area.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const press = (): void => {
    checkerOf(session).choose(isChosen ? null : finding.key);
    if (!isChosen) goTo(page, finding, false);
  };
  return (
    <div className="checks-item" data-chosen={isChosen || undefined} ref={area}>
      <PressArea className="checks-finding" onPress={press} aria-expanded={isChosen}>
        <span className="checks-text">
          <span className="checks-what" dir="auto">
            {what}
          </span>
          <Passage excerpt={block === null ? null : excerptOf(block, finding)} />
        </span>
      </PressArea>
      {isChosen ? (
        <div className="checks-more-of-it">
          {why === '' ? null : <p>{why}</p>}
          {todo === '' ? null : <p>{todo}</p>}
          <Remedies finding={finding} session={session} words={words} />
        </div>
      ) : null}
    </div>
  );
}, isDrawnTheSame);

/** While somebody writes, the panel is looked at again with every pause: what did not change is not drawn anew. */
function isDrawnTheSame(one: ChecksFindingProps, other: ChecksFindingProps): boolean {
  return (
    one.finding === other.finding &&
    one.isChosen === other.isChosen &&
    one.session === other.session &&
    (one.block === other.block || showsTheSame(one, other))
  );
}

function showsTheSame({ block: one, finding }: ChecksFindingProps, { block: other }: ChecksFindingProps): boolean {
  if (one === null || other === null) return false;
  const [before, now] = [excerptOf(one, finding), excerptOf(other, finding)];
  return before?.before === now?.before && before?.found === now?.found && before?.after === now?.after;
}

function Passage({ excerpt }: { excerpt: Excerpt | null }) {
  if (excerpt === null) return null;
  return (
    <span className="checks-passage" dir={directionOf(excerpt) ?? 'auto'}>
      {excerpt.before}
      <b>{excerpt.found}</b>
      {excerpt.after}
    </span>
  );
}

interface RemediesProps {
  readonly finding: LiveFinding;
  readonly session: ArticleSession;
  readonly words: Words;
}

/** What one press can do about it; undo takes each back. */
function Remedies({ finding, session, words }: RemediesProps) {
  const { checking } = words;
  const page = pageOf(session);
  const { fix, canBeMarked, canBeDecorative } = remediesFor(page, finding);
  const act = (work: typeof putRight): void => {
    if (!work(page, finding)) toast({ title: checking.changedMeanwhile });
    checkerOf(session).run();
  };
  return (
    <div className="checks-remedies">
      {fix === null ? null : (
        <Button size="small" variant="primary" onPress={() => act(putRight)}>
          {fixName(fix, checking)}
        </Button>
      )}
      {canBeDecorative ? (
        <Button size="small" onPress={() => act(markDecorative)}>
          {checking.decorative}
        </Button>
      ) : null}
      {canBeMarked ? (
        <Hint text={checking.correctHint}>
          <Button size="small" onPress={() => act(markCorrect)}>
            {checking.correct}
          </Button>
        </Hint>
      ) : null}
      {finding.field === undefined ? null : (
        <Button size="small" variant="plain" onPress={() => goTo(page, finding, true)}>
          {checking.goThere}
        </Button>
      )}
    </div>
  );
}

function fixName(fix: NonNullable<LiveFinding['fix']>, checking: Words['checking']): string {
  if (fix.kind === 'secure-link') return checking.useHttps;
  return fix.text === '' ? checking.takeOut : checking.replaceWith(fix.text);
}
