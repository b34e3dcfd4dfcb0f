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
  readonly content: CurrentContent;
}

/** Null where nothing was accepted before. */
export function comparableOrder(orders: BatchOrders, entry: OrderEntry): ComparableOrder | null {
  const ledger = orders.earlierOf(entry);
  if (ledger?.state !== 'accepted') return null;
  return {
    orderId: ledger.orderId,
    wmsId: ledger.wmsId,
    row: orders.input.table.rowNumber(entry.rows[0] ?? 0),
    keys: [...orders.contentKeysOf(entry), ...(orders.book.cancelledStatusOf(entry) === null ? [] : [cancelledKey])],
    content: currentContent(orders, entry),
  };
}
