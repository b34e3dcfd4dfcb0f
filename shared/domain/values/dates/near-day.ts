/**
 * Days that are written without a year («02.12», «2 декабря»): the nearest such day is meant, as long as it is near, and
 * nothing in the column speaks for another order of day and month (docs/domain.md, «Dates»; own judgement).
 */
import type { Cell } from '../../table/table.ts';
import { readShort } from './date-text.ts';

export interface NearDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Days from today on; negative: so many days ago. */
  readonly ahead: number;
}

/** So far from today nobody leaves the year out without thinking of it. */
const mostBack = 31;
const mostAhead = 62;
/** A day that lies so many days ahead is a usual day of delivery. */
const usualAhead = 31;
/** One cell of so many that is no day may be a slip. */
const fewestNoDays = 5;
const dayMs = 86_400_000;

/** The nearest day with this number and month; null: no year near has one (31.02, 29.02). @param today `YYYY-MM-DD` */
export function nearestDay(day: number, month: number, today: string): NearDay | null {
  const [now, thisYear] = [Date.parse(today), Number(today.slice(0, 4))];
  let nearest: NearDay | null = null;
  for (const year of [thisYear, thisYear + 1, thisYear - 1]) {
    const at = new Date(Date.UTC(year, month - 1, day));
    if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) continue;
    const ahead = Math.round((at.getTime() - now) / dayMs);
    if (nearest === null || Math.abs(ahead) < Math.abs(nearest.ahead)) nearest = { year, month, day, ahead };
  }
  return nearest;
}

/** Whether its year goes without saying. */
export function isNear({ ahead }: NearDay): boolean {
  return ahead >= -mostBack && ahead <= mostAhead;
}

/** Whether a column's days without a year can be read; a changed cell is removed and added again. */
export class ShortDaySurvey {
  readonly #today: string;
  /** Cells that are a usual day of delivery with the day first alone, or can only be so («25.12»). */
  #dayFirst = 0;
  /** Cells that would be one, or a sooner one, with the month first («12.01» on 30 November). */
  #monthFirst = 0;
  /** Cells that are no days: rather hours («10.30», «14.00»), or the month first. */
  #noDays = 0;
  #cells = 0;

  /** @param today `YYYY-MM-DD` */
  constructor(today: string) {
    this.#today = today;
  }

  add(cell: Cell): void {
    this.#count(cell, 1);
  }

  remove(cell: Cell): void {
    this.#count(cell, -1);
  }

  #count(cell: Cell, by: 1 | -1): void {
    const short = cell.kind === 'text' ? readShort(cell.text) : undefined;
    if (short === undefined) return;
    this.#cells += by;
    if (short.first === short.second) return;
    const [dayFirst, monthFirst] = [this.#usual(short.first, short.second), this.#usual(short.second, short.first)];
    if (short.second < 1 || short.second > 12) this.#noDays += by;
    else if (short.first > 12) this.#dayFirst += by;
    else if (monthFirst !== null && (dayFirst === null || monthFirst < dayFirst)) this.#monthFirst += by;
    else if (dayFirst !== null && monthFirst === null) this.#dayFirst += by;
  }

  /** Days ahead; null: no usual day of delivery. */
  #usual(day: number, month: number): number | null {
    const ahead = nearestDay(day, month, this.#today)?.ahead ?? -1;
    return ahead >= 0 && ahead <= usualAhead ? ahead : null;
  }

  /** Whether the days may be meant otherwise, month first or as something else: then no cell is read. */
  get isDoubtful(): boolean {
    return this.#noDays * fewestNoDays > this.#cells || (this.#monthFirst + this.#noDays > 0 && this.#dayFirst === 0);
  }
}
