import { describe, expect, it } from 'vitest';
import {
  answersOf,
  fixFromInput,
  initialInputText,
  withoutRepeatedAnswers,
} from '../../../../shared/domain/questions/question-answers.ts';
import type { QuestionAnswer, Fix } from '../../../../shared/domain/model/issues.ts';
import type { Rules } from '../../../../shared/domain/model/rules.ts';
import type { Batch } from '../../../../main/engine/batch.ts';
import { documentHeadings, fileCodes, issueCodes, openRows, orderRow, requestsOf } from '../../../support/batch.ts';

function asked(batch: Batch, code: string) {
  const found = batch.summary().fileIssues.find((issue) => issue.code === code);
  if (found === undefined) throw new Error(`${code} was not asked: ${fileCodes(batch).join(', ')}`);
  return found;
}

function answer(batch: Batch, fix: Fix): void {
  const change = batch.proposals.forFix(fix);
  if (change?.kind !== 'choices') throw new Error('choices expected');
  batch.setChoices(change.choices);
}

const renamed = (from: string, to: string) => documentHeadings.map((heading) => (heading === from ? to : heading));

describe('every question is answered by its proposal, and not asked again', () => {
  const withoutDate = (text: string) => [renamed('scheduled_at', 'Sana'), orderRow({ scheduled_at: text })];

  it('the delivery date: a column whose dates lie ahead is taken, whatever its heading, and said', () => {
    const batch = openRows(withoutDate('26.11.2026 10:00'));
    const question = asked(batch, 'orders.deliveryAhead');
    expect([question.severity, question.answers?.map(({ fix }) => fix.kind)]).toEqual([
      'notice',
      ['setColumn', 'setColumn'],
    ]);
    expect(requestsOf(batch)[0]?.scheduled_at).toBe('2026-11-26T05:00:00Z');
    answer(batch, question.fix!);
    expect(fileCodes(batch)).toEqual([]);
  });

  it('the delivery date: one on which the orders were made is offered last', () => {
    const question = asked(openRows(withoutDate('20.11.2026 10:00')), 'orders.deliveryDateQuestion');
    expect(question.answers?.map(({ fix }) => fix.kind)).toEqual(['setRules', 'setConstant', 'setColumn']);
  });

  it('the delivery date: none, sent as new', () => {
    const batch = openRows(withoutDate(''));
    const asNew = asked(batch, 'orders.deliveryDateQuestion').fix;
    answer(batch, asNew!);
    expect(requestsOf(batch)[0]).toMatchObject({ fulfillment_status: 1 });
  });

  it.each<[Rules['dateOrder'], string]>([
    ['dayFirst', '2026-12-03T09:00:00Z'],
    ['monthFirst', '2026-03-12T09:00:00Z'],
  ])('%s', (order, sent) => {
    const batch = openRows([documentHeadings, orderRow({ scheduled_at: '03/12/2026 14:00' })]);
    const question = asked(batch, 'orders.dateOrderQuestion');
    expect(question).toMatchObject({ severity: 'notice', params: { count: 1 } });
    answer(batch, question.answers!.find(({ fix }) => fix.kind === 'setRules' && fix.answer === order)!.fix);
    expect(requestsOf(batch)[0]?.scheduled_at).toBe(sent);
    expect(fileCodes(batch)).toEqual([]);
    expect(issueCodes(batch)).not.toContain('values.dateOrder');
  });

  it('the date’s order is not asked where the column proves it', () => {
    expect(
      fileCodes(
        openRows([
          documentHeadings,
          orderRow({ scheduled_at: '03/12/2026 14:00' }),
          orderRow({ order_id: '2', scheduled_at: '25/12/2026 14:00' }),
        ]),
      ),
    ).toEqual([]);
  });

  it.each<[Rules['toshkentMeans'], string]>([
    ['city', 'Toshkent shahri'],
    ['region', 'Toshkent viloyati'],
    ['asTyped', 'Toshkent'],
  ])('Toshkent alone is %s', (toshkentMeans, sent) => {
    const batch = openRows([documentHeadings, orderRow({ region: 'Toshkent', city: '', zip: '' })]);
    const question = asked(batch, 'orders.toshkentQuestion');
    answer(
      batch,
      question.answers!.find(({ fix }) => fix.kind === 'setRules' && fix.rules.toshkentMeans === toshkentMeans)!.fix,
    );
    expect(requestsOf(batch)[0]?.region).toBe(sent);
    expect(fileCodes(batch)).toEqual([]);
  });

  it('Toshkent is not asked about where the row decides', () => {
    expect(
      fileCodes(openRows([documentHeadings, orderRow({ region: 'Toshkent', city: 'Chilonzor', zip: '' })])),
    ).toEqual([]);
  });

  it('two columns with a known name: either can be confirmed', () => {
    const rows = [
      [...documentHeadings.slice(1), 'Buyurtma raqami', 'Номер заказа'],
      [...orderRow().slice(1), '11', '22'],
    ];
    const batch = openRows(rows);
    const question = asked(batch, 'orders.twoColumns');
    expect(question.params).toEqual({ field: 'order_id', heading: 'Buyurtma raqami', other: 'Номер заказа' });
    answer(batch, question.fix!);
    expect([fileCodes(batch), requestsOf(batch)[0]?.order_id]).toEqual([[], 11]);
    answer(batch, question.answers![1]!.fix);
    expect([fileCodes(batch), requestsOf(batch)[0]?.order_id]).toEqual([[], 22]);
  });

  it('two columns of phones that differ are a question, a second contact and the same phone twice are not', () => {
    const severityOf = (heading: string, phone: string): string | undefined => {
      const rows = [
        [...documentHeadings, heading],
        [...orderRow(), phone],
      ];
      return openRows(rows)
        .summary()
        .fileIssues.find(({ code }) => code === 'orders.twoColumns')?.severity;
    };
    const own = '901234567';
    expect([severityOf('phone', '+998911112233'), severityOf('phone', own)]).toEqual(['warning', 'notice']);
    expect(severityOf('Доп. телефон', '+998911112233')).not.toBe('warning');
  });

  it('a weight or a volume beside the pieces is no second quantity', () => {
    const severityOf = (quantity: string, beside: string): string | undefined =>
      openRows([
        [...documentHeadings.map((heading) => (heading === 'quantity' ? 'Кол-во' : heading)), 'Объём'],
        [...orderRow({ quantity }), beside],
      ])
        .summary()
        .fileIssues.find(({ code, params }) => code === 'orders.twoColumns' && params.field === 'quantity')?.severity;
    expect([severityOf('4', '10'), severityOf('4', '1.500'), severityOf('4', '0,25')]).toEqual([
      'warning',
      'warning',
      'notice',
    ]);
  });

  it('the region out of the address, for all rows at once', () => {
    const rows = [
      documentHeadings.filter((heading) => heading !== 'region'),
      ...[
        ['1', 'Toshkent, Chilonzor 5-12'],
        ['2', 'Navoiy koʻchasi 3'],
        ['3', 'Olot tumani, Mustaqillik 4'],
      ].map(([order_id, address]) =>
        orderRow({
          order_id: order_id!,
          phone: `+99890700000${order_id}`,
          address: address!,
          city: '',
          zip: '',
        }).filter((_, at) => documentHeadings[at] !== 'region'),
      ),
    ];
    const batch = openRows(rows);
    const question = asked(batch, 'orders.regionFromAddressQuestion');
    expect(question).toMatchObject({ severity: 'error', params: { found: 2, looked: 3 } });
    answer(batch, question.fix!);
    expect(requestsOf(batch).map(({ order_id, region }) => [order_id, region])).toEqual([
      [1, 'Toshkent shahri'],
      [3, 'Buxoro viloyati'],
    ]);
    expect(issueCodes(batch)).toEqual(['orders.regionNotInAddress']);
    expect(asked(batch, 'orders.regionFromAddress')).toMatchObject({ severity: 'notice', params: { count: 2 } });
    const order = batch.order('1');
    expect(order.ok && order.value.values.find(({ field }) => field === 'region')).toMatchObject({
      text: 'Toshkent shahri',
      origin: 'computed',
      row: null,
    });
    answer(batch, asked(batch, 'orders.regionFromAddress').answers!.at(-1)!.fix);
    expect(asked(batch, 'orders.missingField').field).toBe('region');
  });

  it('a discount in per cent: a part of the price, whole or refused', () => {
    const rows = [
      renamed('discount', 'Chegirma %').filter((heading) => heading !== 'final_price'),
      ...[
        ['1', '50000', '10'],
        ['2', '50000', '7,5%'],
        ['3', '333', '10%'],
        ['4', '50000', ''],
        ['5', '50000', '120'],
      ].map(([order_id, price, discount]) =>
        orderRow({ order_id: order_id!, phone: `+99890700000${order_id}`, price: price!, discount: discount! }).slice(
          0,
          -1,
        ),
      ),
    ];
    const batch = openRows(rows);
    const question = asked(batch, 'orders.percentColumn');
    expect(question).toMatchObject({ severity: 'warning', params: { heading: 'Chegirma %', count: 4 } });
    answer(batch, question.fix!);
    expect(
      requestsOf(batch).map(({ order_id, order_items: [item] }) => [order_id, item?.discount, item?.final_price]),
    ).toEqual([
      [1, 5000, 45_000],
      [2, 3750, 46_250],
      [4, 0, 50_000],
    ]);
    expect(issueCodes(batch)).toEqual(['orders.percentNotWhole', 'values.percentTooLarge']);
    const column = documentHeadings.indexOf('discount');
    expect(batch.rows({ show: 'all', cause: null, search: '' } as never, 0, 1).rows[0]?.cells[column]).toMatchObject({
      text: '5000',
      rawText: '10',
      origin: 'computed',
    });
    expect(batch.columns().columns[column]?.field).toBe('discount');
  });

  it('cells in per cent under a heading of sums', () => {
    const rows = [
      documentHeadings,
      orderRow({ order_id: '1', discount: { kind: 'percent', text: '0.1' } }),
      orderRow({ order_id: '2', discount: '10%' }),
      orderRow({ order_id: '3', discount: '0', final_price: '50000' }),
    ];
    const batch = openRows(rows);
    expect(requestsOf(batch).map(({ order_id }) => order_id)).toEqual([3]);
    const question = asked(batch, 'orders.percentCells');
    expect(question).toMatchObject({ severity: 'warning', params: { heading: 'discount', count: 2 } });
    answer(batch, question.fix!);
    expect(requestsOf(batch).map(({ order_items: [item] }) => item?.discount)).toEqual([5000, 5000, 0]);
    const mixed = openRows([
      documentHeadings,
      orderRow({ discount: '10%' }),
      orderRow({ order_id: '2' }),
      orderRow({ order_id: '3' }),
    ]);
    expect(fileCodes(mixed)).not.toContain('orders.percentCells');
  });

  it('a discount in per cent of a whole line', () => {
    const rows = [
      renamed('discount', 'Chegirma %').filter((heading) => heading !== 'final_price'),
      orderRow({ quantity: '3', price: '1005', discount: '20' }).slice(0, -1),
    ];
    const batch = openRows(rows, { rules: { discountPer: 'line' } });
    const notice = asked(batch, 'orders.discountsArePercent');
    expect(requestsOf(batch)[0]?.order_items[0]).toMatchObject({ price: 1005, discount: 603, final_price: 2412 });
    answer(batch, notice.answers![1]!.fix);
    expect(requestsOf(batch)[0]?.order_items[0]).toMatchObject({ price: 1005, discount: 0, final_price: 3015 });
    answer(batch, notice.fix!);
    expect(requestsOf(batch)[0]?.order_items[0]).toMatchObject({ price: 1005, discount: 603, final_price: 2412 });
  });

  it('a discount on the whole order is not sent, and can be taken as the row’s', () => {
    const rows = [
      renamed('discount', 'discount_total').filter((heading) => heading !== 'final_price'),
      orderRow().slice(0, -1),
    ];
    const batch = openRows(rows);
    const question = asked(batch, 'orders.orderDiscountColumn');
    answer(batch, question.fix!);
    expect([fileCodes(batch), requestsOf(batch)[0]?.order_items[0]?.discount]).toEqual([['orders.noDiscount'], 0]);
    answer(batch, question.answers![1]!.fix);
    expect([fileCodes(batch), requestsOf(batch)[0]?.order_items[0]?.discount]).toEqual([[], 5000]);
  });

  it('the time of dates without one: a column of times is proposed, and joins the date', () => {
    const headings = [...documentHeadings, 'Vaqt'];
    const batch = openRows([headings, [...orderRow({ scheduled_at: '25.11.2026' }), '16:30']]);
    const question = asked(batch, 'orders.defaultTime');
    expect(question.answers?.map(({ fix }) => fix.kind)).toEqual(['setColumn', 'setRules']);
    answer(batch, question.fix!);
    expect([fileCodes(batch), requestsOf(batch)[0]?.scheduled_at]).toEqual([[], '2026-11-25T11:30:00Z']);
  });

  it('a column of times alone is no delivery date', () => {
    const rows = [renamed('scheduled_at', 'Vaqt'), orderRow({ scheduled_at: '16:30' })];
    expect(asked(openRows(rows), 'orders.deliveryDateQuestion').answers?.map(({ fix }) => fix.kind)).toEqual([
      'setRules',
      'setConstant',
    ]);
  });

  it('codes that are all numbers may be the WMS’s own', () => {
    const rows = (code: string) => [renamed('client_product_id', 'SKU'), orderRow({ client_product_id: code })];
    const batch = openRows(rows('114'));
    expect(asked(batch, 'orders.codesAreNumbers')).toMatchObject({ severity: 'error', params: { heading: 'SKU' } });
    answer(batch, asked(batch, 'orders.codesAreNumbers').fix!);
    expect([fileCodes(batch), requestsOf(batch)[0]?.order_items[0]?.client_product_id]).toEqual([[], 114]);
    for (const code of ['CH-01', '007', '4780000000017'])
      expect(fileCodes(openRows(rows(code)))).not.toContain('orders.codesAreNumbers');
    expect(
      fileCodes(
        openRows(rows('114'), {
          products: [{ keyKind: 'code', key: '114', productId: 7, variationId: null, price: null }],
        }),
      ),
    ).not.toContain('orders.codesAreNumbers');
    // With a table of products not every order waits for it.
    const others = openRows(rows('114'), {
      products: [{ keyKind: 'name', key: 'Choynak', productId: 7, variationId: null, price: null }],
    });
    expect(asked(others, 'orders.codesAreNumbers').severity).toBe('notice');
  });

  it('the time of dates without one', () => {
    const batch = openRows([documentHeadings, orderRow({ scheduled_at: '25.11.2026' })]);
    const [proposed] = asked(batch, 'orders.defaultTime').answers ?? [];
    expect(initialInputText(proposed!)).toBe('09:00');
    answer(batch, fixFromInput(proposed!, '15:30')!);
    expect(requestsOf(batch)[0]?.scheduled_at).toBe('2026-11-25T10:30:00Z');
  });
});

describe('a shop’s own status column', () => {
  const shop = (...statuses: string[]) =>
    openRows([
      [...documentHeadings, 'Holat'],
      ...statuses.map((status, at) => [...orderRow({ order_id: String(at + 1), phone: `+99890700000${at}` }), status]),
    ]);

  it('only tells which orders are cancelled or done; the others are sent by the rule', () => {
    const batch = shop('Доставлен', 'Yigʻilmoqda', 'bekor');
    expect(requestsOf(batch).map(({ order_id, fulfillment_status }) => [order_id, fulfillment_status])).toEqual([
      [2, 5],
    ]);
    expect(issueCodes(batch)).toEqual(['orders.cancelledOrder', 'orders.marked']);
    expect(asked(batch, 'orders.cancelled').fix).toEqual({ kind: 'leaveOut', orderKeys: ['3'] });
    const marked = asked(batch, 'orders.markedOrders');
    expect(marked.fix).toEqual({ kind: 'leaveOut', orderKeys: ['1'] });
    answer(batch, marked.answers![1]!.fix);
    expect(requestsOf(batch).map(({ order_id }) => order_id)).toEqual([1, 2]);
  });

  it('can be sent as it stands, or not be looked at', () => {
    const batch = shop('Yangi', 'Yangi');
    const answers = asked(batch, 'orders.foreignStatuses').answers!;
    answer(batch, answers[1]!.fix);
    expect(requestsOf(batch).map(({ fulfillment_status }) => fulfillment_status)).toEqual([1, 1]);
    answer(batch, { kind: 'setRules', answer: 'statusAuto', rules: { status: 'auto' } });
    answer(batch, answers[2]!.fix);
    expect([fileCodes(batch), requestsOf(batch)[0]?.fulfillment_status]).toEqual([[], 5]);
  });

  it('with the document’s numbers is the WMS’s', () => {
    expect(requestsOf(shop('1', '5')).map(({ fulfillment_status }) => fulfillment_status)).toEqual([1, 5]);
  });
});

describe('a typed answer', () => {
  const date: QuestionAnswer = {
    fix: { kind: 'setConstant', field: 'scheduled_at', text: '25.11.2026 14:00' },
    inputKind: 'date',
  };
  const time: QuestionAnswer = {
    fix: { kind: 'setRules', answer: 'defaultTime', rules: { defaultTime: '09:00' } },
    inputKind: 'time',
  };
  const number: QuestionAnswer = {
    fix: { kind: 'setRules', answer: 'everyRow', rules: { orderNumbers: { kind: 'everyRow', start: 7 } } },
    inputKind: 'number',
  };

  it('takes the place of the proposed one where it is such a value', () => {
    expect(fixFromInput(date, ' indin 10:00 ')).toMatchObject({ text: 'indin 10:00' });
    expect(fixFromInput(time, '18:05')).toMatchObject({ rules: { defaultTime: '18:05' } });
    expect(fixFromInput(number, '1 000')).toMatchObject({ rules: { orderNumbers: { kind: 'everyRow', start: 1000 } } });
    expect([initialInputText(date), initialInputText(time), initialInputText(number)]).toEqual([
      '25.11.2026 14:00',
      '09:00',
      '7',
    ]);
  });

  it.each([
    [date, ''],
    [time, '25:00'],
    [time, '9'],
    [number, '0'],
    [number, 'x'],
    [number, '3000000000'],
    [{ fix: date.fix }, 'x'],
  ] as const)('%j does not take %j', (one, text) => expect(fixFromInput(one, text)).toBeNull());
});

describe('dates that Excel holds as numbers', () => {
  it('are shown and offered as dates where an order’s rows differ', () => {
    const rows = [
      documentHeadings,
      orderRow({ scheduled_at: { kind: 'date', text: '46352.5625' } }),
      orderRow({ scheduled_at: { kind: 'date', text: '46353' }, client_product_id: '18' }),
    ];
    const batch = openRows(rows);
    const conflict = batch.causes().find(({ code }) => code === 'orders.conflict');
    expect(conflict?.params['values']).toBe('2: «26.11.2026 13:30»; 3: «27.11.2026 09:00»');
    expect(conflict?.fixAll).toEqual({ kind: 'setCells', cells: [{ row: 3, column: 1 }], text: '26.11.2026 13:30' });
    const change = batch.proposals.forCause(conflict?.cause ?? '');
    if (change?.kind !== 'edit') throw new Error('edit expected');
    batch.applyEdit(change.edit);
    expect(requestsOf(batch)[0]?.scheduled_at).toBe('2026-11-26T08:30:00Z');
  });

  it.each([
    [{ kind: 'date', text: '46351' }, '14:00'],
    [{ kind: 'number', text: '46351' }, '14:00'],
    ['25.11.2026', { kind: 'date', text: '0.583333333333333' }],
    ['25.11.2026', { kind: 'number', text: '0.5833' }],
    [{ kind: 'date', text: '46351' }, '14:00-16:00'],
  ] as const)('join with a time of another kind: %j and %j', (date, time) => {
    const columns = [
      { column: 1, field: 'scheduled_at' as const },
      { column: 15, field: 'scheduled_at' as const },
    ];
    const batch = openRows(
      [
        [...renamed('scheduled_at', 'Sana'), 'Vaqt'],
        [...orderRow({ scheduled_at: date }), time],
      ],
      { choices: { columns } },
    );
    expect(requestsOf(batch)[0]?.scheduled_at).toBe('2026-11-25T09:00:00Z');
  });

  it('far ahead are spelled in the warning', () => {
    const batch = openRows([documentHeadings, orderRow({ scheduled_at: { kind: 'date', text: '47000' } })]);
    expect(batch.causes().find(({ code }) => code === 'values.dateFar')?.params['date']).toBe('04.09.2028');
  });
});

it('a town that resembles none of the list is not warned of', () => {
  expect(issueCodes(openRows([documentHeadings, orderRow({ city: 'Yangi qishloq' })]))).toEqual([]);
  expect(
    issueCodes(openRows([documentHeadings, orderRow({ region: 'Toshkent shahri', city: 'Chilonzr', zip: '' })])),
  ).toEqual(['orders.cityUnknownSuggested']);
});

describe('issues below each other', () => {
  const reading = (sheet: string): QuestionAnswer => ({
    fix: { kind: 'setReading', answer: 'readSheet', params: { sheet }, reading: { sheet } },
  });
  const offered = (issues: Parameters<typeof withoutRepeatedAnswers>[0]) =>
    withoutRepeatedAnswers(issues).map((issue) =>
      answersOf(issue).map(({ fix }) => (fix.kind === 'setReading' ? fix.params['sheet'] : fix.kind)),
    );

  it('offer each answer once, by the first of them', () => {
    expect(
      offered([
        { severity: 'notice', answers: [reading('25.11')] },
        { severity: 'notice', answers: [reading('25.11'), reading('24.11')] },
        { severity: 'notice', answers: [reading('24.11')] },
      ]),
    ).toEqual([['25.11'], ['24.11'], []]);
  });

  it('an error keeps its last answer', () => {
    const fix = { kind: 'setCell', row: 2, column: 1, text: 'x' } as const;
    expect(
      offered([
        { severity: 'error', fix },
        { severity: 'error', fix },
        { severity: 'warning', fix },
      ]),
    ).toEqual([['setCell'], ['setCell'], []]);
  });
});
