import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '#renderer/ui/words/language.ts';
import { wordsFor } from '#renderer/ui/words/words.tsx';
import { expectNothingWrong, inLight, type Scheme } from './axe.ts';
import { keys, type Screen } from './screens/screen.ts';
import { storyIn } from './screens/stories.ts';
import { TOURS } from './screens/tours.ts';
import { expect, test } from './stet.ts';

/**
 * Every screen in {light, dark} x {English, Hebrew}: axe finds nothing. By night its rule for contrast alone is asked,
 * for nothing else depends on the light. `STET_EVERY_LOOK=1` asks every rule both times, and goes through the wordy
 * screens in Arabic and Persian as well. `STET_PICTURES=DIR` takes a picture of each look instead.
 */
const PICTURES = process.env['STET_PICTURES'];
const IS_WHOLE = process.env['STET_EVERY_LOOK'] !== undefined;
const LANGUAGES: readonly Language[] = IS_WHOLE ? ['en', 'he', 'ar', 'fa'] : ['en', 'he'];
const LIGHTS: readonly Scheme[] = ['light', 'dark'];

// A tour is a walk through twenty screens, and axe reads every element of each.
test.describe.configure({ timeout: IS_WHOLE || PICTURES !== undefined ? 600_000 : 180_000 });

if (PICTURES !== undefined) mkdirSync(PICTURES, { recursive: true });
else if (!IS_WHOLE && process.env['TEST_WORKER_INDEX'] === undefined) {
  console.warn(
    'SKIPPED: by night every rule of axe but contrast, and the screens in Arabic and Persian; STET_EVERY_LOOK=1 asks all.',
  );
}

for (const tour of TOURS) {
  for (const language of LANGUAGES) {
    test(`every screen of the tour ${tour.name} in ${language}`, { tag: '@loopback' }, async ({ stet }) => {
      const { page } = stet;
      page.setDefaultTimeout(10_000);
      const visitor = { stet, page, words: wordsFor(language), story: storyIn(language) };
      await speak(page, language);
      for (const screen of tour.screens) {
        await test.step(screen.name, async () => {
          await screen.show(visitor);
          if (isLookedAt(screen, language)) await lookAt(page, screen, language);
          await (screen.leave ?? leave)(visitor);
        });
      }
    });
  }
}

function isLookedAt({ isWordy }: Screen, language: Language): boolean {
  return isWordy === true || language === 'en' || language === 'he';
}

async function lookAt(page: Page, { name }: Screen, language: Language): Promise<void> {
  for (const light of LIGHTS) {
    await inLight(page, light);
    if (PICTURES === undefined) {
      await expectNothingWrong(
        page,
        light === 'light' || IS_WHOLE ? 'all' : 'contrast',
        `${name}, ${language}, ${light}`,
      );
    } else await page.screenshot({ path: join(PICTURES, `${name}.${language}.${light}.png`) });
  }
  await inLight(page, null);
}

async function leave({ page }: { readonly page: Page }): Promise<void> {
  await keys(page, 'Escape');
  await expect(page.locator('.popover, .dialog-veil')).toHaveCount(0);
}

/** The interface in that language, without the page being loaded anew. */
async function speak(page: Page, language: Language): Promise<void> {
  await expect(page.locator('.library h1')).toBeAttached();
  if (language === 'en') return;
  const { languages } = wordsFor('en').app;
  await page.keyboard.press('Control+Comma');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Language/u })
    .click();
  await page.getByRole('option', { name: languages[language] }).click();
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}
