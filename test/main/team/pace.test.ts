/** The pace of computers that send to one account, on a real PostgreSQL: what the WMS asks of one of them holds for all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/ports.ts';
import { sendableOrders } from '../sending/orders.ts';
import { answerEvent, scriptedWms } from '../sending/scripted-client.ts';
import { temporaryHome } from '../store/home.ts';
import { computer, newTeam, usePostgres } from './computer.ts';
import { hasPostgres } from './postgres.ts';

interface Said {
  readonly at: number;
  readonly isSending: boolean;
  readonly seconds: number;
  readonly limit: { readonly requests: number; readonly minutesAgo: number } | null;
}

const server = 'http://wms.example';
const quiet = { isSending: true, heldFor: 0, isSlowed: false, limit: null };

describe.skipIf(!hasPostgres)('the pace of a team', () => {
  const postgres = usePostgres();

  it('tells who sends to the same account, how long it must wait, and what limit was observed', async () => {
    const { file } = await newTeam(postgres());
    const [first, second, third] = [await computer(file, 'A'), await computer(file, 'B'), await computer(file, 'C')];
    const [mine, theirs] = [first, second].map(({ team }) => team.openRun(server, 90, null, '17'));
    const otherAccount = third.team.openRun(server, 90, null, '18');
    const nothing = { others: 0, heldFor: 0, isSlowed: false, limit: null };
    expect(await mine?.exchangePace(quiet)).toEqual(nothing);
    const limit = { requests: 50, windowMs: 600_000, startedAgo: 60_000 };
    expect(await theirs?.exchangePace({ isSending: true, heldFor: 120_000, isSlowed: true, limit })).toEqual({
      ...nothing,
      others: 1,
    });
    const heard = await mine?.exchangePace(quiet);
    expect(heard).toMatchObject({ others: 1, isSlowed: true, limit: { requests: 50, windowMs: 600_000 } });
    expect(heard?.heldFor).toBeGreaterThan(60_000);
    expect(heard?.heldFor).toBeLessThanOrEqual(120_000);
    expect(heard?.limit?.startedAgo).toBeGreaterThanOrEqual(60_000);
    // A run that has ended leaves no share open, and what the WMS asked of it holds on.
    await theirs?.exchangePace({ ...quiet, isSending: false });
    expect(await mine?.exchangePace(quiet)).toMatchObject({ others: 0, isSlowed: true });
    expect(await otherAccount.exchangePace(quiet)).toEqual(nothing);
  });

  it('is for each what the others said last, in whatever order they say it, and whatever their clocks show', async () => {
    const computers = fc.nat({ max: 2 });
    const limit = fc.option(fc.record({ requests: fc.nat({ max: 90 }), minutesAgo: fc.nat({ max: 600 }) }));
    const said: fc.Arbitrary<Said> = fc.record({
      at: computers,
      isSending: fc.boolean(),
      seconds: fc.nat({ max: 900 }),
      limit,
    });
    const slowed = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
    const days = [-1, 0, 1].map((day) => ({ ...systemClock, now: () => systemClock.now() + day * 86_400_000 }));
    const { file } = await newTeam(postgres());
    const team = await Promise.all(days.map((clock, at) => computer(file, `${at}`, temporaryHome(), clock)));
    let account = 0;
    const story = async (steps: readonly Said[], slow: boolean[]) => {
      account++;
      const runs = team.map((one) => one.team.openRun(server, 90, null, `${account}`));
      const last = new Map<number, { isSending: boolean; at: number }>();
      const held = new Map<number, number>();
      const isSlowed = new Set<number>();
      const limits = new Map<number, { requests: number; began: number }>();
      for (const [step, { at, isSending, seconds, limit: observed }] of steps.entries()) {
        const asked = performance.now();
        const heard = await runs[at]?.exchangePace({
          ...{ isSending, heldFor: seconds * 1000, isSlowed: slow[step] === true },
          limit: observed && {
            ...{ requests: observed.requests + 1, windowMs: 600_000, startedAgo: observed.minutesAgo * 60_000 },
          },
        });
        const now = performance.now();
        const others = <T>(of: ReadonlyMap<number, T>): readonly T[] =>
          [...of].filter(([computer]) => computer !== at).map(([, value]) => value);
        const sending = others(last).filter((one) => one.isSending);
        // Who said so 15 s ago does not send any more: on a slow machine a story may take as long.
        expect(heard?.others).toBeLessThanOrEqual(sending.length);
        expect(heard?.others).toBeGreaterThanOrEqual(sending.filter((one) => now - one.at < 10_000).length);
        const until = Math.max(0, ...others(held));
        expect(heard?.heldFor).toBeLessThanOrEqual(Math.max(0, until - asked) + 1_000);
        expect(heard?.heldFor).toBeGreaterThanOrEqual(Math.max(0, until - now) - 1_000);
        expect(heard?.isSlowed).toBe([...isSlowed].some((computer) => computer !== at));
        const latest = Math.max(...others(limits).map(({ began }) => began));
        const known = others(limits).filter(({ began }) => began > latest - 30_000);
        if (known.length === 0) expect(heard?.limit).toBeNull();
        else expect(known.map(({ requests }) => requests)).toContain(heard?.limit?.requests);
        last.set(at, { isSending, at: asked });
        held.set(at, Math.max(held.get(at) ?? 0, now + seconds * 1000));
        if (slow[step] === true) isSlowed.add(at);
        if (observed) limits.set(at, { requests: observed.requests + 1, began: now - observed.minutesAgo * 60_000 });
      }
    };
    const steps = fc.array(said, { minLength: 4, maxLength: 12 });
    await fc.assert(fc.asyncProperty(steps, slowed, story), { numRuns: 12, seed: 16, endOnFailure: true });
  });

  it('a computer that begins while another one was asked to wait sends nothing until then', async () => {
    const { file } = await newTeam(postgres());
    const [first, second] = [await computer(file, 'A'), await computer(file, 'B')];
    const refused = answerEvent(429, {}, { retryAfter: '3' });
    let askedAt = Infinity;
    const wms = scriptedWms(systemClock, {
      latency: 1,
      create: (orderId, attempt) => {
        if (orderId !== 1 || attempt > 1) return undefined;
        askedAt = systemClock.monotonic();
        return refused;
      },
    });
    const sending = first.send(wms, sendableOrders(1));
    // Asked by a run of the second computer: until the wait is known to the team.
    const asks = second.team.openRun(server, 90, null, '');
    await expect
      .poll(async () => (await asks.exchangePace(quiet))?.heldFor ?? 0, { timeout: 20_000 })
      .toBeGreaterThan(0);
    expect((await second.send(wms, sendableOrders(3, 10))).states).toEqual({
      10: 'accepted',
      11: 'accepted',
      12: 'accepted',
    });
    expect((await sending).states).toEqual({ 1: 'accepted' });
    const began = wms.posts.filter(({ orderId }) => orderId >= 10).map(({ at }) => at);
    // What the WMS said, less what the clocks of two programs differ by.
    expect(Math.min(...began)).toBeGreaterThan(askedAt + 2_500);
  });
});
