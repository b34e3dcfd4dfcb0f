/** What a run does by its team's ledger, with a clock of its own: claims by the thousand, waits, and goes on alone where told to. */
import { describe, expect, it } from 'vitest';
import type { ClaimAnswer, TeamClaim, TeamLedger, TeamRun } from '../../../../main/platform/team-ports.ts';
import { TeamOrders } from '../../../../main/sending/run/team-orders.ts';
import { openedStore, temporaryHome } from '../../store/home.ts';
import { newBatch, orderSource, sendableOrders } from '../orders.ts';
import { createRunHarness } from '../run-harness.ts';
import { virtualClock } from '../virtual-clock.ts';

/** A ledger that is out of reach, or answers every claim, as `isAway` says. */
function ledger(isAway: () => boolean) {
  const held = new Set<number>();
  const claims: (readonly number[])[] = [];
  const events: string[] = [];
  let isAlone = false;
  const run: TeamRun = {
    get obstacle() {
      return isAway() && !isAlone ? { code: 'run.teamAway', params: {} } : null;
    },
    goAlone() {
      events.push('alone');
      return (isAlone = isAway());
    },
    confirm: async () => isAlone || !isAway(),
    isConfirmed: () => isAlone || !isAway(),
    holds: (orderId) => held.has(orderId),
    idsElsewhere: (shop) => [shop],
    drop: (orderId) => void held.delete(orderId),
    exchangePace: async () => null,
    async claim(orders: readonly TeamClaim[]) {
      if (isAway() && !isAlone) return null;
      claims.push(orders.map(({ orderId }) => orderId));
      for (const { orderId } of orders) held.add(orderId);
      return new Map<number, ClaimAnswer>(orders.map(({ orderId }) => [orderId, { kind: 'claimed' }]));
    },
    async giveBack() {
      events.push('giveBack');
      held.clear();
    },
  };
  const team: TeamLedger = { onLearned: () => undefined, openRun: () => run };
  return { team, claims, events };
}

const seconds = 1_000;

/** The orders of one run, of which so many are offered. */
async function teamOrders(count: number) {
  const clock = virtualClock();
  const { team, claims } = ledger(() => false);
  const store = openedStore(temporaryHome(), clock);
  const orders = new TeamOrders({
    ...{ team: team.openRun('', 90, null), journal: store.journal, clock, fileName: 'kun.xlsx', shop: null },
    batchId: await newBatch(store),
    onBlocked: () => undefined,
    onTakenOver: async () => undefined,
  });
  return { orders, claims, source: orders.claiming(orderSource(sendableOrders(count))) };
}

describe('the orders of a run in a team', () => {
  it('are claimed by the thousand, the next ones while the last half of these is sent', async () => {
    const { claims, source } = await teamOrders(2_500);
    const counts: number[] = [];
    for (let taken = await source.take(100); taken.length > 0; taken = await source.take(100)) {
      await new Promise((resolve) => setImmediate(resolve));
      counts.push(claims.length);
    }
    expect(claims.map(({ length }) => length)).toEqual([1_000, 1_000, 500]);
    // Of the first thousand 500 are left, and fewer: then the second one is claimed; and so on.
    expect(counts).toHaveLength(25);
    expect([counts[4], counts[5], counts[14], counts[15]]).toEqual([1, 2, 2, 3]);
  });

  it('are claimed anew in one statement where they were given back at a pause', async () => {
    const { orders, claims, source } = await teamOrders(300);
    const taken = await source.take(64);
    await orders.giveBack();
    const admitted = await Promise.all(taken.slice(0, 16).map((order) => orders.admit(order)));
    expect(admitted).toEqual(Array.from({ length: 16 }, () => 'yes'));
    expect(claims.map(({ length }) => length)).toEqual([300, 300]);
    for (const order of await source.take(236)) expect(await orders.admit(order)).toBe('yes');
    expect(claims).toHaveLength(2);
  });
});

describe('a run in a team whose ledger is out of reach', () => {
  it('waits, and in a terminal ends after two minutes with the reason', async () => {
    const clock = virtualClock();
    const { team } = ledger(() => true);
    const { start, wms } = await createRunHarness({ latency: 1 }, clock, team);
    const began = clock.monotonic();
    const end = await start(sendableOrders(3), { onPause: 'end' }).finished;
    expect(end).toMatchObject({ status: 'stopped', reason: { code: 'run.teamAway' } });
    expect(clock.monotonic() - began).toBeGreaterThanOrEqual(120 * seconds);
    expect(wms.posts).toEqual([]);
  });

  it('goes on by itself when it answers again', async () => {
    const clock = virtualClock();
    const { team } = ledger(() => clock.monotonic() < 60 * seconds);
    const { start, states, wms } = await createRunHarness({ latency: 1 }, clock, team);
    expect(await start(sendableOrders(3), { onPause: 'end' }).finished).toMatchObject({ status: 'finished' });
    expect(states()).toEqual({ 1: 'accepted', 2: 'accepted', 3: 'accepted' });
    expect(Math.min(...wms.posts.map(({ at }) => at))).toBeGreaterThanOrEqual(60 * seconds);
  });

  it('goes on alone after these two minutes where a person allowed it, and not before', async () => {
    const clock = virtualClock();
    const { team, events } = ledger(() => true);
    const { start, states, wms } = await createRunHarness({ latency: 1 }, clock, team);
    const end = await start(sendableOrders(3), { onPause: 'end', goesAlone: true }).finished;
    expect(end).toMatchObject({ status: 'finished', reason: null });
    expect(events).toEqual(['alone', 'giveBack']);
    expect(states()).toEqual({ 1: 'accepted', 2: 'accepted', 3: 'accepted' });
    expect(Math.min(...wms.posts.map(({ at }) => at))).toBeGreaterThanOrEqual(120 * seconds);
  });
});
