/** Works out which cells change when a range is cleared, filled down or pasted into. Pure: rows in, texts out. */
import type { RowView } from '../../shared/contract/views.ts';
import { cellViewOf, rawText, isCellEditable, type GridColumn } from './columns.ts';
import type { Range } from './selection.ts';

export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface RangeEdit {
  readonly cells: readonly CellEdit[];
  /** A row that was skipped because its order can no longer be changed. */
  readonly lockedRow: RowView | null;
  /** Number of copied lines and columns that lie outside the sheet. */
  readonly outsideCount: number;
}

/** Most cells that one command may change. */
export const MAX_CELLS = 100_000;

/** `rows` are the range's rows, from its top. */
export function clearEdit(rows: readonly RowView[], range: Range, columns: readonly GridColumn[]): RangeEdit {
  return written(rows, range, columns, () => '');
}

/** The first row's texts in all rows below it. */
export function fillDownEdit(rows: readonly RowView[], range: Range, columns: readonly GridColumn[]): RangeEdit {
  const [source, ...below] = rows;
  if (!source) return { cells: [], lockedRow: null, outsideCount: 0 };
  return written(below, range, columns, (_line, at) => {
    const column = columns[range.left + at];
    return column ? rawText(cellViewOf(source, column)) : '';
  });
}

/** How large a paste is: one copied cell fills the range; a range of whole multiples is tiled; else the copy's own size. */
export function pasteSize(
  lines: readonly (readonly string[])[],
  range: Range,
): { readonly height: number; readonly width: number } {
  const width = Math.max(0, ...lines.map((line) => line.length));
  const rangeHeight = range.bottom - range.top + 1;
  const rangeWidth = range.right - range.left + 1;
  const tiles = width > 0 && rangeHeight % lines.length === 0 && rangeWidth % width === 0;
  return tiles ? { height: rangeHeight, width: rangeWidth } : { height: lines.length, width };
}

/** Pastes the copied lines from the range's top left cell on; `rows` from the range's top, as many as there are. */
export function pasteEdit(
  rows: readonly RowView[],
  range: Range,
  columns: readonly GridColumn[],
  lines: readonly (readonly string[])[],
): RangeEdit {
  const { height, width } = pasteSize(lines, range);
  const fits = { height: Math.min(height, rows.length), width: Math.min(width, columns.length - range.left) };
  const target = { ...range, right: range.left + fits.width - 1 };
  const copyWidth = Math.max(1, ...lines.map((line) => line.length));
  const edit = written(
    rows.slice(0, fits.height),
    target,
    columns,
    (line, at) => lines[line % lines.length]?.[at % copyWidth] ?? '',
  );
  return { ...edit, outsideCount: height - fits.height + (width - fits.width) };
}

function written(
  rows: readonly RowView[],
  range: Range,
  columns: readonly GridColumn[],
  text: (line: number, at: number) => string,
): RangeEdit {
  const cells: CellEdit[] = [];
  let lockedRow: RowView | null = null;
  rows.forEach((row, line) => {
    if (!row.editable) lockedRow ??= row;
    for (let at = range.left; at <= range.right; at++) {
      const column = columns[at];
      if (!column || column.column === null || !isCellEditable(row, column)) continue;
      const now = text(line, at - range.left);
      if (now !== rawText(cellViewOf(row, column))) cells.push({ row: row.row, column: column.column, text: now });
    }
  });
  return { cells, lockedRow, outsideCount: 0 };
}
