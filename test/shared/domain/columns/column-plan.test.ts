/** What becomes of a file's columns when a person says what one is (docs/domain.md, «How a column is judged»). */
import { expect, it } from 'vitest';
import { interpretedSheet } from '../../../support/interpreted-sheet.ts';

const rows = [
  ['Заказ', 'Клиент', 'Куда', 'Адрес', 'Телефон', 'Телефон клиента'],
  ['53', 'Нормуродов Шерали', 'Юг', 'г. Шахрисабз, ул. Улугбека 1', '901234567', '911234567'],
  ['54', 'Хегай Виталий', 'Столица', 'ул. Мукими 7, кв. 18', '901234568', '911234568'],
];
const fields = (column?: number, field: 'region' | null = null) => {
  const choices = column === undefined ? [] : [{ column, field }];
  return interpretedSheet(rows, { columns: choices }).plan.columns.map((guess) => guess.field);
};

it('the column that was second to it takes its field', () => {
  expect(fields()[2]).toBe('address');
  expect(fields(2, 'region').slice(2, 4)).toEqual(['region', 'address']);
});

it('but not where it is said to be nothing', () => {
  const [first] = fields().flatMap((field, column) => (field === 'phone' ? [column] : []));
  expect(fields(first, null)).not.toContain('phone');
});
