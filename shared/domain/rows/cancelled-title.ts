/** Finds the title above the headings that says that a whole table holds cancelled orders. */
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { Table } from '../table/table.ts';
import { isCancelledOrdersHeading } from './note-words.ts';

const mostTitleRows = 30;

/** The title above the headings that says that the table holds cancelled orders; null: none does. */
export function cancelledTitleOf(table: Table, { headerIndex }: ColumnPlan): string | null {
  let title: string | null = null;
  for (let index = 0; index < Math.min(headerIndex ?? 0, mostTitleRows); index++)
    table.forEachCell(index, (_column, _kind, text) => {
      if (isCancelledOrdersHeading(text)) title ??= text;
    });
  return title;
}
