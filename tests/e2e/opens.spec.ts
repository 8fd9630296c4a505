import { expect, test } from './stet.ts';

test('the application opens on an empty library', async ({ stet }) => {
  await expect(stet.page).not.toHaveURL(/open/u);
  await expect(stet.page.locator('#page')).not.toBeEmpty();
});
