import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Failure } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { FormatInfo } from '#shared/contract/calls.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Spinner } from '#renderer/ui/spinner.tsx';
import { failureSentence, useWords, type Words } from '#renderer/ui/words/words.tsx';
import { download } from './download.ts';
import { formatName } from './format-name.ts';

export interface FormatListProps {
  readonly ids: readonly ArticleId[];
  readonly formats: readonly FormatInfo[] | null;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  /** Where the page is in a browser, each format can be downloaded on its own. */
  readonly canDownload: boolean;
  readonly override: string;
  /** True while the gate is closed: nothing goes out, by whatever way. */
  readonly isBlocked: boolean;
}

/** The formats with a line on what each is for. */
export function FormatList({ ids, formats, chosen, onChoose, canDownload, override, isBlocked }: FormatListProps) {
  const client = useClient();
  const words = useWords();
  const { app } = words;
  const [failure, setFailure] = useState<Failure | null>(null);
  const choose = (id: string, selected: boolean): void => {
    const next = new Set(chosen);
    if (selected) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  const fetchFormat = async (format: string): Promise<void> => {
    setFailure(null);
    for (const id of ids) {
      const rendered = await client.call('export.render', { id, format, ...(override === '' ? {} : { override }) });
      if (rendered.ok) download(rendered.value.fileName, rendered.value.mediaType, rendered.value.bytes);
      else setFailure(rendered.error);
    }
  };

  return (
    <fieldset className="formats">
      <legend className="field-label">{app.export.formats}</legend>
      {formats === null ? <Spinner label={app.loading} /> : null}
      {formats?.map((format) => (
        <div key={format.id} className="format">
          <Checkbox isSelected={chosen.has(format.id)} onChange={(selected) => choose(format.id, selected)}>
            <span className="format-text">
              <span className="format-name">
                <bdi>{formatName(words, format.id, format.name)}</bdi>
              </span>
              <span className="format-about">{explanation(words, format.id)}</span>
            </span>
          </Checkbox>
          {canDownload ? (
            <IconButton
              label={`${app.export.download}: ${formatName(words, format.id, format.name)}`}
              icon={<Download size={16} />}
              isDisabled={isBlocked}
              onPress={() => void fetchFormat(format.id)}
            />
          ) : null}
        </div>
      ))}
      {failure === null ? null : <p className="field-error">{failureSentence(words, failure)}</p>}
    </fieldset>
  );
}

function explanation(words: Words, id: string): string {
  const known: Readonly<Record<string, string>> = words.app.export.explain;
  return known[id] ?? words.app.export.explain.other;
}
