import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RateWindow } from '../../../../main/practice/rate-limit.ts';
import { estimateDurationMs, assumedPace } from '../../../../shared/domain/sending/estimate.ts';
import {
  noLimitObserved,
  msUntilAllowed,
  msUntilAllAllowed,
  observeRequest,
  type LimitObservation,
} from '../../../../shared/domain/sending/request-limit.ts';

const minute = 60_000;

/** Requests one after another, each so long after the one before, to a server that keeps the limit; after a refusal a rest. */
function afterRequests(
  count: number,
  limit: { readonly requests: number; readonly windowMs: number } | null,
  every: number,
  rest: number,
  from: LimitObservation = noLimitObserved,
  at = 0,
): { readonly memory: LimitObservation; readonly at: number; readonly refusals: number } {
  const window = limit && new RateWindow(limit);
  let [memory, refusals] = [from, 0];
  for (let n = 0; n < count; n++) {
    const refused = window !== null && window.tryTake(at) !== null;
    memory = observeRequest(memory, at, refused);
    refusals += Number(refused);
    at += refused ? (msUntilAllowed(memory, at) ?? rest) : every;
  }
  return { memory, at, refusals };
}

describe('a limit that a server does not tell', () => {
  test('fifty in ten minutes is known after its first window, and costs one refusal a window from then on', () => {
    const first = afterRequests(50 + 20, { requests: 50, windowMs: 10 * minute }, 500, 45_000);
    expect(first.memory.limit?.requests).toBe(50);
    expect(first.memory.limit?.windowMs).toBeGreaterThanOrEqual(10 * minute);
    expect(first.memory.limit?.windowMs).toBeLessThan(11 * minute);
    const later = afterRequests(
      4 * 51,
      { requests: 50, windowMs: 10 * minute },
      500,
      45_000,
      first.memory,
      first.at + 60 * minute,
    );
    expect(later.refusals).toBe(4);
  });

  test('requests that were on their way with the one that was refused do not end the window', () => {
    let memory = noLimitObserved;
    for (const [at, refused] of [
      [0, false],
      [10, false],
      [20, true],
      [25, false],
      [30, true],
      [12, false],
      [5 * minute, true],
      [10 * minute, false],
    ] as const)
      memory = observeRequest(memory, at, refused);
    expect(memory.limit).toEqual({ requests: 4, windowMs: 10 * minute });
  });

  test('a refusal that is over within seconds is for the pace alone', () => {
    expect(afterRequests(500, { requests: 40, windowMs: 10_000 }, 100, 5000).memory.limit).toBeNull();
  });

  test('one that is not there any more is forgotten', () => {
    const { memory, at } = afterRequests(70, { requests: 50, windowMs: 10 * minute }, 500, 45_000);
    expect(afterRequests(100, null, 500, 45_000, memory, at).memory.limit).toBeNull();
  });

  test('a refusal before anything was taken teaches nothing', () => {
    let memory = noLimitObserved;
    for (let at = 0; at < 20 * minute; at += minute) memory = observeRequest(memory, at, true);
    expect(memory).toEqual(noLimitObserved);
    expect(msUntilAllowed(memory, 0)).toBeNull();
  });

  test('what is left of the window under way counts in the estimate of the next run', () => {
    const limit = { requests: 50, windowMs: 10 * minute };
    const memory: LimitObservation = {
      limit,
      windowStartedAt: 1000,
      acceptedRequests: 50,
      firstRefusedAt: 2000,
      sawWholeWindow: true,
    };
    const learned = { ...assumedPace, limit, limitObservation: memory };
    // Nine minutes are left of the window, and 120 orders need three more.
    expect(msUntilAllAllowed(120, memory, limit, 1000 + minute)).toBe((9 + 10 + 10) * minute);
    expect(estimateDurationMs(120, { concurrency: 4 }, learned, 1000 + minute)).toBeGreaterThanOrEqual(29 * minute);
    expect(estimateDurationMs(20, { concurrency: 4 }, learned, 1000 + 11 * minute)).toBeLessThan(minute);
    expect(msUntilAllAllowed(10, { ...memory, acceptedRequests: 30, firstRefusedAt: null }, limit, 1000 + minute)).toBe(
      0,
    );
  });

  test('whatever is met, the wait is never longer than the window, and orders never wait less for being more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -5 * minute, max: 30 * minute }), fc.boolean()), { maxLength: 80 }),
        fc.nat(500),
        (steps, count) => {
          let [memory, at] = [noLimitObserved, 1e9];
          for (const [step, refused] of steps) {
            at += step;
            memory = observeRequest(memory, at, refused);
          }
          const { limit } = memory;
          expect(msUntilAllowed(memory, at) ?? 0).toBeLessThanOrEqual(65 * minute);
          if (limit) {
            expect(limit.requests).toBeGreaterThan(0);
            expect(msUntilAllAllowed(count + 1, memory, limit, at)).toBeGreaterThanOrEqual(
              msUntilAllAllowed(count, memory, limit, at),
            );
          }
        },
      ),
    );
  });
});
