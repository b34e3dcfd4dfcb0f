import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../main/ports.ts';
import { startPractice } from '../../main/practice/practice-server.ts';
import type { OrderOutcome } from '../../shared/domain/ledger.ts';
import { openedStore, temporaryHome } from '../store/home.ts';
import { sendInChild } from './children.ts';
import { newBatch, sendables } from './orders.ts';

/** The WMS of these tests takes an id as often as it is sent: whatever is sent twice is there twice. */
async function bench(orders: number, latencyMs: number) {
  const practice = await startPractice({ uniqueIds: false, latencyMs });
  onTestFinished(() => practice.stop());
  const home = temporaryHome();
  const store = openedStore(home);
  const batchId = await newBatch(store);
  store.close();
  const task = { home, batchId, url: practice.url, identity: practice.identity, orders, concurrency: 4 };
  return { practice, home, batchId, task };
}

function expectEachOnce({ practice, home, batchId }: Awaited<ReturnType<typeof bench>>, orders: number): readonly OrderOutcome[] {
  const created = practice.ledger().map(({ orderId }) => orderId).sort((a, b) => a - b);
  expect(created).toEqual(sendables(orders).map(({ orderId }) => orderId));
  const store = openedStore(home, systemClock);
  const outcomes = [...store.outcomes.of(batchId).values()];
  expect(outcomes.map(({ state }) => state)).toEqual(Array.from({ length: orders }, () => 'accepted'));
  const attempts = outcomes.flatMap(({ orderId }) => store.outcomes.attempts(batchId, orderId));
  const posts = practice.requests().filter(({ path }) => path === '/v1/order/create');
  // An attempt that was recorded may never have gone out; none may have gone out that was not recorded.
  expect(attempts.length).toBeGreaterThanOrEqual(posts.length);
  const wmsIds = new Map(practice.ledger().map(({ orderId, id }) => [orderId, id]));
  for (const { orderId, wmsId } of outcomes) expect(wmsId).toBe(wmsIds.get(orderId));
  return outcomes;
}

test('killed twenty times in the middle of sending: nothing lost, nothing created twice', { timeout: 180_000 }, async () => {
  const orders = 400;
  const bed = await bench(orders, 30);
  let kills = 0;
  for (let turn = 0; turn < 20; turn++) {
    const child = sendInChild(bed.task);
    await child.sending;
    await systemClock.sleep(Math.random() * 160);
    if (child.kill()) kills++;
    const { errors } = await child.done;
    expect(errors).toBe('');
  }
  expect(kills).toBe(20);
  const { output, errors } = await sendInChild(bed.task).done;
  expect(errors).toBe('');
  expect(output).toContain('"ended":"finished"');
  const outcomes = expectEachOnce(bed, orders);
  // The kills met requests under way: their answers were lost, and they were found again.
  expect(outcomes.some(({ proof }) => proof === 'lookup')).toBe(true);
});

test('two processes on one home at once send no order twice', { timeout: 60_000 }, async () => {
  const orders = 120;
  const bed = await bench(orders, 10);
  const ends = await Promise.all([sendInChild(bed.task).done, sendInChild(bed.task).done]);
  for (const { errors, output } of ends) {
    expect(errors).toBe('');
    expect(output).toContain('"ended":"finished"');
  }
  expectEachOnce(bed, orders);
});
