import { useEffect, useState } from 'react';
import type { Failure } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { CheckResult, ExportRecord, FormatInfo } from '#shared/contract/calls.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { useSettings } from '#renderer/connection/settings.tsx';

/** The formats there are; null until they are known. */
export function useFormats(): readonly FormatInfo[] | null {
  const client = useClient();
  const [formats, setFormats] = useState<readonly FormatInfo[] | null>(null);
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      const answer = await client.call('export.formats', {});
      if (!left) setFormats(answer.ok ? answer.value.formats : []);
    };
    void ask();
    return () => {
      left = true;
    };
  }, [client]);
  return formats;
}

/** What the checks found: what stops an export and what is only worth a look. */
export interface Gate {
  readonly blocking: readonly CheckResult[];
  readonly warning: readonly CheckResult[];
}

/** Checks every article that is to go out; null until all have been checked. */
export function useGate(ids: readonly ArticleId[]): Gate | null {
  const client = useClient();
  const [gate, setGate] = useState<Gate | null>(null);
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      const answers = await Promise.all(ids.map((id) => client.call('article.check', { id })));
      const results = answers.flatMap((answer) => (answer.ok ? answer.value.results : []));
      if (left) return;
      setGate({
        blocking: results.filter(({ severity }) => severity === 'blocks'),
        warning: results.filter(({ severity }) => severity === 'warns'),
      });
    };
    void ask();
    return () => {
      left = true;
    };
  }, [client, ids]);
  return gate;
}

export type ExportRun =
  | { readonly state: 'choosing'; readonly failure: Failure | null }
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly record: ExportRecord };

type Write = (formats: readonly string[], directory: string, override: string) => Promise<void>;

/** How far an export is, and the way to begin it. A folder that took the files is remembered. */
export function useExportRun(ids: readonly ArticleId[]): readonly [ExportRun, Write] {
  const client = useClient();
  const { settings, change } = useSettings();
  const [run, setRun] = useState<ExportRun>({ state: 'choosing', failure: null });
  const write: Write = async (formats, directory, override) => {
    setRun({ state: 'running' });
    const written = await client.call('export.write', {
      ids: [...ids],
      formats: [...formats],
      directory,
      ...(override === '' ? {} : { override }),
    });
    setRun(written.ok ? { state: 'done', record: written.value } : { state: 'choosing', failure: written.error });
    if (written.ok && directory !== settings.exportFolder) void change({ exportFolder: directory });
  };
  return [run, write];
}
