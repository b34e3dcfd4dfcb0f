/** The days of a month, and a day as people write it. */
import { localFromEpoch } from '../../../shared/domain/values/dates/tashkent-time.ts';

/** Days in Tashkent as YYYY-MM-DD, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** From the first of the month until today. */
export function thisMonth(now = Date.now()): Period {
  const to = localFromEpoch(now).slice(0, 10);
  return { from: `${to.slice(0, 8)}01`, to };
}

/** The whole month before (-1) or after (1) the one that a day is in; of the month of today its days so far. */
export function monthBeside(day: string, step: -1 | 1, now = Date.now()): Period {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const dayAt = (months: number, date: number): string =>
    new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10);
  const wanted = { from: dayAt(step, 1), to: dayAt(step + 1, 0) };
  const current = thisMonth(now);
  return wanted.from === current.from ? current : wanted;
}

/** A day as people write it: 24.11.2026. */
export function shownDay(day: string): string {
  return day.split('-').toReversed().join('.');
}

/** The day that is written as 24.11.2026, 4/1/2026 (the day first) or 2026-11-24; null: it is none. */
export function dayOf(text: string): string | null {
  const local = /^\s*(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4})\s*$/u.exec(text);
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/u.exec(text);
  const [year, month, date] = local ? [local[3], local[2], local[1]] : [iso?.[1], iso?.[2], iso?.[3]];
  if (year === undefined || month === undefined || date === undefined) return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : day;
}
