/** Sets up a home and a practice WMS for the kill tests, and checks that journal and server agree after all the kills. */
import { expect, onTestFinished } from 'vitest';
import { systemClock } from '../../../main/ports.ts';
import type { FaultChances } from '../../../main/practice/faults.ts';
import { startPracticeServer } from '../../../main/practice/practice-server.ts';
import type { OrderOutcome } from '../../../shared/domain/model/ledger.ts';
import { openedStore, temporaryHome } from '../store/home.ts';
import { newBatch, sendableOrders } from './orders.ts';

/** The WMS accepts an order id as often as it is sent, so that a double sending is noticed. */
export async function createKillHarness(orders: number, latencyMs: number, faults: FaultChances = {}) {
  const practice = await startPracticeServer({ uniqueIds: false, latencyMs, faults });
  onTestFinished(() => practice.stop());
  const home = temporaryHome();
  const store = openedStore(home);
  const batchId = await newBatch(store);
  store.close();
  const task = { home, batchId, url: practice.url, identity: practice.identity, orders, concurrency: 4 };
  return { practice, home, batchId, task };
}

export function expectEachOnce(
  { practice, home, batchId }: Awaited<ReturnType<typeof createKillHarness>>,
  orders: number,
): readonly OrderOutcome[] {
  const created = practice
    .ledger()
    .map(({ orderId }) => orderId)
    .sort((a, b) => a - b);
  expect(created).toEqual(sendableOrders(orders).map(({ orderId }) => orderId));
  const store = openedStore(home, systemClock);
  const outcomes = [...store.outcomes.ofBatch(batchId).values()];
  expect(outcomes.map(({ state }) => state)).toEqual(Array.from({ length: orders }, () => 'accepted'));
  const attempts = outcomes.flatMap(({ orderId }) => store.outcomes.attempts(batchId, orderId));
  const posts = practice.requests().filter(({ path }) => path === '/v1/order/create');
  // A recorded attempt may never have been sent; but none may have been sent without being recorded.
  expect(attempts.length).toBeGreaterThanOrEqual(posts.length);
  const wmsIds = new Map(practice.ledger().map(({ orderId, id }) => [orderId, id]));
  for (const { orderId, wmsId } of outcomes) expect(wmsId).toBe(wmsIds.get(orderId));
  return outcomes;
}
