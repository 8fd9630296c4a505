import { defineConfig } from 'vitest/config';

/** Unit tests and suites, which need no browser. Specs in a real browser are Playwright's (tests/playwright.config.ts). */
export default defineConfig({
  resolve: { dedupe: ['yjs'] },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    testTimeout: 30_000,
    // Vitest leaves one core alone, which of two is half of them.
    maxWorkers: '100%',
    restoreMocks: true,
  },
});
