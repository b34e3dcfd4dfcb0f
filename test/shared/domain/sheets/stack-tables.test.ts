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

describe('tables of one list below each other', () => {
  it('are read as one: columns by their headings, rows under their numbers, lines between them kept', () => {
    const tables = findTables(sheet);
    expect(areOneList(tables)).toBe(true);
    const stacked = stackTables(sheet, tables);
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
