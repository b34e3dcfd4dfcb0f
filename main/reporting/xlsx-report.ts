/** Writes the report as a workbook: a summary, all rows with what became of them, and the failed ones as a file to be sent again. */
import type { Writable } from 'node:stream';
import type { stream } from 'exceljs';
import { summaryLines } from '../../shared/domain/report/report-summary.ts';
import {
  failedColumns,
  reportColumnsOf,
  ReportTable,
  type ReportSourceRow,
  type ReportSummary,
} from '../../shared/domain/report/report-table.ts';
import { verdicts } from '../../shared/domain/model/order-states.ts';
import { sheetsBesideNames } from '../../shared/messages/sheets-beside.ts';
import type { Language, Translator } from '../../shared/messages/translator.ts';
import { translatorFor } from '../../shared/messages/translators.ts';
import { FailureError } from '../../shared/result.ts';
import { loadExcelJs } from './load-exceljs.ts';
import { replaceFile } from './file-replacement.ts';
import { type ReportSource, RowPasses, type WriteOptions } from './report-source.ts';
import {
  addedHeadingStyle,
  headingStyle,
  practiceStyle,
  printedOnA4,
  sectionStyle,
  textStyle,
  titleStyle,
  verdictStyles,
  wrappedStyle,
} from './report-styles.ts';
import { textCell } from './sheet-text.ts';

type WorkbookWriter = stream.xlsx.WorkbookWriter;
type Worksheet = ReturnType<WorkbookWriter['addWorksheet']>;

/** Limits of an Excel sheet. */
const maxRows = 1_048_576;
const maxColumns = 16_384;
/** Rows whose texts determine the column widths. */
const sampledRows = 200;
const widthOf = { least: 6, most: 40, sent: 60, field: 28, reason: 80 } as const;
/** Of {@link failedColumns}. */
const failedWidths = [18, widthOf.field, widthOf.reason] as const;

/** Blank cells are left out; the column's own style still makes them text. */
function addTextRow(sheet: Worksheet, cells: readonly string[]) {
  const row = sheet.addRow(cells.map((text) => (text === '' ? undefined : textCell(text))));
  // exceljs recognises a style only by its object: copies of the column's style would be written out for each cell.
  row.eachCell((cell) => {
    cell.style = textStyle;
  });
  return row;
}

/** Rows between two waits for the compression. */
const packedRows = 64;

/**
 * exceljs accepts rows faster than they can be compressed, without backpressure. This waits until the sheet's stream (not
 * in its types) has passed on what was written before, so that memory does not grow with the file.
 */
async function waitForPacking(sheet: Worksheet): Promise<void> {
  const { pipes } = (sheet as unknown as { readonly stream: { readonly pipes: readonly Writable[] } }).stream;
  // An empty chunk is taken when everything ahead of it has been.
  await Promise.all(pipes.map((pipe) => new Promise((resolve) => pipe.write(Buffer.alloc(0), resolve))));
}

/** Column widths from headings and the first rows, in characters. */
async function columnWidths(source: ReportSource, table: ReportTable): Promise<number[]> {
  const widths: number[] = [];
  const widen = (cells: readonly string[]) => {
    for (const [column, text] of cells.entries())
      widths[column] = Math.max(widths[column] ?? widthOf.least, Math.min(text.length + 2, widthOf.most));
  };
  widen(table.headings());
  let count = 0;
  for await (const row of source.rows()) {
    widen(table.row(row).cells);
    if (++count === sampledRows) break;
  }
  const columns = reportColumnsOf(source);
  const added = widths.length - columns.length;
  for (const name of ['sent', 'field', 'reason'] as const) widths[added + columns.indexOf(name)] = widthOf[name];
  return widths;
}

function writeSummary(
  workbook: WorkbookWriter,
  source: ReportSource,
  summary: ReportSummary,
  translate: Translator,
): void {
  const sheet = workbook.addWorksheet(translate('reportFile.sheet.summary'), {
    ...printedOnA4(0),
  });
  sheet.columns = [
    { width: 34, style: textStyle },
    { width: 90, style: textStyle },
  ];
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
    if (line.kind === 'value') row.getCell(2).style = wrappedStyle;
    row.commit();
  }
  sheet.commit();
}

interface ReportSheetContext {
  readonly workbook: WorkbookWriter;
  readonly source: ReportSource;
  readonly table: ReportTable;
  readonly passes: RowPasses;
  readonly widths: readonly number[];
  readonly translate: Translator;
}

async function writeRows(
  { workbook, source, table, passes, widths, translate }: ReportSheetContext,
  rowCount: number,
  sheetName: string,
): Promise<void> {
  const headingRow = source.practice ? 2 : 1;
  const headings = table.headings();
  const own = headings.length - reportColumnsOf(source).length;
  const sheet = workbook.addWorksheet(sheetName, {
    views: [{ state: 'frozen', ySplit: headingRow }],
    ...printedOnA4(headingRow),
  });
  sheet.columns = widths.map((width) => ({ width, style: textStyle }));
  if (source.practice) {
    const row = addTextRow(sheet, [translate('reportFile.practice')]);
    row.getCell(1).style = practiceStyle;
    row.commit();
  }
  const head = addTextRow(sheet, headings);
  for (let column = 1; column <= headings.length; column++)
    head.getCell(column).style = column > own ? addedHeadingStyle : headingStyle;
  head.commit();
  sheet.autoFilter = {
    from: { row: headingRow, column: 1 },
    to: { row: headingRow + rowCount, column: headings.length },
  };
  await passes.forEachRow((source: ReportSourceRow) => {
    const { cells, verdict } = table.row(source);
    const row = addTextRow(sheet, cells);
    if (verdict) for (const column of [own + 1, own + 2]) row.getCell(column).style = verdictStyles[verdict];
    row.commit();
    return row.number % packedRows === 0 ? waitForPacking(sheet) : undefined;
  });
  sheet.commit();
}

/** The sheet of failures: the file's own headings and cells, and why each row failed. It can go back to the shop as it is. */
async function writeFailed({ workbook, table, passes, widths, translate }: ReportSheetContext): Promise<void> {
  const sheet = workbook.addWorksheet(translate('reportFile.sheet.failed'), {
    views: [{ state: 'frozen', ySplit: 1 }],
    ...printedOnA4(1),
  });
  const headings = table.failedHeadings();
  const own = headings.length - failedColumns.length;
  sheet.columns = headings.map((_, column) => ({
    width: (column < own ? widths[column] : failedWidths[column - own]) ?? widthOf.least,
    style: textStyle,
  }));
  const head = addTextRow(sheet, headings);
  for (let column = 1; column <= headings.length; column++)
    head.getCell(column).style = column > own ? addedHeadingStyle : headingStyle;
  head.commit();
  await passes.forEachRow((source) => {
    const cells = table.failedRow(source);
    if (!cells) return undefined;
    const row = addTextRow(sheet, cells);
    row.getCell(headings.length).style = wrappedStyle;
    row.commit();
    return row.number % packedRows === 0 ? waitForPacking(sheet) : undefined;
  });
  sheet.commit();
}

async function workbookOn(target: Writable, createdAt: number): Promise<WorkbookWriter> {
  const stream = target as NonNullable<stream.xlsx.WorkbookStreamWriterOptions['stream']>;
  const excel = await loadExcelJs();
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  workbook.creator = 'Order Importer';
  workbook.lastModifiedBy = 'Order Importer';
  workbook.created = new Date(createdAt);
  workbook.modified = new Date(createdAt);
  return workbook;
}

/** @throws FailureError `reporting.tooManyColumns`, `reporting.tooManyRows` where the table does not fit on a sheet */
function checkSize(rows: number, columns: number): void {
  if (columns > maxColumns) throw new FailureError('reporting.tooManyColumns', { limit: maxColumns, columns });
  if (rows > maxRows) throw new FailureError('reporting.tooManyRows', { limit: maxRows, rows });
}

async function createSheetContext(
  workbook: WorkbookWriter,
  source: ReportSource,
  passes: RowPasses,
  columnCount: number,
): Promise<ReportSheetContext> {
  const table = new ReportTable(source, columnCount);
  const widths = await columnWidths(source, table);
  return {
    workbook,
    source,
    table,
    passes,
    widths,
    translate: translatorFor(source.language),
  };
}

/**
 * Writes the report in bounded memory; a practice report says so on the first line of its sheets.
 * @throws FailureError `reporting.cancelled`, `reporting.tooManyRows`, `reporting.tooManyColumns`, and those of
 * {@link replaceFile}
 */
export async function writeXlsxReport(
  path: string,
  source: ReportSource,
  options: WriteOptions = {},
): Promise<ReportSummary> {
  return replaceFile(path, async (target) => {
    const passes = new RowPasses(source, 3, options);
    const summary = await passes.summary();
    checkSize(summary.rows + (source.practice ? 2 : 1), summary.columnCount + reportColumnsOf(source).length);
    const parts = await createSheetContext(
      await workbookOn(target, source.createdAt),
      source,
      passes,
      summary.columnCount,
    );
    // Sheets are compressed while they are written, one after the other: hence a pass over the rows for each.
    writeSummary(parts.workbook, source, summary, parts.translate);
    await writeRows(parts, summary.rows, parts.translate('reportFile.sheet.rows'));
    await writeFailed(parts);
    await parts.workbook.commit();
    return summary;
  });
}

/** The longest name of a sheet, and the characters that none may have. */
const sheetNameLength = 31;
const notInSheetNames = /[[\]:*?/\\']/gu;

/**
 * Writes one workbook over several files: a sheet that sums them up, then each file's rows on a sheet of its own.
 * @throws FailureError as {@link writeXlsxReport}
 */
export async function writeDayReport(
  path: string,
  sources: readonly ReportSource[],
  language: Language,
): Promise<void> {
  await replaceFile(path, async (target) => {
    const workbook = await workbookOn(target, sources[0]?.createdAt ?? 0);
    const translate = translatorFor(language);
    const summaries: ReportSummary[] = [];
    for (const source of sources) {
      const summary = await new RowPasses(source, 1, {}).summary();
      checkSize(summary.rows + 2, summary.columnCount + reportColumnsOf(source).length);
      summaries.push(summary);
    }
    writeDaySummary(workbook, sources, summaries, translate);
    for (const [at, source] of sources.entries()) {
      const { rows = 0, columnCount = 0 } = summaries[at] ?? {};
      const parts = await createSheetContext(workbook, source, new RowPasses(source, 1, {}), columnCount);
      const name = `${at + 1} ${source.fileName.replaceAll(notInSheetNames, ' ')}`;
      await writeRows(parts, rows, name.slice(0, sheetNameLength).trim());
    }
    await workbook.commit();
  });
}

/** One line a file: whose it is, how many orders by result, and the sum of those that the WMS has; all of them below. */
function writeDaySummary(
  workbook: WorkbookWriter,
  sources: readonly ReportSource[],
  summaries: readonly ReportSummary[],
  translate: Translator,
): void {
  const sheet = workbook.addWorksheet(translate('reportFile.sheet.summary'), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  const hasBeside = sources.some(({ sheetsBeside = [] }) => sheetsBeside.length > 0);
  const headings = [
    translate('month.file'),
    translate('shop.word'),
    translate('month.orders'),
    ...verdicts.map((verdict) => translate(`verdict.${verdict}`)),
    translate('month.amount'),
    translate('reportFile.server'),
    ...(hasBeside ? [translate('reportFile.sheetsBeside')] : []),
  ];
  const widths = new Map([
    [0, 34],
    [headings.length - 1, hasBeside ? 44 : 18],
  ]);
  sheet.columns = headings.map((_, column) => ({ width: widths.get(column) ?? 18 }));
  const head = sheet.addRow(headings);
  for (let column = 1; column <= headings.length; column++) head.getCell(column).style = headingStyle;
  head.commit();
  const numbersOf = ({ orders, verdicts: counts, amounts }: ReportSummary): number[] => [
    orders.total,
    ...verdicts.map((verdict) => counts[verdict]),
    amounts?.done ?? 0,
  ];
  for (const [at, source] of sources.entries()) {
    const summary = summaries[at];
    if (!summary) continue;
    const practice = source.practice ? ` (${translate('server.practice')})` : '';
    const name = [source.fileName, source.part ?? ''].filter((text) => text !== '').join(' · ');
    const texts = [name, source.shop ?? ''].map(textCell);
    const beside = hasBeside ? [textCell(sheetsBesideNames(translate, source.sheetsBeside ?? []))] : [];
    sheet.addRow([...texts, ...numbersOf(summary), textCell(source.server + practice), ...beside]).commit();
  }
  const totals = summaries.map(numbersOf).reduce((sum, numbers) => sum.map((one, at) => one + (numbers[at] ?? 0)));
  sheet.addRow([translate('month.total'), '', ...totals]).commit();
  sheet.commit();
}
