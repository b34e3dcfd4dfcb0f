/** Rows that have more or fewer cells than the table: a delimiter or a line break inside an unquoted text moves values. */
import type { Issue } from '../../../shared/domain/issues.ts';
import type { Table } from '../../../shared/domain/table.ts';
import { readingIssue } from '../refusal.ts';

/** Of every non-empty record: its row, its number of cells, and the number up to the last that holds something. */
export interface RecordWidths {
  readonly rows: number[];
  readonly all: number[];
  readonly filled: number[];
}

/** Share of short rows from which they are the writer's habit (leaving out empty cells at the end) and no accident. */
const habitualShare = 0.2;

/**
 * A row with something beyond the table's last column is an error: its values may stand in the wrong columns. A row that
 * ends early is a warning, and so are headings that do so where every row goes on. Lines above the table (titles) are not
 * looked at.
 */
export function raggedIssues(widths: RecordWidths, table: Table): Issue[] {
  const usual = usualWidth(widths.all);
  if (usual < 2) return [];
  const start = widths.all.findIndex((width, index) => width >= usual && (widths.filled[index] ?? 0) > 1);
  if (start < 0) return [];
  const columns = widths.all[start] ?? usual;
  const long: Issue[] = [];
  const short: Issue[] = [];
  for (let index = start + 1; index < widths.rows.length; index++) {
    const row = widths.rows[index] ?? 0;
    const cells = widths.all[index] ?? 0;
    const filled = widths.filled[index] ?? 0;
    if (filled > columns) long.push(readingIssue('reading.longRow', 'error', 'row', { cells: filled, columns }, { row }));
    else if (cells < columns) short.push(readingIssue('reading.shortRow', 'warning', 'row', { cells, columns }, { row }));
  }
  const heading = shortHeading(widths, start, table);
  if (heading !== null) long.push(readingIssue('reading.shortRow', 'warning', 'row', { cells: heading.cells, columns }, { row: heading.row }));
  const isHabit = short.length > (widths.rows.length - start) * habitualShare;
  return isHabit ? [...long, readingIssue('reading.shortRows', 'notice', 'file', { count: short.length, columns })] : [...long, ...short];
}

/** The row of words right above values, where it has fewer cells than they: the headings, over the wrong columns perhaps. */
function shortHeading({ rows, all, filled }: RecordWidths, start: number, table: Table): { readonly row: number; readonly cells: number } | null {
  const row = rows[start - 1];
  const first = rows[start];
  if (row === undefined || first === undefined || first !== row + 1 || (filled[start - 1] ?? 0) < 2) return null;
  return hasDigits(table, row) || !hasDigits(table, first) ? null : { row, cells: all[start - 1] ?? 0 };
}

function hasDigits(table: Table, row: number): boolean {
  let found = false;
  table.forEachCell(table.indexOfRow(row), (_column, _kind, text) => (found ||= /\d/.test(text)));
  return found;
}

/** The most frequent width; the larger of two that are as frequent. */
function usualWidth(all: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of all) counts.set(width, (counts.get(width) ?? 0) + 1);
  let usual = 0;
  let most = 0;
  for (const [width, count] of counts) {
    if (count > most || (count === most && width > usual)) {
      usual = width;
      most = count;
    }
  }
  return usual;
}
