/** Order blanks: the customer's details above a table of wares (docs/domain.md, «Messages as rows»). */
import fc from 'fast-check';
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

  it('may have headings once at the top, lines without labels, and what is no ware below them', () => {
    const sheet = [
      ['Отгрузка'],
      ['ID товара', 'Товар', 'Кол-во', 'Цена'],
      ['Заказ № 41', 'Ким Елена', '+998901230041', 'г. Бухара, ул. Навои, 4'],
      [31, 'Чайник', 1, 150000],
      [32, 'Пиала', 6, 25000],
      ['Всего наименований 2, на сумму 300 000 сум'],
      ['Триста тысяч сум'],
      null,
      ['Заказ № 42', 'Цой Андрей', '+998901230042', 'г. Каган, ул. Мира, 9'],
      [33, 'Блюдо', 2, 90000],
    ];
    expect(rowsOf(sheet)).toEqual({
      rows: [
        '1: Отгрузка',
        '2: ID товара | Товар | Кол-во | Цена | Номер заказа | Ф.И.О. | Телефон | Адрес',
        '4: 31 | Чайник | 1 | 150000 | Заказ № 41\nКим Елена\n+998901230041\nг. Бухара, ул. Навои, 4 | 41 | Ким Елена | +998901230041 | г. Бухара, ул. Навои, 4',
        '5: 32 | Пиала | 6 | 25000',
        '6: Всего наименований 2, на сумму 300 000 сум',
        '10: 33 | Блюдо | 2 | 90000 | Заказ № 42\nЦой Андрей\n+998901230042\nг. Каган, ул. Мира, 9 | 42 | Цой Андрей | +998901230042 | г. Каган, ул. Мира, 9',
      ],
      issues: [
        ['reading.blanks', { count: 2 }],
        ['reading.blankNotes', { count: 1, rows: '7' }],
      ],
    });
  });

  it('say of another person’s details whose they are; the shop’s own stand further up', () => {
    const sheet = [
      ['ООО «Фарфор», г. Ташкент, +998712000000'],
      ['Заказ покупателя № 28 от 24 ноября 2026 г.'],
      null,
      ['Менеджер:', 'Олимова', 'Телефон:', '+998712000001'],
      ['Заказчик:', 'Ким Елена'],
      ['Телефон:', '+998901230028'],
      ['Товар', 'Кол-во', 'Цена'],
      ['Чайник', 1, 150000],
    ];
    expect(rowsOf(sheet)?.rows).toEqual([
      '1: ООО «Фарфор», г. Ташкент, +998712000000',
      '7: Товар | Кол-во | Цена | Менеджер | Менеджер / Телефон | Заказчик | Телефон',
      '8: Чайник | 1 | 150000 | Олимова | +998712000001 | Ким Елена | +998901230028 | Заказ покупателя № 28 от 24 ноября 2026 г.',
    ]);
  });

  it('may have the customer below the wares, where blank rows part them', () => {
    const below = (number: number, name: string, wares: readonly Row[]): Row[] => [
      ['Buyurtma №', number],
      ['Mahsulot ID', 'Soni', 'Narxi'],
      ...wares,
      ['Mijoz:', name],
      ['Telefon:', '90 123 44 01'],
    ];
    const sheet = [...below(41, 'Aliyev', [[31, 1, 150000]]), null, ...below(42, 'Karimova', [[33, 2, 90000]])];
    expect(rowsOf(sheet)?.rows).toEqual([
      '2: Mahsulot ID | Soni | Narxi | Buyurtma № | Mijoz | Telefon',
      '3: 31 | 1 | 150000 | 41 | Aliyev | 90 123 44 01',
      '9: 33 | 2 | 90000 | 42 | Karimova | 90 123 44 01',
    ]);
  });

  it('of an accounting report have sums in their lines, and may name no customer where each has a number', () => {
    const sheet = [
      ['Номенклатура', 'Количество', 'Сумма'],
      ['Заказ покупателя 2901 от 24.11.2026', 7, 300000],
      ['Чайник', 1, 150000],
      ['Пиала', 6, 150000],
      ['1) Заказ покупателя 2902 от 24.11.2026', 2, 180000],
      ['Блюдо', 2, 180000],
      ['-----'],
    ];
    expect(rowsOf(sheet)?.rows).toEqual([
      '1: Номенклатура | Количество | Сумма',
      '3: Чайник | 1 | 150000 | Заказ покупателя 2901 от 24.11.2026',
      '4: Пиала | 6 | 150000',
      '6: Блюдо | 2 | 180000 | Заказ покупателя 2902 от 24.11.2026',
    ]);
  });

  it('say the same in whatever sequence the columns of the wares stand, with one more or blank rows between blanks', () => {
    const wares = ['ID товара', 'Наименование', 'Цена', 'Кол-во', 'Склад'];
    const one: Readonly<Record<string, TestCell>> = {
      'ID товара': 301,
      Наименование: 'Рис',
      Цена: 95000,
      'Кол-во': 2,
      Склад: 'A',
    };
    const orders = (columns: readonly string[], gap: number): unknown => {
      const ware = columns.map((column) => one[column] ?? null);
      const blanks = [...head(771, 'Хасанов'), columns, ware, ...Array.from({ length: gap }, () => null)];
      const read = blankRows(tableOf([...blanks, ...head(772, 'Саидова'), columns, ware]));
      if (read === null) return null;
      const { table } = read;
      const cells = (index: number): string[] =>
        Array.from({ length: table.columnCount }, (_, column) => table.text(index, column));
      const [names = [], ...found] = Array.from({ length: table.rowCount }, (_, index) => cells(index));
      return found.map((texts) =>
        Object.fromEntries(names.flatMap((name, at) => (name === 'Склад' ? [] : [[name, texts[at]] as const]))),
      );
    };
    const plain = orders(wares.slice(0, 4), 1);
    expect(plain).toMatchObject([{ Получатель: 'Хасанов', 'ID товара': '301' }, { Получатель: 'Саидова' }]);
    fc.assert(
      fc.property(fc.shuffledSubarray(wares, { minLength: wares.length }), fc.nat({ max: 3 }), (columns, gap) => {
        expect(orders(columns, gap)).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });

  it.each<[string, readonly Row[]]>([
    [
      'customers of two rows above the wares',
      [
        ['Заказ', 'Клиент', 'Телефон'],
        [1, 'Ким Елена', '+998901230041'],
        [2, 'Цой Андрей', '+998901230042'],
        null,
        headings,
        [301, 'Рис', 1, 1, 1],
      ],
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
