/** Defines the interfaces between the folders under main/, which know this file and shared/, and not one another. */
import type { MessagePort } from 'node:worker_threads';
import type { CellPlaces } from '../shared/domain/table/cell-places.ts';
import type { Edit } from '../shared/domain/model/edits.ts';
import type { LedgerEntry, OrderOutcome } from '../shared/domain/model/ledger.ts';
import type { ShopName } from '../shared/domain/model/shop.ts';
import type { JournalState } from '../shared/domain/model/order-states.ts';
import type { LearnedPace } from '../shared/domain/sending/estimate.ts';
import type { RunServer, SendingNotice } from '../shared/domain/sending/run.ts';
import type { Revision, RevisionDraft, RevisionState } from '../shared/domain/sending/revision.ts';
import type { SharedLedgerEntry } from '../shared/domain/sending/ledger-file.ts';
import type { Result } from '../shared/result.ts';
import type { OrderRequest } from '../shared/wms/order-create.ts';

/** Time as the domain and the sending see it; tests bring their own. */
export interface Clock {
  /** Wall clock, milliseconds since 1970-01-01Z. */
  now(): number;
  /** Monotonic milliseconds; its zero means nothing. */
  monotonic(): number;
  /** Resolves after `ms`, or at once when the signal aborts (it never rejects). */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = setTimeout(done, ms);
      function done() {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      }
      signal?.addEventListener('abort', done, { once: true });
    }),
};

/** Gets the progress of long work; `done` and `total` in the same unit (bytes while reading, rows while writing). */
export type ProgressListener = (done: number, total: number) => void;

/**
 * Starts a process that reads one file of a foreign format (main/workers/foreign.child.ts), and returns a port to it.
 * Closing the port ends the process at once, whatever it is doing; where the process ends by itself, the port closes.
 */
export type StartForeignReader = () => MessagePort;

/** An order that is ready, as the engine hands it to a run. The run freezes `request` into the body of a revision. */
export interface SendableOrder {
  readonly orderKey: string;
  readonly orderId: number;
  /** Excel row of each item. */
  readonly rows: readonly number[];
  readonly request: OrderRequest;
  /** By what the order is known beside its number (shared/domain/identity/order-keys.ts). */
  readonly keys?: readonly string[];
  /** Its sum in soʻm. */
  readonly amount?: number;
  /** Id of the shop whose order it is; none: the one of a home without several. */
  readonly shop?: string;
  /** Whether the file gives it no number: the one it has is ours alone. */
  readonly isUnnumbered?: boolean;
  /** The order's id in the shop, where it got a number of our own by it. */
  readonly outsideId?: string;
}

/** An order of a file without order numbers. */
export interface UnnumberedOrder {
  /** Its first row as Excel shows it. */
  readonly row: number;
  /** By what it is known (shared/domain/identity/order-keys.ts). */
  readonly keys: readonly string[];
  /** Whether a person said that it is a new one, whatever it resembles. */
  readonly isNew: boolean;
}

/** An order of a file with numbers of its shop's, of which nobody has sent anything under its number. */
export interface NumberedOrder {
  readonly orderId: number;
  readonly keys: readonly string[];
  /** The key that says: the shop gave this number to an order that went out under one of ours. */
  readonly numberKey: string;
}

/** The order that a numbered one is, or resembles: it went out under a number of our own. */
export interface RecognisedOrder {
  readonly kind: 'same' | 'repeat' | 'changed';
  readonly number: number;
}

/** An order of another file that went out in the last days. */
export interface EarlierOrder {
  readonly orderId: number;
  readonly fileName: string;
  /** Its first row there, as Excel shows it. */
  readonly row: number;
  /** The sheets of that file that were read as one; none: it was one sheet. */
  readonly sheets: readonly string[];
  /** Milliseconds since 1970-01-01Z. */
  readonly at: number;
  /** The customer's name, folded. */
  readonly name: string;
}

/**
 * - `given`: the number is the order's own, given to this batch's row
 * - `same`: the number of an order that is known already, of which this is the row again
 * - `repeat`, `changed`: the number of an order that it resembles; the order itself has none until a person decides
 * - `erased`: it may be an order that was sent and of which nothing is left to know it by; the number is only a guess
 */
export interface ResolvedOrder {
  readonly kind: 'given' | 'same' | 'repeat' | 'changed' | 'erased';
  readonly number: number;
}

/** Where a run takes its orders from: the engine, in its worker or in the same process. */
export interface OrderSource {
  /**
   * Up to `limit` orders that may be sent now and were not taken yet in this run, in file order; none left: empty. These
   * are the orders without errors and not left out that were never sent, or whose outcome is `ready` or `waiting`.
   */
  take(limit: number): Promise<readonly SendableOrder[]>;
  /** The order as the batch has it now, whatever became of it; null where it has none that could be sent. */
  currentOrder?(orderId: number): Promise<SendableOrder | null>;
}

/** What the engine needs to know of earlier sending: other batches' ledger entries and this batch's outcomes. */
export interface SendHistory {
  /** Entries of the batch's server for these order ids, other than this batch's own. */
  readonly ledger: ReadonlyMap<number, LedgerEntry>;
  readonly outcomes: ReadonlyMap<number, OrderOutcome>;
}

/** One step of the edit history as the store keeps it. */
export interface StoredEdit {
  readonly sequence: number;
  readonly edit: Edit;
  readonly undone: boolean;
  /** Where its cells stand, if they are not read now: it is neither in force nor to be redone. */
  readonly aside?: CellPlaces;
  readonly at: number;
}

/** A batch's edits, with where the cells stood that were read when they were kept. */
export interface StoredHistory {
  readonly edits: readonly StoredEdit[];
  /** Null: nothing was kept of it yet; they are of the cells that the file's first reading gives. */
  readonly places: CellPlaces | null;
}

/** A request about to go out, as it is recorded before it does. */
export interface AttemptStart {
  readonly revisionId: number;
  readonly url: string;
  /** The state that the order is in while the request is under way. */
  readonly state: RevisionState;
  /** Who has it sent; null or absent: nobody was chosen. */
  readonly operator?: string | null;
}

export interface Attempt {
  readonly id: string;
  readonly revisionId: number;
  readonly batchId: string;
  readonly server: string;
  readonly url: string;
  readonly orderId: number;
  readonly bodyHash: string;
  readonly startedAt: number;
  /** The order's keys, for the witness. */
  readonly keys?: readonly string[];
  /** Who has it sent, and who decided that it goes out again; absent: nobody was chosen, nobody decided. */
  readonly operator?: string;
  readonly decidedBy?: string;
  /** The order's shop, for the witness; absent: the one that nobody named. */
  readonly shop?: ShopName;
}

/** What is kept of an attempt's end. */
export interface AttemptEnd {
  /** The class of the answer (shared/domain/sending/classify-attempt.ts). */
  readonly resultClass: string;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  /** The answer with customers' data masked, at most 64 KB; null where there was none. */
  readonly answer: string | null;
}

/** The order must not be sent, because of this ledger entry; null: the same content was already answered. */
export type Blocked = { readonly blocked: LedgerEntry | null };

/**
 * The journal of sending. Whatever a call changed is on the disk before it returns; inside `transaction`, before that
 * returns.
 */
export interface Journal {
  transaction<T>(act: () => T): T;
  /**
   * The revision that carries this content: the order's latest where it has the same body and may still be sent, else a
   * new one. Blocked where the latest revision with this content was already answered, or where the ledger forbids it.
   */
  freeze(batchId: string, server: string, draft: RevisionDraft): Revision | Blocked;
  /** Records an attempt and reserves the order id for it: at most one attempt is under way for an order id and server. */
  beginAttempt(start: AttemptStart): Attempt | Blocked;
  endAttempt(attemptId: string, end: AttemptEnd, state: RevisionState): Revision;
  /** A change of state without an attempt's end: a look-up's or an operator's. */
  saveState(revisionId: number, state: RevisionState): Revision;
  /**
   * A new revision with the same content: an operator wants it sent a second time. Of the ledger only a request under way
   * can still block it.
   */
  createResendRevision(previous: Revision): Revision;
  /** A revision of an order that this batch never sent, though its number was sent before: an operator wants it sent anyway. */
  createForcedRevision(batchId: string, server: string, draft: RevisionDraft): Revision;
  revision(revisionId: number): Revision | null;
  /**
   * A revision of an order that another computer left behind, whose fate nobody knows since `at`: unknown, as if its answer
   * had been lost here. The latest one where that is unknown already.
   */
  adoptUnknown(batchId: string, server: string, draft: RevisionDraft, at: number): Revision;
  /** The order's latest revision. */
  latest(batchId: string, orderId: number): Revision | null;
  /** Latest revisions of the batch in one of these states, by order id. */
  listInStates(batchId: string, states: readonly JournalState[]): readonly Revision[];
  /** Id of the order of this server that was accepted last: the positive control of a look-up. */
  latestAccepted(server: string): number | null;
  /**
   * Orders found sending or verifying whose process is gone, or whose run failed in this process.
   * @param isRunning whether this process has a run of the batch
   */
  orphans(isRunning: (batchId: string) => boolean): readonly Revision[];
  /** Ends whatever attempt of the revision is still open, with the new state. */
  endOpenAttempts(revisionId: number, end: AttemptEnd, state: RevisionState): Revision;
  /** Restores the content of a revision that the database lost; null where the draft is not what was sent (by its hash). */
  restoreBody(revisionId: number, draft: RevisionDraft): Revision | null;
  hasAttempt(attemptId: string): boolean;
  /** The attempts as the witness is compared with them. @param asked how many of them it will be asked for */
  knownAttempts(asked: 'few' | 'all'): KnownAttempts;
  /** Records an attempt that only the witness knows, as ended; `stateFrom` gives the order's new state from its latest. */
  adoptAttempt(
    attempt: Attempt,
    fileName: string,
    end: AttemptEnd,
    stateFrom: (latest: RevisionState) => RevisionState,
  ): Revision;
  /**
   * How far the witness was compared with this database: offset in bytes, and the hash of the last line before it. Null:
   * not at all, also where a log was found beside the database that nobody had in use.
   */
  witnessPosition(): { readonly offset: number; readonly hash: string } | null;
  setWitnessPosition(offset: number, hash: string): void;
  /** The whole of the witness was compared, where a log was found. */
  forgetFoundLog(): void;
  /** Notes where the witness was tampered with or damaged; a place that a person has seen stays seen. */
  addWitnessBreaks(names: readonly string[]): void;
  /** In how many places the witness is broken that no person has seen. */
  unseenBreaks(): number;
  markBreaksSeen(): void;
}

/** A batch as the witness knows it: from its latest line. */
export interface WitnessedBatch {
  readonly batchId: string;
  readonly fileName: string;
  readonly server: string;
  /** Address that its orders were posted to. */
  readonly url: string;
  /** Whose orders it holds; absent: those of the shop that nobody named. */
  readonly shop?: ShopName;
}

/** A request that the witness knows, and the name of the file that it came from. */
export interface WitnessedAttempt {
  readonly attempt: Omit<Attempt, 'revisionId'>;
  readonly fileName: string;
}

/** What a witness file holds that the journal does not know. */
export interface WitnessContent {
  /** Those that were not known. */
  readonly attempts: readonly WitnessedAttempt[];
  /** What was merged from other computers and old reports, read from the file as it is asked for: it may be a million. */
  readonly merged: Iterable<SharedLedgerEntry>;
  readonly hasMerged: boolean;
  /** Offset in bytes of the end of the last whole line, and that line's hash. */
  readonly offset: number;
  readonly hash: string;
  /**
   * Where it was tampered with or damaged, each place under a name of its own: a line that was changed, one whose
   * predecessor is missing, or a file that is shorter than it was.
   */
  readonly breaks: readonly string[];
}

/** Whether the journal knows an attempt already, by its id; of a line that was changed, also by its order and time. */
export interface KnownAttempts {
  has(id: string): boolean;
  /** Whether there is an attempt of this batch's order that began at this time. */
  hasLike(attempt: Pick<Attempt, 'batchId' | 'orderId' | 'startedAt'>): boolean;
}

/** Offset in bytes of the end of a line of the witness, and that line's hash. */
export interface WitnessPlace {
  readonly offset: number;
  readonly hash: string;
}

/** The witness of a home, as the store needs it (main/sending/witness.ts). */
export interface HomeWitness {
  /** Reads the file from its beginning; null: there is no witness to read. */
  read(file: string, known: KnownAttempts): WitnessContent | null;
  /** The batches that the file knows. */
  batches(file: string): readonly WitnessedBatch[];
  /**
   * Writes down what was merged from another computer or an old report; on the disk when it returns. It counts as a whole:
   * where the process dies on the way, nothing of it does.
   * @param from how far the file was read, where that is known
   * @param known what the journal has of what is behind that
   * @param pieces lines of a ledger file, with commas between them
   * @returns where the file ends now, if everything in it is known; null where that is not sure
   */
  recordMerged(
    file: string,
    from: WitnessPlace | null,
    known: KnownAttempts,
    pieces: Iterable<string>,
  ): WitnessPlace | null;
}

/** The part of the store that sending needs. */
export interface SendingStore {
  /** Tells whether this home is in a team; none: in none. */
  readonly team?: { member(): object | null };
  /** Notices about the store itself for the operator; each is returned once. */
  takeNotices?(): readonly SendingNotice[];
  /** Whether the database is still to be checked, because a log was found beside it. */
  isFoundLogUnchecked?(): boolean;
  /** Checks it. @throws FailureError `store.damagedFound`: it is put in order at the next start */
  checkFoundLog?(): void;
  /** The witness as it was read, from its beginning, while the database was checked; null: it was not, or was taken. */
  takeWitnessReadAhead?(): WitnessContent | null;
  /** Who works here now; null: nobody was chosen. */
  operator?(): string | null;
  readonly journal: Journal;
  readonly ledger: {
    /** What other batches know of these order ids of a server. */
    find(server: string, orderIds: readonly number[], exceptBatch: string | null): ReadonlyMap<number, LedgerEntry>;
    /** Takes in again what the witness knows to have been merged. Nothing of ours is settled by it. */
    mergeAgain(entries: Iterable<SharedLedgerEntry>): void;
  };
  readonly outcomes: {
    /** What earlier runs showed of a server. */
    learnedPace(server: string): LearnedPace;
  };
  /** Where the witness file belongs: beside the database, not in it. */
  readonly witnessPath: string;
  readonly batches: {
    get(batchId: string): { readonly fileName: string; readonly shop: string | null } | null;
    /** Fixes the batch's server. Fails with `batch.otherServer` where it is fixed to another one. */
    setServer(batchId: string, server: RunServer): Result<unknown>;
    /** A run begins, and ends: in between, and after a death, the journal tells the batch's counts. */
    beginRun(batchId: string): void;
    endRun(batchId: string): void;
  };
}

/** A request and what was answered, for people who look for a fault. Customers' data is masked. */
export interface LoggedRequest {
  readonly orderId: number;
  readonly revision: number;
  readonly url: string;
  /** Milliseconds since 1970-01-01Z. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** The body with its customer masked; null: it was erased. */
  readonly request: unknown;
  readonly requestSha256: string;
  readonly happened: string | null;
  readonly status: number | null;
  readonly headers: unknown;
  readonly answer: string | null;
}
