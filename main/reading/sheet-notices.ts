/** Makes what is said about the sheet that was read: what it hides, and that there are others. */
import type { Issue } from '../../shared/domain/model/issues.ts';
import type { SheetInfo, SheetPreview } from '../../shared/domain/table/sheet-file.ts';
import { columnLetters, type Table } from '../../shared/domain/table/table.ts';
import { readingIssue } from './refusal.ts';

/** Counts only hidden rows and columns with content: Excel hides thousands of empty ones, too. */
export function hiddenIssues(table: Table): Issue[] {
  const rows = table.hiddenRows.filter((row) => table.indexOfRow(row) >= 0);
  const columns = table.hiddenColumns.filter((column) => column < table.columnCount);
  const issues: Issue[] = [];
  const [firstRow] = rows;
  const [firstColumn] = columns;
  if (firstRow !== undefined)
    issues.push(readingIssue('reading.hiddenRows', 'notice', 'file', { count: rows.length }, { row: firstRow }));
  if (firstColumn !== undefined) {
    issues.push(
      readingIssue(
        'reading.hiddenColumns',
        'notice',
        'file',
        { count: columns.length, columns: columns.map(columnLetters).join(', ') },
        { column: firstColumn },
      ),
    );
  }
  return issues;
}

/** Serial numbers of the days from 2009 to 2064: unformatted numbers in this range are most likely dates. */
const firstDay = 40_000;
const lastDay = 60_000;

/** Warns where the number formats are missing and numbers may be dates: they were read as plain numbers. */
export function styleIssues(table: Table): Issue[] {
  let count = 0;
  let first: { readonly row: number; readonly column: number } | undefined;
  for (let index = 0; index < table.rowCount; index++) {
    table.forEachCell(index, (column, kind, text) => {
      if (kind !== 'number' || Number(text) < firstDay || Number(text) > lastDay) return;
      count++;
      first ??= { row: table.rowNumber(index), column };
    });
  }
  return first === undefined ? [] : [readingIssue('reading.noStyles', 'notice', 'file', { count }, first)];
}

/** A table has a heading and a row below it. */
const rowsOfATable = 2;
/** Sheets that a sentence names. */
const namedSheets = 10;

function quoted(names: readonly string[]): string {
  const named = names.slice(0, namedSheets).map((name) => `«${name}»`);
  return named.join(', ') + (names.length > namedSheets ? ' …' : '');
}

/**
 * Says that other visible sheets hold rows too, each with an answer that reads it, and which ones nobody looked into.
 * @param sheet what was read, as a person calls it
 * @param read indices of the sheets that were read
 */
export function otherSheetsIssues(
  sheet: string,
  read: readonly number[],
  sheets: readonly SheetInfo[],
  others: readonly SheetPreview[],
): Issue[] {
  const known = new Set([...read, ...others.map(({ sheetIndex }) => sheetIndex)]);
  const unseen = sheets.filter(({ hidden }, index) => !hidden && !known.has(index)).map(({ name }) => name);
  return [...filledSheetsIssues(sheet, read.length, sheets, others), ...unseenSheetsIssues(unseen)];
}

/** Beyond the limits of a preview a sheet may hold orders of which nothing else tells. */
function unseenSheetsIssues(names: readonly string[]): Issue[] {
  if (names.length === 0) return [];
  return [readingIssue('reading.unseenSheets', 'warning', 'file', { count: names.length, sheets: quoted(names) })];
}

function filledSheetsIssues(
  sheet: string,
  read: number,
  sheets: readonly SheetInfo[],
  others: readonly SheetPreview[],
): Issue[] {
  const filled = others
    .filter(({ rows }) => rows >= rowsOfATable)
    .map(({ sheetIndex, rows, hasMoreRows }) => ({ name: sheets[sheetIndex]?.name ?? '', rows, more: hasMoreRows }));
  if (filled.length === 0) return [];
  const named = filled.slice(0, namedSheets);
  const list =
    named.map(({ name, rows, more }) => `«${name}» (${rows}${more ? '+' : ''})`).join(', ') +
    (filled.length > namedSheets ? ' …' : '');
  // Of very many the step «File» has the list.
  const offered = filled.length > namedSheets ? [] : named;
  const answers = offered.map(
    ({ name }) =>
      ({
        fix: { kind: 'setReading', answer: 'readSheet', params: { sheet: name }, reading: { sheet: name } },
      }) as const,
  );
  return [
    {
      ...readingIssue('reading.otherSheets', 'notice', 'file', { sheet, read, sheets: list, count: filled.length }),
      ...(answers.length === 0 ? {} : { answers }),
    },
  ];
}

/** Says that the workbook lists sheets which the file does not hold. */
export function missingSheetsIssues(names: readonly string[]): Issue[] {
  if (names.length === 0) return [];
  return [readingIssue('reading.missingSheets', 'notice', 'file', { count: names.length, sheets: quoted(names) })];
}

/** Says that the sheet was preferred over the first one, for its headings. */
export function preferredSheetIssue(sheet: string, first: string): Issue {
  return {
    ...readingIssue('reading.preferredSheet', 'notice', 'file', { sheet, first }),
    answers: [
      { fix: { kind: 'setReading', answer: 'readSheet', params: { sheet: first }, reading: { sheet: first } } },
    ],
  };
}

/** Says that the sheet was read rather than one of earlier orders before it. */
export function currentSheetIssue(sheet: string, earlier: string): Issue {
  return {
    ...readingIssue('reading.currentSheet', 'notice', 'file', { sheet, earlier }),
    answers: [
      { fix: { kind: 'setReading', answer: 'readSheet', params: { sheet: earlier }, reading: { sheet: earlier } } },
    ],
  };
}
