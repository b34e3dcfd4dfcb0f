/** Finds columns that together make one field: first and last name, address lines and landmark, day and time. */
import type { ColumnField } from '../model/fields.ts';
import type { Cell } from '../table/table.ts';
import { amounts, type HeadedColumn } from './evidence.ts';
import type { FieldClaim } from './field-claims.ts';
import type { FieldPart } from './heading-names.ts';
import type { HeadingScope } from './name-match.ts';

const nameParts: ReadonlySet<FieldPart> = new Set(['firstName', 'lastName', 'middleName']);
const addressParts: ReadonlySet<FieldPart> = new Set(['addressMain', 'addressMore', 'landmark']);
/** By priority: goods go to the shipping address. */
const scopes: readonly HeadingScope[] = ['shipping', 'none', 'billing'];
const joinedConfidence = 0.9;
const loneLandmarkConfidence = 0.5;
const fewRegions = 0.3;

/** A field joined from several columns, in joining order. */
export type ColumnJoin = {
  readonly field: ColumnField;
  readonly columns: readonly HeadedColumn[];
  readonly confidence: number;
};

/** `whole`: claims of columns that hold the full name. Undefined where nothing is to be joined. */
export function joinNames(columns: readonly HeadedColumn[], whole: readonly FieldClaim[]): ColumnJoin | undefined {
  const full = whole.filter(
    ({ column: { name, values }, strong }) =>
      strong &&
      name.part === undefined &&
      name.scope !== 'billing' &&
      (values.cells.length === 0 || values.filled.length > 0),
  );
  for (const found of byScope(columns, nameParts).flatMap(byRole)) {
    if (!found.some(({ name }) => name.part === 'lastName') || found.length < 2) continue;
    // The recipient in parts goes before the customer as a whole.
    const isBetter = found.every(({ name }) => name.role === 'recipient');
    if (full.some(({ column }) => !isBetter || column.name.role === 'recipient')) continue;
    return { field: 'full_name', columns: found, confidence: joinedConfidence };
  }
  return undefined;
}

/** The parts of each person's name, the recipient's first. */
function byRole(found: readonly HeadedColumn[]): HeadedColumn[][] {
  const roles = [...new Set(found.map(({ name }) => name.role))];
  return roles
    .toSorted((a, b) => Number(b === 'recipient') - Number(a === 'recipient'))
    .map((role) => found.filter(({ name }) => name.role === role));
}

/** `whole`: claims of columns that hold the full address, likeliest first. */
export function joinAddress(columns: readonly HeadedColumn[], whole: readonly FieldClaim[]): ColumnJoin | undefined {
  const [best] = whole;
  const places = best === undefined ? [] : columns.filter((column) => column !== best.column && isPlacePart(column));
  const around = byScope(columns, addressParts);
  if (best && best.column.name.scope === 'none') {
    const more = around.find((found) => found[0]?.name.scope === 'none') ?? [];
    return more.length > 0 || places.length > 0
      ? {
          field: 'address',
          columns: inOrder([best.column, ...more, ...places]),
          confidence: Math.min(best.score, 0.99),
        }
      : undefined;
  }
  for (const found of around) {
    // A shop export's «Street» repeats its address lines.
    const isMain = found.some(({ name }) => name.part === 'addressMain');
    if (best && (!isMain || rank(best.column.name.scope) < rank(found[0]?.name.scope ?? 'billing'))) continue;
    const onlyLandmark = found.every(({ name }) => name.part === 'landmark');
    return { field: 'address', columns: found, confidence: onlyLandmark ? loneLandmarkConfidence : joinedConfidence };
  }
  return undefined;
}

const nearlyAll = 0.9;

/** A column of regions with their towns in one cell («Ташкент обл. Чирчик») is a part of the address, which names the region. */
function isPlacePart({ name, values }: HeadedColumn): boolean {
  return (
    name.about.has('region') &&
    name.role === null &&
    values.filled.length > 0 &&
    (values.fitShare('region') ?? 0) < fewRegions &&
    values.placeShare >= nearlyAll
  );
}

/** `whole`: claims of columns that may hold the delivery date, likeliest first. */
export function joinDates(columns: readonly HeadedColumn[], whole: readonly FieldClaim[]): ColumnJoin | undefined {
  const apart = joinDayAndMonth(columns);
  if (apart !== undefined) return apart;
  const sure = whole.filter(({ column }) => column.values.filled.length > 0);
  const found = sure.find(({ column }) => column.values.areAllDays);
  const day = found?.column;
  if (found === undefined || day === undefined) return undefined;
  // A column of days with their hours needs none; one of hours alone does not outweigh the days.
  const best = sure[0]?.column.values;
  if (best?.areAllDays === false && best.timeShare < nearlyAll) return undefined;
  const times = columns.filter(
    (column) =>
      column !== day &&
      column.values.timeShare >= nearlyAll &&
      !isOtherTime(column, found.reason.code === 'datesAhead' || isTimeBehind(column, day)),
  );
  const own = times.filter((column) => sure.some((claim) => claim.strong && claim.column === column));
  const time = own[0] ?? (times.length === 1 || isSpan(times) ? times[0] : undefined);
  return time && { field: 'scheduled_at', columns: [day, time], confidence: joinedConfidence };
}

const monthHeading = /^(?:месяц|oyi?$|ойи?$|month)/u;

/**
 * The day of the month and the month side by side under a heading of delivery, with the year and the hour behind them where
 * they are there. A month in numbers needs its heading and the year.
 */
function joinDayAndMonth(columns: readonly HeadedColumn[]): ColumnJoin | undefined {
  for (const [at, day] of columns.entries()) {
    const [month, next, last] = columns.slice(at + 1, at + 4);
    if (month === undefined || !day.values.areDaysOfMonth) continue;
    const year = next?.values.areYears === true ? next : undefined;
    const isNumber = year !== undefined && month.values.areMonthNumbers && monthHeading.test(month.name.folded.key);
    if (!month.values.areMonths && !isNumber) continue;
    const dated = year === undefined ? [day, month] : [day, month, year];
    if (!dated.some(({ name }) => name.about.has('delivery'))) continue;
    const hour = year === undefined ? next : last;
    const isTimed = hour !== undefined && hour.values.timeShare >= nearlyAll && !isOtherTime(hour, true);
    return { field: 'scheduled_at', columns: isTimed ? [...dated, hour] : dated, confidence: joinedConfidence };
  }
  return undefined;
}

/** Whether two columns side by side are the beginning and the end of a span on every row («с», «до»). */
function isSpan([from, to, ...more]: readonly HeadedColumn[]): boolean {
  if (from === undefined || to === undefined || more.length > 0 || to.index !== from.index + 1) return false;
  return from.values.cells.every((cell, at) => {
    const [start, end] = [minutesOf(cell), minutesOf(to.values.cells[at])];
    return (start === null && end === null) || (start !== null && end !== null && start < end);
  });
}

function minutesOf(cell: Cell | undefined): number | null {
  if (cell === undefined || cell.text.trim() === '') return null;
  const [, hours, minutes] = /^\s*(\d{1,2}):(\d{2})/.exec(cell.text) ?? [];
  if (hours !== undefined) return Number(hours) * 60 + Number(minutes);
  return cell.kind === 'text' ? null : Number(cell.text) * 1440;
}

/** «Дата вручения | Время»: a time that says no more is of the day right before it. */
function isTimeBehind({ index, name }: HeadedColumn, day: HeadedColumn): boolean {
  return index === day.index + 1 && [...name.about].every((one) => one === 'time');
}

/** What a column of hours is called. */
const hours = ['time', 'when', 'date', 'delivery', 'term'] as const;

/** Whether the heading says that a time is not the delivery's: when the order was made, paid, or how long something takes. */
function isOtherTime({ name, values }: HeadedColumn, isAhead: boolean): boolean {
  // «0.00», «14.00»: sums and weights are written like hours.
  if (amounts.some((concept) => name.about.has(concept))) return true;
  if (values.areDecimals && !hours.some((concept) => name.about.has(concept))) return true;
  if (name.unsentKind === 'created' && !isAhead) return true;
  return name.about.has('created') || name.about.has('order') || name.unsentKind === 'payment' || name.role !== null;
}

function rank(scope: HeadingScope): number {
  return scopes.indexOf(scope);
}

/** The wanted parts by scope, shipping first; filled columns before blank ones. */
function byScope(columns: readonly HeadedColumn[], wanted: ReadonlySet<FieldPart>): HeadedColumn[][] {
  const all = scopes
    .map((scope) =>
      columns.filter(({ name }) => name.scope === scope && name.part !== undefined && wanted.has(name.part)),
    )
    .filter((found) => found.length > 0);
  const isFilled = (found: readonly HeadedColumn[]) =>
    found.some(({ values }) => values.cells.length === 0 || values.filled.length > 0);
  return [...all.filter(isFilled), ...all.filter((found) => !isFilled(found))];
}

function inOrder(columns: readonly HeadedColumn[]): HeadedColumn[] {
  return [...new Set(columns)].sort((a, b) => a.index - b.index);
}
