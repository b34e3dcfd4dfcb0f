/** Sets up a sender over a real store, with a virtual clock and a scripted WMS. */
import { onTestFinished } from 'vitest';
import type { TeamLedger } from '../../../main/platform/team-ports.ts';
import type { SendableOrder } from '../../../main/ports.ts';
import { createSender } from '../../../main/sending/create-sender.ts';
import type { Run, RunOptions } from '../../../main/sending/sender.ts';
import { defaultSendingRules, type SendingRules } from '../../../shared/domain/model/profile.ts';
import type { OrderOutcomeChange, RunSnapshot, RunStatus } from '../../../shared/domain/sending/run.ts';
import { openedStore, temporaryHome } from '../store/home.ts';
import { newBatch, offeredOrders, orderSource } from './orders.ts';
import { scriptedWms, type WmsScript } from './scripted-client.ts';
import { virtualClock } from './virtual-clock.ts';

export const scriptedServer = { url: 'http://wms.example/', identity: 'http://wms.example', practice: false };

/** @param team the ledger that the runs go by */
export async function createRunHarness(script: WmsScript, clock = virtualClock(), team: TeamLedger | null = null) {
  const wms = scriptedWms(clock, script);
  const store = openedStore(temporaryHome(), clock);
  const sender = createSender({ store, clock, team: () => team, openClient: () => wms.client, random: () => 0.5 });
  onTestFinished(() => sender.close());
  const batchId = await newBatch(store);
  const snapshots: RunSnapshot[] = [];
  const changes: OrderOutcomeChange[] = [];
  function start(
    orders: readonly SendableOrder[],
    options: Partial<RunOptions> = {},
    rules: Partial<SendingRules> = {},
  ): Run {
    const started = sender.start({
      batchId,
      server: scriptedServer,
      accessKey: 'first',
      rules: { ...defaultSendingRules, ...rules },
      source: orderSource(offeredOrders(store, batchId, orders)),
      listener: { onProgress: (snapshot) => snapshots.push(snapshot), onOutcome: (change) => changes.push(change) },
      ...options,
    });
    if (!started.ok) throw new Error(started.error.code);
    return started.value;
  }
  async function until(run: Run, status: RunStatus): Promise<RunSnapshot> {
    while (run.snapshot().status !== status) await new Promise((resolve) => setImmediate(resolve));
    return run.snapshot();
  }
  const states = () =>
    Object.fromEntries([...store.outcomes.ofBatch(batchId)].map(([orderId, { state }]) => [orderId, state]));
  return { clock, wms, store, sender, batchId, snapshots, changes, start, until, states };
}
