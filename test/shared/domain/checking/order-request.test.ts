import { describe, expect, it } from 'vitest';
import {
  documentHeadings,
  documentRow,
  fileCodes,
  issueCodes,
  openRows,
  orderRow,
  requestsOf,
} from '../../../support/batch.ts';

describe('the request of an order', () => {
  it('is the document’s own for the document’s own example', () => {
    const batch = openRows([documentHeadings, documentRow]);
    const [body] = [...batch.payloads()];
    expect(body).toBe(
      '{"order_id":1220011,"scheduled_at":"2024-10-03T14:00:00Z","fulfillment_status":5,' +
        '"full_name":"Jon Done","phone":"+998900000000","address":"123 Main Street",' +
        '"region":"Toshkent","country":"Uzbekistan","city":"Toshkent shahar","zip":"100200",' +
        '"order_items":[{"client_product_id":1,"client_product_variation_id":1,' +
        '"quantity":1,"price":5000,"discount":100000,"final_price":95000}]}',
    );
  });

  it('says of the document’s example that its numbers do not add up, and that the columns look exchanged', () => {
    const batch = openRows([documentHeadings, documentRow]);
    expect(issueCodes(batch)).toContain('orders.lineSum');
    expect(fileCodes(batch)).toContain('orders.columnsExchanged');
    expect(batch.summary().counts).toMatchObject({ total: 1, ready: 1 });
  });

  it('sends a sheet’s time as the same instant in UTC, or the clock as it stands where the profile says so', () => {
    expect(requestsOf(openRows([documentHeadings, orderRow()]))[0]?.scheduled_at).toBe('2026-11-25T09:00:00Z');
    expect(
      requestsOf(openRows([documentHeadings, orderRow()], { rules: { clock: 'localWithZ' } }))[0]?.scheduled_at,
    ).toBe('2026-11-25T14:00:00Z');
  });

  it('leaves out blank city, zip, variation and date', () => {
    const batch = openRows([
      documentHeadings,
      orderRow({ city: '', zip: '', client_product_variation_id: '', scheduled_at: '' }),
    ]);
    const [body = ''] = [...batch.payloads()];
    expect(Object.keys(JSON.parse(body) as object)).toEqual([
      'order_id',
      'fulfillment_status',
      'full_name',
      'phone',
      'address',
      'region',
      'country',
      'order_items',
    ]);
    expect(JSON.parse(body)).toMatchObject({ fulfillment_status: 1 });
    expect(body).not.toContain('variation');
  });

  it('fills a missing country from the profile and unifies its spellings', () => {
    const headings = documentHeadings.filter((heading) => heading !== 'country');
    const row = orderRow().filter((_, at) => documentHeadings[at] !== 'country');
    expect(requestsOf(openRows([headings, row]))[0]?.country).toBe('Uzbekistan');
    expect(requestsOf(openRows([documentHeadings, orderRow({ country: 'Узбекистан' })]))[0]?.country).toBe(
      'Uzbekistan',
    );
  });

  it('sends the variation as the product where the profile says so', () => {
    const batch = openRows([documentHeadings, orderRow({ client_product_variation_id: '' })], {
      rules: { missingVariation: 'sameAsProduct' },
    });
    expect(requestsOf(batch)[0]?.order_items[0]).toMatchObject({
      client_product_id: 17,
      client_product_variation_id: 17,
    });
  });

  it('sends regions as typed, or in Uzbek Latin where the profile says so', () => {
    const rows = [documentHeadings, orderRow({ region: 'Бухарская область' })];
    expect(requestsOf(openRows(rows))[0]?.region).toBe('Бухарская область');
    expect(requestsOf(openRows(rows, { rules: { regionSpelling: 'uzLatin' } }))[0]?.region).toBe('Buxoro viloyati');
  });
});

describe('money', () => {
  const withMoney = (headings: readonly string[], values: readonly string[], rules = {}) => {
    const base = documentHeadings.filter((heading) => !['price', 'discount', 'final_price'].includes(heading));
    const row = orderRow({ quantity: '2' }).filter(
      (_, at) => !['price', 'discount', 'final_price'].includes(documentHeadings[at] ?? ''),
    );
    return openRows(
      [
        [...base, ...headings],
        [...row, ...values],
      ],
      { rules },
    );
  };

  it.each([
    [['price', 'discount'], ['50000', '5000'], { price: 50000, discount: 5000, final_price: 45000 }],
    [['price', 'final_price'], ['50000', '45000'], { price: 50000, discount: 5000, final_price: 45000 }],
    [['discount', 'final_price'], ['5000', '45000'], { price: 50000, discount: 5000, final_price: 45000 }],
    [['price'], ['50000'], { price: 50000, discount: 0, final_price: 50000 }],
  ])('computes what %j leave out, per piece', (headings, values, expected) => {
    expect(requestsOf(withMoney(headings, values))[0]?.order_items[0]).toMatchObject(expected);
  });

  it.each([
    [['price', 'discount'], ['50000', '5000'], { price: 50000, discount: 5000, final_price: 95000 }],
    [['price', 'final_price'], ['50000', '95000'], { price: 50000, discount: 5000, final_price: 95000 }],
    [['discount', 'final_price'], ['5000', '95000'], { price: 50000, discount: 5000, final_price: 95000 }],
  ])('computes what %j leave out, per line', (headings, values, expected) => {
    expect(requestsOf(withMoney(headings, values, { discountPer: 'line' }))[0]?.order_items[0]).toMatchObject(expected);
  });

  it('refuses a computed final price below 0', () => {
    const batch = withMoney(['price', 'discount'], ['5000', '100000']);
    expect(batch.summary().counts.withErrors).toBe(1);
    expect(issueCodes(batch)).toContain('orders.finalPriceNegative');
  });

  it('refuses a price that would be a fraction', () => {
    const batch = withMoney(['discount', 'final_price'], ['1', '10000'], { discountPer: 'line' });
    expect(issueCodes(batch)).toContain('orders.priceNotWhole');
  });

  it('says once that no column gives the discount', () => {
    expect(fileCodes(withMoney(['price'], ['50000']))).toContain('orders.noDiscount');
  });

  it('says once that the file’s lines are given per line, and the fix changes the reading', () => {
    const batch = withMoney(['price', 'discount', 'final_price'], ['50000', '5000', '95000']);
    const issue = batch.summary().fileIssues.find(({ code }) => code === 'orders.discountPerLine');
    expect(issue?.fix).toEqual({ kind: 'setRules', answer: 'discountPerLine', rules: { discountPer: 'line' } });
    expect(batch.summary().readyAmount).toBe(190000);
    const change = issue?.fix === undefined ? null : batch.proposals.forFix(issue.fix);
    if (change?.kind !== 'choices') throw new Error('choices expected');
    batch.setChoices(change.choices);
    expect(fileCodes(batch)).not.toContain('orders.discountPerLine');
    expect(batch.summary().readyAmount).toBe(95000);
  });

  it('exchanges price and discount on request, never by itself', () => {
    const batch = openRows([documentHeadings, documentRow]);
    const change = batch.proposals.forFix({ kind: 'swapFields', first: 'price', second: 'discount' });
    if (change?.kind !== 'choices') throw new Error('choices expected');
    batch.setChoices(change.choices);
    expect(requestsOf(batch)[0]?.order_items[0]).toMatchObject({ price: 100000, discount: 5000, final_price: 95000 });
    expect(fileCodes(batch)).not.toContain('orders.columnsExchanged');
  });

  it('holds an order back for numbers that do not add up only where the profile says so', () => {
    const row = orderRow({ final_price: '1' });
    expect(openRows([documentHeadings, row]).summary().counts.ready).toBe(1);
    expect(openRows([documentHeadings, row], { rules: { lineCheck: 'error' } }).summary().counts.withErrors).toBe(1);
    expect(issueCodes(openRows([documentHeadings, row], { rules: { lineCheck: 'off' } }))).not.toContain(
      'orders.lineSum',
    );
  });

  it('warns of a price of 0 and of the same product twice', () => {
    expect(issueCodes(openRows([documentHeadings, orderRow({ price: '0', discount: '0', final_price: '0' })]))).toEqual(
      ['orders.priceZero'],
    );
    expect(issueCodes(openRows([documentHeadings, orderRow(), orderRow({ quantity: '2' })]))).toEqual([
      'orders.sameProduct',
    ]);
    expect(issueCodes(openRows([documentHeadings, orderRow(), orderRow()]))).toEqual(['orders.repeatedRow']);
    expect(
      issueCodes(openRows([documentHeadings, orderRow(), orderRow({ client_product_variation_id: '171' })])),
    ).toEqual([]);
  });
});
