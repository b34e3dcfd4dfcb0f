/** What became of a batch's orders, as the review and the report see it. */
import type { OrderOutcome } from '../../shared/domain/ledger.ts';
import { outcomeOf } from '../../shared/domain/sending/revision.ts';
import type { Database } from './database.ts';
import { revisionOf } from './revision-rows.ts';
import type { Outcomes } from './store.ts';

export function openOutcomes(database: Database): Outcomes {
  return {
    of(batchId) {
      const outcomes = new Map<number, OrderOutcome>();
      for (const row of database.all('SELECT * FROM revisions WHERE batch_id = ? AND latest = 1', batchId)) {
        const outcome = outcomeOf(revisionOf(row));
        outcomes.set(outcome.orderId, outcome);
      }
      return outcomes;
    },
    attempts: (batchId, orderId) =>
      database
        .all(
          'SELECT a.*, r.number FROM attempts a JOIN revisions r ON r.id = a.revision_id WHERE r.batch_id = ? AND r.order_id = ? ORDER BY r.number, a.started_at',
          batchId, orderId,
        )
        .map((row) => ({
          id: String(row['id']),
          revision: Number(row['number']),
          startedAt: Number(row['started_at']),
          endedAt: row['ended_at'] === null ? null : Number(row['ended_at']),
          happened: row['happened'] === null ? null : String(row['happened']),
          status: row['status'] === null ? null : Number(row['status']),
          answer: row['answer'] === null ? null : String(row['answer']),
        })),
  };
}
