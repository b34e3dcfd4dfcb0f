/** Defines what is kept of what was sent: the ledger, the answers, what the WMS has, and which addresses are one WMS. */
import type { EarlierOrder, LoggedRequest } from '../ports.ts';
import type { LearnedPace } from '../../shared/domain/sending/estimate.ts';
import type { LedgerEntry, OrderOutcome } from '../../shared/domain/model/ledger.ts';
import type { SharedLedgerEntry } from '../../shared/domain/sending/ledger-file.ts';
import type { JournalState } from '../../shared/domain/model/order-states.ts';
import type { SentChange } from '../../shared/domain/model/sent-changes.ts';
import type { Month, SentOrder } from '../../shared/domain/month/month.ts';
import type { Result } from '../../shared/result.ts';

/** An order that stays as it was sent, though the file says it otherwise. */
export interface StayingOrder extends Pick<SentChange, 'server' | 'orderId' | 'wmsId' | 'compared' | 'changes'> {
  /** Its first row as Excel shows it. */
  readonly row: number;
  /** By what it is known from now on, too. */
  readonly keys: readonly string[];
}

/** What the WMS accepted of an order. */
export interface SentContent {
  /** The request's body; null where it was erased. */
  readonly body: string | null;
  /** The system's user who opened the file. */
  readonly openedBy: string | null;
}

export interface SentChangeStore {
  /** What is to be changed in the WMS by its people, the latest decision first. */
  list(): readonly SentChange[];
  /** The same of one order. */
  ofOrder(server: string, orderId: number): readonly SentChange[];
  /** What was accepted of these orders, from this computer. */
  sent(server: string, orderIds: readonly number[]): ReadonlyMap<number, SentContent>;
}

export interface LedgerStore {
  /** Entries of this server for these ids from other batches than `exceptBatch`. */
  find(server: string, orderIds: readonly number[], exceptBatch: string | null): ReadonlyMap<number, LedgerEntry>;
  /** A number that grows whenever another batch, window, terminal or merge changes what is known of the server's orders. */
  changesByOthers(server: string, batchId: string): number;
  /** Every entry of a server, or of all. */
  list(server?: string): readonly (LedgerEntry & { readonly server: string })[];
  /**
   * The next lines of a ledger file (shared/domain/sending/ledger-file.ts): every entry that may leave this computer, with
   * the keys that may. What changes between two calls may be in it or not.
   * @param after where the last piece ended; null: from the beginning
   */
  sharedLines(after: SharePlace | null): SharedLines;
  /** The servers that orders were sent to, except practice servers, the latest first; and when the last of them changed (ms since 1970). */
  servers(): readonly { readonly server: string; readonly at: number }[];
  /** The orders of a server, each counted once: of a million it takes a second. */
  counts(server: string): LedgerCounts;
  /** Entries of a server whose order id or WMS id begins with `text`, the latest first; all of them where it is blank. */
  page(
    server: string,
    text: string,
    from: number,
    count: number,
  ): { readonly total: number; readonly entries: readonly LedgerEntry[] };
  /**
   * Merges what another computer or an old report knows (shared/domain/sending/ledger-file.ts), all of it or nothing. Unknown
   * orders of ours that it knows as accepted are settled.
   */
  merge(entries: readonly SharedLedgerEntry[]): LedgerMergeCounts;
  /** Begins a merge of any length, and returns its number. There is one at a time: an earlier one that did not end is forgotten. */
  beginMerge(): number;
  /** Gathers lines of a ledger file, with line breaks between them; nothing of them is known yet. */
  addToMerge(merge: number, lines: string): void;
  /** Merges what was gathered, as `merge` does. @throws FailureError `ledger.broken` ({line} of the file) */
  commitMerge(merge: number): LedgerMergeCounts & { readonly servers: readonly string[] };
  /** Forgets what was gathered. */
  abandonMerge(merge: number): void;
  /** Takes in again what the witness knows to have been merged: the database was lost, or came back older. */
  mergeAgain(entries: Iterable<SharedLedgerEntry>): void;
}

/** The last order of a piece of the ledger. */
export interface SharePlace {
  readonly server: string;
  readonly orderId: number;
}

/** A piece of a ledger file; `next`: where the next one begins, null where there is none. */
export interface SharedLines {
  readonly lines: string;
  /** How many lines. */
  readonly count: number;
  readonly next: SharePlace | null;
}

/** Orders in the ledger, each by its highest state; one under way is unknown. */
export interface LedgerCounts {
  readonly accepted: number;
  readonly unknown: number;
  readonly taken: number;
}

/** Result of a merge, in orders. */
export interface LedgerMergeCounts {
  readonly added: number;
  readonly known: number;
  readonly settled: number;
}

/** One request, as the report and the window show it. */
export interface AttemptRecord {
  readonly id: string;
  readonly revision: number;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly resultClass: string | null;
  readonly status: number | null;
  /** The answer, with customers' data masked. */
  readonly answer: string | null;
}

export interface OutcomeStore {
  /** Latest outcome of every order of the batch that was ever sent, by order id. */
  ofBatch(batchId: string): ReadonlyMap<number, OrderOutcome>;
  attempts(batchId: string, orderId: number): readonly AttemptRecord[];
  /** A page of all requests about the batch's orders, in the order in which they went out. */
  loggedRequests(batchId: string, from: number, count: number): readonly LoggedRequest[];
  /** How fast this server was, and its limit, as far as the latest attempts show. */
  learnedPace(server: string): LearnedPace;
}

/** Orders that went out in the last days, by what makes orders alike (shared/domain/identity/repeat-signature.ts). */
export interface AlikeOrderStore {
  /** The signatures of what other batches sent to the server; some may be of orders that were refused. */
  recentSignatures(server: string, exceptBatch: string): readonly number[];
  /** The orders of other batches with each of these signatures, the latest first. */
  find(
    server: string,
    signatures: readonly number[],
    exceptBatch: string,
  ): ReadonlyMap<number, readonly EarlierOrder[]>;
}

/** What a person said of two addresses. */
export interface ServerAnswer {
  /** The one that orders were about to go to. */
  readonly server: string;
  /** The one that they had gone to before. */
  readonly other: string;
  readonly isSame: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** How many orders of a file another address has, or may have: by their ids, and by their content without the number. */
export interface SentElsewhere {
  readonly server: string;
  readonly ids: number;
  readonly contents: number;
}

/** Which addresses are one WMS, by their identities; practice servers apart. */
export interface SameServerStore {
  list(): readonly ServerAnswer[];
  /** All names of the address, its own first. */
  namesOf(server: string): readonly string[];
  /** Other addresses that orders went to, of which nobody said whether they are the same WMS as this one. */
  unanswered(server: string): readonly string[];
  /** Which of the addresses have orders like these; the likeliest first. @param orders `key`: of the request without its number */
  sentElsewhere(
    servers: readonly string[],
    orders: readonly { readonly orderId: number; readonly key: string }[],
  ): readonly SentElsewhere[];
  /** Fails with `servers.underWay` while an order is being sent. */
  answer(server: string, other: string, isSame: boolean): Result<null>;
  /** Takes an answer back: it will be asked again. Fails like `answer`. */
  takeBack(server: string, other: string): Result<null>;
}

/** Sent in this time (ms since 1970-01-01Z, `to` excluded); null: of all shops, of all operators. */
export interface SentOrderQuery {
  readonly from: number;
  readonly to: number;
  readonly shop: string | null;
  readonly operator: string | null;
}

/** What the WMS has of this computer's orders, for the month. */
export interface SentOrderStore {
  /** What is to be changed in the WMS by its people, as files said in the period; the latest first. */
  changes(query: Omit<SentOrderQuery, 'operator'>): readonly SentChange[];
  /** Not to a practice WMS, the first sent first. */
  list(query: SentOrderQuery): readonly SentOrder[];
  /** Their sums by day in Tashkent, as sumUpMonth would tell them; without listing them, as they may be many. */
  month(query: SentOrderQuery): Month;
  /** `count` of these from the `start`-th on (the first is 0), and how many they are. */
  page(
    query: SentOrderQuery,
    start: number,
    count: number,
  ): { readonly total: number; readonly orders: readonly SentOrder[] };
  /** Who sent at all, by name. */
  operators(): readonly string[];
}

/** An order that was sent, as it stands now. */
export interface FoundOrderRecord {
  readonly orderId: number;
  readonly orderKey: string;
  readonly wmsId: number | null;
  readonly state: JournalState;
  readonly at: number;
  /** What people call its first row; null where the batch's data was removed. */
  readonly row: number | string | null;
  readonly fileName: string;
  /** Null where the batch was removed. */
  readonly batchId: string | null;
  readonly practice: boolean;
  /** The customer; null where the batch's data was removed. */
  readonly name: string | null;
  readonly phone: string | null;
  /** Who of the team's other computers sent it; absent: this one. */
  readonly by?: string;
  /** What later files say otherwise of it, for the WMS's people. */
  readonly changes: readonly SentChange[];
}

export interface OrderSearch {
  /** Orders with this order id or WMS id, or whose customer's name or phone has this in it; the latest first. */
  find(text: string, limit?: number): readonly FoundOrderRecord[];
  /** Reads ahead some of what the first search for a customer would read; returns whether there is more of it. */
  prepare(): boolean;
}
