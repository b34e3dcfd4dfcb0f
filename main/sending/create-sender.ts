/** Makes a sender over a store: in the sending worker, in a terminal, in a test. */
import type { SendingRules } from '../../shared/domain/model/profile.ts';
import { mayBeCorrected, reduce } from '../../shared/domain/sending/reduce.ts';
import { outcomeOf, type Revision } from '../../shared/domain/sending/revision.ts';
import type { OutcomeChange, RunServer, SendingNotice } from '../../shared/domain/sending/run.ts';
import { failure, FailureError, success, type Result } from '../../shared/result.ts';
import type { Clock, SendingStore } from '../ports.ts';
import { draftOf } from './attempts.ts';
import { recoverForgotten, recoverOrphans } from './recovery.ts';
import { Recorder } from './recorder.ts';
import type { Run, Sender, StartOptions } from './sender.ts';
import { SendingRun } from './run/sending-run.ts';
import { openWitness as openWitnessFile, type Witness } from './witness.ts';
import { openWmsClient, type WmsClient } from './wms/client.ts';
import type { Way } from './wms/connection.ts';
import { timeoutsOf } from './wms/timeouts.ts';

export interface SenderOptions {
  readonly store: SendingStore;
  readonly clock: Clock;
  /** Proxies and certificates of the network. */
  readonly way?: Way;
  readonly openClient?: (server: RunServer, rules: SendingRules) => WmsClient;
  readonly openWitness?: typeof openWitnessFile;
  /** 0 ≤ x < 1; for the jitter of waits. */
  readonly random?: () => number;
}

export function createSender(options: SenderOptions): Sender {
  const { store, clock, way = {}, openClient = ({ url }, rules) => openWmsClient(url, timeoutsOf(rules), way), openWitness = openWitnessFile, random = Math.random } = options;
  const { journal, witnessPath, batches } = store;
  const runs = new Map<string, Run>();
  let recorder: Recorder | undefined;
  let witness: Witness | undefined;

  /** Opened with the first run: who only looks at what was sent needs no witness. */
  function opened(): Recorder {
    witness ??= openWitness(witnessPath, journal.witnessed());
    return (recorder ??= new Recorder(journal, witness));
  }

  /** What keeps the past from being known is said, and keeps from sending. */
  function recovered(): { readonly notices: readonly SendingNotice[]; readonly ok: boolean } {
    try {
      return { notices: [...recoverForgotten(journal, witnessPath, clock), ...recoverOrphans(journal, clock)], ok: true };
    } catch (error) {
      const said = error instanceof FailureError ? error.failure : { code: 'sending.notRecovered', params: { message: messageOf(error) } };
      return { notices: [{ ...said, batchId: null, orderIds: [] }], ok: false };
    }
  }

  function start(options: StartOptions): Result<Run> {
    const { batchId, server } = options;
    const batch = batches.get(batchId);
    if (!batch) return failure('sending.noBatch');
    if (runs.has(batchId)) return failure('sending.alreadyRunning');
    // Another process may have died since this one began.
    const past = recovered();
    if (!past.ok) return { ok: false, error: past.notices[0] ?? { code: 'sending.notRecovered', params: { message: '' } } };
    try {
      const fixed = batches.setServer(batchId, server);
      if (!fixed.ok) return fixed;
      const run = new SendingRun(options, { journal, recorder: opened(), clock, client: openClient(server, options.rules), fileName: batch.fileName, learned: store.outcomes.learned(server.identity), random });
      runs.set(batchId, run);
      void run.finished.then(() => runs.delete(batchId));
      return success(run);
    } catch (error) {
      return failure('sending.cannotStart', { message: messageOf(error) });
    }
  }

  /** A change of an order by a person, where nothing is under way. */
  function change(batchId: string, orderId: number, act: (revision: Revision) => Revision | null): Result<OutcomeChange> {
    return journal.transaction(() => {
      const latest = journal.latest(batchId, orderId);
      if (!latest) return failure('sending.neverSent', { orderId });
      if (latest.state === 'sending' || latest.state === 'verifying') return failure('sending.underWay', { orderId });
      const changed = act(latest);
      if (!changed) return failure('sending.cannotSettle', { orderId });
      return success({ batchId, orderKey: changed.orderKey, outcome: outcomeOf(changed) });
    });
  }

  function isOpen({ state }: Revision): boolean {
    return state === 'ready' || state === 'waiting';
  }

  const { notices } = recovered();
  return {
    notices: [...(store.takeNotices?.() ?? []), ...notices],
    start,
    settleThere: (batchId, orderId, wmsId) =>
      change(batchId, orderId, (latest) => {
        const settled = reduce(latest, { type: 'settledThere', wmsId });
        return settled === latest ? null : journal.save(latest.id, settled);
      }),
    sendAgain: (batchId, orderId) => change(batchId, orderId, (latest) => (isOpen(latest) ? null : journal.openAgain(latest))),
    sendAnyway: (batchId, server, order) =>
      journal.transaction(() => {
        if (journal.latest(batchId, order.orderId)) return failure('sending.cannotSettle', { orderId: order.orderId });
        const entry = store.ledger.find(server.identity, [order.orderId], batchId).get(order.orderId);
        if (entry?.state === 'sending' || entry?.state === 'unknown') return failure('sending.settleThere', { orderId: order.orderId, fileName: entry.fileName });
        const fixed = batches.setServer(batchId, server);
        if (!fixed.ok) return fixed;
        const opened = journal.openAnyway(batchId, server.identity, draftOf(order));
        return success({ batchId, orderKey: opened.orderKey, outcome: outcomeOf(opened) });
      }),
    sendAllAgain: (batchId, orderIds) =>
      journal.transaction(() =>
        [...new Set(orderIds)].flatMap((orderId) => {
          const changed = change(batchId, orderId, (latest) => (isOpen(latest) || !mayBeCorrected(latest) ? null : journal.openAgain(latest)));
          return changed.ok ? [changed.value] : [];
        }),
      ),
    async close() {
      await Promise.all([...runs.values()].map((run) => run.stop()));
      witness?.close();
      witness = undefined;
      recorder = undefined;
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
