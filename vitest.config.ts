import os from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/torture/**', 'test/screenshots/**'],
    // Many tests wait for a process or a server: left to itself vitest leaves one core idle, which is half of a small machine.
    maxWorkers: os.availableParallelism(),
    testTimeout: 60_000,
  },
});
