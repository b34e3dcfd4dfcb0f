/** An order as the app understood it: the rows it comes from, the request it would send, and what is wrong with it. */
import type { Field } from './fields.ts';
import type { Issue } from './issues.ts';
import type { ReviewState } from './order-states.ts';
import type { OrderRequest } from '../wms/order-create.ts';

/** Where a sent value differs from what the cell holds, or comes from no cell at all. */
export interface ValueOrigin {
  readonly field: Field;
  /** Index of the item; null for order-level fields. */
  readonly item: number | null;
  /** Excel row and 0-based column; null where no cell gave the value. */
  readonly row: number | null;
  readonly column: number | null;
  readonly origin: 'cell' | 'inherited' | 'constant' | 'computed' | 'profile';
}

export interface Order {
  /** Identifies the order within its batch: the order id in decimal, or `row:<n>` where the id cannot be read. */
  readonly key: string;
  readonly orderId: number | null;
  /** Excel row of each item, in file order; `rows[i]` gave `order_items[i]`. */
  readonly rows: readonly number[];
  /** Present exactly where the order has no error. */
  readonly request: OrderRequest | null;
  readonly issues: readonly Issue[];
  readonly state: ReviewState;
  /** Sum of final price × quantity (per unit) or of final prices (per line), in so'm; 0 where it cannot be known. */
  readonly amount: number;
}
