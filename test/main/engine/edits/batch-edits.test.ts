/** Rows that are left out, and edits that do not fit. */
import { describe, expect, it } from 'vitest';
import { rowFilterSchema, type RowFilter } from '../../../../shared/contract/views.ts';
import type { Batch } from '../../../../main/engine/batch.ts';
import { documentHeadings, openRows, orderRow, requestsOf } from '../../../support/batch.ts';

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
    orderRow({ order_id: '700005', scheduled_at: '25.11.2026' }),
  ]);

describe('leaving out', () => {
  it('takes an order out, and puts it back', () => {
    const batch = mixed();
    const out = batch.proposals.leaveOutOrders(['700002', '700003'], true);
    if (out === null) throw new Error('edit expected');
    batch.applyEdit(out);
    expect(batch.summary().counts).toMatchObject({ total: 4, leftOut: 2, ready: 2, withErrors: 0 });
    expect(numbers(batch, { show: 'leftOut' })).toEqual([3, 4, 5]);
    const back = batch.proposals.leaveOutOrders(['700002'], false);
    if (back === null) throw new Error('edit expected');
    batch.applyEdit(back);
    expect(batch.summary().counts).toMatchObject({ leftOut: 1, withErrors: 1 });
  });

  it('of a single row takes an item away; what the row says of the customer still holds', () => {
    const batch = openRows([
      documentHeadings,
      orderRow(),
      orderRow({ client_product_id: '18', full_name: '', phone: '' }),
    ]);
    batch.applyEdit({ kind: 'leaveOut', rows: [2], out: true });
    expect(requestsOf(batch)[0]).toMatchObject({
      full_name: 'Karimova Aziza',
      phone: '+998901234567',
      order_items: [{ client_product_id: 18 }],
    });
  });
});

describe('edits', () => {
  it('are refused outside the rows and columns of the table, and change nothing', () => {
    const batch = mixed();
    expect(batch.applyEdit({ kind: 'cells', cells: [{ row: 1, column: 0, text: 'x' }] })).toMatchObject({
      ok: false,
      error: { code: 'orders.editRow' },
    });
    expect(batch.applyEdit({ kind: 'cells', cells: [{ row: 99, column: 0, text: 'x' }] })).toMatchObject({
      ok: false,
      error: { code: 'orders.editRow' },
    });
    expect(batch.applyEdit({ kind: 'cells', cells: [{ row: 2, column: 15, text: 'x' }] })).toMatchObject({
      ok: false,
      error: { code: 'orders.editColumn' },
    });
    expect(batch.summary().canUndo).toBe(false);
  });

  it('leave the report’s rows as the file holds them', () => {
    const batch = mixed();
    batch.applyEdit({ kind: 'cells', cells: [{ row: 3, column: 3, text: '+998901112233' }] });
    const rows = [...batch.report.rows()];
    expect(rows.map(({ row, orderKey }) => [row, orderKey])).toEqual([
      [2, '700001'],
      [3, '700002'],
      [4, '700003'],
      [5, '700003'],
      [6, null],
      [7, '700005'],
    ]);
    expect(rows[1]?.cells[3]).toBe('12');
  });
});
