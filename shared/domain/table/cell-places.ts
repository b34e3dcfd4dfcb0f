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

/**
 * The edit with the addresses that its cells have in the other places; null where one of them does not stand there, or is
 * in a row that was added to other rows.
 */
export function moveEdit(edit: Edit, from: CellPlaces, to: CellPlaces): Edit | null {
  if (areSamePlaces(from, to)) return edit;
  if (from.delimiter !== to.delimiter || !addressed.has(from.layout) || !addressed.has(to.layout)) return null;
  const hasSameRows = haveSameRows(from, to);
  const rowThere = (row: number): number | null => (hasSameRows ? row : moveRow(row, from, to));
  const cellsOf = <T extends { readonly row: number; readonly column: number }>(cells: readonly T[]): T[] | null =>
    allOf(cells, (cell) => {
      const row = rowThere(cell.row);
      const column = row === null ? null : moveColumn(cell, row, from, to);
      return row === null || column === null ? null : { ...cell, row, column };
    });
  switch (edit.kind) {
    case 'cells': {
      const cells = cellsOf(edit.cells);
      return cells && { ...edit, cells };
    }
    case 'addRow': {
      const row = rowThere(edit.row);
      const cells = cellsOf(edit.cells.map((cell) => ({ ...cell, row: edit.row })));
      return row === null
        ? null
        : cells && { ...edit, row, cells: cells.map(({ column, text }) => ({ column, text })) };
    }
    case 'leaveOut':
    case 'takeAsNew':
    case 'removeRows': {
      const rows = allOf(edit.rows, rowThere);
      return rows && { ...edit, rows };
    }
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

/** Whether every row has the same number, those that were added, too. */
function haveSameRows(one: CellPlaces, other: CellPlaces): boolean {
  const rows = ({ layout, lastRow, sheets }: CellPlaces): string =>
    JSON.stringify([layout, lastRow, sheets.map(({ name, isWhole }) => [name, isWhole])]);
  return rows(one) === rows(other);
}

function moveRow(row: number, from: CellPlaces, to: CellPlaces): number | null {
  const sheet = from.sheets[sheetPlaceOf(row)];
  const place = to.sheets.findIndex(({ name }) => name === sheet?.name);
  if (!sheet?.isWhole || to.sheets[place]?.isWhole !== true || row > from.lastRow) return null;
  const here = rowInTable(place, rowOnSheet(row));
  return here > to.lastRow ? null : here;
}

/** The column that the cell has in the other places, where its row is `there`. */
function moveColumn(
  { row, column }: { readonly row: number; readonly column: number },
  there: number,
  from: CellPlaces,
  to: CellPlaces,
): number | null {
  const [sheet, other] = [sheetOf(from, row), sheetOf(to, there)];
  const part = from.parts.find(({ firstColumn, keys }) => firstColumn <= column && column < firstColumn + keys.length);
  if (sheet === null || other === null || (part === undefined && column >= from.ownColumns)) return null;
  const own = paired(sheet, rowOnSheet(row), part?.source ?? column, 0);
  const here = own === null ? null : paired(other, rowOnSheet(row), own, 1);
  if (here === null || here >= to.ownColumns) return null;
  if (part === undefined) return here;
  const key = part.keys[column - part.firstColumn] ?? '';
  const same = to.parts.find(({ source, keys }) => source === here && keys.includes(key));
  return same === undefined ? null : same.firstColumn + same.keys.indexOf(key);
}

type SheetPlaces = CellPlaces['sheets'][number];

/** The row's sheet; an added row is of the last one. */
function sheetOf({ sheets }: CellPlaces, row: number): SheetPlaces | null {
  return sheets[sheetPlaceOf(row)] ?? null;
}

/** The column that is paired with one of the table (`side` 0) or of the sheet (1); null: none is. */
function paired(sheet: SheetPlaces, row: number, column: number, side: 0 | 1): number | null {
  if (sheet.columns.length === 0 || row < sheet.firstDataRow) return column;
  return sheet.columns.find((pair) => pair[side] === column)?.[1 - side] ?? null;
}

/** The decided columns where they stand in the other places; those that do not are guessed anew. */
export function moveColumns<T extends { readonly column: number }>(
  columns: readonly T[],
  from: CellPlaces,
  to: CellPlaces,
): readonly T[] {
  // Any row of the first sheet's data says where a column stands.
  const row = Math.max(1, from.sheets[0]?.firstDataRow ?? 1);
  return columns.flatMap((decided) => {
    const moved = moveEdit({ kind: 'cells', cells: [{ row, column: decided.column, text: '' }] }, from, to);
    const column = moved?.kind === 'cells' ? moved.cells[0]?.column : undefined;
    return column === undefined ? [] : [{ ...decided, column }];
  });
}

/** An edit of a history: in force or undone, or of cells that are not read now (`aside`: where they stand). */
interface KeptEdit {
  readonly edit: Edit;
  readonly aside?: CellPlaces;
}

/** The edits as they are where the cells stand in other places. */
export function moveHistory<T extends KeptEdit>(edits: readonly T[], from: CellPlaces, to: CellPlaces): readonly T[] {
  return edits.map((kept) => {
    const { aside = from, ...step } = kept;
    const edit = moveEdit(kept.edit, aside, to);
    return (edit === null ? { ...step, aside } : { ...step, edit }) as T;
  });
}
