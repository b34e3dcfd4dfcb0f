/** Types of a run (one sending of a batch) as shown to the operator. */
import type { OrderOutcome } from '../model/ledger.ts';
import type { Failure } from '../../result.ts';

/**
 * `pausing` and `stopping`: no new request is sent, those in flight are awaited. `waitingForKey`: the server refused the
 * access key; `provideAccessKey` continues.
 */
export type RunStatus = 'running' | 'pausing' | 'paused' | 'waitingForKey' | 'stopping' | 'finished' | 'stopped';

/** Why a run paused, ended or slowed down: `reason.<code>`. */
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
  /** Not sent because the ledger came to know them in the meantime. */
  readonly skipped: number;
}

/** One interval of a run, for its chart. */
export interface RunInterval {
  /** Orders settled per minute. */
  readonly perMinute: number;
  /** Mean response time in ms; null where nothing was answered. */
  readonly answerMs: number | null;
}

export interface RunSnapshot {
  readonly batchId: string;
  readonly status: RunStatus;
  readonly reason: RunReason | null;
  /** States of the orders that this run has taken so far. */
  readonly counts: RunCounts;
  /** Number of orders that this run is to send; null where not known. */
  readonly total: number | null;
  readonly inFlight: number;
  /** Number of requests that this run sent. */
  readonly attempts: number;
  /** Requests allowed in flight now, the operator's maximum, and what lowered it last (`reason.<code>`). */
  readonly pace: number;
  readonly concurrency: number;
  readonly paceReason: RunReason | null;
  /** Orders settled in the last minute. */
  readonly perMinute: number;
  /** The run so far in equal intervals, oldest first. */
  readonly history: readonly RunInterval[];
  /** Null where it cannot be estimated. */
  readonly millisecondsLeft: number | null;
  readonly startedAt: number;
}

export interface RunEnd {
  readonly status: 'finished' | 'paused' | 'stopped';
  readonly reason: RunReason | null;
  readonly attempts: number;
  readonly durationMs: number;
}

/** One order's new outcome; emitted only after it is on the disk. */
export interface OrderOutcomeChange {
  readonly batchId: string;
  readonly orderKey: string;
  readonly outcome: OrderOutcome;
}

/** A problem reported to the operator unasked, `error.<code>`, and the orders concerned. */
export interface SendingNotice extends Failure {
  readonly batchId: string | null;
  readonly orderIds: readonly number[];
}
