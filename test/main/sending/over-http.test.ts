import { describe, expect, onTestFinished, test } from 'vitest';
import { startPracticeServer, type PracticeOptions } from '../../../main/practice/practice-server.ts';
import { createSender } from '../../../main/sending/create-sender.ts';
import { openWmsClient } from '../../../main/sending/wms/client.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import type { OrderOutcomeChange } from '../../../shared/domain/sending/run.ts';
import { openedStore, temporaryHome } from '../store/home.ts';
import { fastClock } from './fast-clock.ts';
import { newBatch, sendableOrders, runServer, orderSource } from './orders.ts';
import { timeouts } from './wms/answering-server.ts';

const rules = { ...defaultSendingRules, quietTime: 0 };

/** A store, a sender with short timeouts, and a practice WMS of this test's own. */
async function bench(options: PracticeOptions) {
  const practice = await startPracticeServer(options);
  onTestFinished(() => practice.stop());
  const clock = fastClock(40);
  const store = openedStore(temporaryHome(), clock);
  const sender = createSender({
    store,
    clock,
    openClient: ({ url }) => openWmsClient(url, timeouts),
  });
  onTestFinished(() => sender.close());
  const batchId = await newBatch(store);
  const server = runServer(practice);
  return { practice, store, sender, batchId, server };
}

describe('sending over HTTP', () => {
  test('every order once, each shown as accepted only with its proof', async () => {
    const { practice, store, sender, batchId, server } = await bench({});
    const orders = sendableOrders(60);
    const changes: OrderOutcomeChange[] = [];
    const started = sender.start({
      batchId,
      server,
      accessKey: 'practice',
      rules,
      source: orderSource(orders),
      total: 60,
      listener: { onOutcome: (change) => changes.push(change) },
    });
    if (!started.ok) throw new Error(started.error.code);
    const end = await started.value.finished;
    expect(end).toMatchObject({ status: 'finished', reason: null, attempts: 60 });
    expect(
      practice
        .ledger()
        .map(({ orderId }) => orderId)
        .sort((a, b) => a - b),
    ).toEqual(orders.map(({ orderId }) => orderId));
    const outcomes = store.outcomes.ofBatch(batchId);
    expect(
      [...outcomes.values()].every(
        ({ state, proof, wmsId }) => state === 'accepted' && proof === 'answer' && wmsId !== null,
      ),
    ).toBe(true);
    expect(changes.filter(({ outcome }) => outcome.state === 'sending')).toHaveLength(60);
    expect(changes.filter(({ outcome }) => outcome.state === 'accepted')).toHaveLength(60);
    expect(started.value.snapshot()).toMatchObject({
      status: 'finished',
      inFlight: 0,
      attempts: 60,
      counts: { accepted: 60, sending: 0 },
      millisecondsLeft: 0,
    });
  });

  test('answers that are lost at one in ten are found again by look-up', async () => {
    const { practice, store, sender, batchId, server } = await bench({ faults: { 'lost-answer': 0.1 }, seed: 7 });
    const started = sender.start({
      batchId,
      server,
      accessKey: 'practice',
      rules,
      source: orderSource(sendableOrders(100)),
    });
    if (!started.ok) throw new Error(started.error.code);
    await started.value.finished;
    const outcomes = [...store.outcomes.ofBatch(batchId).values()];
    expect(outcomes.filter(({ state }) => state === 'accepted')).toHaveLength(100);
    expect(outcomes.filter(({ proof }) => proof === 'lookup').length).toBeGreaterThan(0);
    expect(practice.ledger()).toHaveLength(100);
    expect(new Set(practice.ledger().map(({ orderId }) => orderId)).size).toBe(100);
  });
});
