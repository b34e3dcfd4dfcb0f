/** The best assignment as a whole, compared with all of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestAssignment } from '../../../../shared/domain/columns/assignment.ts';

function total(gains: readonly (readonly number[])[], given: readonly (number | null)[]): number {
  return given.reduce<number>((sum, column, row) => sum + (column === null ? 0 : (gains[row]?.[column] ?? 0)), 0);
}

/** The highest sum, by trying everything. */
function highest(gains: readonly (readonly number[])[], row = 0, used: ReadonlySet<number> = new Set()): number {
  const own = gains[row];
  if (own === undefined) return 0;
  const rest = own.map((gain, column) =>
    used.has(column) || gain <= 0 ? 0 : gain + highest(gains, row + 1, new Set([...used, column])),
  );
  return Math.max(highest(gains, row + 1, used), ...rest);
}

describe('the best assignment', () => {
  it.each<[string, number[][], (number | null)[]]>([
    ['nothing', [], []],
    ['a single one', [[0.5]], [0]],
    ['no gain is not taken', [[0], [-1]], [null, null]],
    ['the better of two', [[0.5, 0.9]], [1]],
    ['each column once', [[0.9], [0.8]], [0, null]],
    [
      'as a whole, not the best first',
      [
        [0.9, 0.8],
        [0.85, 0],
      ],
      [1, 0],
    ],
  ])('%s', (_, gains, expected) => expect(bestAssignment(gains)).toEqual(expected));

  it('is as good as any other, and gives no column twice', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: -2, max: 20 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(table, (gains) => {
        const given = bestAssignment(gains);
        const columns = given.filter((column) => column !== null);
        expect(new Set(columns).size).toBe(columns.length);
        expect(total(gains, given)).toBe(highest(gains));
      }),
      { numRuns: 500 },
    );
  });
});
