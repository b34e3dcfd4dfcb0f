/** Recovers what an earlier process left behind: orders under way when it died, and requests that only the witness knows of. */
import { reduceRevision } from '../../shared/domain/sending/reduce-revision.ts';
import type { Revision } from '../../shared/domain/sending/revision.ts';
import type { SendingNotice } from '../../shared/domain/sending/run.ts';
import type { AttemptEnd, Clock, Journal, SendingStore } from '../ports.ts';
import { readWitness } from './witness.ts';

function endedAs(resultClass: string): AttemptEnd {
  return { resultClass, status: null, headers: {}, answer: null };
}

function interrupted(journal: Journal, clock: Clock, orphans: readonly Revision[]): readonly Revision[] {
  return orphans.map((orphan) =>
    journal.endOpenAttempts(
      orphan.id,
      endedAs('interrupted'),
      reduceRevision(orphan, { type: 'interrupted', at: clock.now() }),
    ),
  );
}

/** What a run of this process that failed left under way, because it could not be written then, becomes unknown. */
export function interruptLeft(journal: Journal, clock: Clock, batchId: string): readonly Revision[] {
  return journal.transaction(() => {
    const left = journal.orphans((other) => other !== batchId).filter((orphan) => orphan.batchId === batchId);
    return interrupted(journal, clock, left);
  });
}

/**
 * Orders found sending or verifying whose process is gone become unknown; their quiet time counts from now.
 * @param isRunning whether this process has a run of the batch
 */
export function recoverOrphans(
  journal: Journal,
  clock: Clock,
  isRunning: (batchId: string) => boolean,
): readonly SendingNotice[] {
  const found = journal.transaction(() => interrupted(journal, clock, journal.orphans(isRunning)));
  const byBatch = new Map<string, number[]>();
  for (const { batchId, orderId } of found) byBatch.set(batchId, [...(byBatch.get(batchId) ?? []), orderId]);
  return [...byBatch].map(([batchId, orderIds]) => ({
    code: 'sending.interrupted',
    params: { count: orderIds.length },
    batchId,
    orderIds,
  }));
}

/**
 * Compares the witness with the journal (invariant 1): every request that it knows and the journal does not makes its
 * order unknown, and what was merged from other computers is merged again. What was compared is remembered in the database itself, so that an older copy of it is compared anew.
 * Where the witness itself was tampered with, nothing is sent until a person has seen it.
 */
export function recoverFromWitness(
  store: Pick<SendingStore, 'journal' | 'ledger' | 'witnessPath' | 'takeWitnessReadAhead'>,
  clock: Clock,
): readonly SendingNotice[] {
  const { journal, ledger, witnessPath } = store;
  const before = journal.witnessPosition();
  const reading =
    (before === null ? store.takeWitnessReadAhead?.() : null) ??
    readWitness(witnessPath, before, journal.knownAttempts(before === null ? 'all' : 'few'));
  const byBatch = new Map<string, number[]>();
  journal.transaction(() => {
    for (const { attempt, fileName } of reading.attempts) {
      if (journal.hasAttempt(attempt.id)) continue;
      journal.adoptAttempt({ ...attempt, revisionId: 0 }, fileName, endedAs('forgotten'), (latest) =>
        reduceRevision(latest, { type: 'forgotten', at: clock.now() }),
      );
      byBatch.set(attempt.batchId, [...(byBatch.get(attempt.batchId) ?? []), attempt.orderId]);
    }
    if (reading.hasMerged) ledger.mergeAgain(reading.merged);
    if (reading.offset !== before?.offset || reading.hash !== before.hash)
      journal.setWitnessPosition(reading.offset, reading.hash);
    journal.addWitnessBreaks(reading.breaks);
  });
  journal.forgetFoundLog();
  const forgotten = [...byBatch].map(([batchId, orderIds]): SendingNotice => ({
    code: 'sending.forgotten',
    params: { count: orderIds.length },
    batchId,
    orderIds,
  }));
  return journal.unseenBreaks() > 0
    ? [{ code: 'sending.witnessBroken', params: {}, batchId: null, orderIds: [] }, ...forgotten]
    : forgotten;
}
