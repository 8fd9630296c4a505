import { FolderPlus, Users } from 'lucide-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { HostInfo } from '#shared/contract/calls.ts';
import { useFolders } from '#renderer/connection/folders.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { useSettings } from '#renderer/connection/settings.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { FolderField } from '#renderer/ui/folder-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';
import './desk-beginning.css';

/** What a desk is, and the two ways onto one. What was typed stays, whatever the answer. */
export function DeskBeginning({ host }: { host: HostInfo }) {
  const words = useWords();
  const { begin } = words.desk;
  const { settings, change } = useSettings();
  const [name, setName] = useState(settings.name);
  const [nameError, setNameError] = useState<string>();
  const nameInput = useRef<HTMLInputElement>(null);

  /** Colleagues know each other by name: without one nobody gets on a desk. */
  const withName = async (): Promise<boolean> => {
    if (name.trim() === '') {
      setNameError(begin.nameMissing);
      nameInput.current?.focus();
      return false;
    }
    const failure = name.trim() === settings.name ? null : await change({ name: name.trim() });
    setNameError(failure === null ? undefined : failureSentence(words, failure));
    return failure === null;
  };

  return (
    <section className="desk-begin">
      <h1 className="desk-begin-title">{begin.title}</h1>
      <p className="desk-begin-text">{begin.text}</p>
      <div className="desk-begin-name">
        <TextField
          label={begin.name}
          hint={begin.nameHint}
          value={name}
          maxLength={200}
          error={nameError}
          inputRef={nameInput}
          onChange={(typed) => {
            setName(typed);
            setNameError(undefined);
          }}
        />
      </div>
      <div className="desk-ways">
        <Way how="create" host={host} icon={<FolderPlus size={20} aria-hidden />} withName={withName} />
        <Way how="join" host={host} icon={<Users size={20} aria-hidden />} withName={withName} />
      </div>
      <p className="desk-begin-private">{begin.private}</p>
    </section>
  );
}

interface WayProps {
  readonly how: 'create' | 'join';
  readonly host: HostInfo;
  readonly icon: ReactNode;
  readonly withName: () => Promise<boolean>;
}

function Way({ how, host, icon, withName }: WayProps) {
  const words = useWords();
  const { begin } = words.desk;
  const said =
    how === 'create'
      ? { title: begin.start, text: begin.startText, folder: begin.startFolder, action: begin.startAction }
      : { title: begin.join, text: begin.joinText, folder: begin.joinFolder, action: begin.joinAction };
  const client = useClient();
  const folders = useFolders(host, said.folder);
  const [place, setPlace] = useState('');
  const [error, setError] = useState<string>();
  const [isRunning, setRunning] = useState(false);
  const titleId = useId();

  const enter = async (): Promise<void> => {
    if (isRunning || !(await withName())) return;
    if (place.trim() === '') return setError(begin.folderMissing);
    setRunning(true);
    const entered = await client.call(how === 'create' ? 'desk.create' : 'desk.join', { place: place.trim() });
    setRunning(false);
    setError(entered.ok ? undefined : failureSentence(words, entered.error));
    if (entered.ok) toast({ title: how === 'create' ? begin.started : begin.joined });
  };

  return (
    <form
      className="desk-way"
      aria-labelledby={titleId}
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <h2 className="desk-way-title" id={titleId}>
        {icon}
        {said.title}
      </h2>
      <p className="desk-way-text">{said.text}</p>
      <FolderField
        label={said.folder}
        value={place}
        error={error}
        onChange={(path) => {
          setPlace(path);
          setError(undefined);
        }}
        complete={folders.complete}
        pick={folders.pick}
      />
      <Button type="submit" isPending={isRunning}>
        {said.action}
      </Button>
    </form>
  );
}
