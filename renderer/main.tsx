import { connectToHost } from './connection/connect.ts';
import { start, type Start } from './app/start.ts';
import { leaveTypingAlone } from './app/typing.ts';
import './ui/tokens.css';
import './ui/base.css';

/**
 * The first code of the page, and as little as can be: it asks the back end for what the first screen shows while the
 * browser still reads the rest.
 */
async function begin(): Promise<void> {
  const place = document.querySelector('#page');
  if (place === null) throw new Error('index.html has no place for the application');
  leaveTypingAlone(document);
  leaveTypingAlone(place);
  let state: Start = { state: 'connecting' };
  const starting = start(connectToHost, location.hash);
  const note = async (): Promise<void> => {
    state = await starting;
  };
  void note();
  const { showApplication } = await import('./application.tsx');
  showApplication(place, state, starting);
}

void begin();
