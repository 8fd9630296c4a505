import { useEffect, useLayoutEffect, type RefObject } from 'react';
import type { Settings } from '#shared/contract/settings.ts';
import { TEXT_SIZE } from '#shared/contract/writing.ts';
import { useSettings } from '#renderer/connection/settings.tsx';
import type { Page } from '../page.ts';
import { setComfort } from './comfort.ts';
import { keepInk } from './focus.ts';
import { keepHeight } from './typewriter.ts';
import { setZen } from './zen.ts';
import './view.css';

/** Shows a page as the person likes it: text size, width, typeface, focus and typewriter scrolling. */
export function useView(
  page: Page,
  root: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
): void {
  const live = useSettings();
  const { textSize, textWidth, typeface, focus, typewriter } = live.settings;
  useLayoutEffect(() => setComfort(page.session, live), [page, live]);
  useLayoutEffect(() => {
    const element = root.current;
    if (element !== null) page.keepSight(() => show(element, { textSize, textWidth, typeface, focus, typewriter }));
  }, [page, root, textSize, textWidth, typeface, focus, typewriter]);
  useEffect(() => (focus === 'off' ? undefined : keepInk(page, focus)), [page, focus]);
  useEffect(
    () => (typewriter && scroller.current !== null ? keepHeight(page, scroller.current) : undefined),
    [page, scroller, typewriter],
  );
  useEffect(() => () => setZen(false), []);
}

type Look = Pick<Settings, 'textSize' | 'textWidth' | 'typeface' | 'focus' | 'typewriter'>;

/** Tells the style sheet how the page is to look. */
function show(element: HTMLElement, { textSize, textWidth, typeface, focus, typewriter }: Look): void {
  if (textSize === TEXT_SIZE.usual) element.style.removeProperty('--zoom');
  else element.style.setProperty('--zoom', String(textSize / 100));
  element.dataset['width'] = textWidth;
  element.dataset['face'] = typeface;
  element.toggleAttribute('data-focus', focus !== 'off');
  element.toggleAttribute('data-typewriter', typewriter);
}
