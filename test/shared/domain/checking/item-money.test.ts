/** The three numbers of a line (docs/domain.md, decisions 1 to 4 and 22). */
import fc from 'fast-check';
import { noDoubts, watchedColumnsOf } from '../../../../shared/domain/checking/file-doubts.ts';
import { describe, expect, it } from 'vitest';
import { completeItemMoney, readItemMoney, type ItemLineFacts } from '../../../../shared/domain/checking/item-money.ts';
import type { Rules } from '../../../../shared/domain/model/rules.ts';
import { ProductTable } from '../../../../shared/domain/products/product-table.ts';
import { interpretedSheet, issueText } from '../../../support/interpreted-sheet.ts';
import type { TestCell } from '../../../support/table.ts';

const given = (value: number | null) => (value === null ? null : ({ value, origin: 'cell' } as const));
const shown = (money: ReturnType<typeof completeItemMoney>) =>
  [money.price, money.discount, money.finalPrice].map((one) =>
    one === null ? '–' : one.origin === 'computed' ? `=${one.value}` : String(one.value),
  );

describe('the number that is not given', () => {
  it.each<
    [string, number | null, number | null, number | null, number, 'unit' | 'line', readonly [string, string, string]]
  >([
    [
      'all three stay as they are, also where they do not add up',
      5000,
      100_000,
      95_000,
      1,
      'unit',
      ['5000', '100000', '95000'],
    ],
    ['final = price − discount', 5000, 1000, null, 3, 'unit', ['5000', '1000', '=4000']],
    ['final = price × quantity − discount', 5000, 1000, null, 3, 'line', ['5000', '1000', '=14000']],
    ['no discount is 0', 5000, null, null, 3, 'unit', ['5000', '=0', '=5000']],
    ['no discount is 0, per line', 5000, null, null, 3, 'line', ['5000', '=0', '=15000']],
    ['discount = price − final', 5000, null, 4500, 3, 'unit', ['5000', '=500', '4500']],
    ['discount = price × quantity − final', 5000, null, 14_000, 3, 'line', ['5000', '=1000', '14000']],
    ['a final price above the price is no discount below 0', 5000, null, 6000, 1, 'unit', ['5000', '=0', '6000']],
    ['price = final + discount', null, 500, 4500, 3, 'unit', ['=5000', '500', '4500']],
    ['price = (final + discount) ÷ quantity', null, 1000, 14_000, 3, 'line', ['=5000', '1000', '14000']],
    ['a price that is not whole is none: nothing is rounded', null, 1000, 14_001, 3, 'line', ['–', '1000', '14001']],
    ['a price of 0 is a price', 0, null, null, 2, 'unit', ['0', '=0', '=0']],
    ['the final price alone gives no price', null, null, 5000, 1, 'unit', ['–', '–', '5000']],
    ['a final price below 0 is none', 5000, 6000, null, 1, 'unit', ['5000', '6000', '–']],
  ])('%s', (_, price, discount, finalPrice, quantity, per, expected) => {
    const money = completeItemMoney(
      { price: given(price), discount: given(discount), finalPrice: given(finalPrice) },
      quantity,
      per,
    );
    expect(shown(money)).toEqual(expected);
    expect(money.belowZero).toBe(price === 5000 && discount === 6000 ? -1000 : null);
  });

  it('of a quantity that cannot be read one piece is assumed', () => {
    const money = completeItemMoney({ price: given(5000), discount: given(0), finalPrice: null }, null, 'line');
    expect(shown(money)).toEqual(['5000', '0', '=5000']);
  });

  it('what was left out of three that add up comes back', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 100 }), fc.constantFrom('unit', 'line'), (a, b, n, per) => {
        const [price, discount] = [Math.max(a, b), Math.min(a, b)];
        const whole = { price, discount, finalPrice: price * (per === 'unit' ? 1 : n) - discount };
        for (const missing of ['price', 'discount', 'finalPrice'] as const) {
          const rest = {
            price: given(whole.price),
            discount: given(whole.discount),
            finalPrice: given(whole.finalPrice),
            [missing]: null,
          };
          expect(completeItemMoney(rest, n, per)[missing]).toEqual({ value: whole[missing], origin: 'computed' });
        }
      }),
    );
  });
});

/** The money of one row, and what is said of it. */
function read(
  cells: Partial<Record<'price' | 'discount' | 'final_price', TestCell>>,
  rules: Partial<Rules> = {},
  facts: Partial<ItemLineFacts> = {},
) {
  const sheet = interpretedSheet(
    [
      ['order_id', ...Object.keys(cells), 'quantity'],
      ['1', ...Object.values(cells), '1'],
    ],
    {
      rules,
    },
  );
  const watched = watchedColumnsOf(sheet.plan);
  const context = { ...sheet, products: new ProductTable(), doubts: noDoubts, watched, countsInCells: false };
  const whole = { quantity: 1, tableEntry: null, key: null, listedPrice: null, isPart: false, ...facts };
  const money = readItemMoney(context, 1, whole, 1, sheet.collector);
  return { money, shown: shown(money), said: sheet.collector.issues.map(issueText), statistics: sheet.statistics };
}

describe('a line that does not add up', () => {
  it.each<[string, readonly [number, TestCell, number], number, readonly string[]]>([
    ['per piece', [5000, 500, 4500], 2, []],
    ['per line', [5000, 500, 9500], 2, []],
    ['in neither way', [5000, 500, 9000], 2, ['D2 !orders.lineSum']],
    ['as the document’s own example', [5000, 100_000, 95_000], 1, ['D2 !orders.lineSum']],
    ['without a discount, per piece', [5000, '', 5000], 2, []],
    ['without a discount, per line', [5000, '', 10_000], 2, []],
    ['with a final price below the price: the rest is the discount', [5000, '', 4000], 2, []],
    ['with a final price above the price', [5000, '', 6000], 1, ['D2 !orders.lineSum']],
  ])('%s', (_, [price, discount, final_price], quantity, said) => {
    expect(read({ price, discount, final_price }, {}, { quantity }).said).toEqual(said);
  });

  it('per line a final price below the line’s price leaves the rest as the discount', () => {
    const line = read({ price: 5000, discount: '', final_price: 9000 }, { discountPer: 'line' }, { quantity: 2 });
    expect(line.shown).toEqual(['5000', '=1000', '9000']);
    expect(line.said).toEqual([]);
    expect(line.statistics.linesThatDoNotAddUp).toBe(0);
    expect(
      read({ price: 5000, discount: '', final_price: 11_000 }, { discountPer: 'line' }, { quantity: 2 }).said,
    ).toEqual(['D2 !orders.lineSum']);
  });

  it('holds the order back, or is not spoken of, where the profile says so', () => {
    const cells = { price: 5000, discount: 500, final_price: 9000 };
    expect(read(cells, { lineCheck: 'error' }).said).toEqual(['D2 ✕orders.lineSum']);
    expect(read(cells, { lineCheck: 'off' }).said).toEqual([]);
  });

  it('counts for the file what fits, what fits exchanged, and what only one reading fits', () => {
    const counts = (cells: Parameters<typeof read>[0], quantity: number) => {
      const { statistics } = read(cells, {}, { quantity });
      return [
        statistics.linesThatAddUp,
        statistics.linesThatAddUpExchanged,
        statistics.linesThatDoNotAddUp,
        statistics.linesThatAddUpPerUnitOnly,
        statistics.linesThatAddUpPerLineOnly,
      ];
    };
    expect(counts({ price: 5000, discount: 500, final_price: 4500 }, 1)).toEqual([1, 0, 0, 0, 0]);
    expect(counts({ price: 5000, discount: 100_000, final_price: 95_000 }, 1)).toEqual([0, 1, 0, 0, 0]);
    expect(counts({ price: 5000, discount: 500, final_price: 1 }, 2)).toEqual([0, 0, 1, 0, 0]);
    expect(counts({ price: 5000, discount: 500, final_price: 4500 }, 2)).toEqual([1, 0, 0, 1, 0]);
    expect(counts({ price: 5000, discount: 500, final_price: 9500 }, 2)).toEqual([1, 0, 0, 0, 1]);
  });
});

describe('what is said of a line’s money', () => {
  it('a final price below 0 is an error, a price of 0 a warning', () => {
    expect(read({ price: 5000, discount: 6000 }).said).toEqual(['row 2 ✕orders.finalPriceNegative']);
    expect(read({ price: 0 }).said).toEqual(['B2 !orders.priceZero']);
  });

  it('a cell that cannot be read is said once, and nothing follows from it', () => {
    const { shown: numbers, said } = read({ price: '50.5', discount: 6000 });
    expect(numbers[0]).toBe('–');
    expect(said).toEqual(['B2 ✕values.fraction']);
  });

  it('a missing price is said where it should stand', () => {
    expect(read({ price: '', discount: '', final_price: 5000 }).said).toEqual(['B2 ✕orders.blank']);
    expect(read({ discount: '', final_price: 5000 }).said).toEqual(['B2 ✕orders.blank']);
    expect(read({ discount: 500, final_price: '' }).said).toEqual(['C2 ✕orders.blank']);
    expect(read({ discount: 500, final_price: 5000 }, { discountPer: 'line' }, { quantity: 3 }).said).toEqual([
      'C2 ✕orders.priceNotWhole',
    ]);
  });

  it('sums of the line go out per piece where that is said, and none is rounded', () => {
    const per = { discountPer: 'lineByPiece' } as const;
    expect(read({ final_price: 960_000 }, per, { quantity: 2 }).shown).toEqual(['=480000', '=0', '=480000']);
    expect(read({ final_price: 190_000, discount: 10_000 }, per, { quantity: 2 }).shown).toEqual([
      '=100000',
      '=5000',
      '=95000',
    ]);
    expect(read({ price: 100_000, final_price: 190_000 }, per, { quantity: 2 }).shown).toEqual([
      '100000',
      '=5000',
      '=95000',
    ]);
    expect(read({ final_price: 100_000 }, per, { quantity: 3 }).said).toEqual(['B2 ✕orders.priceNotWhole']);
  });

  it('a discount that nothing gives is counted only where the file has no column of it', () => {
    expect(read({ price: 5000 }).statistics.linesWithAssumedDiscount).toBe(1);
    expect(read({ price: 5000, discount: '' }).statistics.linesWithAssumedDiscount).toBe(0);
  });
});

describe('a discount in per cent', () => {
  it.each<[string, TestCell, TestCell, Rules['discountPer'], number, readonly string[], readonly string[]]>([
    ['of the price', 5000, '10%', 'unit', 3, ['5000', '=500', '=4500'], []],
    ['of the line’s price', 5000, '10', 'line', 3, ['5000', '=1500', '=13500'], []],
    [
      'held by a cell in a percent format',
      5000,
      { kind: 'percent', text: '0.1' },
      'unit',
      1,
      ['5000', '=500', '=4500'],
      [],
    ],
    ['of nothing is nothing', 5000, '0%', 'unit', 1, ['5000', '=0', '=5000'], []],
    ['that is not whole', 4999, '10%', 'unit', 1, ['4999', '=0', '=4999'], ['C2 ✕orders.percentNotWhole']],
    ['blank', 5000, '', 'unit', 1, ['5000', '=0', '=5000'], []],
  ])('%s', (_, price, discount, discountPer, quantity, numbers, said) => {
    const line = read({ price, discount }, { discountIs: 'percent', discountPer }, { quantity });
    expect(line.shown).toEqual(numbers);
    expect(line.said).toEqual(said);
  });
});

describe('the product table’s price', () => {
  const entry = { keyKind: 'name', key: 'Choynak', productId: 31, variationId: null, price: 7000 } as const;

  it('fills a blank price, not one that the sheet gives or that follows', () => {
    expect(read({ price: '' }, {}, { tableEntry: entry }).money.price).toEqual({ value: 7000, origin: 'products' });
    expect(read({ price: 5000 }, {}, { tableEntry: entry }).money.price).toEqual({ value: 5000, origin: 'cell' });
    expect(read({ price: '', discount: 500, final_price: 4500 }, {}, { tableEntry: entry }).shown[0]).toBe('=5000');
  });

  it('is not compared with the sheet’s final price', () => {
    expect(read({ price: '', final_price: 9000 }, {}, { tableEntry: entry }).said).toEqual([]);
  });

  it('of one of several products in a row the row’s own sums are not taken', () => {
    const { shown: numbers } = read(
      { price: 30_000, discount: 0, final_price: 30_000 },
      {},
      { tableEntry: entry, isPart: true },
    );
    expect(numbers.map((text) => text.replace('=', ''))).toEqual(['7000', '0', '7000']);
  });
});
