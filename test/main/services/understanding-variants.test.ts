/**
 * A sheet that says the same in other words, columns and rows gives the same orders, without a question and without a word
 * less: what a rule hangs on must not be an accident of the sheet that it was made for. The torture run tries thousands.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { basesOf, faultsOfVariant, type Base } from '../../support/understanding/variants.ts';
import { ways } from '../../support/understanding/vary.ts';

/** Every so manieth sheet of the open half, of those that are one plain table. */
const each = 6;
const runs = 12;
const seeds = { min: 0, max: 1_000_000 };

describe('variants of a sheet', () => {
  let bases: readonly Base[] = [];
  beforeAll(async () => {
    bases = await basesOf(process.cwd(), each);
  }, 60_000);

  it.each(Object.keys(ways))('%s: give the same orders', async (way) => {
    expect(bases.length).toBeGreaterThan(20);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer(seeds), async (at, seed) => {
        const faults = await faultsOfVariant(bases[at % bases.length]!, seed, way);
        expect(faults).toEqual([]);
      }),
      { numRuns: runs, seed: 20_261_130, endOnFailure: true },
    );
  });
});
