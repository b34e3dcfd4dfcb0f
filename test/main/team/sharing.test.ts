/** What a team shares, as a model: stories drawn at random, and those that once lost an entry. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { usePostgres } from './computer.ts';
import { hasPostgres } from './postgres.ts';
import { playSharing, storyOf } from './sharing-story.ts';

describe.skipIf(!hasPostgres)('what a team shares, whatever happens', () => {
  const postgres = usePostgres();

  it('is the same everywhere in the end, and nothing is lost without a person', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(storyOf(30), (steps) => playSharing(postgres(), steps)),
      { numRuns: 8, seed: 16, endOnFailure: true },
    );
  });
});
