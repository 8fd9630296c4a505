import { expect } from '../stet.ts';
import { button, caretIn, dialog, keys, menu, openLong, run, stay, type Screen, type Tour } from './screen.ts';

const panels: readonly Screen[] = [
  {
    name: 'edit',
    isWordy: true,
    show: async (visitor) => {
      await openLong(visitor);
      // Spelling and checks have their say in the first pause.
      await expect(visitor.page.locator('.check-mark').first()).toBeVisible();
    },
    leave: stay,
  },
  {
    name: 'edit-story-panel-end',
    isWordy: true,
    show: async ({ page, words }) => {
      const address = page.getByRole('textbox', { name: words.app.story.canonicalUrl });
      await address.fill('javascript:alert(1)');
      await address.blur();
      await expect(page.getByText(words.app.story.expects.webUrl)).toBeVisible();
    },
    leave: async ({ page, words }) => {
      const address = page.getByRole('textbox', { name: words.app.story.canonicalUrl });
      await address.fill('https://news.example/ferry');
      await address.blur();
      await expect(page.getByText(words.app.story.expects.webUrl)).toHaveCount(0);
    },
  },
  {
    name: 'edit-status',
    show: async ({ page }) => {
      await page.locator('.edit-status button').click();
      await expect(page.getByRole('listbox')).toHaveCount(2);
    },
  },
  {
    name: 'edit-related-empty',
    show: async ({ page, words }) => {
      await page.getByRole('tab', { name: words.app.edit.related }).click();
      await expect(page.getByText(words.app.related.empty)).toBeVisible();
    },
    leave: stay,
  },
  {
    name: 'edit-related',
    show: async ({ page, words, story }) => {
      const search = page.locator('.edit-panel').getByRole('searchbox');
      await search.fill(story.others[0]);
      await page.locator('.add-related-result').click();
      await expect(page.locator('.related-entry')).toHaveCount(1);
      await search.fill('https://elsewhere.example/tolls');
      await keys(page, 'Enter');
      await expect(page.locator('.related-entry')).toHaveCount(2);
      await button(page, words.app.related.edit).first().click();
      await expect(page.locator('.related-entry-fields')).toBeVisible();
      await search.fill(story.others[1].slice(0, 6));
      await expect(page.locator('.add-related-result').first()).toBeVisible();
    },
    leave: ({ page }) => page.locator('.edit-panel').getByRole('searchbox').fill(''),
  },
  {
    name: 'edit-checks',
    isWordy: true,
    show: async ({ page }) => {
      await page.getByRole('tab').nth(2).click();
      await page.locator('.checks-finding').nth(1).click();
      await expect(page.locator('.checks-more-of-it')).toBeVisible();
    },
    leave: stay,
  },
];

const words: readonly Screen[] = [
  {
    name: 'bubble',
    show: async (visitor) => {
      await caretIn(visitor, visitor.story.lede);
      await keys(visitor.page, 'Home', 'Shift+End');
      await expect(visitor.page.locator('.bubble')).toBeVisible();
    },
    leave: stay,
  },
  {
    name: 'link-dialog',
    show: async ({ page, words: { editor } }) => {
      await keys(page, 'Control+k');
      await dialog(page).getByRole('textbox').fill('javascript:x');
      await keys(page, 'Enter');
      await expect(page.getByText(editor.linkRefused)).toBeVisible();
    },
    leave: async ({ page }) => keys(page, 'Escape', 'End'),
  },
  {
    name: 'spelling-menu',
    show: async (visitor) => {
      const { page } = visitor;
      await caretIn(visitor, visitor.story.lede);
      await expect(async () => {
        await keys(page, 'F7', 'Alt+Enter');
        await expect(menu(page)).toBeVisible({ timeout: 1_000 });
      }).toPass({ timeout: 30_000 });
    },
  },
  {
    name: 'find',
    show: async ({ page, story, words: { find } }) => {
      await keys(page, 'Control+h');
      await page.getByRole('search').getByRole('textbox').first().fill(story.find);
      await button(page, find.showList).click();
      await expect(page.getByRole('listbox', { name: find.list })).toBeVisible();
    },
    leave: stay,
  },
  {
    name: 'find-broken',
    show: async ({ page, words: { find } }) => {
      await button(page, find.pattern).click();
      await page.getByRole('search').getByRole('textbox').first().fill('(');
      await expect(page.getByText(find.badPattern)).toBeVisible();
    },
    leave: async ({ page, words: { find } }) => {
      await button(page, find.pattern).click();
      await keys(page, 'Escape', 'Escape');
      await expect(page.getByRole('search')).toHaveCount(0);
    },
  },
  {
    name: 'toolbar-kinds',
    show: async (visitor) => {
      await caretIn(visitor, visitor.story.lede);
      await visitor.page.locator('.toolbar-kind').click();
      await expect(menu(visitor.page)).toBeVisible();
    },
  },
  {
    name: 'toolbar-more',
    show: async ({ page, words: { editor } }) => {
      await button(page, editor.more).click();
      await expect(menu(page)).toBeVisible();
    },
  },
  {
    name: 'counts',
    isWordy: true,
    show: async ({ page }) => {
      await page.locator('.status-counts').click();
      await expect(page.locator('.counts')).toBeVisible();
    },
  },
];

const ways: readonly Screen[] = [
  {
    name: 'view-menu',
    show: async ({ page, words: { comfort } }) => {
      await button(page, comfort.view).click();
      await expect(page.locator('.view-menu')).toBeVisible();
    },
  },
  {
    name: 'focus-and-typewriter',
    show: async (visitor) => {
      const { comfort } = visitor.words;
      await run(visitor, comfort.focusOn.sentence);
      await run(visitor, comfort.typewriter);
      await caretIn(visitor, visitor.story.boxes[1]);
      await visitor.page.keyboard.type('. ');
      await expect.poll(() => visitor.page.evaluate(() => CSS.highlights.has('stet-focus'))).toBe(true);
    },
    leave: stay,
  },
  {
    name: 'nothing-but-the-text',
    show: async (visitor) => {
      await keys(visitor.page, 'Control+Shift+Enter');
      await expect(visitor.page.locator('.edit-bar')).toBeHidden();
    },
    leave: async (visitor) => {
      const { page } = visitor;
      await keys(page, 'Escape');
      await expect(page.locator('.edit-bar')).toBeVisible();
      await run(visitor, visitor.words.comfort.focusOn.off);
      await run(visitor, visitor.words.comfort.typewriter);
    },
  },
  {
    name: 'folded',
    show: async ({ page, words: { find } }) => {
      await button(page, find.foldInText).click();
      await button(page, find.foldAll).click();
      await expect(page.locator('.prose-body > :visible')).not.toHaveCount(0);
    },
    leave: async ({ page, words: { find } }) => {
      await button(page, find.unfoldAll).click();
      await button(page, find.foldInText).click();
    },
  },
  {
    name: 'beside-dialog',
    show: async ({ page, words: { comfort } }) => {
      await button(page, comfort.openBeside).click();
      await expect(dialog(page).getByRole('option').first()).toBeVisible();
    },
    leave: stay,
  },
  {
    name: 'two-panes',
    show: async ({ page, story }) => {
      await dialog(page).getByRole('option', { name: story.others[0] }).click();
      await expect(page.locator('.edit-page')).toHaveCount(2);
      await expect(page.locator('.prose-body').nth(1)).toContainText(story.otherText);
    },
    leave: async ({ page, words: { comfort }, story }) => {
      await button(page, comfort.closeArticle(story.others[0])).click();
      await expect(page.locator('.edit-page')).toHaveCount(1);
    },
  },
  {
    name: 'disk-full',
    show: async (visitor) => {
      const { page, stet } = visitor;
      await caretIn(visitor, visitor.story.lede);
      await stet.disk('full');
      await page.keyboard.type(' .');
      await expect(page.locator('[data-saving="unsaved"]')).toBeVisible();
    },
    leave: async ({ page, stet }) => {
      await stet.disk('fine');
      await expect(page.locator('[data-saving="saved"]')).toBeVisible();
    },
  },
];

/** An article, what stands beside it, and what opens while one writes. */
export const writing: Tour = { name: 'writing', screens: [...panels, ...words, ...ways] };
