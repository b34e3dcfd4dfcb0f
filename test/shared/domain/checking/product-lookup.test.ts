import { describe, expect, it } from 'vitest';
import type { Product } from '../../../../shared/domain/products/product.ts';
import type { Rules } from '../../../../shared/domain/model/rules.ts';
import { fileCodes, issueCodes, openRows, requestsOf } from '../../../support/batch.ts';

const headings = [
  'Buyurtma raqami',
  'Yetkazish sanasi',
  'Mijoz',
  'Telefon',
  'Manzil',
  'Viloyat',
  'SKU',
  'Mahsulot',
  'Soni',
  'Narxi',
];
const table: readonly Product[] = [
  { keyKind: 'code', key: 'CH-01', productId: 31, variationId: 310, price: 150_000 },
  { keyKind: 'name', key: 'Choynak', productId: 31, variationId: 310, price: 150_000 },
  { keyKind: 'name', key: 'Piyola', productId: 32, variationId: null, price: 25_000 },
  { keyKind: 'name', key: 'Lagan', productId: 33, variationId: null, price: null },
];

function row(id: string, sku: string, name: string, quantity = '1', price = '1000') {
  return [
    id,
    '25.11.2026 14:00',
    'Karimova Aziza',
    '+998901234567',
    'Navoiy 5',
    'Buxoro viloyati',
    sku,
    name,
    quantity,
    price,
  ];
}

function sheet(rows: readonly (readonly string[])[], rules: Partial<Rules> = {}, products = table) {
  return openRows([headings, ...rows], { products, rules });
}

describe('a product that is looked up', () => {
  it('gets id and variation from the table, by code before name', () => {
    const [order] = requestsOf(sheet([row('1', 'ch-01', 'Boshqa nom')]));
    expect(order?.order_items).toEqual([
      {
        client_product_id: 31,
        client_product_variation_id: 310,
        quantity: 1,
        price: 1000,
        discount: 0,
        final_price: 1000,
      },
    ]);
    expect(requestsOf(sheet([row('1', '', 'PIYOLA')]))[0]?.order_items[0]?.client_product_id).toBe(32);
    expect(requestsOf(sheet([row('1', 'UNKNOWN', 'Piyola')]))[0]?.order_items[0]?.client_product_id).toBe(32);
  });

  it('is warned of where code and name are different products', () => {
    const batch = sheet([row('1', 'CH-01', 'Piyola')]);
    expect(issueCodes(batch)).toEqual(['orders.productDiffers']);
    expect(requestsOf(batch)[0]?.order_items[0]?.client_product_id).toBe(31);
  });

  it('gets its price from the table only where the file gives none', () => {
    expect(requestsOf(sheet([row('1', 'CH-01', '', '2', '')]))[0]?.order_items[0]).toMatchObject({
      price: 150_000,
      final_price: 150_000,
    });
    expect(requestsOf(sheet([row('1', 'CH-01', '', '2', '9000')]))[0]?.order_items[0]).toMatchObject({ price: 9000 });
    expect(issueCodes(sheet([row('1', '', 'Lagan', '1', '')]))).toEqual(['orders.blank']);
  });

  it('without a price column, each product without a price in the table is named', () => {
    const without = (name: string) => row('1', '', name).slice(0, -1);
    const batch = openRows([headings.slice(0, -1), without('Lagan')], { products: table });
    expect(issueCodes(batch)).toEqual(['orders.noTablePrice']);
    expect(batch.causes()[0]?.params).toMatchObject({
      tableKeyKind: 'name',
      tableKey: 'Lagan',
      product: 33,
      variation: '',
    });
    expect(
      requestsOf(openRows([headings.slice(0, -1), without('Piyola')], { products: table }))[0]?.order_items[0]?.price,
    ).toBe(25_000);
  });

  it('blocks where the table does not know it: once each with its count, fixed once for all rows', () => {
    const batch = sheet([row('1', '', 'Kosa'), row('2', '', 'kosa'), row('3', '', 'Kosa'), row('4', '', 'Piyola')]);
    expect(batch.summary().counts).toMatchObject({ withErrors: 3, ready: 1 });
    expect(
      batch
        .causes()
        .filter(({ severity }) => severity === 'error')
        .map(({ code, count, params }) => [code, count, params['value']]),
    ).toEqual([
      ['orders.productUnmapped', 2, 'Kosa'],
      ['orders.productUnmapped', 1, 'kosa'],
    ]);
    expect(batch.unmappedProducts()).toEqual([{ keyKind: 'name', key: 'Kosa', count: 3, row: 2 }]);
    const change = batch.proposals.forFix({
      kind: 'setProduct',
      keyKind: 'name',
      key: 'Kosa',
      productId: 36,
      variationId: null,
      price: null,
      like: null,
    });
    if (change?.kind !== 'products') throw new Error('products expected');
    batch.setKnown({ products: [...table, ...change.products] });
    expect(batch.summary().counts.ready).toBe(4);
    expect(batch.unmappedProducts()).toEqual([]);
  });

  it('is offered what it resembles, and the offer holds for all of its rows', () => {
    const batch = sheet([row('1', '', 'Piyolla'), row('2', '', 'Piyolla')]);
    const cause = batch.causes().find(({ code }) => code === 'orders.productUnmappedSuggested');
    expect(cause).toMatchObject({
      count: 2,
      fixAll: { kind: 'setProduct', key: 'Piyolla', productId: 32, price: 25_000, like: 'Piyola' },
    });
    expect(batch.proposals.forCause(cause?.cause ?? '')).toEqual({
      kind: 'products',
      products: [{ keyKind: 'name', key: 'Piyolla', productId: 32, variationId: null, price: 25_000 }],
    });
    expect(batch.summary().counts.ready).toBe(0);
  });

  it('is not looked up where the sheet gives the WMS’s own id', () => {
    const batch = openRows(
      [
        [...headings, 'Mahsulot ID'],
        [...row('1', 'UNKNOWN', 'Nomaʼlum'), '77'],
      ],
      { products: table },
    );
    expect(requestsOf(batch)[0]?.order_items[0]?.client_product_id).toBe(77);
    expect(issueCodes(batch)).toEqual([]);
  });

  it('that no cell names is a blank cell', () => {
    expect(issueCodes(sheet([row('1', '', '')]))).toEqual(['orders.blank']);
  });

  it('refuses a barcode that Excel shortened', () => {
    expect(issueCodes(sheet([row('1', '4.78E+12', 'Piyola')]))).toEqual(['values.productCode.scientific']);
  });

  it('shows what each column becomes, and where a value comes from', () => {
    const batch = sheet([row('1', 'CH-01', '', '1', '')]);
    expect(batch.columns().columns[6]).toMatchObject({
      field: 'product_code',
      samples: [{ text: 'CH-01', becomes: '31 / 310', refusal: null }],
    });
    expect(batch.columns().fields.filter(({ missing }) => missing)).toEqual([]);
    const order = batch.order('1');
    expect(
      order.ok &&
        order.value.values.filter(({ item }) => item === 0).map(({ field, text, origin }) => [field, text, origin]),
    ).toEqual([
      ['client_product_id', '31', 'products'],
      ['client_product_variation_id', '310', 'products'],
      ['quantity', '1', 'cell'],
      ['price', '150000', 'products'],
      ['discount', '0', 'computed'],
      ['final_price', '150000', 'computed'],
    ]);
    const cells = batch.rows({ ...filter }, 0, 1).rows[0]?.cells;
    expect(cells?.[9]).toEqual({ text: '150000', rawText: '', origin: 'products' });
  });
});

const filter = { show: 'all', cause: null, search: '' } as Parameters<ReturnType<typeof sheet>['rows']>[0];

describe('products listed in one cell', () => {
  const listed = (cell: string, quantity = '', price = '') => row('1', '', cell, quantity, price);

  it('are asked about, and nothing of them is sent until it is answered', () => {
    const batch = sheet([listed('Choynak x2; Piyola')]);
    expect(batch.summary().counts.ready).toBe(0);
    const question = batch.summary().fileIssues.find(({ code }) => code === 'orders.splitQuestion');
    expect(question).toMatchObject({
      severity: 'error',
      params: { count: 1, parts: 'Choynak × 2 + Piyola × 1' },
      fix: { kind: 'setRules', rules: { splitItems: 'on' } },
    });
    expect(question?.answers).toHaveLength(2);
    expect(issueCodes(batch)).not.toContain('orders.productUnmapped');
    expect(fileCodes(sheet([listed('Choynak x2; Piyola')], { splitItems: 'off' }))).not.toContain(
      'orders.splitQuestion',
    );
  });

  it('become items, each with its quantity, all of the one row', () => {
    const batch = sheet([listed('Choynak x2; Piyola')], { splitItems: 'on' });
    expect(requestsOf(batch)[0]?.order_items).toEqual([
      {
        client_product_id: 31,
        client_product_variation_id: 310,
        quantity: 2,
        price: 150_000,
        discount: 0,
        final_price: 150_000,
      },
      { client_product_id: 32, quantity: 1, price: 25_000, discount: 0, final_price: 25_000 },
    ]);
    expect(batch.take(1)[0]?.rows).toEqual([2, 2]);
    expect(fileCodes(batch)).toContain('orders.itemsSplit');
  });

  it('take a price that stands beside them, and none that stands once for all', () => {
    expect(
      requestsOf(
        sheet([listed('Lagan 2 x 90 000, Piyola 3 dona', '', '205000')], { splitItems: 'on' }),
      )[0]?.order_items.map(({ price, quantity }) => [price, quantity]),
    ).toEqual([
      [90_000, 2],
      [25_000, 3],
    ]);
    expect(issueCodes(sheet([listed('Lagan x2, Piyola', '', '205000')], { splitItems: 'on' }))).toEqual([
      'orders.noTablePrice',
    ]);
  });

  it('of one kind in a row use the row’s own price', () => {
    expect(requestsOf(sheet([listed('Lagan (x3)', '', '90000')], { splitItems: 'on' }))[0]?.order_items).toMatchObject([
      { client_product_id: 33, quantity: 3, price: 90_000 },
    ]);
    expect(requestsOf(sheet([listed('Lagan', '4', '90000')], { splitItems: 'on' }))[0]?.order_items).toMatchObject([
      { quantity: 4 },
    ]);
    expect(issueCodes(sheet([listed('Lagan x3', '4', '90000')], { splitItems: 'on' }))).toEqual([
      'orders.splitQuantity',
    ]);
  });

  it('share no discount: it is never divided silently', () => {
    const batch = openRows(
      [
        [...headings, 'Chegirma'],
        [...listed('Choynak x2; Piyola'), '5000'],
        [...row('2', '', 'Choynak; Piyola', '', ''), '0'],
      ],
      { products: table, rules: { splitItems: 'on' } },
    );
    expect(issueCodes(batch)).toEqual(['orders.splitDiscount']);
    expect(batch.summary().counts.ready).toBe(1);
  });

  it('name each unmapped one by itself', () => {
    const batch = sheet([listed('Kosa x6; Piyola'), row('2', '', 'Kosa; Tovoq x2', '', '')], { splitItems: 'on' });
    expect(batch.unmappedProducts().map(({ key, count }) => [key, count])).toEqual([
      ['Kosa', 2],
      ['Tovoq', 1],
    ]);
  });
});

describe('size and colour in columns of their own', () => {
  const shirts: readonly Product[] = [
    { keyKind: 'name', key: 'Futbolka M', productId: 50, variationId: 501, price: 90_000 },
    { keyKind: 'name', key: 'Futbolka XL', productId: 50, variationId: 503, price: 90_000 },
  ];
  const open = (...sizes: readonly string[]) =>
    openRows(
      [
        [...headings.filter((heading) => heading !== 'SKU'), 'Razmer'],
        ...sizes.map((size, at) => [...row(String(at + 1), '', 'Futbolka').filter((_, column) => column !== 6), size]),
      ],
      { products: shirts },
    );

  it('are looked up together with the name', () => {
    expect(requestsOf(open('M', 'XL')).map(({ order_items: [item] }) => item?.client_product_variation_id)).toEqual([
      501, 503,
    ]);
  });

  it('a size that the table does not know is another product: nothing is offered that would hold for all sizes', () => {
    const batch = open('S');
    expect(issueCodes(batch)).toContain('orders.productUnmapped');
    expect(issueCodes(batch)).not.toContain('orders.productUnmappedSuggested');
  });
});
