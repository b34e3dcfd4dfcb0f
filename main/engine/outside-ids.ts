/** Reads the shop's ids of orders that get numbers of our own by them, and makes the keys of these ids (decision 11). */
import type { OrderBook } from '../../shared/domain/orders/order-book.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import { parseOutsideId } from '../../shared/domain/orders/own-order-numbers.ts';
import type { OrderRequest } from '../../shared/wms/order-create.ts';
import type { KeyMaker } from '../platform/order-keys.ts';
import type { BatchOrders } from './batch-orders.ts';

/** The order's id in the shop; null where its number is not ours by such an id. */
export function outsideIdOf({ readers, input }: OrderBook, { rows }: OrderEntry): string | null {
  if (input.rules.orderNumbers.kind !== 'own' || readers.order_id.columns.length === 0) return null;
  for (const index of rows) {
    const id = parseOutsideId(readers.order_id.cell(index));
    if (id.kind === 'value') return id.value;
  }
  return null;
}

/** The keys of the id of an order that goes out. */
export function outsideIdKeys(id: string, request: OrderRequest, keyMaker: KeyMaker): readonly string[] {
  return [keyMaker.ofOutsideId(id), keyMaker.ofOutsideGoods(id, request)];
}

/** By what an order of another time is known that had an id of its shop's: its content, and the id. */
export function keysWithOutsideId(orders: BatchOrders, entry: OrderEntry): readonly string[] {
  const { keyMaker } = orders.input;
  const id = outsideIdOf(orders.book, entry);
  return [...orders.contentKeysOf(entry), ...(id === null || keyMaker === null ? [] : [keyMaker.ofOutsideId(id)])];
}

/** By id the key of the id with its goods, of those orders with these ids that lack nothing but their number. */
export function outsideGoodsKeys(
  { book, input: { keyMaker } }: BatchOrders,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  if (keyMaker === null) return keys;
  for (const entry of book.entries()) {
    const id = entry.leftOut ? null : outsideIdOf(book, entry);
    const request = id !== null && ids.has(id) ? book.requestWithoutNumber(entry) : null;
    if (id !== null && request !== null) keys.set(id, keyMaker.ofOutsideGoods(id, request));
  }
  return keys;
}
