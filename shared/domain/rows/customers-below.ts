/** Tells a sheet where an order's number stands in its first row, and the customer in a row below it. */
import type { FieldReaders } from '../checking/field-readers.ts';
import type { Table } from '../table/table.ts';

/** Rows looked at; most sheets show in the first one that they are none. */
const mostRows = 500;
const fewestOrders = 2;

/**
 * Whether no row has a number and a customer, and each number has exactly one row with a customer before the next one: then
 * such a row goes on with the order above, whatever the orders are.
 */
export function areCustomersBelow(table: Table, readers: FieldReaders, firstDataIndex: number): boolean {
  const { column } = readers.order_id;
  const personal = [...readers.full_name.columns, ...readers.phone.columns, ...readers.address.columns];
  if (column === null || personal.length === 0) return false;
  let orders = 0;
  let customers = 0;
  for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + mostRows); index++) {
    const hasNumber = /\d/.test(table.text(index, column));
    const hasCustomer = personal.some((one) => table.text(index, one).trim() !== '');
    if (hasNumber && (hasCustomer || (orders > 0 && customers !== 1))) return false;
    if (hasNumber) [orders, customers] = [orders + 1, 0];
    else if (hasCustomer && orders === 0) return false;
    else if (hasCustomer) customers++;
  }
  return orders >= fewestOrders && customers === 1;
}
