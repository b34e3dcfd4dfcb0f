/**
 * Finds the days of delivery that stand beside the orders instead of in a column: in a title, in the sheet's name, in
 * lines between the orders, signed below them (docs/domain.md, «Dates»). Looks at the file as it was read.
 */
import { interpretColumns, type ColumnPlan } from '../columns/column-plan.ts';
import type { KnownGoods } from '../columns/ware-heading.ts';
import type { Choices } from '../model/choices.ts';
import type { Profile } from '../model/profile.ts';
import type { Rules } from '../model/rules.ts';
import type { SettledHeading } from '../model/settled.ts';
import { ColumnValues } from '../columns/column-values.ts';
import { readHeading } from '../columns/name-match.ts';
import type { Cell, Table } from '../table/table.ts';
import { cleanText } from '../values/clean-text.ts';
import { readClock } from '../values/dates/clock-text.ts';
import { readDate } from '../values/dates/date-text.ts';
import { monthPattern } from '../values/dates/month-words.ts';
import { localFromSerial, parseSerial, plausibleSerials, to1900Serial } from '../values/dates/serial.ts';
import { localFromEpoch } from '../values/dates/tashkent-time.ts';

/** A day, an hour, or both, as a line says them. */
interface Said {
  /** `YYYY-MM-DD`; null: only an hour. */
  readonly day: string | null;
  /** `HH:MM` */
  readonly clock: string | null;
  readonly text: string;
  /** Whether its words say what the day is for: «Dostavka 03.12», «Заказы на 3 декабря». */
  readonly isOfDelivery: boolean;
}

export interface StandingDays {
  /** The line that says it, as an example. */
  readonly example: string;
  /** Whether the sheet says that they are the days of delivery, so that nobody need be asked. */
  readonly isSure: boolean;
  /** Whether two places say so, one of them in words of delivering. */
  readonly isCertain: boolean;
  /** The day that holds for the row, and the hour where one stands beside it, as a date cell would say it; null: none. */
  at(index: number): { readonly day: string; readonly clock: string | null } | null;
}

/** Rows above the headings, and below the orders, that are looked at. */
const mostTitleRows = 30;
const longestLine = 120;

const numeric = /(?<![\d.,])(\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}(?!\d))/u;
const named = new RegExp(
  `(?<!\\d)(\\d{4}\\s*-?\\s*(?:yil|йил)\\s+\\d{1,2}[\\s-]*${monthPattern}|\\d{1,2}(?:\\s*-?\\s*(?:chi|чи|е|го))?[\\s-]*${monthPattern}(?:[\\s,-]*\\d{4}(?!\\d))?)`,
  'iu',
);
const dayAndMonth = /(?<![\d.,:])(\d{1,2}\.\d{2})(?![\d.:])/u;
/** «30.11.2026 – 06.12.2026», «с 30 ноября по 6 декабря», «1–6 декабря»: several days, of which none holds for all. */
const monthNumber = '(?:0?[1-9]|1[0-2])(?!\\d)';
const spanOfDays = new RegExp(
  `(?<![\\d.:])\\d{1,2}(?:[./]${monthNumber}(?:[./]\\d{2,4})?|[\\s-]*${monthPattern}(?:\\s*\\d{4})?)(?:\\s*г\\.?)?` +
    `\\s*(?:[-–—]|по|до|dan|дан)\\s*\\d{1,2}(?:[./]${monthNumber}(?!:)|[\\s-]*${monthPattern})` +
    `|(?<![\\d.:])\\d{1,2}[-–—]\\d{1,2}\\s*${monthPattern}`,
  'iu',
);
const clockInText = /(?<![\d.:])((?:[01]?\d|2[0-3]):[0-5]\d(?:\s*[-–—]\s*(?:[01]?\d|2[0-3]):[0-5]\d)?)(?![\d:])/u;
/** Days of other things: when the list was made, of a contract, of a bill. */
const otherDay =
  /созда|сформир|состав|печат|tuzil|yaratil|chop et|тузил|яратил|договор|shartnoma|шартнома|created|printed|invoice|счет|накладн|период|davr|отчет|hisobot/iu;
/** «на 3 декабря», «3-dekabr uchun», «03.12.2026 ga» */
const forDay = /(?<!\p{L})на\s+(?:\p{L}+\s*,?\s+)?\d|\d\S*(?:\s*\p{L}{3,12})?\s*(?:uchun|учун|ga|га)(?!\p{L})/iu;
const delivery = /достав|отгруз|привез|yetkaz|етказ|deliver|ship|kuni|кун[иу]/iu;

/** @param now milliseconds since 1970 @param mostRows rows looked at from the first on; the lines below count always */
export function findStandingDays(
  table: Table,
  plan: Pick<ColumnPlan, 'headerIndex' | 'firstDataIndex' | 'columns'>,
  now: number,
  mostRows = Number.POSITIVE_INFINITY,
): StandingDays | null {
  const today = localFromEpoch(now).slice(0, 10);
  const { firstDataIndex } = plan;
  const first = { name: table.sheet, firstIndex: 0, titlesEnd: plan.headerIndex ?? 0, firstDataIndex };
  if (table.stacked.length === 0) return daysOfSheet(table, { ...first, end: table.rowCount }, today, mostRows);
  return ofEachSheet(
    table.stacked.map((sheet, at) =>
      daysOfSheet(
        table,
        {
          ...(at === 0 ? first : { ...sheet, titlesEnd: sheet.firstDataIndex }),
          end: table.stacked[at + 1]?.firstIndex ?? table.rowCount,
        },
        today,
        mostRows,
      ),
    ),
    table,
  );
}

/** Each sheet has its own day. */
function ofEachSheet(days: readonly (StandingDays | null)[], { stacked }: Table): StandingDays | null {
  const first = days.find((found) => found !== null);
  if (first === undefined) return null;
  return {
    example: first.example,
    isSure: days.every((found) => found === null || found.isSure),
    isCertain: days.every((found) => found?.isCertain === true),
    at: (index) => days[stacked.findLastIndex(({ firstIndex }) => firstIndex <= index)]?.at(index) ?? null,
  };
}

/** Rows of one sheet in the table, by their indices. */
interface SheetRows {
  readonly name: string;
  readonly firstIndex: number;
  /** Index behind the rows above its headings. */
  readonly titlesEnd: number;
  readonly firstDataIndex: number;
  /** Index behind its last row. */
  readonly end: number;
}

function daysOfSheet(
  table: Table,
  { name, firstIndex, titlesEnd, firstDataIndex, end: sheetEnd }: SheetRows,
  today: string,
  mostRows: number,
): StandingDays | null {
  const titles: Said[] = [];
  for (let index = firstIndex; index < Math.min(titlesEnd, firstIndex + mostTitleRows); index++)
    table.forEachCell(index, (_column, kind, text) => titles.push(...sayingOf(kind, text, table.date1904, today)));
  titles.push(...sayingOf('text', name, false, today));
  const lines: { readonly index: number; readonly said: Said }[] = [];
  let lastOrder = firstDataIndex - 1;
  const end = Math.min(sheetEnd, firstDataIndex + mostRows);
  const looked = new Set<number>();
  const look = (index: number): void => {
    if (looked.has(index)) return;
    looked.add(index);
    const said = lineOf(table, index, today);
    if (said === null) lastOrder = Math.max(lastOrder, index);
    else if (said !== 'other') lines.push({ index, said });
  };
  for (let index = firstDataIndex; index < end; index++) look(index);
  for (let index = Math.max(firstDataIndex, sheetEnd - mostTitleRows); index < sheetEnd; index++) look(index);
  const between = lines.filter(({ index }) => index < lastOrder);
  const around = [...titles, ...lines.filter(({ index }) => index > lastOrder).map(({ said }) => said)];
  return between.some(({ said }) => said.day !== null)
    ? bySection(between, sheetEnd)
    : forAll(around, between, sheetEnd);
}

type Lines = readonly { readonly index: number; readonly said: Said }[];

/** Every line heads the rows below it. */
function bySection(lines: Lines, rowCount: number): StandingDays {
  const days = lines.filter(({ said }) => said.day !== null);
  return {
    example: days[0]?.said.text ?? '',
    isSure: days.every(({ said }) => said.isOfDelivery),
    isCertain: false,
    at(index) {
      if (index >= rowCount) return null;
      const above = lines.slice(0, firstAfter(lines, index));
      const day = above.findLast(({ said }) => said.day !== null)?.said;
      const clock = above.at(-1)?.said.clock ?? day?.clock ?? null;
      return day?.day == null ? null : { day: day.day, clock };
    },
  };
}

/** One day for the whole sheet (its rows end at `rowCount`); lines between the orders may say the hour. */
function forAll(said: readonly Said[], hours: Lines, rowCount: number): StandingDays | null {
  const days = new Set(said.flatMap(({ day }) => day ?? []));
  const [day] = days;
  const own = said.find((one) => one.day !== null);
  const [isTwice, isOfDelivery] = [
    said.filter((one) => one.day !== null).length > 1,
    said.some((one) => one.day !== null && one.isOfDelivery),
  ];
  if (day === undefined || days.size > 1 || own === undefined) return null;
  return {
    example: own.text,
    isSure: isTwice || isOfDelivery,
    isCertain: isTwice && isOfDelivery,
    at(index) {
      if (index >= rowCount) return null;
      const hour = hours[firstAfter(hours, index) - 1]?.said.clock;
      return { day, clock: hour ?? own.clock };
    },
  };
}

/** Position of the first line below the row; the lines are in order. */
function firstAfter(lines: Lines, index: number): number {
  let [from, to] = [0, lines.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((lines[middle]?.index ?? 0) < index) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** What a line of one or two cells says; `other`: a line that says no day, or is blank; null: an order's row. */
function lineOf(table: Table, index: number, today: string): Said | 'other' | null {
  let filled = 0;
  const said: Said[] = [];
  let isLong = false;
  table.forEachCell(index, (_column, kind, text) => {
    if (kind === 'empty' || text.trim() === '') return;
    filled++;
    if (filled <= 2) said.push(...sayingOf(kind, text, table.date1904, today));
    isLong ||= text.length > longestLine;
  });
  if (filled > 2 && filled * 3 > table.columnCount) return null;
  return isLong ? 'other' : (said[0] ?? 'other');
}

function sayingOf(kind: string, text: string, date1904: boolean, today: string): Said[] {
  if (kind === 'date') {
    const serial = to1900Serial(parseSerial(text), date1904);
    const local = serial >= plausibleSerials.from ? localFromSerial(serial) : undefined;
    return local === undefined || !isAhead(local.slice(0, 10), today, false)
      ? []
      : [
          {
            day: local.slice(0, 10),
            clock: clockOf(local.slice(11, 16)),
            text: spelled(local.slice(0, 10)),
            isOfDelivery: false,
          },
        ];
  }
  if (kind !== 'text' || text.length > longestLine || otherDay.test(text)) return [];
  const clean = cleanText(text).text;
  const hour = clockInText.exec(clean)?.[1];
  const clock = hour === undefined ? null : clockOf(hour);
  const day = dayIn(clean, today);
  const isOfDelivery = delivery.test(clean);
  if (day !== null)
    return isAhead(day, today, isOfDelivery)
      ? [{ day, clock, text: clean, isOfDelivery: isOfDelivery || forDay.test(clean) }]
      : [];
  return clock !== null && clean.replace(hour ?? '', '').replace(/\P{L}/gu, '').length < 5
    ? [{ day: null, clock, text: clean, isOfDelivery }]
    : [];
}

/** Today is the day of the list rather than of delivery, unless the words say so. */
function isAhead(day: string, today: string, isSaid: boolean): boolean {
  return (isSaid ? day >= today : day > today) && day <= `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
}

/** The day that a sheet's name says, past or to come; null: none. @param today `YYYY-MM-DD` */
export function dayOfName(name: string, today: string): string | null {
  if (otherDay.test(name)) return null;
  const { text } = cleanText(name);
  // «27.11 пятница»
  return dayIn(text, today) ?? dayIn(text.replace(/\p{L}+/gu, ' '), today);
}

/** Days that a day without a year lies back at most; before that it is next year's. */
const mostDaysBack = 183;
const dayMs = 86_400_000;

function dayIn(text: string, today: string): string | null {
  if (spanOfDays.test(text)) return null;
  const isShort = text.replace(dayAndMonth, '').replace(/\P{L}/gu, '').length < 5 || delivery.test(text);
  const part = numeric.exec(text)?.[1] ?? named.exec(text)?.[1] ?? (isShort ? dayAndMonth.exec(text)?.[1] : undefined);
  if (part === undefined) return null;
  const read = readDate(part);
  if (read.kind === 'date') return dayOf(read.year, read.month, read.day);
  if (read.kind === 'numeric') return dayOf(read.year, read.second, read.first);
  if (read.kind !== 'noYear') return null;
  const year = Number(today.slice(0, 4));
  const [day, month] = [read.first, read.second];
  const thisYear = dayOf(year, month, day);
  return thisYear !== null && Date.parse(today) - Date.parse(thisYear) > mostDaysBack * dayMs
    ? dayOf(year + 1, month, day)
    : thisYear;
}

function dayOf(year: number, month: number, day: number): string | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    : null;
}

function clockOf(text: string): string | null {
  const read = readClock(text);
  return read == null || text === '00:00'
    ? null
    : `${String(read.hour).padStart(2, '0')}:${String(read.minute).padStart(2, '0')}`;
}

export function spelled(day: string): string {
  return day.split('-').toReversed().join('.');
}

/** The one column that holds only hours, and is not said to be of something else; it completes the days. */
export function hoursColumn(table: Table, plan: Pick<ColumnPlan, 'columns' | 'firstDataIndex'>): number | null {
  const found = plan.columns.filter(
    ({ column, field, heading }) => field === null && !isOtherHour(heading) && holdsHours(table, column, plan),
  );
  return found.length === 1 ? (found[0]?.column ?? null) : null;
}

/** Whether each filled cell of the first rows is a day without an hour, so that a column of hours belongs to it. */
export function holdsDaysAlone(
  table: Table,
  column: number,
  { firstDataIndex }: Pick<ColumnPlan, 'firstDataIndex'>,
): boolean {
  const cells: Cell[] = [];
  for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + sampledRows); index++)
    cells.push(table.cell(index, column));
  return new ColumnValues(cells).areAllDays;
}

/**
 * The days beside the rows that hold although nobody said so: no column and no constant gives a day, and the sheet says
 * that they are of delivery, in words, in two places, or by a column of hours that want a day.
 * @param now milliseconds since 1970
 */
export function sureStandingDays(
  rules: Pick<Rules, 'standingDays'>,
  plan: ColumnPlan,
  table: Table,
  now: number,
): StandingDays | null {
  const { columns, constants } = plan.mapping;
  if (rules.standingDays !== 'ask' || constants.scheduled_at !== undefined) return null;
  const [hours, second] = columns.scheduled_at ?? [];
  if (second !== undefined || (hours !== undefined && !holdsHours(table, hours, plan))) return null;
  const found = findStandingDays(table, plan, now, mostSearchedRows);
  if (found === null) return null;
  return found.isSure || hours !== undefined || hoursColumn(table, plan) !== null
    ? findStandingDays(table, plan, now)
    : null;
}

/** Rows that are looked at before it is known that days beside the rows hold. */
export const mostSearchedRows = 2000;

/** As {@link interpretColumns}, with the one column of hours, where the day stands beside the rows beyond doubt. */
export function interpretWithHours(
  table: Table,
  choices: Choices,
  profile: Profile | null,
  now: number,
  answers: readonly SettledHeading[],
  goods: KnownGoods,
): ColumnPlan {
  const plan = interpretColumns(table, choices, profile, now, answers, goods);
  const { rules } = choices;
  const { columns, constants } = plan.mapping;
  if (columns.scheduled_at !== undefined) return plan;
  const hours = hoursColumn(table, plan);
  if (hours === null || plan.chosenColumns.has(hours)) return plan;
  const days =
    rules.standingDays === 'on'
      ? findStandingDays(table, plan, now, mostSearchedRows)
      : sureStandingDays(rules, plan, table, now);
  if (days === null) return plan;
  return {
    ...plan,
    columns: plan.columns.map((guess) =>
      guess.column === hours
        ? { ...guess, field: 'scheduled_at', confidence: 0.9, reason: { code: 'hoursOfDay', params: {} }, evidence: [] }
        : guess,
    ),
    mapping: { constants, columns: { ...columns, scheduled_at: [hours] } },
  };
}

function isOtherHour(heading: string): boolean {
  const { about, role, unsentKind } = readHeading(heading);
  return about.has('created') || about.has('order') || unsentKind === 'payment' || role !== null;
}

const sampledRows = 200;

function holdsHours(table: Table, column: number, { firstDataIndex }: Pick<ColumnPlan, 'firstDataIndex'>): boolean {
  let hours = 0;
  for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + sampledRows); index++) {
    const { kind, text } = table.cell(index, column);
    if (kind === 'empty' || text.trim() === '') continue;
    const isHour = kind === 'text' ? clockInText.exec(text)?.[1] === text.trim() : Number(text) > 0 && Number(text) < 1;
    if (!isHour) return false;
    hours++;
  }
  return hours > 0;
}
