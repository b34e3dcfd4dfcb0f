/** The report as a workbook: a summary, all rows with what became of them, and the failed ones as a file to be sent again. */
import type { Writable } from 'node:stream';
import ExcelJS, { type stream } from 'exceljs';
import { summaryLines } from '../../shared/domain/report-summary.ts';
import { addedColumns, ReportTable, type ReportSourceRow, type ReportSummary } from '../../shared/domain/report-table.ts';
import { type Translator, translatorFor } from '../../shared/messages/translator.ts';
import { FailureError } from '../../shared/result.ts';
import { replaceFile } from './file-replacement.ts';
import { type ReportSource, RowPasses, type WritingOptions } from './report-source.ts';
import { addedHeadingStyle, headingStyle, practiceStyle, sectionStyle, textStyle, titleStyle, verdictStyles, wrappedStyle } from './report-styles.ts';
import { textCell } from './sheet-text.ts';

type WorkbookWriter = stream.xlsx.WorkbookWriter;
type Worksheet = ReturnType<WorkbookWriter['addWorksheet']>;

/** Of an Excel sheet. */
const maxRows = 1_048_576;
const maxColumns = 16_384;
/** Rows whose texts decide how wide the columns are. */
const sampledRows = 200;
const widthOf = { least: 6, most: 40, reason: 80 } as const;

function addTextRow(sheet: Worksheet, cells: readonly string[]) {
  // Blank cells stay blank: a cell with an empty text is not the same to Excel.
  return sheet.addRow(cells.map((text) => (text === '' ? null : textCell(text))));
}

/** Column widths from headings and the first rows, in characters. */
async function columnWidths(source: ReportSource, table: ReportTable): Promise<number[]> {
  const widths: number[] = [];
  const widen = (cells: readonly string[]) => {
    for (const [column, text] of cells.entries()) widths[column] = Math.max(widths[column] ?? widthOf.least, Math.min(text.length + 2, widthOf.most));
  };
  widen(table.headings());
  let count = 0;
  for await (const row of source.rows()) {
    widen(table.row(row).cells);
    if (++count === sampledRows) break;
  }
  const reason = widths.length - addedColumns.length + addedColumns.indexOf('reason');
  widths[reason] = widthOf.reason;
  return widths;
}

function writeSummary(workbook: WorkbookWriter, source: ReportSource, summary: ReportSummary, translate: Translator): void {
  const sheet = workbook.addWorksheet(translate('reportFile.sheet.summary'), { pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } });
  sheet.columns = [{ width: 34, style: textStyle }, { width: 90, style: wrappedStyle }];
  for (const line of summaryLines(source, summary)) {
    if (line.kind === 'blank') {
      sheet.addRow([null]).commit();
      continue;
    }
    const row = addTextRow(sheet, line.kind === 'value' ? [line.label, line.text] : [line.text]);
    const first = row.getCell(1);
    if (line.kind === 'practice') first.style = practiceStyle;
    else if (line.kind === 'title') first.style = titleStyle;
    else if (line.kind === 'section') first.style = sectionStyle;
    else if (line.kind === 'value' && line.verdict) first.style = verdictStyles[line.verdict];
    row.commit();
  }
  sheet.commit();
}

interface SheetParts {
  readonly workbook: WorkbookWriter;
  readonly source: ReportSource;
  readonly table: ReportTable;
  readonly passes: RowPasses;
  readonly widths: readonly number[];
  readonly translate: Translator;
}

async function writeRows({ workbook, source, table, passes, widths, translate }: SheetParts, rowCount: number): Promise<void> {
  const headingRow = source.practice ? 2 : 1;
  const headings = table.headings();
  const own = headings.length - addedColumns.length;
  const sheet = workbook.addWorksheet(translate('reportFile.sheet.rows'), { views: [{ state: 'frozen', ySplit: headingRow }] });
  sheet.columns = widths.map((width) => ({ width, style: textStyle }));
  if (source.practice) {
    const row = addTextRow(sheet, [translate('reportFile.practice')]);
    row.getCell(1).style = practiceStyle;
    row.commit();
  }
  const head = addTextRow(sheet, headings);
  for (let column = 1; column <= headings.length; column++) head.getCell(column).style = column > own ? addedHeadingStyle : headingStyle;
  head.commit();
  sheet.autoFilter = { from: { row: headingRow, column: 1 }, to: { row: headingRow + rowCount, column: headings.length } };
  await passes.each((source: ReportSourceRow) => {
    const { cells, verdict } = table.row(source);
    const row = addTextRow(sheet, cells);
    if (verdict) for (const column of [own + 1, own + 2]) row.getCell(column).style = verdictStyles[verdict];
    row.commit();
  });
  sheet.commit();
}

/** The file's own headings and cells and nothing else: a file to be put right and opened again. */
async function writeFailed({ workbook, table, passes, widths, translate }: SheetParts): Promise<void> {
  const sheet = workbook.addWorksheet(translate('reportFile.sheet.failed'), { views: [{ state: 'frozen', ySplit: 1 }] });
  const headings = table.ownHeadings();
  sheet.columns = headings.map((_, column) => ({ width: widths[column] ?? widthOf.least, style: textStyle }));
  const head = addTextRow(sheet, headings);
  for (let column = 1; column <= headings.length; column++) head.getCell(column).style = headingStyle;
  head.commit();
  await passes.each((source) => {
    const cells = table.rowToSendAgain(source);
    if (cells) addTextRow(sheet, cells).commit();
  });
  sheet.commit();
}

async function writeWorkbook(target: Writable, source: ReportSource, options: WritingOptions): Promise<ReportSummary> {
  const translate = translatorFor(source.language);
  const passes = new RowPasses(source, 3, options);
  const summary = await passes.summary();
  const columns = summary.columnCount + addedColumns.length;
  const rows = summary.rows + (source.practice ? 2 : 1);
  if (columns > maxColumns) throw new FailureError('reporting.tooManyColumns', { limit: maxColumns, columns });
  if (rows > maxRows) throw new FailureError('reporting.tooManyRows', { limit: maxRows, rows });
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: target as NonNullable<stream.xlsx.WorkbookStreamWriterOptions['stream']>, useStyles: true, useSharedStrings: false });
  workbook.creator = 'Order Importer';
  workbook.lastModifiedBy = 'Order Importer';
  workbook.created = new Date(source.createdAt);
  workbook.modified = new Date(source.createdAt);
  const table = new ReportTable(source, summary.columnCount);
  const parts: SheetParts = { workbook, source, table, passes, widths: await columnWidths(source, table), translate };
  // A sheet is packed while it is written, so they come one after another: hence a pass over the rows for each.
  writeSummary(workbook, source, summary, translate);
  await writeRows(parts, summary.rows);
  await writeFailed(parts);
  await workbook.commit();
  return summary;
}

/**
 * Writes the report in bounded memory; a practice report says so on the first line of its sheets.
 *
 * Errors (as {@link FailureError}): those of {@link replaceFile}, `reporting.cancelled`, `reporting.tooManyRows`,
 * `reporting.tooManyColumns`.
 */
export async function writeXlsxReport(path: string, source: ReportSource, options: WritingOptions = {}): Promise<ReportSummary> {
  return replaceFile(path, (target) => writeWorkbook(target, source, options));
}
