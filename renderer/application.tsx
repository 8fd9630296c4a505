import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { Start } from './app/start.ts';
import { leavingCaretAlone } from './app/typing.ts';

/** Puts the application on the page. `starting` resolves to how the start went, of which `now` is known already. */
export function showApplication(place: Element, now: Start, starting: Promise<Start>): void {
  leavingCaretAlone(() => createRoot(place)).render(
    <StrictMode>
      <App now={now} starting={starting} />
    </StrictMode>,
  );
}
