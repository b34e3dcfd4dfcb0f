import { runToCompletion } from '../../../../shared/cooperative.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  OwnOrderNumbers,
  parseOutsideId,
  areOfOneDay,
  isDayStart,
  startNumberForDay,
} from '../../../../shared/domain/orders/own-order-numbers.ts';
import { documentHeadings, fileCodes, issueCodes, openRows, orderRow, requestsOf } from '../../../support/batch.ts';

const lettered = [
  documentHeadings,
  orderRow({ order_id: 'A-17' }),
  orderRow({ order_id: 'b9' }),
  orderRow({ order_id: 'a-17', client_product_id: '18' }),
];
const own = { orderNumbers: { kind: 'own', start: 500 } } as const;
const numbers = new Map([
  ['a-17', 500],
  ['b9', 501],
]);

describe('the numbers of two systems', () => {
  const sheet = (...headings: readonly [string, string]) =>
    openRows([
      [...headings, ...documentHeadings.filter((heading) => heading !== 'order_id')],
      ...[1, 2].map((at) => [
        `6088${at}`,
        `241${at}`,
        ...orderRow({ phone: `+99890700000${at}` }).filter((_, column) => documentHeadings[column] !== 'order_id'),
      ]),
    ]);

  it('are asked about: which of them is the order’s', () => {
    const batch = sheet('№ заказа на сайте', '№ заказа в 1С');
    const question = batch.summary().fileIssues.find(({ code }) => code === 'orders.twoColumns');
    expect(question).toMatchObject({ severity: 'warning', field: 'order_id' });
    expect(question?.answers?.map(({ fix }) => (fix.kind === 'setColumn' ? fix.column : null))?.toSorted()).toEqual([
      0, 1,
    ]);
  });

  it('are not, where only one of them says where', () => {
    expect(fileCodes(sheet('Номер заказа', '№ отправления Uzum'))).not.toContain('orders.twoColumns');
  });
});

describe('order ids that Excel shortened', () => {
  const row = (phone: string) => orderRow({ order_id: '1,22E+11', phone });
  const ofShortened = (batch: ReturnType<typeof openRows>) =>
    batch.summary().fileIssues.find(({ code }) => code === 'orders.shortenedIds');

  it('are a question about the file: the export as it was, or a number for each row', () => {
    const batch = openRows([documentHeadings, row('+998907000001'), row('+998907000002')]);
    expect(ofShortened(batch)).toMatchObject({ severity: 'error', params: { count: 2 } });
    const rules = { orderNumbers: { kind: 'everyRow', start: 500 } } as const;
    const answered = openRows([documentHeadings, row('+998907000001'), row('+998907000002')], { rules });
    expect(requestsOf(answered).map(({ order_id }) => order_id)).toEqual([500, 501]);
    expect(ofShortened(answered)).toBeUndefined();
  });

  it('offer no number for each row where a customer has several: they may be one order', () => {
    const batch = openRows([documentHeadings, row('+998907000001'), row('90 700 00 01')]);
    expect(ofShortened(batch)?.answers ?? []).toEqual([]);
  });

  it('are a wrong cell where they are few', () => {
    const others = [1, 2, 3].map((at) => orderRow({ order_id: `70000${at}`, phone: `+99890700000${at}` }));
    expect(fileCodes(openRows([documentHeadings, ...others, row('+998907000009')]))).toEqual([]);
  });
});

describe('order ids with letters', () => {
  it('are a question about the file: numbers of our own, from a start that says the day', () => {
    const batch = openRows(lettered);
    const question = batch.summary().fileIssues.find(({ code }) => code === 'orders.letteredIds');
    expect(question).toMatchObject({
      severity: 'error',
      params: { count: 3 },
      fix: { kind: 'setRules', answer: 'ownNumbers', rules: { orderNumbers: { kind: 'own', start: 1_632_800_001 } } },
    });
    expect(
      question?.answers?.map(({ fix, inputKind }) => [fix.kind === 'setRules' ? fix.answer : '', inputKind]),
    ).toEqual([
      ['ownNumbers', 'number'],
      ['everyRow', 'number'],
    ]);
  });

  it('are a wrong cell, and no question, where they are few', () => {
    const batch = openRows([
      documentHeadings,
      orderRow(),
      orderRow({ order_id: '700002', phone: '+998907000002' }),
      orderRow({ order_id: '700003', phone: '+998907000003' }),
      orderRow({ order_id: 'A-17' }),
    ]);
    expect(fileCodes(batch)).toEqual([]);
    expect(issueCodes(batch)).toEqual(['values.orderId.letters']);
  });

  it('ask for numbers, once each in file order, and group under them', () => {
    const batch = openRows(lettered, { rules: own });
    expect(batch.unnumberedIds).toEqual(['a-17', 'b9']);
    expect(batch.summary().counts.ready).toBe(0);
    runToCompletion(batch.setOrderNumbersCooperatively(numbers));
    expect(batch.unnumberedIds).toEqual([]);
    expect(requestsOf(batch).map((request) => [request.order_id, request.order_items.length])).toEqual([
      [500, 2],
      [501, 1],
    ]);
    expect(fileCodes(batch)).toEqual(['orders.ownNumbers']);
    expect(batch.takeIdsWithoutHistory()).toEqual([500, 501]);
  });

  it('that an edit brings ask for a number too', () => {
    const batch = openRows(lettered, { rules: own });
    runToCompletion(batch.setOrderNumbersCooperatively(numbers));
    batch.applyEdit({ kind: 'cells', cells: [{ row: 3, column: 0, text: 'C-1' }] });
    expect(batch.unnumberedIds).toEqual(['c-1']);
    runToCompletion(batch.setOrderNumbersCooperatively(new Map([['c-1', 777]])));
    expect(requestsOf(batch).map((request) => request.order_id)).toEqual([500, 777]);
  });

  it.each([
    ['#A-17', 'a-17'],
    ['№ 1001', '1001'],
    ['1001.0', '1001'],
    ['01001', '1001'],
    ['12345e67', '12345e67'],
    [' a81f22C0 ', 'a81f22c0'],
  ])('%j is kept as %j', (text, id) => {
    expect(parseOutsideId({ kind: 'text', text })).toMatchObject({ kind: 'value', value: id });
  });

  it.each(['9.98901E+11', '1e+15'])('%j is refused: Excel lost its digits', (text) => {
    expect(parseOutsideId({ kind: 'text', text })).toMatchObject({
      kind: 'refusal',
      remark: { code: 'values.orderId.scientific' },
    });
  });

  it('never throw, and one that has a number is never asked for again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const known = new OwnOrderNumbers();
        const parsed = known.parse({ kind: 'text', text });
        const [id] = known.idsWithoutNumber;
        if (id === undefined) {
          expect(['blank', 'refusal']).toContain(parsed.kind);
          return;
        }
        known.add(new Map([[id, 9]]));
        expect(known.parse({ kind: 'text', text })).toMatchObject({ kind: 'value', value: 9 });
        expect(known.idsWithoutNumber).toEqual([]);
      }),
    );
  });
});

describe('a file without order numbers', () => {
  const headings = documentHeadings.slice(1);
  const rows = [
    headings,
    orderRow().slice(1),
    orderRow({ full_name: 'Olimov Anvar' }).slice(1),
    headings.map((heading) => (heading === 'full_name' ? 'Jami' : heading === 'quantity' ? '2' : '')),
    orderRow().slice(1),
  ];

  it('offers every row as an order of its own', () => {
    const question = openRows(rows)
      .summary()
      .fileIssues.find(({ code }) => code === 'orders.noIdColumn');
    expect(question).toMatchObject({
      severity: 'error',
      fix: { kind: 'setRules', rules: { orderNumbers: { kind: 'everyRow', start: 1_632_800_001 } } },
    });
  });

  it('numbers the rows by their place, sums left out, and says so', () => {
    const batch = openRows(rows, { rules: { orderNumbers: { kind: 'everyRow', start: 100 } } });
    expect(requestsOf(batch).map((request) => [request.order_id, request.full_name])).toEqual([
      [100, 'Karimova Aziza'],
      [101, 'Olimov Anvar'],
      [103, 'Karimova Aziza'],
    ]);
    expect(batch.summary().fileIssues.find(({ code }) => code === 'orders.everyRow')).toMatchObject({
      severity: 'notice',
      params: { start: 100, end: 103 },
    });
    expect(batch.columns().fields.find(({ field }) => field === 'order_id')?.missing).toBe(false);
  });

  it('leaves the numbers of the other rows alone when one is left out', () => {
    const batch = openRows(rows, { rules: { orderNumbers: { kind: 'everyRow', start: 100 } } });
    batch.applyEdit({ kind: 'leaveOut', rows: [2], out: true });
    expect(requestsOf(batch).map((request) => request.order_id)).toEqual([101, 103]);
  });

  it('offers a column of letters as the order number, with numbers of our own', () => {
    const batch = openRows([
      ['ID', ...headings],
      ['x1', ...orderRow().slice(1)],
      ['y2', ...orderRow().slice(1)],
    ]);
    const question = batch.summary().fileIssues.find(({ code }) => code === 'orders.noIdColumn');
    expect(question?.answers?.[0]?.fix).toMatchObject({
      kind: 'setColumn',
      column: 0,
      field: 'order_id',
      rules: { orderNumbers: { kind: 'own' } },
    });
  });
});

it('a start says the day and the office, and stays a 32-bit number', () => {
  expect(startNumberForDay('2026-11-24T09:00:00', 42)).toBe(1_632_842_001);
  expect(startNumberForDay('2027-01-01T09:00:00', 7)).toBe(1_700_107_001);
  expect(startNumberForDay('2096-12-31T09:00:00', 99)).toBe(1_636_699_001);
  expect(startNumberForDay('2099-12-31T09:00:00', 99)).toBeLessThan(2 ** 31);
});

it('a start of a day is known as one, in the earlier form, too', () => {
  expect([1_632_842_001, 1_632_842_017, 261_124_001].map(isDayStart)).toEqual([true, true, true]);
  expect([1, 5_000, 261_124_002, 261_324_001, 1_000_000_001, 1_636_742_001].map(isDayStart)).not.toContain(true);
  expect(areOfOneDay(1_632_842_001, 1_632_842_017)).toBe(true);
  expect(areOfOneDay(1_632_842_001, 1_632_942_001)).toBe(false);
});
