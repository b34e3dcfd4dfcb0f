/** Order blanks: the customer's details above a table of wares (docs/domain.md, «Messages as rows»). */
import { describe, expect, it } from 'vitest';
import { blankRows } from '../../../../shared/domain/mixed-cells/order-blanks.ts';
import { tableOf, type TestCell } from '../../../support/table.ts';

type Row = readonly TestCell[] | null;

const head = (number: number, name: string, ...more: readonly Row[]): Row[] => [
  ['Заявка №', number],
  ['Получатель:', name],
  ['Телефон:', '90 559 16 01'],
  ...more,
];
const headings: Row = ['ID товара', 'Наименование', 'Цена', 'Кол-во', 'Сумма'];

function rowsOf(rows: readonly Row[]) {
  const read = blankRows(tableOf(rows));
  if (read === null) return null;
  const { table, issues } = read;
  return {
    rows: Array.from({ length: table.rowCount }, (_, index) => {
      const texts: string[] = [];
      table.forEachCell(index, (_column, _kind, text) => texts.push(text));
      return `${table.rowNumber(index)}: ${texts.join(' | ')}`;
    }),
    issues: issues.map(({ code, params }) => [code, params]),
  };
}

describe('order blanks', () => {
  it('are one table: the labels are columns, with their values in the first ware; wares without pieces are named', () => {
    const sheet = [
      ...head(771, 'Хасанов Бахром'),
      headings,
      [301, 'Рис', 95000, null, null],
      [302, 'Масло', 21000, 10, 210000],
      [303, 'Сахар', 13500, 2, 27000],
      ['Итого', null, null, 12, 237000],
      null,
      ...head(772, 'Саидова Зухра', ['Адрес:', 'Бобура, 3']),
      headings,
      [303, 'Сахар', 13500, 1, 13500],
    ];
    expect(rowsOf(sheet)).toEqual({
      rows: [
        '4: ID товара | Наименование | Цена | Кол-во | Сумма | Заявка № | Получатель | Телефон | Адрес',
        '6: 302 | Масло | 21000 | 10 | 210000 | 771 | Хасанов Бахром | 90 559 16 01',
        '7: 303 | Сахар | 13500 | 2 | 27000',
        '8: Итого | 12 | 237000',
        '15: 303 | Сахар | 13500 | 1 | 13500 | 772 | Саидова Зухра | 90 559 16 01 | Бобура, 3',
      ],
      issues: [
        ['reading.blanks', { count: 2 }],
        ['reading.blankRowsLeft', { count: 1, rows: '5' }],
      ],
    });
  });

  it('may hold label and value in one cell, or two labels in a row, with a title above', () => {
    const sheet = [
      ['BLANKA'],
      ['Buyurtma raqami: 5120'],
      ['Mijoz', 'Ergasheva', 'Telefon', '91 559 17 03'],
      ['Mahsulot ID', 'Narxi', 'Soni'],
      [411, 18000, 12],
    ];
    expect(rowsOf(sheet)?.rows).toEqual([
      '1: BLANKA',
      '4: Mahsulot ID | Narxi | Soni | Buyurtma raqami | Mijoz | Telefon',
      '5: 411 | 18000 | 12 | 5120 | Ergasheva | 91 559 17 03',
    ]);
  });

  it.each<[string, readonly Row[]]>([
    [
      'the shop’s own details above the wares',
      [['Поставщик:', 'Чинор'], ...head(771, 'Хасанов'), headings, [301, 'Рис', 1, 1, 1]],
    ],
    [
      'no customer',
      [
        ['Заявка №', 771],
        ['Дата доставки:', '03.12.2026'],
        ['Телефон:', '90 559 16 01'],
        headings,
        [301, 'Рис', 1, 1, 1],
      ],
    ],
    ['two labels only', [['Получатель:', 'Хасанов'], ['Телефон:', '90 559 16 01'], headings, [301, 'Рис', 1, 1, 1]]],
    [
      'a table of orders',
      [...head(771, 'Хасанов'), ['ID товара', 'Цена', 'Кол-во', 'Телефон'], [301, 1, 1, '90 559 16 01']],
    ],
    [
      'a blank without wares',
      [...head(771, 'Хасанов'), headings, [301, 'Рис', 1, 1, 1], ...head(772, 'Саидова'), headings],
    ],
    [
      'blanks of different columns',
      [...head(771, 'Хасанов'), headings, [301, 'Рис', 1, 1, 1], ...head(772, 'Саидова'), ['Цена', 'Кол-во'], [1, 1]],
    ],
    [
      'a table below that has no customer',
      [...head(771, 'Хасанов'), headings, [301, 'Рис', 1, 1, 1], null, headings, [302, 'Сахар', 1, 1, 1]],
    ],
  ])('are none: %s', (_, sheet) => {
    expect(rowsOf(sheet)).toBeNull();
  });
});
