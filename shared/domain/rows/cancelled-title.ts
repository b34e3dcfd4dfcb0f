/**
 * Finds the titles above the headings that say that a whole table holds cancelled orders, or ones that are done, and the
 * sheets whose names say that theirs are cancelled.
 */
import type { ColumnPlan } from '../columns/column-plan.ts';
import { sheetPlaceOf } from '../model/sheet-rows.ts';
import type { Table } from '../table/table.ts';
import { isNameOfCancelled } from './note-words.ts';
import type { SectionHead } from './row-groups.ts';
import { titleSays } from './section-heads.ts';

const mostTitleRows = 30;
/** «Отгружено со склада: 12» tells of something else. */
const saysMore = /:/u;

/** The titles of a table, or of each of the sheets that are read as one. */
export class CancelledTitles {
  readonly #table: Table;
  readonly #titles: readonly (SectionHead | null)[];

  constructor(table: Table, { headerIndex }: ColumnPlan) {
    this.#table = table;
    const sheets = table.stacked.length > 0 ? table.stacked : [{ name: table.sheet, firstIndex: 0, firstDataIndex: 0 }];
    this.#titles = sheets.map(({ name, firstIndex, firstDataIndex }, place) => {
      const end = place === 0 ? (headerIndex ?? 0) : firstDataIndex;
      return titleOf(table, firstIndex, end) ?? (isNameOfCancelled(name) ? headOf(name, 'cancelled') : null);
    });
  }

  /** The title that says it of the row at `index`; null: none does. */
  at(index: number): SectionHead | null {
    return this.#titles[this.#titles.length > 1 ? sheetPlaceOf(this.#table.rowNumber(index)) : 0] ?? null;
  }
}

function headOf(text: string, says: SectionHead['says']): SectionHead {
  return { text, says, isUnknown: false };
}

function titleOf(table: Table, from: number, end: number): SectionHead | null {
  let title: SectionHead | null = null;
  for (let index = from; index < Math.min(end, from + mostTitleRows); index++)
    table.forEachCell(index, (_column, _kind, text) => {
      const says = titleSays(text);
      if (says === 'cancelled' || (says === 'done' && !saysMore.test(text))) title ??= headOf(text, says);
    });
  return title;
}
