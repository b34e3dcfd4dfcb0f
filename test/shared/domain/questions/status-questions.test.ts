/** What is asked about the status, and which orders may be none (docs/domain.md, decisions 5, 6 and 39). */
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../../main/engine/batch.ts';
import { outcome } from '../../../main/engine/sent-orders.ts';
import {
  checkOf,
  documentHeadings,
  issueCodes,
  openRows,
  orderRow,
  requestsOf,
  testNow,
} from '../../../support/batch.ts';

function withStatus(status: string, changes: Parameters<typeof orderRow>[0] = {}) {
  return [
    [...documentHeadings, 'fulfillment_status'],
    [...orderRow(changes), status],
  ] as const;
}

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

  it.each(['2', '3', '4', '7', 'Yopildi'])(
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
});

/** Orders 700001, 700002 … under a heading of a status, each with its words. */
function shop(statuses: readonly string[], heading = 'Holati') {
  return [
    [...documentHeadings, heading],
    ...statuses.map((status, at) => [
      ...orderRow({ order_id: String(700_001 + at), phone: `+99890123450${at}` }),
      status,
    ]),
  ];
}

const question = (batch: Batch, code = 'orders.cancelled') =>
  batch.summary().fileIssues.find((issue) => issue.code === code);

function answer(batch: Batch, at: number, code?: string): void {
  const fix = question(batch, code)?.answers?.[at]?.fix;
  const change = fix === undefined ? null : batch.proposals.forFix(fix);
  if (change?.kind === 'edit') batch.applyEdit(change.edit);
  else if (change?.kind === 'choices') batch.setChoices(change.choices);
  else throw new Error('no such answer');
}

describe('an order that the status column calls cancelled', () => {
  it.each(['bekor qilindi', 'отказ', 'возврат', 'отменён клиентом', 'Qaytdi', '6', 'Bekr qilindi'])(
    'is held: «%s»',
    (text) => {
      const batch = openRows(shop(['Yangi', text]));
      expect(batch.summary().counts).toMatchObject({ ready: 1, withErrors: 1 });
      expect(question(batch)).toMatchObject({
        severity: 'error',
        params: { count: 1 },
        fix: { kind: 'leaveOut', orderKeys: ['700002'] },
      });
      expect(issueCodes(batch)).toContain('orders.cancelledOrder');
    },
  );

  it.each(['не отменён', 'bekor qilinmagan', 'qayta ochildi', 'Qayta qoʻngʻiroq'])('is not held: «%s»', (text) => {
    const batch = openRows(shop(['Yangi', 'Yangi', text]));
    expect(question(batch)).toBeUndefined();
    expect(batch.summary().counts.ready).toBe(3);
  });

  it('is held whether or not the other words are known, which are asked about', () => {
    const batch = openRows(shop(['kuryerda', 'Chilonzorga ketdi', 'Qaytdi', 'yoʻl-yoʻlakay']));
    expect(batch.summary().counts).toMatchObject({ ready: 3, withErrors: 1 });
    expect(question(batch)?.params).toEqual({ count: 1, rows: '4' });
    const asked = question(batch, 'orders.foreignStatuses');
    expect(asked?.params).toEqual({ count: 4, heading: 'Holati' });
    expect(asked?.answers?.map(({ fix }) => fix)).toMatchObject([
      { kind: 'setRules', rules: { status: 'auto' } },
      { kind: 'setColumn', field: 'fulfillment_status' },
      { kind: 'setColumn', field: null },
    ]);
    answer(batch, 2, 'orders.foreignStatuses');
    expect(question(batch, 'orders.foreignStatuses')).toBeUndefined();
    expect(batch.summary().counts.withErrors).toBe(1);
  });

  it('is held where a person chose the column, and whatever the status is sent as', () => {
    const choices = { columns: [{ column: 15, field: 'fulfillment_status' as const }] };
    expect(question(openRows(shop(['Yangi', 'Qaytdi']), { choices }))?.params).toEqual({ count: 1, rows: '3' });
    for (const status of [1, 'omit', 'column'] as const)
      expect(question(openRows(shop(['Yangi', 'bekor']), { rules: { status } }))?.params).toMatchObject({ rows: '3' });
  });

  it('is left out with all others by the first answer', () => {
    const batch = openRows(shop(['bekor', 'Yangi', 'отказ']));
    answer(batch, 0);
    expect(batch.summary().counts).toMatchObject({ total: 3, leftOut: 2, ready: 1, withErrors: 0 });
    expect(question(batch)).toBeUndefined();
  });

  it.each(['Holati', 'fulfillment_status'])('goes like the others by the second answer, under «%s»', (heading) => {
    const batch = openRows(shop(['Bekor qilindi', 'Yangi', 'Yangi'], heading));
    answer(batch, 1);
    expect(batch.summary().counts).toMatchObject({ ready: 3, withErrors: 0 });
    expect(requestsOf(batch)[0]?.fulfillment_status).toBe(5);
    expect(question(batch, 'orders.cancelledSent')).toMatchObject({ severity: 'notice', params: { count: 1 } });
    answer(batch, 1, 'orders.cancelledSent');
    expect(batch.summary().counts).toMatchObject({ leftOut: 1, ready: 2 });
  });

  it('follows the edits', () => {
    const batch = openRows(shop(['Yangi', 'Qaytdi']));
    batch.applyEdit({ kind: 'cells', cells: [{ row: 3, column: 15, text: 'Yangi' }] });
    expect(question(batch)).toBeUndefined();
    batch.applyEdit({ kind: 'cells', cells: [{ row: 2, column: 15, text: 'atkaz' }] });
    expect(question(batch)?.fix).toEqual({ kind: 'leaveOut', orderKeys: ['700001'] });
  });

  it('in some of its rows only is held at these, and not left out with the others', () => {
    const rows = shop(['Yangi', 'Qaytdi']).map((row, at) =>
      at === 2 ? ['700001', ...row.slice(1, 3), '+998901234500', ...row.slice(4)] : row,
    );
    const batch = openRows(rows);
    expect(issueCodes(batch)).toContain('orders.cancelledRow');
    expect(question(batch)).toBeUndefined();
    batch.applyEdit({ kind: 'leaveOut', rows: [3], out: true });
    expect(batch.summary().counts).toMatchObject({ ready: 1, withErrors: 0 });
  });

  it('that was sent is asked about no more', () => {
    const batch = openRows(shop(['Yangi', 'Qaytdi']));
    batch.setOutcomes([outcome({ orderId: 700_002 })]);
    expect(question(batch)).toBeUndefined();
  });
});

describe('what only may be a sign', () => {
  const noted = (notes: readonly string[], facts = {}) => openRows(shop(notes, 'Izoh'), { facts });

  it.each(['возврат старого', 'без возврата', 'agar yoqmasa qaytaradi'])('a note is shown, and sent: «%s»', (text) => {
    const batch = noted(['', text]);
    const [issue, ...others] = checkOf(batch).issues.filter(({ severity }) => severity !== 'notice');
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: 'orders.noteMentions', severity: 'warning', row: 3, column: 'P', fix: null });
    expect(batch.summary().counts).toMatchObject({ ready: 2, withErrors: 0 });
  });

  it.each(['bekor qilindi', 'уехала, перенос, новую дату скажет сама'])(
    'a note that holds its order is not said to let it go: «%s»',
    (text) => {
      const batch = noted(['', text]);
      expect(batch.summary().counts).toMatchObject({ ready: 1, withErrors: 1 });
      const said = ['orders.marked', 'orders.noteMentions', 'orders.noteChanges'];
      expect(issueCodes(batch).filter((code) => said.includes(code))).toEqual(['orders.marked']);
    },
  );

  it('a note column that a person decided not to send is read all the same', () => {
    const batch = openRows(shop(['возврат старого'], 'Izoh'), { choices: { columns: [{ column: 15, field: null }] } });
    expect(issueCodes(batch)).toContain('orders.noteMentions');
  });

  it.each([
    ['a heading that says nothing', 'Javob'],
    ['no heading', ''],
  ])('a word for it under %s is shown, and sent', (_, heading) => {
    const batch = openRows(shop(['', 'OTKAZ qildi', 'Sardor'], heading));
    const told = checkOf(batch).issues.filter(({ code }) => code === 'orders.cellMentions');
    expect(told).toMatchObject([{ severity: 'warning', row: 3, column: 'P', fix: null }]);
    expect(batch.summary().counts).toMatchObject({ ready: 3, withErrors: 0 });
    expect(batch.reminders(testNow).mayBeNone).toMatchObject({
      count: 1,
      signs: [{ row: 3, code: 'orders.cellMentions' }],
    });
  });

  it('a word for it behind the customer’s name is shown, in a product’s or an address it is none', () => {
    const rows = shop(['', '', ''], '');
    const name = rows[0]?.indexOf('full_name') ?? 0;
    const address = rows[0]?.indexOf('address') ?? 0;
    const batch = openRows(
      rows.map((row, at) =>
        row.map((cell, column) => {
          if (at === 2 && column === name) return `${typeof cell === 'string' ? cell : ''} (возврат)`;
          return at === 3 && column === address ? 'Qaytarma koʻchasi 5' : cell;
        }),
      ),
    );
    const told = checkOf(batch).issues.filter(({ code }) => code === 'orders.cellMentions');
    expect(told).toMatchObject([{ row: 3, message: expect.stringContaining('возврат') as string }]);
  });

  it('a row struck through is shown, and sent', () => {
    const batch = noted(['', 'x', ''], { struckRows: [3] });
    expect(issueCodes(batch)).toEqual(['orders.struckRow']);
    expect(batch.summary().counts.ready).toBe(3);
  });
});
