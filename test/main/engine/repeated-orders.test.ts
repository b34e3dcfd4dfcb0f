import { describe, expect, it } from 'vitest';
import { documentHeadings, issueCodes, openRows, orderRow, requestsOf } from '../../support/batch.ts';

const rows = [
  documentHeadings,
  orderRow({ order_id: '1001' }),
  orderRow({ order_id: '1002', phone: '+998907777777' }),
  orderRow({ order_id: '1003' }),
];
const code = 'orders.sameOrderTwice';
const twice = (batch: ReturnType<typeof openRows>) => batch.causes().find((cause) => cause.code === code);
const warned = (batch: ReturnType<typeof openRows>) =>
  ['1001', '1002', '1003', '1004'].filter((key) => {
    const order = batch.order(key);
    return order.ok && order.value.issues.some((issue) => issue.code === code);
  });

describe('the same phone, products and date under two numbers', () => {
  it('is a warning on both, with both places, and goes out', () => {
    const batch = openRows(rows);
    expect(warned(batch)).toEqual(['1001', '1003']);
    expect(twice(batch)).toMatchObject({
      severity: 'warning',
      params: { first: '1001', firstRow: 2, later: '1003', laterRow: 4 },
      orderCount: 2,
    });
    expect(requestsOf(batch)).toHaveLength(3);
    expect(batch.summary()).toMatchObject({ counts: { ready: 3 } });
  });

  it('leaves the later ones out at once, never the first, and takes it back', () => {
    const batch = openRows([...rows, orderRow({ order_id: '1004' })]);
    expect(warned(batch)).toEqual(['1001', '1003', '1004']);
    expect(twice(batch)?.fixAll).toEqual({ kind: 'leaveOut', orderKeys: ['1003', '1004'] });
    const change = batch.proposals.forCause(twice(batch)?.cause ?? '');
    if (change?.kind !== 'edit') throw new Error('edit expected');
    batch.applyEdit(change.edit);
    expect(requestsOf(batch).map((request) => request.order_id)).toEqual([1001, 1002]);
    expect(issueCodes(batch)).not.toContain(code);
    batch.undo();
    expect(warned(batch)).toEqual(['1001', '1003', '1004']);
  });

  it('follows what is typed, in either order', () => {
    const batch = openRows(rows);
    const column = documentHeadings.indexOf('quantity');
    batch.applyEdit({ kind: 'cells', cells: [{ row: 2, column, text: '9' }] });
    expect(warned(batch)).toEqual([]);
    batch.applyEdit({ kind: 'cells', cells: [{ row: 4, column, text: '9' }] });
    expect(warned(batch)).toEqual(['1001', '1003']);
    expect(twice(batch)?.count).toBe(2);
  });

  it('tells a routine once: more than fifty alike, until so many are left out that it is none', () => {
    const many = Array.from({ length: 52 }, (_, at) => orderRow({ order_id: String(2001 + at) }));
    const batch = openRows([documentHeadings, ...many]);
    const routine = () => batch.causes().find((cause) => cause.code === 'orders.manyAlike');
    const told = { severity: 'warning', orderCount: 1, fixAll: null };
    expect([routine(), twice(batch)]).toMatchObject([{ ...told, params: { first: '2001', firstRow: 2 } }, undefined]);
    batch.applyEdit({ kind: 'leaveOut', rows: [2], out: true });
    expect(routine()).toMatchObject({ ...told, params: { first: '2002', firstRow: 3 } });
    batch.applyEdit({ kind: 'leaveOut', rows: [3], out: true });
    expect([routine(), twice(batch)]).toMatchObject([undefined, { orderCount: 50 }]);
    batch.undo();
    expect([routine(), twice(batch)]).toMatchObject([told, undefined]);
  });

  it('a profile can silence it, or have it hold both back until one is left out', () => {
    const silent = openRows(rows, { rules: { checks: { sameOrder: 'off' } } });
    expect([warned(silent), requestsOf(silent)]).toMatchObject([[], { length: 3 }]);
    const batch = openRows(rows, { rules: { checks: { sameOrder: 'error' } } });
    expect(batch.summary()).toMatchObject({ counts: { ready: 1, withErrors: 2 } });
    expect(batch.take(9).map(({ orderId }) => orderId)).toEqual([1002]);
    batch.applyEdit({ kind: 'leaveOut', rows: [4], out: true });
    expect(batch.summary()).toMatchObject({ counts: { ready: 2, withErrors: 0, leftOut: 1 } });
    expect(batch.take(9).map(({ orderId }) => orderId)).toEqual([1001]);
  });

  it('keeps the one that was sent', () => {
    const batch = openRows(rows);
    const outcome = {
      bodyHash: '',
      wmsId: 7,
      proof: 'answer',
      reasons: [],
      attempts: 1,
      sendAnyway: false,
      at: 1,
    } as const;
    batch.setOutcomes([{ orderId: 1003, state: 'accepted', ...outcome }]);
    expect(warned(batch)).toEqual(['1001']);
    expect(twice(batch)?.fixAll).toEqual({ kind: 'leaveOut', orderKeys: ['1001'] });
  });

  it.each([
    ['another product', { client_product_id: '99' }],
    ['another quantity', { quantity: '3' }],
    ['another day', { scheduled_at: '25.12.2030 10:00' }],
    ['another phone', { phone: '+998905555555' }],
  ])('%s is another order', (_, other) => {
    const batch = openRows([
      documentHeadings,
      orderRow({ order_id: '1001' }),
      orderRow({ order_id: '1003', ...other }),
    ]);
    expect(issueCodes(batch)).not.toContain(code);
  });

  it('says nothing of a phone under several names', () => {
    const names = ['Karimova', 'Aliyev', 'Olimov'];
    const batch = openRows([
      documentHeadings,
      ...names.map((name, at) => orderRow({ order_id: String(1001 + at), full_name: name })),
    ]);
    expect(issueCodes(batch)).not.toContain(code);
    batch.applyEdit({ kind: 'leaveOut', rows: [4], out: true });
    expect(warned(batch)).toEqual(['1001', '1002']);
    batch.undo();
    expect(warned(batch)).toEqual([]);
  });

  it('counts items in any order, and rows of one order once', () => {
    const item = (order: string, product: string) => orderRow({ order_id: order, client_product_id: product });
    const batch = openRows([
      documentHeadings,
      item('1001', '17'),
      item('1001', '18'),
      item('1003', '18'),
      item('1003', '17'),
      item('1004', '17'),
    ]);
    expect(warned(batch)).toEqual(['1001', '1003']);
  });
});
