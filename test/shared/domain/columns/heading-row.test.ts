import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findHeadingRow,
  isPriceRow,
  joinedHeadings,
  joinHeadings,
} from '../../../../shared/domain/columns/heading-row.ts';
import { readHeading } from '../../../../shared/domain/columns/name-match.ts';

const heading = ['Buyurtma ID', 'Mijoz', 'Telefon', 'Manzil'];
const row = ['1041', 'Karimova Aziza', '998901234501', 'Chilonzor 5-12'];

describe('the heading row', () => {
  test('is the first row of most files', () => {
    expect(findHeadingRow([heading, row, row])).toEqual({ index: 0, headingRowCount: 1 });
  });

  test('stands under titles, banners and the head of a print form', () => {
    expect(findHeadingRow([['Buyurtmalar roʻyxati', '', '', ''], ['', '', '', ''], heading, row])).toEqual({
      index: 2,
      headingRowCount: 1,
    });
    expect(
      findHeadingRow([
        ['Заказ покупателя № 15 от 20 ноября 2026 г.'],
        [''],
        ['Исполнитель:', 'ООО Сопол'],
        ['Заказчик:', 'Каримова Азиза'],
        ['Телефон:', '+998901234501'],
        [''],
        ['№', 'Артикул', 'Товары (работы, услуги)', 'Кол-во', 'Ед.', 'Цена', 'Скидка', 'Сумма'],
        ['1', 'CH-01', 'Чайник', '1', 'шт', '100', '', '100'],
        ['', '', '', '', '', '', 'Итого:', '100'],
      ]),
    ).toEqual({ index: 6, headingRowCount: 1 });
  });

  test('is no message, and no row with a phone in it', () => {
    const messages = [
      'Ism: Karimova Aziza Tel: 90 123 45 67',
      'Rahimov Sardor 93 234 56 62 Bobur 9',
      'Lola Bobur 9 uy 2 ta lagan',
    ];
    expect(findHeadingRow(messages.map((text) => [text]))).toBeUndefined();
  });

  test('is the first of several when it is repeated further down', () => {
    expect(findHeadingRow([['Title'], heading, row, heading, row])).toEqual({ index: 1, headingRowCount: 1 });
  });

  test('may be two rows: groups above, or parts below', () => {
    expect(
      findHeadingRow([
        ['Заказы', '', '', 'Покупатель', ''],
        ['Номер заказа', 'Название товара', 'Ваш SKU', 'ФИО', 'Телефон'],
        ['1', 'Чайник', 'CH', 'Каримова', '998901234501'],
      ]),
    ).toEqual({ index: 0, headingRowCount: 2 });
    expect(
      findHeadingRow([
        ['№', 'Mijoz', 'Manzil', '', 'Telefon'],
        ['', '', 'Viloyat', 'Tuman', ''],
        ['1', 'Ali', 'Buxoro', 'Olot', '998901234567'],
      ]),
    ).toEqual({ index: 0, headingRowCount: 2 });
  });

  test('may be two rows where the names of single columns are merged over both', () => {
    expect(
      findHeadingRow([
        ['№ заказа', 'Дата доставки', 'Получатель', '', '', 'Товар', ''],
        ['', '', 'ФИО', 'Телефон', 'Адрес', 'ID товара', 'Цена'],
        ['1', '25.11.2026', 'Ким', '901234501', 'Чиланзар', '17', '5'],
      ]),
    ).toEqual({ index: 0, headingRowCount: 2 });
    expect(
      findHeadingRow([
        ['Отчёт', '', 'Сопол', '', ''],
        ['', 'ФИО', 'Телефон', 'Адрес', 'Цена'],
        ['1', 'Ким', '901234501', 'Чиланзар', '5'],
      ]),
    ).toEqual({ index: 1, headingRowCount: 1 });
  });

  test('is not taken together with a title of two cells above it', () => {
    const headings = ['Buyurtma ID', 'Mijoz', 'Telefon', 'Manzil'];
    for (const title of [
      ['Kunlik roʻyxat', 'Sopol doʻkoni'],
      ['Buyurtmalar', 'noyabr', ''],
      ['Ҳисобот', '', '', 'Шерзод'],
      ['Отчёт за ноябрь', '', 'магазин Сопол'],
    ])
      expect([title, findHeadingRow([title, headings, row])]).toEqual([title, { index: 1, headingRowCount: 1 }]);
  });

  test('is not split by a first row of data with blank cells', () => {
    expect(
      findHeadingRow([
        ['Buyurtma ID', 'Mijoz', 'Telefon', 'Izoh', ''],
        ['1041', 'Karimova', '998901234501', '', 'tez'],
      ]),
    ).toEqual({ index: 0, headingRowCount: 1 });
    expect(
      findHeadingRow([
        ['Telefon', 'Mijoz', 'Holat'],
        ['', 'Karimova', 'Yangi'],
      ]),
    ).toEqual({ index: 0, headingRowCount: 1 });
  });

  test('may hold names that nobody knows', () => {
    expect(
      findHeadingRow([
        ['alpha', 'beta', 'gamma'],
        ['1', '2', '3'],
        ['4', '5', '6'],
      ]),
    ).toEqual({ index: 0, headingRowCount: 1 });
  });

  test('is missing where there are only values', () => {
    expect(
      findHeadingRow([
        ['1041', '998901234501', '95000'],
        ['1042', '998901234502', '50000'],
      ]),
    ).toBeUndefined();
    expect(
      findHeadingRow([
        ['Roʻyxat', '', ''],
        ['Ali', '998901234567', 'Chilonzor'],
        ['Vali', '998901234568', 'Olot'],
      ]),
    ).toBeUndefined();
    expect(findHeadingRow([])).toBeUndefined();
  });

  test('is found in any rows without throwing, inside them', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '1', 'Telefon', 'Mijoz', 'ID', 'Manzil'),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
        const found = findHeadingRow(rows);
        if (found) expect(found.index + found.headingRowCount).toBeLessThanOrEqual(rows.length);
      }),
    );
  });
});

describe('two heading rows as one', () => {
  test('headings that are broken over two rows go on below', () => {
    const upper = ['Номер', 'Фамилия,', 'Номер', 'Адрес', 'Коли-', 'Цена'];
    const lower = ['заказа', 'имя', 'телефона', '', 'чество', 'за шт.'];
    const found = findHeadingRow([
      ['Реестр'],
      upper,
      lower,
      ['4101', 'Ким Елена', '901234567', 'Мира, 1', '2', '90000'],
    ]);
    expect(found).toEqual({ index: 1, headingRowCount: 2, isBroken: true });
    expect(joinedHeadings(found ?? { index: 0, headingRowCount: 2 }, upper, lower)).toEqual([
      ...['Номер заказа', 'Фамилия, имя', 'Номер телефона', 'Адрес', 'Количество', 'Цена за шт.'],
    ]);
    // What is required says nothing of the headings.
    const required = ['Номер', 'ФИО', 'Телефон', 'Адрес'];
    expect(
      findHeadingRow([required, required.map(() => 'обязательно'), ['1', 'Ким', '901234567', 'Мира']]),
    ).toMatchObject({
      headingRowCount: 1,
    });
  });

  test('an upper name holds for the blank cells to its right', () => {
    expect(
      joinHeadings(['Заказы', '', '', 'Покупатель', ''], ['Номер заказа', 'Товар', 'SKU', 'ФИО', 'Телефон']),
    ).toEqual(['Заказы / Номер заказа', 'Заказы / Товар', 'Заказы / SKU', 'Покупатель / ФИО', 'Покупатель / Телефон']);
  });

  test('names without parts stay as they are', () => {
    expect(joinHeadings(['№', 'Manzil', '', 'Telefon'], ['', 'Viloyat', 'Tuman', ''])).toEqual([
      '№',
      'Manzil / Viloyat',
      'Manzil / Tuman',
      'Telefon',
    ]);
    expect(joinHeadings(['A'], ['A', ''])).toEqual(['A', '']);
  });
});

describe('a row of the wares’ prices below the headings', () => {
  test.each([
    [['', '', 'Цена →', '18000', '16 000', '42000 сум']],
    [['Narxi:', '', '18000', '', '16000']],
    [['', 'цена, сум', '18000', '16000']],
  ])('%j', (texts) => {
    expect(isPriceRow(texts)).toBe(true);
  });

  test.each([
    [['', '', 'Цена', 'Сумма', '18000']],
    [['', 'Цена →', '18000']],
    [['405', 'Цена →', '18000', '16000']],
    [['', 'Цена →', '10', '5']],
    [['', 'Итого', '18000', '16000']],
    [['', '', '']],
  ])('%j is none', (texts) => {
    expect(isPriceRow(texts)).toBe(false);
  });
});

test('no text of digits and their marks is a name that is known, so that the rows of values are not looked up', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\d\s.,:/+-]{0,14}$/), (text) => {
      const { matches, unsentKind, part } = readHeading(text);
      expect({ matches, unsentKind, part }).toEqual({ matches: [], unsentKind: undefined, part: undefined });
    }),
    { numRuns: 500 },
  );
});
