/** Delivery times that pass while a file is open: nothing warned of them when it was opened. */
import { expect, test } from 'vitest';
import { openRows, testNow } from '../../../support/batch.ts';

const hour = 3_600_000;
const headings = [
  'order_id',
  'scheduled_at',
  'full_name',
  'phone',
  'address',
  'region',
  'client_product_id',
  'quantity',
  'price',
];
const row = (id: number, at: string): string[] => [
  String(id),
  at,
  'Aliyev Vali',
  '+998901234567',
  'Navoiy 5',
  'Buxoro viloyati',
  String(id),
  '1',
  '5000',
];

test('are counted from when they have passed, with their rows', () => {
  const batch = openRows([
    headings,
    row(1, '24.11.2026 10:00'),
    row(2, '24.11.2026 16:00'),
    row(3, '25.11.2026 10:00'),
  ]);
  expect(batch.summary().counts).toMatchObject({ ready: 3 });
  expect(batch.reminders(testNow).passed).toEqual({ count: 0, rows: [] });
  expect(batch.reminders(testNow + 2 * hour).passed).toEqual({ count: 1, rows: [2] });
  expect(batch.reminders(testNow + 9 * hour).passed).toEqual({ count: 2, rows: [2, 3] });
});

test('are not told again where the file said so at opening, nor of orders that are not sent', () => {
  const batch = openRows([headings, row(1, '23.11.2026 10:00'), row(2, '24.11.2026 10:00')]);
  const left = batch.applyEdit({ kind: 'leaveOut', rows: [3], out: true });
  expect(left.ok).toBe(true);
  expect(batch.reminders(testNow + 2 * hour).passed).toEqual({ count: 0, rows: [] });
});

test('a time that is typed later in the day counts, too', () => {
  const batch = openRows([headings, row(1, '25.11.2026 10:00')]);
  batch.applyEdit({ kind: 'cells', cells: [{ row: 2, column: 1, text: '24.11.2026 12:00' }] });
  expect(batch.reminders(testNow + 8 * hour).passed).toEqual({ count: 1, rows: [2] });
});
