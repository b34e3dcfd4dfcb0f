/** Find and replace over all rows that the filter shows: what would change, cell by cell, before anything does. */
import type { RowFilter, RowView, RowWindow } from '../../../shared/contract/views.ts';
import { cellOf, heldText, type GridColumn } from '../../grid/columns.ts';
import { MOST_CELLS, type CellText } from '../../grid/range-edits.ts';

export interface Replacing {
  readonly find: string;
  readonly text: string;
  readonly wholeCell: boolean;
  /** The sheet's column that is looked through; null: all of them. */
  readonly column: number | null;
}

export interface CellChange extends CellText {
  readonly letters: string;
  readonly before: string;
}

export interface Changes {
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
export function findingPattern(find: string, wholeCell: boolean): RegExp | null {
  if (find === '') return null;
  const body = [...find].map((letter) => (apostrophe.test(letter) ? APOSTROPHES : letter.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`))).join('');
  return new RegExp(wholeCell ? `^\\s*${body}\\s*$` : body, 'giu');
}

/** The cells of a row that would change. */
export function changesOf(row: RowView, columns: readonly GridColumn[], pattern: RegExp, { text, column: only }: Replacing): readonly CellChange[] {
  return columns.flatMap((column) => {
    if (column.column === null || (only !== null && column.column !== only)) return [];
    const before = heldText(cellOf(row, column));
    // A function, so that «$&» in the new text stands for itself.
    const after = before.replace(pattern, () => text);
    return after === before ? [] : [{ row: row.row, column: column.column, letters: column.letters, before, text: after }];
  });
}

const WINDOW = 500;
const none: Changes = { cells: [], rows: 0, locked: 0, tooMany: false };

type AskRows = (filter: RowFilter, from: number, count: number) => Promise<RowWindow | null>;

/** Looks through the rows in windows; `stopped` is asked between them. Null where it was stopped or rows could not be had. */
export async function findChanges(replacing: Replacing, filter: RowFilter, columns: readonly GridColumn[], ask: AskRows, stopped: () => boolean): Promise<Changes | null> {
  const pattern = findingPattern(replacing.find, replacing.wholeCell);
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
      const changes = changesOf(row, columns, pattern, replacing);
      if (changes.length === 0) continue;
      if (!row.editable) {
        locked += changes.length;
        continue;
      }
      if (cells.length + changes.length > MOST_CELLS) return { cells, rows, locked, tooMany: true };
      cells.push(...changes);
      rows += 1;
    }
    if (from + WINDOW >= window.total) return { cells, rows, locked, tooMany: false };
  }
}
