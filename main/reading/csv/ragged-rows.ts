/** Reports rows with more or fewer cells than the table: a delimiter or line break in an unquoted text moves values. */
import type { Issue } from '../../../shared/domain/model/issues.ts';
import type { Table } from '../../../shared/domain/table/table.ts';
import { readingIssue } from '../refusal.ts';

/** Non-empty records directly below each other with the same number of cells: nearly always the whole file. */
interface RecordRun {
  readonly firstRow: number;
  count: number;
  /** Cells of each. */
  readonly all: number;
  /** Cells up to the last that holds something. */
  readonly filled: number;
}

/** How many cells each non-empty record has. */
export class RecordWidths {
  readonly runs: RecordRun[] = [];

  /** Records come in the order of their rows. `filled`: cells up to the last that holds something. */
  note(row: number, all: number, filled: number): void {
    if (filled === 0) return;
    const last = this.runs.at(-1);
    if (last?.all === all && last.filled === filled && last.firstRow + last.count === row) last.count++;
    else this.runs.push({ firstRow: row, count: 1, all, filled });
  }
}

/** From this share of short rows on, the writer leaves out empty cells at the end as a rule. */
const habitualShare = 0.2;

/**
 * A row with something beyond the table's last column is an error: its values may stand in the wrong columns. A row that
 * ends early is a warning, and so are headings that do so where every row goes on. Lines above the table (titles) are
 * ignored.
 */
export function raggedIssues({ runs }: RecordWidths, table: Table): Issue[] {
  const usual = usualWidth(runs);
  if (usual < 2) return [];
  const start = runs.findIndex(({ all, filled }) => all >= usual && filled > 1);
  const first = runs[start];
  if (first === undefined) return [];
  const columns = first.all;
  const long: Issue[] = [];
  const short: Issue[] = [];
  let records = first.count;
  for (const { firstRow, count, all, filled } of runs.slice(start + 1)) {
    records += count;
    for (let row = firstRow; row < firstRow + count; row++) {
      if (filled > columns)
        long.push(readingIssue('reading.longRow', 'error', 'row', { cells: filled, columns }, { row }));
      else if (all < columns)
        short.push(readingIssue('reading.shortRow', 'warning', 'row', { cells: all, columns }, { row }));
    }
  }
  const heading = shortHeading(runs[start - 1], first, table);
  if (heading !== null)
    long.push(
      readingIssue('reading.shortRow', 'warning', 'row', { cells: heading.cells, columns }, { row: heading.row }),
    );
  const isHabit = short.length > records * habitualShare;
  return isHabit
    ? [...long, readingIssue('reading.shortRows', 'notice', 'file', { count: short.length, columns })]
    : [...long, ...short];
}

/** The heading row directly above the values where it has fewer cells: it may be over the wrong columns. */
function shortHeading(
  above: RecordRun | undefined,
  first: RecordRun,
  table: Table,
): { readonly row: number; readonly cells: number } | null {
  const row = first.firstRow - 1;
  if (above === undefined || above.firstRow + above.count !== first.firstRow || above.filled < 2) return null;
  return hasDigits(table, row) || !hasDigits(table, first.firstRow) ? null : { row, cells: above.all };
}

function hasDigits(table: Table, row: number): boolean {
  let found = false;
  table.forEachCell(table.indexOfRow(row), (_column, _kind, text) => (found ||= /\d/.test(text)));
  return found;
}

/** The most frequent width; the larger of two that are as frequent. */
function usualWidth(runs: readonly RecordRun[]): number {
  const counts = new Map<number, number>();
  for (const { all, count } of runs) counts.set(all, (counts.get(all) ?? 0) + count);
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
