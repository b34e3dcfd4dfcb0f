/** What is said of the sheet that was read: what it hides, and that there are others. */
import type { Issue } from '../../shared/domain/issues.ts';
import { columnLetters, type Table } from '../../shared/domain/table.ts';
import { readingIssue } from './refusal.ts';

/** Only where something is hidden: Excel hides thousands of empty rows and columns, too. */
export function hiddenIssues(table: Table): Issue[] {
  const rows = table.hiddenRows.filter((row) => table.indexOfRow(row) >= 0);
  const columns = table.hiddenColumns.filter((column) => column < table.columnCount);
  const issues: Issue[] = [];
  const [firstRow] = rows;
  const [firstColumn] = columns;
  if (firstRow !== undefined) issues.push(readingIssue('reading.hiddenRows', 'notice', 'file', { count: rows.length }, { row: firstRow }));
  if (firstColumn !== undefined) {
    issues.push(readingIssue('reading.hiddenColumns', 'notice', 'file', { count: columns.length, columns: columns.map(columnLetters).join(', ') }, { column: firstColumn }));
  }
  return issues;
}

/** @param others names of the visible sheets that hold rows, too */
export function otherSheetsIssues(sheet: string, others: readonly string[]): Issue[] {
  return others.length === 0 ? [] : [readingIssue('reading.otherSheets', 'notice', 'file', { sheet, sheets: others.join(', '), count: others.length })];
}
