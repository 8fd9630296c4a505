import { memo } from 'react';
import type { RulesInForce } from '#shared/contract/calls.ts';
import { Button } from '#renderer/ui/button.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { isolate } from '#renderer/ui/words/isolate.ts';
import { useWords } from '#renderer/ui/words/words.tsx';

export interface ChecksRulesProps {
  readonly inForce: RulesInForce;
  /** Makes the library's own file; null where that failed. */
  readonly onMake: () => Promise<RulesInForce | null>;
}

/** Which house rules hold, where they are written, and what in them is wrong. */
export const ChecksRules = memo(function ChecksRules({ inForce, onMake }: ChecksRulesProps) {
  const words = useWords();
  const { checking } = words;
  const { rules, from, file, problems } = inForce;
  const make = async (): Promise<void> => {
    const made = await onMake();
    toast(made === null ? { title: checking.rulesNotMade, tone: 'danger' } : { title: checking.rulesMade });
  };
  return (
    <section className="checks-rules" aria-label={words.count(checking.rulesOn, rules.rules.length)}>
      <h2 className="checks-rules-title">{words.count(checking.rulesOn, rules.rules.length)}</h2>
      <p>
        {checking.rulesFrom[from]} <bdi className="checks-file">{file}</bdi>
      </p>
      {problems.length === 0 ? null : (
        <ul className="checks-problems">
          {problems.map(({ code, line, name }) => (
            <li key={`${line} ${code} ${name}`}>
              <b>{line === 0 ? checking.wholeFile : checking.line(words.number(line))}</b>
              {name === '' ? ' ' : ` ${isolate(name)}: `}
              {checking.problems[code]}
            </li>
          ))}
        </ul>
      )}
      {from === 'library' ? null : (
        <Button size="small" onPress={() => void make()}>
          {checking.rulesMake}
        </Button>
      )}
    </section>
  );
});
