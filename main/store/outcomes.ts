/** Reads what became of a batch's orders from the journal, for the review and the report. */
import { z } from 'zod';
import type { OrderOutcome } from '../../shared/domain/model/ledger.ts';
import { maskedRequest } from '../../shared/domain/sending/mask.ts';
import { assumedPace, type LearnedPace } from '../../shared/domain/sending/estimate.ts';
import { noLimitObserved, observeRequest, type LimitObservation } from '../../shared/domain/sending/request-limit.ts';
import { orderOutcomeOf } from '../../shared/domain/sending/revision.ts';
import type { Database } from './database.ts';
import { revisionOf } from './revision-rows.ts';
import type { OutcomeStore } from './sent-stores.ts';

export function openOutcomeStore(database: Database): OutcomeStore {
  return {
    ofBatch(batchId) {
      const outcomes = new Map<number, OrderOutcome>();
      for (const row of database.all('SELECT * FROM revisions WHERE batch_id = ? AND latest = 1', batchId)) {
        const outcome = orderOutcomeOf(revisionOf(row));
        outcomes.set(outcome.orderId, outcome);
      }
      return outcomes;
    },
    attempts: (batchId, orderId) =>
      database
        .all(
          `SELECT a.*, r.number FROM attempts a JOIN revisions r ON r.id = a.revision_id
           WHERE r.batch_id = ? AND r.order_id = ? ORDER BY r.number, a.started_at`,
          batchId,
          orderId,
        )
        .map((row) => ({
          id: String(row['id']),
          revision: Number(row['number']),
          startedAt: Number(row['started_at']),
          endedAt: row['ended_at'] === null ? null : Number(row['ended_at']),
          resultClass: row['happened'] === null ? null : String(row['happened']),
          status: row['status'] === null ? null : Number(row['status']),
          answer: row['answer'] === null ? null : String(row['answer']),
        })),
    loggedRequests: (batchId, from, count) =>
      database
        .all(
          `SELECT a.*, r.number, r.order_id, r.body, r.body_hash FROM attempts a JOIN revisions r ON r.id = a.revision_id
           WHERE r.batch_id = ? ORDER BY a.started_at, a.id LIMIT ? OFFSET ?`,
          batchId,
          count,
          from,
        )
        .map((row) => ({
          orderId: Number(row['order_id']),
          revision: Number(row['number']),
          url: String(row['url']),
          startedAt: Number(row['started_at']),
          endedAt: row['ended_at'] === null ? null : Number(row['ended_at']),
          request: row['body'] === null ? null : maskedRequest(String(row['body'])),
          requestSha256: String(row['body_hash']),
          happened: row['happened'] === null ? null : String(row['happened']),
          status: row['status'] === null ? null : Number(row['status']),
          headers: JSON.parse(String(row['headers'] ?? '{}')),
          answer: row['answer'] === null ? null : String(row['answer']),
        })),
    learnedPace(server) {
      const latest = database.all(
        `SELECT a.started_at AS at, a.ended_at AS ended FROM attempts a JOIN revisions r ON r.id = a.revision_id
         WHERE r.server = ? AND a.status IS NOT NULL ORDER BY a.started_at DESC LIMIT ${answersLearnedFrom}`,
        server,
      );
      const took = latest.map((row) => Number(row['ended']) - Number(row['at'])).sort((a, b) => a - b);
      const limitObservation = limitMemory(server);
      return {
        answerMs: took[took.length >> 1] ?? assumedPace.answerMs,
        perOrderMs: perOrderMsOf(
          latest.map((row) => Number(row['at'])),
          took[took.length >> 1] ?? null,
        ),
        limit: saidLimit(server) ?? limitObservation.limit,
        limitObservation,
      };
    },
  };

  /** The limit that the latest refusal for too many requests states. */
  function saidLimit(server: string): LearnedPace['limit'] {
    const refused = database.get(
      `SELECT a.headers FROM attempts a JOIN revisions r ON r.id = a.revision_id
       WHERE r.server = ? AND a.happened = 'slowDown' ORDER BY a.started_at DESC LIMIT 1`,
      server,
    );
    return refused ? limitOf(JSON.parse(String(refused['headers'] ?? '{}'))) : null;
  }

  /** The limit inferred from refusals that do not state it. */
  function limitMemory(server: string): LimitObservation {
    const latest = database.all(
      `SELECT a.started_at AS at, a.happened = 'slowDown' AS refused
       FROM attempts a JOIN revisions r ON r.id = a.revision_id
       WHERE r.server = ? AND a.happened NOT IN ('notSent', 'notWitnessed')
       AND NOT (a.happened = 'slowDown' AND coalesce(a.headers, '{}') <> '{}')
       ORDER BY a.started_at DESC LIMIT ${requestsRemembered}`,
      server,
    );
    return latest
      .toReversed()
      .reduce(
        (memory, row) => observeRequest(memory, Number(row['at']), Number(row['refused']) === 1),
        noLimitObserved,
      );
  }
}

const answersLearnedFrom = 200;
/** Covers some windows of usual limits («50 in ten minutes»). */
const requestsRemembered = 1000;

const limitSchema = z.object({
  rateLimit: z.coerce.number().int().min(1),
  rateReset: z.coerce.number().int().min(1).max(86_400),
});

/** The limit in a refusal's headers: so many requests in the time after which all of them are allowed again. */
function limitOf(headers: unknown): LearnedPace['limit'] {
  const limit = limitSchema.safeParse(headers);
  return limit.success ? { requests: limit.data.rateLimit, windowMs: limit.data.rateReset * 1000 } : null;
}

/** Between two requests further apart than this a run had ended, or waited for a person. */
const longestPauseMs = 60_000;

/**
 * How long an order took in its run, from the times of its requests.
 * @param startedAt ms since 1970-01-01Z, the latest first
 * @param answerMs how long a request took: the last one of a run ends so long after it began; null: there was none
 */
function perOrderMsOf(startedAt: readonly number[], answerMs: number | null): number | null {
  if (answerMs === null) return null;
  let spent = answerMs;
  for (let at = 1; at < startedAt.length; at++) {
    const gap = (startedAt[at - 1] ?? 0) - (startedAt[at] ?? 0);
    spent += gap > longestPauseMs ? answerMs : Math.max(0, gap);
  }
  return spent / startedAt.length;
}
