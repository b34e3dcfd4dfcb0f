/** A run as it is shown: one sending of a batch. */
import type { OrderOutcome } from '../model/ledger.ts';
import type { Failure } from '../../result.ts';

/**
 * `pausing` and `stopping`: no new request goes out, those under way are awaited. `waitingForKey`: the server did not
 * take the access key; `provideToken` goes on.
 */
export type RunStatus = 'running' | 'pausing' | 'paused' | 'waitingForKey' | 'stopping' | 'finished' | 'stopped';

/** Why a run is paused or ended, or what holds it up: `reason.<code>`. */
export type RunReason = Failure;

/** The server that a batch goes to; fixed at its first run. */
export interface RunServer {
  /** Base address. */
  readonly url: string;
  /** Identity in the ledger: the origin, or a practice server's own. */
  readonly identity: string;
  readonly practice: boolean;
}

export interface RunCounts {
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicate: number;
  readonly unknown: number;
  readonly review: number;
  readonly waiting: number;
  readonly ready: number;
  readonly sending: number;
  readonly verifying: number;
  /** Offered by the batch, but known to the ledger in the meantime: not sent. */
  readonly skipped: number;
}

/** A stretch of a run. */
export interface RunInterval {
  /** Orders settled, as a rate a minute. */
  readonly perMinute: number;
  /** Mean time from a request to its answer, ms; null where none was answered. */
  readonly answerMs: number | null;
}

export interface RunSnapshot {
  readonly batchId: string;
  readonly status: RunStatus;
  readonly reason: RunReason | null;
  /** States of the orders that this run has taken up so far. */
  readonly counts: RunCounts;
  /** Orders that this run set out to send, where known. */
  readonly total: number | null;
  readonly inFlight: number;
  /** Requests that this run sent. */
  readonly attempts: number;
  /** Requests allowed in flight now, the most that the operator allows, and what lowered it last (`reason.<code>`). */
  readonly pace: number;
  readonly concurrency: number;
  readonly paceReason: RunReason | null;
  /** Orders settled a minute, over the last minute. */
  readonly perMinute: number;
  /** The run so far in equal stretches, oldest first. */
  readonly history: readonly RunInterval[];
  /** Null where it cannot be told. */
  readonly millisecondsLeft: number | null;
  readonly startedAt: number;
}

export interface RunEnd {
  readonly status: 'finished' | 'paused' | 'stopped';
  readonly reason: RunReason | null;
  readonly attempts: number;
  readonly durationMs: number;
}

/** One order's new outcome; told only after it is on the disk. */
export interface OrderOutcomeChange {
  readonly batchId: string;
  readonly orderKey: string;
  readonly outcome: OrderOutcome;
}

/** Something that the operator must hear although no one asked: `error.<code>`; and the orders that it is about. */
export interface SendingNotice extends Failure {
  readonly batchId: string | null;
  readonly orderIds: readonly number[];
}
