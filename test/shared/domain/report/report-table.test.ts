import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  orderStates,
  type OrderState,
  verdictOf,
  verdicts as verdictNames,
} from '../../../../shared/domain/model/order-states.ts';
import { reportPageHtml } from '../../../../shared/domain/report/report-page.ts';
import { summaryLines, summaryText } from '../../../../shared/domain/report/report-summary.ts';
import {
  isFailure,
  type ReportReason,
  type ReportInput,
  ReportTable,
  type RowOutcome,
  SummaryBuilder,
} from '../../../../shared/domain/report/report-table.ts';
import { formatTashkentTime } from '../../../../shared/domain/values/dates/tashkent-time.ts';
import { languages } from '../../../../shared/messages/translator.ts';

function outcome(state: OrderState, change: Partial<RowOutcome> = {}): RowOutcome {
  return { state, wmsId: null, reasons: [], at: null, ...change };
}

const because = (text: string, field = '', row: number | null = null): ReportReason => ({ text, field, row });

function input(outcomes: Readonly<Record<string, RowOutcome>>, change: Partial<ReportInput> = {}): ReportInput {
  return {
    headings: ['Buyurtma ID', 'Telefon'],
    outcomeOf: (key) => outcomes[key] ?? outcome('ready'),
    server: 'http://wms.bts.uz:8040/',
    practice: false,
    fileName: 'buyurtmalar.xlsx',
    createdAt: Date.UTC(2026, 10, 24, 9, 5),
    language: 'en',
    ...change,
  };
}

describe('a row of the report', () => {
  const at = Date.UTC(2026, 10, 24, 20, 30);
  const table = new ReportTable(
    input({
      700001: outcome('accepted', { wmsId: 4, at }),
      'row:3': outcome('withErrors', { reasons: [because('One.'), because('Two.')] }),
    }),
    3,
  );

  test('keeps the file’s cells in their place and adds what became of the order', () => {
    expect(table.headings()).toEqual([
      'Buyurtma ID',
      'Telefon',
      '',
      'WMS: result',
      'WMS: state',
      'ID in the WMS',
      'WMS: sent order number',
      'WMS: what was sent where it differs',
      'WMS: row in the file',
      'WMS: column',
      'WMS: reason',
      'WMS: time (Toshkent)',
    ]);
    expect(table.row({ row: 2, cells: [' #700001', '+998901234567', '=1'], orderKey: '700001' })).toEqual({
      cells: [
        ' #700001',
        '+998901234567',
        '=1',
        'Done',
        'Accepted',
        '4',
        '700001',
        '',
        '2',
        '',
        '',
        '25.11.2026 01:30',
      ],
      verdict: 'done',
    });
    expect(table.row({ row: 3, cells: ['abc'], orderKey: 'row:3' }).cells).toEqual([
      'abc',
      '',
      '',
      'Not done',
      'Has errors',
      '',
      '',
      '',
      '3',
      '',
      'One. Two.',
      '',
    ]);
  });

  test('says in the operator’s words what was sent where the row holds something else', () => {
    const corrected = new ReportTable(
      input(
        { 700001: outcome('accepted') },
        {
          language: 'uz',
          sentDifferencesOf: (key, row) =>
            key === '700001' && row === 2
              ? [
                  { field: 'region', text: 'Toshkent shahri' },
                  { field: 'phone', text: '+998901234567' },
                ]
              : [],
        },
      ),
      2,
    );
    expect(corrected.row({ row: 2, cells: [], orderKey: '700001' }).cells[6]).toBe(
      'Viloyat: Toshkent shahri; Telefon: +998901234567',
    );
    expect(corrected.row({ row: 3, cells: [], orderKey: '700001' }).cells[6]).toBe('');
  });

  test('says of a row that was added by hand that it was, and sends it again with its order', () => {
    const added = { row: 99, cells: ['abc', '1'], added: true, orderKey: 'row:3' } as const;
    expect(table.row(added).cells.slice(-2)).toEqual(['This row was added by hand. One. Two.', '']);
    expect(table.failedRow(added)).toEqual(['abc', '1', '', '', '', 'This row was added by hand. One. Two.']);
  });

  test('says of a row that is no order only why it is none, where that is known', () => {
    const reasoned = new ReportTable(input({}, { rowReasonOf: (row) => (row === 9 ? 'A sum.' : null) }), 2);
    expect(reasoned.row({ row: 9, cells: ['Jami', '240'], orderKey: null }).cells).toEqual([
      'Jami',
      '240',
      '',
      '',
      '',
      '',
      '',
      '9',
      '',
      'A sum.',
      '',
    ]);
    expect(table.row({ row: 9, cells: ['Jami', '240'], orderKey: null })).toEqual({
      cells: ['Jami', '240', '', '', '', '', '', '', '9', '', '', ''],
      verdict: null,
    });
  });

  test('is a failed row only where the report counts it as not done', () => {
    const safe = orderStates.filter(isFailure);
    expect(safe).toEqual(['rejected', 'duplicate', 'withErrors']);
    for (const state of orderStates) {
      const row = new ReportTable(input({ 5: outcome(state) }), 2).failedRow({
        row: 2,
        cells: ['5', '+998'],
        orderKey: '5',
      });
      expect(row).toEqual(safe.includes(state) ? ['5', '+998', '2', '', ''] : null);
    }
  });

  test('says what changed after it was sent', () => {
    const of = new ReportTable(input({ 5: outcome('duplicate', { changed: true }) }), 2);
    const { cells } = of.row({ row: 2, cells: ['5', '+998'], orderKey: '5' });
    expect(cells).toContain('Changed after sending');
    expect(cells).not.toContain('For you to decide');
  });

  test('a failed row goes on with its corrections; the report keeps what the file holds', () => {
    const rejected = new ReportTable(input({ 700002: outcome('rejected') }), 2);
    const failed = { row: 2, cells: ['700002', '12'], corrected: ['700002', '+998901234567'], orderKey: '700002' };
    expect(rejected.failedRow(failed)).toEqual(['700002', '+998901234567', '2', '', '']);
    expect(rejected.row(failed).cells.slice(0, 2)).toEqual(['700002', '12']);
  });
});

describe('the sheet of failures', () => {
  const table = new ReportTable(
    input({
      7: outcome('rejected', {
        reasons: [because('The WMS does not know this value.', 'Region («Viloyat»)', 4), because('Wrong.', 'Phone', 4)],
      }),
      8: outcome('rejected', { reasons: [because('No.', 'Product', 9)] }),
      9: outcome('rejected'),
    }),
    1,
  );

  test('has the file’s own columns, the row, what is wrong, and why', () => {
    expect(table.failedHeadings()).toEqual(['Buyurtma ID', 'WMS: row in the file', 'WMS: column', 'WMS: reason']);
    expect(table.failedRow({ row: 4, cells: ['7'], orderKey: '7' })).toEqual([
      '7',
      '4',
      'Region («Viloyat»); Phone',
      'Region («Viloyat»): The WMS does not know this value. Phone: Wrong.',
    ]);
  });

  test('says at an order’s other rows which row is wrong', () => {
    expect(table.failedRow({ row: 8, cells: ['8'], orderKey: '8' })).toEqual(['8', '8', '', 'Row 9: Product: No.']);
    expect(table.failedRow({ row: 9, cells: ['8'], orderKey: '8' })).toEqual(['8', '9', 'Product', 'No.']);
  });

  test('opened again keeps where each row stood, and why it failed until something else is known', () => {
    const earlier = { row: '41', field: 'Phone', reason: 'Wrong.' };
    expect(table.failedRow({ row: 2, cells: ['9'], orderKey: '9', earlier })).toEqual(['9', '41', 'Phone', 'Wrong.']);
    expect(table.failedRow({ row: 9, cells: ['8'], orderKey: '8', earlier })).toEqual(['8', '41', 'Product', 'No.']);
  });
});

test('time is Tashkent’s', () => {
  expect(formatTashkentTime(Date.UTC(2026, 11, 31, 19, 0))).toBe('01.01.2027 00:00');
});

describe('the summary', () => {
  test('counts each order once, wherever its rows lie', () => {
    const builder = new SummaryBuilder(
      input({
        1: outcome('accepted', { amount: 1000 }),
        2: outcome('rejected', { amount: 500, reasons: [because('No.', 'Phone', 3), because('No.', 'Phone', 4)] }),
      }),
    );
    for (const [row, orderKey] of [
      [2, '1'],
      [3, '2'],
      [4, '1'],
      [5, null],
    ] as const)
      builder.add({ row, cells: ['a', 'b', 'c', 'd'], orderKey });
    expect(builder.build()).toMatchObject({
      rows: 4,
      orders: { total: 2, accepted: 1, rejected: 1 },
      verdicts: { done: 1, notDone: 1, lookAtIt: 0, leftOut: 0, open: 0 },
      amounts: { done: 1000, notDone: 500 },
      reasons: [{ text: 'Phone: No.', count: 1 }],
      columnCount: 4,
    });
  });

  test('states and verdicts always add up to the orders', () => {
    const rows = fc.array(
      fc.record({
        orderKey: fc.option(fc.integer({ min: 1, max: 30 }).map(String)),
        cells: fc.array(fc.string(), { maxLength: 4 }),
      }),
    );
    const states = fc.array(fc.constantFrom(...orderStates), { minLength: 31, maxLength: 31 });
    fc.assert(
      fc.property(rows, states, (list, stateOf) => {
        const builder = new SummaryBuilder(input({}, { outcomeOf: (key) => outcome(stateOf[Number(key)] ?? 'ready') }));
        for (const [index, { orderKey, cells }] of list.entries()) builder.add({ row: index + 2, cells, orderKey });
        const { orders, verdicts, rows: count, amounts } = builder.build();
        const distinct = new Set(list.flatMap(({ orderKey }) => (orderKey === null ? [] : [orderKey])));
        expect(count).toBe(list.length);
        expect(orders.total).toBe(distinct.size);
        expect(orderStates.reduce((sum, state) => sum + orders[state], 0)).toBe(orders.total);
        for (const verdict of verdictNames) {
          expect(verdicts[verdict]).toBe(
            orderStates.filter((state) => verdictOf(state) === verdict).reduce((sum, state) => sum + orders[state], 0),
          );
        }
        expect(amounts).toBeNull();
      }),
    );
  });

  test('tells of the regions by money, and of each how many are done', () => {
    const regional = input(
      {
        1: outcome('accepted', { amount: 1000 }),
        2: outcome('accepted', { amount: 9000 }),
        3: outcome('rejected', { amount: 500 }),
      },
      { regionOf: (key) => (key === '2' ? 'Buxoro' : key === '4' ? null : 'Toshkent') },
    );
    const builder = new SummaryBuilder(regional);
    for (const orderKey of ['1', '1', '2', '3', '4']) builder.add({ row: 2, cells: [], orderKey });
    const summary = builder.build();
    expect(summary.regions).toEqual([
      { region: 'Buxoro', orders: 1, done: 1, amount: 9000, unpriced: 0 },
      { region: 'Toshkent', orders: 2, done: 1, amount: 1000, unpriced: 0 },
    ]);
    const text = summaryText(summaryLines(regional, summary));
    expect(text).toContain('Buxoro: 1 of 1 orders · 9\u00a0000 so’m\nToshkent: 1 of 2 orders');
    expect(summaryText(summaryLines({ ...regional, language: 'ru' }, summary))).toMatch(
      /: 1 из 1 заказа · .*\n.*: 1 из 2 заказов/,
    );
    expect(reportPageHtml(summaryLines({ ...regional, fileName: '<b>&.xlsx' }, summary), 'en')).toContain(
      '<td>&#60;b&#62;&#38;.xlsx</td>',
    );
  });

  test.each(languages)('practice stands on the first line: %s', (language) => {
    const practice = input({}, { language, practice: true });
    const [first] = summaryLines(practice, new SummaryBuilder(practice).build());
    expect(first).toMatchObject({ kind: 'practice', text: expect.stringMatching(/PRACTICE|MASHQ|МАШҚ|УЧЕБНЫЙ/u) });
    const real = input({}, { language });
    expect(summaryLines(real, new SummaryBuilder(real).build()).some(({ kind }) => kind === 'practice')).toBe(false);
  });

  test('money is grouped, and left out where it is not known', () => {
    const known = input({ 1: outcome('accepted', { amount: 54_310_000 }) });
    const builder = new SummaryBuilder(known);
    builder.add({ row: 2, cells: [], orderKey: '1' });
    expect(summaryLines(known, builder.build())).toContainEqual({
      kind: 'value',
      label: 'Done',
      text: '1 · 54\u00a0310\u00a0000 so’m',
      verdict: 'done',
    });
    expect(summaryLines(known, builder.build())).toContainEqual({
      kind: 'value',
      label: 'Not done',
      text: '0',
      verdict: 'notDone',
    });
  });
});

test('counts what changed after sending by itself', () => {
  const known = input({
    5: outcome('duplicate', { changed: true }),
    6: outcome('duplicate'),
    7: outcome('alreadySent'),
  });
  const builder = new SummaryBuilder(known);
  for (const orderKey of ['5', '6', '7']) builder.add({ row: 2, cells: [], orderKey });
  expect(summaryText(summaryLines(known, builder.build()))).toMatch(
    /Already sent: 1\n[\s\S]*Changed after sending: 1\nFor you to decide: 1/u,
  );
});
