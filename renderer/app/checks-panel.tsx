import { CircleCheck, CircleX, Lightbulb, TriangleAlert } from 'lucide-react';
import { memo, useCallback, useState } from 'react';
import type { Severity } from '#shared/checks/check.ts';
import type { LiveFinding } from '#renderer/editor/checking/checker.ts';
import { blockOfPassage, type PassageBlock } from '#renderer/editor/checking/excerpt.ts';
import { useChecking } from '#renderer/editor/checking/use-checking.ts';
import { pageOf } from '#renderer/editor/page.ts';
import type { ArticleSession } from '#renderer/editor/session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Spinner } from '#renderer/ui/spinner.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import { ChecksFinding } from './checks-panel-finding.tsx';
import { ChecksRules } from './checks-panel-rules.tsx';
import './checks-panel.css';

const SEVERITIES: readonly Severity[] = ['blocks', 'warns', 'hints'];

/** So many of one severity are listed at first, and as many more whenever they are asked for. */
const AT_ONCE = 30;

/** What the checks find in the article as it stands on the screen, why it matters and what can be done about it. */
export function ChecksPanel({ session }: { session: ArticleSession }) {
  const { app } = useWords();
  const { checker, state } = useChecking(session);
  const { findings, inForce, chosen } = state;
  const onMake = useCallback(() => checker.createRules(), [checker]);
  if (findings === null) {
    return (
      <div className="checks-waiting">
        <Spinner label={app.edit.checksRunning} />
      </div>
    );
  }
  return (
    <div className="checks">
      {findings.length === 0 ? (
        <EmptyState icon={<CircleCheck size={22} />} title={app.edit.checksGood} hint={app.edit.checksGoodHint} />
      ) : (
        SEVERITIES.map((severity) => {
          const some = inReadingOrder(findings.filter((finding) => finding.severity === severity));
          const blocks = some.map((finding) => blockOfPassage(pageOf(session), finding));
          const props = { severity, findings: some, blocks, chosen, session };
          return <Group key={severity} {...props} />;
        })
      )}
      {inForce === null ? null : <ChecksRules inForce={inForce} onMake={onMake} />}
    </div>
  );
}

interface GroupProps {
  readonly severity: Severity;
  readonly findings: readonly LiveFinding[];
  /** The block of each, as it stands now. */
  readonly blocks: readonly (PassageBlock | null)[];
  readonly chosen: string | null;
  readonly session: ArticleSession;
}

/** Apart, so that a pause in writing draws only those anew of which something was found or is gone. */
const Group = memo(function Group({ severity, findings, blocks, chosen, session }: GroupProps) {
  const words = useWords();
  const [shown, setShown] = useState(AT_ONCE);
  if (findings.length === 0) return null;
  const { app, checking } = words;
  const titles = { blocks: app.edit.checksBlock, warns: app.edit.checksWarn, hints: checking.hints };
  const hidden = findings.length - shown;
  return (
    <section className="checks-group">
      <h2 className="checks-title">
        <SeverityIcon severity={severity} />
        {titles[severity]} <span className="edit-count">{words.number(findings.length)}</span>
      </h2>
      <ul>
        {findings.map((finding, at) =>
          // The first so many, and the chosen one wherever it stands.
          at < shown || finding.key === chosen ? (
            <li key={finding.key}>
              <ChecksFinding
                finding={finding}
                block={blocks[at] ?? null}
                isChosen={finding.key === chosen}
                session={session}
              />
            </li>
          ) : null,
        )}
      </ul>
      {hidden > 0 ? (
        <Button size="small" variant="plain" onPress={() => setShown(shown + AT_ONCE)}>
          {words.count(checking.more, hidden)}
        </Button>
      ) : null}
    </section>
  );
}, listsTheSame);

function SeverityIcon({ severity }: { severity: Severity }) {
  switch (severity) {
    case 'blocks':
      return <CircleX size={15} aria-hidden className="checks-blocks" />;
    case 'warns':
      return <TriangleAlert size={15} aria-hidden className="checks-warns" />;
    case 'hints':
      return <Lightbulb size={15} aria-hidden className="checks-hints" />;
  }
}

function listsTheSame(one: GroupProps, other: GroupProps): boolean {
  return (
    one.severity === other.severity &&
    one.chosen === other.chosen &&
    one.session === other.session &&
    areTheSame(one.findings, other.findings) &&
    areTheSame(one.blocks, other.blocks)
  );
}

function areTheSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}

/** What is about the story first, then headline, standfirst and body from top to bottom. */
function inReadingOrder(findings: readonly LiveFinding[]): readonly LiveFinding[] {
  const fields = [undefined, 'headline', 'standfirst', 'body'];
  return findings.toSorted(
    (one, other) =>
      fields.indexOf(one.field) - fields.indexOf(other.field) ||
      (one.block ?? 0) - (other.block ?? 0) ||
      (one.passages?.[0]?.from ?? 0) - (other.passages?.[0]?.from ?? 0),
  );
}
