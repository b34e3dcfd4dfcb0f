// npm run screenshots: drives the app through its screens and saves a screenshot of each (test/screenshots).
import { hasDisplay } from './paths.mjs';
import { binScript, goodNode, onScreen, run } from './processes.mjs';
import { ensureWindow } from './setup.mjs';

await ensureWindow();
const args = [
  binScript('@playwright/test', 'playwright'),
  'test',
  '--config',
  'playwright.screenshots.config.ts',
  ...process.argv.slice(2),
];
process.exitCode = await run(...onScreen(goodNode(), args, hasDisplay));
