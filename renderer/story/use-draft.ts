import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** How long after the last key a field is saved, in milliseconds; leaving it saves at once. */
const PAUSE = 500;

export interface Draft {
  /** What the field shows. */
  readonly text: string;
  /** True when what is written does not fit the field. It stays written, and is not saved. */
  readonly misfit: boolean;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
}

/**
 * A field that saves as it is typed: after a pause, on leaving, and when it is taken away. While it is being written
 * in, changes from elsewhere do not touch it.
 */
export function useDraft(stored: string, fits: (text: string) => boolean, save: (text: string) => void): Draft {
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const store = useEffectEvent((text: string | null) => {
    clearTimeout(timer.current);
    if (text !== null && text !== stored && fits(text)) save(text);
  });
  const latest = useRef<string | null>(null);
  useEffect(() => {
    latest.current = typed;
    if (typed === null) return;
    timer.current = setTimeout(() => store(typed), PAUSE);
    return () => clearTimeout(timer.current);
  }, [typed]);
  useEffect(() => () => store(latest.current), []);

  const text = typed ?? stored;
  const misfit = typed !== null && !fits(typed);
  return {
    text,
    misfit,
    onChange: setTyped,
    onBlur() {
      if (typed === null || misfit) return;
      clearTimeout(timer.current);
      if (typed !== stored) save(typed);
      setTyped(null);
    },
  };
}
