import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
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
  const kept = useRef(initial);
  const asked = useRef(0);
  const change = useCallback(
    async (patch: SettingsPatch): Promise<Failure | null> => {
      asked.current += 1;
      setSettings((current) => withPatch(current, patch));
      const changed = await client.call('settings.change', patch);
      asked.current -= 1;
      if (changed.ok) kept.current = changed.value;
      // The answer to an earlier change knows nothing of one that is on its way.
      if (asked.current === 0) setSettings(kept.current);
      return changed.ok ? null : changed.error;
    },
    [client],
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
