/** Defines the sender: it starts runs, settles unknown orders, and recovers at its start what an earlier process left behind. */
import type { LedgerEntry } from '../../shared/domain/model/ledger.ts';
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
  /** Called after the commit. */
  onOutcome?(change: OrderOutcomeChange): void;
  /** An order was not sent because of this entry of the ledger, which came after the batch was opened. */
  onBlocked?(entry: LedgerEntry): void;
  /** Called at most ten times a second, and at every change of status. */
  onProgress?(snapshot: RunSnapshot): void;
}

/** The `supplier_buyer_id` that answers must have. */
export interface ExpectedAccount {
  /** Null: the first answer's, which is kept. */
  readonly expected: number | null;
  /** The accounts that other shops' orders go to, with these shops' names: none of them is kept unasked. */
  readonly others?: ReadonlyMap<number, string>;
  /** Keeps the account for the next run. */
  learn(account: number): void;
}

export interface RunOptions {
  readonly batchId: string;
  readonly server: RunServer;
  readonly accessKey: string;
  /** The account that the orders must go to; undefined: any. */
  readonly account?: ExpectedAccount | undefined;
  readonly source: OrderSource;
  /** Orders that the source will offer, where known: for the time left. */
  readonly total?: number;
  readonly rules: SendingRules;
  /** Sends one order and pauses. */
  readonly firstOnly?: boolean;
  /** Sends nothing: only looks up what is unknown. */
  readonly lookUpOnly?: boolean;
  /** What a run does where it has to pause: wait for a person (default), or end, as in a terminal. */
  readonly onPause?: 'wait' | 'end';
  /** Where it would end as the team's ledger is out of reach for long, it goes on without it: a person takes the risk. */
  readonly goesAlone?: boolean;
  readonly listener?: RunListener;
  /** Renews the access key without a person, where that is possible; called once after every key that was accepted. */
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
  /**
   * What was recovered at the start (orders of a process that died, a database older than the witness). Where a killed
   * process left its log, it is recovered when this is first asked for.
   */
  readonly notices: readonly SendingNotice[];
  /** A person has seen that the witness is broken, which held back sending. */
  markWitnessSeen(): void;
  /** Fails with `sending.witnessUnseen` where the witness is broken and no person has seen it, and others. */
  start(options: RunOptions): Result<Run>;
  /**
   * The operator says that the WMS has the order; with its WMS id where known.
   * Fails with `sending.neverSent`, `sending.underWay`, `sending.cannotSettle`.
   */
  settleAsAccepted(batchId: string, orderId: number, wmsId: number | null): Result<OrderOutcomeChange>;
  /** The operator wants the order sent a second time: the next run sends it as a new revision. Fails like {@link settleAsAccepted}. */
  sendAgain(batchId: string, orderId: number): Result<OrderOutcomeChange>;
  /**
   * The operator wants an order sent that this batch never sent, though its number was sent before; the next run sends it.
   * Fails with `sending.cannotSettle`, `batch.otherServer`, and with `sending.settleThere` while an earlier sending of it is
   * under way or unknown.
   */
  sendAnyway(batchId: string, server: RunServer, order: SendableOrder): Result<OrderOutcomeChange>;
  /** Sends refused orders again, in one transaction. Skips those that the WMS has or may have: a person decides on each. */
  sendAllAgain(batchId: string, orderIds: readonly number[]): readonly OrderOutcomeChange[];
  /** Stops every run and closes the witness. */
  close(): Promise<void>;
}
