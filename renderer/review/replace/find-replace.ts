/** Finds the cells that a find-and-replace would change, in all rows that the filter shows. */
import type { RowFilter, RowView, RowWindow } from '../../../shared/contract/views.ts';
import type { Words } from '../../words/words.ts';
import { cellAddress, cellViewOf, rawText, type GridColumn } from '../../grid/columns.ts';
import { MAX_CELLS, type CellEdit } from '../../grid/range-edits.ts';

export interface FindReplaceQuery {
  readonly find: string;
  readonly replacement: string;
  readonly wholeCell: boolean;
  /** The sheet's column that is searched; null: all of them. */
  readonly column: number | null;
}

export interface CellChange extends CellEdit {
  /** In the file. */
  readonly address: string;
  readonly before: string;
}

export interface ReplaceChanges {
  readonly cells: readonly CellChange[];
  readonly rows: number;
  /** Number of matching cells in orders that can no longer be changed. */
  readonly locked: number;
  /** There are more matches than one command may change. */
  readonly tooMany: boolean;
}

const APOSTROPHES = "[ʻʼ‘’‛′`´'ʹʽ＇]";
const apostrophe = new RegExp(APOSTROPHES, 'u');

/** The pattern of a search text, ignoring case and the kind of apostrophe. Null: there is nothing to find. */
export function findPattern(find: string, wholeCell: boolean): RegExp | null {
  if (find === '') return null;
  const body = [...find]
    .map((letter) =>
      apostrophe.test(letter) ? APOSTROPHES : letter.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`),
    )
    .join('');
  return new RegExp(wholeCell ? `^\\s*${body}\\s*$` : body, 'giu');
}

const plainName = (row: number): number => row;

/** The cells of a row that would change. @param rowName what a row is called */
export function changesInRow(
  row: RowView,
  columns: readonly GridColumn[],
  pattern: RegExp,
  { replacement, column: only }: FindReplaceQuery,
  rowName: Words['rowName'] = plainName,
): readonly CellChange[] {
  return columns.flatMap((column) => {
    if (column.column === null || (only !== null && column.column !== only)) return [];
    const before = rawText(cellViewOf(row, column));
    // A function, so that «$&» in the new text stands for itself.
    const after = before.replace(pattern, () => replacement);
    return after === before
      ? []
      : [{ row: row.row, column: column.column, address: cellAddress(row, column, rowName), before, text: after }];
  });
}

const WINDOW = 500;
const none: ReplaceChanges = { cells: [], rows: 0, locked: 0, tooMany: false };

type FetchFilteredRows = (filter: RowFilter, from: number, count: number) => Promise<RowWindow | null>;

/** Searches the rows in windows; checks `stopped` between them. Null: it was stopped, or rows could not be loaded. */
export async function findChanges(
  replacing: FindReplaceQuery,
  filter: RowFilter,
  columns: readonly GridColumn[],
  ask: FetchFilteredRows,
  stopped: () => boolean,
  rowName: Words['rowName'] = plainName,
): Promise<ReplaceChanges | null> {
  const pattern = findPattern(replacing.find, replacing.wholeCell);
  if (!pattern) return none;
  const cells: CellChange[] = [];
  let rows = 0;
  let locked = 0;
  // Let the engine's own search narrow the rows, unless the filter has a search already.
  const narrowed = filter.search === '' ? { ...filter, search: replacing.find.slice(0, 200) } : filter;
  for (let from = 0; ; from += WINDOW) {
    const window = await ask(narrowed, from, WINDOW);
    if (!window || stopped()) return null;
    for (const row of window.rows) {
      const changes = changesInRow(row, columns, pattern, replacing, rowName);
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
