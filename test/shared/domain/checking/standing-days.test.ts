/** Days of delivery that stand beside the orders instead of in a column (docs/domain.md, «Dates»). */
import { describe, expect, it } from 'vitest';
import { fileCodes, openRows, requestsOf, testNow, issueCodes } from '../../../support/batch.ts';
import { interpretColumns } from '../../../../shared/domain/columns/column-plan.ts';
import { findStandingDays, hoursColumn } from '../../../../shared/domain/checking/standing-days.ts';
import { noChoices } from '../../../../shared/domain/model/choices.ts';
import { tableOf, type TestCell } from '../../../support/table.ts';

const headings = ['Buyurtma', 'Mijoz', 'Telefon', 'Viloyat', 'Manzil', 'Mahsulot ID', 'Soni', 'Narxi'];
const order = (id: number, ...more: TestCell[]): TestCell[] => [
  String(id),
  'Karimova Aziza',
  '+998901234567',
  'Samarqand viloyati',
  'Navoiy 5',
  '31',
  '1',
  '90000',
  ...more,
];
/** `today` is 24.11.2026. */
const daysOf = (rows: readonly (readonly TestCell[])[]) => {
  const table = tableOf(rows);
  const found = findStandingDays(table, interpretColumns(table, noChoices), testNow);
  return rows.flatMap((row, index) =>
    typeof row[0] === 'string' && /^\d{4}$/.test(row[0]) ? [said(found?.at(index) ?? null)] : [],
  );
};
const said = (at: { day: string; clock: string | null } | null): string | null =>
  at === null ? null : [at.day, at.clock].filter((part) => part !== null).join(' ');

describe('one day for all', () => {
  it.each<[string, string | null]>([
    ['Yetkazib berish kuni: 26.11.2026', '2026-11-26'],
    ['Доставка на 27 ноября', '2026-11-27'],
    ['27-noyabr 2026-yil kuni yetkaziladi', '2026-11-27'],
    ['Доставка: 27.11.2026, с 10:00', '2026-11-27 10:00'],
    ['Доставка 27.11', '2026-11-27'],
    ['Доставка 24.11.2026', '2026-11-24'],
    // The day of the list, a day that has passed, of a contract, of a bill.
    ['Заказы 24.11.2026', null],
    ['Доставка 20.11.2026', null],
    ['Договор № 5 от 26.11.2026', null],
    ['Сформировано 25.11.2026', null],
    // Several days.
    ['Доставки на неделю 30.11.2026 – 06.12.2026', null],
    ['Доставка с 30 ноября по 6 декабря', null],
    ['1–6 dekabr yetkazish', null],
    ['Доставка 27.11.2026 10:00-12:00', '2026-11-27 10:00'],
    ['Маршрут 3 - 27.11.2026', '2026-11-27'],
    ['Склад № 27.11 Чиланзар, филиал в торговом центре', null],
    ['Список заказов', null],
    ['Заказы на 24 ноября', '2026-11-24'],
    ['Buyurtmalar 24-noyabr kuni', null],
    // Two days in one line, and days of something else.
    ['Доставка 27.11.2026, заказы от 23.11.2026', null],
    ['Заказы на 27 и 28 ноября', null],
    ['26, 27-noyabr uchun buyurtmalar', null],
    ['Заказы за 26 ноября', null],
    ['Акция до 30.11.2026', null],
    ['Прайс на 26.11.2026', null],
    ['Доставка 27.11.2026 до 14:00, оплата наличными', '2026-11-27 14:00'],
  ])('a title %j says %j', (title, expected) => {
    expect(daysOf([[title], headings, order(7201), order(7202)])).toEqual([expected, expected]);
    expect(daysOf([headings, order(7201), order(7202), [title]])).toEqual([expected, expected]);
  });

  it('two days say nothing', () => {
    expect(daysOf([['Доставка 26.11.2026'], ['Доставка 27.11.2026'], headings, order(7201)])).toEqual([null]);
  });

  it('a date cell beside its label', () => {
    expect(daysOf([['Дата доставки:', { kind: 'date', text: '46352' }], headings, order(7201)])).toEqual([
      '2026-11-26',
    ]);
  });
});

describe('lines between the orders', () => {
  it('head the rows below them', () => {
    expect(daysOf([headings, ['26.11.2026'], order(7201), order(7202), ['27-noyabr, juma'], order(7203)])).toEqual([
      '2026-11-26',
      '2026-11-26',
      '2026-11-27',
    ]);
  });

  it('of hours complete the title’s day', () => {
    expect(
      daysOf([['Yetkazish 25.11.2026'], headings, ['10:00–12:00'], order(7201), ['14:00–16:00'], order(7202)]),
    ).toEqual(['2026-11-25 10:00', '2026-11-25 14:00']);
    expect(
      daysOf([['Yetkazish 25.11.2026'], headings, ['Yetkazish 10:00'], order(7201), ['2-reys: 14:00'], order(7202)]),
    ).toEqual(['2026-11-25 10:00', '2026-11-25 14:00']);
  });

  it('below a day that has passed there is none', () => {
    expect(daysOf([headings, ['26.11.2026'], order(7201), ['20.11.2026'], order(7202)])).toEqual(['2026-11-26', null]);
  });

  it('of a plan count from today on', () => {
    expect(daysOf([headings, ['24.11.2026'], order(7201), ['Среда, 25.11.2026'], order(7202)])).toEqual([
      '2026-11-24',
      '2026-11-25',
    ]);
  });

  it('a remark between them is none', () => {
    expect(daysOf([headings, order(7201), ['Kuryer Aziz, 26 ta buyurtma'], order(7202)])).toEqual([null, null]);
  });
});

describe('the column of hours', () => {
  const columnOf = (heading: string, ...hours: TestCell[]) => {
    const table = tableOf([[...headings, heading], ...hours.map((hour, at) => order(7201 + at, hour))]);
    return hoursColumn(table, interpretColumns(table, noChoices));
  };

  it('is the one that holds nothing else', () => {
    expect(columnOf('Vaqti', '10:00', '13:30')).toBe(8);
    expect(columnOf('Soat', '10:00-12:00', '14:00-16:00')).toBe(8);
    expect(columnOf('Vaqti', '10:00', 'ertalab')).toBe(null);
    expect(columnOf('Время', '10-12', '14:00', '14.00', 'после 18:00')).toBe(8);
    expect(columnOf('Вес', '10.12', '11.12')).toBe(null);
    expect(columnOf('Время заказа', '10:00', '13:30')).toBe(null);
  });
});

const severityOf = (batch: ReturnType<typeof openRows>) =>
  batch.summary().fileIssues.find(({ code }) => code === 'orders.standingDays')?.severity;

describe('taken with a notice, since nobody would ask', () => {
  it.each<[string, readonly (readonly TestCell[])[]]>([
    ['orders for a day', [['Заказы на 26 ноября'], headings, order(7201)]],
    ['and in Uzbek', [['26-noyabrga buyurtmalar'], headings, order(7201)]],
    ['today’s', [['Заявки на сегодня, 24.11'], headings, order(7201)]],
    ['a counted day that fits', [['Yetkazish: ertaga 25-noyabr'], headings, order(7201)]],
    ['its weekday fits', [['Доставка 27 ноября (пятница)'], headings, order(7201)]],
    ['label and day in two cells', [['Дата доставки:', '28.11.2026'], headings, order(7201)]],
    ['signed below', [headings, order(7201), order(7202), [], ['Yetkazish sanasi: 27.11.2026']]],
    ['a day alone, with hours', [['28.11.2026'], [...headings, 'Soat'], order(7201, '10:00'), order(7202, '18:30')]],
    ['a plan of days', [headings, ['Понедельник, 30.11.2026'], order(7201), ['Вторник, 01.12.2026'], order(7202)]],
  ])('%s', (_, rows) => {
    const batch = openRows(rows);
    expect(severityOf(batch)).toBe('notice');
    expect(requestsOf(batch)).toHaveLength(batch.summary().counts.total);
  });
});

describe('a doubt is asked about', () => {
  it.each<[string, readonly (readonly TestCell[])[]]>([
    ['the weekday is another day’s', [['Доставка 27 ноября (четверг)'], headings, order(7201)]],
    ['«tomorrow» was not written yet', [['Yetkazish: ertaga 28-noyabr'], headings, order(7201)]],
    ['two days in the title', [['Заказы на 26 и 27 ноября'], headings, order(7201)]],
    ['orders of a day', [['Заказы за 26.11.2026'], headings, order(7201)]],
    ['orders that came on a day', [['25-noyabr kuni tushgan buyurtmalar'], headings, order(7201)]],
    ['a day gone by', [['Доставка 20.11.2026'], headings, order(7201)]],
    ['prices of a day', [['Цены действуют до 30.11.2026'], headings, order(7201)]],
    ['hours that a program wrote', [['28.11.2026'], [...headings, 'Vaqt'], order(7201, '21:14'), order(7202, '08:57')]],
    ['when it leaves the warehouse', [['Отгрузка 27.11.2026'], headings, order(7201)]],
    ['a list of days as orders came', [headings, ['23.11.2026'], order(7201), ['24.11.2026'], order(7202)]],
    ['days in no order', [headings, ['27.11.2026'], order(7201), ['25.11.2026'], order(7202)]],
    [
      'another day to come in a column',
      [
        ['Доставка 26.11.2026'],
        [...headings, 'Sana'],
        order(7201, '23.11.2026'),
        order(7202, '22.11.2026'),
        order(7203, '21.11.2026'),
        order(7204, '28.11.2026'),
      ],
    ],
  ])('%s', (_, rows) => {
    const said = openRows(rows)
      .summary()
      .fileIssues.filter(({ field }) => field === 'scheduled_at');
    expect(said.map(({ severity }) => severity)).toContain(
      said.some(({ code }) => code === 'orders.standingDays') ? 'warning' : 'error',
    );
    expect(severityOf(openRows(rows))).not.toBe('notice');
  });

  it('what a person said goes before', () => {
    const rows = [['Отгрузка 27.11.2026'], headings, order(7201)];
    expect(severityOf(openRows(rows, { rules: { standingDays: 'on' } }))).toBe('notice');
    expect(
      severityOf(openRows([['Заказы на 26 ноября'], headings, order(7201)], { rules: { standingDays: 'off' } })),
    ).toBe(undefined);
  });
});

describe('asked, and taken', () => {
  const rows = [headings, ['26.11.2026'], order(7201), order(7202)];

  it('the first answer takes them, before any constant', () => {
    expect(openRows(rows).summary().fileIssues[0]).toMatchObject({
      code: 'orders.deliveryDayBeside',
      fix: { kind: 'setRules', rules: { standingDays: 'on' } },
    });
  });

  it('once taken each order has its own, and it is said', () => {
    const batch = openRows(rows, { rules: { standingDays: 'on', defaultTime: '10:00' } });
    expect(requestsOf(batch).map(({ scheduled_at }) => scheduled_at)).toEqual([
      '2026-11-26T05:00:00Z',
      '2026-11-26T05:00:00Z',
    ]);
    expect(fileCodes(batch)).toContain('orders.standingDays');
  });

  it('beside hours they are taken at once, and that is said', () => {
    const timed = [['25.11.2026'], [...headings, 'Vaqti'], order(7201, '10:00'), order(7202, '13:30')];
    const batch = openRows(timed);
    expect(requestsOf(batch).map(({ scheduled_at }) => scheduled_at)).toEqual([
      '2026-11-25T05:00:00Z',
      '2026-11-25T08:30:00Z',
    ]);
    expect(batch.columns().columns[8]).toMatchObject({ field: 'scheduled_at', reason: { code: 'hoursOfDay' } });
    expect(severityOf(batch)).toBe('notice');
    const off = openRows(timed, { rules: { standingDays: 'off' } });
    expect(off.columns().columns[8]?.field).toBeNull();
    expect(fileCodes(off)).toContain('orders.deliveryDateQuestion');
  });

  it.each<[string, readonly (readonly TestCell[])[]]>([
    [
      'below a title',
      [['Доставки на 25.11.2026'], ['Время', ...headings], ['10:00', ...order(7201)], ['13:30', ...order(7202)]],
    ],
    [
      'with a remark below the orders in its column',
      [
        ['Доставки на 25.11.2026'],
        ['Время', ...headings],
        ['10:00', ...order(7201)],
        ['13:30', ...order(7202)],
        [],
        ['Курьер Дилшод, забрать со склада в 8:30'],
      ],
    ],
    [
      'with the lines of the days in its column',
      [
        ['Soat', ...headings],
        ['25-noyabr, chorshanba'],
        ['10:00', ...order(7201)],
        ['26-noyabr, payshanba'],
        ['13:30', ...order(7202)],
      ],
    ],
  ])('hours in the first column, %s', (_, rows) => {
    const batch = openRows(rows);
    expect(requestsOf(batch).map(({ scheduled_at }) => scheduled_at?.slice(11))).toEqual(['05:00:00Z', '08:30:00Z']);
    expect(fileCodes(batch)).not.toContain('orders.defaultTime');
  });

  it('spans of hours give their starts', () => {
    const rows = [['Доставки на 25.11.2026'], [...headings, 'Время'], order(7201, '10-12'), order(7202, '14:00-16:00')];
    expect(requestsOf(openRows(rows)).map(({ scheduled_at }) => scheduled_at?.slice(11, 13))).toEqual(['05', '09']);
  });

  it('a word among the hours holds its order alone', () => {
    const hours = ['10:00', '11:00', '12:00', '13:00', 'утром'];
    const rows = [
      ['Доставки на 25.11.2026'],
      [...headings, 'Время'],
      ...hours.map((hour, at) => order(7201 + at, hour)),
    ];
    const batch = openRows(rows);
    expect(requestsOf(batch).map(({ scheduled_at }) => scheduled_at?.slice(11, 13))).toEqual(['05', '06', '07', '08']);
    expect(issueCodes(batch).filter((code) => code.startsWith('values.'))).toEqual(['values.dateDayPart']);
  });

  it('a column of hours that is headed as delivery wants a day, too', () => {
    const timed = [['25.11.2026'], [...headings, 'Yetkazish vaqti'], order(7201, '10:00'), order(7202, '13:30')];
    expect(requestsOf(openRows(timed)).map(({ scheduled_at }) => scheduled_at)).toEqual([
      '2026-11-25T05:00:00Z',
      '2026-11-25T08:30:00Z',
    ]);
  });

  it.each(['Заказы на 26 ноября', 'Доставка 26.11.2026', '26-noyabr uchun buyurtmalar', '26.11.2026 ga'])(
    '%s: words that say what the day is for are enough',
    (title) => {
      const batch = openRows([[title], headings, order(7201)]);
      expect(requestsOf(batch).map(({ scheduled_at }) => scheduled_at)).toEqual(['2026-11-26T04:00:00Z']);
      expect(fileCodes(batch)).toContain('orders.standingDays');
    },
  );

  it('a day alone is asked about, and so is one of two', () => {
    expect(fileCodes(openRows([['26.11.2026'], headings, order(7201)]))).toContain('orders.deliveryDayBeside');
    const two = [['Доставка на 26.11.2026'], headings, order(7201), [], ['Доставка на 27.11.2026']];
    expect(fileCodes(openRows(two))).toContain('orders.deliveryDateQuestion');
  });
});
