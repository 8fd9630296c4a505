import { expect, test } from './stet.ts';

test.describe('the loopback host in a browser', { tag: '@loopback' }, () => {
  test('the printed address opens Stet once, at a clean address, with a session no script can read', async ({
    stet,
  }) => {
    const { page, url } = stet;
    await expect(page.getByRole('main')).toBeVisible();
    expect(page.url()).not.toContain('/open/');
    expect(await page.evaluate(() => document.cookie)).toBe('');
    stet.allow(/status of 403/u);
    const second = await page.context().newPage();
    await second.goto(url);
    await expect(second.getByRole('heading', { name: 'This address has been used' })).toBeVisible();
    await second.goto(new URL('/', url).href);
    await expect(second.getByRole('main')).toBeVisible();
  });

  test('the policy refuses script that is not ours, eval, inline style, frames and other machines', async ({
    stet,
  }) => {
    stet.allow(/policy|Content Security Policy|TrustedScript|TrustedHTML|Refused|asked another machine|blocked/iu);
    const refused = await stet.page.evaluate(async () => {
      // What the test tool itself calls may evaluate text; what runs later is bound by the policy like any page.
      await new Promise((later) => setTimeout(later, 0));
      const directives = new Set<string>();
      document.addEventListener('securitypolicyviolation', (event) => directives.add(event.effectiveDirective));
      const script = document.createElement('script');
      const attempts: (() => unknown)[] = [
        () => (script.textContent = 'window.hacked = 1'),
        () => document.body.append(script),
        () => (document.body.innerHTML += '<img src=x onerror="window.hacked = 1">'),
        () => Reflect.construct(Function, ['window.hacked = 1']) as unknown,
        () =>
          document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' })),
        () => document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com/' })),
        () => document.body.append(Object.assign(document.createElement('img'), { src: 'https://example.com/a.png' })),
        () => document.head.append(Object.assign(document.createElement('base'), { href: 'https://example.com/' })),
        () => fetch('https://example.com/').catch(() => null),
      ];
      for (const attempt of attempts) {
        try {
          await attempt();
        } catch {
          // Refused at once; the event is what counts.
        }
      }
      await new Promise((later) => setTimeout(later, 300));
      return { directives: [...directives].sort(), hacked: 'hacked' in window };
    });
    expect(refused.hacked).toBe(false);
    expect(refused.directives).toEqual([
      'base-uri',
      'connect-src',
      'frame-src',
      'img-src',
      'require-trusted-types-for',
      'style-src-elem',
    ]);
  });

  test('the page outlives its host: it says that it is alone, and goes on when the host is back', async ({ stet }) => {
    const { page } = stet;
    await page.getByRole('button', { name: 'Write your first story' }).click();
    const headline = page.getByRole('textbox', { name: 'Headline', exact: true });
    await expect(headline).toBeFocused();
    await page.keyboard.type('Before');
    await expect(page.getByText('Saved on this machine').first()).toBeVisible();
    // What the page fetches ahead of its use may be on its way just then.
    stet.allow(/Failed to load resource/u);
    await stet.kill('SIGKILL');
    await page.keyboard.type(' and during');
    await expect(page.getByText('Not saved.').first()).toBeVisible({ timeout: 3_000 });
    await stet.start();
    await expect(page.getByText('Saved on this machine').first()).toBeVisible();
    await page.reload();
    await expect(headline).toHaveText('Before and during');
  });
});
