/** What a team shares, as a model: stories drawn at random, and those that once lost an entry. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usePostgres } from './computer.ts';
import { hasPostgres } from './postgres.ts';
import { playSharing, storyOf, type Step } from './sharing-story.ts';

const step = (act: Step['act'], at: number, which = 0, how = 0): Step => ({ act, at, which, how });
const [first, second, third] = [0, 1, 2];
const [product, shop] = [1, 4];

describe.skipIf(!hasPostgres)('what a team shares, whatever happens', () => {
  const postgres = usePostgres();

  it('is the same everywhere in the end, and nothing is lost without a person', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(storyOf(30), (steps) => playSharing(postgres(), steps)),
      { numRuns: 6, seed: 16, endOnFailure: true },
    );
  });

  it('what somebody wrote from the older state, after the database was set back, is asked about', async () => {
    const played = playSharing(postgres(), [
      step('backUp', first),
      step('write', third, product),
      step('exchange', third),
      step('write', second, product),
      step('write', second, product),
      step('restore', first),
      step('exchange', second),
    ]);
    await expect(played).resolves.toBeUndefined();
  });

  it('a second setting back to the same backup is noticed as well', async () => {
    const played = playSharing(postgres(), [
      step('backUp', third),
      step('exchange', first),
      step('restore', second),
      step('write', second, shop),
      step('cut', first, 0, 14),
      step('exchange', second),
      step('restore', first),
    ]);
    await expect(played).resolves.toBeUndefined();
  });
});
