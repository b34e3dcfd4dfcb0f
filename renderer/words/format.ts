/** Formats numbers and dates for every screen: `54 310 000`, `24.11.2026 14:00` in Toshkent time. */
import { formatTashkentTime } from '../../shared/domain/values/dates/tashkent-time.ts';

const NO_BREAK_SPACE = '\u00a0';

/** Whole numbers in groups of three, separated by a no-break space. */
export function formatCount(count: number): string {
  const digits = Math.abs(Math.round(count)).toString();
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, NO_BREAK_SPACE);
  return count < 0 ? `−${grouped}` : grouped;
}

/** `HH:MM` for a moment of today in Toshkent, else `DD.MM.YYYY HH:MM`. */
export function formatWhen(at: number, now: number): string {
  const text = formatTashkentTime(at);
  return text.slice(0, 10) === formatTashkentTime(now).slice(0, 10) ? text.slice(11) : text;
}
