/** Writes what is to be changed in the WMS as a sheet for its people: a row for each field. */
import type { Writable } from 'node:stream';
import type { SentChange } from '../../shared/domain/model/sent-changes.ts';
import { changeWords } from '../../shared/messages/change-sentences.ts';
import { formatTashkentTime } from '../../shared/domain/values/dates/tashkent-time.ts';
import type { Workbook } from 'exceljs';
import type { Language, Translator } from '../../shared/messages/translator.ts';
import { translatorFor } from '../../shared/messages/translators.ts';
import { replaceFile } from './file-replacement.ts';
import { loadExcelJs } from './load-exceljs.ts';
import { headingStyle, printedOnA4 } from './report-styles.ts';
import { textCell } from './sheet-text.ts';

const columns = [
  ['settings.ledger.order', 16],
  ['settings.ledger.wmsId', 12],
  ['changes.field', 28],
  ['changes.before', 40],
  ['changes.after', 40],
  ['sent.server', 28],
  ['sent.file', 28],
  ['sent.at', 18],
] as const;

/** Writes the sheet. @throws FailureError those of {@link replaceFile} */
export async function writeChangesSheet(
  file: string,
  orders: readonly SentChange[],
  language: Language,
): Promise<void> {
  const translate = translatorFor(language);
  const excel = await loadExcelJs();
  const workbook = new excel.Workbook();
  workbook.creator = 'Order Importer';
  addChangesSheet(workbook, orders, translate);
  await replaceFile(file, (target: Writable) => workbook.xlsx.write(target));
}

/** Adds the list to a workbook as a sheet of its own. */
export function addChangesSheet(workbook: Workbook, orders: readonly SentChange[], translate: Translator): void {
  const sheet = workbook.addWorksheet(translate('changes.sheet'), {
    views: [{ state: 'frozen', ySplit: 1 }],
    ...printedOnA4(1),
  });
  sheet.columns = columns.map(([, width]) => ({ width, style: { numFmt: '@' } }));
  const head = sheet.addRow(columns.map(([key]) => translate(key)));
  for (let column = 1; column <= columns.length; column++) head.getCell(column).style = headingStyle;
  for (const { orderId, wmsId, compared, changes, server, fileName, at } of orders) {
    for (const change of changes) {
      const { field, before, after } = changeWords(translate, change, compared);
      const texts = [field, before, after, server, fileName, formatTashkentTime(at)];
      sheet.addRow([String(orderId), wmsId === null ? null : String(wmsId), ...texts.map(textCell)]);
    }
  }
}
