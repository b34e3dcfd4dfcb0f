import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ThroughputHistory } from '../../../../main/sending/run/throughput-history.ts';

test('orders a minute and the mean answer, stretch by stretch; the one under way is not shown yet', () => {
  const history = new ThroughputHistory(1000);
  for (const at of [1100, 1200, 2900]) history.recordSettled(at);
  history.recordAnswer(40, 1100);
  history.recordAnswer(60, 1200);
  history.recordSettled(3100);
  expect(history.points(3200)).toEqual([{ perMinute: 90, answerMs: 50 }]);
  expect(history.points(5000)).toEqual([
    { perMinute: 90, answerMs: 50 },
    { perMinute: 30, answerMs: null },
  ]);
});

test('however long a run is, its points stay few and no order is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20_000_000 }), { minLength: 1, maxLength: 200 }), (moments) => {
      const history = new ThroughputHistory(0);
      for (const at of moments.toSorted((a, b) => a - b)) history.recordSettled(at);
      const end = Math.max(...moments) * 2 + 10_000;
      const points = history.points(end);
      expect(points.length).toBeLessThanOrEqual(60);
      // The width follows from the number of stretches: a power of two times the first one.
      let width = 2000;
      while (Math.floor(end / width) > 60) width *= 2;
      const settled = points.reduce((sum, { perMinute }) => sum + (perMinute * width) / 60_000, 0);
      expect(Math.abs(settled - moments.length)).toBeLessThan(points.length * (width / 120_000) + 1e-6);
    }),
  );
});
