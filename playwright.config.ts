import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  // Each can have a screen of its own (test/support/screen.ts), but the window is drawn by the processor: two at once on two
  // cores save four minutes of twelve, and a story that is late fails the run.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  use: { trace: 'retain-on-failure' },
});
