/** What a sheet says that contradicts what would be sent (docs/domain.md, «What the sheet contradicts»). */
import { describe, expect, it } from 'vitest';
import type { Rules } from '../../../../shared/domain/model/rules.ts';
import type { Product } from '../../../../shared/domain/products/product.ts';
import { fileCodes, issueCodes, openRows, requestsOf } from '../../../support/batch.ts';
import type { TestCell } from '../../../support/table.ts';

const usual = ['Buyurtma raqami', 'Mijoz', 'Telefon', 'Viloyat', 'Manzil', 'Yetkazish sanasi', 'Mahsulot ID', 'Soni'];
const person: TestCell[] = ['Karimova Aziza', '901234567', 'Buxoro viloyati', 'Navoiy 5', '25.11.2026 14:00', '17'];

/** A sheet of the usual columns, the number of pieces and these more columns. */
function sheet(
  more: Readonly<Record<string, readonly TestCell[]>>,
  pieces: readonly string[],
  rules: Partial<Rules> = {},
  products: Product[] = [],
) {
  const headings = Object.keys(more);
  const rows = pieces.map((count, at) => [
    String(501 + at),
    ...person,
    count,
    ...headings.map((heading) => more[heading]?.[at] ?? ''),
  ]);
  return openRows([[...usual, ...headings], ...rows], { rules, products });
}
const firstItem = (batch: ReturnType<typeof sheet>) => requestsOf(batch)[0]?.order_items[0];

describe('sums in thousands', () => {
  it.each(['Narxi (ming soʻm)', 'Нархи, минг сўм', 'Цена, тыс. сум', 'Цена тыс.'])('«%s» says so', (heading) => {
    const batch = sheet({ [heading]: ['120', '85,5'] }, ['1', '1']);
    expect(requestsOf(batch).map(({ order_items: [item] }) => item?.price)).toEqual([120_000, 85_500]);
    expect(fileCodes(batch)).toContain('orders.pricesInThousands');
  });

  it('a sum typed in full is left as it is', () => {
    expect(firstItem(sheet({ 'Narxi (ming soʻm)': ['120000', '85'] }, ['1', '1']))?.price).toBe(120_000);
  });

  it('of discounts alone leave the prices as they are, and are no per cents', () => {
    const batch = sheet({ 'Narxi (soʻm)': ['250 000', '95 000'], 'Chegirma (ming soʻm)': ['20', ''] }, ['1', '1']);
    expect(firstItem(batch)).toMatchObject({ price: 250_000, discount: 20_000, final_price: 230_000 });
    expect(requestsOf(batch)).toHaveLength(2);
    expect(fileCodes(batch)).toContain('orders.discountsInThousands');
    expect(fileCodes(batch)).not.toContain('orders.pricesInThousands');
  });

  it.each([
    [['185', '240', '185', '1200'], true],
    [['500', '700', '12000'], false],
    [['1500', '900', '2500', '4000'], false],
  ])('%j are hardly in soʻm: %j', (prices, areHeld) => {
    const batch = sheet({ Narxi: prices }, ['1', '1', '1', '1'].slice(0, prices.length));
    expect(requestsOf(batch).length === 0).toBe(areHeld);
  });

  it('prices that are hardly in soʻm are held until somebody says', () => {
    const batch = sheet({ Narxi: ['120', '85'] }, ['1', '1']);
    expect(requestsOf(batch)).toEqual([]);
    expect(issueCodes(batch)).toContain('orders.waits');
    expect(fileCodes(batch)).toContain('orders.pricesLookSmall');
    expect(firstItem(sheet({ Narxi: ['120', '85'] }, ['1', '1'], { priceUnit: 'thousand' }))?.price).toBe(120_000);
    expect(firstItem(sheet({ Narxi: ['120', '85'] }, ['1', '1'], { priceUnit: 'som' }))?.price).toBe(120);
  });
});

describe('one price that is a thousandth of the others', () => {
  const prices = { Narxi: ['95000', '120', '87000', '99000'] };
  const pieces = ['1', '1', '1', '1'];

  it('is held until it is typed in full, or prices are said to be right', () => {
    const batch = sheet(prices, pieces);
    expect([requestsOf(batch).length, issueCodes(batch)[0]]).toEqual([3, 'orders.priceThousandth']);
    expect(requestsOf(sheet(prices, pieces, { priceUnit: 'som' }))).toHaveLength(4);
  });

  it('is seen beside a single other one', () =>
    expect(requestsOf(sheet({ Narxi: ['95000', '120'] }, ['1', '1']))).toHaveLength(1));

  it('is none where it would be too high', () => {
    expect(requestsOf(sheet({ Narxi: ['95000', '900', '87000', '99000'] }, pieces))).toHaveLength(4);
  });

  it('is seen beside two others', () => {
    const batch = sheet({ Narxi: ['185 000', '92', '64 000'] }, ['1', '1', '2']);
    expect([requestsOf(batch).length, issueCodes(batch)[0]]).toEqual([2, 'orders.priceThousandth']);
  });
});

describe('a price in another unit than the others', () => {
  const issueOf = (batch: ReturnType<typeof sheet>, code: string) =>
    ['501', '502', '503'].flatMap((key) => {
      const order = batch.order(key);
      return order.ok ? order.value.issues.filter((issue) => issue.code === code) : [];
    });
  const thousands: Partial<Rules> = { priceUnit: 'thousand' };

  it('in full among thousands goes out as it stands, which is said, and can be taken the other way', () => {
    const batch = sheet({ Narx: ['2150', '980', '980000'] }, ['1', '1', '1'], thousands);
    expect(requestsOf(batch).map(({ order_items: [item] }) => item?.price)).toEqual([2_150_000, 980_000, 980_000]);
    expect(issueOf(batch, 'orders.priceInFull')).toMatchObject([
      { severity: 'warning', answers: [{ fix: { text: '980000' } }, { fix: { text: '980000000' } }] },
    ]);
  });

  it('is held where it may be either, the likelier first', () => {
    const batch = sheet({ Narx: ['2150', '980', '12000'] }, ['1', '1', '1'], thousands);
    expect(requestsOf(batch)).toHaveLength(2);
    expect(issueOf(batch, 'orders.priceUnitUnclear')).toMatchObject([
      { severity: 'error', answers: [{ fix: { text: '12000' } }, { fix: { text: '12000000' } }] },
    ]);
  });

  it('is not asked about where all are in full', () => {
    const batch = sheet({ Narx: ['215000', '980000'] }, ['1', '1'], thousands);
    expect([requestsOf(batch).length, issueCodes(batch)]).toEqual([2, ['orders.sameOrderTwice']]);
  });

  it('is held where another row says a thousand times as much of the ware, also where soʻm was settled', () => {
    const batch = sheet({ Narx: ['980000', '980', '980000'] }, ['1', '1', '1'], { priceUnit: 'som' });
    expect(requestsOf(batch)).toHaveLength(2);
    expect(issueOf(batch, 'orders.priceOtherUnit')).toMatchObject([{ answers: [{ fix: { text: '980000' } }, {}] }]);
    const high = sheet({ Narx: ['980000', '980000000'] }, ['1', '1']);
    expect(issueOf(high, 'orders.priceOtherUnit')).toMatchObject([{ answers: [{ fix: { text: '980000' } }, {}] }]);
  });

  it('is held where the product table says so, whatever the others', () => {
    const products: Product[] = [{ keyKind: 'name', key: 'Pech', productId: 134, variationId: null, price: 980_000 }];
    const rows = (price: string) => [
      ['Buyurtma raqami', 'Mijoz', 'Telefon', 'Viloyat', 'Manzil', 'Yetkazish sanasi', 'Mahsulot', 'Soni', 'Narxi'],
      ['501', ...person.slice(0, -1), 'Pech', '1', price],
    ];
    for (const price of ['980', '980000000'])
      expect(issueCodes(openRows(rows(price), { products, rules: { priceUnit: 'som' } }))).toEqual([
        'orders.priceOtherUnit',
      ]);
    expect(issueCodes(openRows(rows('950000'), { products }))).toEqual([]);
    // A cheap ware of a shop that writes thousands.
    expect(issueCodes(openRows(rows('980'), { products, rules: thousands }))).toEqual([]);
  });
});

describe('money of the line alone', () => {
  it('gives the price of a piece where that is whole', () => {
    const rows = [
      [...usual, 'Jami summa'],
      ['501', ...person, '3', '105000'],
      ['502', ...person, '2', '35001'],
    ];
    const batch = openRows(rows, {
      rules: { discountPer: 'line' },
      choices: { columns: [{ column: 8, field: 'final_price' }] },
    });
    expect(firstItem(batch)).toMatchObject({ price: 35_000, discount: 0, final_price: 105_000 });
    expect(issueCodes(batch)).toContain('orders.priceNotWhole');
    expect(fileCodes(openRows(rows))).toContain('orders.missingField');
  });

  it('is asked about where prices stand with VAT and without it', () => {
    const both = { 'Цена без НДС': ['100000'], 'Цена с НДС': ['112000'] };
    const batch = sheet(both, ['1']);
    expect([firstItem(batch)?.price, fileCodes(batch).includes('orders.priceWithVat')]).toEqual([112_000, true]);
    expect(fileCodes(sheet({ 'Цена с НДС': ['112000'], 'Сумма НДС': ['12000'] }, ['1']))).not.toContain(
      'orders.priceWithVat',
    );
  });
});

describe('pick-up points', () => {
  it('with an address of their own take the place of the customer’s', () => {
    const batch = sheet({ Narxi: ['95000', '95000'], 'Адрес ПВЗ': ['', 'Чорсу, 40'] }, ['1', '1']);
    expect([requestsOf(batch).length, issueCodes(batch)[0]]).toEqual([1, 'orders.pickupPoint']);
  });
});

describe('a row that was corrected', () => {
  const twice = (remark: string) =>
    openRows([
      [...usual, 'Narxi', 'Izoh'],
      ['501', ...person, '1', '95000', ''],
      ['502', ...person, '1', '95000', ''],
      ['501', ...person, '3', '95000', remark],
    ]);

  it('takes the place of the earlier one, once that is left out', () => {
    expect([requestsOf(twice('tuzatildi')).length, issueCodes(twice('tuzatildi'))]).toEqual([
      1,
      ['orders.correctedRow', 'orders.rowsApart', 'orders.sameProduct'],
    ]);
    expect(issueCodes(twice('domofon 12'))).not.toContain('orders.correctedRow');
  });
});

describe('discounts in per cent without a sign', () => {
  it('are held until somebody says', () => {
    const batch = sheet({ Narxi: ['125000', '80000'], Chegirma: ['10', ''] }, ['1', '1']);
    expect([requestsOf(batch), fileCodes(batch)]).toEqual([[], ['orders.discountsLookPercent']]);
    const percent = sheet({ Narxi: ['125000', '80000'], Chegirma: ['10', ''] }, ['1', '1'], { discountIs: 'percent' });
    expect(firstItem(percent)).toMatchObject({ discount: 12_500, final_price: 112_500 });
  });

  it.each<[string, Readonly<Record<string, readonly string[]>>]>([
    ['a column takes them off as soʻm', { Narxi: ['125000'], Chegirma: ['10'], Jami: ['124990'] }],
    ['they are above 100', { Narxi: ['125000'], Chegirma: ['5000'] }],
    ['there are none', { Narxi: ['125000'], Chegirma: ['0'] }],
  ])('not where %s', (_, more) => expect(fileCodes(sheet(more, ['1']))).not.toContain('orders.discountsLookPercent'));
});

describe('discounts of the line', () => {
  it('are told by any total', () => {
    const more = { Narxi: ['100000', '50000'], Chegirma: ['10000', ''], 'К оплате': ['190000', '50000'] };
    expect(fileCodes(sheet(more, ['2', '1']))).toContain('orders.discountPerLine');
    expect(firstItem(sheet(more, ['2', '1'], { discountPer: 'line' }))).toMatchObject({ final_price: 190_000 });
  });

  it('and discounts of the piece, too', () => {
    const more = { Narxi: ['100000', '50000'], Chegirma: ['10000', ''], Jami: ['180000', '50000'] };
    expect(fileCodes(sheet(more, ['2', '1']))).not.toContain('orders.discountPerLine');
  });
});

describe('columns that are not sent', () => {
  it.each<[string, Readonly<Record<string, readonly string[]>>, string[]]>([
    ['soʻm is the WMS’s currency', { Narxi: ['125000'], Valyuta: ['soʻm'] }, []],
    ['another one is not', { Narxi: ['125000'], Валюта: ['USD'] }, ['orders.otherCurrency']],
    ['pieces are counted', { Narxi: ['125000'], 'Ед. изм.': ['шт.'] }, []],
    ['boxes are not', { Narxi: ['125000'], 'Ед. изм.': ['кор'] }, ['orders.otherUnit']],
    [
      'boxes are not, whatever the total says',
      { Narxi: ['125000'], 'Ед. изм.': ['кор'], Summa: ['250000'] },
      ['orders.otherUnit'],
    ],
    ['metres may be, or not', { Narxi: ['125000'], 'Ед. изм.': ['м'] }, ['orders.otherUnit']],
    [
      'metres are where the total counts them',
      { Narxi: ['125000'], 'Ед. изм.': ['м'], Summa: ['250000'] },
      ['orders.unitOfSale'],
    ],
    [
      'kilograms are not where the total is of something else',
      { Narxi: ['125000'], 'Oʻlchov birligi': ['kg'], Summa: ['300000'] },
      ['orders.otherUnit', 'orders.totalDiffers'],
    ],
    ['a size that no variation stands for', { Narxi: ['125000'], Размер: ['XL'] }, ['orders.detailNotSent']],
    ['a size beside its variation', { Narxi: ['125000'], Размер: ['XL'], 'Variatsiya ID': ['170'] }, []],
    ['a total that adds up', { Narxi: ['125000'], Jami: ['250000'] }, []],
    [
      'a total with the delivery fee',
      { Narxi: ['125000'], Dostavka: ['20000'], Jami: ['270000'] },
      ['orders.deliveryFee'],
    ],
    ['a total that does not', { Narxi: ['125000'], Jami: ['240000'] }, ['orders.totalDiffers']],
  ])('%s', (_, more, codes) => expect(issueCodes(sheet(more, ['2']))).toEqual(codes));

  it('a unit of sale without a total is asked about, with as many pieces as the first answer', () => {
    const batch = sheet({ Narxi: ['125000'], 'Ед. изм.': ['м'] }, ['12']);
    expect(requestsOf(batch)).toEqual([]);
    batch.applyEdit({ kind: 'cells', cells: [{ row: 2, column: 7, text: '12 шт' }] });
    expect(firstItem(batch)?.quantity).toBe(12);
    expect(issueCodes(batch)).toEqual([]);
  });

  it('a price of another currency is not taken for thousands', () => {
    const batch = sheet({ Narxi: ['650', '890000', '540000'], Valyuta: ['USD', 'UZS', 'UZS'] }, ['1', '1', '1']);
    expect(issueCodes(batch)).toContain('orders.otherCurrency');
    expect(issueCodes(batch)).not.toContain('orders.priceThousandth');
  });

  it('a price that a person typed beside another currency is in soʻm', () => {
    const batch = sheet({ Narxi: ['120', '125000'], Valyuta: ['USD', 'soʻm'] }, ['1', '1']);
    expect(requestsOf(batch)).toHaveLength(1);
    batch.applyEdit({ kind: 'cells', cells: [{ row: 2, column: 8, text: '1440000' }] });
    expect(firstItem(batch)?.price).toBe(1_440_000);
    expect(requestsOf(batch)).toHaveLength(2);
  });
});

describe('dates that Excel exchanged', () => {
  const headings = [...usual, 'Narxi'];
  const serial = (day: number): TestCell => ({ kind: 'date', text: String(day) });
  const row = (id: string, date: TestCell): TestCell[] => [id, ...person.slice(0, 4), date, '17', '1', '50000'];
  // 5 December read month first is 12 May, 46154 in the year 2026; 6 December is 12 June.
  const rows = [headings, row('1', '25.12.2026'), row('2', serial(46_154)), row('3', serial(46_185))];

  it('are held until somebody says', () => {
    const batch = openRows(rows);
    expect([requestsOf(batch), fileCodes(batch)[0]]).toEqual([[], 'orders.datesLookExchanged']);
    const days = requestsOf(openRows(rows, { rules: { exchangedDates: 'yes' } })).map((sent) =>
      sent.scheduled_at?.slice(0, 10),
    );
    expect(days).toEqual(['2026-12-25', '2026-12-05', '2026-12-06']);
  });

  it('days above 12 among them prove the contrary', () => {
    expect(fileCodes(openRows([...rows, row('4', serial(46_381))]))).not.toContain('orders.datesLookExchanged');
  });
});
