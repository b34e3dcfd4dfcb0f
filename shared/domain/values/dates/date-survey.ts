/** Surveys whether a column writes dates day first or month first: decided by the whole column, never by one cell. */
import type { Cell } from '../../table/table.ts';
import { readShort, readSlashed } from './date-text.ts';

export type DateOrder = 'dayFirst' | 'monthFirst' | 'undecided';

/** Counts a column's cells by what they prove; a changed cell is removed and added again. */
export class DateSurvey {
  /** Cells that can only be day first (25/12/2026), and only month first (12/25/2026). */
  dayFirst = 0;
  monthFirst = 0;
  /** Cells that may be either (3/4/2026). */
  ambiguous = 0;

  add(cell: Cell): void {
    this.#count(cell, 1);
  }

  remove(cell: Cell): void {
    this.#count(cell, -1);
  }

  #count(cell: Cell, by: 1 | -1): void {
    const numbers = cell.kind === 'text' ? readSlashed(cell.text) : undefined;
    if (!numbers) return this.#countShort(cell, by);
    if (numbers.first > 12 && numbers.second <= 12) this.dayFirst += by;
    else if (numbers.second > 12 && numbers.first <= 12) this.monthFirst += by;
    else if (numbers.first <= 12 && numbers.second <= 12 && numbers.first !== numbers.second) this.ambiguous += by;
  }

  /** «25/12» proves an order as well; what may be either is decided by which day is near (near-day.ts). */
  #countShort(cell: Cell, by: 1 | -1): void {
    const short = cell.kind === 'text' ? readShort(cell.text) : undefined;
    if (short?.parted !== '/') return;
    if (short.first > 12 && short.first <= 31 && short.second <= 12) this.dayFirst += by;
    else if (short.second > 12 && short.second <= 31 && short.first <= 12) this.monthFirst += by;
  }

  /** `undecided` where no cell proves an order, or both are proven; such a column is read day first, the country's usage. */
  get order(): DateOrder {
    if (this.dayFirst > 0 === this.monthFirst > 0) return 'undecided';
    return this.dayFirst > 0 ? 'dayFirst' : 'monthFirst';
  }
}

/** Surveys a whole column. */
export function surveyDates(cells: Iterable<Cell>): DateSurvey {
  const survey = new DateSurvey();
  for (const cell of cells) survey.add(cell);
  return survey;
}
