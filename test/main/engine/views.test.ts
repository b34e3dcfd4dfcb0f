import { describe, expect, it } from 'vitest';
import {
  batchSummarySchema,
  causeViewSchema,
  columnViewSchema,
  fieldViewSchema,
  orderViewSchema,
  rowFilterSchema,
  rowWindowSchema,
  type RowFilter,
} from '../../../shared/contract/views.ts';
import type { Batch } from '../../../main/engine/batch.ts';
import type { Issue } from '../../../shared/domain/model/issues.ts';
import { documentHeadings, issueCodes, openRows, orderRow, requestsOf, sheetFileOf } from '../../support/batch.ts';
import { tableOf } from '../../support/table.ts';
import { outcome } from './sent-orders.ts';

const filter = (changes: Partial<RowFilter> = {}): RowFilter => rowFilterSchema.parse(changes);

const numbers = (batch: Batch, changes: Partial<RowFilter>) =>
  batch.rows(filter(changes), 0, 100).rows.map(({ row }) => row);

const mixed = () =>
  openRows([
    documentHeadings,
    orderRow(),
    orderRow({ order_id: '700002', phone: '12' }),
    orderRow({ order_id: '700003', region: 'Buxxoro viloyati', full_name: 'Toʻxtayev G‘ulom' }),
    orderRow({
      order_id: '700003',
      region: 'Buxxoro viloyati',
      full_name: 'Toʻxtayev G‘ulom',
      client_product_id: '18',
    }),
    documentHeadings.map((heading) => (heading === 'order_id' ? 'Jami' : heading === 'quantity' ? '4' : '')),
    orderRow({ order_id: '700005', client_product_id: '19', scheduled_at: '25.11.2026' }),
  ]);

describe('what the window sees', () => {
  it('has the shape of the contract', () => {
    const batch = mixed();
    batchSummarySchema.omit({ server: true, shop: true }).parse(batch.summary());
    rowWindowSchema.parse(batch.rows(filter(), 0, 100));
    for (const cause of batch.causes()) causeViewSchema.parse(cause);
    const { columns, fields } = batch.columns();
    for (const column of columns) columnViewSchema.parse(column);
    for (const field of fields) fieldViewSchema.parse(field);
    for (const key of ['700001', '700002', '700003']) {
      const order = batch.order(key);
      if (!order.ok) throw new Error(order.error.code);
      orderViewSchema.parse(order.value);
    }
    expect(batch.order('1')).toEqual({ ok: false, error: { code: 'orders.noSuchOrder', params: { order: '1' } } });
  });

  it('filters rows, and the counted filters add up', () => {
    const batch = mixed();
    expect(numbers(batch, {})).toEqual([2, 3, 4, 5, 6, 7]);
    expect(numbers(batch, { show: 'errors' })).toEqual([3]);
    expect(numbers(batch, { show: 'warnings' })).toEqual([4, 5]);
    expect(numbers(batch, { show: 'ready' })).toEqual([2, 4, 5, 7]);
    expect(batch.summary().counts).toMatchObject({ total: 4, ready: 3, withErrors: 1 });
    expect(batch.summary().withWarnings).toBe(1);
  });

  it('a sample that stands for nothing becomes a blank', () => {
    const { columns } = openRows([documentHeadings, orderRow({ discount: '-' })]).columns();
    expect(columns.find(({ field }) => field === 'discount')?.samples).toEqual([
      { text: '-', becomes: '', refusal: null },
    ]);
  });

  it('a sample of a name becomes what its row does, and is lacking only where the row’s product is', () => {
    const isOfTable = (heading: string | undefined) => heading?.startsWith('client_product') === true;
    const headings = ['SKU', 'Mahsulot nomi', ...documentHeadings.filter((one) => !isOfTable(one))];
    const row = (code: string, name: string, id: string) => [
      code,
      name,
      ...orderRow({ order_id: id }).filter((_, at) => !isOfTable(documentHeadings[at])),
    ];
    const product = (keyKind: 'code' | 'name', key: string, productId: number) =>
      ({ keyKind, key, productId, variationId: null, price: null }) as const;
    const products = [product('code', 'AR-10', 41), product('name', 'Piyola', 45)];
    const rows = [headings, row('AR-10', 'Choynak', '1'), row('-', 'Piyola', '2'), row('AR-11', 'Lagan', '3')];
    const { columns } = openRows(rows, { products }).columns();
    const becomes = (field: string) =>
      columns.find((column) => column.field === field)?.samples.map(({ text, becomes: what }) => [text, what]);
    expect(becomes('product_code')).toEqual([
      ['AR-10', '41'],
      ['-', ''],
      ['AR-11', null],
    ]);
    // Of the third it is the code that the table lacks.
    expect(becomes('product_name')).toEqual([
      ['Choynak', '41'],
      ['Piyola', '45'],
      ['Lagan', 'Lagan'],
    ]);
  });

  it('a sample of a status that is not sent is nothing to put right, and a per cent becomes soʻm', () => {
    const samplesOf = (
      field: string,
      rules = {},
      headings: readonly string[] = documentHeadings,
      extra: readonly string[] = [],
    ) =>
      openRows([headings, [...orderRow({ price: '50000', discount: '10', final_price: '' }), ...extra]], { rules })
        .columns()
        .columns.find((column) => column.field === field)?.samples;
    expect(samplesOf('discount', { discountIs: 'percent' })).toEqual([{ text: '10', becomes: '5000', refusal: null }]);
    const shops = [[...documentHeadings, 'Holat'], ['Yangi']] as const;
    const ofStatus = (rules = {}) => samplesOf('fulfillment_status', rules, ...shops);
    expect(ofStatus()).toEqual([{ text: 'Yangi', becomes: 'Yangi', refusal: null }]);
    expect(ofStatus({ status: 'column' })).toEqual([{ text: 'Yangi', becomes: '1', refusal: null }]);
  });

  it('a column that the product table decided was not chosen by anybody', () => {
    const headings = ['Idish', ...documentHeadings.filter((one) => one !== 'client_product_id')];
    const row = (name: string, id: string) => [
      name,
      ...orderRow({ order_id: id }).filter((_, at) => documentHeadings[at] !== 'client_product_id'),
    ];
    const decided = (by?: 'productTable') =>
      openRows([headings, row('Piyola', '1'), row('Lagan', '2')], {
        choices: { columns: [{ column: 0, field: 'product_name', ...(by === undefined ? {} : { by }) }] },
      }).columns().columns[0];
    expect(decided('productTable')).toMatchObject({
      chosen: false,
      confidence: 1,
      reason: { code: 'orders.tableKnows' },
    });
    expect(decided()).toMatchObject({ chosen: true, reason: { code: 'orders.chosen' } });
  });

  it('an order with a warning is counted and shown as one, also beside an error', () => {
    const batch = openRows([
      documentHeadings,
      orderRow({ region: 'Buxxoro viloyati', phone: '12' }),
      orderRow({ order_id: '700002' }),
    ]);
    expect(issueCodes(batch)).toEqual(['orders.regionUnknownSuggested', 'values.phoneUnreadable']);
    expect(batch.summary()).toMatchObject({ withWarnings: 1, counts: { withErrors: 1, ready: 1 } });
    expect(numbers(batch, { show: 'warnings' })).toEqual([2]);
  });

  it.each([
    ["to'xtayev", [4, 5]],
    ['TOXTAYEV', [4, 5]],
    ['+998 90 123-45', [2, 4, 5, 7]],
    ['700002', [3]],
    ['jami', [6]],
    ['(', []],
    ['nobody', []],
  ])('finds «%s»', (search, expected) => {
    expect(numbers(mixed(), { search })).toEqual(expected);
  });

  it('finds what was typed, not what the file held there', () => {
    const batch = mixed();
    batch.applyEdit({ kind: 'cells', cells: [{ row: 2, column: 2, text: 'Nazarov Bobur' }] });
    expect(numbers(batch, { search: 'nazarov' })).toEqual([2]);
    expect(numbers(batch, { search: 'karimova' })).not.toContain(2);
  });

  it('gives windows of the list, bands by order, and places in it', () => {
    const batch = mixed();
    const { total, from, rows } = batch.rows(filter(), 2, 3);
    expect([total, from]).toEqual([6, 2]);
    expect(rows.map(({ row, isFirstOfOrder, bandIndex }) => [row, isFirstOfOrder, bandIndex])).toEqual([
      [4, true, 0],
      [5, false, 0],
      [6, true, 1],
    ]);
    expect(batch.indexOfRow(filter({ show: 'ready' }), 7)).toBe(3);
    expect(batch.indexOfRow(filter({ show: 'ready' }), 3)).toBe(-1);
    expect(batch.rows(filter(), 100, 10).rows).toEqual([]);
  });

  it('shows what is sent, what the cell holds, marks, and where a value comes from', () => {
    const batch = openRows([
      documentHeadings,
      orderRow({
        scheduled_at: { kind: 'date', text: '46351.5833333333' },
        phone: '90 123 45 67',
        final_price: '',
        country: 'Узбекистан',
      }),
      orderRow({ client_product_id: '18', full_name: '', phone: 'x' }),
    ]);
    const [first, second] = batch.rows(filter(), 0, 10).rows;
    expect(first?.cells[1]).toEqual({ text: '25.11.2026 14:00' });
    expect(first?.cells[3]).toEqual({ text: '+998901234567', rawText: '90 123 45 67' });
    expect(first?.cells[6]).toEqual({ text: 'Uzbekistan', rawText: 'Узбекистан' });
    expect(first?.cells[14]).toEqual({ text: '45000', rawText: '', origin: 'computed' });
    expect(second?.cells[2]).toEqual({ text: 'Karimova Aziza', rawText: '', origin: 'inherited' });
    expect(second?.cells[3]).toEqual({ text: 'x', severity: 'error' });
  });

  it('shows an order value by value, with its places, and the exact body', () => {
    const batch = openRows([documentHeadings, orderRow({ final_price: '' })]);
    const order = batch.order('700001');
    if (!order.ok) throw new Error(order.error.code);
    expect(JSON.parse(order.value.body ?? '')).toEqual(requestsOf(batch)[0]);
    expect(order.value.values).toContainEqual({
      field: 'phone',
      item: null,
      text: '+998901234567',
      row: 2,
      column: 3,
      origin: 'cell',
    });
    expect(order.value.values).toContainEqual({
      field: 'final_price',
      item: 0,
      text: '45000',
      row: null,
      column: null,
      origin: 'computed',
    });
    expect(order.value.values).toContainEqual({
      field: 'fulfillment_status',
      item: null,
      text: '5',
      row: null,
      column: null,
      origin: 'profile',
    });
    expect(order.value.amount).toBe(45000);
  });

  it('takes samples from orders alone', () => {
    const [id] = mixed().columns().columns;
    expect(id).toMatchObject({ filledCount: 6, samples: [{ text: '700001' }, { text: '700002' }, { text: '700003' }] });
    const few = openRows([
      documentHeadings,
      orderRow(),
      documentHeadings,
      documentHeadings.map((heading) => (heading === 'order_id' ? 'Imzo ______' : '')),
    ]);
    expect(few.columns().columns[0]?.samples).toEqual([{ text: '700001', becomes: '700001', refusal: null }]);
  });

  it('lists columns with samples and what they become', () => {
    const { columns, fields, top } = mixed().columns();
    expect(columns[3]).toMatchObject({ letters: 'D', heading: 'phone', field: 'phone', chosen: false, filledCount: 5 });
    expect(columns[3]?.samples).toEqual([
      { text: '+998901234567', becomes: '+998901234567', refusal: null },
      {
        text: '12',
        becomes: null,
        refusal: { row: 3, code: 'values.phoneUnreadable', params: { value: '12' } },
      },
    ]);
    expect(fields.find(({ field }) => field === 'country')).toEqual({
      field: 'country',
      required: false,
      columns: [6],
      constant: null,
      missing: false,
      profileDefault: 'Uzbekistan',
    });
    expect(top[0]).toMatchObject({ row: 1 });
  });
});

describe('problems', () => {
  it('are found from a place on, round the end, both ways', () => {
    const batch = mixed();
    expect(batch.nextProblem(null, 'next')).toEqual({ row: 3, column: 3 });
    expect(batch.nextProblem({ row: 3, column: 3 }, 'next')).toEqual({ row: 4, column: 5 });
    expect(batch.nextProblem({ row: 5, column: 5 }, 'next')).toEqual({ row: 3, column: 3 });
    expect(batch.nextProblem({ row: 3, column: 3 }, 'previous')).toEqual({ row: 5, column: 5 });
    expect(batch.nextProblem({ row: 4, column: 5 }, 'previous')).toEqual({ row: 3, column: 3 });
    const region = batch.causes().find(({ field }) => field === 'region');
    expect(batch.nextProblem(null, 'next', region?.cause ?? '')).toEqual({ row: 4, column: 5 });
    expect(openRows([documentHeadings, orderRow()]).nextProblem(null, 'next')).toBeNull();
  });

  it('of one cause are one line, filtered to and settled together, as one step of the history', () => {
    const batch = mixed();
    const cause = batch.causes().find(({ field }) => field === 'region');
    expect(cause).toMatchObject({
      code: 'orders.regionUnknownSuggested',
      severity: 'warning',
      count: 2,
      orderCount: 1,
      fixAll: { kind: 'setText', text: 'Buxoro viloyati' },
    });
    expect(numbers(batch, { cause: cause?.cause ?? '' })).toEqual([4, 5]);
    const change = batch.proposals.forCause(cause?.cause ?? '');
    if (change?.kind !== 'edit') throw new Error('edit expected');
    batch.applyEdit(change.edit);
    expect(issueCodes(batch)).not.toContain('orders.regionUnknownSuggested');
    expect(numbers(batch, { cause: cause?.cause ?? '' })).toEqual([]);
    batch.undo();
    expect(issueCodes(batch)).toContain('orders.regionUnknownSuggested');
  });
});

describe('wrong values', () => {
  it('are grouped by cause; each cell’s own suggestion is applied in one step', () => {
    const batch = openRows([
      documentHeadings,
      orderRow({ phone: '8901234567' }),
      orderRow({ order_id: '700002', phone: '8931112233' }),
    ]);
    const cause = batch.causes().find(({ field }) => field === 'phone');
    expect(cause).toMatchObject({ count: 2, orderCount: 2, fixAll: { kind: 'each' } });
    const change = batch.proposals.forCause(cause?.cause ?? '');
    if (change?.kind !== 'edit') throw new Error('edit expected');
    batch.applyEdit(change.edit);
    expect(requestsOf(batch).map(({ phone }) => phone)).toEqual(['+998901234567', '+998931112233']);
    expect(batch.edits).toHaveLength(1);
  });
});

describe('what was accepted', () => {
  it('is listed with what was odd about it, and offers no fix any more; what is left still does', () => {
    const batch = openRows([
      documentHeadings,
      orderRow({ region: 'Buxoroo' }),
      orderRow({ order_id: '700002', region: 'Buxoroo' }),
    ]);
    const region = () => batch.causes().find(({ field }) => field === 'region');
    expect(region()).toMatchObject({ count: 2, fixableCount: 2, fixAll: { kind: 'setText' } });
    batch.setOutcomes([outcome()]);
    expect(region()).toMatchObject({ count: 2, fixableCount: 1, fixAll: { kind: 'setCell', row: 3 } });
    const change = batch.proposals.forCause(region()?.cause ?? '');
    expect(change).toMatchObject({ edit: { cells: [{ row: 3 }] } });
    batch.setOutcomes([outcome({ orderId: 700_002 })]);
    expect(region()).toMatchObject({ count: 2, fixableCount: 0, fixAll: null });
    expect(batch.proposals.forCause(region()?.cause ?? '')).toBeNull();
  });
});

describe('what the reading of the file found', () => {
  const issues: Issue[] = [
    { code: 'reading.longRow', severity: 'error', scope: 'row', row: 2, params: { cells: 16, columns: 15 } },
    {
      code: 'reading.longCell',
      severity: 'error',
      scope: 'cell',
      row: 3,
      column: 4,
      params: { characters: 40_000, limit: 32_767 },
    },
    { code: 'reading.hiddenRows', severity: 'notice', scope: 'file', row: 3, params: { count: 1 } },
  ];
  const file = { ...sheetFileOf(tableOf([documentHeadings, orderRow(), orderRow({ order_id: '700002' })])), issues };

  it('holds the orders of its rows back until a person has worked on them; the file’s own part is said once', () => {
    const batch = openRows([], { input: { file } });
    expect(batch.summary()).toMatchObject({ counts: { withErrors: 2 }, fileIssues: [{ code: 'reading.hiddenRows' }] });
    batch.applyEdit({ kind: 'cells', cells: [{ row: 2, column: 14, text: '45000' }] });
    expect(batch.summary().counts).toMatchObject({ ready: 1, withErrors: 1 });
    batch.applyEdit({ kind: 'cells', cells: [{ row: 3, column: 14, text: '45000' }] });
    expect(batch.summary().counts.withErrors).toBe(1);
    batch.applyEdit({ kind: 'cells', cells: [{ row: 3, column: 4, text: 'Navoiy 5' }] });
    expect(batch.summary().counts.ready).toBe(2);
  });
});
