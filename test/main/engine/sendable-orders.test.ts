/** Orders that a run takes: each once, in file order, locked meanwhile. */
import { describe, expect, it } from 'vitest';
import { openRows, orderRow } from '../../support/batch.ts';
import { rows, outcome } from './sent-orders.ts';

describe('orders taken by a run', () => {
  it('are taken once, in file order, and again after the run has ended', () => {
    const batch = openRows(rows);
    expect(batch.take(1).map(({ orderKey }) => orderKey)).toEqual(['700001']);
    expect(batch.take(5).map(({ orderKey, rows: at }) => [orderKey, at])).toEqual([['700002', [3]]]);
    expect(batch.take(5)).toEqual([]);
    batch.releaseTaken();
    expect(batch.take(5)).toHaveLength(2);
  });

  it('cannot be edited meanwhile, but for those that the server refused', () => {
    const batch = openRows(rows);
    batch.take(5);
    const edit = { kind: 'cells', cells: [{ row: 2, column: 4, text: 'Boshqa manzil 1' }] } as const;
    expect(batch.applyEdit({ ...edit, cells: [...edit.cells] }).ok).toBe(false);
    batch.setOutcomes([outcome({ state: 'rejected' })]);
    expect(batch.take(5)).toEqual([]);
    expect(batch.applyEdit({ ...edit, cells: [...edit.cells] }).ok).toBe(true);
    expect(batch.take(5).map(({ orderKey }) => orderKey)).toEqual(['700001']);
  });

  it('are those that are ready or waiting, and nothing else', () => {
    const batch = openRows([
      ...rows,
      orderRow({ order_id: '700003', phone: '1' }),
      orderRow({ order_id: '700004' }),
      orderRow({ order_id: '700005' }),
    ]);
    batch.setOutcomes([outcome({ state: 'waiting' }), outcome({ orderId: 700002, state: 'accepted' })]);
    batch.applyEdit({ kind: 'leaveOut', rows: [5], out: true });
    expect(batch.take(9).map(({ orderKey }) => orderKey)).toEqual(['700001', '700005']);
  });
});
