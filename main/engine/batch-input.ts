/** Defines what a batch is created from. */
import type { Choices } from '../../shared/domain/model/choices.ts';
import type { Issue } from '../../shared/domain/model/issues.ts';
import type { CellPlaces } from '../../shared/domain/table/cell-places.ts';
import type { EditedTable } from '../../shared/domain/table/edited-table.ts';
import type { Product } from '../../shared/domain/products/product.ts';
import type { AnsweredHeadings } from '../../shared/domain/orders/order-book.ts';
import type { Profile } from '../../shared/domain/model/profile.ts';
import type { Settled } from '../../shared/domain/model/settled.ts';
import type { ShopHints } from '../../shared/domain/shops/recognise-shop.ts';
import type { SheetFile } from '../../shared/domain/table/sheet-file.ts';
import type { KeyMaker } from '../platform/order-keys.ts';
import type { SendHistory, StoredEdit } from '../ports.ts';
import type { BatchOrders } from './batch-orders.ts';
import type { EditHistory } from './edits/edit-history.ts';
import type { FilePart } from './file-part.ts';

export interface BatchInput {
  readonly batchId: string;
  readonly fileName: string;
  readonly file: SheetFile;
  readonly part?: FilePart;
  /** Where the table's cells stand in the file; none: on its sheet. */
  readonly cellPlaces?: CellPlaces;
  /** For a batch that was open before: a version above its last one. */
  readonly firstVersion?: number;
  readonly choices?: Choices;
  /** Id of the shop whose orders these are; none: nobody said. */
  readonly shop?: string | null;
  /** What is asked where `shop` is null. */
  readonly shopHints?: ShopHints;
  readonly profile?: Profile | null;
  /** How the file differs from what its profile knows. */
  readonly profileIssues?: readonly Issue[];
  /** The stored history, undone edits too. */
  readonly edits?: readonly StoredEdit[];
  readonly sendHistory?: SendHistory;
  /** The product table of the shop on the server; none: every product is unmapped. */
  readonly products?: readonly Product[];
  /** What other shops' files answered for headings: it only orders what is offered. */
  readonly answeredElsewhere?: AnsweredHeadings;
  /** Product ids that the server has accepted; null: too few to say what is new. */
  readonly acceptedProducts?: ReadonlySet<number> | null;
  /** What was settled about the shop's files; none: nothing. */
  readonly settled?: Settled;
  /** Issues that are kept in memory (OrderBookInput); none: as many as are few. */
  readonly mostIssuesKept?: number;
  /** Makes the keys that orders are known by; none: nothing is known, and nothing kept. */
  readonly keyMaker?: KeyMaker;
  /** The first number of our own to offer: today's of this computer, free on the server; none: today's of no office. */
  readonly startNumber?: number;
  /** Milliseconds since 1970: dates are compared with it, relative ones resolved. */
  readonly now: number;
}

/** The parts of a batch that are built from its input. */
export interface BatchParts {
  readonly choices: Choices;
  readonly table: EditedTable;
  readonly history: EditHistory;
  readonly orders: BatchOrders;
}
