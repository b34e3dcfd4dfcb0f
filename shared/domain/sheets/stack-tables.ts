/**
 * Reads tables that list the same as one table, under the first one's headings: those that stand below or
 * beside each other on a sheet, and those of several sheets.
 */
import { interpretColumns, type ColumnPlan } from '../columns/column-plan.ts';
import { foldHeading } from '../columns/fold-heading.ts';
import { noChoices } from '../model/choices.ts';
import { rowInTable } from '../model/sheet-rows.ts';
import { TableBuilder } from '../table/table-builder.ts';
import type { CellKind, MergedRange, StackedSheet, Table } from '../table/table.ts';
import type { FoundTable } from './find-tables.ts';
import { cutTable, type SheetRange } from './sheet-range.ts';

/** Fields that tables of orders share at least. */
const fewestShared = 5;

/** Whether the tables hold the same fields, whatever the order of their columns: one list. */
export function areOneList(tables: readonly FoundTable[]): boolean {
  return tables.length > 1 && areAlike(tables);
}

/** Whether tables hold enough of the same fields to be read as one where a person wants it. */
export function canStand(one: Pick<FoundTable, 'fields'>, other: Pick<FoundTable, 'fields'>): boolean {
  return [...other.fields].filter((field) => one.fields.has(field)).length >= fewestShared;
}

/** Whether the tables hold the same fields of orders. */
export function areAlike(tables: readonly Pick<FoundTable, 'fields'>[]): boolean {
  const [first] = tables;
  if (!first || first.fields.size < fewestShared) return false;
  return tables.every(({ fields }) => {
    const shared = [...fields].filter((field) => first.fields.has(field)).length;
    return shared >= fewestShared && shared >= Math.max(fields.size, first.fields.size) - 1;
  });
}

export interface TableToStack {
  /** The sheet's whole table. */
  readonly whole: Table;
  /** Where the table stands on it; null: everywhere. */
  readonly range: SheetRange | null;
  /** Place of its sheet among those that are read as one, from 0. */
  readonly sheet: number;
}

/** A table beside the first of its sheet: its rows are counted on behind the sheet's. */
export interface CountedOn {
  readonly range: SheetRange;
  /** Its first row below the headings, as Excel shows it, and what it is in the one table. */
  readonly row: number;
  readonly here: number;
}

export interface JoinedTables {
  readonly table: Table;
  readonly countedOn: readonly CountedOn[];
}

/**
 * The tables' rows as one table: each keeps its number, with its sheet's (see sheet-rows.ts), but for those of tables beside
 * the ones before; the columns of the further tables stand under those of the first with the same heading or field, others
 * behind them. Lines above and between the tables stay, their headings do not.
 * @param tables by sheet, and on a sheet in reading order
 * @param headerRow the heading row of the first, where it was chosen
 */
export function stackTables(tables: readonly TableToStack[], headerRow: number | null = null): JoinedTables {
  const parts = placedParts(tables, headerRow);
  const builder = new TableBuilder();
  const sheets: StackedSheet[] = [];
  const countedOn: CountedOn[] = [];
  const numbers = new RowShifts();
  const merged: MergedRange[] = [];
  let next = 0;
  for (const [at, { whole, range, part, sheet, plan, placeOf }] of parts.entries()) {
    const firstHeading = plan.headerIndex ?? 0;
    const placeAt = (index: number, column: number): number =>
      index < firstHeading ? column : (placeOf.get(column) ?? column);
    const isNewSheet = sheets.length === sheet;
    if (isNewSheet)
      sheets.push({
        name: whole.sheet,
        firstIndex: next,
        firstDataIndex: next + (at === 0 ? plan.firstDataIndex : firstHeading),
        isWhole: parts[at + 1]?.sheet !== sheet,
        columns: new Map([...placeOf].map(([own, here]) => [here, own])),
      });
    numbers.begin(part, whole, isNewSheet);
    if (numbers.shift > 0 && range !== null) {
      const row = part.rowNumber(Math.min(plan.firstDataIndex, part.rowCount - 1));
      countedOn.push({ range, row, here: rowInTable(sheet, row + numbers.shift) });
    }
    for (let index = 0; index < part.rowCount; index++) {
      if (at > 0 && index >= firstHeading && index < plan.firstDataIndex) continue;
      const cells: (readonly [column: number, kind: CellKind, text: string])[] = [];
      part.forEachCell(index, (column, kind, text) => cells.push([placeAt(index, column), kind, text]));
      if (cells.length === 0) continue;
      next++;
      if (at === 0 && index === plan.headerIndex) cells.push(...furtherHeadings(parts));
      builder.startRow(rowInTable(sheet, numbers.take(part.rowNumber(index))));
      for (const [column, kind, text] of cells.toSorted((a, b) => a[0] - b[0])) builder.addCell(column, kind, text);
    }
    merged.push(...mergedIn(part, sheet, numbers.shift, placeOf));
    if (parts[at + 1]?.sheet !== sheet) numbers.endSheet(whole, sheet);
  }
  const { sheet, date1904 } = parts[0]?.whole ?? { sheet: '', date1904: false };
  const { hiddenRows, struckRows } = numbers;
  const stacked = sheets.length > 1 ? sheets : [];
  return { table: builder.build({ sheet, date1904, merged, hiddenRows, struckRows, stacked }), countedOn };
}

/** The numbers of the rows of a sheet whose tables may stand beside each other, and what the sheets say of their rows. */
class RowShifts {
  readonly hiddenRows: number[] = [];
  readonly struckRows: number[] = [];
  /** What is added to the numbers of the current table's rows. */
  shift = 0;
  #shifts = new Map<number, number[]>();
  /** Number of the last row so far. */
  #end = 0;

  /** Begins a table of a sheet. */
  begin(part: Table, whole: Table, isNewSheet: boolean): void {
    if (isNewSheet) this.#end = 0;
    const first = part.rowNumber(0);
    this.shift = first > this.#end ? 0 : Math.max(this.#end, whole.rowNumber(whole.rowCount - 1)) - first + 1;
  }

  /** The number of a row of the current table. */
  take(row: number): number {
    this.#end = row + this.shift;
    this.#shifts.set(row, [...(this.#shifts.get(row) ?? []), this.shift]);
    return this.#end;
  }

  /** All tables of the sheet have been taken. */
  endSheet({ hiddenRows, struckRows }: Table, sheet: number): void {
    const here = (rows: readonly number[]): number[] =>
      rows
        .flatMap((row) => (this.#shifts.get(row) ?? [0]).map((shift) => rowInTable(sheet, row + shift)))
        .sort((a, b) => a - b);
    for (const row of here(hiddenRows)) this.hiddenRows.push(row);
    for (const row of here(struckRows)) this.struckRows.push(row);
    this.#shifts = new Map();
  }
}

/** The table's merged cells of one column, which say what several rows have in common, where they stand now. */
function mergedIn(table: Table, sheet: number, shift: number, placeOf: ReadonlyMap<number, number>): MergedRange[] {
  return table.merged.flatMap(({ firstRow, lastRow, firstColumn, lastColumn }) => {
    if (lastColumn > firstColumn) return [];
    const column = placeOf.get(firstColumn) ?? firstColumn;
    return [
      {
        firstRow: rowInTable(sheet, firstRow + shift),
        lastRow: rowInTable(sheet, lastRow + shift),
        firstColumn: column,
        lastColumn: column,
      },
    ];
  });
}

interface PlacedPart extends TableToStack {
  readonly part: Table;
  readonly plan: ColumnPlan;
  /** Where each of its columns stands in the one table. */
  readonly placeOf: ReadonlyMap<number, number>;
}

function placedParts(tables: readonly TableToStack[], headerRow: number | null): readonly PlacedPart[] {
  const known = new Map<string, number>();
  let next = 0;
  return tables.map(({ whole, range, sheet }, at) => {
    const part = range === null ? whole : cutTable(whole, range);
    const plan = interpretColumns(part, at === 0 ? { ...noChoices, headerRow } : noChoices);
    const placeOf = new Map<number, number>();
    const used = new Set<number>();
    for (const { column, heading, field } of plan.columns) {
      const keys = [foldHeading(heading).key, ...(field === null ? [] : [`=${field}`])].filter((key) => key !== '');
      const same = at === 0 ? column : keys.map((key) => known.get(key)).find((place) => place !== undefined);
      const place = same === undefined || used.has(same) ? next : same;
      placeOf.set(column, place);
      used.add(place);
      next = Math.max(next, place + 1);
      for (const key of keys) if (!known.has(key)) known.set(key, place);
    }
    return { whole, range, part, sheet, plan, placeOf };
  });
}

/** Headings of columns that the first table lacks. */
function furtherHeadings([first, ...others]: readonly PlacedPart[]): (readonly [number, CellKind, string])[] {
  const found = new Map<number, string>();
  const own = new Set(first?.placeOf.values());
  for (const { plan, placeOf } of others)
    for (const { column, heading } of plan.columns) {
      const place = placeOf.get(column);
      if (place !== undefined && !own.has(place) && !found.has(place) && heading.trim() !== '')
        found.set(place, heading);
    }
  return [...found].map(([place, heading]) => [place, 'text', heading]);
}
