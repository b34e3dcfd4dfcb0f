/** Checks orders whose number stands on several sheets that are read as one (docs/domain.md, «Several sheets as one list»). */
import type { Fix } from '../model/issues.ts';
import { rowNames, sheetPlaceOf } from '../model/sheet-rows.ts';
import type { EditedTable } from '../table/edited-table.ts';
import type { FieldReaders } from './field-readers.ts';
import type { IssueCollector } from './issue-collector.ts';

/** Whether the rows (indices) stand on more than one of the sheets that are read as one. */
export function isOnSeveralSheets(table: EditedTable, rows: readonly number[]): boolean {
  const [first] = rows;
  return first !== undefined && rows.some((index) => !table.areOnOneSheet(first, index));
}

/**
 * A number that stands on several sheets, of one customer: an order that was moved to another day, or another one where
 * numbers begin anew. It never goes out as one with the wares of both.
 */
export function checkSheets(
  { order_id: { column } }: FieldReaders,
  table: EditedTable,
  rows: readonly number[],
  collector: IssueCollector,
): void {
  if (column === null || !isOnSeveralSheets(table, rows)) return;
  collector.offersNoCommonValue = true;
  const numbers = rows.map((index) => table.rowNumber(index));
  const lastSheet = sheetPlaceOf(numbers.at(-1) ?? 0);
  const later = numbers.filter((row) => sheetPlaceOf(row) === lastSheet);
  const earlier = numbers.filter((row) => sheetPlaceOf(row) !== lastSheet);
  const fix: Fix = { kind: 'leaveRowsOut', rows: earlier };
  const answers: Fix[] = [fix, { kind: 'giveNumber', rows: later, column }, { kind: 'leaveRowsOut', rows: later }];
  collector.addForRow(
    rows.at(-1) ?? 0,
    column,
    'error',
    'orders.numberOnSheets',
    { number: collector.orderId, rows: rowNames(table.file.sheetNames, numbers.slice(0, 10)) },
    { field: 'order_id', fix, answers: answers.map((one) => ({ fix: one })) },
  );
}
