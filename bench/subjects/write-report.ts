/** Subjects: a report written by our writer, and the same table by exceljs. */
import fs from 'node:fs';
import {
  addedHeadingStyle,
  headingStyle,
  printedOnA4,
  textStyle,
  verdictStyles,
} from '../../main/reporting/report-styles.ts';
import { writeXlsxReport } from '../../main/reporting/xlsx-report.ts';
import type { ReportSourceRow } from '../../shared/domain/report/report-table.ts';
import { headings, orderRows } from '../orders.ts';
import { numberArgument, textArgument, timed, type Arguments, type Subjects } from '../subject.ts';

/** Columns of the file; with the six that the report adds, twenty. */
const ownColumns = 14;
const addedColumns = 6;
const verdict = ['Done', 'Accepted', '7001234', '1000001', 'The warehouse took the order.', '24.11.2026 10:00'];

function textRows(count: number): string[][] {
  return Array.from(orderRows(count), (values) =>
    values.slice(0, ownColumns).map((value) => (typeof value === 'object' ? String(value.serial) : String(value))),
  );
}

function sizeOf(file: string): number {
  const { size } = fs.statSync(file);
  fs.rmSync(file);
  return size;
}

export const subjects: Subjects = {
  ours: async (args) => {
    const rows: readonly ReportSourceRow[] = textRows(numberArgument(args, 'rows')).map((cells, index) => ({
      row: index + 2,
      cells,
      orderKey: cells[0] ?? '',
    }));
    const file = textArgument(args, 'file');
    const outcome = {
      state: 'accepted',
      wmsId: 7_001_234,
      reasons: [{ text: verdict[4] ?? '', field: '', row: null }],
      at: Date.UTC(2026, 10, 24, 5),
    } as const;
    const { ms } = await timed(() =>
      writeXlsxReport(file, {
        headings: headings.slice(0, ownColumns),
        outcomeOf: () => outcome,
        server: 'https://wms.example/',
        practice: false,
        fileName: 'orders.xlsx',
        createdAt: Date.UTC(2026, 10, 24),
        language: 'en',
        rows: () => rows,
        rowCount: rows.length,
      }),
    );
    return { ms, size: sizeOf(file) };
  },
  workbook: async (args: Arguments) => {
    const { default: exceljs } = await import('exceljs');
    const rows = textRows(numberArgument(args, 'rows'));
    const file = textArgument(args, 'file');
    const { ms } = await timed(async () => {
      const workbook = new exceljs.Workbook();
      const sheet = workbook.addWorksheet('Rows');
      sheet.addRow([
        ...headings.slice(0, ownColumns),
        ...Array.from({ length: addedColumns }, (_, column) => `added ${column}`),
      ]);
      for (const cells of rows) sheet.addRow([...cells, ...verdict]);
      await workbook.xlsx.writeFile(file);
    });
    return { ms, size: sizeOf(file) };
  },
  workbookWriter: async (args: Arguments) => {
    const { default: exceljs } = await import('exceljs');
    const rows = textRows(numberArgument(args, 'rows'));
    const file = textArgument(args, 'file');
    const { ms } = await timed(async () => {
      const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: file });
      const sheet = workbook.addWorksheet('Rows');
      sheet
        .addRow([
          ...headings.slice(0, ownColumns),
          ...Array.from({ length: addedColumns }, (_, column) => `added ${column}`),
        ])
        .commit();
      for (const cells of rows) sheet.addRow([...cells, ...verdict]).commit();
      await workbook.commit();
    });
    return { ms, size: sizeOf(file) };
  },
  /** The report's three sheets with its styles, as the library's guide writes them. */
  styledWriter: async (args: Arguments) => {
    const { default: exceljs } = await import('exceljs');
    const rows = textRows(numberArgument(args, 'rows'));
    const file = textArgument(args, 'file');
    const own = headings.slice(0, ownColumns);
    const { ms } = await timed(async () => {
      const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true });
      const summary = workbook.addWorksheet('Summary', printedOnA4(0));
      summary.columns = [
        { width: 34, style: textStyle },
        { width: 90, style: textStyle },
      ];
      for (const line of verdict) summary.addRow([line, line]).commit();
      summary.commit();
      for (const [name, written] of [['Rows', rows] as const, ['Failed', []] as const]) {
        const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }], ...printedOnA4(1) });
        const texts = [...own, ...Array.from({ length: addedColumns }, (_, column) => `added ${column}`)];
        sheet.columns = texts.map(() => ({ width: 20, style: textStyle }));
        const head = sheet.addRow(texts);
        head.eachCell((cell, column) => (cell.style = column > ownColumns ? addedHeadingStyle : headingStyle));
        head.commit();
        sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1 + written.length, column: texts.length } };
        for (const cells of written) {
          const row = sheet.addRow([...cells, ...verdict]);
          for (const column of [ownColumns + 1, ownColumns + 2]) row.getCell(column).style = verdictStyles.done;
          row.commit();
        }
        sheet.commit();
      }
      await workbook.commit();
    });
    return { ms, size: sizeOf(file) };
  },
};
