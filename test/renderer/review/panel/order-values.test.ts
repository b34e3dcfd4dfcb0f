import { rowInTable, rowNames } from '../../../../shared/domain/model/sheet-rows.ts';
import { describe, expect, it } from 'vitest';
import {
  deliveryTimes,
  formatRowRanges,
  groupOrderValues,
  type OrderValueView,
} from '../../../../renderer/review/panel/order-values.ts';

const value = (field: OrderValueView['field'], item: number | null, text: string): OrderValueView => ({
  field,
  item,
  text,
  row: 7,
  column: 1,
  origin: 'cell',
});

it('an order’s values stand before its items’, items in their order', () => {
  const sorted = groupOrderValues([
    value('price', 1, '200'),
    value('order_id', null, '7'),
    value('price', 0, '100'),
    value('quantity', 1, '2'),
  ]);
  expect(sorted.order.map(({ field }) => field)).toEqual(['order_id']);
  expect(sorted.items.map(({ number, values }) => [number, values.map(({ text }) => text)])).toEqual([
    [1, ['100']],
    [2, ['200', '2']],
  ]);
});

describe('bothTimes', () => {
  it('shows the instant in Toshkent and in UTC', () => {
    expect(deliveryTimes('2024-10-03T21:30:00Z', 'utc')).toEqual({
      toshkent: '04.10.2024 02:30',
      utc: '03.10.2024 21:30',
    });
  });
  it('reads the local clock under a Z as Toshkent time', () => {
    expect(deliveryTimes('2024-10-03T14:00:00Z', 'localWithZ')).toEqual({
      toshkent: '03.10.2024 14:00',
      utc: '03.10.2024 09:00',
    });
  });
  it('leaves other texts alone', () => {
    expect(deliveryTimes('ertaga', 'utc')).toBeNull();
  });
});

it('rows are named as runs, the first few', () => {
  expect(formatRowRanges([7], (rows) => rowNames([], rows))).toBe('7');
  expect(formatRowRanges([7, 8, 9, 12], (rows) => rowNames([], rows))).toBe('7–9, 12');
  expect(formatRowRanges([1, 3, 5, 7, 9, 11, 13], (rows) => rowNames([], rows))).toBe('1, 3, 5, 7, 9, 11 …');
  const sheets = ['01.12', '02.12'];
  const named = (rows: readonly number[]) => rowNames(sheets, rows);
  expect(formatRowRanges([7, 8, rowInTable(1, 3)], named)).toBe('01.12!7–8, 02.12!3');
});
