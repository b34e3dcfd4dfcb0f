import fc from 'fast-check';
import { expect, it } from 'vitest';
import { segmentsOf, underWay } from '../../../renderer/desk/filters.ts';
import { emptyCounts, orderStates } from '../../../shared/domain/order-states.ts';

it('the segments that are no parts of others add up to all, in every state of the work', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...orderStates), { maxLength: 60 }), fc.nat(5), (states, withWarnings) => {
      const counts = emptyCounts();
      for (const state of states) {
        counts[state] += 1;
        counts.total += 1;
      }
      const [all, ...others] = segmentsOf({ counts, withWarnings });
      expect(all).toEqual({ show: 'all', count: states.length, part: false });
      const sum = others.filter(({ part }) => !part).reduce((total, { count }) => total + count, 0);
      expect(sum + underWay(counts)).toBe(states.length);
    }),
  );
});

it('before anything was sent errors and left-out orders stand for themselves', () => {
  const counts = { ...emptyCounts(), total: 10, ready: 7, withErrors: 2, leftOut: 1 };
  expect(segmentsOf({ counts, withWarnings: 3 }).map(({ show, count, part }) => [show, count, part])).toEqual([
    ['all', 10, false],
    ['ready', 7, false],
    ['warnings', 3, true],
    ['errors', 2, false],
    ['leftOut', 1, false],
  ]);
});
