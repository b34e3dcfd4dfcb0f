/** Finds the title above the headings that says that a whole table holds cancelled orders, or ones that are done. */
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { Table } from '../table/table.ts';
import { isCancelledOrdersHeading, isDoneOrdersHeading } from './note-words.ts';

const mostTitleRows = 30;
/** «Отгружено со склада: 12» tells of something else. */
const saysMore = /:/u;

/** The title above the headings that says that the table holds cancelled or done orders; null: none does. */
export function cancelledTitleOf(table: Table, { headerIndex }: ColumnPlan): string | null {
  let title: string | null = null;
  for (let index = 0; index < Math.min(headerIndex ?? 0, mostTitleRows); index++)
    table.forEachCell(index, (_column, _kind, text) => {
      if (isCancelledOrdersHeading(text) || (isDoneOrdersHeading(text) && !saysMore.test(text))) title ??= text;
    });
  return title;
}
