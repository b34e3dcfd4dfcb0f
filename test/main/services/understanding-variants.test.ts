/**
 * A sheet that says the same in other words, columns and rows gives the same orders, without a question and without a word
 * less: what a rule hangs on must not be an accident of the sheet that it was made for. The torture run tries thousands.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { patience } from '../../support/patience.ts';
import { basesOf, faultsOfVariant, numberOf, type Base } from '../../support/understanding/variants.ts';
import { ways } from '../../support/understanding/vary.ts';

/** About one of so many sheets of the open half, of those that are one plain table. */
const each = 12;

/** So many may ask something: a further column can take away what alone told the number. None goes out otherwise. */
const mostAsked = 0.03;

describe('variants of a sheet', () => {
  let bases: readonly Base[] = [];
  const asked: string[][] = [];
  beforeAll(async () => {
    bases = await basesOf(process.cwd(), each);
  }, patience(60_000));

  it.each(Object.keys(ways))('%s: give the same orders, and next to none is asked', async (way) => {
    expect(bases.length).toBeGreaterThan(10);
    for (const base of bases) {
      const faults = await faultsOfVariant(base, numberOf(base.name + way), way);
      expect(faults.filter((fault) => fault.startsWith('IN SILENCE'))).toEqual([]);
      if (faults.length > 0) asked.push(faults);
    }
    expect(asked.length > bases.length * Object.keys(ways).length * mostAsked ? asked : []).toEqual([]);
  });
});
