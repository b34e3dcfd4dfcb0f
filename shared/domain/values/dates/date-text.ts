/** Parses dates written as text, before a column's date order is applied (docs/domain.md, «Dates»). */
import { readClock, type ClockTime } from './clock-text.ts';
import { monthOf, monthPattern } from './month-words.ts';
import { isRelativeDate, splitDayPart } from './relative-date.ts';

export type DateText =
  /** Order not known: `first` and `second` are day and month, or month and day. */
  | {
      readonly kind: 'numeric';
      readonly first: number;
      readonly second: number;
      readonly year: number;
      readonly clock: ClockTime | null;
    }
  | {
      readonly kind: 'date';
      readonly day: number;
      readonly month: number;
      readonly year: number;
      readonly clock: ClockTime | null;
    }
  | {
      readonly kind: 'noYear';
      readonly first: number;
      readonly second: number;
      /** What parts day and month: a month in a word comes second. */
      readonly parted: 'word' | '.' | '/' | '-';
      readonly clock: ClockTime | null;
    }
  | { readonly kind: 'onlyTime' }
  | { readonly kind: 'relative' }
  /** «03.12 утром»: a day with a part of the day; `day` is its text, `time` the hour that stands for it, HH:MM. */
  | { readonly kind: 'dayPart'; readonly day: string; readonly time: string }
  | { readonly kind: 'unreadable' };

const year = '(\\d{4}|\\d{2}(?!\\s*:|\\d))';
const yearWord = '(?:\\s*-?\\s*(?:г|год[ау]?|yil\\p{L}*|y|йил\\p{L}*|й)(?!\\p{L})\\.?)?';
const ordinal = '(?:-?(?:chi|чи|нчи|st|nd|rd|th|е|го|ое)(?!\\p{L}))?';
const iso = /(?<!\d)(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?!\d)/;
const compact = /^(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
/** With dots (or commas in their place) dates are always day first. */
const dotted = /(?<![\d.,:])(\d{1,2})(?:\s*([.,])\s*(\d{1,2})\s*\2\s*(\d{4})|\.(\d{1,2})\.(\d{2}))(?!\d|:)/;
const slashed = /(?<![\d:])(\d{1,2})(?:\s*([/-])\s*(\d{1,2})\s*\2\s*(\d{4})|([/-])(\d{1,2})\5(\d{2}))(?!\d|:)/;
const spaced = /^(\d{1,2}) (\d{1,2}) (\d{4})(?!\d|:)/;
const dayMonthYear = new RegExp(
  `(?<!\\d)(\\d{1,2})${ordinal}[\\s.,/-]*${monthPattern}[\\s.,/-]*(?:${year}${yearWord})`,
  'u',
);
const monthDayYear = new RegExp(`(?<!\\p{L})${monthPattern}\\.?\\s*(\\d{1,2})${ordinal},?\\s+(\\d{4})${yearWord}`, 'u');
const yearDayMonth = new RegExp(
  `(?<!\\d)(\\d{4})\\s*-?\\s*(?:yil|йил|y|й|г)?\\.?[\\s,-]*(\\d{1,2})${ordinal}[\\s-]*${monthPattern}`,
  'u',
);
const dayMonth = new RegExp(`(?<!\\d)(\\d{1,2})${ordinal}[\\s.-]*${monthPattern}\\.?`, 'u');
const shortDate = /^(\d{1,2})([./-])(\d{1,2})(?![\d:])\.?/;
/** «02.12», «2/12 10:00» at the beginning of a cell; no full date, and no span of hours («10-12»). */
const shortDay = /^\s*(\d{1,2})([./])(\d{1,2})(?![\d:]|[.,/]\d)/;

/** The two numbers of `a/b/yyyy` or `a-b-yyyy`, whose order the column decides; undefined for other texts. */
export function readSlashed(text: string): { readonly first: number; readonly second: number } | undefined {
  const found = slashed.exec(text);
  return found ? { first: Number(found[1]), second: Number(found[3] ?? found[6]) } : undefined;
}

/** The two numbers of a day without a year, and what parts them; undefined for other texts. */
export function readShort(
  text: string,
): { readonly first: number; readonly second: number; readonly parted: string } | undefined {
  const found = shortDay.exec(text);
  return found ? { first: Number(found[1]), second: Number(found[3]), parted: found[2] ?? '' } : undefined;
}

/** Fast path for most cells: `24.11.2026 14:00` and `2026-11-24T14:00:00`. */
const usualDots = /^(\d\d)\.(\d\d)\.(\d{4})(?: (\d\d):(\d\d)(?::(\d\d))?)?$/;
const usualIso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?$/;

function usualDate(text: string): DateText | undefined {
  const dots = usualDots.exec(text);
  const found = dots ?? usualIso.exec(text);
  if (!found) return undefined;
  const [, first, month, last, hours, minutes, seconds] = found;
  const clock =
    hours === undefined
      ? null
      : { hour: Number(hours), minute: Number(minutes), second: Number(seconds ?? 0), zone: null, isTimeWindow: false };
  if (clock && (clock.hour > 23 || clock.minute > 59 || clock.second > 59)) return { kind: 'unreadable' };
  return {
    kind: 'date',
    day: Number(dots ? first : last),
    month: Number(month),
    year: Number(dots ? last : first),
    clock,
  };
}

/** Parses a clean text. */
export function readDate(text: string): DateText {
  const usual = usualDate(text);
  if (usual) return usual;
  const lower = text.toLowerCase();
  const dated = fullDate(lower) ?? shortened(lower);
  return dated === undefined || dated.kind === 'unreadable' ? withoutDate(lower) : dated;
}

function fullDate(text: string): DateText | undefined {
  const found = iso.exec(text) ?? compact.exec(text);
  if (found) {
    const groups = found.length === 5 ? [found[1], found[3], found[4]] : found.slice(1);
    return withClock(text, found, (clock) => ({
      kind: 'date',
      year: Number(groups[0]),
      month: Number(groups[1]),
      day: Number(groups[2]),
      clock,
    }));
  }
  const withDots = dotted.exec(text) ?? spaced.exec(text);
  if (withDots) {
    const [, day, , month, longYear, otherMonth, shortYear] =
      withDots.length === 4 ? [withDots[0], withDots[1], '', withDots[2], withDots[3]] : withDots;
    return withClock(text, withDots, (clock) => ({
      kind: 'date',
      day: Number(day),
      month: Number(month ?? otherMonth),
      year: fullYear(longYear ?? shortYear),
      clock,
    }));
  }
  const withSlashes = slashed.exec(text);
  if (withSlashes) {
    const [, first, , second, longYear, , otherSecond, shortYear] = withSlashes;
    return withClock(text, withSlashes, (clock) => ({
      kind: 'numeric',
      first: Number(first),
      second: Number(second ?? otherSecond),
      year: fullYear(longYear ?? shortYear),
      clock,
    }));
  }
  return namedDate(text);
}

function namedDate(text: string): DateText | undefined {
  const yearFirst = yearDayMonth.exec(text);
  if (yearFirst) return named(text, yearFirst, yearFirst[2], yearFirst[3], yearFirst[1]);
  const dayFirst = dayMonthYear.exec(text);
  if (dayFirst) return named(text, dayFirst, dayFirst[1], dayFirst[2], dayFirst[3]);
  const monthFirst = monthDayYear.exec(text);
  return monthFirst ? named(text, monthFirst, monthFirst[2], monthFirst[1], monthFirst[3]) : undefined;
}

function named(
  text: string,
  found: RegExpExecArray,
  day: string | undefined,
  month: string | undefined,
  of: string | undefined,
): DateText {
  return withClock(text, found, (clock) => ({
    kind: 'date',
    day: Number(day),
    month: monthOf(month ?? '') ?? 0,
    year: fullYear(of),
    clock,
  }));
}

function shortened(text: string): DateText | undefined {
  const word = dayMonth.exec(text);
  if (word)
    return withClock(text, word, (clock) => ({
      kind: 'noYear',
      first: Number(word[1]),
      second: monthOf(word[2] ?? '') ?? 0,
      parted: 'word',
      clock,
    }));
  const numbers = shortDate.exec(text);
  if (!numbers || (Number(numbers[1]) > 12 && Number(numbers[3]) > 12)) return undefined;
  const sign = numbers[2];
  // «14.00», «10.30» are hours: with dots the day comes first.
  if (sign === '.' && (Number(numbers[3]) < 1 || Number(numbers[3]) > 12)) return undefined;
  const read = withClock(text, numbers, (clock) => ({
    kind: 'noYear',
    first: Number(numbers[1]),
    second: Number(numbers[3]),
    parted: sign === '/' || sign === '-' ? sign : '.',
    clock,
  }));
  return read.kind === 'unreadable' ? undefined : read;
}

function withoutDate(text: string): DateText {
  if (isRelativeDate(text)) return { kind: 'relative' };
  const parted = splitDayPart(text);
  if (parted) {
    const { kind } = readDate(parted.before);
    if (kind === 'date' || kind === 'numeric' || kind === 'noYear')
      return { kind: 'dayPart', day: parted.before, time: parted.time };
  }
  return readClock(text) ? { kind: 'onlyTime' } : { kind: 'unreadable' };
}

function withClock(text: string, found: RegExpExecArray, make: (clock: ClockTime | null) => DateText): DateText {
  const clock = readClock(`${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim());
  return clock === undefined ? { kind: 'unreadable' } : make(clock);
}

function fullYear(digits: string | undefined): number {
  return digits?.length === 2 ? 2000 + Number(digits) : Number(digits);
}
