import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { CheckResult } from '#shared/contract/calls.ts';
import { Spinner } from '#renderer/ui/spinner.tsx';
import { TextArea } from '#renderer/ui/text-field.tsx';
import { findingSentence } from '#renderer/ui/words/finding-words.ts';
import { useWords } from '#renderer/ui/words/words.tsx';
import type { Gate } from './use-export.ts';

export interface ExportGateProps {
  readonly gate: Gate | null;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

/** Whether the story may go out. What stops it is listed, and passed only with a reason, which is recorded. */
export function ExportGate({ gate, reason, onReason }: ExportGateProps) {
  const words = useWords();
  const { app } = words;
  if (gate === null) {
    return (
      <div className="gate">
        <Spinner label={app.export.checking} />
      </div>
    );
  }
  if (gate.blocking.length === 0) {
    return (
      <section className="gate gate-clear" aria-label={app.export.clear}>
        <p className="gate-title">
          <CircleCheck size={16} aria-hidden />
          {app.export.clear}
        </p>
        {gate.warning.length === 0 ? null : (
          <details className="gate-warnings">
            <summary>{words.count(app.export.warnings, gate.warning.length)}</summary>
            <Findings results={gate.warning} />
          </details>
        )}
      </section>
    );
  }
  return (
    <section className="gate gate-stop" aria-label={app.export.gate}>
      <p className="gate-title">
        <CircleX size={16} aria-hidden />
        {app.export.gate}
      </p>
      <Findings results={[...gate.blocking, ...gate.warning]} />
      <p className="gate-hint">{app.export.gateHint}</p>
      <TextArea label={app.export.overrideReason} value={reason} onChange={onReason} maxLength={2000} />
    </section>
  );
}

function Findings({ results }: { results: readonly CheckResult[] }) {
  const words = useWords();
  return (
    <ul className="gate-findings">
      {results.map((result) => (
        <li key={`${result.code} ${result.block ?? ''} ${result.message}`} className={`gate-${result.severity}`}>
          {result.severity === 'blocks' ? <CircleX size={14} aria-hidden /> : <TriangleAlert size={14} aria-hidden />}
          {findingSentence(words, result)}
        </li>
      ))}
    </ul>
  );
}
