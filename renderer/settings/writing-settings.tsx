import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { SettingsPatch } from '#shared/contract/settings.ts';
import { LONGEST_REPLACED, LONGEST_REPLACEMENT, MOST_REPLACEMENTS } from '#shared/contract/writing.ts';
import { useSettings } from '#renderer/connection/settings.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import './writing-settings.css';

/** What Stet does to the text while somebody writes. */
export function WritingSettings({ onChange }: { onChange: (patch: SettingsPatch) => void }) {
  const { comfort } = useWords();
  const { settings } = useSettings();
  return (
    <section className="writing-settings" aria-label={comfort.writing}>
      <h3 className="settings-heading">{comfort.writing}</h3>
      <div>
        <Switch
          label={comfort.smartQuotes}
          isSelected={settings.smartQuotes}
          onChange={(smartQuotes) => onChange({ smartQuotes })}
        />
        <p className="field-hint">{comfort.smartQuotesHint}</p>
      </div>
      <div>
        <Switch
          label={comfort.smartDashes}
          isSelected={settings.smartDashes}
          onChange={(smartDashes) => onChange({ smartDashes })}
        />
        <p className="field-hint">{comfort.smartDashesHint}</p>
      </div>
      <Switch
        label={comfort.autocorrect}
        isSelected={settings.autocorrect}
        onChange={(autocorrect) => onChange({ autocorrect })}
      />
      <Replacements onChange={onChange} />
    </section>
  );
}

function Replacements({ onChange }: { onChange: (patch: SettingsPatch) => void }) {
  const { comfort } = useWords();
  const { replacements } = useSettings().settings;
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const first = useRef<HTMLInputElement>(null);
  const isOneWord = /^\S*$/u.test(from.trim());
  const isReady = from.trim() !== '' && isOneWord && to.trim() !== '' && replacements.length < MOST_REPLACEMENTS;
  const add = (): void => {
    if (!isReady) return;
    const others = replacements.filter((one) => one.from !== from.trim());
    onChange({ replacements: [...others, { from: from.trim(), to: to.trim() }] });
    setFrom('');
    setTo('');
    // The button has nothing to add any more, and would lose the keyboard.
    first.current?.focus();
  };
  return (
    <div className="replacements">
      <p className="field-label">{comfort.replacements}</p>
      {replacements.length === 0 ? null : (
        <ul className="replacement-list">
          {replacements.map((one) => (
            <li key={one.from} className="replacement">
              <bdi>{one.from}</bdi>
              <bdi>{one.to}</bdi>
              <IconButton
                size="small"
                label={comfort.removeReplacement(one.from)}
                icon={<X size={14} />}
                onPress={() => onChange({ replacements: replacements.filter((other) => other !== one) })}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        className="replacement-new"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={comfort.replaced}
          value={from}
          maxLength={LONGEST_REPLACED}
          error={isOneWord ? undefined : comfort.replacementWord}
          onChange={setFrom}
          inputRef={first}
        />
        <TextField label={comfort.replacement} value={to} maxLength={LONGEST_REPLACEMENT} onChange={setTo} />
        <Button type="submit" isDisabled={!isReady}>
          {comfort.addReplacement}
        </Button>
      </form>
      <p className="field-hint">{comfort.replacementsHint}</p>
    </div>
  );
}
