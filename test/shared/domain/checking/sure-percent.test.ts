import { describe, expect, it } from 'vitest';
import { fileCodes, issueCodes, openRows, requestsOf } from '../../../support/batch.ts';
import type { TestCell } from '../../../support/table.ts';

const headings = ['Заказ', 'Клиент', 'Телефон', 'Область', 'Адрес', 'Доставка', 'ID товара', 'Кол-во', 'Цена'];

/** A sheet with these columns behind the usual ones; each row begins with quantity and price. */
function sheet(more: readonly string[], ...rows: readonly (readonly TestCell[])[]) {
  return openRows([
    [...headings, ...more],
    ...rows.map((row, at) => [
      `${701 + at}`,
      'Ли Ольга',
      `+99890123070${at}`,
      'Бухарская область',
      `ул. Мира, ${at}`,
      '25.11.2026 10:00',
      `${31 + at}`,
      ...row,
    ]),
  ]);
}
const discounts = (batch: ReturnType<typeof sheet>) =>
  requestsOf(batch).map(({ order_items: [item] }) => [item?.discount, item?.final_price]);

describe('discounts that are per cent beyond doubt', () => {
  it('by the heading’s sign', () => {
    const batch = sheet(['Скидка, %'], ['1', '200000', '10'], ['2', '150000', '']);
    expect(discounts(batch)).toEqual([
      [20_000, 180_000],
      [0, 150_000],
    ]);
    expect(fileCodes(batch)).toContain('orders.discountsArePercent');
  });

  it('by the sign in each cell', () => {
    const batch = sheet(['Скидка'], ['1', '200000', '10%'], ['1', '150000', '5 %']);
    expect(discounts(batch)).toEqual([
      [20_000, 180_000],
      [7500, 142_500],
    ]);
    expect(issueCodes(batch)).toEqual([]);
  });

  it('by a sum that is what is left of the price', () => {
    const batch = sheet(['Скидка', 'К оплате'], ['1', '200000', '10', '180000'], ['2', '150000', '20', '240000']);
    expect(discounts(batch)).toEqual([
      [20_000, 180_000],
      [30_000, 120_000],
    ]);
  });
});

describe('what is asked as before', () => {
  it('numbers without a sign and without a sum', () => {
    expect(fileCodes(sheet(['Скидка'], ['1', '200000', '10'], ['1', '150000', '5']))).toContain(
      'orders.discountsLookPercent',
    );
  });

  it('a sum that is the whole price: the discount may be in it', () => {
    const heading = sheet(['Скидка, %', 'Итого'], ['1', '200000', '10', '200000'], ['2', '150000', '', '300000']);
    expect(fileCodes(heading)).toContain('orders.percentColumn');
    const cells = sheet(['Скидка', 'Итого'], ['1', '200000', '10%', '200000'], ['2', '150000', '5%', '300000']);
    expect(fileCodes(cells)).toContain('orders.percentCells');
  });

  it('cells of per cent beside sums', () => {
    expect(fileCodes(sheet(['Скидка'], ['1', '200000', '10%'], ['1', '150000', '5000']))).toContain(
      'orders.percentCells',
    );
  });

  it('and nothing where price and final price tell what comes off', () => {
    const batch = sheet(
      ['Скидка, %', 'Цена со скидкой'],
      ['1', '200000', '10', '180000'],
      ['1', '150000', '0', '150000'],
    );
    expect(fileCodes(batch).filter((code) => /percent/i.test(code))).toEqual([]);
    expect(discounts(batch)).toEqual([
      [20_000, 180_000],
      [0, 150_000],
    ]);
  });
});
