import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateDurationMs, estimateRangeMs, assumedPace } from '../../../../shared/domain/sending/estimate.ts';

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

test('a server that orders went to before is judged by them: by its answers, and by how long its runs took', () => {
  const quick = { ...assumedPace, answerMs: 8, perOrderMs: 0.5 };
  // 65,000 orders took 35 seconds, not half an hour.
  const { from, to } = estimateRangeMs(65_000, { concurrency: 16 }, quick, 0);
  expect(from).toBeLessThanOrEqual(35_000);
  expect(to).toBeGreaterThanOrEqual(32_000);
  expect(to).toBeLessThan(60_000);
  // Answers of 100 ms, and yet a run of 39 orders took 50 seconds: it had waited for lost answers.
  const waited = { ...assumedPace, answerMs: 100, perOrderMs: 1280 };
  expect(estimateRangeMs(39, { concurrency: 4 }, waited, 0)).toEqual({ from: 1000, to: 49_920 });
});

test('of an unknown server a wide range is said, within its limit', () => {
  expect(estimateRangeMs(40, { concurrency: 4 }, assumedPace, 0)).toEqual({ from: 500, to: 15_000 });
  const limited = { ...assumedPace, limit: { requests: 50, windowMs: 600_000 } };
  expect(estimateRangeMs(51, { concurrency: 4 }, limited, 0).from).toBeGreaterThanOrEqual(600_000);
});

test('a limit is kept also by a server that was quick before', () => {
  const limited = { ...assumedPace, answerMs: 10, perOrderMs: 5, limit: { requests: 50, windowMs: 600_000 } };
  expect(estimateRangeMs(120, { concurrency: 4 }, limited, 0).from).toBeGreaterThanOrEqual(1_200_000);
});
