import axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What React Aria reads aloud points to words that may have left the screen when it has been read. */
const READ_ALOUD = '[data-live-announcer]';

export type Scheme = 'light' | 'dark';

/** Shows the page by day or by night; nothing moves meanwhile, for what is half there has no contrast yet. */
export async function inLight(page: Page, colorScheme: Scheme | null): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: colorScheme === null ? null : 'reduce' });
  // What had begun to move before goes on to its end.
  if (colorScheme !== null) await page.evaluate(endTransitions);
}

/** Fails when axe finds anything wrong on the page as it stands: with every rule, or with that for contrast alone. */
export async function expectNothingWrong(page: Page, rules: 'all' | 'contrast', said: string): Promise<void> {
  // Once for a page: the screens change without loading anew.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async ({ readAloud, runOnly }) => {
      const { axe: asked } = window as unknown as { readonly axe: typeof axe };
      const { violations } = await asked.run({ exclude: [[readAloud]] }, { resultTypes: ['violations'], runOnly });
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html, any }) => [html.slice(0, 160), ...any.map(({ message }) => message)].join(' ')).join(' | ')}`,
      );
    },
    {
      readAloud: READ_ALOUD,
      runOnly:
        rules === 'all'
          ? { type: 'tag' as const, values: EVERYTHING }
          : { type: 'rule' as const, values: ['color-contrast'] },
    },
  );
  expect.soft(found, said).toEqual([]);
}

/** Runs in the page. */
function endTransitions(): void {
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
}
