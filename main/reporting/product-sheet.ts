/** Writes unmapped products as a sheet that the WMS's people fill in, to be imported back (docs/domain.md, decision 22). */
import type { Writable } from 'node:stream';
import type { ProductKeyKind } from '../../shared/domain/products/product.ts';
import type { Language } from '../../shared/messages/translator.ts';
import { translatorFor } from '../../shared/messages/translators.ts';
import { loadExcelJs } from './load-exceljs.ts';
import { replaceFile } from './file-replacement.ts';
import { headingStyle } from './report-styles.ts';
import { textCell } from './sheet-text.ts';

/** A product to be mapped, and in how many rows of the file it stands. */
export interface ProductToMap {
  readonly keyKind: ProductKeyKind;
  readonly key: string;
  readonly count: number;
}

const columns = [
  'product_code',
  'product_name',
  'count',
  'client_product_id',
  'client_product_variation_id',
  'price',
] as const;
const widths: Readonly<Record<(typeof columns)[number], number>> = {
  product_code: 24,
  product_name: 44,
  count: 12,
  client_product_id: 18,
  client_product_variation_id: 18,
  price: 16,
};

/** Writes the sheet. @throws FailureError those of {@link replaceFile} */
export async function writeProductsToMap(
  path: string,
  products: readonly ProductToMap[],
  language: Language,
): Promise<void> {
  const translate = translatorFor(language);
  const { Workbook } = await loadExcelJs();
  const workbook = new Workbook();
  workbook.creator = 'Order Importer';
  const sheet = workbook.addWorksheet(translate('products.sheet'), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({
    width: widths[column],
    style: { numFmt: column === 'price' ? '#,##0' : column === 'count' ? '0' : '@' },
  }));
  const head = sheet.addRow(
    columns.map((column) => (column === 'count' ? translate('products.sheet.count') : translate(`field.${column}`))),
  );
  for (let column = 1; column <= columns.length; column++) head.getCell(column).style = headingStyle;
  for (const { keyKind, key, count } of products) {
    const row = sheet.addRow([null, null, count]);
    row.getCell(keyKind === 'code' ? 1 : 2).value = textCell(key);
  }
  await replaceFile(path, (target: Writable) => workbook.xlsx.write(target));
}
