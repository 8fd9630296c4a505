import { useEffect, useState, useSyncExternalStore } from 'react';
import { OWN_WORD, SPELLING_LANGUAGES, type SpellingLanguage } from '#shared/contract/spelling.ts';
import type { Settings, SettingsPatch } from '#shared/contract/settings.ts';
import type { Failure } from '#shared/article/failure.ts';
import { ownWordsOf } from '#renderer/connection/own-words.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { TagList } from '#renderer/ui/tag-list.tsx';
import { localeOf } from '#renderer/ui/words/language.ts';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';
import './spelling-settings.css';

interface SpellingSettingsProps {
  readonly settings: Settings;
  readonly onChange: (patch: SettingsPatch) => Promise<void>;
}

/** Whether spelling is checked, in which languages, and the person's own words. */
export function SpellingSettings({ settings, onChange }: SpellingSettingsProps) {
  const words = useWords();
  const { spelling } = words;
  const { checkSpelling, spellingLanguages } = settings;
  const names = new Intl.DisplayNames(localeOf(words.language), { type: 'language' });
  const tick = (language: SpellingLanguage, isTicked: boolean): void => {
    const ticked = SPELLING_LANGUAGES.filter((one) => (one === language ? isTicked : spellingLanguages.includes(one)));
    void onChange({ spellingLanguages: ticked });
  };
  return (
    <section className="spelling-settings" aria-labelledby="spelling-settings-title">
      <h3 id="spelling-settings-title" className="spelling-settings-title">
        {spelling.title}
      </h3>
      <Switch
        label={spelling.check}
        isSelected={checkSpelling}
        onChange={(checkSpelling) => void onChange({ checkSpelling })}
      />
      <fieldset className="spelling-settings-group">
        <legend className="field-label">{spelling.also}</legend>
        <div className="spelling-settings-languages">
          {SPELLING_LANGUAGES.map((language) => (
            <Checkbox
              key={language}
              isSelected={spellingLanguages.includes(language)}
              isDisabled={!checkSpelling}
              onChange={(isTicked) => tick(language, isTicked)}
            >
              {names.of(language)}
            </Checkbox>
          ))}
        </div>
        <p className="field-hint">{spelling.alsoHint}</p>
      </fieldset>
      <MyDictionary />
      <p className="field-hint">{spelling.houseHint}</p>
    </section>
  );
}

/** The person's own words, each with a way to take it out. */
function MyDictionary() {
  const words = useWords();
  const { spelling } = words;
  const own = ownWordsOf(useClient());
  const { personal } = useSyncExternalStore(
    (listener) => own.subscribe(listener),
    () => own.words,
  );
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => void own.refresh(), [own]);
  const change = async (values: readonly string[]): Promise<void> => {
    const added = values.filter((word) => !personal.includes(word));
    const removed = personal.filter((word) => !values.includes(word));
    const failures: (Failure | null)[] = [];
    for (const word of removed) failures.push(await own.remove(word));
    const good = added.filter((word) => OWN_WORD.test(word));
    for (const word of good) failures.push(await own.add(word, 'personal'));
    const failure = failures.find((one) => one !== null);
    if (failure !== undefined) setTrouble(failureSentence(words, failure));
    else setTrouble(good.length < added.length ? spelling.noWord : null);
  };
  return (
    <div>
      <TagList
        label={spelling.myDictionary}
        addLabel={spelling.addWord}
        removeLabel={spelling.removeWord}
        values={personal}
        onChange={(values) => void change(values)}
      />
      <output className="spelling-settings-trouble">{trouble}</output>
    </div>
  );
}
