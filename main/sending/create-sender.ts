/** Creates a sender over a store: in the sending worker, in a terminal, in a test. */
import type { SendingRules } from '../../shared/domain/model/profile.ts';
import { mayBeCorrected, reduceRevision } from '../../shared/domain/sending/reduce-revision.ts';
import { orderOutcomeOf, type Revision } from '../../shared/domain/sending/revision.ts';
import type { OrderOutcomeChange, RunServer, SendingNotice } from '../../shared/domain/sending/run.ts';
import { failure, FailureError, success, type Result } from '../../shared/result.ts';
import { unsendableCharacter } from '../../shared/wms/login.ts';
import { systemFailure } from '../platform/system-failure.ts';
import type { Clock, SendingStore } from '../ports.ts';
import type { TeamLedger } from '../platform/team-ports.ts';
import { createRevisionDraft } from './attempt-recorder.ts';
import { interruptLeft, recoverFromWitness, recoverOrphans } from './recovery.ts';
import { GroupCommitter } from './group-committer.ts';
import type { Run, Sender, RunOptions } from './sender.ts';
import { SendingRun } from './run/sending-run.ts';
import { openWitness as openWitnessFile, type Witness } from './witness.ts';
import { openWmsClient, type WmsClient } from './wms/client.ts';
import type { ConnectionOptions } from './wms/connection.ts';
import { timeoutsOf } from './wms/timeouts.ts';

export interface SenderOptions {
  readonly store: SendingStore;
  readonly clock: Clock;
  /** Proxies and certificates of the network. */
  readonly connectionOptions?: ConnectionOptions;
  readonly openClient?: (server: RunServer, rules: SendingRules) => WmsClient;
  readonly openWitness?: typeof openWitnessFile;
  /** The ledger of the team that this computer belongs to now; null: none. @throws FailureError where that is just changing */
  readonly team?: () => TeamLedger | null;
  /** 0 ≤ x < 1; for the jitter of waits. */
  readonly random?: () => number;
}

/** Milliseconds until it is tried again to write what became of a failed run's orders. */
const leftPause = 10_000;

export function createSender(options: SenderOptions): Sender {
  const {
    store,
    clock,
    connectionOptions = {},
    openClient = ({ url }, rules) => openWmsClient(url, timeoutsOf(rules), connectionOptions),
    openWitness = openWitnessFile,
    random = Math.random,
    team: teamNow = () => null,
  } = options;
  const { journal, witnessPath, batches } = store;
  const runs = new Map<string, Run>();
  let recorder: GroupCommitter | undefined;
  let witness: Witness | undefined;
  const closing = new AbortController();

  /** Opens the witness with the first run: without one it is not needed. */
  function opened(): GroupCommitter {
    witness ??= openWitness(witnessPath, journal.witnessPosition());
    return (recorder ??= new GroupCommitter(journal, witness));
  }

  /** Recovers what earlier processes left behind. Where that fails, the notice says why, and nothing may be sent. */
  function recovered(): { readonly notices: readonly SendingNotice[]; readonly ok: boolean } {
    try {
      store.checkFoundLog?.();
      return {
        notices: [
          ...recoverFromWitness(store, clock),
          ...recoverOrphans(journal, clock, (batchId) => runs.has(batchId)),
        ],
        ok: true,
      };
    } catch (error) {
      const said =
        error instanceof FailureError
          ? error.failure
          : (systemFailure(error) ?? { code: 'sending.notRecovered', params: { message: messageOf(error) } });
      return { notices: [{ ...said, batchId: null, orderIds: [] }], ok: false };
    }
  }

  function start(options: RunOptions): Result<Run> {
    const { batchId, server } = options;
    const batch = batches.get(batchId);
    if (!batch) return failure('sending.noBatch');
    if (runs.has(batchId)) return failure('sending.alreadyRunning');
    let team: TeamLedger | null;
    try {
      team = teamNow();
    } catch (error) {
      if (error instanceof FailureError) return { ok: false, error: error.failure };
      throw error;
    }
    // It was joined while this process was running: past its ledger nothing goes out.
    if (team === null && !server.practice && (store.team?.member() ?? null) !== null) return failure('team.startAgain');
    const unsendable = unsendableCharacter(options.accessKey);
    if (unsendable !== null) return failure('key.character', { ...unsendable });
    // Another process may have died since this one started.
    const recovery = recovered();
    if (!recovery.ok)
      return { ok: false, error: recovery.notices[0] ?? { code: 'sending.notRecovered', params: { message: '' } } };
    if (options.lookUpOnly !== true && journal.unseenBreaks() > 0) return failure('sending.witnessUnseen');
    try {
      const fixed = batches.setServer(batchId, server);
      if (!fixed.ok) return fixed;
      const run = new SendingRun(options, {
        journal,
        recorder: opened(),
        clock,
        client: openClient(server, options.rules),
        fileName: batch.fileName,
        // Whoever starts a run has its orders sent, also where somebody else works here before its end.
        operator: store.operator?.() ?? null,
        learnedPace: store.outcomes.learnedPace(server.identity),
        random,
        team: server.practice
          ? null
          : (team?.openRun(
              server.identity,
              options.rules.wholeTimeout,
              store.operator?.() ?? null,
              String(options.account?.expected ?? batch.shop ?? ''),
            ) ?? null),
        shop: batch.shop,
      });
      runs.set(batchId, run);
      batches.beginRun(batchId);
      void run.finished.then(({ status }) => {
        runs.delete(batchId);
        batches.endRun(batchId);
        if (status === 'stopped') void settleLeft(options);
      });
      return success(run);
    } catch (error) {
      // Another program that holds the witness, a full disk: in words that a person can act on.
      const known = systemFailure(error);
      return known ? { ok: false, error: known } : failure('sending.cannotStart', { message: messageOf(error) });
    }
  }

  /**
   * A disk that is full, a database that is held: what a run had in hand stays «sending» then, and nobody could go on with
   * it. It becomes unknown as soon as it can be written.
   */
  async function settleLeft({ batchId, listener }: RunOptions): Promise<void> {
    while (!closing.signal.aborted && !runs.has(batchId)) {
      try {
        for (const left of interruptLeft(journal, clock, batchId))
          listener?.onOutcome?.({ batchId, orderKey: left.orderKey, outcome: orderOutcomeOf(left) });
        return;
      } catch {
        await clock.sleep(leftPause, closing.signal);
      }
    }
  }

  /** Changes an order for a person. Fails with `sending.neverSent`, `sending.underWay`, `sending.cannotSettle`. */
  function change(
    batchId: string,
    orderId: number,
    act: (revision: Revision) => Revision | null,
  ): Result<OrderOutcomeChange> {
    return journal.transaction(() => {
      const latest = journal.latest(batchId, orderId);
      if (!latest) return failure('sending.neverSent', { orderId });
      if (latest.state === 'sending' || latest.state === 'verifying') return failure('sending.underWay', { orderId });
      const changed = act(latest);
      if (!changed) return failure('sending.cannotSettle', { orderId });
      return success({ batchId, orderKey: changed.orderKey, outcome: orderOutcomeOf(changed) });
    });
  }

  function allNotices(): readonly SendingNotice[] {
    const { notices: found } = recovered();
    return [...(store.takeNotices?.() ?? []), ...found];
  }

  function isOpen({ state }: Revision): boolean {
    return state === 'ready' || state === 'waiting';
  }

  // What takes seconds waits until it is asked for: the window should stand by then.
  let notices = store.isFoundLogUnchecked?.() === true ? null : allNotices();
  return {
    get notices() {
      return (notices ??= allNotices());
    },
    start,
    markWitnessSeen: () => journal.markBreaksSeen(),
    settleAsAccepted: (batchId, orderId, wmsId) =>
      change(batchId, orderId, (latest) => {
        const settled = reduceRevision(latest, { type: 'settledThere', wmsId });
        return settled === latest ? null : journal.saveState(latest.id, settled);
      }),
    sendAgain: (batchId, orderId) =>
      change(batchId, orderId, (latest) => (isOpen(latest) ? null : journal.createResendRevision(latest))),
    sendAnyway: (batchId, server, order) =>
      journal.transaction(() => {
        if (journal.latest(batchId, order.orderId)) return failure('sending.cannotSettle', { orderId: order.orderId });
        const entry = store.ledger.find(server.identity, [order.orderId], batchId).get(order.orderId);
        if (entry?.state === 'sending' || entry?.state === 'unknown')
          return failure('sending.settleThere', { orderId: order.orderId, fileName: entry.fileName });
        const fixed = batches.setServer(batchId, server);
        if (!fixed.ok) return fixed;
        const opened = journal.createForcedRevision(batchId, server.identity, createRevisionDraft(order));
        return success({ batchId, orderKey: opened.orderKey, outcome: orderOutcomeOf(opened) });
      }),
    sendAllAgain: (batchId, orderIds) =>
      journal.transaction(() =>
        [...new Set(orderIds)].flatMap((orderId) => {
          const changed = change(batchId, orderId, (latest) =>
            isOpen(latest) || !mayBeCorrected(latest) ? null : journal.createResendRevision(latest),
          );
          return changed.ok ? [changed.value] : [];
        }),
      ),
    async close() {
      closing.abort();
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
