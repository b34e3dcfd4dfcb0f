/** Which of an order's rows are its items: not one that only heads them. */
import { itemFields, lookupFields } from '../model/fields.ts';
import type { EditedTable } from '../table/edited-table.ts';
import type { FieldReaders } from './field-readers.ts';
import type { GroupedOrder } from './order-check.ts';

const itemColumnFields = [...itemFields, ...lookupFields] as const;

/**
 * Indices of the order's item rows: all rows, except a first row that holds only customer data and is followed by rows
 * that hold only items.
 */
export function itemRowsOf(
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
