import { useRef, useState, type ReactNode } from 'react';
import type { ArticleId } from '#shared/article/identity.ts';
import type { ImportOutcome } from '#shared/contract/calls.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import { importFiles } from './import-files.ts';
import { ImportReport } from './import-report.tsx';

/** What the file chooser offers first; anything else may be dropped and is judged by its content. */
const OFFERED = '.txt,.md,.markdown,.html,.htm,.text';

export interface Import {
  /** Opens the file chooser. */
  readonly choose: () => void;
  readonly take: (files: readonly File[]) => void;
  /** How many files are on their way in. */
  readonly running: number;
  /** The hidden chooser and the report; to be placed once. */
  readonly parts: ReactNode;
}

/** Import: by the chooser or by files that were dropped, with a report where there is something to say. */
export function useImport(onOpen: (id: ArticleId) => void): Import {
  const client = useClient();
  const words = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  const [running, setRunning] = useState(0);
  const [report, setReport] = useState<readonly ImportOutcome[] | null>(null);

  const finish = (outcomes: readonly ImportOutcome[]) => {
    const noteworthy = outcomes.some((outcome) => 'error' in outcome || outcome.notes.length > 0);
    if (noteworthy) {
      setReport(outcomes);
      return;
    }
    const only = outcomes.length === 1 ? outcomes[0] : undefined;
    toast({
      title: words.count(words.app.imported.stories, outcomes.length),
      ...(only !== undefined && 'id' in only
        ? { action: { name: words.app.imported.openStory, onPress: () => onOpen(only.id) } }
        : {}),
    });
  };
  const take = (files: readonly File[]) => {
    if (files.length === 0) return;
    setRunning((count) => count + files.length);
    const run = async (): Promise<void> => {
      const outcomes = await importFiles(client, files, words.app.failures['too-large']);
      setRunning((count) => count - files.length);
      finish(outcomes);
    };
    void run();
  };

  return {
    choose: () => chooser.current?.click(),
    take,
    running,
    parts: (
      <>
        <input
          ref={chooser}
          type="file"
          accept={OFFERED}
          multiple
          hidden
          aria-label={words.app.library.importHint}
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        {report === null ? null : (
          <ImportReport
            outcomes={report}
            onClose={() => setReport(null)}
            onOpen={(id) => {
              setReport(null);
              onOpen(id);
            }}
          />
        )}
      </>
    ),
  };
}
