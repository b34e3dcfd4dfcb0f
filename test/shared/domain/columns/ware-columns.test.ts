/** Wares that are columns: what is taken as a matrix of products, and what is not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpretedSheet } from '../../../support/interpreted-sheet.ts';

const customers = [
  ['№ заявки', 'Клиент', 'Телефон', 'Область', 'Адрес'],
  ['811', 'Маркет «Орзу»', '+998914072385', 'Бухарская область', 'г. Бухара, ул. Навои, 11'],
  ['812', 'Магазин «Умид»', '+998936815509', 'Бухарская область', 'г. Гиждуван, ул. Навои, 72'],
] as const;

/** Headings of the columns that are taken as wares, beside the customers' columns. */
function wares(...columns: readonly (readonly [heading: string, first: string, second: string])[]): string[] {
  const { plan } = interpretedSheet(customers.map((row, at) => [...row, ...columns.map((column) => column[at] ?? '')]));
  return plan.wares.map((column) => plan.columns[column]?.heading ?? '');
}

describe('wares that are columns', () => {
  it('are columns of pieces side by side under headings of no field', () => {
    expect(wares(['Чай чёрный 100 г', '24', '48'], ['Кофе 50 г', '12', ''], ['Сахар 1 кг', '40', '0'])).toEqual([
      'Чай чёрный 100 г',
      'Кофе 50 г',
      'Сахар 1 кг',
    ]);
    expect(wares(['Non, dona', '10', '20'], ['Somsa, dona', '5', ''])).toEqual(['Non, dona', 'Somsa, dona']);
  });

  it('leave the sum of their pieces alone', () => {
    expect(wares(['Чай', '2', '4'], ['Кофе', '1', ''], ['Всего шт', '3', '4'])).toEqual(['Чай', 'Кофе']);
  });

  it('are none where a column tells product, quantity or price', () => {
    const pieces = [
      ['Рулон', '1', '2'],
      ['Короб', '3', '4'],
    ] as const;
    expect(wares(...pieces, ['Товар', 'Чай', 'Кофе'])).toEqual([]);
    expect(wares(...pieces, ['Количество', '2', '3'])).toEqual([]);
    expect(wares(...pieces, ['Ххх', '150000', '90000'])).toEqual([]);
  });

  it('are not one column alone, nor floors and entrances', () => {
    expect(wares(['Чай', '2', '4'])).toEqual([]);
    expect(wares(['Подъезд', '2', '4'], ['Этаж', '3', '5'])).toEqual([]);
  });

  it('stand wherever they stand, in any number', () => {
    const word = fc.constantFrom('Чай', 'Нон', 'Гуруч', 'Ёғ', 'Kofe', 'Shakar', 'Makaron', 'Рис');
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 1, max: 400 }),
        (all, pieces) => {
          const long = all.map((name) => `${name} 500 г`);
          expect(wares(...long.map((name, at) => [name, String(pieces + at), ''] as const))).toEqual(long);
        },
      ),
      { numRuns: 40 },
    );
  });
});
