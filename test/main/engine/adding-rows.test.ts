/** Item rows that a person adds to an order: where they stand, what they do, how they go again. */
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../main/engine/batch.ts';
import type { Edit } from '../../../shared/domain/model/edits.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { documentHeadings, openRows, orderRow, requestsOf } from '../../support/batch.ts';

const product = documentHeadings.indexOf('client_product_id');
const everything = { show: 'all', cause: null, search: '' } as const;
const item = {
  client_product_id: '18',
  client_product_variation_id: '180',
  quantity: '2',
  price: '1000',
  discount: '0',
  final_price: '1000',
} as const;

function open(): Batch {
  return openRows([
    documentHeadings,
    orderRow({ order_id: '1' }),
    orderRow({ order_id: '2' }),
    null,
    orderRow({ order_id: '3' }),
  ]);
}

/** Adds an item row to the order and answers its number. */
function added(batch: Batch, key: string): number {
  const edit = valueOrThrow(batch.proposals.addItemRow(key));
  valueOrThrow(batch.applyEdit(edit));
  if (edit.kind !== 'addRow') throw new Error('a row expected');
  return edit.row;
}

const fill = (row: number): Edit => ({
  kind: 'cells',
  cells: Object.entries(item).map(([field, text]) => ({
    row,
    column: documentHeadings.indexOf(field as keyof typeof item),
    text,
  })),
});
const rows = (batch: Batch) => batch.rows(everything, 0, 100).rows;
const numbers = (batch: Batch): number[] => rows(batch).map(({ row }) => row);

describe('an added row', () => {
  it('stands under its order, keeps the file’s rows where they are, and becomes an item', () => {
    const batch = open();
    const row = added(batch, '2');
    expect(row).toBe(6);
    expect(numbers(batch)).toEqual([2, 3, 6, 5]);
    expect(rows(batch)[2]).toMatchObject({
      orderKey: '2',
      isFirstOfOrder: false,
      added: true,
      bandIndex: rows(batch)[1]?.bandIndex,
    });
    expect(rows(batch)[2]?.cells[0]).toMatchObject({ text: '2', edited: true });
    // What it lacks is said at once, in its cells.
    expect(batch.summary().counts).toMatchObject({ total: 3, withErrors: 1, ready: 2 });
    expect(rows(batch)[2]?.cells[product]?.severity).toBe('error');
    expect(batch.nextProblem({ row: 5, column: 0 }, 'next')).toMatchObject({ row, column: product });
    valueOrThrow(batch.applyEdit(fill(row)));
    expect(batch.summary().counts).toMatchObject({ total: 3, ready: 3 });
    const order = requestsOf(batch).find(({ order_id }) => order_id === 2);
    expect(order?.order_items).toMatchObject([{ client_product_id: 17 }, { client_product_id: 18, quantity: 2 }]);
    expect(valueOrThrow(batch.order('2'))).toMatchObject({ rows: [3, 6], canAddItem: true });
    // The rows do not stand together, and nobody is asked why.
    expect(batch.causes().map(({ code }) => code)).not.toContain('orders.rowsApart');
    expect(batch.indexOfRow(everything, row)).toBe(2);
    expect(batch.rows({ ...everything, search: '180' }, 0, 10).rows.map((view) => view.row)).toContain(row);
    expect(batch.take(10).find(({ orderId }) => orderId === 2)?.rows).toEqual([3, 6]);
  });

  it('goes again, comes back by undo with what it held, and never gives its number to another', () => {
    const batch = open();
    const first = added(batch, '1');
    valueOrThrow(batch.applyEdit(fill(first)));
    const before = rows(batch);
    valueOrThrow(batch.applyEdit({ kind: 'removeRows', rows: [first] }));
    expect(numbers(batch)).toEqual([2, 3, 5]);
    expect(batch.summary().counts.ready).toBe(3);
    expect(added(batch, '1')).toBe(first + 1);
    valueOrThrow(batch.undo());
    valueOrThrow(batch.undo());
    expect(rows(batch)).toEqual(before);
    expect(batch.history(10).steps.map(({ kind, position }) => [kind, position.row])).toEqual([
      ['rowAdded', 7],
      ['rowRemoved', 6],
      ['cells', 6],
      ['rowAdded', 6],
    ]);
  });

  it('goes with its order’s number to another order', () => {
    const batch = open();
    const row = added(batch, '1');
    valueOrThrow(batch.applyEdit({ kind: 'cells', cells: [{ row, column: 0, text: '3' }] }));
    expect(numbers(batch)).toEqual([2, 3, 5, row]);
    expect(rows(batch)[3]?.orderKey).toBe('3');
  });

  it('is refused where rows do not say their order, and where the order is under way', () => {
    const noId = openRows([documentHeadings, orderRow({ order_id: 'x' })]);
    expect(noId.proposals.addItemRow('row:2')).toMatchObject({ ok: false, error: { code: 'orders.noNumberToAdd' } });
    const everyRow = openRows([documentHeadings, orderRow()], {
      rules: { orderNumbers: { kind: 'everyRow', start: 5 } },
    });
    expect(everyRow.proposals.addItemRow('5')).toMatchObject({ ok: false, error: { code: 'orders.noNumberToAdd' } });
    expect(valueOrThrow(everyRow.order('5')).canAddItem).toBe(false);
    const batch = open();
    batch.take(1);
    const before = rows(batch);
    expect(batch.applyEdit(valueOrThrow(batch.proposals.addItemRow('1')))).toMatchObject({
      ok: false,
      error: { code: 'orders.editUnderWay' },
    });
    expect(rows(batch)).toEqual(before);
    expect(batch.summary().canUndo).toBe(false);
  });

  it('does not fall under a merged cell that reaches below the last row, nor is a row of the file ever removed', () => {
    const merged = openRows([documentHeadings, orderRow({ order_id: '1' }), orderRow({ order_id: '' })], {
      facts: { merged: [{ firstRow: 2, lastRow: 9, firstColumn: 0, lastColumn: 0 }] },
    });
    expect(added(merged, '1')).toBe(10);
    expect(merged.applyEdit({ kind: 'removeRows', rows: [3] })).toMatchObject({
      ok: false,
      error: { code: 'orders.editRow' },
    });
    expect(merged.applyEdit({ kind: 'removeRows', rows: [11] })).toMatchObject({
      ok: false,
      error: { code: 'orders.editRow' },
    });
    expect(merged.applyEdit({ kind: 'addRow', row: 10, cells: [] })).toMatchObject({
      ok: false,
      error: { code: 'orders.editRow' },
    });
  });

  it('stands behind the file’s own rows in the report, with what was typed', () => {
    const batch = open();
    const row = added(batch, '1');
    valueOrThrow(batch.applyEdit(fill(row)));
    const reported = [...batch.report.rows()];
    expect(reported.map((one) => one.row)).toEqual([2, 3, 5, row]);
    expect(reported[3]).toMatchObject({ added: true, orderKey: '1' });
    expect(reported[3]?.cells.slice(product)).toEqual(Object.values(item));
    expect(reported[0]).not.toHaveProperty('added');
  });

  it('shows under its order where the rows are sorted and folded, and its problem is found by cause', () => {
    const batch = open();
    const row = added(batch, '1');
    const sorted = batch.rows({ ...everything, sort: { column: 0, direction: 'descending' } }, 0, 10).rows;
    expect(sorted.map((one) => one.row)).toEqual([5, 3, 2, row]);
    const folded = batch.rows({ ...everything, collapsed: { all: true, except: [] } }, 0, 10).rows;
    expect(folded.map((one) => [one.row, one.group?.items])).toEqual([
      [2, 2],
      [3, undefined],
      [5, undefined],
    ]);
    const cause = batch.causes().find(({ firstPosition }) => firstPosition.row === row);
    expect(batch.rows({ ...everything, cause: cause?.cause ?? '' }, 0, 10).rows.map((one) => one.row)).toEqual([
      2,
      row,
    ]);
  });
});
