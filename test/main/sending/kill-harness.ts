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

/** Whether an order died with its process before it went out so often that a person must look; the WMS never had it. */
function isHandedOver({ state, reasons }: OrderOutcome): boolean {
  return state === 'review' && reasons.some(({ code }) => code === 'sending.neverThere');
}

/** @param mostHandedOver so many orders may have died again and again before they went out */
export function expectEachOnce(
  { practice, home, batchId }: Awaited<ReturnType<typeof createKillHarness>>,
  orders: number,
  mostHandedOver = 0,
): readonly OrderOutcome[] {
  const store = openedStore(home, systemClock);
  const outcomes = [...store.outcomes.ofBatch(batchId).values()];
  const handedOver = outcomes.filter(isHandedOver).map(({ orderId }) => orderId);
  expect(handedOver.length).toBeLessThanOrEqual(mostHandedOver);
  const sent = outcomes.filter(({ orderId }) => !handedOver.includes(orderId));
  expect(sent.map(({ orderId, state }) => [orderId, state])).toEqual(
    sendableOrders(orders).flatMap(({ orderId }) => (handedOver.includes(orderId) ? [] : [[orderId, 'accepted']])),
  );
  const created = practice
    .ledger()
    .map(({ orderId }) => orderId)
    .sort((a, b) => a - b);
  expect(created).toEqual(sent.map(({ orderId }) => orderId));
  const attempts = outcomes.flatMap(({ orderId }) => store.outcomes.attempts(batchId, orderId));
  const posts = practice.requests().filter(({ path }) => path === '/v1/order/create');
  // A recorded attempt may never have been sent; but none may have been sent without being recorded.
  expect(attempts.length).toBeGreaterThanOrEqual(posts.length);
  const wmsIds = new Map(practice.ledger().map(({ orderId, id }) => [orderId, id]));
  for (const { orderId, wmsId } of sent) expect(wmsId).toBe(wmsIds.get(orderId));
  return outcomes;
}
