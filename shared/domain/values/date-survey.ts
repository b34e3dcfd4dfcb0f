/** Whether a column writes its dates day first or month first: decided by the whole column, never by one cell. */
import type { Cell } from '../table.ts';

export type DateOrder = 'dayFirst' | 'monthFirst' | 'undecided';

/** Counts the evidence of a column's cells; a cell that changes is removed and added again. */
export class DateSurvey {
  dayFirst = 0;
  monthFirst = 0;

  add(cell: Cell): void {
    this.#count(cell, 1);
  }

  remove(cell: Cell): void {
    this.#count(cell, -1);
  }

  #count(cell: Cell, by: 1 | -1): void {
    const match = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)/.exec(cell.text);
    if (!match) return;
    if (Number(match[1]) > 12) this.dayFirst += by;
    else if (Number(match[2]) > 12) this.monthFirst += by;
  }

  /** `undecided` without evidence, or with evidence for both; such a column is read day first, as the country writes. */
  get order(): DateOrder {
    if (this.dayFirst > 0 === this.monthFirst > 0) return 'undecided';
    return this.dayFirst > 0 ? 'dayFirst' : 'monthFirst';
  }
}

export function surveyDates(cells: Iterable<Cell>): DateSurvey {
  const survey = new DateSurvey();
  for (const cell of cells) survey.add(cell);
  return survey;
}
