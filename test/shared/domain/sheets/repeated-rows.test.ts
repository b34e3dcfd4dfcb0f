/** Rows that stand on several sheets of one list: counted once for each further sheet, and whose they are. */
import { describe, expect, it } from 'vitest';
import { interpretColumns } from '../../../../shared/domain/columns/column-plan.ts';
import { noChoices } from '../../../../shared/domain/model/choices.ts';
import { findRepeatedRows } from '../../../../shared/domain/sheets/repeated-rows.ts';
import { stackTables } from '../../../../shared/domain/sheets/stack-tables.ts';
import { tableOf } from '../../../support/table.ts';

const headings = ['Mijoz', 'Telefon', 'Viloyat', 'Manzil', 'Mahsulot ID', 'Soni', 'Narxi'];
const row = (nth: number): string[] => [
  ...['Karimova Aziza', `+99890123450${nth}`, 'Buxoro viloyati', `Navoiy ${nth}`],
  ...['7', '1', '50000'],
];

function found(sheets: Readonly<Record<string, readonly (readonly string[])[]>>, numbered = false) {
  let id = 0;
  const withNumber = (cells: readonly string[], at: number): readonly string[] =>
    numbered ? [at === 0 ? 'Buyurtma raqami' : String(++id), ...cells] : cells;
  const tables = Object.entries(sheets).map(([sheet, rows]) => tableOf([headings, ...rows].map(withNumber), { sheet }));
  const { table } = stackTables(tables.map((whole, sheet) => ({ whole, range: null, sheet })));
  return findRepeatedRows(table, interpretColumns(table, noChoices));
}

describe('rows on several sheets', () => {
  it('are none where each is once, also twice on one sheet', () => {
    expect(found({ a: [row(1), row(1), row(2)], b: [row(3), row(4)] })).toBe(null);
  });

  it('name the sheet that sums up the others, wherever it stands', () => {
    const days = { a: [row(1), row(2)], b: [row(3)] };
    const all = [row(3), row(1), row(2)];
    expect(found({ ...days, all })).toMatchObject({ count: 3, sheet: { name: 'all', count: 3 } });
    expect(found({ all, ...days })).toMatchObject({ count: 3, sheet: { name: 'all', count: 3 } });
    // A copy: the later one.
    expect(found({ a: [row(1), row(2)], copy: [row(1), row(2)] })?.sheet?.name).toBe('copy');
  });

  it('are an example where they are few', () => {
    const few = { a: [row(1), row(2), row(3)], b: [row(4), row(2), row(5)] };
    expect(found(few)).toEqual({ count: 1, example: ['a!3', 'b!3'], sheet: null });
  });

  it('are known by their numbers where they have some', () => {
    expect(found({ a: [row(1), row(2)], b: [row(1), row(2)] }, true)).toBe(null);
  });
});
