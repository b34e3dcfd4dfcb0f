import { describe, expect, it } from 'vitest';
import {
  documentHeadings,
  fileCodes,
  issueCodes,
  openRows,
  orderRow,
  requestsOf,
  testNow,
} from '../../../support/batch.ts';
import type { Rules } from '../../../../shared/domain/model/rules.ts';
import type { TestCell } from '../../../support/table.ts';

function without(...left: string[]) {
  const headings = documentHeadings.filter((heading) => !left.includes(heading));
  return (changes: Parameters<typeof orderRow>[0] = {}) =>
    [headings, orderRow(changes).filter((_, at) => !left.includes(documentHeadings[at] ?? ''))] as const;
}

function withStatus(status: string, changes: Parameters<typeof orderRow>[0] = {}) {
  return [
    [...documentHeadings, 'fulfillment_status'],
    [...orderRow(changes), status],
  ] as const;
}

describe('the delivery date', () => {
  const undated = without('scheduled_at')();

  it('is a question about the file where no column gives it: no order is ready until it is answered', () => {
    const batch = openRows(undated);
    expect(batch.summary().counts).toMatchObject({ total: 1, withErrors: 1 });
    expect(batch.summary().fileIssues).toMatchObject([
      {
        code: 'orders.deliveryDateQuestion',
        severity: 'error',
        scope: 'file',
        fix: { kind: 'setConstant', field: 'scheduled_at', text: '25.11.2026 14:00' },
      },
    ]);
    expect([...batch.payloads()]).toEqual([]);
  });

  it('is answered by «tomorrow 14:00», which becomes a date on the spot', () => {
    const batch = openRows(undated, { choices: { constants: { scheduled_at: 'tomorrow 14:00' } } });
    expect(batch.choices.constants.scheduled_at).toBe('25.11.2026 14:00');
    expect(requestsOf(batch)[0]).toMatchObject({ scheduled_at: '2026-11-25T09:00:00Z', fulfillment_status: 5 });
    expect(batch.summary().fileIssues).toEqual([]);
  });

  it('is answered by «send as new»', () => {
    const batch = openRows(undated, { choices: { constants: { fulfillment_status: '1' } } });
    expect(requestsOf(batch)[0]).toMatchObject({ fulfillment_status: 1 });
    expect(requestsOf(batch)[0]).not.toHaveProperty('scheduled_at');
    expect(batch.summary().fileIssues).toEqual([]);
  });

  it.each<[Rules['status'], number]>([
    [1, 1],
    ['omit', 1],
    [5, 0],
  ])('with the profile’s status %j leaves %d of 1 order ready', (status, ready) => {
    expect(openRows(undated, { rules: { status } }).summary().counts.ready).toBe(ready);
  });

  it('gets the profile’s default time, said once per file', () => {
    const rows = [
      documentHeadings,
      orderRow({ scheduled_at: '25.11.2026' }),
      orderRow({ order_id: '700002', scheduled_at: '26.11.2026' }),
    ];
    const batch = openRows(rows, { rules: { defaultTime: '10:30' } });
    expect(requestsOf(batch).map(({ scheduled_at }) => scheduled_at)).toEqual([
      '2026-11-25T05:30:00Z',
      '2026-11-26T05:30:00Z',
    ]);
    expect(batch.summary().fileIssues).toMatchObject([
      { code: 'orders.defaultTime', severity: 'warning', params: { count: 2, time: '10:30' } },
    ]);
  });

  it('is read month first where the column proves it, and edits can change that', () => {
    const rows = [
      documentHeadings,
      orderRow({ scheduled_at: '12/03/2026 14:00' }),
      orderRow({ order_id: '700002', scheduled_at: '12/25/2026 14:00' }),
    ];
    const batch = openRows(rows);
    expect(requestsOf(batch).map(({ scheduled_at }) => scheduled_at)).toEqual([
      '2026-12-03T09:00:00Z',
      '2026-12-25T09:00:00Z',
    ]);
    batch.applyEdit({ kind: 'cells', cells: [{ row: 3, column: 1, text: '25/12/2026 14:00' }] });
    expect(requestsOf(batch).map(({ scheduled_at }) => scheduled_at)).toEqual([
      '2026-03-12T09:00:00Z',
      '2026-12-25T09:00:00Z',
    ]);
  });

  it('joins a date column and a time column', () => {
    const headings = [...documentHeadings.map((heading) => (heading === 'scheduled_at' ? 'Sana' : heading)), 'Vaqt'];
    const columns = [
      { column: 1, field: 'scheduled_at' as const },
      { column: 15, field: 'scheduled_at' as const },
    ];
    const texts = openRows([headings, [...orderRow({ scheduled_at: '25.11.2026' }), '14:00']], {
      choices: { columns },
    });
    expect(requestsOf(texts)[0]?.scheduled_at).toBe('2026-11-25T09:00:00Z');
    const serials = openRows(
      [
        headings,
        [...orderRow({ scheduled_at: { kind: 'date', text: '46351' } }), { kind: 'date', text: '0.583333333333333' }],
      ],
      { choices: { columns } },
    );
    expect(requestsOf(serials)[0]?.scheduled_at).toBe('2026-11-25T09:00:00Z');
  });

  it('does not add a time in the date column to one in the time column', () => {
    const headings = [...documentHeadings, 'Vaqt'];
    const columns = [
      { column: 1, field: 'scheduled_at' as const },
      { column: 15, field: 'scheduled_at' as const },
    ];
    const twice = openRows(
      [
        headings,
        [...orderRow({ scheduled_at: { kind: 'date', text: '46351.5' } }), { kind: 'date', text: '0.583333333333333' }],
      ],
      { choices: { columns } },
    );
    expect(issueCodes(twice)).toEqual(['values.dateUnreadable']);
  });

  it.each<[string, readonly TestCell[], string | undefined]>([
    [
      'a column of times beside one of days is joined to it',
      ['25.11.2026', '26.11.2026', '14:00', '10:00-12:00'],
      '2026-11-25T09:00:00Z',
    ],
    [
      'days as numbers and a time that is missing',
      [{ kind: 'date', text: '46351' }, { kind: 'date', text: '46352' }, { kind: 'date', text: '0.5833333333' }, ''],
      '2026-11-25T09:00:00Z',
    ],
    [
      'not to dates that have their times',
      ['25.11.2026 10:00', '26.11.2026', '14:00', '15:00'],
      '2026-11-25T05:00:00Z',
    ],
    [
      'not where the other column holds words',
      ['25.11.2026', '26.11.2026', 'ertalab', 'kechqurun'],
      '2026-11-25T04:00:00Z',
    ],
  ])('%s', (_, [first = '', second = '', firstTime = '', secondTime = ''], expected) => {
    const headings = [
      ...documentHeadings.map((heading) => (heading === 'scheduled_at' ? 'Yetkazish sanasi' : heading)),
      'Yetkazish vaqti',
    ];
    const batch = openRows([
      headings,
      [...orderRow({ scheduled_at: first }), firstTime],
      [...orderRow({ order_id: '700002', scheduled_at: second }), secondTime],
    ]);
    expect(requestsOf(batch)[0]?.scheduled_at).toBe(expected);
  });
});

describe('the status', () => {
  it.each([
    ['1', 1],
    ['5', 5],
    ['Yangi', 1],
    ['Запланирован', 5],
    ['', 5],
  ])('«%s» is sent as %d', (text, expected) => {
    expect(requestsOf(openRows(withStatus(text)))[0]?.fulfillment_status).toBe(expected);
  });

  it.each(['2', '3', '4', '6', '7', 'Отменён'])(
    'refuses to create an order with «%s» unless the profile allows it',
    (text) => {
      expect(issueCodes(openRows(withStatus(text)))).toContain('orders.statusNotAllowed');
      expect(openRows(withStatus(text), { rules: { allowUnusualStatus: true } }).summary().counts.ready).toBe(1);
    },
  );

  it('needs a date where it is 5', () => {
    expect(issueCodes(openRows(withStatus('5', { scheduled_at: '' })))).toEqual(['orders.dateRequired']);
    expect(openRows(withStatus('1', { scheduled_at: '' })).summary().counts.ready).toBe(1);
  });

  it('is left out, or fixed, where the profile says so', () => {
    expect(requestsOf(openRows(withStatus('1'), { rules: { status: 'omit' } }))[0]).not.toHaveProperty(
      'fulfillment_status',
    );
    expect(requestsOf(openRows(withStatus('5'), { rules: { status: 1 } }))[0]?.fulfillment_status).toBe(1);
  });

  it('of a guessed column is believed only where it is understood; of a chosen one it must be', () => {
    const rows = withStatus('оплачен');
    expect(requestsOf(openRows(rows))[0]?.fulfillment_status).toBe(5);
    const chosen = openRows(rows, { choices: { columns: [{ column: 15, field: 'fulfillment_status' }] } });
    expect(chosen.summary().counts.withErrors).toBe(1);
  });

  it('cancelled offers to leave all such orders out', () => {
    const [headings, row] = withStatus('bekor');
    const batch = openRows([headings, row, [...orderRow({ order_id: '700002' }), '1']]);
    const issue = batch.summary().fileIssues.find(({ code }) => code === 'orders.cancelled');
    expect(issue?.fix).toEqual({ kind: 'leaveOut', orderKeys: ['700001'] });
    const change = issue?.fix === undefined ? null : batch.proposals.forFix(issue.fix);
    if (change?.kind !== 'edit') throw new Error('edit expected');
    batch.applyEdit(change.edit);
    expect(batch.summary().counts).toMatchObject({ total: 2, leftOut: 1, ready: 1, withErrors: 0 });
    expect(fileCodes(batch)).toEqual([]);
  });
});

describe('missing fields', () => {
  it.each(['full_name', 'phone', 'address', 'region', 'client_product_id', 'quantity'])(
    'names %s once for the file, and no order is ready',
    (field) => {
      const batch = openRows(without(field)());
      expect(batch.summary().fileIssues).toContainEqual(
        expect.objectContaining({ code: 'orders.missingField', severity: 'error', field }),
      );
      expect(batch.summary().counts.ready).toBe(0);
      expect(issueCodes(batch)).not.toContain('orders.blank');
    },
  );

  it('asks for the order number’s column in words of its own', () => {
    const batch = openRows(without('order_id')());
    expect(batch.summary()).toMatchObject({
      fileIssues: [{ code: 'orders.noIdColumn', severity: 'error' }],
      counts: { ready: 0 },
    });
  });

  it('asks for no price where discount and final price give it', () => {
    expect(fileCodes(openRows(without('price')()))).toEqual([]);
    expect(fileCodes(openRows(without('price', 'discount')()))).toContain('orders.missingField');
  });

  it('names the blank cell where the column is there', () => {
    const batch = openRows([documentHeadings, orderRow({ phone: '', quantity: '' })]);
    expect(batch.causes().map(({ code, field, firstPosition }) => [code, field, firstPosition])).toEqual([
      ['orders.blank', 'phone', { row: 2, column: 3 }],
      ['orders.blank', 'quantity', { row: 2, column: 11 }],
    ]);
  });

  it('lets a constant fill blank cells and a missing column', () => {
    const batch = openRows(without('quantity')({ region: '' }), {
      choices: { constants: { quantity: '2', region: 'Buxoro viloyati' } },
    });
    expect(requestsOf(batch)[0]).toMatchObject({ region: 'Buxoro viloyati', order_items: [{ quantity: 2 }] });
  });

  it('says once what is wrong with a constant', () => {
    const batch = openRows([documentHeadings, orderRow({ phone: '' })], { choices: { constants: { phone: '12' } } });
    expect(batch.summary().fileIssues).toMatchObject([{ severity: 'error', scope: 'file', field: 'phone' }]);
    expect(batch.summary().counts.ready).toBe(0);
  });

  it('says so where the file has no rows', () => {
    expect(fileCodes(openRows([documentHeadings]))).toContain('orders.noRows');
  });
});

describe('past dates', () => {
  it('are warned of and hold nothing back', () => {
    const batch = openRows([documentHeadings, orderRow({ scheduled_at: '20.11.2026 14:00' })], {
      input: { now: testNow },
    });
    expect(batch.summary()).toMatchObject({ counts: { ready: 1 }, withWarnings: 1 });
  });
});
