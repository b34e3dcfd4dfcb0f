import { defineConfig } from 'vitest/config';

// Long and rough: killed processes, hostile files, full disks. Run on request (npm run torture), one file at a time.
export default defineConfig({
  test: { include: ['test/torture/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 60_000, fileParallelism: false },
});
