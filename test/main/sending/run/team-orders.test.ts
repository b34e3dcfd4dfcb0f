/** What a run does by its team's ledger, with a clock of its own: claims by the thousand, waits, and goes on alone where told to. */
import { describe, expect, it } from 'vitest';
import type { ClaimAnswer, TeamClaim, TeamLedger, TeamRun } from '../../../../main/platform/team-ports.ts';
import { sendableOrders } from '../orders.ts';
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
