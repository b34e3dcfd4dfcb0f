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
import { ColumnValues, isTime } from '../columns/column-values.ts';
import { readHeading } from '../columns/name-match.ts';
import type { Cell, Table } from '../table/table.ts';
import { localFromEpoch } from '../values/dates/tashkent-time.ts';
import { longestLine, saidOfText, SaidOfRow, type Said } from './said-days.ts';

export interface StandingDays {
  /** The line that says it, as an example. */
  readonly example: string;
  /** `YYYY-MM-DD`, in order. */
  readonly days: readonly string[];
  /** Whether the sheet says that they are the days of delivery, so that nobody need be asked. */
  readonly isSure: boolean;
  /** Whether it says so without a doubt: a clerk would write the day and ask nobody. */
  readonly isCertain: boolean;
  /** Whether a column of hours would leave no doubt: the days stand alone, and lie ahead. */
  readonly wantHours: boolean;
  /** The day that holds for the row, and the hour where one stands beside it, as a date cell would say it; null: none. */
  at(index: number): { readonly day: string; readonly clock: string | null } | null;
}

/** Rows above the headings, and below the orders, that are looked at. */
const mostTitleRows = 30;

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
    days: [...new Set(days.flatMap((found) => found?.days ?? []))].toSorted(),
    isSure: days.every((found) => found === null || found.isSure),
    isCertain: days.every((found) => found?.isCertain === true),
    wantHours: days.every((found) => found?.wantHours === true),
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
  for (let index = firstIndex; index < Math.min(titlesEnd, firstIndex + mostTitleRows); index++) {
    const row = new SaidOfRow(table.date1904, today);
    table.forEachCell(index, (_column, kind, text) => row.add(kind, text));
    titles.push(...row.said);
  }
  const ofName = saidOfText(name, today);
  if (ofName !== null) titles.push(ofName);
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
  const hasDays = between.some(({ said }) => said.day !== null && said.isAhead);
  return hasDays
    ? bySection(between, sheetEnd, today)
    : forAll(
        around.filter(({ isAhead }) => isAhead),
        between.filter(({ said }) => said.day === null),
        sheetEnd,
      );
}

type Lines = readonly { readonly index: number; readonly said: Said }[];

/** Every line heads the rows below it; below a day that has passed they have none. */
function bySection(lines: Lines, rowCount: number, today: string): StandingDays {
  const days = lines.flatMap(({ said }) => (said.day === null ? [] : [{ ...said, day: said.day }]));
  const ahead = days.filter(({ isAhead }) => isAhead);
  const areAllAhead = ahead.length === days.length;
  // A list of orders as they came in has no day to come: «понедельник 30.11», «вторник 01.12» are a plan.
  const isPlan =
    days.length > 1 &&
    days.every(
      ({ day, isAlone, isPlain }, at) => (isAlone || isPlain) && day >= today && day > (days[at - 1]?.day ?? ''),
    ) &&
    (days.at(-1)?.day ?? '') > today;
  return {
    example: (isPlan ? days : ahead)[0]?.text ?? '',
    days: [...new Set((isPlan ? days : ahead).map(({ day }) => day))].toSorted(),
    isSure: areAllAhead ? days.every(({ isOfDelivery }) => isOfDelivery) || isPlan : isPlan,
    isCertain: (areAllAhead && days.every(({ isPlain }) => isPlain)) || isPlan,
    wantHours: areAllAhead && days.every(({ isAlone, isPlain }) => isAlone || isPlain),
    at(index) {
      if (index >= rowCount) return null;
      const above = lines.slice(0, firstAfter(lines, index));
      const day = above.findLast(({ said }) => said.day !== null)?.said;
      const clock = above.at(-1)?.said.clock ?? day?.clock ?? null;
      return day?.day == null || !(day.isAhead || isPlan) ? null : { day: day.day, clock };
    },
  };
}

/** One day for the whole sheet (its rows end at `rowCount`); lines between the orders may say the hour. */
function forAll(said: readonly Said[], hours: Lines, rowCount: number): StandingDays | null {
  const ofDays = said.filter(({ day }) => day !== null);
  const [own] = ofDays;
  const day = own?.day ?? null;
  if (own === undefined || day === null || ofDays.some((one) => one.day !== day)) return null;
  const isTwice = ofDays.length > 1;
  const isOfDelivery = ofDays.some((one) => one.isOfDelivery);
  return {
    days: [day],
    example: (ofDays.find(({ isPlain }) => isPlain) ?? own).text,
    isSure: isTwice || isOfDelivery,
    isCertain: (isTwice && isOfDelivery) || ofDays.some(({ isPlain }) => isPlain),
    wantHours: ofDays.some(({ isAlone, isPlain }) => isAlone || isPlain),
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
  const row = new SaidOfRow(table.date1904, today);
  let isLong = false;
  table.forEachCell(index, (_column, kind, text) => {
    if (kind === 'empty' || text.trim() === '') return;
    filled++;
    if (filled <= 2) row.add(kind, text);
    isLong ||= text.length > longestLine;
  });
  if (!isLine(filled, table)) return null;
  return isLong ? 'other' : (row.said[0] ?? 'other');
}

/** Whether a row of so many filled cells is a line rather than an order's row. */
function isLine(filled: number, table: Table): boolean {
  return filled <= 2 || filled * 3 <= table.columnCount;
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
  const column = hours ?? hoursColumn(table, plan);
  if (found === null || !(found.isSure || column !== null)) return null;
  const days = findStandingDays(table, plan, now);
  if (days === null || column === null) return days;
  return { ...days, isCertain: (days.isCertain || days.wantHours) && areRound(table, column, plan) };
}

/** Whether the hours are such as people say: 21:14 is the moment at which a program wrote something down. */
function areRound(table: Table, column: number, { firstDataIndex }: Pick<ColumnPlan, 'firstDataIndex'>): boolean {
  for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + sampledRows); index++) {
    const { kind, text } = table.cell(index, column);
    const minutes =
      kind === 'text' ? [...text.matchAll(/:(\d\d)/gu)].map((part) => Number(part[1])) : [Number(text) * 1440];
    if (minutes.some((one) => Math.round(one) % 5 !== 0)) return false;
  }
  return true;
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

/** So many cells that are none, among hours, are left to their own rows, which wait for them. */
const hoursToOther = 4;

/**
 * Whether the column gives hours. A line of a day, or a remark below the orders, stands in the first column, whatever that is;
 * a word among the hours («утром») does not take them from the other orders.
 */
function holdsHours(table: Table, column: number, { firstDataIndex }: Pick<ColumnPlan, 'firstDataIndex'>): boolean {
  let hours = 0;
  let others = 0;
  for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + sampledRows); index++) {
    const cell = table.cell(index, column);
    if (cell.kind === 'empty' || cell.text.trim() === '') continue;
    if (isTime(cell)) hours++;
    else if (!isLine(filledOf(table, index), table)) others++;
  }
  return hours > 0 && hours >= others * hoursToOther;
}

function filledOf(table: Table, index: number): number {
  let filled = 0;
  table.forEachCell(index, (_column, kind, text) => {
    if (kind !== 'empty' && text.trim() !== '') filled++;
  });
  return filled;
}
