/** What is asked about the delivery date (docs/domain.md, decisions 7 to 10). */
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
import { profileSchema } from '../../../../shared/domain/model/profile.ts';
import type { Rules } from '../../../../shared/domain/model/rules.ts';
import type { TestCell } from '../../../support/table.ts';

function without(...left: string[]) {
  const headings = documentHeadings.filter((heading) => !left.includes(heading));
  return (changes: Parameters<typeof orderRow>[0] = {}) =>
    [headings, orderRow(changes).filter((_, at) => !left.includes(documentHeadings[at] ?? ''))] as const;
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
        // No day is invented before one is given.
        fix: { kind: 'setRules', answer: 'sendAsNew', rules: { undatedOrders: 'asNew' } },
      },
    ]);
    expect([...batch.payloads()]).toEqual([]);
  });

  it.each<[string, string]>([
    ['Заказы на завтра', 'setConstant'],
    ['Ertangi buyurtmalar', 'setConstant'],
    ['Заказы магазина «Завтрак»', 'setRules'],
    ['Bugun va ertaga', 'setRules'],
  ])('under «%s» the first answer is %s', (title, kind) => {
    const [issue] = openRows([[title], [], ...undated]).summary().fileIssues;
    expect(issue).toMatchObject({ code: 'orders.deliveryDateQuestion', fix: { kind } });
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

describe('past dates', () => {
  it('are warned of and hold nothing back', () => {
    const batch = openRows([documentHeadings, orderRow({ scheduled_at: '20.11.2026 14:00' })], {
      input: { now: testNow },
    });
    expect(batch.summary()).toMatchObject({ counts: { ready: 1 }, withWarnings: 1 });
  });
});

describe('a day that was settled for an earlier file', () => {
  const headings = [...documentHeadings.filter((heading) => heading !== 'scheduled_at'), 'Kun', 'Olib borish'];
  const row = (past: string, ahead: string): TestCell[] => [
    ...orderRow().filter((_, at) => documentHeadings[at] !== 'scheduled_at'),
    past,
    ahead,
  ];
  const at = headings.indexOf('Kun');
  const profile = profileSchema.parse({ name: 'p', columns: [{ heading: 'Kun', field: 'scheduled_at' }] });
  const open = (past: string) =>
    openRows([headings, row(past, '26.11.2026 12:00')], {
      choices: { columns: [{ column: at, field: 'scheduled_at' }] },
      input: { profile },
    });

  it('gives way to a column of days ahead where it has passed, by the first answer', () => {
    const batch = open('20.11.2026');
    expect(fileCodes(batch)).toContain('orders.settledDaysPast');
    const fix = batch.summary().fileIssues.find(({ code }) => code === 'orders.settledDaysPast')?.fix;
    expect(fix).toMatchObject({ kind: 'setColumn', heading: 'Olib borish', field: 'scheduled_at' });
  });

  it('is kept where it lies ahead', () => {
    expect(fileCodes(open('25.11.2026'))).not.toContain('orders.settledDaysPast');
  });
});

describe('a file without a day, of a shop whose orders without one are new', () => {
  const headings = documentHeadings.filter((heading) => heading !== 'scheduled_at');
  const row = orderRow({}).filter((_, at) => documentHeadings[at] !== 'scheduled_at');
  const rules = { undatedOrders: 'asNew' } as const;

  it('is new as a whole, which is said', () => {
    const batch = openRows([headings, row], { rules });
    expect(batch.summary().fileIssues).toMatchObject([{ code: 'orders.allUndated', severity: 'notice' }]);
    expect(requestsOf(batch)).toMatchObject([{ fulfillment_status: 1 }]);
  });

  it.each([
    [
      'a column has days to come',
      [
        [...headings, 'Muddat'],
        [...row, '25.11.2026'],
      ],
    ],
    [
      'a remark names one',
      [
        [...headings, 'Izoh'],
        [...row, 'Piyola 2 dona, yetkazish 25.11.2026 12:00'],
      ],
    ],
    ['a line above names one', [['Dastavka 25.11.2026'], headings, row]],
  ])('is asked about where %s', (_, rows) => {
    expect(fileCodes(openRows(rows, { rules })).join()).not.toContain('orders.allUndated');
  });
});

describe('orders without a day among others that have one', () => {
  const rows = [
    documentHeadings,
    orderRow({ scheduled_at: '25.11.2026 10:00' }),
    orderRow({ order_id: '700002', scheduled_at: '' }),
  ];

  it('are never new in silence', () => {
    const batch = openRows(rows);
    expect(batch.summary().fileIssues).toContainEqual(
      expect.objectContaining({
        code: 'orders.undatedOrders',
        severity: 'warning',
        params: { count: 1, of: 2, dated: 'others' },
      }),
    );
    expect(requestsOf(batch)[1]).toMatchObject({ fulfillment_status: 1 });
  });

  it('are not said to stand among others where no order has a day', () => {
    const blank = [
      documentHeadings,
      orderRow({ scheduled_at: '' }),
      orderRow({ order_id: '700002', scheduled_at: '' }),
    ];
    expect(openRows(blank).summary().fileIssues).toContainEqual(
      expect.objectContaining({ code: 'orders.undatedOrders', params: { count: 2, of: 2, dated: 'none' } }),
    );
  });

  it('are settled by one answer', () => {
    expect(fileCodes(openRows(rows, { rules: { undatedOrders: 'asNew' } }))).not.toContain('orders.undatedOrders');
    const dated = openRows(rows, { choices: { constants: { scheduled_at: '26.11.2026 12:00' } } });
    expect(fileCodes(dated)).not.toContain('orders.undatedOrders');
    expect(requestsOf(dated).map(({ scheduled_at }) => scheduled_at)).toEqual([
      '2026-11-25T05:00:00Z',
      '2026-11-26T07:00:00Z',
    ]);
  });
});
