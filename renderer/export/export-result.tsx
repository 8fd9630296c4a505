import { FileCheck2 } from 'lucide-react';
import type { ExportedFile, ExportRecord, FormatInfo } from '#shared/contract/calls.ts';
import { noteSentence, useWords, type Words } from '#renderer/ui/words/words.tsx';
import { formatName } from './format-name.ts';

export interface ExportResultProps {
  readonly record: ExportRecord;
  readonly formats: readonly FormatInfo[];
}

/** What was written, where, and what each format could not keep. */
export function ExportResult({ record, formats }: ExportResultProps) {
  const words = useWords();
  const { app } = words;
  return (
    <section className="export-result" aria-live="polite">
      <p className="export-result-title">{words.count(app.export.done, record.files.length)}</p>
      <p className="export-result-where">{app.export.doneTo(record.directory)}</p>
      <ul className="export-result-files">
        {record.files.map((file) => (
          <li key={`${file.article} ${file.format}`} className="export-result-file">
            <FileCheck2 size={18} aria-hidden />
            <div>
              <p className="export-result-name">
                <bdi>{file.file}</bdi>
                <span className="export-result-format">{nameOf(file, formats, words)}</span>
              </p>
              {file.losses.length === 0 ? (
                <p className="export-result-whole">{app.export.lossless}</p>
              ) : (
                <details className="export-result-losses">
                  <summary>{words.count(app.export.losses, file.losses.length)}</summary>
                  <ul>
                    {file.losses.map((loss) => (
                      <li key={`${loss.code} ${loss.message}`}>{noteSentence(words, loss)}</li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf(file: ExportedFile, formats: readonly FormatInfo[], words: Words): string {
  return formatName(words, file.format, formats.find(({ id }) => id === file.format)?.name ?? file.format);
}
