import { connectToHost } from './connection/connect.ts';
import { start, type Start } from './app/start.ts';
import { deafenToTyping } from './app/typing.ts';
import './ui/tokens.css';
import './ui/base.css';

/**
 * The first code of the page, and as little as can be: it asks the back end for what the first screen shows while the
 * browser still reads the rest.
 */
async function begin(): Promise<void> {
  const place = document.querySelector('#page');
  if (place === null) throw new Error('index.html has no place for the application');
  let state: Start = { state: 'connecting' };
  const starting = start(connectToHost, location.hash);
  const note = async (): Promise<void> => {
    state = await starting;
  };
  void note();
  const hearAgain = deafenToTyping(document);
  const { showApplication } = await import('./application.tsx').finally(hearAgain);
  showApplication(place, state, starting);
}

void begin();
