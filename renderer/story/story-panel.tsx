import type { ReactNode } from 'react';
import { FIELDS, type FieldName } from '#shared/article/field.ts';
import type { Metadata } from '#shared/article/metadata.ts';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { TagList } from '#renderer/ui/tag-list.tsx';
import { localeOf } from '#renderer/ui/words/language.ts';
import { useWords, type Words } from '#renderer/ui/words/words.tsx';
import { BylineList } from './byline-list.tsx';
import { DraftField, type DraftFieldProps } from './draft-field.tsx';
import { MomentField } from './moment-field.tsx';
import { StatusSelect } from './status-select.tsx';
import './story-panel.css';

export interface StoryPanelProps {
  readonly metadata: Metadata;
  readonly onChange: (patch: Partial<Metadata>) => void;
  /** The person's own name, offered for a new byline. */
  readonly author: string;
  /** The headline as it stands, shown where another headline is not given. */
  readonly headline: string;
  readonly isReadOnly: boolean;
}

/** All that is said about an article rather than in it. Each field saves itself. */
export function StoryPanel(props: StoryPanelProps) {
  const { app } = useWords();
  return (
    <div className="story-panel">
      <Group title={app.story.working}>
        <Working {...props} />
      </Group>
      <Group title={app.story.publication}>
        <Publication {...props} />
      </Group>
      <Group title={app.story.embargo}>
        <EmbargoFields {...props} />
      </Group>
      <Group title={app.story.notes}>
        <Long {...props} name="edNote" label={app.story.edNote} hint={app.story.edNoteHint} />
        <Long {...props} name="editorsNote" label={app.story.editorsNote} hint={app.story.editorsNoteHint} />
      </Group>
      <Group title={app.story.headlines}>
        <Long {...props} name="printHeadline" label={app.story.printHeadline} placeholder={props.headline} />
        <Long {...props} name="socialHeadline" label={app.story.socialHeadline} placeholder={props.headline} />
        <Long {...props} name="searchHeadline" label={app.story.searchHeadline} placeholder={props.headline} />
      </Group>
      <Group title={app.story.sharing}>
        <Long {...props} name="shareTitle" label={app.story.shareTitle} placeholder={props.headline} />
        <Long {...props} name="shareDescription" label={app.story.shareDescription} />
      </Group>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="story-group">
      <h2 className="story-group-title">{title}</h2>
      {children}
    </section>
  );
}

function Working(props: StoryPanelProps) {
  const { metadata, onChange, isReadOnly } = props;
  const words = useWords();
  const { story } = words.app;
  return (
    <>
      <Short {...props} name="slug" label={story.slug} />
      <StatusSelect
        layout="inline"
        status={metadata.status}
        isDisabled={isReadOnly}
        onChange={(status) => onChange({ status })}
      />
      <Short {...props} name="assignee" label={story.assignee} />
      <Short {...props} name="desk" label={story.desk} />
      <Short {...props} name="section" label={story.section} />
      <MomentField
        label={story.deadline}
        value={metadata.deadline}
        isReadOnly={isReadOnly}
        onSave={(deadline) => onChange({ deadline })}
      />
      <DraftField
        label={story.commissionedLength}
        inputMode="numeric"
        isReadOnly={isReadOnly}
        value={metadata.commissionedLength === 0 ? '' : words.number(metadata.commissionedLength)}
        fits={(text) => lengthFrom(text) !== null}
        expects={story.expects.length}
        onSave={(text) => onChange({ commissionedLength: lengthFrom(text) ?? 0 })}
      />
      <NumberField
        label={story.priority}
        layout="inline"
        minValue={1}
        maxValue={9}
        isReadOnly={isReadOnly}
        value={metadata.priority}
        onChange={(priority) => Number.isNaN(priority) || onChange({ priority })}
      />
      <div className="story-flags">
        <Switch
          label={story.legalFlag}
          isSelected={metadata.legalFlag}
          isDisabled={isReadOnly}
          onChange={(legalFlag) => onChange({ legalFlag })}
        />
        <Switch
          label={story.pictureFlag}
          isSelected={metadata.pictureFlag}
          isDisabled={isReadOnly}
          onChange={(pictureFlag) => onChange({ pictureFlag })}
        />
      </div>
    </>
  );
}

function Publication(props: StoryPanelProps) {
  const { metadata, onChange, author, isReadOnly } = props;
  const words = useWords();
  const { story } = words.app;
  return (
    <>
      <Short {...props} name="kicker" label={story.kicker} />
      <Short {...props} name="dateline" label={story.dateline} />
      <Short {...props} name="genre" label={story.genre} />
      <DraftField
        label={story.language}
        dir="ltr"
        isReadOnly={isReadOnly}
        value={metadata.language}
        fits={(text) => FIELDS.language.parse(text.trim()) !== null}
        expects={story.expects.language}
        hint={languageName(words, metadata.language)}
        onSave={(text) => onChange({ language: FIELDS.language.parse(text.trim()) ?? metadata.language })}
      />
      <Short {...props} name="urlSlug" label={story.urlSlug} dir="ltr" />
      <Short {...props} name="canonicalUrl" label={story.canonicalUrl} dir="ltr" inputMode="url" />
      <Short {...props} name="copyright" label={story.copyright} />
      <BylineList
        bylines={metadata.bylines}
        author={author}
        isReadOnly={isReadOnly}
        onChange={(bylines) => onChange({ bylines })}
      />
      <TagList
        label={story.keywords}
        addLabel={story.addKeyword}
        removeLabel={words.app.remove}
        values={metadata.keywords}
        onChange={(keywords) => isReadOnly || onChange({ keywords })}
      />
    </>
  );
}

function EmbargoFields({ metadata, onChange, isReadOnly }: StoryPanelProps) {
  const { story } = useWords().app;
  const { embargo } = metadata;
  return (
    <>
      <Switch
        label={story.embargoActive}
        isSelected={embargo.active}
        isDisabled={isReadOnly}
        onChange={(active) => onChange({ embargo: { ...embargo, active } })}
      />
      {embargo.active || embargo.until !== '' || embargo.reason !== '' ? (
        <>
          <MomentField
            label={story.embargoUntil}
            value={embargo.until}
            isReadOnly={isReadOnly}
            error={embargo.active && embargo.until === '' ? story.expects.embargo : undefined}
            onSave={(until) => onChange({ embargo: { ...embargo, until } })}
          />
          <DraftField
            label={story.embargoReason}
            value={embargo.reason}
            isReadOnly={isReadOnly}
            onSave={(reason) => onChange({ embargo: { ...embargo, reason } })}
          />
        </>
      ) : null}
    </>
  );
}

/** The fields that are one text each. */
type TextName = {
  [Name in FieldName]: Metadata[Name] extends string ? (string extends Metadata[Name] ? Name : never) : never;
}[FieldName];

type NamedProps = StoryPanelProps & { readonly name: TextName } & Omit<DraftFieldProps, 'value' | 'onSave' | 'fits'>;

function Named({ metadata, onChange, name, author: _author, headline: _headline, ...field }: NamedProps) {
  const { expects } = useWords().app.story;
  return (
    <DraftField
      {...field}
      value={metadata[name]}
      fits={(text) => FIELDS[name].parse(text.trim()) !== null}
      expects={name === 'canonicalUrl' ? expects.webUrl : expects.text}
      onSave={(text) => onChange({ [name]: FIELDS[name].parse(text.trim()) ?? '' })}
    />
  );
}

function Short(props: NamedProps) {
  return <Named {...props} layout="inline" />;
}

function Long(props: NamedProps) {
  return <Named {...props} layout="stacked" lines="several" />;
}

/** Words ordered; nothing written is 0, nobody said. Digits of any script. */
function lengthFrom(text: string): number | null {
  const plain = text
    .trim()
    .replaceAll(/[\s.,٬،]/gu, '')
    .replaceAll(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) % 16));
  return plain === '' ? 0 : FIELDS.commissionedLength.parse(plain);
}

function languageName(words: Words, tag: string): string {
  try {
    return new Intl.DisplayNames(localeOf(words.language), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
