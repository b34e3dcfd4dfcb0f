import { describe, expect, onTestFinished, test } from 'vitest';
import { startPractice, type PracticeOptions } from '../../main/practice/practice-server.ts';
import { createSender } from '../../main/sending/create-sender.ts';
import { openWmsClient } from '../../main/sending/wms/client.ts';
import { faultNames } from '../../main/practice/faults.ts';
import { defaultSendingRules } from '../../shared/domain/profile.ts';
import type { OutcomeChange } from '../../shared/domain/sending/run.ts';
import { openedStore, temporaryHome } from '../store/home.ts';
import { fastClock } from './fast-clock.ts';
import { newBatch, offered, sendables, serverOf, sourceOf } from './orders.ts';

const rules = { ...defaultSendingRules, quietTime: 0 };

/** A store, a sender with short timeouts, and a practice WMS of this test's own. */
async function bench(options: PracticeOptions) {
  const practice = await startPractice(options);
  onTestFinished(() => practice.stop());
  const clock = fastClock(40);
  const store = openedStore(temporaryHome(), clock);
  const sender = createSender({
    store,
    clock,
    openClient: ({ url }) => openWmsClient(url, { connect: 500, headers: 300, whole: 400 }),
  });
  onTestFinished(() => sender.close());
  const batchId = await newBatch(store);
  const server = serverOf(practice);
  return { practice, store, sender, batchId, server };
}

describe('sending over HTTP', () => {
  test('every order once, each shown as accepted only with its proof', async () => {
    const { practice, store, sender, batchId, server } = await bench({});
    const orders = sendables(60);
    const changes: OutcomeChange[] = [];
    const started = sender.start({ batchId, server, token: 'practice', rules, source: sourceOf(orders), total: 60, listener: { outcome: (change) => changes.push(change) } });
    if (!started.ok) throw new Error(started.error.code);
    const end = await started.value.finished;
    expect(end).toMatchObject({ ended: 'finished', reason: null, attempts: 60 });
    expect(practice.ledger().map(({ orderId }) => orderId).sort((a, b) => a - b)).toEqual(orders.map(({ orderId }) => orderId));
    const outcomes = store.outcomes.of(batchId);
    expect([...outcomes.values()].every(({ state, proof, wmsId }) => state === 'accepted' && proof === 'answer' && wmsId !== null)).toBe(true);
    expect(changes.filter(({ outcome }) => outcome.state === 'sending')).toHaveLength(60);
    expect(changes.filter(({ outcome }) => outcome.state === 'accepted')).toHaveLength(60);
    expect(started.value.snapshot()).toMatchObject({ status: 'finished', inFlight: 0, attempts: 60, counts: { accepted: 60, sending: 0 }, millisecondsLeft: 0 });
  });

  test('answers that are lost at one in ten are found again by look-up', async () => {
    const { practice, store, sender, batchId, server } = await bench({ faults: { 'lost-answer': 0.1 }, seed: 7 });
    const started = sender.start({ batchId, server, token: 'practice', rules, source: sourceOf(sendables(100)) });
    if (!started.ok) throw new Error(started.error.code);
    await started.value.finished;
    const outcomes = [...store.outcomes.of(batchId).values()];
    expect(outcomes.filter(({ state }) => state === 'accepted')).toHaveLength(100);
    expect(outcomes.filter(({ proof }) => proof === 'lookup').length).toBeGreaterThan(0);
    expect(practice.ledger()).toHaveLength(100);
    expect(new Set(practice.ledger().map(({ orderId }) => orderId)).size).toBe(100);
  });
});

describe('every fault of the practice WMS, on one order of several', () => {
  test.each(faultNames)('%s', { timeout: 30_000 }, async (fault) => {
    const { practice, store, sender, batchId, server } = await bench({ script: (orderId, attempt) => (orderId === 3 && attempt === 1 ? fault : undefined), lateMs: 50, uniqueIds: true });
    const orders = sendables(6);
    // What a person would do after the cause was seen to: go on until nothing is left to do.
    for (let turn = 0; turn < 6; turn++) {
      const started = sender.start({ batchId, server, token: 'practice', rules: { ...rules, quietTime: fault === 'late-commit' ? 10 : 0 }, source: sourceOf(offered(store, batchId, orders)), onPause: 'end' });
      if (!started.ok) throw new Error(started.error.code);
      if ((await started.value.finished).ended === 'finished') break;
    }
    const outcomes = store.outcomes.of(batchId);
    const created = practice.ledger().map(({ orderId }) => orderId);
    expect(new Set(created).size).toBe(created.length);
    for (const [orderId, { state }] of outcomes) if (state === 'accepted') expect(created).toContain(orderId);
    for (const orderId of created) expect(['accepted', 'review']).toContain(outcomes.get(orderId)?.state);
    expect(outcomes.size).toBe(6);
    expect([...outcomes.values()].filter(({ state }) => state === 'accepted').length).toBeGreaterThanOrEqual(5);
    expect(outcomes.get(3)?.state).toBe(fault === 'invalid' || fault === '500-errors' ? 'rejected' : fault === 'other-id' ? 'review' : 'accepted');
    const posts = practice.requests().filter(({ path }) => path === '/v1/order/create');
    const attempts = orders.flatMap(({ orderId }) => store.outcomes.attempts(batchId, orderId));
    expect(attempts).toHaveLength(posts.length);
    for (const orderId of [1, 2, 3, 4, 5, 6]) expect(new Set(posts.filter((post) => post.orderId === orderId).map(({ bodyHash }) => bodyHash)).size).toBe(1);
  });
});
