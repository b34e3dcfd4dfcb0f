import { defineConfig } from '@playwright/test';
import os from 'node:os';
import { hasScreen } from './test/support/screen.ts';

// Each story starts the app, and waits for it more than it computes. On a screen of the machine two would fight for focus
// and clipboard; where there is none each worker makes its own. More than four gain little and want a gigabyte each.
const workers = hasScreen ? 1 : Math.min(os.availableParallelism(), 4);

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  workers,
  // Every story has a home and servers of its own, those of one file, too.
  fullyParallel: true,
  timeout: 150_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  use: { trace: 'retain-on-failure' },
});
