import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as PressArea } from 'react-aria-components';
import type { CheckResult } from '#shared/contract/calls.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { pageOf } from '#renderer/editor/page.ts';
import type { ArticleSession } from '#renderer/editor/session.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Spinner } from '#renderer/ui/spinner.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import './checks-panel.css';

/** How long after the last change the checks run again, in milliseconds. */
const PAUSE = 1_200;

/** What the house checks find in the article as it is saved; pressing a finding goes to its place. */
export function ChecksPanel({ session }: { session: ArticleSession }) {
  const { app } = useWords();
  const results = useChecks(session);
  if (results === null) {
    return (
      <div className="checks-waiting">
        <Spinner label={app.edit.checksRunning} />
      </div>
    );
  }
  if (results.length === 0) {
    return <EmptyState icon={<CircleCheck size={22} />} title={app.edit.checksGood} hint={app.edit.checksGoodHint} />;
  }
  const blocking = results.filter(({ severity }) => severity === 'blocks');
  const warning = results.filter(({ severity }) => severity === 'warns');
  return (
    <div className="checks">
      {blocking.length === 0 ? null : <Findings title={app.edit.checksBlock} results={blocking} session={session} />}
      {warning.length === 0 ? null : <Findings title={app.edit.checksWarn} results={warning} session={session} />}
    </div>
  );
}

interface FindingsProps {
  readonly title: string;
  readonly results: readonly CheckResult[];
  readonly session: ArticleSession;
}

function Findings({ title, results, session }: FindingsProps) {
  return (
    <section className="checks-group">
      <h2 className="checks-title">{title}</h2>
      <ul>
        {results.map((result) => (
          <li key={`${result.code} ${result.block ?? ''} ${result.message}`}>
            <Finding result={result} session={session} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Finding({ result, session }: { result: CheckResult; session: ArticleSession }) {
  const { block } = result;
  const inside = (
    <>
      {result.severity === 'blocks' ? (
        <CircleX size={15} aria-hidden className="checks-blocks" />
      ) : (
        <TriangleAlert size={15} aria-hidden className="checks-warns" />
      )}
      <span>{result.message}</span>
    </>
  );
  if (block === undefined) return <p className="checks-finding">{inside}</p>;
  return (
    <PressArea className="checks-finding" onPress={() => pageOf(session).goToBlock(block)}>
      {inside}
    </PressArea>
  );
}

/** The results for the article as it is on disk, renewed after a pause in writing; null until the first. */
function useChecks(session: ArticleSession): readonly CheckResult[] | null {
  const client = useClient();
  const [results, setResults] = useState<readonly CheckResult[] | null>(null);
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = async (): Promise<void> => {
      await session.flush();
      const answer = await client.call('article.check', { id: session.id });
      if (!left && answer.ok) setResults(answer.value.results);
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void check(), PAUSE);
    };
    void check();
    const stops = [session.subscribe('text', later), session.subscribe('metadata', later)];
    return () => {
      left = true;
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [client, session]);
  return results;
}
