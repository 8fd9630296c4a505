import { useEffect, useRef } from 'react';
import { useWords } from '#renderer/ui/words/words.tsx';
import { pageOf } from '../page.ts';
import type { ArticleSession } from '../session.ts';
import { useTextShown } from '../use-text-shown.ts';
import { checkerOf } from './checker.ts';
import { Margin } from './margin.ts';

/** Checks the article while it is on the screen and marks its margin. `onShow` brings the findings into sight. */
export function CheckingMargin({ session, onShow }: { session: ArticleSession; onShow: () => void }) {
  const words = useWords();
  const show = useRef(onShow);
  useEffect(() => {
    show.current = onShow;
  }, [onShow]);
  const isShown = useTextShown(session);
  useEffect(() => {
    if (!isShown) return undefined;
    const page = pageOf(session);
    const checker = checkerOf(session);
    const stopChecks = checker.follow();
    let end: (() => void) | undefined;
    const begin = (): void => {
      end?.();
      end = page.editors === null ? undefined : new Margin(page, checker, words, () => show.current()).begin();
    };
    begin();
    const stopEditors = page.subscribe('editors', begin);
    return () => {
      stopEditors();
      end?.();
      stopChecks();
    };
  }, [session, words, isShown]);
  return null;
}
