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
    const today = Date.UTC(2026, 10, 30);
    expect(msUntilAllAllowed(50, { ...memory, windowStartedAt: today }, limit, today + minute)).toBe(9 * minute);
    expect(estimateDurationMs(120, { concurrency: 4 }, learned, 1000 + minute)).toBeGreaterThanOrEqual(29 * minute);
    expect(estimateDurationMs(20, { concurrency: 4 }, learned, 1000 + 11 * minute)).toBeLessThan(minute);
    expect(msUntilAllAllowed(10, { ...memory, acceptedRequests: 30, firstRefusedAt: null }, limit, 1000 + minute)).toBe(
      0,
    );
  });

  const hundred = { requests: 100, windowMs: 10 * minute };
  /** An observation of a window that began at 1,000. */
  const seen = (changes: Partial<LimitObservation>): LimitObservation => ({
    limit: hundred,
    windowStartedAt: 1000,
    acceptedRequests: 20,
    firstRefusedAt: null,
    sawWholeWindow: true,
    ...changes,
  });

  test.each<[string, LimitObservation, number, boolean, Partial<LimitObservation>]>([
    [
      'the first one taken begins a window of which only a part is seen',
      noLimitObserved,
      5,
      false,
      { windowStartedAt: 5, acceptedRequests: 1, sawWholeWindow: false },
    ],
    [
      'half a minute back is another thread that was slower',
      seen({}),
      1000 - minute / 2,
      false,
      { windowStartedAt: 1000, acceptedRequests: 21 },
    ],
    [
      'further back is a clock that was set: a new window',
      seen({ firstRefusedAt: 2000 }),
      999 - minute / 2,
      false,
      { windowStartedAt: 999 - minute / 2, acceptedRequests: 1, firstRefusedAt: null, sawWholeWindow: false },
    ],
    ['the first refusal is kept', seen({ firstRefusedAt: 2000 }), 3000, true, { firstRefusedAt: 2000 }],
    [
      'an earlier one, told later, takes its place',
      seen({ firstRefusedAt: 2000 }),
      1500,
      true,
      { firstRefusedAt: 1500 },
    ],
    [
      'a request sent 999 ms after a refusal went with it',
      seen({ firstRefusedAt: 2000 }),
      2999,
      false,
      { acceptedRequests: 21, firstRefusedAt: 2000 },
    ],
    [
      'one sent a second after it begins a window, seen whole',
      seen({ firstRefusedAt: 2000, sawWholeWindow: false }),
      3000,
      false,
      { windowStartedAt: 3000, acceptedRequests: 1, firstRefusedAt: null, sawWholeWindow: true },
    ],
    [
      'a known window ends by its length',
      seen({}),
      1000 + 10 * minute,
      false,
      { windowStartedAt: 1000 + 10 * minute, acceptedRequests: 1, sawWholeWindow: true },
    ],
    ['and not before', seen({}), 999 + 10 * minute, false, { windowStartedAt: 1000, acceptedRequests: 21 }],
    [
      'an unknown one ends after an hour, and the next was not seen from its start',
      seen({ limit: null }),
      1000 + 60 * minute,
      false,
      { windowStartedAt: 1000 + 60 * minute, sawWholeWindow: false },
    ],
    [
      'and not before',
      seen({ limit: null }),
      999 + 60 * minute,
      false,
      { windowStartedAt: 1000, acceptedRequests: 21 },
    ],
    [
      'a fifth more than the limit may be taken',
      seen({ acceptedRequests: 119 }),
      2000,
      false,
      { limit: hundred, acceptedRequests: 120 },
    ],
    [
      'more lifts it, and the window says nothing any more',
      seen({ acceptedRequests: 120 }),
      2000,
      false,
      { limit: null, sawWholeWindow: false },
    ],
    [
      'of a small limit two more may be taken',
      seen({ limit: { requests: 4, windowMs: 10 * minute }, acceptedRequests: 5 }),
      2000,
      false,
      { limit: { requests: 4, windowMs: 10 * minute } },
    ],
  ])('%s', (_, before, at, refused, after) => {
    expect(observeRequest(before, at, refused)).toMatchObject(after);
  });

  test.each([
    [minute / 2 - 1, null],
    [minute / 2, { requests: 20, windowMs: minute / 2 }],
    [60 * minute, { requests: 20, windowMs: 60 * minute }],
    [60 * minute + 1, null],
  ])('a window of %d ms teaches a limit where it is between half a minute and an hour', (length, limit) => {
    const before = seen({ limit: null, firstRefusedAt: 1001 });
    expect(observeRequest(before, 1000 + length, false).limit).toEqual(limit);
  });

  test('a window of which a part was seen changes no limit that is known', () => {
    const ends = (sawWholeWindow: boolean) =>
      observeRequest(seen({ sawWholeWindow, firstRefusedAt: 2000 }), 1000 + 5 * minute, false).limit;
    expect([ends(false), ends(true)]).toEqual([hundred, { requests: 20, windowMs: 5 * minute }]);
  });

  test('what may still go, and how long the rest waits', () => {
    const end = 1000 + 10 * minute;
    expect([msUntilAllowed(seen({}), end - 1), msUntilAllowed(seen({}), end)]).toEqual([1, null]);
    expect(msUntilAllowed(seen({ windowStartedAt: null }), 5)).toBeNull();
    const wait = (count: number, changes: Partial<LimitObservation>, now: number): number =>
      msUntilAllAllowed(count, seen(changes), hundred, now);
    // Eighty are left of this window; the next hundred go when it ends, and more a window later.
    expect([80, 81, 180, 181].map((count) => wait(count, {}, 1000 + minute))).toEqual([
      0,
      9 * minute,
      9 * minute,
      19 * minute,
    ]);
    // After a refusal none is left; after the window's end, or before one, a whole one is.
    expect(wait(1, { firstRefusedAt: 2000 }, 1000 + minute)).toBe(9 * minute);
    expect([wait(100, {}, end), wait(101, {}, end)]).toEqual([0, 10 * minute]);
    expect([wait(100, { windowStartedAt: null }, 5), wait(101, { windowStartedAt: null }, 5)]).toEqual([
      0,
      10 * minute,
    ]);
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
