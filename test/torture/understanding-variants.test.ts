/**
 * Sheets written anew by chance in ways that change nothing that they say: 5,000 of them, or as many as VARIANTS says, from
 * the seed VARIANTS_FROM on. A failure names the sheet and the seed. None may go out wrong in silence; of those where no
 * letter was mistyped none may ask, or hold, anything either, but for the share below.
 */
import { expect, it } from 'vitest';
import { basesOf, faultsOfVariant } from '../support/understanding/variants.ts';
import { ways } from '../support/understanding/vary.ts';

const count = Number(process.env['VARIANTS'] ?? 5_000);
const from = Number(process.env['VARIANTS_FROM'] ?? 1_000_000);
const millisecondsForEach = 200;
/** Several changes at once make sheets of which a clerk would ask something, too: a slip in the only word that told. */
const mostAsked = 0.03;

it(
  `${count} variants of the open half's sheets give the same orders`,
  async () => {
    const bases = await basesOf(process.cwd());
    const names = Object.keys(ways);
    const silent: string[][] = [];
    const asked: string[][] = [];
    for (let seed = from; seed < from + count; seed++) {
      const faults = await faultsOfVariant(bases[seed % bases.length]!, seed, names[seed % names.length]);
      if (faults.some((fault) => fault.startsWith('IN SILENCE'))) silent.push(faults);
      else if (faults.length > 0) asked.push(faults);
    }
    expect(silent).toEqual([]);
    expect(asked.length > count * mostAsked ? asked : []).toEqual([]);
  },
  60_000 + count * millisecondsForEach,
);
