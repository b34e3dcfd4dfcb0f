/** Sums without a word that says so (docs/domain.md, «Rows that are no orders»). */
import { describe, expect, it } from 'vitest';
import { runToCompletion } from '../../../../shared/cooperative.ts';
import { SumRows } from '../../../../shared/domain/rows/sum-rows.ts';
import { interpretedSheet } from '../../../support/interpreted-sheet.ts';
import type { TestCell } from '../../../support/table.ts';

const headings = ['Buyurtma raqami', 'F.I.Sh.', 'Mahsulot ID', 'Miqdor', 'Narx', 'Yetkazish', 'Izoh'];
const fields = ['order_id', 'full_name', 'client_product_id', 'quantity', 'price', null, null] as const;
type Row = readonly TestCell[];
const item = (quantity: TestCell, price: TestCell, fee: TestCell = ''): Row => [
  '1',
  'Aziza',
  '17',
  quantity,
  price,
  fee,
];
const sum = (quantity: TestCell, price: TestCell, fee: TestCell = '', note: TestCell = ''): Row => [
  '',
  '',
  '',
  quantity,
  price,
  fee,
  note,
];

/** Numbers of the rows that are sums; the headings are row 1. */
function sums(rows: readonly Row[], columns: readonly (typeof fields)[number][] = fields): readonly number[] {
  const { table, readers, plan } = interpretedSheet([headings, ...rows], {
    columns: columns.map((field, column) => ({ column, field })),
  });
  const found = new SumRows(table.file, readers, plan);
  runToCompletion(found.findCooperatively([0, 1]));
  return Array.from({ length: table.rowCount }, (_, index) => index)
    .filter((index) => found.isSum(index))
    .map((index) => table.rowNumber(index));
}

describe('a row is a sum', () => {
  it.each<[string, readonly Row[], readonly number[]]>([
    ['of all rows above', [item(1, 5000), item(2, 7000), sum(3, 12_000)], [4]],
    ['in texts of every writing', [item('1', '5 000'), item('2', '7.000'), sum('3', '12\u00a0000')], [4]],
    ['with fractions', [item(1, '0,10'), item(1, '0,20'), sum(2, '0.30')], [4]],
    ['of one column, where the others are blank', [item(1, 5000), item(2, 7000), sum('', 12_000)], [4]],
    [
      'of each group, and of all groups',
      [item(1, 5000), item(1, 7000), sum(2, 12_000), item(1, 1000), item(3, 2000), sum(4, 3000), sum(6, 15_000)],
      [4, 7, 8],
    ],
    [
      'of the rows since a sum with a word',
      [item(1, 5000), item(1, 7000), ['Jami', '', '', 2, 12_000], item(1, 1000), item(1, 2000), sum(2, 3000)],
      [7],
    ],
    ['of columns that are not sent, too', [item(1, 5000, 20), item(1, 7000, 30), sum(2, 12_000, 50)], [4]],
    ['with a word in a column that is not sent', [item(1, 5000), item(2, 7000), sum(3, 12_000, '', 'soʻm')], [4]],
    ['where a formula of the customer shows 0', [item(1, 5000), item(2, 7000), ['', 0, '', 3, 12_000]], [4]],
  ])('%s', (_, rows, expected) => expect(sums(rows)).toEqual(expected));
});

describe('a row is no sum', () => {
  it.each<[string, readonly Row[]]>([
    ['of one row: it may be another item', [item(1, 5000), sum(1, 5000)]],
    ['that is one off', [item(1, 5000), item(2, 7000), sum(3, 12_001)]],
    ['where one amount of two is none', [item(1, 5000), item(2, 7000), sum(2, 12_000)]],
    ['with a product', [item(1, 5000), item(2, 7000), ['', '', '18', 3, 12_000]]],
    ['with a customer', [item(1, 5000), item(2, 7000), ['', 'Timur', '', 3, 12_000]]],
    ['with an order number', [item(1, 5000), item(2, 7000), ['2', '', '', 3, 12_000]]],
    ['without any amount', [item(1, 5000), item(2, 7000), sum('', '', '', 'x')]],
    ['that has another amount beside it by chance', [item(1, 5000, 20), item(2, 7000, 30), sum('', 12_000, 51)]],
    ['with words in a column that is sent', [item(1, 5000), item(2, 7000), sum('uch', 12_000)]],
  ])('%s', (_, rows) => expect(sums(rows)).toEqual([]));

  it('where it is not known where products and customers stand', () => {
    const rows = [item(1, 5000), item(2, 7000), sum(3, 12_000)];
    expect(sums(rows, ['order_id', 'full_name', null, 'quantity', 'price', null, null])).toEqual([]);
    expect(sums(rows, ['order_id', null, 'client_product_id', 'quantity', 'price', null, null])).toEqual([]);
  });
});
