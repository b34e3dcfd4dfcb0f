/** Names the earlier sending of an order, and gives what of it is compared with what was sent. */
import type { CurrentContent } from '../../shared/domain/identity/changed-fields.ts';
import { cancelledKey } from '../../shared/domain/identity/order-keys.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import type { BatchOrders } from './batch-orders.ts';
import { currentContent } from './current-content.ts';

/** An order whose number the WMS accepted before, or that resembles such a one. */
export interface ComparableOrder {
  /** The number under which it was sent. */
  readonly orderId: number;
  readonly wmsId: number | null;
  /** Its first row as Excel shows it. */
  readonly row: number;
  /** By what it is known as the file has it. */
  readonly keys: readonly string[];
  /** Null: what was sent is not known, and nothing says that it differs. */
  readonly content: CurrentContent | null;
}

/** Null where nothing was accepted before, and it is not one of which everything was erased. */
export function comparableOrder(orders: BatchOrders, entry: OrderEntry): ComparableOrder | null {
  const ledger = orders.earlierOf(entry);
  const isErased = orders.mayBeErased(entry);
  if (ledger === undefined || (ledger.state !== 'accepted' && !isErased)) return null;
  return {
    orderId: ledger.orderId,
    wmsId: ledger.wmsId,
    row: orders.input.table.rowNumber(entry.rows[0] ?? 0),
    keys: [...orders.contentKeysOf(entry), ...(orders.book.cancelledStatusOf(entry) === null ? [] : [cancelledKey])],
    content: isErased ? null : currentContent(orders, entry),
  };
}
