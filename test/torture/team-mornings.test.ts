/** Mornings of three computers on one PostgreSQL, drawn at random: kills, cuts, a database that dies and is restored, clocks. */
import { describe, expect, it } from 'vitest';
import { usePostgres } from '../main/team/computer.ts';
import { hasPostgres } from '../main/team/postgres.ts';
import { teamMorning } from '../main/team/team-story.ts';

describe.skipIf(!hasPostgres)('mornings of a team', () => {
  const postgres = usePostgres();

  it.each(Array.from({ length: 40 }, (_, at) => at + 2))('seed %i: no order twice', async (seed) => {
    const { twice, missing, unknown, inFlight } = await teamMorning(postgres(), {
      orders: 200,
      seed,
      kills: 4,
      cuts: 5,
      isRestored: seed % 2 === 0,
    });
    expect(twice).toEqual([]);
    expect(missing).toBeLessThanOrEqual(unknown);
    expect(unknown).toBeLessThanOrEqual(inFlight);
  });
});
