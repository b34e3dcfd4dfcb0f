/** The sender: starts runs, settles orders whose fate is not known, and finds at its start what an earlier process left behind. */
import type { SendingRules } from '../../shared/domain/model/profile.ts';
import type {
  OrderOutcomeChange,
  RunEnd,
  RunServer,
  RunSnapshot,
  SendingNotice,
} from '../../shared/domain/sending/run.ts';
import type { Result } from '../../shared/result.ts';
import type { OrderSource, SendableOrder } from '../ports.ts';

export interface RunListener {
  /** After the commit. */
  onOutcome?(change: OrderOutcomeChange): void;
  /** At most ten times a second, and at every change of status. */
  onProgress?(snapshot: RunSnapshot): void;
}

export interface RunOptions {
  readonly batchId: string;
  readonly server: RunServer;
  readonly accessKey: string;
  readonly source: OrderSource;
  /** Orders that the source will offer, where known: for the time left. */
  readonly total?: number;
  readonly rules: SendingRules;
  /** Sends one order and pauses. */
  readonly firstOnly?: boolean;
  /** Sends nothing: only looks up what is unknown. */
  readonly lookUpOnly?: boolean;
  /** What a run does that has to pause: wait for a person (default), or end, as a terminal wants it. */
  readonly onPause?: 'wait' | 'end';
  readonly listener?: RunListener;
  /** Gets a new access key without a person, where there is a way; asked once after every key that went through. */
  readonly renewAccessKey?: () => Promise<string | null>;
}

export interface Run {
  readonly batchId: string;
  readonly finished: Promise<RunEnd>;
  snapshot(): RunSnapshot;
  pause(): void;
  resume(): void;
  /** Awaits the requests under way, then ends. */
  stop(): Promise<RunEnd>;
  setConcurrency(concurrency: number): void;
  /** Goes on with this access key: one order first, then the rest. */
  provideAccessKey(accessKey: string): void;
}

export interface Sender {
  /** What was found at the start (orders of a process that died, a database older than the witness). */
  readonly notices: readonly SendingNotice[];
  start(options: RunOptions): Result<Run>;
  /** The operator says that the WMS has the order; with its WMS id where known. */
  settleAsAccepted(batchId: string, orderId: number, wmsId: number | null): Result<OrderOutcomeChange>;
  /** The operator wants the order sent a second time: the next run sends it as a new revision. */
  sendAgain(batchId: string, orderId: number): Result<OrderOutcomeChange>;
  /**
   * The operator wants an order sent that this batch never sent, though its number was sent before; the next run sends it.
   * Not while an earlier sending of it is under way, or its fate is not known.
   */
  sendAnyway(batchId: string, server: RunServer, order: SendableOrder): Result<OrderOutcomeChange>;
  /** Many refused orders again, in one transaction. Passed over are those that the WMS has, or may have: each of them is for a person to judge. */
  sendAllAgain(batchId: string, orderIds: readonly number[]): readonly OrderOutcomeChange[];
  /** Stops every run and lets go of the home. */
  close(): Promise<void>;
}
