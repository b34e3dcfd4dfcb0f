/** Reads what the file says of an order now, for comparing it with what was sent (shared/domain/identity/changed-fields.ts). */
import type { CurrentContent, CurrentValue } from '../../shared/domain/identity/changed-fields.ts';
import type { FieldReader } from '../../shared/domain/checking/field-reader.ts';
import type { ItemLine } from '../../shared/domain/checking/item-lines.ts';
import { itemValuesOf, orderValuesOf } from '../../shared/domain/checking/order-values.ts';
import { orderFields, type Field, type ItemField } from '../../shared/domain/model/fields.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import { resolveRelativeDate } from '../../shared/domain/values/dates/relative-date.ts';
import type { BatchOrders } from './batch-orders.ts';

export function currentContent(orders: BatchOrders, entry: OrderEntry): CurrentContent {
  const { book, input } = orders;
  const { parsedOrder } = book.inspect(entry);
  const order = new Map<Field, CurrentValue>();
  for (const [field, found] of Object.entries(orderValuesOf(parsedOrder))) {
    const name = orderFields.find((one) => one === field);
    // The number is how the order is known; a shop's status moves on by itself.
    if (name === undefined || name === 'order_id') continue;
    if (name === 'fulfillment_status' && book.input.rules.status !== 'column') continue;
    const reader: FieldReader<unknown> = book.readers[name];
    if (reader.columns.length === 0) continue;
    const held = firstText(reader, entry.rows);
    const isRelative = name === 'scheduled_at' && resolveRelativeDate(held, input.now) !== undefined;
    if (found !== null) order.set(name, { text: String(found.value), said: found.index !== null && !isRelative });
    else order.set(name, { text: held === '' ? null : held, said: !isRelative });
  }
  const cancelled = book.cancelledStatusOf(entry);
  if (cancelled !== null) order.set('fulfillment_status', { text: cancelled, said: true });
  return { order, items: parsedOrder.lines.map((line) => itemOf(orders, line)) };
}

function itemOf({ book: { readers } }: BatchOrders, line: ItemLine): Partial<Record<ItemField, CurrentValue>> {
  const item: Partial<Record<ItemField, CurrentValue>> = {};
  for (const [field, found] of Object.entries(itemValuesOf(line)) as [
    keyof ReturnType<typeof itemValuesOf>,
    ItemLine['product'],
  ][]) {
    const reader: FieldReader<unknown> = readers[field];
    if (found !== null) item[field] = { text: String(found.value), said: found.origin === 'cell' };
    else if (reader.columns.length > 0) item[field] = { text: reader.text(line.index) || null, said: true };
  }
  if (item.client_product_id === undefined || item.client_product_id.text === null) {
    const named = [readers.product_code, readers.product_name].find(
      (reader) => reader.columns.length > 0 && reader.text(line.index) !== '',
    );
    item.client_product_id = { text: named?.text(line.index) ?? null, said: true };
  }
  return item;
}

function firstText(reader: FieldReader<unknown>, rows: readonly number[]): string {
  for (const index of rows) {
    const text = reader.text(index).trim();
    if (text !== '') return text;
  }
  return '';
}
