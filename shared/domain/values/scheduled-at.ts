/** Delivery dates (docs/domain.md, «Dates», decisions 7 to 10). */
import type { Cell } from '../table.ts';
import type { DateOrder } from './date-survey.ts';
import { blank, refusal, value, type Parsed } from './parsed.ts';

export interface DateOptions {
  /** The column's, from {@link surveyDates}. */
  readonly dateOrder: DateOrder;
  /** The workbook's date system (Table.date1904). */
  readonly date1904: boolean;
  /** HH:MM, for a date without a time. */
  readonly defaultTime: string;
  /** Milliseconds since 1970: past dates and those over a year ahead are warned of. */
  readonly today: number;
}

export interface LocalTime {
  /** `YYYY-MM-DDTHH:mm:ss` in Asia/Tashkent. */
  readonly local: string;
  /** False where the default time was taken. */
  readonly hadTime: boolean;
}

export function parseScheduledAt(cell: Cell, options: DateOptions): Parsed<LocalTime> {
  const text = cell.text.trim();
  if (text === '') return blank;
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: (\d\d:\d\d))?$/.exec(text);
  if (!match) return refusal('values.date-unreadable', { value: text });
  const [, day = '', month = '', year = '', time] = match;
  return value({ local: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time ?? options.defaultTime}:00`, hadTime: time !== undefined });
}
