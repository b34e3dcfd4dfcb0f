/** Finds lists of products on the sheets beside the orders: what they say of a code or name is offered for it. */
import { interpretColumns } from '../columns/column-plan.ts';
import { noChoices } from '../model/choices.ts';
import type { ColumnField } from '../model/fields.ts';
import type { SheetPreview } from '../table/sheet-file.ts';
import type { Product } from './product.ts';
import { readProductSheet } from './product-sheet.ts';

/** Of an order: a sheet that names one of them lists no products. */
const ofOrders: readonly ColumnField[] = ['order_id', 'phone', 'address', 'scheduled_at', 'quantity'];

/** The products with their ids that the sheets list, of those that were looked into. */
export function productsBeside(sheets: readonly SheetPreview[]): readonly Product[] {
  return sheets.flatMap(({ table }) => {
    if (table === null) return [];
    const { mapping } = interpretColumns(table, noChoices);
    if (ofOrders.some((field) => mapping.columns[field] !== undefined)) return [];
    const read = readProductSheet(table);
    return read.ok ? read.value.products : [];
  });
}
