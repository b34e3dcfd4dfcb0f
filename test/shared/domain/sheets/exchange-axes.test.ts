/** Sheets with the fields one below the other and an order in each column (docs/reading.md, «Which table»). */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { exchangeAxes } from '../../../../shared/domain/sheets/exchange-axes.ts';
import { tableOf, type TestCell } from '../../../support/table.ts';

type Row = readonly TestCell[];

const fields: Row[] = [
  ['№ заказа', 2401, 2402],
  ['ФИО:', 'Ким Елена', 'Цой Андрей'],
  ['Телефон', '+998901232401', null],
  ['Адрес', 'ул. Навои, 4', 'ул. Мира, 9'],
  ['Код товара', 31, 33],
  ['Кол-во', 1, 2],
  ['Комментарий', null, 'позвонить'],
];

function rowsOf(rows: readonly (Row | null)[]) {
  const read = exchangeAxes(tableOf(rows));
  if (read === null) return null;
  const { table } = read;
  return Array.from({ length: table.rowCount }, (_, index) => {
    const texts = Array.from({ length: table.columnCount }, (__, column) => table.text(index, column));
    return [table.rowNumber(index), ...texts];
  });
}

describe('columns of orders', () => {
  it('become rows with the numbers of their columns; titles and blank fields stay out', () => {
    const read = exchangeAxes(tableOf([['Заказы на завтра'], ...fields, ['Подпись', null, null]]));
    expect(rowsOf([['Заказы на завтра'], ...fields, ['Подпись', null, null]])).toEqual([
      [1, '№ заказа', 'ФИО:', 'Телефон', 'Адрес', 'Код товара', 'Кол-во', 'Комментарий'],
      [2, '2401', 'Ким Елена', '+998901232401', 'ул. Навои, 4', '31', '1', ''],
      [3, '2402', 'Цой Андрей', '', 'ул. Мира, 9', '33', '2', 'позвонить'],
    ]);
    expect(read?.table.cell(1, 0)).toEqual({ kind: 'number', text: '2401' });
    expect(read?.issues.map(({ code, params }) => [code, params])).toEqual([
      ['reading.axesExchanged', { count: 2, first: 'B', last: 'C', row: 2 }],
    ]);
  });

  it.each<[string, readonly Row[]]>([
    ['orders below each other', [fields.map(([name = '']) => name), fields.map((texts) => texts[1] ?? null)]],
    ['a single order', fields.map((texts) => texts.slice(0, 2))],
    ['few known names', [...fields.slice(0, 3), ['Рост', 1, 2], ['Вес', 1, 2], ['Цвет', 'a', 'b'], ['Сорт', 1, 2]]],
  ])('are none: %s', (_, rows) => {
    expect(rowsOf(rows)).toBeNull();
  });

  it('stay the same orders in whatever sequence the fields stand, with blank rows between them', () => {
    const orders = (rows: readonly (Row | null)[]): unknown => {
      const [names = [], ...found] = rowsOf(rows) ?? [];
      return found.map((cells) =>
        Object.fromEntries(names.slice(1).map((name, at) => [String(name), cells[at + 1]] as const)),
      );
    };
    const gaps = fc.array(fc.nat({ max: fields.length }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.shuffledSubarray(fields, { minLength: fields.length }), gaps, (shuffled, blanks) => {
        const spaced: (Row | null)[] = [...shuffled];
        for (const at of blanks) spaced.splice(at, 0, null);
        expect(orders(spaced)).toEqual(orders(fields));
      }),
    );
  });
});
