/** Converts wall time of Asia/Tashkent: UTC+05:00 all year, no summer time (docs/domain.md, «Dates»). */

const offset = 5 * 3_600_000;
const dayMs = 86_400_000;

/** Milliseconds since 1970 → `YYYY-MM-DDTHH:mm:ss` in Tashkent time. */
export function localFromEpoch(epoch: number): string {
  return new Date(epoch + offset).toISOString().slice(0, 19);
}

/** Milliseconds since 1970 → `DD.MM.YYYY HH:MM` in Tashkent time. */
export function formatTashkentTime(at: number): string {
  const [date = '', time = ''] = localFromEpoch(at).split('T');
  return `${date.split('-').toReversed().join('.')} ${time.slice(0, 5)}`;
}

/** The same in UTC. */
export function formatUtcTime(at: number): string {
  return formatTashkentTime(at - offset);
}

/** Midnight of the day in Tashkent, its digits as UTC's: for cells that hold local time without a zone (Excel's dates). */
export function localMidnight(at: number): number {
  return Math.floor((at + offset) / dayMs) * dayMs;
}

/**
 * The instant of a delivery time as it was sent: under the rule «local clock with a Z» its digits are Tashkent time
 * (decision 8). NaN where the text is no time.
 */
export function epochFromSent(sent: string, clock: 'utc' | 'localWithZ'): number {
  return Date.parse(sent) - (clock === 'utc' ? 0 : offset);
}

/** Cache: a file has few days and many rows. */
const dayStarts = new Map<string, number>();
const mostDays = 5000;

function startOfDay(day: string): number {
  let start = dayStarts.get(day);
  if (start === undefined) {
    start = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) - offset;
    if (dayStarts.size >= mostDays) dayStarts.clear();
    dayStarts.set(day, start);
  }
  return start;
}

/** `YYYY-MM-DDTHH:mm:ss` in Tashkent time → milliseconds since 1970. */
export function epochFromLocal(local: string): number {
  const seconds = (Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16))) * 60 + Number(local.slice(17, 19));
  return startOfDay(local.slice(0, 10)) + seconds * 1000;
}

/** The same instant in UTC: `YYYY-MM-DDTHH:mm:ssZ` (decision 8). */
export function utcFromLocal(local: string): string {
  const hour = Number(local.slice(11, 13)) - offset / 3_600_000;
  // Fast path, on the same day: most deliveries are not at night.
  if (hour >= 0) return `${local.slice(0, 11)}${hour < 10 ? '0' : ''}${hour}${local.slice(13)}Z`;
  return `${new Date(epochFromLocal(local)).toISOString().slice(0, 19)}Z`;
}

/** The local time with a Z appended: what some servers mean by the API document's example (decision 8, by profile). */
export function localWithZ(local: string): string {
  return `${local}Z`;
}
