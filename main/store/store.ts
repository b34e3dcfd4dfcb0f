/** Defines the store: everything that a person or the network added, in one SQLite database and a folder of files. */
import type { SendingNotice } from '../../shared/domain/sending/run.ts';
import type { Settings } from '../../shared/domain/model/settings.ts';
import type { Journal, WitnessContent } from '../ports.ts';
import type { TeamHome } from '../platform/team-ports.ts';
import type { WatchedFileStore } from './watched-files.ts';
import type { BatchStore, EditStore } from './batch-stores.ts';
import type {
  SentChangeStore,
  LedgerStore,
  OutcomeStore,
  AlikeOrderStore,
  SameServerStore,
  SentOrderStore,
  OrderSearch,
} from './sent-stores.ts';
import type { ShopStore, ProfileStore, ProductStore, SettledStore } from './shop-stores.ts';
import type { OrderNumberStore, IdentityStore } from './number-stores.ts';

export interface SettingsStore {
  get(): Settings;
  set(change: Partial<Settings>): Settings;
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
