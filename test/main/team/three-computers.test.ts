/**
 * A morning of three computers, each a process with a home of its own: the same files at once, kills, cuts of the network,
 * one computer cut off from the database for seconds while the others go on, a database that dies and is restored from a
 * backup, clocks a day apart, a computer that stands still. The WMS takes whatever it is sent and offers no look-up:
 * afterwards it has no order twice.
 */
import { describe, expect, it } from 'vitest';
import { usePostgres } from './computer.ts';
import { hasPostgres } from './postgres.ts';
import { standStill, teamMorning } from './team-story.ts';

describe.skipIf(!hasPostgres)('three computers', () => {
  const postgres = usePostgres();

  it('send the same orders, and overlapping ones, while all kinds of things die', { timeout: 180_000 }, async () => {
    const { twice, missing, unknown, inFlight } = await teamMorning(postgres(), {
      orders: 120,
      seed: 1,
      kills: 2,
      cuts: 3,
      isRestored: true,
    });
    expect(twice).toEqual([]);
    // What was under way when a process died is unknown, and told to nobody as anything else.
    expect(missing).toBeLessThanOrEqual(unknown);
    expect(unknown).toBeLessThanOrEqual(inFlight);
  });

  it(
    'one that stood still while it was taken over sends nothing of it when it goes on',
    { timeout: 180_000 },
    async () => {
      const { twice, created, taken } = await standStill(postgres(), 60);
      // Taken over, looked up, sent where the WMS had it not; what the first one had told of is known.
      expect((taken?.['accepted'] ?? 0) + (taken?.['alreadySent'] ?? 0)).toBe(60);
      expect(twice).toEqual([]);
      expect(created).toBe(60);
    },
  );
});
