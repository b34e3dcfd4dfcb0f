/** Which of an order's rows are its items: not one that only heads them, nor a line of delivery. */
import { itemFields, lookupFields } from '../model/fields.ts';
import type { ProductTable } from '../products/product-table.ts';
import { namesDelivery } from '../values/delivery-words.ts';
import type { EditedTable } from '../table/edited-table.ts';
import type { FieldReaders } from './field-readers.ts';
import type { GroupedOrder } from './order-check.ts';

const itemColumnFields = [...itemFields, ...lookupFields] as const;

/**
 * Indices of rows that are a line of delivery beside the order's wares, and which the product table does not know as a
 * product: none where nothing else is ordered.
 */
export function feeRowsOf(
  { readers, products }: { readonly readers: FieldReaders; readonly products: ProductTable },
  rows: readonly number[],
): readonly number[] {
  const { product_name: name, product_code: code, client_product_id: id } = readers;
  if (name.column === null || rows.length < 2) return [];
  const fees = rows.filter((index) => {
    const text = name.text(index).trim();
    return (
      namesDelivery(text) &&
      id.read(index).kind === 'blank' &&
      code.read(index).kind === 'blank' &&
      products.find('name', text) === undefined &&
      products.find('code', text) === undefined
    );
  });
  return fees.length === rows.length ? [] : fees;
}

/**
 * Indices of the order's item rows: all rows, except a first row that holds only customer data and is followed by rows
 * that hold only items, and lines of delivery.
 */
export function itemRowsOf(
  context: { readonly readers: FieldReaders; readonly table: EditedTable; readonly products: ProductTable },
  order: Pick<GroupedOrder, 'rows' | 'continuedRows'>,
): readonly number[] {
  const fees = feeRowsOf(context, order.rows.active);
  const rows = rowsBelowHead(context, order);
  return fees.length === 0 ? rows : rows.filter((index) => !fees.includes(index));
}

function rowsBelowHead(
  { readers, table }: { readonly readers: FieldReaders; readonly table: EditedTable },
  { rows: { active }, continuedRows }: Pick<GroupedOrder, 'rows' | 'continuedRows'>,
): readonly number[] {
  const [first, ...others] = active;
  if (first === undefined || others.length === 0 || continuedRows.length !== others.length) return active;
  const isBlank = (index: number) =>
    itemColumnFields.every((field) =>
      readers[field].columns.every((column) => table.text(index, column).trim() === ''),
    );
  if (isBlank(first)) return others.every(isBlank) ? active : others;
  return isSumOf(readers, first, others) ? others : active;
}

/** Whether the row, without a product and a price, only says how many pieces the rows below it are together. */
function isSumOf({ quantity, ...readers }: FieldReaders, first: number, others: readonly number[]): boolean {
  const hasNone = itemColumnFields.every(
    (field) => field === 'quantity' || readers[field].columns.length === 0 || readers[field].text(first).trim() === '',
  );
  const countOf = (index: number): number => {
    const read = quantity.read(index);
    return read.kind === 'value' ? read.value : Number.NaN;
  };
  return hasNone && countOf(first) === others.reduce((sum, index) => sum + countOf(index), 0);
}
