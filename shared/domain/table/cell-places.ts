/**
 * Where the cells of a table stand in their file. The same cell has another address once other sheets are read with it, and
 * another cell has its address; by these places a correction follows its own cell, or is left out where it is not read.
 */
import { z } from 'zod';
import type { Edit } from '../model/edits.ts';
import { rowInTable, rowOnSheet, sheetPlaceOf } from '../model/sheet-rows.ts';
import { AddedRows } from './added-rows.ts';
import type { Table } from './table.ts';

/**
 * How the table was made of its sheet or sheets:
 * - `sheet`: one sheet, or a range of it; `list`: several sheets as one; `pair`: items' sheet with its orders' columns
 * - `tables`, `tablePair`: several tables of a sheet as one; `blanks`, `axes`, `messages`: rows that no sheet has so
 */
export const tableLayouts = ['sheet', 'list', 'pair', 'tables', 'tablePair', 'blanks', 'axes', 'messages'] as const;
export type TableLayout = (typeof tableLayouts)[number];

/** Layouts whose own cells keep the addresses that they have on their sheet, or say them. */
const addressed: ReadonlySet<TableLayout> = new Set<TableLayout>(['sheet', 'list', 'pair']);

const index = z.int().min(0);

export const cellPlacesSchema = z.strictObject({
  layout: z.enum(tableLayouts),
  /** Of a text file: with another one the columns are others. */
  delimiter: z.string().nullable(),
  sheets: z
    .array(
      z.strictObject({
        name: z.string(),
        /** Whether its rows keep their numbers: its tables do not stand beside each other. */
        isWhole: z.boolean(),
        /** Its first row of data (Excel's number): what stands above keeps its columns. */
        firstDataRow: index,
        /** Columns here and on the sheet; none: they are the same. */
        columns: z.array(z.tuple([index, index])),
      }),
    )
    .min(1),
  /** Columns from this one on are none of the sheets' own. */
  ownColumns: index,
  parts: z.array(z.strictObject({ source: index, firstColumn: index, keys: z.array(z.string()) })),
  /** The file's last row; those after it were added. */
  lastRow: index,
});
export type CellPlaces = z.infer<typeof cellPlacesSchema>;

/** More columns than a sheet has. */
const everyColumn = 16_384;

/** The places of the table's cells. */
export function cellPlacesOf(table: Table, layout: TableLayout, delimiter: string | null): CellPlaces {
  const { joined, stacked, parts } = table;
  return {
    layout,
    delimiter,
    sheets:
      stacked.length === 0
        ? [{ name: table.sheet, isWhole: true, firstDataRow: 0, columns: [] }]
        : stacked.map(({ name, isWhole, firstDataIndex, columns }) => ({
            name,
            isWhole,
            firstDataRow: firstDataIndex < table.rowCount ? rowOnSheet(table.rowNumber(firstDataIndex)) : 0,
            columns: [...columns],
          })),
    ownColumns: joined?.firstColumn ?? parts[0]?.firstColumn ?? everyColumn,
    parts: parts.map(({ source, firstColumn, keys }) => ({ source, firstColumn, keys: [...keys] })),
    lastRow: new AddedRows(table).nextNumber - 1,
  };
}

/** Whether every address is the same cell's. */
export function areSamePlaces(one: CellPlaces, other: CellPlaces): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A cell by its sheet: the row is Excel's number, the column 0-based; `part` of it, where it was taken apart. */
interface SheetCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly part: string | null;
}

/**
 * The edit with the addresses that its cells have in the other places; null where one of them does not stand there, or was
 * added to the table.
 */
export function moveEdit(edit: Edit, from: CellPlaces, to: CellPlaces): Edit | null {
  if (areSamePlaces(from, to)) return edit;
  if (from.delimiter !== to.delimiter || !addressed.has(from.layout) || !addressed.has(to.layout)) return null;
  switch (edit.kind) {
    case 'cells': {
      const cells = allOf(edit.cells, ({ row, column, text }) => {
        const source = sheetCell(from, row, column);
        const here = source && cellIn(to, source);
        return here && { ...here, text };
      });
      return cells && { ...edit, cells };
    }
    case 'leaveOut':
    case 'takeAsNew': {
      const rows = allOf(edit.rows, (row) => moveRow(row, from, to));
      return rows && { ...edit, rows };
    }
    case 'addRow':
    case 'removeRows':
      return null;
  }
}

function allOf<T, U>(things: readonly T[], change: (thing: T) => U | null): U[] | null {
  const changed: U[] = [];
  for (const thing of things) {
    const one = change(thing);
    if (one === null) return null;
    changed.push(one);
  }
  return changed;
}

function moveRow(row: number, from: CellPlaces, to: CellPlaces): number | null {
  const sheet = from.sheets[sheetPlaceOf(row)];
  const place = to.sheets.findIndex(({ name }) => name === sheet?.name);
  if (!sheet?.isWhole || to.sheets[place]?.isWhole !== true || row > from.lastRow) return null;
  const here = rowInTable(place, rowOnSheet(row));
  return here > to.lastRow ? null : here;
}

function sheetCell(places: CellPlaces, row: number, column: number): SheetCell | null {
  const sheet = places.sheets[sheetPlaceOf(row)];
  const part = places.parts.find(
    ({ firstColumn, keys }) => firstColumn <= column && column < firstColumn + keys.length,
  );
  if (!sheet?.isWhole || row > places.lastRow || (part === undefined && column >= places.ownColumns)) return null;
  const onSheet = rowOnSheet(row);
  const own = paired(sheet, onSheet, part?.source ?? column, 0);
  const key = part?.keys[column - part.firstColumn] ?? null;
  return own === null ? null : { sheet: sheet.name, row: onSheet, column: own, part: key };
}

function cellIn(places: CellPlaces, cell: SheetCell): { readonly row: number; readonly column: number } | null {
  const place = places.sheets.findIndex(({ name }) => name === cell.sheet);
  const sheet = places.sheets[place];
  const row = rowInTable(place, cell.row);
  if (!sheet?.isWhole || row > places.lastRow) return null;
  const here = paired(sheet, cell.row, cell.column, 1);
  if (here === null || here >= places.ownColumns) return null;
  if (cell.part === null) return { row, column: here };
  const { part: wanted } = cell;
  const part = places.parts.find(({ source, keys }) => source === here && keys.includes(wanted));
  return part === undefined ? null : { row, column: part.firstColumn + part.keys.indexOf(wanted) };
}

/** The column that is paired with one of the table (`side` 0) or of the sheet (1); null: none is. */
function paired(sheet: CellPlaces['sheets'][number], row: number, column: number, side: 0 | 1): number | null {
  if (sheet.columns.length === 0 || row < sheet.firstDataRow) return column;
  return sheet.columns.find((pair) => pair[side] === column)?.[1 - side] ?? null;
}
