/**
 * Reads tables that list the same as one table, under the first one's headings: those that stand below or
 * beside each other on a sheet, and those of several sheets.
 */
import { interpretColumns, type ColumnPlan } from '../columns/column-plan.ts';
import { foldHeading, type FoldedHeading } from '../columns/fold-heading.ts';
import { noChoices } from '../model/choices.ts';
import type { ColumnField } from '../model/fields.ts';
import type { ColumnGuess } from '../model/mapping.ts';
import { rowInTable } from '../model/sheet-rows.ts';
import { TableBuilder } from '../table/table-builder.ts';
import type { CellKind, MergedRange, StackedSheet, Table } from '../table/table.ts';
import type { FoundTable } from './find-tables.ts';
import { cutTable, type SheetRange } from './sheet-range.ts';

/** Fields that tables of orders share at least. */
const fewestShared = 5;

/** Whether the tables hold the same fields in the same units, whatever the order of their columns: one list. */
export function areOneList(tables: readonly FoundTable[]): boolean {
  return tables.length > 1 && areAlike(tables) && areInOneUnit(tables);
}

/** Whether no heading says «thousands» in one table alone, or another unit than the same heading in another. */
function areInOneUnit(tables: readonly FoundTable[]): boolean {
  const [first = [], ...others] = tables.map(({ headings }) => headings.map((heading) => foldHeading(heading)));
  return others.every(
    (headings) =>
      headings.some(({ thousands }) => thousands) === first.some(({ thousands }) => thousands) &&
      headings.every((one) => {
        const same = first.filter(({ key }) => key === one.key);
        return same.length === 0 || same.some((other) => unitOf(other) === unitOf(one));
      }),
  );
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
  /** Why they are no one list after all; null: they are one. */
  readonly unlike: UnlikeColumns | null;
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
        columns: new Map([...placeOf].map(([own, here]) => [here, own])),
        isWhole: parts[at + 1]?.sheet !== sheet,
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
  const table = builder.build({ sheet, date1904, merged, hiddenRows, struckRows, stacked });
  const isOfSheets = stacked.length > 0;
  const unlike = isOfSheets ? (otherUnits(parts) ?? otherPrices(parts) ?? otherFields(parts, table, headerRow)) : null;
  return { table, countedOn, unlike };
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
  const places = new ColumnPlaces();
  return tables.map(({ whole, range, sheet }, at) => {
    const part = range === null ? whole : cutTable(whole, range);
    const plan = interpretColumns(part, at === 0 ? { ...noChoices, headerRow } : noChoices);
    return { whole, range, part, sheet, plan, placeOf: places.take(plan.columns, at === 0) };
  });
}

/** Where the columns of each table stand in the one table. */
class ColumnPlaces {
  readonly #byHeading = new Map<string, number[]>();
  readonly #byField = new Map<ColumnField, number[]>();
  /** The field of a place in the first table that has it. */
  readonly #fields = new Map<number, ColumnField | null>();
  #next = 0;

  /** @param isFirst they stay where they are */
  take(columns: ColumnPlan['columns'], isFirst: boolean): ReadonlyMap<number, number> {
    const placeOf = new Map<number, number>();
    const used = new Set<number>();
    // Columns that are sent come first: what has no field here must not take the place of one that has.
    for (const one of [...columns].toSorted((a, b) => Number(a.field === null) - Number(b.field === null))) {
      const place = isFirst ? one.column : (this.#known(one, used) ?? this.#next);
      placeOf.set(one.column, place);
      used.add(place);
      this.#next = Math.max(this.#next, place + 1);
    }
    for (const { column, heading, field } of columns) this.#learn(placeOf.get(column) ?? column, heading, field);
    return new Map([...placeOf].toSorted(([one], [other]) => one - other));
  }

  /** The place of a column with the same heading or field that no column of this table has yet. */
  #known({ heading, field }: ColumnGuess, used: ReadonlySet<number>): number | undefined {
    const free = (places: readonly number[] = []): readonly number[] => places.filter((place) => !used.has(place));
    const headed = free(this.#byHeading.get(headingKey(heading)));
    if (field === null) return headed[0];
    return (
      headed.find((place) => this.#fields.get(place) === field) ??
      free(this.#byField.get(field))[0] ??
      // Another field under the same heading is another thing: order numbers and wares may both be an «ID».
      headed.find((place) => this.#fields.get(place) === null)
    );
  }

  #learn(place: number, heading: string, field: ColumnField | null): void {
    const key = headingKey(heading);
    if (key !== '') addTo(this.#byHeading, key, place);
    if (field !== null) addTo(this.#byField, field, place);
    if (!this.#fields.has(place)) this.#fields.set(place, field);
  }
}

/** What a heading says of the numbers below it: of thousands, per cent, another currency, boxes or kilograms. */
function unitOf({ thousands, percent, foreignUnit }: FoldedHeading): string {
  return [thousands, percent, foreignUnit].join();
}

/** What headings of one thing have in common; '' without one. */
function headingKey(heading: string): string {
  const folded = foldHeading(heading);
  return folded.key === '' ? '' : `${folded.key} ${unitOf(folded)}`;
}

/** Why tables are no one list after all: the first column that would not mean there what it means in its own table. */
export interface UnlikeColumns {
  /**
   * `unit`: the heading that it would stand under has another unit; `field`: it would be read as something else; `day`: its
   * table has no column of delivery days, and the others have; `price`: it is a ware whose price below the heading is another.
   */
  readonly kind: 'unit' | 'field' | 'day' | 'price';
  /** Place of its sheet among those that are read as one. */
  readonly sheet: number;
  readonly heading: string;
  readonly under: string;
}

function otherUnits(parts: readonly PlacedPart[]): UnlikeColumns | null {
  const known = new Map<number, ColumnGuess>();
  for (const { sheet, plan, placeOf } of parts)
    for (const one of plan.columns) {
      const place = placeOf.get(one.column) ?? one.column;
      const under = known.get(place);
      if (under === undefined) known.set(place, one);
      else if (
        (one.field ?? under.field) !== null &&
        unitOf(foldHeading(one.heading)) !== unitOf(foldHeading(under.heading))
      )
        return { kind: 'unit', sheet, heading: one.heading, under: under.heading };
    }
  return null;
}

/** Prices below the headings of wares are those of the first table for all: another one would be sent wrong. */
function otherPrices(parts: readonly PlacedPart[]): UnlikeColumns | null {
  const known = new Map<number, string | undefined>();
  for (const { sheet, plan, placeOf } of parts)
    for (const column of plan.wares) {
      const place = placeOf.get(column) ?? column;
      const price = plan.warePrices.get(column);
      const heading = plan.columns[column]?.heading ?? '';
      if (known.has(place) && known.get(place) !== price) return { kind: 'price', sheet, heading, under: heading };
      known.set(place, price);
    }
  return null;
}

/** Whether the tables have the same headings, each once or all in one order: then their columns are the same. */
function haveSameHeadings([first, ...others]: readonly PlacedPart[]): boolean {
  const keysOf = (part: PlacedPart | undefined): string[] =>
    (part?.plan.columns ?? []).map(({ heading }) => headingKey(heading));
  const keys = keysOf(first);
  const isEachOnce = new Set(keys).size === keys.length;
  return others.every((part) => {
    const own = keysOf(part);
    return own.join('|') === keys.join('|') || (isEachOnce && own.toSorted().join('|') === keys.toSorted().join('|'));
  });
}

/** The first column that is read otherwise in the one table than in its own. */
function otherFields(parts: readonly PlacedPart[], table: Table, headerRow: number | null): UnlikeColumns | null {
  if (haveSameHeadings(parts)) return null;
  const joined = interpretColumns(table, { ...noChoices, headerRow });
  for (const { sheet, plan, placeOf } of parts) {
    const columnAt = new Map([...placeOf].map(([column, place]) => [place, column]));
    const unlike = (kind: UnlikeColumns['kind'], place: number): UnlikeColumns => {
      const heading = plan.columns[columnAt.get(place) ?? place]?.heading ?? '';
      return { kind, sheet, heading, under: joined.columns[place]?.heading ?? '' };
    };
    for (const field of new Set([...keysOf(plan.mapping.columns), ...keysOf(joined.mapping.columns)])) {
      const own = (plan.mapping.columns[field] ?? []).map((column) => placeOf.get(column) ?? column);
      const here = (joined.mapping.columns[field] ?? []).filter((place) => columnAt.has(place));
      const other = own.find((place) => !here.includes(place)) ?? here.find((place) => !own.includes(place));
      if (other !== undefined) return unlike('field', other);
    }
    const [own, here] = [
      groupsAt(plan.itemGroups, (column) => placeOf.get(column) ?? null),
      groupsAt(joined.itemGroups, (place) => (columnAt.has(place) ? place : null)),
    ];
    const group = own.find((one) => !here.includes(one)) ?? here.find((one) => !own.includes(one));
    if (group !== undefined) return unlike('field', Number(group.split(' ').at(-1)));
    const days = joined.mapping.columns.scheduled_at ?? [];
    if (days.length > 0 && !days.some((place) => columnAt.has(place))) return unlike('day', days[0] ?? 0);
  }
  return null;
}

/** The columns of each further item, as texts that can be compared; those without a place are left out. */
function groupsAt(groups: ColumnPlan['itemGroups'], placeAt: (column: number) => number | null): readonly string[] {
  return groups.flatMap((group) => {
    const columns = Object.entries(group).flatMap(([field, column]) => {
      const place = placeAt(column);
      return place === null ? [] : [`${field} ${place}`];
    });
    return columns.length === 0 ? [] : [columns.toSorted().join(', ')];
  });
}

const keysOf = (columns: ColumnPlan['mapping']['columns']): ColumnField[] => Object.keys(columns) as ColumnField[];

function addTo<K>(map: Map<K, number[]>, key: K, place: number): void {
  const places = map.get(key) ?? [];
  if (!places.includes(place)) map.set(key, [...places, place]);
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
