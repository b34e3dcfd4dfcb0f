import { defineConfig } from '@playwright/test';

// Not tests: they drive the app through its screens and save a picture of each (npm run screenshots).
export default defineConfig({
  testDir: 'test/screenshots',
  outputDir: 'test-results/screenshots',
  workers: 1,
  timeout: 900_000,
  reporter: 'list',
});
