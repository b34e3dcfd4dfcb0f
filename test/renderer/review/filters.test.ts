import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filterSegments, underWayCount } from '../../../renderer/review/filters.ts';
import { zeroStateCounts, orderStates } from '../../../shared/domain/model/order-states.ts';

it('the segments that are no parts of others add up to all, in every state of the work', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...orderStates), { maxLength: 60 }), fc.nat(5), (states, withWarnings) => {
      const counts = zeroStateCounts();
      for (const state of states) {
        counts[state] += 1;
        counts.total += 1;
      }
      const [all, ...others] = filterSegments({
        counts,
        withWarnings,
        changedAfterSending: Math.min(1, counts.duplicate),
      });
      expect(all).toEqual({ show: 'all', count: states.length, kind: 'whole' });
      const sum = others.filter(({ kind }) => kind === 'whole').reduce((total, { count }) => total + count, 0);
      expect(sum + underWayCount(counts)).toBe(states.length);
    }),
  );
});

it('before anything was sent errors and left-out orders stand for themselves', () => {
  const counts = { ...zeroStateCounts(), total: 10, ready: 7, withErrors: 2, leftOut: 1 };
  expect(
    filterSegments({ counts, withWarnings: 3, changedAfterSending: 0 }).map(({ show, count, kind }) => [
      show,
      count,
      kind,
    ]),
  ).toEqual([
    ['all', 10, 'whole'],
    ['ready', 7, 'whole'],
    ['errors', 2, 'whole'],
    ['leftOut', 1, 'whole'],
    ['warnings', 3, 'aside'],
  ]);
});

it('what changed after it was sent, and what else is to be decided, are parts of what is not done', () => {
  const counts = { ...zeroStateCounts(), total: 9, ready: 2, alreadySent: 3, duplicate: 4 };
  const segments = filterSegments({ counts, withWarnings: 0, changedAfterSending: 3 });
  expect(segments.filter(({ kind }) => kind === 'part').map(({ show, count }) => [show, count])).toEqual([
    ['changed', 3],
    ['toDecide', 1],
  ]);
});
