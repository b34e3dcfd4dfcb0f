import { describe, expect, it } from 'vitest';
import { findTables } from '../../../../shared/domain/sheets/find-tables.ts';
import { rowInTable } from '../../../../shared/domain/model/sheet-rows.ts';
import { areOneList, stackTables } from '../../../../shared/domain/sheets/stack-tables.ts';
import { positionInFile, type Table } from '../../../../shared/domain/table/table.ts';
import { tableOf } from '../../../support/table.ts';

const one = ['Buyurtma raqami', 'Mijoz', 'Telefon', 'Viloyat', 'Manzil', 'Mahsulot ID', 'Soni', 'Narxi'];
const other = ['Buyurtma raqami', 'Telefon', 'Mijoz', 'Viloyat', 'Manzil', 'Mahsulot ID', 'Soni', 'Narxi', 'Izoh'];
const sheet = tableOf([
  ['Kuryer: Sanjar'],
  one,
  ['1', 'Karimova Aziza', '901234567', 'Buxoro viloyati', 'Navoiy 5', '7', '1', '5000'],
  null,
  ['Kuryer: Bahodir'],
  other,
  ['2', '911234567', 'Rahimov Sardor', 'Buxoro viloyati', 'Bobur 9', '8', '2', '6000', 'kechqurun'],
]);

const rowsOf = (table: Table) =>
  Array.from({ length: table.rowCount }, (_, index) => [
    table.rowName(index),
    ...Array.from({ length: table.columnCount }, (__, column) => table.text(index, column)),
  ]);

describe('tables of one list', () => {
  it('below each other are read as one: columns by their headings, rows under their numbers, lines between them kept', () => {
    const tables = findTables(sheet);
    expect(areOneList(tables)).toBe(true);
    const { table: stacked } = stackTables(tables.map(({ range }) => ({ whole: sheet, range, sheet: 0 })));
    expect(rowsOf(stacked)).toEqual([
      [1, 'Kuryer: Sanjar', '', '', '', '', '', '', '', ''],
      [2, ...one, 'Izoh'],
      [3, '1', 'Karimova Aziza', '901234567', 'Buxoro viloyati', 'Navoiy 5', '7', '1', '5000', ''],
      [5, 'Kuryer: Bahodir', '', '', '', '', '', '', '', ''],
      [7, '2', 'Rahimov Sardor', '911234567', 'Buxoro viloyati', 'Bobur 9', '8', '2', '6000', 'kechqurun'],
    ]);
  });

  it.each([
    ['with a column between them', [null], []],
    ['with nothing between them', [], []],
    ['with one more column', [], ['Izoh']],
  ])('stand beside each other, %s: the rows of the second are counted on', (_, between, more) => {
    const [first, second, third, fourth] = ['1', '2', '3', '4'].map((id) => [
      ...[id, 'Karimova Aziza', '901234567', 'Buxoro viloyati', 'Navoiy 5', '7', '1', '5000'],
    ]);
    const beside = tableOf([
      [...one, ...between, ...one, ...more],
      [...(first ?? []), ...between, ...(third ?? []), ...more],
      [...(second ?? []), ...between, ...(fourth ?? [])],
    ]);
    const tables = findTables(beside);
    expect(areOneList(tables)).toBe(true);
    const { table, countedOn } = stackTables(tables.map(({ range }) => ({ whole: beside, range, sheet: 0 })));
    const rows = Array.from({ length: table.rowCount }, (__, index) => [table.rowNumber(index), table.text(index, 0)]);
    expect(rows).toEqual([
      [1, 'Buyurtma raqami'],
      [2, '1'],
      [3, '2'],
      [5, '3'],
      [6, '4'],
    ]);
    expect(countedOn).toMatchObject([{ row: 2, here: 5 }]);
  });

  it('are not the further items of a row, however many columns each has', () => {
    const item = ['Mahsulot ID', 'Mahsulot', 'Rangi', 'Soni', 'Narxi'];
    const values = ['7', 'Choynak', 'oq', '1', '5000'];
    expect(
      findTables(
        tableOf([
          ['Buyurtma raqami', 'Mijoz', 'Telefon', ...item, ...item],
          ['1', 'Karimova', '901234567', ...values, ...values],
        ]),
      ),
    ).toEqual([]);
  });

  it('are not where a heading of one of them says thousands', () => {
    const row = ['1', 'Karimova Aziza', '901234567', 'Buxoro viloyati', 'Navoiy 5', '7', '1', '50'];
    const tables = (heading: string) =>
      findTables(tableOf([one, row, null, ['Ertaga'], one.with(7, heading), row.with(0, '2')]));
    expect(areOneList(tables('Narx'))).toBe(true);
    expect(areOneList(tables('Narxi, ming soʻm'))).toBe(false);
    expect(areOneList(tables('Цена, тыс.'))).toBe(false);
  });

  it('are not where one of them lists something else', () => {
    const prices = [
      ['Mahsulot', 'Narxi'],
      ['Choynak', '5000'],
      ['Piyola', '900'],
    ];
    const tables = findTables(
      tableOf([
        one,
        ...[['1', 'Karimova Aziza', '901234567', 'Buxoro viloyati', 'Navoiy 5', '7', '1', '5000']],
        null,
        ...prices,
      ]),
    );
    expect(areOneList(tables)).toBe(false);
  });
});

describe('sheets that list the same', () => {
  it('are none where the prices below the headings of wares differ', () => {
    const day = (prices: readonly string[]) =>
      tableOf([
        ['Buyurtma raqami', 'Mijoz', 'Telefon', 'Viloyat', 'Manzil', 'Choynak', 'Piyola'],
        ['Narxi →', '', '', '', '', ...prices],
        ['1', 'Karimova Aziza', '901234567', 'Buxoro viloyati', 'Navoiy 5', '1', '2'],
        ['2', 'Rahimov Sardor', '911234567', 'Buxoro viloyati', 'Bobur 9', '', '3'],
        ['3', 'Usmonova Lola', '931234567', 'Buxoro viloyati', 'Bobur 7', '2', ''],
      ]);
    const unlikeOf = (...prices: string[]) =>
      stackTables([day(['150000', '20000']), day(prices)].map((whole, sheet) => ({ whole, range: null, sheet })))
        .unlike;
    expect(unlikeOf('150000', '20000')).toBe(null);
    expect(unlikeOf('150000', '25000')).toMatchObject({ kind: 'price', sheet: 1, heading: 'Piyola' });
  });

  it('are none where a further item would lose its price', () => {
    const start = ['Buyurtma raqami', 'Mijoz', 'Telefon', 'Viloyat', 'Manzil', 'Mahsulot ID', 'Soni'];
    const row = ['1', 'Karimova Aziza', '901234567', 'Buxoro viloyati', 'Navoiy 5', '17', '2', '5000'];
    const days = [
      tableOf([[...start, 'Sotuv narxi'], row]),
      tableOf([
        [...start, 'Narx', 'Mahsulot ID 2', 'Soni 2', 'Narx 2'],
        [...row.with(0, '2'), '18', '1', '7000'],
      ]),
    ];
    const { unlike } = stackTables(days.map((whole, sheet) => ({ whole, range: null, sheet })));
    expect(unlike).toMatchObject({ kind: 'field', sheet: 1 });
  });

  it('have their columns by what each is, each of two under one heading by its turn', () => {
    const values = ['901234567', 'Karimova Aziza', 'Buxoro viloyati', 'Navoiy 5'];
    const names = ['Telefon', 'Mijoz', 'Viloyat', 'Manzil'];
    const wares = ['Mahsulot ID', 'Soni', 'Narxi'];
    const days = [
      tableOf([
        ['Buyurtma raqami', ...names, ...wares, ...wares],
        ['1', ...values, '7', '1', '5000', '8', '2', '900'],
      ]),
      // «ID» is the order here; its further wares stand where those of the first sheet do.
      tableOf([
        ['ID', ...names, ...wares, ...wares],
        ['2', ...values, '9', '3', '700', '10', '1', '4000'],
      ]),
    ];
    const { table, unlike } = stackTables(days.map((whole, sheet) => ({ whole, range: null, sheet })));
    expect(unlike).toBe(null);
    expect(rowsOf(table).at(-1)?.slice(1)).toEqual(['2', ...values, '9', '3', '700', '10', '1', '4000']);
  });

  const monday = tableOf([one, ['1', 'Karimova Aziza', '901234567', 'Buxoro viloyati', 'Navoiy 5', '7', '1', '5000']], {
    sheet: '01.12',
  });
  const tuesday = tableOf(
    [
      ['02.12.2030 uchun'],
      other,
      ['2', '911234567', 'Rahimov Sardor', 'Buxoro viloyati', 'Bobur 9', '8', '2', '6000', 'kechqurun'],
      ['', '', '', '', '', '9', '1', '7000'],
    ],
    {
      sheet: '02.12',
      hiddenRows: [4],
      merged: [
        { firstRow: 3, lastRow: 4, firstColumn: 1, lastColumn: 1 },
        { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 3 },
      ],
    },
  );
  const { table: stacked } = stackTables([
    { whole: monday, range: null, sheet: 0 },
    { whole: tuesday, range: null, sheet: 1 },
  ]);

  it('are read as one: columns by their headings, every row with its sheet’s name and its number there', () => {
    expect(rowsOf(stacked)).toEqual([
      ['01.12!1', ...one, 'Izoh'],
      ['01.12!2', '1', 'Karimova Aziza', '901234567', 'Buxoro viloyati', 'Navoiy 5', '7', '1', '5000', ''],
      ['02.12!1', '02.12.2030 uchun', '', '', '', '', '', '', '', ''],
      ['02.12!3', '2', 'Rahimov Sardor', '911234567', 'Buxoro viloyati', 'Bobur 9', '8', '2', '6000', 'kechqurun'],
      ['02.12!4', '', '', '', '', '', '9', '1', '7000', ''],
    ]);
  });

  it('know where a cell stands in the file, and what each sheet says of its rows', () => {
    expect(positionInFile(stacked, rowInTable(1, 3), 2)).toEqual({ sheet: '02.12', row: 3, column: 1 });
    expect(positionInFile(stacked, 2, 2)).toEqual({ sheet: '01.12', row: 2, column: 2 });
    expect(stacked.hiddenRows).toEqual([rowInTable(1, 4)]);
    expect(stacked.merged).toEqual([
      { firstRow: rowInTable(1, 3), lastRow: rowInTable(1, 4), firstColumn: 2, lastColumn: 2 },
    ]);
    expect(stacked.stacked.map(({ firstIndex, firstDataIndex }) => [firstIndex, firstDataIndex])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});
