/**
 * Runs one cell of the fault matrix: sends a batch over HTTP to a practice WMS that plays a fault, resumes after every
 * pause, and compares journal and server afterwards. Time is virtual, and stands still while a request is under way.
 */
import { expect, onTestFinished } from 'vitest';
import type { FaultName } from '../../../main/practice/faults.ts';
import { startPracticeServer, type PracticeServer } from '../../../main/practice/practice-server.ts';
import { seededChance } from '../../../main/practice/seeded-chance.ts';
import { createSender } from '../../../main/sending/create-sender.ts';
import { openWmsClient, type WmsClient } from '../../../main/sending/wms/client.ts';
import { openStore } from '../../../main/store/open-store.ts';
import type { Store } from '../../../main/store/store.ts';
import { journalStates } from '../../../shared/domain/model/order-states.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { patience } from '../../support/patience.ts';
import { temporaryHome } from '../store/home.ts';
import { newBatch, offeredOrders, sendableOrders, runServer, orderSource } from './orders.ts';
import { virtualClock, type VirtualClock } from './virtual-clock.ts';

export const faultPositions = ['first', 'middle', 'last'] as const;
export type FaultPosition = (typeof faultPositions)[number];

export interface MatrixCell {
  readonly fault: FaultName;
  readonly position: FaultPosition;
  readonly concurrency: number;
  /** Odd seeds: a WMS that accepts an order twice, a process that ends between the turns, a wall clock that jumps. */
  readonly seed: number;
}

const count = 7;
const placeOf = { first: 1, middle: 4, last: count } as const satisfies Record<FaultPosition, number>;
/** More turns than any cell needs; one that needs more has not recovered. */
const mostTurns = 12;
/** In real milliseconds: the only real waits of a cell. An honest answer that comes later would be a fault of its own. */
const timeouts = { connect: patience(1000), headers: patience(200), whole: patience(300) };

/** The faults after which the order does not end as accepted, with its state then. */
const expectedStates: Readonly<Partial<Record<FaultName, string>>> = {
  invalid: 'rejected',
  '500-errors': 'rejected',
  '409': 'review',
  'other-id': 'review',
};

function clientWithFrozenClock(client: WmsClient, clock: VirtualClock): WmsClient {
  return {
    createUrl: client.createUrl,
    create: (...args) => clock.freezeDuring(() => client.create(...args)),
    lookUp: (...args) => clock.freezeDuring(() => client.lookUp(...args)),
    view: (...args) => clock.freezeDuring(() => client.view(...args)),
    probe: () => clock.freezeDuring(() => client.probe()),
    close: () => client.close(),
  };
}

export async function expectCellToHold({ fault, position, concurrency, seed }: MatrixCell): Promise<void> {
  const clock = virtualClock();
  const isRough = seed % 2 === 1;
  const place = placeOf[position];
  const practice = await startPracticeServer({
    script: (orderId, attempt) => (orderId === place && attempt === 1 ? fault : undefined),
    uniqueIds: !isRough,
    lateMs: 20_000,
    outageMs: 40_000,
    seed,
    clock,
  });
  onTestFinished(() => practice.stop());
  const home = temporaryHome();
  const orders = sendableOrders(count);
  const rules = { ...defaultSendingRules, concurrency };

  function opened(): { readonly store: Store; readonly sender: ReturnType<typeof createSender> } {
    const store = openStore(home, clock);
    if (!store.ok) throw new Error(store.error.code);
    return {
      store: store.value,
      sender: createSender({
        store: store.value,
        clock,
        openClient: ({ url }) => clientWithFrozenClock(openWmsClient(url, timeouts), clock),
        random: () => seededChance(seed, 'jitter', clock.monotonic()),
      }),
    };
  }

  let process = opened();
  const batchId = await newBatch(process.store);
  let hasFinished = false;
  for (let turn = 0; turn < mostTurns && !hasFinished; turn++) {
    if (isRough && turn > 0) {
      await process.sender.close();
      process.store.close();
      clock.jumpWallClock((seededChance(seed, 'jump', turn) - 0.5) * 7_200_000);
      process = opened();
    }
    const run = process.sender.start({
      batchId,
      server: runServer(practice),
      accessKey: 'practice',
      rules,
      source: orderSource(offeredOrders(process.store, batchId, orders)),
      onPause: 'end',
    });
    if (!run.ok) throw new Error(run.error.code);
    const { status } = await run.value.finished;
    const open = [...process.store.outcomes.ofBatch(batchId).values()].some(
      ({ state }) => state === 'unknown' || state === 'waiting' || state === 'ready',
    );
    hasFinished = status === 'finished' && !open;
  }
  expect(hasFinished).toBe(true);
  expectJournalMatchesServer(
    process.store,
    practice,
    batchId,
    orders.map(({ orderId }) => orderId),
  );
  expect(process.store.outcomes.ofBatch(batchId).get(place)?.state).toBe(expectedStates[fault] ?? 'accepted');
  await process.sender.close();
  process.store.close();
}

/** What must hold between a journal and a server that answers honestly, once nothing is left to do. */
function expectJournalMatchesServer(
  store: Store,
  practice: PracticeServer,
  batchId: string,
  orderIds: readonly number[],
): void {
  const outcomes = store.outcomes.ofBatch(batchId);
  const ledger = new Map(practice.ledger().map((order) => [order.orderId, order]));
  // No order was created twice.
  expect(ledger.size).toBe(practice.ledger().length);
  // Accepted ⊆ the server's orders ⊆ the journal; the ids are those that the server assigned.
  for (const { state, orderId, wmsId } of outcomes.values())
    if (state === 'accepted') expect(ledger.get(orderId)?.id).toBe(wmsId);
  for (const orderId of ledger.keys()) expect(['accepted', 'review']).toContain(outcomes.get(orderId)?.state);
  // The states add up to the orders, and none is unknown or under way.
  const counts = new Map(
    journalStates.map((state) => [state, [...outcomes.values()].filter((outcome) => outcome.state === state).length]),
  );
  expect([...counts.values()].reduce((sum, n) => sum + n, 0)).toBe(orderIds.length);
  expect([counts.get('unknown'), counts.get('sending'), counts.get('verifying')]).toEqual([0, 0, 0]);
  // The server's requests are the journal's attempts; all of an order have the same bytes.
  const posts = practice.requests().filter(({ path }) => path === '/v1/order/create');
  for (const orderId of orderIds) {
    const seen = posts.filter((post) => post.orderId === orderId);
    const attempts = store.outcomes.attempts(batchId, orderId);
    expect(attempts.filter(({ resultClass }) => resultClass !== 'notSent')).toHaveLength(seen.length);
    expect(attempts.every(({ endedAt }) => endedAt !== null)).toBe(true);
    expect(new Set(seen.map(({ bodyHash }) => bodyHash)).size).toBe(1);
  }
}
