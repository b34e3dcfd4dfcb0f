import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance, letterSet, mayBeWithin } from '../../../../shared/domain/values/edit-distance.ts';

/** The same by its definition, the whole table. */
function distanceByDefinition(first: string, second: string): number {
  const table = Array.from({ length: first.length + 1 }, (_, i) =>
    Array.from({ length: second.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => table[i]?.[j] ?? Number.NaN;
  for (let i = 1; i <= first.length; i++)
    for (let j = 1; j <= second.length; j++) {
      const same = first[i - 1] === second[j - 1];
      const swapped = i > 1 && j > 1 && first[i - 1] === second[j - 2] && first[i - 2] === second[j - 1];
      table[i]![j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (same ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  return at(first.length, second.length);
}

it.each([
  ['', '', 0],
  ['toshkent', 'toshknet', 1],
  ['toshkent', 'toskent', 1],
  ['buxoro', 'bhxooro', 2],
  ['', 'ab', 2],
])('%s and %s are %i mistakes apart', (first, second, distance) => {
  expect(editDistance(first, second, 2)).toBe(distance);
  expect(editDistance(second, first, 2)).toBe(distance);
});

it('is the distance by its definition, up to any limit', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ў'), maxLength: 12 });
  fc.assert(
    fc.property(word, word, fc.nat(4), (first, second, limit) => {
      const distance = distanceByDefinition(first, second);
      expect(editDistance(first, second, limit)).toBe(Math.min(distance, limit + 1));
    }),
    { numRuns: 2000 },
  );
});

it('compares texts of any length', () => {
  const long = 'navoiy '.repeat(500);
  expect(editDistance(long, `${long}x`, 2)).toBe(1);
  expect(editDistance('navoiy', 'navoi', 2)).toBe(1);
});

it('is within a limit only where the letters may be', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'k', 'ў', 'ш'), maxLength: 10 });
  fc.assert(
    fc.property(word, word, fc.nat(3), (first, second, limit) => {
      if (editDistance(first, second, limit) <= limit)
        expect(mayBeWithin(limit, letterSet(first), letterSet(second))).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect(mayBeWithin(2, letterSet('narnia 123'), letterSet('namangan'))).toBe(false);
});
