/** Each row of a sheet without order numbers is an order where nobody would ask (docs/domain.md, decision 41). */
import { describe, expect, it } from 'vitest';
import { fileCodes, openRows, requestsOf } from '../../../support/batch.ts';

const headings = ['Mijoz', 'Telefon', 'Viloyat', 'Manzil', 'Yetkazish sanasi', 'Mahsulot ID', 'Soni', 'Narxi'];
interface Row {
  readonly name?: string;
  readonly phone?: string;
  readonly day?: string;
  readonly ware?: string;
}
const row = ({ name = 'Karimova Aziza', phone = '901234501', day = '26.11.2026', ware = '31' }: Row = {}) => [
  name,
  phone,
  phone === '' ? '' : 'Samarqand viloyati',
  phone === '' ? '' : 'Navoiy 5',
  day === '' ? '' : `${day} 10:00`,
  ware,
  '1',
  '90000',
];
const other = { name: 'Rahimov Sardor', phone: '932345602' };
const third = { name: 'Yusupova Malika', phone: '973456703' };

describe('each row is an order, which is said', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    ['every row has its own customer', [headings, row(), row(other), row(third)]],
    ['one row', [headings, row()]],
    ['a customer who orders for two days', [headings, row(), row(other), row({ day: '27.11.2026' })]],
    ['a namesake further down with another phone', [headings, row(), row(other), row({ phone: '998887766' })]],
    [
      'a counter',
      [
        ['№', ...headings],
        ['1', ...row()],
        ['2', ...row(other)],
        ['3', ...row(third)],
      ],
    ],
    [
      'a counter that begins anew',
      [
        ['№', ...headings],
        ['1', ...row()],
        ['2', ...row(other)],
        ['1', ...row(third)],
      ],
    ],
    ['a row of sums', [headings, row(), row(other), ['Jami', '', '', '', '', '', '2', '180000']]],
    [
      'when a form was filled in',
      [
        ['Vaqt belgisi', ...headings],
        ['23.11.2026 21:15:03', ...row()],
        ['24.11.2026 07:02:17', ...row(other)],
      ],
    ],
    [
      'a courier’s number',
      [
        ['Kuryer raqami', ...headings],
        ['901110022', ...row()],
        ['901110022', ...row(other)],
      ],
    ],
  ])('%s', (_, rows) => {
    const batch = openRows(rows);
    const said = batch.summary().fileIssues.find(({ field }) => field === 'order_id');
    expect(said).toMatchObject({ code: 'orders.eachRowAnOrder', severity: 'notice' });
  });
});

describe('it is asked where', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    ['the customer of two rows is one', [headings, row(), row({ ware: '32' }), row(other)]],
    ['he comes again further down', [headings, row(), row(other), row({ ware: '32' })]],
    [
      'with another spelling of the phone',
      [headings, row(), row(other), row({ phone: '+998 (90) 123-45-01', ware: '32' })],
    ],
    [
      'with a second phone beside it',
      [headings, row(), row(other), row({ phone: '971112233, 901234501', ware: '32' })],
    ],
    [
      'the same name stands right below, with another phone',
      [headings, row(), row({ phone: '998887766', ware: '32' }), row(other)],
    ],
    ['a day is missing', [headings, row(), row(other), row({ day: '', ware: '32' })]],
    [
      'a row has wares and no customer',
      [headings, row(), row({ name: '', phone: '', day: '', ware: '32' }), row(other)],
    ],
    [
      'a row has a sign for «the same»',
      [headings, row(), row({ name: '--//--', phone: '-//-', ware: '32' }), row(other)],
    ],
    ['a row has a customer and no ware', [headings, row({ ware: '' }), row(other)]],
    [
      'a number repeats',
      [
        ['ID клиента', ...headings],
        ['880', ...row()],
        ['880', ...row(other)],
        ['881', ...row(third)],
      ],
    ],
    [
      'a column may be the number',
      [
        ['订单号', ...headings],
        ['4501', ...row()],
        ['4502', ...row(other)],
        ['4511', ...row(third)],
      ],
    ],
    [
      'numbers with letters',
      [
        ['Заказ', ...headings],
        ['MB-00451', ...row()],
        ['IG-00451', ...row(other)],
      ],
    ],
  ])('%s', (_, rows) => {
    const codes = fileCodes(openRows(rows));
    expect(codes).not.toContain('orders.eachRowAnOrder');
    expect(codes.some((code) => code === 'orders.noIdColumn' || code === 'orders.letteredIds')).toBe(true);
  });
});

describe('what was said goes before', () => {
  it('numbers from a column that a person chose', () => {
    const batch = openRows(
      [
        ['Rqm', ...headings],
        ['4501', ...row()],
        ['4502', ...row(other)],
      ],
      {
        choices: { columns: [{ column: 0, field: 'order_id' }] },
      },
    );
    expect(requestsOf(batch).map(({ order_id }) => order_id)).toEqual([4501, 4502]);
    expect(fileCodes(batch)).not.toContain('orders.eachRowAnOrder');
  });

  it('numbers of ours, from the start that the shop has', () => {
    const batch = openRows([headings, row(), row(other)], { rules: { orderNumbers: { kind: 'own', start: 70_001 } } });
    expect(requestsOf(batch).map(({ order_id }) => order_id)).toEqual([70_001, 70_002]);
  });

  it('one number for the whole sheet', () => {
    const batch = openRows([headings, row(), row({ ware: '32' })], { choices: { constants: { order_id: '77' } } });
    expect(requestsOf(batch)).toMatchObject([{ order_id: 77, order_items: [{}, {}] }]);
  });
});
