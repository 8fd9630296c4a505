import { useState } from 'react';
import type { HostInfo } from '#shared/contract/calls.ts';
import type { InterfaceLanguage, SettingsPatch, Theme } from '#shared/contract/settings.ts';
import { useFolders } from '#renderer/connection/folders.ts';
import { useSettings } from '#renderer/connection/settings.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FolderField } from '#renderer/ui/folder-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';
import './settings-dialog.css';
import { SpellingSettings } from './spelling-settings.tsx';
import { WritingSettings } from './writing-settings.tsx';

const LANGUAGES: readonly InterfaceLanguage[] = ['en', 'en-US', 'he', 'ar', 'fa'];
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** The person's settings. Each applies at once; the library's folder with the next start. */
export function SettingsDialog({ host, onClose }: { host: HostInfo; onClose: () => void }) {
  const words = useWords();
  const { app } = words;
  const { settings, change } = useSettings();
  const folders = useFolders(host, app.settings.library);
  const [name, setName] = useState(settings.name);
  const [library, setLibrary] = useState(settings.library);
  const [began] = useState(settings.library);
  const [trouble, setTrouble] = useState<string | null>(null);
  const save = async (patch: SettingsPatch): Promise<void> => {
    const failure = await change(patch);
    setTrouble(failure === null ? null : failureSentence(words, failure));
  };
  const saveLibrary = (path: string): void => {
    if (path.trim() !== '' && path.trim() !== settings.library) void save({ library: path.trim() });
  };

  return (
    <Dialog
      title={app.settings.title}
      isOpen
      onClose={() => {
        if (name !== settings.name) void save({ name });
        saveLibrary(library);
        onClose();
      }}
    >
      <div className="settings">
        {trouble === null ? null : <Banner tone="danger">{trouble}</Banner>}
        <TextField
          label={app.settings.name}
          hint={app.settings.nameHint}
          value={name}
          maxLength={200}
          onChange={setName}
          onBlur={() => name !== settings.name && void save({ name })}
        />
        <Select
          label={app.settings.language}
          value={settings.language}
          onChange={(language) => void save({ language })}
          choices={LANGUAGES.map((id) => ({ id, name: app.languages[id] }))}
        />
        <Select
          label={app.settings.theme}
          value={settings.theme}
          onChange={(theme) => void save({ theme })}
          choices={THEMES.map((id) => ({ id, name: app.settings.themes[id] }))}
        />
        <FolderField
          label={app.settings.library}
          hint={settings.library === began ? app.settings.libraryHint : app.settings.restart}
          value={library}
          onChange={setLibrary}
          onBlur={() => saveLibrary(library)}
          complete={folders.complete}
          pick={
            folders.pick === null
              ? null
              : async () => {
                  const path = (await folders.pick?.()) ?? null;
                  if (path !== null) saveLibrary(path);
                  return path;
                }
          }
        />
        <SpellingSettings settings={settings} onChange={save} />
        <WritingSettings onChange={(patch) => void save(patch)} />
        <p className="settings-version">{app.settings.version(host.version)}</p>
      </div>
    </Dialog>
  );
}
