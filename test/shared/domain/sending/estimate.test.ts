import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateDurationMs, assumedPace } from '../../../../shared/domain/sending/estimate.ts';

test('orders go side by side, each for as long as an answer takes', () => {
  expect(estimateDurationMs(0, { concurrency: 4 })).toBe(0);
  expect(estimateDurationMs(8, { concurrency: 4 }, { ...assumedPace, answerMs: 500, limit: null })).toBe(1000);
  expect(estimateDurationMs(9, { concurrency: 4 }, { ...assumedPace, answerMs: 500, limit: null })).toBe(1500);
});

test('a limit of 50 in ten minutes is said honestly', () => {
  const learned = { ...assumedPace, answerMs: 400, limit: { requests: 50, windowMs: 600_000 } };
  expect(estimateDurationMs(50, { concurrency: 4 }, learned)).toBeLessThan(10_000);
  expect(estimateDurationMs(51, { concurrency: 4 }, learned)).toBeGreaterThanOrEqual(600_000);
  expect(estimateDurationMs(220, { concurrency: 16 }, learned)).toBeGreaterThanOrEqual(4 * 600_000);
});

test('an allowance that is given anew in each window is used at full speed, and waited for', () => {
  const learned = { ...assumedPace, answerMs: 300, limit: { requests: 10, windowMs: 1000 } };
  expect(estimateDurationMs(15, { concurrency: 2 }, learned)).toBe(2500);
  expect(estimateDurationMs(4, { concurrency: 2 }, learned)).toBe(600);
  expect(estimateDurationMs(0, { concurrency: 2 }, learned)).toBe(0);
  expect(estimateDurationMs(-1, { concurrency: 2 }, learned)).toBe(0);
  // A limit of nothing is no limit.
  expect(
    estimateDurationMs(
      4,
      { concurrency: 2 },
      { ...assumedPace, answerMs: 300, limit: { requests: 0, windowMs: 1000 } },
    ),
  ).toBe(600);
});

test('more orders never take less time, more at once never more', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.integer({ min: 1, max: 15 }),
      fc.option(fc.record({ requests: fc.integer({ min: 1, max: 500 }), windowMs: fc.integer({ min: 1, max: 1e7 }) })),
      (count, concurrency, limit) => {
        const learned = { ...assumedPace, answerMs: 300, limit };
        const one = estimateDurationMs(count, { concurrency }, learned);
        expect(estimateDurationMs(count + 1, { concurrency }, learned)).toBeGreaterThanOrEqual(one);
        expect(estimateDurationMs(count, { concurrency: concurrency + 1 }, learned)).toBeLessThanOrEqual(one);
      },
    ),
  );
});
