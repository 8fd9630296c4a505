import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Failure } from '#shared/article/failure.ts';
import type { Settings, SettingsPatch } from '#shared/contract/settings.ts';
import { useClient } from './provider.tsx';

export interface LiveSettings {
  readonly settings: Settings;
  /** Changes them at once on the page and on disk; on a failure they are as before, and the failure is returned. */
  readonly change: (patch: SettingsPatch) => Promise<Failure | null>;
}

const SettingsContext = createContext<LiveSettings | null>(null);

/** Keeps the person's settings, read once at the start, for everything beneath it. */
export function SettingsProvider({ initial, children }: { initial: Settings; children: ReactNode }) {
  const client = useClient();
  const [settings, setSettings] = useState(initial);
  const change = useCallback(
    async (patch: SettingsPatch): Promise<Failure | null> => {
      let before = initial;
      setSettings((current) => {
        before = current;
        return withPatch(current, patch);
      });
      const changed = await client.call('settings.change', patch);
      setSettings(changed.ok ? changed.value : before);
      return changed.ok ? null : changed.error;
    },
    [client, initial],
  );
  const live = useMemo(() => ({ settings, change }), [settings, change]);
  return <SettingsContext value={live}>{children}</SettingsContext>;
}

/** The person's settings and the way to change them. Throws outside of a `SettingsProvider`. */
export function useSettings(): LiveSettings {
  const live = use(SettingsContext);
  if (live === null) throw new Error('useSettings outside of a SettingsProvider');
  return live;
}

function withPatch(settings: Settings, patch: SettingsPatch): Settings {
  const given: Partial<Settings> = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  return { ...settings, ...given };
}
