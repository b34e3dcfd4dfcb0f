/** Columns that belong into one field together (docs/domain.md, «Headings» and «Dates»), as the guess takes them. */
import { describe, expect, it } from 'vitest';
import { noChoices } from '../../../../shared/domain/model/choices.ts';
import type { ColumnField } from '../../../../shared/domain/model/fields.ts';
import { interpretColumns } from '../../../../shared/domain/columns/column-plan.ts';
import { tableOf, type TestCell } from '../../../support/table.ts';

/** The headings of the columns that feed the field, in joining order; `columns` by heading, with two cells each. */
function joined(
  field: ColumnField,
  columns: Readonly<Record<string, readonly [TestCell, TestCell]>>,
): readonly string[] {
  const headings = ['Buyurtma raqami', ...Object.keys(columns), 'Telefon', 'Mahsulot ID', 'Miqdor'];
  const row = (at: 0 | 1) => [
    String(at + 1),
    ...Object.values(columns).map((cells) => cells[at]),
    '901234567',
    '17',
    '1',
  ];
  const { mapping } = interpretColumns(tableOf([headings, row(0), row(1)]), noChoices);
  return (mapping.columns[field] ?? []).map((column) => headings[column] ?? '');
}
const first = ['Aziza', 'Timur'] as const;
const last = ['Karimova', 'Usmanov'] as const;
const whole = ['Karimova Aziza', 'Usmanov Timur'] as const;
const blank = ['', ''] as const;
const street = ['Navoiy 5', 'Registon 1'] as const;

describe('names', () => {
  it.each<[string, Readonly<Record<string, readonly [TestCell, TestCell]>>, readonly string[]]>([
    ['first and last', { Ism: first, Familiya: last }, ['Ism', 'Familiya']],
    ['in the file’s order', { Familiya: last, Ism: first, Sharif: ['A.', 'T.'] }, ['Familiya', 'Ism', 'Sharif']],
    [
      'of a shop',
      { 'Shipping First Name': first, 'Shipping Last Name': last },
      ['Shipping First Name', 'Shipping Last Name'],
    ],
    [
      'the recipient’s before the payer’s',
      { billing_first_name: first, billing_last_name: last, shipping_first_name: first, shipping_last_name: last },
      ['shipping_first_name', 'shipping_last_name'],
    ],
    [
      'the payer’s where the recipient’s are blank',
      { billing_first_name: first, billing_last_name: last, shipping_first_name: blank, shipping_last_name: blank },
      ['billing_first_name', 'billing_last_name'],
    ],
    ['not beside the whole name', { 'F.I.Sh.': whole, Ism: first, Familiya: last }, ['F.I.Sh.']],
    [
      'where the column of the whole name is blank',
      { 'F.I.Sh.': blank, Ism: first, Familiya: last },
      ['Ism', 'Familiya'],
    ],
  ])('%s', (_, columns, expected) => expect(joined('full_name', columns)).toEqual(expected));
});

describe('addresses', () => {
  it.each<[string, Readonly<Record<string, readonly [TestCell, TestCell]>>, readonly string[]]>([
    ['with their landmark', { Manzil: street, Moʻljal: ['bozor', 'maktab'] }, ['Manzil', 'Moʻljal']],
    ['in the file’s order', { Moʻljal: ['bozor', 'maktab'], Manzil: street }, ['Moʻljal', 'Manzil']],
    [
      'with house and flat',
      { Koʻcha: ['Navoiy', 'Registon'], Uy: ['5', '1'], Xonadon: ['2', '3'] },
      ['Koʻcha', 'Uy', 'Xonadon'],
    ],
    [
      'the recipient’s lines before the payer’s',
      {
        'Billing Address1': street,
        'Billing Address2': ['a', 'b'],
        'Shipping Address1': street,
        'Shipping Address2': ['a', 'b'],
      },
      ['Shipping Address1', 'Shipping Address2'],
    ],
  ])('%s', (_, columns, expected) => expect(joined('address', columns)).toEqual(expected));
});

describe('a region with its town in one cell', () => {
  it('is a part of the address', () => {
    expect(
      joined('address', {
        'Регион, город': ['Ташкент обл. Чирчик', 'Самарканд обл. Каттакурган'],
        'Улица, дом': ['ул. Мира, 3', 'ул. Навои, 8'],
      }),
    ).toEqual(['Регион, город', 'Улица, дом']);
  });
});

describe('delivery dates', () => {
  it.each<[string, Readonly<Record<string, readonly [TestCell, TestCell]>>, readonly string[]]>([
    [
      'a day and a time',
      { 'Yetkazish sanasi': ['25.11.2026', '26.11.2026'], 'Yetkazish vaqti': ['14:00', '15:30'] },
      ['Yetkazish sanasi', 'Yetkazish vaqti'],
    ],
    [
      'an hour under a better known heading does not outweigh the days',
      { 'День доставки': ['25.11.2026', '26.11.2026'], 'Время доставки': ['14:00', '09:30'] },
      ['День доставки', 'Время доставки'],
    ],
    [
      'spans of hours',
      { 'Yetkazish sanasi': ['25.11.2026', '26.11.2026'], Слот: ['10-12', '9-18'] },
      ['Yetkazish sanasi', 'Слот'],
    ],
    [
      'hours with a point, under a heading of hours',
      { 'Yetkazish sanasi': ['25.11.2026', '26.11.2026'], Soat: ['10.30', '14.00'] },
      ['Yetkazish sanasi', 'Soat'],
    ],
    [
      'but no sums',
      { delivery_date: ['25.11.2026', '26.11.2026'], shipping_total: ['0.00', '12.50'] },
      ['delivery_date'],
    ],
    [
      'and no weights',
      { 'Yetkazish sanasi': ['25.11.2026', '26.11.2026'], Xyz: ['10.30', '2.50'] },
      ['Yetkazish sanasi'],
    ],
    [
      'but no days of a month',
      { 'Yetkazish sanasi': ['25.11.2026', '26.11.2026'], Xyz: ['10-02', '3-11'] },
      ['Yetkazish sanasi'],
    ],
    [
      'in the file’s order: a time may stand before its day',
      { 'Yetkazish vaqti': ['14:00', '15:30'], 'Yetkazish sanasi': ['25.11.2026', '26.11.2026'] },
      ['Yetkazish vaqti', 'Yetkazish sanasi'],
    ],
    [
      'a day, a month in a word and an hour',
      { 'Yetkazish: kun': ['2', '3'], oy: ['dekabr', 'dekabr'], soat: ['15:00', '17:30'] },
      ['Yetkazish: kun', 'oy', 'soat'],
    ],
    ['but no numbers beside months of something else', { Dona: ['2', '3'], oy: ['dekabr', 'yanvar'] }, []],
    [
      'not where the days have times already',
      { 'Yetkazish sanasi': ['25.11.2026 10:00', '26.11.2026'], 'Yetkazish vaqti': ['14:00', '15:30'] },
      ['Yetkazish sanasi'],
    ],
  ])('%s', (_, columns, expected) => expect(joined('scheduled_at', columns)).toEqual(expected));
});

describe('a span of hours in two columns', () => {
  const day = ['25.11.2026', '26.11.2026'] as const;

  it('begins with the first', () => {
    expect(
      joined('scheduled_at', { 'Дата доставки': day, 'Время с': ['10:00', '9:30'], 'Время до': ['12:00', '11:00'] }),
    ).toEqual(['Дата доставки', 'Время с']);
  });

  it('is none where the second is not later on every row', () => {
    expect(
      joined('scheduled_at', { 'Дата доставки': day, 'Время с': ['10:00', '9:30'], 'Время до': ['12:00', '9:00'] }),
    ).toEqual(['Дата доставки']);
  });
});
