/** Damaged files, for a minute each kind; a new seed every time, which a failure names. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expectSound, mutations, seeds } from '../support/mutated-files.ts';

const milliseconds = 60_000;
/** Far more than the files and the library need. */
const mostMegabytes = 1024;

it.each(seeds)('$title', async (seed) => {
  await fc.assert(
    fc.asyncProperty(mutations, (mutate) => expectSound(seed, mutate)),
    {
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: milliseconds,
      markInterruptAsFailure: false,
    },
  );
  expect(process.memoryUsage().rss / 1024 / 1024).toBeLessThan(mostMegabytes);
});
