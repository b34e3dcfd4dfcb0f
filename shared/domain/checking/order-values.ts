/** Lists the values of a parsed order one by one, with the origin of each. */
import type { Field } from '../model/fields.ts';
import type { EditedTable } from '../table/edited-table.ts';
import type { ItemLine } from './item-lines.ts';
import type { OrderFieldValue } from './order-field.ts';
import type { FieldReaders } from './field-readers.ts';
import type { ParsedOrder } from './order-request.ts';

/** A value as sent, and where it comes from. */
export interface SentValue {
  readonly field: Field;
  /** Index of the item; null for order-level fields. */
  readonly item: number | null;
  /** Excel row and 0-based column; null: not from a cell. */
  readonly row: number | null;
  readonly column: number | null;
  readonly origin: 'cell' | 'inherited' | 'constant' | 'computed' | 'profile' | 'products';

  /** As it is sent; numbers in digits. */
  readonly text: string;
}

/** The order-level values by field; null where there is none. */
export function orderValuesOf(
  reading: ParsedOrder,
): Readonly<
  Record<
    | 'order_id'
    | 'scheduled_at'
    | 'fulfillment_status'
    | 'full_name'
    | 'phone'
    | 'address'
    | 'region'
    | 'country'
    | 'city'
    | 'zip',
    OrderFieldValue<string | number> | null
  >
> {
  const { orderId, delivery, fullName, phone, address, deliveryAddress } = reading;
  return {
    order_id: orderId,
    scheduled_at: delivery.scheduledAt,
    fulfillment_status: delivery.status,
    full_name: fullName,
    phone,
    address,
    region: deliveryAddress.region,
    country: deliveryAddress.country,
    city: deliveryAddress.city,
    zip: deliveryAddress.zip,
  };
}

/** The values of an item by field; null where there is none. */
export function itemValuesOf(line: ItemLine) {
  return {
    client_product_id: line.product,
    client_product_variation_id: line.variation,
    quantity: line.quantity,
    price: line.money.price,
    discount: line.money.discount,
    final_price: line.money.finalPrice,
  } as const;
}

/** All values in the API document's order; item values follow item by item. */
export function sentValues(reading: ParsedOrder, readers: FieldReaders, table: EditedTable): SentValue[] {
  const values: SentValue[] = [];
  for (const [field, found] of Object.entries(orderValuesOf(reading)) as [
    Exclude<Field, keyof ReturnType<typeof itemValuesOf>>,
    OrderFieldValue<string | number> | null,
  ][]) {
    if (found === null) continue;
    const row = found.index === null ? null : table.rowNumber(found.index);
    values.push({
      field,
      item: null,
      row,
      column: row === null ? null : readers[field].column,
      origin: found.origin,
      text: String(found.value),
    });
  }
  reading.lines.forEach((line, item) => {
    for (const [field, found] of Object.entries(itemValuesOf(line)) as [
      keyof ReturnType<typeof itemValuesOf>,
      ItemLine['product'],
    ][]) {
      if (found === null) continue;
      const fromCell = found.origin === 'cell';
      values.push({
        field,
        item,
        row: fromCell ? table.rowNumber(line.index) : null,
        column: fromCell ? readers[field].column : null,
        origin: found.origin,
        text: String(found.value),
      });
    }
  });
  return values;
}
