import { describe, expect, it } from 'vitest';
import { compareProducts, readProductSheet } from '../../../../shared/domain/products/product-sheet.ts';
import { tableOf } from '../../../support/table.ts';

function read(...rows: readonly (readonly string[])[]) {
  const sheet = readProductSheet(tableOf(rows));
  if (!sheet.ok) throw new Error(sheet.error.code);
  return sheet.value;
}

describe('a sheet of products', () => {
  it.each([
    [['Mahsulot kodi', 'Mahsulot nomi', 'Qatorlar', 'Mahsulot ID', 'Variatsiya ID', 'Narx']],
    [['Код товара', 'Название товара', 'Строк', 'ID товара', 'ID вариации', 'Цена']],
    [['Product code', 'Product name', 'Rows', 'Product ID', 'Variation ID', 'Price']],
    [['SKU', 'Наименование', '№', 'ID', 'Variant ID', 'Narxi']],
    [['Артикул', 'Name', 'Soni', 'WMS ID', 'Variatsiya ID', 'Цена']],
  ])('is understood under %j', (headings) => {
    expect(read(headings, ['CH-01', 'Choynak', '4', '31', '310', '150 000']).products).toEqual([
      { keyKind: 'code', key: 'CH-01', productId: 31, variationId: 310, price: 150_000 },
      { keyKind: 'name', key: 'Choynak', productId: 31, variationId: 310, price: 150_000 },
    ]);
  });

  it('says of every row that it did not take why not, and passes over blank ones', () => {
    const { products, skipped } = read(
      ['Mahsulot nomi', 'Mahsulot ID', 'Narx'],
      ['Choynak', '31', ''],
      ['Piyola', '', ''],
      ['', '', ''],
      ['', '35', ''],
      ['Lagan', 'KURTKA', ''],
      ['Kosa', '36', '12,5'],
      ['CHOYNAK', '99', ''],
    );
    expect(products).toEqual([{ keyKind: 'name', key: 'Choynak', productId: 31, variationId: null, price: null }]);
    expect(skipped.map(({ row, code }) => [row, code])).toEqual([
      [3, 'products.noId'],
      [5, 'products.noKey'],
      [6, 'values.productId.letters'],
      [7, 'values.fraction'],
      [8, 'products.twice'],
    ]);
  });

  it('is refused without ids, and without codes and names', () => {
    for (const headings of [
      ['Mahsulot nomi', 'Narx'],
      ['Mahsulot ID', 'Narx'],
    ]) {
      expect(readProductSheet(tableOf([headings, ['1', '2']]))).toMatchObject({
        ok: false,
        error: { code: 'products.noColumns' },
      });
    }
  });

  it('tells what it would change', () => {
    const known = read(['Mahsulot nomi', 'Mahsulot ID'], ['Choynak', '31'], ['Piyola', '32']).products;
    const given = read(['Mahsulot nomi', 'Mahsulot ID'], ['choynak', '31'], ['Piyola', '33'], ['Lagan', '34']).products;
    expect(compareProducts(known, given)).toMatchObject({
      added: [{ key: 'Lagan' }],
      changed: [{ before: { productId: 32 }, after: { key: 'Piyola', productId: 33 } }],
      unchanged: 1,
    });
  });
});
