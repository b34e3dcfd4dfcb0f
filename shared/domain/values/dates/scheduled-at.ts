/** Parses delivery dates (docs/domain.md, «Dates», decisions 7 to 10). */
import type { Cell } from '../../table/table.ts';
import { excerpt, readCellContent } from '../cell-text.ts';
import type { ClockTime } from './clock-text.ts';
import type { DateOrder } from './date-survey.ts';
import { readDate, type DateText } from './date-text.ts';
import { isNear, nearestDay } from './near-day.ts';
import { noticeRemark, refusedCell, parsedValue, warningRemark, type Parsed, type ValueRemark } from '../parsed.ts';
import { isInventedDate, to1900Serial, localFromSerial, plausibleSerials, parseSerial } from './serial.ts';
import { resolveRelativeDate } from './relative-date.ts';
import { epochFromLocal, localFromEpoch } from './tashkent-time.ts';

export interface DateOptions {
  /** The column's date order, from {@link surveyDates}. */
  readonly dateOrder: DateOrder;
  /** Whether days without a year may be meant otherwise, from {@link ShortDaySurvey}: then they are refused. */
  readonly areShortDaysDoubtful: boolean;
  /** The workbook's date system (Table.date1904). */
  readonly date1904: boolean;
  /** HH:MM, for a date without a time. */
  readonly defaultTime: string;
  /** Milliseconds since 1970: dates in the past or over a year ahead give a warning. */
  readonly now: number;
}

export interface LocalTime {
  /** `YYYY-MM-DDTHH:mm:ss` in Asia/Tashkent. */
  readonly local: string;
  /** False where the default time was used. */
  readonly hadTime: boolean;
}

const yearMs = 366 * 86_400_000;
const years = { from: 1900, to: 2199 } as const;
const nothing: readonly ValueRemark[] = [];

/** Fast path for nearly every date of a workbook: there is nothing to clean. */
const usualSerial = /^\d{5}(?:\.\d+)?$/;

/** Reads all the forms of docs/domain.md, «Dates»; a time with a zone is converted to Tashkent time. */
export function parseScheduledAt(cell: Cell, options: DateOptions): Parsed<LocalTime> {
  const content =
    cell.kind === 'date' && usualSerial.test(cell.text)
      ? ({ kind: 'content', text: cell.text, remarks: nothing } as const)
      : readCellContent(cell, ['number', 'date']);
  if (content.kind !== 'content') return content;
  // A date cell at midnight has no time: that is how Excel and Calc store plain dates.
  const text = cell.kind === 'date' ? content.text.replace(/T00:00(?::00(?:\.0+)?)?$/, '') : content.text;
  const parsed = /^\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(text)
    ? fromNumber(cell, text, options)
    : fromText(text, options);
  if (parsed.kind !== 'value') return parsed;
  const meant = withYearMistyped(parsed.value, options.now);
  if (meant !== undefined) return refusedCell('values.dateYearAgo', { value: excerpt(content.text) }, meant);
  const said = timeRemarks(parsed.value, content.text, options.now);
  return said.length === 0 && content.remarks.length === 0
    ? parsed
    : parsedValue(parsed.value, ...content.remarks, ...parsed.remarks, ...said);
}

function fromNumber(cell: Cell, text: string, options: DateOptions): Parsed<LocalTime> {
  if (cell.kind === 'text' && (/^\d{1,2}[.,]\d{1,2}$/.test(text) || /^20\d{6}$/.test(text)))
    return fromText(text, options);
  const compact = text.length === 8 && /^20\d{6}$/.test(text) ? fromText(text, options) : undefined;
  if (compact?.kind === 'value') return compact;
  const serial = to1900Serial(parseSerial(text), options.date1904 && cell.kind !== 'text');
  const plausible = serial >= plausibleSerials.from && serial <= plausibleSerials.to;
  if (cell.kind === 'date' && serial < 1) return refusedCell('values.dateOnlyTime', { value: excerpt(text) });
  const local = plausible || cell.kind === 'date' ? localFromSerial(serial) : undefined;
  if (local === undefined || isInventedDate(local)) return refusedCell('values.dateNumber', { value: excerpt(text) });
  return local.endsWith('T00:00:00')
    ? parsedValue({ local: `${local.slice(0, 10)}T${options.defaultTime}:00`, hadTime: false })
    : parsedValue({ local, hadTime: true });
}

function fromText(text: string, options: DateOptions): Parsed<LocalTime> {
  const shown = { value: excerpt(text) };
  const read = readDate(text);
  switch (read.kind) {
    case 'date':
      return build(read, [], shown.value, options);
    case 'numeric':
      return inOrder(read, shown.value, options);
    case 'noYear':
      return withYear(read, shown.value, options);
    case 'onlyTime':
      return refusedCell('values.dateOnlyTime', shown);
    case 'relative':
      return refusedCell('values.dateRelative', shown, resolveRelativeDate(text, options.now));
    case 'dayPart':
      return refusedCell('values.dateDayPart', shown, withHour(fromText(read.day, options), read.time));
    case 'unreadable':
      return refusedCell('values.dateUnreadable', shown);
  }
}

/** The day that was read or is proposed, with another hour. */
function withHour(day: Parsed<LocalTime>, time: string): string | undefined {
  if (day.kind === 'refusal') return day.remark.suggestion && `${day.remark.suggestion.slice(0, 10)} ${time}`;
  if (day.kind !== 'value') return undefined;
  const [year, month, date] = day.value.local.slice(0, 10).split('-');
  return `${date}.${month}.${year} ${time}`;
}

function inOrder(
  { first, second, year, clock }: Extract<DateText, { kind: 'numeric' }>,
  shown: string,
  options: DateOptions,
): Parsed<LocalTime> {
  const monthFirst = options.dateOrder === 'monthFirst';
  const [day, month] = monthFirst ? [second, first] : [first, second];
  if (month > 12 && day <= 12 && isDay(year, day, month)) {
    // The column's order contradicts this cell, so it must be checked by a person.
    return refusedCell(
      'values.dateImpossible',
      { value: shown },
      `${spelled(month, day, year)}${clock ? ` ${timeOf(clock).slice(0, 5)}` : ''}`,
    );
  }
  // No `value` among the parameters, so that the question is asked once for the column.
  const open = options.dateOrder === 'undecided' && first <= 12 && second <= 12 && first !== second;
  return build(
    { day, month, year, clock },
    open ? [noticeRemark('values.dateOrder', { example: shown, read: spelled(day, month, year) })] : [],
    shown,
    options,
  );
}

interface Parts {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly clock: ClockTime | null;
}

function build(
  { day, month, year, clock }: Parts,
  remarks: readonly ValueRemark[],
  shown: string,
  options: DateOptions,
): Parsed<LocalTime> {
  if (!isDay(year, month, day)) return refusedCell('values.dateImpossible', { value: shown });
  const date = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
  // Accounting programs write days as «26.11.2026 0:00:00».
  if (!clock || /(?:^|\s)0?0:00:00$/.test(shown))
    return parsedValue({ local: `${date}T${options.defaultTime}:00`, hadTime: false }, ...remarks);
  const said = clock.isTimeWindow
    ? [...remarks, warningRemark('values.dateWindow', { value: shown, taken: timeOf(clock).slice(0, 5) })]
    : remarks;
  const local = `${date}T${timeOf(clock)}`;
  if (clock.zone === null) return parsedValue({ local, hadTime: true }, ...said);
  return parsedValue({ local: localFromEpoch(Date.parse(`${local}Z`) - clock.zone * 60_000), hadTime: true }, ...said);
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < years.from || year > years.to || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function timeRemarks({ local, hadTime }: LocalTime, text: string, today: number): readonly ValueRemark[] {
  const at = epochFromLocal(local);
  // Without a time the date is past once the day is over.
  const past = at < today && (hadTime || local.slice(0, 10) < localFromEpoch(today).slice(0, 10));
  const midnight = hadTime && local.endsWith('T00:00:00');
  if (!past && !midnight && at <= today + yearMs) return nothing;
  const shown = excerpt(text);
  const date = spelled(Number(local.slice(8, 10)), Number(local.slice(5, 7)), Number(local.slice(0, 4)));
  if (past) return [warningRemark('values.datePast', { value: shown, date })];
  return [
    warningRemark(midnight && at <= today + yearMs ? 'values.dateMidnight' : 'values.dateFar', { value: shown, date }),
  ];
}

/** A day that lies a year before one of so many coming days has a mistyped year. */
const soon = 31 * 86_400_000;

/** «01.12.2025» on 30 November 2026: the same day a year later, where that is today or soon; undefined where it is not. */
function withYearMistyped({ local, hadTime }: LocalTime, now: number): string | undefined {
  // Nearly every date ends here: what is to come is a year and more away a year later.
  if (epochFromLocal(local) > now) return undefined;
  const [year, month, day] = [local.slice(0, 4), local.slice(5, 7), local.slice(8, 10)].map(Number) as [
    number,
    number,
    number,
  ];
  const today = localFromEpoch(now).slice(0, 10);
  const later = `${year + 1}${local.slice(4)}`;
  if (later.slice(0, 10) < today || epochFromLocal(later) > now + soon || !isDay(year + 1, month, day))
    return undefined;
  return `${spelled(day, month, year + 1)}${hadTime ? ` ${local.slice(11, 16)}` : ''}`;
}

/** A day without a year is the nearest one, which is said; refused where that is far, or another order is as likely. */
function withYear(
  { first, second, parted, clock }: Extract<DateText, { kind: 'noYear' }>,
  shown: string,
  options: DateOptions,
): Parsed<LocalTime> {
  const isMonthFirst = parted === '/' && options.dateOrder === 'monthFirst';
  const [day, month] = isMonthFirst ? [second, first] : [first, second];
  const near = nearestDay(day, month, localFromEpoch(options.now).slice(0, 10));
  if (near === null) return refusedCell('values.dateWithoutYear', { value: shown });
  const read = spelled(near.day, near.month, near.year);
  // «10-12» may be hours.
  const isOpen = parted === '-' || (parted !== 'word' && !isMonthFirst && options.areShortDaysDoubtful);
  if (isOpen || !isNear(near))
    return refusedCell(
      'values.dateWithoutYear',
      { value: shown },
      `${read}${clock ? ` ${timeOf(clock).slice(0, 5)}` : ''}`,
    );
  // No `value` among the parameters, so that it is said once for the column.
  return build({ ...near, clock }, [noticeRemark('values.dateYearTaken', { example: shown, read })], shown, options);
}

function spelled(day: number, month: number, year: number): string {
  return `${twoDigits(day)}.${twoDigits(month)}.${year}`;
}

function timeOf({ hour, minute, second }: ClockTime): string {
  return `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
