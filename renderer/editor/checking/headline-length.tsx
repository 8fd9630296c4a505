import { useEffect, useState } from 'react';
import { textDirection } from '#shared/article/direction.ts';
import type { HouseRules } from '#shared/article/house-rules.ts';
import { useWords, type Words } from '#renderer/ui/words/words.tsx';
import type { Page } from '../page.ts';
import { checkerOf } from './checker.ts';
import { headlineFits, type Fit } from './counts-state.ts';
import './headline-length.css';

interface Shown {
  readonly line: string;
  /** The direction of the headline. */
  readonly runs: 'ltr' | 'rtl';
}

const NOTHING: Shown = { line: '', runs: 'ltr' };

/** Says under the headline which places cut it off, looked at whenever writing rests. Nothing is ever cut here. */
export function HeadlineLength({ page }: { page: Page }) {
  const words = useWords();
  const [{ line, runs }, show] = useState<Shown>(NOTHING);
  useEffect(() => {
    const { session } = page;
    const checker = checkerOf(session);
    let seen: { readonly headline: string; readonly rules: HouseRules | undefined } | null = null;
    const look = (): void => {
      const rules = checker.state.inForce?.rules;
      const headline = session.headline();
      seen = { headline, rules };
      const next = lineOf(headlineFits(headline, session.metadata(), rules), words);
      const side = textDirection(headline) ?? words.direction;
      show((shown) => (shown.line === next && shown.runs === side ? shown : { line: next, runs: side }));
    };
    const lookAgain = (): void => {
      if (session.headline() !== seen?.headline || checker.state.inForce?.rules !== seen.rules) look();
    };
    look();
    const stops = [
      page.subscribe('pause', lookAgain),
      session.subscribe('metadata', look),
      checker.subscribe(lookAgain),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [page, words]);
  return (
    // Beneath the beginning of the headline, whichever way the interface runs.
    <div className="headline-length" aria-live="polite" dir={runs}>
      {line === '' ? null : (
        <p title={line}>
          <span dir={words.direction}>{line}</span>
        </p>
      )}
    </div>
  );
}

function lineOf(fits: readonly Fit[], words: Words): string {
  const { checking } = words;
  const places = fits
    .filter(({ cut }) => cut.isCut)
    .map(({ place, limit, cut }) =>
      checking.placeAndLength(placeName(place, words), checking.fits(words.number(cut.total), words.number(limit))),
    );
  return places.length === 0 ? '' : checking.tooLongFor(places.join(' · '));
}

/** Places are called as they or the house call them; print is everybody's. */
export function placeName(place: string, { checking }: Words): string {
  return place.toLowerCase() === 'print' ? checking.print : place;
}
