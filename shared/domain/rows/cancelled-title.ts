/**
 * Finds the titles above the headings that say that a whole table holds cancelled orders, or ones that are done, and the
 * sheets whose names say that theirs are cancelled.
 */
import type { ColumnPlan } from '../columns/column-plan.ts';
import { sheetPlaceOf } from '../model/sheet-rows.ts';
import type { Table } from '../table/table.ts';
import { isCancelledOrdersHeading, isDoneOrdersHeading, isNameOfCancelled } from './note-words.ts';

const mostTitleRows = 30;
/** «Отгружено со склада: 12» tells of something else. */
const saysMore = /:/u;

/** The titles of a table, or of each of the sheets that are read as one. */
export class CancelledTitles {
  readonly #table: Table;
  readonly #titles: readonly (string | null)[];

  constructor(table: Table, { headerIndex }: ColumnPlan) {
    this.#table = table;
    const sheets = table.stacked.length > 0 ? table.stacked : [{ name: table.sheet, firstIndex: 0, firstDataIndex: 0 }];
    this.#titles = sheets.map(({ name, firstIndex, firstDataIndex }, place) => {
      const end = place === 0 ? (headerIndex ?? 0) : firstDataIndex;
      return titleOf(table, firstIndex, end) ?? (isNameOfCancelled(name) ? name : null);
    });
  }

  /** The title that says it of the row at `index`; null: none does. */
  at(index: number): string | null {
    return this.#titles[this.#titles.length > 1 ? sheetPlaceOf(this.#table.rowNumber(index)) : 0] ?? null;
  }
}

function titleOf(table: Table, from: number, end: number): string | null {
  let title: string | null = null;
  for (let index = from; index < Math.min(end, from + mostTitleRows); index++)
    table.forEachCell(index, (_column, _kind, text) => {
      if (isCancelledOrdersHeading(text) || (isDoneOrdersHeading(text) && !saysMore.test(text))) title ??= text;
    });
  return title;
}
