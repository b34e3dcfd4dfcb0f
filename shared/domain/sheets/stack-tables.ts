/** Reads tables that stand below or beside each other on a sheet and list the same as one table, under the first one's headings. */
import { interpretColumns, type ColumnPlan } from '../columns/column-plan.ts';
import { foldHeading } from '../columns/fold-heading.ts';
import { noChoices } from '../model/choices.ts';
import { TableBuilder } from '../table/table-builder.ts';
import type { CellKind, Table } from '../table/table.ts';
import type { FoundTable } from './find-tables.ts';
import { cutTable, type SheetRange } from './sheet-range.ts';

/** Fields that tables of orders share at least. */
const fewestShared = 5;

/** Whether the tables hold the same fields, whatever the order of their columns: one list. */
export function areOneList(tables: readonly FoundTable[]): boolean {
  return tables.length > 1 && areAlike(tables);
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

/** A table beside the first: its rows are counted on behind the sheet's. */
export interface CountedOn {
  readonly range: SheetRange;
  /** Its first row below the headings, as Excel shows it, and what it is here. */
  readonly row: number;
  readonly here: number;
}

export interface StackedTable {
  readonly table: Table;
  readonly countedOn: readonly CountedOn[];
}

/**
 * The tables' rows as one table: each keeps its number, but for those of tables beside the ones before; the columns of the
 * further tables stand under those of the first with the same heading or field, others behind them. Lines between the
 * tables stay, their headings do not.
 */
export function stackTables(table: Table, tables: readonly FoundTable[]): StackedTable {
  const parts = placedParts(table, tables);
  const builder = new TableBuilder();
  const sheetEnd = table.rowNumber(table.rowCount - 1);
  const countedOn: CountedOn[] = [];
  /** What is added to the numbers of the current table's rows. */
  const shifts = new Map<number, number[]>();
  let end = 0;
  for (const [at, { range, part, plan, placeOf }] of parts.entries()) {
    const firstHeading = plan.headerIndex ?? 0;
    const begin = part.rowNumber(0);
    const shift = begin > end ? 0 : Math.max(end, sheetEnd) - begin + 1;
    if (shift > 0) {
      const row = part.rowNumber(Math.min(plan.firstDataIndex, part.rowCount - 1));
      countedOn.push({ range, row, here: row + shift });
    }
    for (let index = 0; index < part.rowCount; index++) {
      if (at > 0 && index >= firstHeading && index < plan.firstDataIndex) continue;
      const cells: (readonly [column: number, kind: CellKind, text: string])[] = [];
      part.forEachCell(index, (column, kind, text) => {
        cells.push([index < firstHeading ? column : (placeOf.get(column) ?? column), kind, text]);
      });
      if (cells.length === 0) continue;
      if (at === 0 && index === plan.headerIndex) cells.push(...furtherHeadings(parts));
      const row = part.rowNumber(index);
      end = row + shift;
      shifts.set(row, [...(shifts.get(row) ?? []), shift]);
      builder.startRow(end);
      for (const [column, kind, text] of cells.toSorted((a, b) => a[0] - b[0])) builder.addCell(column, kind, text);
    }
  }
  const { sheet, date1904, hiddenRows, struckRows } = table;
  const shifted = (rows: readonly number[]): number[] =>
    rows.flatMap((row) => (shifts.get(row) ?? [0]).map((shift) => row + shift)).sort((a, b) => a - b);
  return {
    table: builder.build({ sheet, date1904, hiddenRows: shifted(hiddenRows), struckRows: shifted(struckRows) }),
    countedOn,
  };
}

interface PlacedPart {
  readonly range: SheetRange;
  readonly part: Table;
  readonly plan: ColumnPlan;
  /** Where each of its columns stands in the one table. */
  readonly placeOf: ReadonlyMap<number, number>;
}

function placedParts(table: Table, tables: readonly FoundTable[]): readonly PlacedPart[] {
  const known = new Map<string, number>();
  let next = 0;
  return tables.map(({ range }, at) => {
    const part = cutTable(table, range);
    const plan = interpretColumns(part, noChoices);
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
    return { range, part, plan, placeOf };
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
