/** The pace of computers that send to one account, on a real PostgreSQL: what the WMS asks of one of them holds for all. */
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/ports.ts';
import { sendableOrders } from '../sending/orders.ts';
import { answerEvent, scriptedWms } from '../sending/scripted-client.ts';
import { computer, newTeam, usePostgres } from './computer.ts';
import { hasPostgres } from './postgres.ts';

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
