/** Find and replace over all rows that the filter shows: what would change, cell by cell, before anything does. */
import type { RowFilter, RowView, RowWindow } from '../../../shared/contract/views.ts';
import { cellViewOf, rawText, type GridColumn } from '../../grid/columns.ts';
import { MAX_CELLS, type CellEdit } from '../../grid/range-edits.ts';

export interface FindReplaceQuery {
  readonly find: string;
  readonly replacement: string;
  readonly wholeCell: boolean;
  /** The sheet's column that is looked through; null: all of them. */
  readonly column: number | null;
}

export interface CellChange extends CellEdit {
  readonly letters: string;
  readonly before: string;
}

export interface ReplaceChanges {
  readonly cells: readonly CellChange[];
  readonly rows: number;
  /** Cells of orders that can no longer be changed. */
  readonly locked: number;
  /** There are more than one act may change. */
  readonly tooMany: boolean;
}

const APOSTROPHES = "[ʻʼ‘’‛′`´'ʹʽ＇]";
const apostrophe = new RegExp(APOSTROPHES, 'u');

/** Case makes no difference, nor which apostrophe is written. Null where there is nothing to find. */
export function findPattern(find: string, wholeCell: boolean): RegExp | null {
  if (find === '') return null;
  const body = [...find]
    .map((letter) =>
      apostrophe.test(letter) ? APOSTROPHES : letter.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`),
    )
    .join('');
  return new RegExp(wholeCell ? `^\\s*${body}\\s*$` : body, 'giu');
}

/** The cells of a row that would change. */
export function changesInRow(
  row: RowView,
  columns: readonly GridColumn[],
  pattern: RegExp,
  { replacement, column: only }: FindReplaceQuery,
): readonly CellChange[] {
  return columns.flatMap((column) => {
    if (column.column === null || (only !== null && column.column !== only)) return [];
    const before = rawText(cellViewOf(row, column));
    // A function, so that «$&» in the new text stands for itself.
    const after = before.replace(pattern, () => replacement);
    return after === before
      ? []
      : [{ row: row.row, column: column.column, letters: column.letters, before, text: after }];
  });
}

const WINDOW = 500;
const none: ReplaceChanges = { cells: [], rows: 0, locked: 0, tooMany: false };

type FetchFilteredRows = (filter: RowFilter, from: number, count: number) => Promise<RowWindow | null>;

/** Looks through the rows in windows; `stopped` is asked between them. Null where it was stopped or rows could not be had. */
export async function findChanges(
  replacing: FindReplaceQuery,
  filter: RowFilter,
  columns: readonly GridColumn[],
  ask: FetchFilteredRows,
  stopped: () => boolean,
): Promise<ReplaceChanges | null> {
  const pattern = findPattern(replacing.find, replacing.wholeCell);
  if (!pattern) return none;
  const cells: CellChange[] = [];
  let rows = 0;
  let locked = 0;
  // The engine's own search leaves few rows to look at, unless a search is on already.
  const narrowed = filter.search === '' ? { ...filter, search: replacing.find.slice(0, 200) } : filter;
  for (let from = 0; ; from += WINDOW) {
    const window = await ask(narrowed, from, WINDOW);
    if (!window || stopped()) return null;
    for (const row of window.rows) {
      const changes = changesInRow(row, columns, pattern, replacing);
      if (changes.length === 0) continue;
      if (!row.editable) {
        locked += changes.length;
        continue;
      }
      if (cells.length + changes.length > MAX_CELLS) return { cells, rows, locked, tooMany: true };
      cells.push(...changes);
      rows += 1;
    }
    if (from + WINDOW >= window.total) return { cells, rows, locked, tooMany: false };
  }
}
