import os from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/torture/**', 'test/screenshots/**'],
    // Many tests wait for a process, a server or the disk: with a worker for each core much of a small machine is idle.
    maxWorkers: Math.ceil(os.availableParallelism() * 1.5),
    testTimeout: 60_000,
  },
});
