/** Formats numbers and dates for every screen: `54 310 000`, `24.11.2026 14:00` in Toshkent time. */

/** Asia/Tashkent has had +05:00 all year round since 1992 (docs/domain.md, decision 8). */
const TASHKENT_OFFSET = 5 * 3_600_000;
const NO_BREAK_SPACE = '\u00a0';

/** Whole numbers in groups of three, separated by a no-break space. */
export function formatCount(count: number): string {
  const digits = Math.abs(Math.round(count)).toString();
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, NO_BREAK_SPACE);
  return count < 0 ? `−${grouped}` : grouped;
}

/** `DD.MM.YYYY HH:MM` in Toshkent, from milliseconds since 1970. */
export function formatDateTime(at: number): string {
  const [date, time] = new Date(at + TASHKENT_OFFSET).toISOString().split('T') as [string, string];
  return `${date.split('-').toReversed().join('.')} ${time.slice(0, 5)}`;
}

/** `HH:MM` for a moment of today in Toshkent, else `DD.MM.YYYY HH:MM`. */
export function formatWhen(at: number, now: number): string {
  const text = formatDateTime(at);
  return text.slice(0, 10) === formatDateTime(now).slice(0, 10) ? text.slice(11) : text;
}
