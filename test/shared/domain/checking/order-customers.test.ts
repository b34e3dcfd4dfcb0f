import { describe, expect, it } from 'vitest';
import { documentHeadings, issueCodes, openRows, orderRow, requestsOf } from '../../../support/batch.ts';

const aziza = { full_name: 'Aziza Karimova', phone: '+998901111111', address: 'Navoiy 1' };
const botir = { full_name: 'Botir Aliyev', phone: '+998902222222', address: 'Bunyodkor 7' };
const item = (id: string) => ({ client_product_id: id });

describe('one number on the rows of two customers', () => {
  const rows = [
    documentHeadings,
    orderRow({ ...aziza, ...item('17') }),
    orderRow({ ...botir, ...item('18'), region: 'Buxoro viloyati' }),
    orderRow({ ...botir, ...item('19'), region: 'Buxoro viloyati' }),
    orderRow({ ...aziza, ...item('20') }),
  ];

  it('is held, names both places, and offers no value for all rows', () => {
    const batch = openRows(rows);
    expect(batch.summary().counts).toMatchObject({ total: 1, withErrors: 1 });
    expect(issueCodes(batch)).toContain('orders.twoCustomers');
    expect(issueCodes(batch)).not.toContain('orders.conflict');
    const [cause] = batch.causes().filter(({ severity }) => severity === 'error');
    expect(cause).toMatchObject({
      code: 'orders.twoCustomers',
      params: { row: '3, 4', first: 2, name: 'Botir Aliyev', other: 'Aziza Karimova' },
      fixAll: { kind: 'giveNumber', rows: [3, 4], column: 0 },
    });
  });

  it('leaves the other customer’s rows out by the second answer, and sends nothing of them', () => {
    const batch = openRows(rows);
    const order = batch.order('700001');
    const answers = order.ok ? order.value.issues.flatMap((issue) => issue.answers ?? []) : [];
    expect(answers.map(({ fix }) => fix.kind)).toEqual(['giveNumber', 'leaveRowsOut']);
    const change = batch.proposals.forFix({ kind: 'leaveRowsOut', rows: [3, 4] });
    if (change?.kind !== 'edit') throw new Error('edit expected');
    batch.applyEdit(change.edit);
    const [request] = requestsOf(batch);
    expect(request).toMatchObject(aziza);
    expect(request?.order_items.map(({ client_product_id: id }) => id)).toEqual([17, 20]);
  });

  it('becomes two orders by another number', () => {
    const batch = openRows(rows);
    batch.applyEdit({
      kind: 'cells',
      cells: [3, 4].map((row) => ({ row, column: documentHeadings.indexOf('order_id'), text: '700099' })),
    });
    expect(requestsOf(batch).map((request) => [request.phone, request.order_items.length])).toEqual([
      [aziza.phone, 2],
      [botir.phone, 2],
    ]);
  });

  it('no fix of all such orders changes a cell', () => {
    const batch = openRows([
      ...rows,
      orderRow({ order_id: '700002', ...aziza }),
      orderRow({ order_id: '700002', ...botir }),
    ]);
    for (const { cause, code, severity } of batch.causes()) {
      if (severity !== 'error') continue;
      expect(code).toBe('orders.twoCustomers');
      expect(batch.proposals.forCause(cause)).toBeNull();
    }
  });

  it.each([
    ['a name that is written otherwise', { ...aziza, full_name: 'Karimova Aziza' }],
    ['another phone of the same person', { ...aziza, phone: '+998903333333' }],
    ['another phone and name at the same address', { ...botir, address: aziza.address }],
  ])('%s is a difference of values, as before', (_, second) => {
    const batch = openRows([documentHeadings, orderRow(aziza), orderRow({ ...second, ...item('18') })]);
    expect(issueCodes(batch)).toContain('orders.conflict');
    expect(issueCodes(batch)).not.toContain('orders.twoCustomers');
  });

  it('blank cells of a row inherit from the row above', () => {
    const blank = { full_name: '', phone: '', address: '' };
    const batch = openRows([
      documentHeadings,
      orderRow(aziza),
      orderRow({ ...botir, ...item('18') }),
      orderRow({ ...blank, ...item('19') }),
    ]);
    expect(batch.causes().find(({ code }) => code === 'orders.twoCustomers')?.params).toMatchObject({ row: '3, 4' });
  });
});
