// npm run screenshots: drives the app through its screens and saves a screenshot of each (test/screenshots).
import { binScript, runNode } from './processes.mjs';
import { ensureWindow } from './setup.mjs';

await ensureWindow();
process.exitCode = await runNode(binScript('@playwright/test', 'playwright'), [
  'test',
  '--config',
  'playwright.screenshots.config.ts',
  ...process.argv.slice(2),
]);
