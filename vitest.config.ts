import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/torture/**', 'test/screenshots/**'],
    testTimeout: 20_000,
  },
});
