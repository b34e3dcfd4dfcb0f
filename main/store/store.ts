/** Defines the store: everything that a person or the network added, in one SQLite database and a folder of files. */
import type { ListKind } from '../../shared/domain/identity/match-orders.ts';
import type {
  EarlierOrder,
  ResolvedOrder,
  UnnumberedOrder,
  NumberedOrder,
  RecognisedOrder,
  LoggedRequest,
} from '../ports.ts';
import type { Choices } from '../../shared/domain/model/choices.ts';
import type { LearnedPace } from '../../shared/domain/sending/estimate.ts';
import type { Edit } from '../../shared/domain/model/edits.ts';
import type { LedgerEntry, OrderOutcome } from '../../shared/domain/model/ledger.ts';
import type { SharedLedgerEntry } from '../../shared/domain/sending/ledger-file.ts';
import type { JournalState, StateCounts } from '../../shared/domain/model/order-states.ts';
import type { Product, ProductKey } from '../../shared/domain/products/product.ts';
import type { SentChange } from '../../shared/domain/model/sent-changes.ts';
import type { Month, SentOrder } from '../../shared/domain/month/month.ts';
import type { Profile } from '../../shared/domain/model/profile.ts';
import type { RunServer, SendingNotice } from '../../shared/domain/sending/run.ts';
import type { Settled, SettledThing } from '../../shared/domain/model/settled.ts';
import type { Shop, ShopChange } from '../../shared/domain/model/shop.ts';
import type { Settings } from '../../shared/domain/model/settings.ts';
import type { Result } from '../../shared/result.ts';
import type { Journal, StoredEdit, WitnessContent } from '../ports.ts';
import type { TeamHome } from '../platform/team-ports.ts';
import type { WatchedFileStore } from './watched-files.ts';

export interface BatchRecord {
  readonly id: string;
  readonly fileName: string;
  /** Absolute path of the file's copy. */
  readonly path: string;
  /** SHA-256 (hex) and length of the file's bytes. */
  readonly fileHash: string;
  readonly size: number;
  /** Milliseconds since 1970-01-01Z. */
  readonly createdAt: number;
  readonly openedAt: number;
  readonly choices: Choices;
  /** Id of the shop whose orders these are; null: nobody said, and nothing told. */
  readonly shop: string | null;
  /** Where the file lay that it was made of; null: nowhere that is known. */
  readonly folder: string | null;
  /** Name of the shop's profile in use. */
  readonly profile: string | null;
  /** Null until the first run; fixed by it. */
  readonly server: RunServer | null;
  /** Who opened it: the name of the system's user; null where it is not known. */
  readonly openedBy: string | null;
  /** As last set by `setCounts`; null before. */
  readonly counts: StateCounts | null;
  /** The answer to the offer to carry over edits of an earlier version; null: none yet. */
  readonly carryOverDecision: CarryOverDecision | null;
  /** Whether it came by a watched folder and nobody has opened it since. */
  readonly isNewArrival: boolean;
}

/** Which shops' files had the same name (but for dates and numbers), and which lay in the same folder: ids. */
export interface EarlierFiles {
  readonly sameName: readonly string[];
  readonly sameFolder: readonly string[];
}

/** `carried`: edits were carried over, and what did not fit is still shown; `closed`: nothing is shown any more. */
export type CarryOverDecision = 'carried' | 'closed';

/** A file by its bytes. What it is not asked for is left open, but for the server: a batch that was sent stays with its own. */
export interface SameFileQuery {
  /** SHA-256 (hex) of the file's bytes. */
  readonly fileHash: string;
  /** Only a batch that was opened under this name. */
  readonly fileName?: string;
  /** Not this batch: the one just made of the file. */
  readonly exceptBatch?: string;
  /** Only a batch of this shop, or of which the shop is not known. */
  readonly shop?: string;
  /** Identity of the server that it is to go to. Without one it may have gone to any but a practice WMS, which forgets. */
  readonly server?: string;
}

export interface BatchStore {
  /** Copies the file into the store; `fileName` is the one shown to people. */
  createFromPath(path: string, fileName?: string, batchId?: string): Promise<BatchRecord>;
  createFromBytes(bytes: Uint8Array, fileName: string, batchId?: string): Promise<BatchRecord>;
  /** Cancels a creation while its file is being copied: it rejects, and nothing is left of it. */
  cancelCreation(batchId: string): void;
  /** The last opened first. */
  list(limit?: number): readonly BatchRecord[];
  get(batchId: string): BatchRecord | null;
  /** The batch, the latest opened, that this file already is and that can be gone on with; see {@link SameFileQuery}. */
  findSameFile(query: SameFileQuery): BatchRecord | null;
  /** The other batches of the same bytes, name and shop: other sheets or tables of the file. The first opened first. */
  otherParts(batchId: string): readonly BatchRecord[];
  /**
   * The batch of other bytes that was opened before under the same file name, or under the one that a second download
   * gives («orders (1).xlsx»): the latest that was worked on, else the latest.
   */
  earlierVersion(batchId: string): BatchRecord | null;
  /**
   * Batches that were worked on in the last days under other names, of the same shop and with the same profile: tomorrow's file
   * is called otherwise. The latest first, a few at most.
   */
  workedOnBefore(batchId: string): readonly BatchRecord[];
  setCarryOverDecision(batchId: string, answer: CarryOverDecision): void;
  /** Moves the batch to the top of the list: a person works on it. */
  touch(batchId: string): void;
  setChoices(batchId: string, choices: Choices): void;
  setProfile(batchId: string, profile: string | null): void;
  setHeadings(batchId: string, headings: readonly string[]): void;
  /** Whether a batch with these headings was opened before: of this shop or of one not known; null: of any. */
  knowsHeadings(shop: string | null, headings: readonly string[]): boolean;
  /** Fails with `batch.shopFixed` where orders of it were sent for another shop. */
  setShop(batchId: string, shop: string): Result<BatchRecord>;
  /** What earlier files of shops tell of a file with this name from this folder. */
  earlierFiles(fileName: string, folder: string | null): EarlierFiles;
  /** Fixes the server. Fails with `batch.otherServer` where it is fixed to another one. */
  setServer(batchId: string, server: RunServer): Result<BatchRecord>;
  setCounts(batchId: string, counts: StateCounts): void;
  /**
   * Removes the batch, its edits and its file. What the ledger needs stays. Fails with `batch.sending` while one of its
   * orders is under way.
   */
  remove(batchId: string): Promise<Result<null>>;
}

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

export interface EditStore {
  /** The edits, in order, that were undone and that the latest live one replaced. */
  droppedByLast(batchId: string): readonly Edit[];
  /**
   * Appends an edit. Undone edits cannot be redone after that: the history is linear.
   * @param staying orders that it leaves out because they stay as they were sent
   */
  append(batchId: string, edit: Edit, staying?: readonly StayingOrder[]): StoredEdit;
  /** Marks the latest live edit as undone; null: nothing to undo. */
  undo(batchId: string): StoredEdit | null;
  redo(batchId: string): StoredEdit | null;
  /** Undoes every edit above this number and redoes those up to it that were undone. */
  goTo(batchId: string, sequence: number): void;
  /** When and by whom each edit was made, by its number. */
  makings(batchId: string): ReadonlyMap<number, EditMaking>;
  /** In order; undone ones can still be redone. */
  list(batchId: string): readonly StoredEdit[];
}

/** When an edit was made (ms since 1970), and by which operator; null: nobody was chosen. */
export interface EditMaking {
  readonly at: number;
  readonly operator: string | null;
}

export interface LedgerStore {
  /** Entries of this server for these ids from other batches than `exceptBatch`. */
  find(server: string, orderIds: readonly number[], exceptBatch: string | null): ReadonlyMap<number, LedgerEntry>;
  /** A number that grows whenever another batch, window, terminal or merge changes what is known of the server's orders. */
  changesByOthers(server: string, batchId: string): number;
  /** Every entry of a server, or of all. */
  list(server?: string): readonly (LedgerEntry & { readonly server: string })[];
  /** Every entry that may leave this computer, with the keys that may. */
  share(): readonly SharedLedgerEntry[];
  /** The servers that orders were sent to, except practice servers, the latest first; each order is counted once. */
  servers(): readonly LedgerServerCounts[];
  /** Entries of a server whose order id or WMS id begins with `text`, the latest first; all of them where it is blank. */
  page(
    server: string,
    text: string,
    from: number,
    count: number,
  ): { readonly total: number; readonly entries: readonly LedgerEntry[] };
  /**
   * Merges what another computer or an old report knows (shared/domain/sending/ledger-file.ts). Unknown orders of ours that
   * it knows as accepted are settled.
   */
  merge(entries: readonly SharedLedgerEntry[]): LedgerMergeCounts;
  /** Takes in again what the witness knows to have been merged: the database was lost, or came back older. */
  mergeAgain(entries: readonly SharedLedgerEntry[]): void;
}

/** Orders of a server in the ledger, each by its highest state; and when the last one changed (ms since 1970). */
export interface LedgerServerCounts {
  readonly server: string;
  readonly accepted: number;
  readonly unknown: number;
  readonly taken: number;
  readonly at: number;
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

/** The shops: whose orders files hold (docs/domain.md, «Shops»). */
export interface ShopStore {
  /** By name; at least one. Where there is a single one that nobody named, its name is blank. */
  list(): readonly Shop[];
  /** Those that were removed from the list. */
  removed(): readonly Shop[];
  /** A shop that is listed or was removed; null: none with this id. */
  get(id: string): Shop | null;
  /**
   * Adds a shop, or brings back the one that was removed under this name. What the home holds so far belongs to the shop that
   * it had, which is called `nameOfFirst` from then on; a home that holds nothing had none.
   * @throws FailureError `shop.nameTaken`
   */
  add(name: string, nameOfFirst: string): Shop;
  /** @throws FailureError `shop.nameTaken`, `shop.gone` */
  change(id: string, change: ShopChange): Shop;
  /**
   * The shop of another computer as it is here: under its id, or its name. Where it is not here it is added (or not, where
   * `keep` is false: null); account and start of numbers are filled in where there are none here.
   */
  adopt(shop: Shop, nameOfFirst: string, keep: boolean): Shop | null;
  /** Its files, products, profiles and orders stay as they are. @throws FailureError `shop.last`: there must be one */
  remove(id: string): void;
}

/** The profiles of each shop. */
export interface ProfileStore {
  list(shop: string): readonly Profile[];
  get(shop: string, name: string): Profile | null;
  save(shop: string, profile: Profile): void;
  remove(shop: string, name: string): void;
  /** Gives the profile another name, for its headings and batches too. False where the name is taken or there is no such profile. */
  rename(shop: string, name: string, to: string): boolean;
  /** The profile used last for a file with these headings. */
  findByHeadings(shop: string, headings: readonly string[]): Profile | null;
  /** Remembers that this profile goes with these headings. */
  remember(shop: string, headings: readonly string[], name: string): void;
  /** Which profile goes with which headings, known by their fingerprints. */
  headings(shop: string): readonly { readonly fingerprint: string; readonly name: string }[];
  /** As {@link remember}; what is remembered already stays, unless `anew`. Nothing where there is no such profile. */
  rememberFingerprint(shop: string, fingerprint: string, name: string, anew: boolean): void;
}

/** The product table of each server and shop; practice servers share one (decision 22). */
export interface ProductStore {
  /** Every table, by server and shop. */
  all(): readonly { readonly server: string; readonly shop: string; readonly products: readonly Product[] }[];
  list(server: string, shop: string): readonly Product[];
  /** The product ids of the orders that the server has accepted from this computer, of whichever shop; none of a practice WMS. */
  accepted(server: string): readonly number[];
  /** Adds the products; a key that is known (after folding) gets the new ids. All or none. */
  save(server: string, shop: string, products: readonly Product[]): void;
  remove(server: string, shop: string, keys: readonly ProductKey[]): void;
}

/** What was settled about the files of each shop. */
export interface SettledStore {
  /** The latest first. */
  get(shop: string): Settled;
  /** What is settled about the same text, rows or heading already is replaced. All or none. */
  settle(shop: string, things: readonly SettledThing[]): void;
  /** Whether there was such a thing. */
  takeBack(shop: string, thing: SettledThing): boolean;
}

/** Numbers of our own for the outside order ids of each shop; practice servers share them (decision 11). */
export interface OrderNumberStore {
  /**
   * The number of each id; ids without one get the next free numbers, from `start` on, in one transaction. An id whose order
   * was sent already keeps the number that it was sent under; where that was given away since, it gets none.
   * @param goods by id the key of the id with its goods (shared/domain/identity/order-keys.ts, `outsideGoods`)
   */
  allocate(
    server: string,
    shop: string,
    outsideIds: readonly string[],
    start: number,
    goods?: ReadonlyMap<string, string>,
  ): ReadonlyMap<string, number>;
  /** The numbers that {@link allocate} would give, without storing them. */
  preview(
    server: string,
    shop: string,
    outsideIds: readonly string[],
    start: number,
    goods?: ReadonlyMap<string, string>,
  ): ReadonlyMap<string, number>;
  /**
   * What a file without order numbers is offered: the first free number of the shop's range, or, where it has none, of today
   * and of this computer's random part.
   */
  startOfDay(server: string, shop: string): number;
  /** Whether orders of the server are known from other computers: then `goods` can tell which ids these are. */
  knowsOthers(server: string): boolean;
}

/** What tells that two files are of one kind: the shop, the headings, the profile; the name where nothing else does. */
export interface SourceOfOrders {
  readonly shop: string;
  readonly headings: readonly string[];
  /** Name of the profile in use. */
  readonly profile: string | null;
  readonly fileName: string;
}

/** Chooses new numbers, given those that are free here; absent: those are taken. Only within the thread of the store. */
export type ChosenNumbers = (free: Iterable<number>) => Iterable<number>;

/** By which keys orders are known, also those without a number; practice servers share them. */
export interface IdentityStore {
  /** The secret that keys are made with; it is in no export. */
  secret(): string;
  /**
   * What the orders of a batch are, by row: each is paired with an order that is known, or gets the next free number from
   * `start` on, in one transaction. @param options `keep`: false where nothing is to be stored
   */
  resolve(
    server: string,
    batchId: string,
    orders: readonly UnnumberedOrder[],
    options: {
      readonly start: number;
      readonly listKind: ListKind;
      readonly keep: boolean;
      readonly source: SourceOfOrders;
      readonly numbers?: ChosenNumbers;
    },
  ): ReadonlyMap<number, ResolvedOrder>;
  /**
   * Notes whether a person has said of every order of the batch that was held as `erased` what it is: then the next file
   * like it is not held any more. @param heldRows the rows of those that are not new, left out or not
   */
  answerGaps(server: string, batchId: string, source: SourceOfOrders, heldRows: readonly number[]): void;
  /**
   * The number of our own of an order in whose place the file has another one's: the batch's row keeps it, and so does an
   * order that says the same in another file (not of a shop that sends only new orders); else the next free one.
   */
  giveNumber(
    server: string,
    batchId: string,
    order: Pick<UnnumberedOrder, 'row' | 'keys'>,
    options: { readonly start: number; readonly listKind: ListKind; readonly numbers?: ChosenNumbers },
  ): number;
  /** Whether orders of the server have numbers of our own. */
  hasOwnNumbers(server: string): boolean;
  /**
   * Which of these orders went out under a number of our own before their shop gave them one, by their ids. Each number of
   * ours belongs to one number of the shop's from then on. @param options `keep`: false where nothing is to be stored
   */
  recognise(
    server: string,
    orders: readonly NumberedOrder[],
    options: { readonly listKind: ListKind; readonly keep: boolean },
  ): ReadonlyMap<number, RecognisedOrder>;
  /** The keys of these orders; none where they were sent before keys were kept. */
  keysOf(server: string, numbers: readonly number[]): ReadonlyMap<number, readonly string[]>;
  /** From now on the order is known by these keys as well. */
  learn(server: string, number: number, keys: readonly string[]): void;
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

export interface SettingsStore {
  get(): Settings;
  set(change: Partial<Settings>): Settings;
}

/** An order that was sent, as it stands now. */
export interface FoundOrderRecord {
  readonly orderId: number;
  readonly orderKey: string;
  readonly wmsId: number | null;
  readonly state: JournalState;
  readonly at: number;
  /** Its first row, as Excel shows it; null where the batch's data was removed. */
  readonly row: number | null;
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
}

/** Counts of what is kept, for diagnostics: nothing of a customer. */
export interface StoreStatistics {
  /** Migrations that were applied. */
  readonly schema: number;
  readonly bytes: number;
  readonly batches: number;
  readonly removedBatches: number;
  readonly edits: number;
  readonly attempts: number;
  /** By state. */
  readonly revisions: Readonly<Record<string, number>>;
}

export interface Upkeep {
  /**
   * The time (ms since 1970-01-01Z) that this computer's clock has surely reached: one that it showed earlier, most of a
   * day before what it shows now. A clock that is wrong for an hour moves nothing. Null: it was not seen for so long.
   */
  trustedNow(): number | null;
  /**
   * Removes the batches that were not opened since `before` (ms since 1970-01-01Z) with their files, contents, edits and
   * answers; nothing of them is left in free pages or in the WAL. Returns how many. The ledger keeps its entries. What
   * crashes and repairs left since before then goes, too. Batches with an order that waits, or whose fate is not settled,
   * stay; those with orders that are ready stay, too, without `agreed`.
   */
  purge(before: number, agreed?: 'readyToo'): Promise<number>;
  /** The batches that only orders which are ready keep from being purged: a person decides. */
  expiredReady(before: number): readonly { readonly id: string; readonly fileName: string }[];
  /** Whether something of customers is left beside the database that a purge with the same `before` would remove. */
  hasLeftovers(before: number): boolean;
  statistics(): StoreStatistics;
}

/** Small secrets, already encrypted by the caller. */
export interface SecretStore {
  names(): readonly string[];
  get(key: string): Uint8Array | null;
  set(key: string, blob: Uint8Array): void;
  clear(key: string): void;
}

export interface Store {
  readonly homeDir: string;
  /** Notices about the store itself for the operator; each is returned once. */
  takeNotices(): readonly SendingNotice[];
  /** Whether the database is still to be checked, because a log was found beside it. */
  isFoundLogUnchecked(): boolean;
  /** Checks it (damage/whole-check.ts). @throws FailureError `store.damagedFound`: it is put in order at the next start */
  checkFoundLog(): void;
  /** The witness as it was read, from its beginning, while the database was checked; null: it was not, or was taken. */
  takeWitnessReadAhead(): WitnessContent | null;
  /** Who works here now: what is sent, settled and corrected is written down under this name. Null: nobody was chosen. */
  operator(): string | null;
  /** From now on this process acts for this operator (null: nobody), whoever is chosen in the window. */
  actAs(operator: string | null): void;
  /** Where the witness file belongs (main/sending/witness.ts). */
  readonly witnessPath: string;
  readonly batches: BatchStore;
  readonly edits: EditStore;
  readonly journal: Journal;
  readonly outcomes: OutcomeStore;
  readonly ledger: LedgerStore;
  readonly shops: ShopStore;
  readonly profiles: ProfileStore;
  readonly products: ProductStore;
  readonly settled: SettledStore;
  readonly orderNumbers: OrderNumberStore;
  readonly identities: IdentityStore;
  readonly alikeOrders: AlikeOrderStore;
  readonly sentChanges: SentChangeStore;
  readonly sameServers: SameServerStore;
  readonly sentOrders: SentOrderStore;
  readonly team: TeamHome;
  readonly watched: WatchedFileStore;
  readonly settings: SettingsStore;
  readonly secrets: SecretStore;
  readonly search: OrderSearch;
  readonly upkeep: Upkeep;
  close(): void;
}
