/** What three computers share, drawn at random: kills, cuts within statements, partitions, restored backups, clocks days apart. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { usePostgres } from '../main/team/computer.ts';
import { hasPostgres } from '../main/team/postgres.ts';
import { playSharing, storyOf } from '../main/team/sharing-story.ts';

describe.skipIf(!hasPostgres)('what a team shares, long', () => {
  const postgres = usePostgres();

  it.each(Array.from({ length: 20 }, (_, at) => at + 1))('seed %i: nothing is lost or mixed', async (seed) => {
    await fc.assert(
      fc.asyncProperty(storyOf(60), (steps) => playSharing(postgres(), steps)),
      { numRuns: 10, seed, endOnFailure: true },
    );
  });
});
