import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { Start } from './app/start.ts';
import { deafenToTyping } from './app/typing.ts';
import { allowEmptying } from './ui/trusted.ts';

/** Puts the application on the page. `starting` resolves to how the start went, of which `now` is known already. */
export function showApplication(place: Element, now: Start, starting: Promise<Start>): void {
  allowEmptying();
  const hearAgain = [document, place].map(deafenToTyping);
  const root = createRoot(place);
  for (const hear of hearAgain) hear();
  root.render(
    <StrictMode>
      <App now={now} starting={starting} />
    </StrictMode>,
  );
}
