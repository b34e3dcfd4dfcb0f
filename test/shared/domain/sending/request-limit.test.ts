import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RateWindow } from '../../../../main/practice/rate-limit.ts';
import { estimate, unknownPace } from '../../../../shared/domain/sending/estimate.ts';
import { noLimitMet, untilAllowed, waitFor, withRequest, type LimitMemory } from '../../../../shared/domain/sending/request-limit.ts';

const minute = 60_000;

/** Requests one after another, each so long after the one before, to a server that keeps the limit; after a refusal a rest. */
function afterRequests(count: number, limit: { readonly requests: number; readonly perMs: number } | null, every: number, rest: number, from: LimitMemory = noLimitMet, at = 0): { readonly memory: LimitMemory; readonly at: number; readonly refusals: number } {
  const window = limit && new RateWindow(limit);
  let [memory, refusals] = [from, 0];
  for (let n = 0; n < count; n++) {
    const refused = window !== null && window.refusal(at) !== null;
    memory = withRequest(memory, at, refused);
    refusals += Number(refused);
    at += refused ? (untilAllowed(memory, at) ?? rest) : every;
  }
  return { memory, at, refusals };
}

describe('a limit that a server does not tell', () => {
  test('fifty in ten minutes is known after its first window, and costs one refusal a window from then on', () => {
    const first = afterRequests(50 + 20, { requests: 50, perMs: 10 * minute }, 500, 45_000);
    expect(first.memory.limit?.requests).toBe(50);
    expect(first.memory.limit?.perMs).toBeGreaterThanOrEqual(10 * minute);
    expect(first.memory.limit?.perMs).toBeLessThan(11 * minute);
    const later = afterRequests(4 * 51, { requests: 50, perMs: 10 * minute }, 500, 45_000, first.memory, first.at + 60 * minute);
    expect(later.refusals).toBe(4);
  });

  test('requests that were on their way with the one that was refused do not end the window', () => {
    let memory = noLimitMet;
    for (const [at, refused] of [[0, false], [10, false], [20, true], [25, false], [30, true], [12, false], [5 * minute, true], [10 * minute, false]] as const) memory = withRequest(memory, at, refused);
    expect(memory.limit).toEqual({ requests: 4, perMs: 10 * minute });
  });

  test('a refusal that is over within seconds is for the pace alone', () => {
    expect(afterRequests(500, { requests: 40, perMs: 10_000 }, 100, 5000).memory.limit).toBeNull();
  });

  test('one that is not there any more is forgotten', () => {
    const { memory, at } = afterRequests(70, { requests: 50, perMs: 10 * minute }, 500, 45_000);
    expect(afterRequests(100, null, 500, 45_000, memory, at).memory.limit).toBeNull();
  });

  test('a refusal before anything was taken teaches nothing', () => {
    let memory = noLimitMet;
    for (let at = 0; at < 20 * minute; at += minute) memory = withRequest(memory, at, true);
    expect(memory).toEqual(noLimitMet);
    expect(untilAllowed(memory, 0)).toBeNull();
  });

  test('what is left of the window under way counts in the estimate of the next run', () => {
    const limit = { requests: 50, perMs: 10 * minute };
    const memory: LimitMemory = { limit, since: 1000, taken: 50, refusedAt: 2000, whole: true };
    const learned = { ...unknownPace, limit, memory };
    // Nine minutes are left of the window, and 120 orders need three more.
    expect(waitFor(120, memory, limit, 1000 + minute)).toBe((9 + 10 + 10) * minute);
    expect(estimate(120, { concurrency: 4 }, learned, 1000 + minute)).toBeGreaterThanOrEqual(29 * minute);
    expect(estimate(20, { concurrency: 4 }, learned, 1000 + 11 * minute)).toBeLessThan(minute);
    expect(waitFor(10, { ...memory, taken: 30, refusedAt: null }, limit, 1000 + minute)).toBe(0);
  });

  test('whatever is met, the wait is never longer than the window, and orders never wait less for being more', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -5 * minute, max: 30 * minute }), fc.boolean()), { maxLength: 80 }), fc.nat(500), (steps, count) => {
        let [memory, at] = [noLimitMet, 1e9];
        for (const [step, refused] of steps) {
          at += step;
          memory = withRequest(memory, at, refused);
        }
        const { limit } = memory;
        expect(untilAllowed(memory, at) ?? 0).toBeLessThanOrEqual(65 * minute);
        if (limit) {
          expect(limit.requests).toBeGreaterThan(0);
          expect(waitFor(count + 1, memory, limit, at)).toBeGreaterThanOrEqual(waitFor(count, memory, limit, at));
        }
      }),
    );
  });
});
