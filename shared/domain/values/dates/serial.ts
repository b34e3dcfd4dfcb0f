/** Converts Excel's date serials: days since 1899-12-30, or since 1904-01-01 in the 1904 system. */

const epoch1900 = Date.UTC(1899, 11, 30);
const shift1904 = 1462;
const minutesPerDay = 1440;
const secondsPerDay = 86_400;

/** 1954-10-03 … 2064-04-08: a bare number outside is no delivery date (docs/domain.md, «Dates»). */
export const plausibleSerials = { from: 20_000, to: 60_000 } as const;
/** 9999-12-31. */
const largestSerial = 2_958_465;

/** Parses a serial (decimal point or comma). With four decimals (8.6 s) or fewer it is rounded to the minute: 45568.5833 is 14:00. */
export function parseSerial(text: string): number {
  const point = Math.max(text.indexOf('.'), text.indexOf(','));
  const serial = Number(text.replace(',', '.'));
  return point >= 0 && text.length - point > 5 ? serial : Math.round(serial * minutesPerDay) / minutesPerDay;
}

/** Converts a serial to the 1900 system. */
export function to1900Serial(serial: number, date1904: boolean): number {
  return date1904 ? serial + shift1904 : serial;
}

/**
 * Day 60 of the 1900 system is a 29 February 1900, which no calendar has: Excel took the mistake over from Lotus 1-2-3. Before
 * it the days are counted from 1899-12-31.
 */
const inventedDay = 60;
/** As Excel shows it. */
const inventedDate = '1900-02-29';

/** Cache: a file has few days and many rows. */
const dayTexts = new Map<number, string>();
const mostDays = 5000;

function dayText(day: number): string {
  let text = dayTexts.get(day);
  if (text === undefined) {
    const counted = day < inventedDay ? day + 1 : day;
    text =
      day === inventedDay
        ? inventedDate
        : new Date(epoch1900 + counted * secondsPerDay * 1000).toISOString().slice(0, 10);
    if (dayTexts.size >= mostDays) dayTexts.clear();
    dayTexts.set(day, text);
  }
  return text;
}

/**
 * The wall time of a serial (1900 system), `YYYY-MM-DDTHH:mm:ss`, rounded to the second (binary fractions are inexact);
 * undefined where it is outside Excel's calendar. See {@link isInventedDate}.
 */
export function localFromSerial(serial: number): string | undefined {
  if (!(serial >= 1 && serial < largestSerial + 1)) return undefined;
  const seconds = Math.round(serial * secondsPerDay);
  const inDay = seconds % secondsPerDay;
  const two = (number: number) => (number < 10 ? `0${number}` : String(number));
  const time = `${two(Math.floor(inDay / 3600))}:${two(Math.floor(inDay / 60) % 60)}:${two(inDay % 60)}`;
  return `${dayText((seconds - inDay) / secondsPerDay)}T${time}`;
}

/** Whether a wall time lies on the day that Excel shows and no calendar has. */
export function isInventedDate(local: string): boolean {
  return local.startsWith(inventedDate);
}
