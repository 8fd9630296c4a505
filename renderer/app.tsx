import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { InterfaceFace } from './app/interface-face.tsx';
import { Opening, StartFailed } from './app/opening.tsx';
import { Shell } from './app/shell.tsx';
import type { Start } from './app/start.ts';
import { DeskProvider } from './connection/desk.tsx';
import { ConnectionProvider } from './connection/provider.tsx';
import { SettingsProvider, useSettings } from './connection/settings.tsx';
import { localeOf } from './ui/words/language.ts';
import { WordsProvider } from './ui/words/words.tsx';
import type { HostInfo } from '#shared/contract/calls.ts';

/** The whole application: shows the screen the address names, and until `starting` resolves what is known `now`. */
export function App({ now, starting }: { now: Start; starting: Promise<Start> }) {
  const [state, setState] = useState(now);
  useEffect(() => {
    let left = false;
    const follow = async (): Promise<void> => {
      const next = await starting;
      if (!left) setState(next);
    };
    void follow();
    return () => {
      left = true;
    };
  }, [starting]);

  switch (state.state) {
    case 'connecting':
      return <Opening />;
    case 'failed':
      return <StartFailed failure={state.failure} />;
    case 'ready':
      return (
        <ConnectionProvider client={state.client}>
          <SettingsProvider initial={state.settings}>
            <Spoken host={state.host} />
          </SettingsProvider>
        </ConnectionProvider>
      );
  }
}

/** The application in the person's language and light. */
function Spoken({ host }: { host: HostInfo }) {
  const { settings } = useSettings();
  return (
    <I18nProvider locale={localeOf(settings.language)}>
      <WordsProvider language={settings.language}>
        <InterfaceFace theme={settings.theme} />
        <DeskProvider>
          <Shell host={host} />
        </DeskProvider>
      </WordsProvider>
    </I18nProvider>
  );
}
