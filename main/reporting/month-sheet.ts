/** Writes the month as a workbook: by day, every order, and what the bill says otherwise. */
import type { Writable } from 'node:stream';
import type { BillComparison, SentOrder } from '../../shared/domain/month/month.ts';
import { sumUpMonth } from '../../shared/domain/month/month.ts';
import { formatTashkentTime, localFromEpoch } from '../../shared/domain/values/dates/tashkent-time.ts';
import type { Language } from '../../shared/messages/translator.ts';
import { translatorFor } from '../../shared/messages/translators.ts';
import type { SentChange } from '../../shared/domain/model/sent-changes.ts';
import { addChangesSheet } from './changes-sheet.ts';
import { replaceFile } from './file-replacement.ts';
import { loadExcelJs } from './load-exceljs.ts';
import { headingStyle, printedOnA4 } from './report-styles.ts';
import { textCell } from './sheet-text.ts';

type Cell = string | number | null;

export interface MonthContent {
  readonly orders: readonly SentOrder[];
  /** What is to be changed in the WMS by its people. */
  readonly changes: readonly SentChange[];
  /** Null: there is none to compare with. */
  readonly bill: BillComparison | null;
}

/** Writes the workbook. @throws FailureError those of {@link replaceFile} */
export async function writeMonthSheet(
  file: string,
  { orders, changes, bill }: MonthContent,
  language: Language,
): Promise<void> {
  const translate = translatorFor(language);
  const { Workbook } = await loadExcelJs();
  const workbook = new Workbook();
  workbook.creator = 'Order Importer';
  const add = (name: string, headings: readonly string[], rows: readonly (readonly Cell[])[]): void => {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }], ...printedOnA4(1) });
    sheet.columns = headings.map(() => ({ width: 18 }));
    const head = sheet.addRow([...headings]);
    for (let column = 1; column <= headings.length; column++) head.getCell(column).style = headingStyle;
    for (const row of rows) sheet.addRow(row.map((cell) => (typeof cell === 'string' ? textCell(cell) : cell)));
  };
  const month = sumUpMonth(orders, (at) => localFromEpoch(at).slice(0, 10));
  add(
    translate('month.byDay'),
    [translate('month.day'), translate('month.orders'), translate('month.amount')],
    [
      ...month.days.map(({ day, orders: count, amount }) => [day, count, amount]),
      [translate('month.total'), month.orders, month.amount],
    ],
  );
  const headings = (
    ['number', 'wmsId', 'at', 'amount', 'items', 'deliveryDay', 'shop', 'operator', 'file'] as const
  ).map((key) => translate(`month.${key}`));
  const rowOf = (order: SentOrder): Cell[] => [
    String(order.orderId),
    order.wmsId === null ? null : String(order.wmsId),
    formatTashkentTime(order.at),
    order.amount,
    order.items,
    order.deliveryDay,
    order.shop,
    order.operator,
    order.fileName,
  ];
  add(translate('month.all'), headings, orders.map(rowOf));
  if (bill !== null) {
    add(
      translate('month.otherSum'),
      [...headings, translate('month.billAmount'), translate('month.billRow')],
      bill.otherSum.map(([ours, theirs]) => [...rowOf(ours), theirs.amount, theirs.row]),
    );
    add(translate('month.onlyOurs'), headings, bill.onlyOurs.map(rowOf));
    add(
      translate('month.onlyTheirs'),
      [translate('month.number'), translate('month.wmsId'), translate('month.billAmount'), translate('month.billRow')],
      bill.onlyTheirs.map(({ orderId, wmsId, amount, row }) => [
        orderId === null ? null : String(orderId),
        wmsId === null ? null : String(wmsId),
        amount,
        row,
      ]),
    );
  }
  if (changes.length > 0) addChangesSheet(workbook, changes, translate);
  await replaceFile(file, (target: Writable) => workbook.xlsx.write(target));
}
