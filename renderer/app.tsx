import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { InterfaceFace } from './app/interface-face.tsx';
import { Opening, StartFailed } from './app/opening.tsx';
import { Shell } from './app/shell.tsx';
import { start, type Start } from './app/start.ts';
import { ConnectionProvider } from './connection/provider.tsx';
import { SettingsProvider, useSettings } from './connection/settings.tsx';
import { localeOf } from './ui/words/language.ts';
import { WordsProvider } from './ui/words/words.tsx';
import type { HostInfo } from '#shared/contract/calls.ts';

/** The whole application: connects, then shows the screen the address names. */
export function App() {
  const [state, setState] = useState<Start>({ state: 'connecting' });
  useEffect(() => {
    let left = false;
    const begin = async (): Promise<void> => {
      const next = await start();
      if (!left) setState(next);
      else if (next.state === 'ready') next.client.close();
    };
    void begin();
    return () => {
      left = true;
    };
  }, []);

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
        <Shell host={host} />
      </WordsProvider>
    </I18nProvider>
  );
}
