import type { Failure } from '#shared/article/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Spinner } from '#renderer/ui/spinner.tsx';
import { Wordmark } from '#renderer/ui/wordmark.tsx';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';
import './opening.css';

/** What is seen until the back end has answered. */
export function Opening() {
  const words = useWords();
  return (
    <main className="opening">
      <Wordmark size="large" />
      <Spinner label={words.app.connection.connecting} />
    </main>
  );
}

/** Nothing can be reached: says why, and offers the one thing that helps. */
export function StartFailed({ failure }: { failure: Failure | null }) {
  const words = useWords();
  return (
    <main className="opening">
      <Wordmark size="large" />
      <EmptyState
        title={failure === null ? words.app.connection.failed : failureSentence(words, failure)}
        hint={words.app.connection.failedHint}
      >
        <Button variant="primary" onPress={() => window.location.reload()}>
          {words.app.connection.reload}
        </Button>
      </EmptyState>
    </main>
  );
}
