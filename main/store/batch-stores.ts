/** Defines what is kept of the files that were opened, and of the edits of their orders. */
import type { CellPlaces } from '../../shared/domain/table/cell-places.ts';
import type { Choices } from '../../shared/domain/model/choices.ts';
import type { Edit } from '../../shared/domain/model/edits.ts';
import type { StateCounts } from '../../shared/domain/model/order-states.ts';
import type { RunServer } from '../../shared/domain/sending/run.ts';
import type { Result } from '../../shared/result.ts';
import type { StoredEdit, StoredHistory } from '../ports.ts';
import type { StayingOrder } from './sent-stores.ts';

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
  /** For the list of files; while a run is under way, and where its end was not written, the journal's states go before. */
  setCounts(batchId: string, counts: StateCounts): void;
  beginRun(batchId: string): void;
  endRun(batchId: string): void;
  /**
   * Removes the batch, its edits and its file. What the ledger needs stays. Fails with `batch.sending` while one of its
   * orders is under way.
   */
  remove(batchId: string): Promise<Result<null>>;
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
  /**
   * The batch's cells stand here from now on, and its decided columns and its edits follow: in force or undone are those
   * whose cells are read, with the addresses that these have now; the others wait until they are read again.
   */
  followReading(batchId: string, places: CellPlaces): void;
  /** All but those that a later one replaced, and where their cells stand. */
  history(batchId: string): StoredHistory;
  /** In order; undone ones can still be redone. */
  list(batchId: string): readonly StoredEdit[];
}

/** When an edit was made (ms since 1970), and by which operator; null: nobody was chosen. */
export interface EditMaking {
  readonly at: number;
  readonly operator: string | null;
}
