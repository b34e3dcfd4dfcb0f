import { describe, expect, it } from 'vitest';
import { findTables } from '../../../../shared/domain/sheets/find-tables.ts';
import { areOneList, stackTables } from '../../../../shared/domain/sheets/stack-tables.ts';
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

describe('tables of one list', () => {
  it('below each other are read as one: columns by their headings, rows under their numbers, lines between them kept', () => {
    const tables = findTables(sheet);
    expect(areOneList(tables)).toBe(true);
    const { table: stacked } = stackTables(sheet, tables);
    const rows = Array.from({ length: stacked.rowCount }, (_, index) => [
      stacked.rowNumber(index),
      ...Array.from({ length: stacked.columnCount }, (__, column) => stacked.text(index, column)),
    ]);
    expect(rows).toEqual([
      [1, 'Kuryer: Sanjar', '', '', '', '', '', '', '', ''],
      [2, ...one, 'Izoh'],
      [3, '1', 'Karimova Aziza', '901234567', 'Buxoro viloyati', 'Navoiy 5', '7', '1', '5000', ''],
      [5, 'Kuryer: Bahodir', '', '', '', '', '', '', '', ''],
      [7, '2', 'Rahimov Sardor', '911234567', 'Buxoro viloyati', 'Bobur 9', '8', '2', '6000', 'kechqurun'],
    ]);
  });

  it.each([
    ['with a column between them', [null]],
    ['with nothing between them', []],
  ])('stand beside each other, %s: the rows of the second are counted on', (_, between) => {
    const [first, second, third, fourth] = ['1', '2', '3', '4'].map((id) => [
      ...[id, 'Karimova Aziza', '901234567', 'Buxoro viloyati', 'Navoiy 5', '7', '1', '5000'],
    ]);
    const beside = tableOf([
      [...one, ...between, ...one],
      [...(first ?? []), ...between, ...(third ?? [])],
      [...(second ?? []), ...between, ...(fourth ?? [])],
    ]);
    const tables = findTables(beside);
    expect(areOneList(tables)).toBe(true);
    const { table, countedOn } = stackTables(beside, tables);
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
