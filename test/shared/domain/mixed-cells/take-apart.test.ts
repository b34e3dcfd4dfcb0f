import { describe, expect, it } from 'vitest';
import { interpretColumns } from '../../../../shared/domain/columns/column-plan.ts';
import { takeApart } from '../../../../shared/domain/mixed-cells/take-apart.ts';
import { noChoices } from '../../../../shared/domain/model/choices.ts';
import { columnName, positionInFile, type Table } from '../../../../shared/domain/table/table.ts';
import { tableOf, type TestCell } from '../../../support/table.ts';

const apart = (rows: readonly (readonly TestCell[] | null)[]): ReturnType<typeof takeApart> =>
  takeApart(tableOf(rows), (table) => {
    const { headerIndex, firstDataIndex, mapping } = interpretColumns(table, noChoices);
    return { headerIndex, firstDataIndex, columns: mapping.columns };
  });

const textsOf = (table: Table, index: number): string[] =>
  Array.from({ length: table.columnCount }, (_, column) => table.text(index, column));

const rest = ['25.11.2026 10:00', '11', '1', '90000'];
const restHeadings = ['Yetkazish sanasi', 'Mahsulot ID', 'Soni', 'Narxi'];

describe('cells that hold several things', () => {
  it('get columns of their own after the sheet’s, which are judged like others', () => {
    const taken = apart([
      ['Buyurtma', 'Mijoz', ...restHeadings],
      ['601', 'Karimova Aziza, 90 123 45 61, Urgut t., Navoiy 5', ...rest],
      ['602', 'Rahimov Sardor, 93 234 56 62, Samarqand sh., Bobur 9', ...rest],
    ]);
    const table = taken?.table;
    if (!table) throw new Error('not taken apart');
    expect(textsOf(table, 0).slice(6)).toEqual(['F.I.Sh.', 'Telefon', 'Manzil']);
    expect(textsOf(table, 2).slice(6)).toEqual(['Rahimov Sardor', '93 234 56 62', 'Samarqand sh., Bobur 9']);
    const { columns } = interpretColumns(table, noChoices);
    expect(columns.map(({ field }) => field)).toEqual([
      'order_id',
      null,
      'scheduled_at',
      'client_product_id',
      'quantity',
      'price',
      'full_name',
      'phone',
      'address',
    ]);
    expect(columns[1]?.reason.code).toBe('takenApart');
    expect(columnName(table, 7)).toBe('B·2');
    expect(positionInFile(table, 2, 7)).toEqual({ sheet: 'Orders', row: 2, column: 1 });
  });

  it('are known among lines between the orders, and headings that come again', () => {
    const headings = ['Mijoz', ...restHeadings];
    const taken = apart([
      headings,
      ['Karimova Aziza 90 123 45 61 Toshkent sh. Chilonzor 5', ...rest],
      ['Rahimov Sardor, 93 234 56 62, Samarqand sh., Bobur 9', ...rest],
      null,
      ['Olib ketish:'],
      headings,
      ['Mamatova Gavhar 90 766 11 21 Zomin t. Navoiy 3', ...rest],
    ]);
    expect(taken && textsOf(taken.table, 0).slice(5)).toEqual(['F.I.Sh.', 'Telefon', 'Manzil']);
  });

  it('are known where one of them lacks its phone, which stays blank', () => {
    const more = ['Urgut t.', ...rest];
    const headings = ['Buyurtma', "Mijoz ma'lumotlari", 'Manzil', ...restHeadings];
    const named = apart([
      headings,
      ['601', "Go'zal, 90 184 26 37", ...more],
      ['602', 'Bahodir Sobirov', ...more],
      ['603', 'Intizor Matkarimova 97 730 58 12', ...more],
    ]);
    expect(named && textsOf(named.table, 0).slice(7)).toEqual(['F.I.Sh.', 'Telefon']);
    expect(named && textsOf(named.table, 2).slice(7)).toEqual(['Bahodir Sobirov', '']);
    const addressed = apart([
      ['Buyurtma', 'Mijoz', ...restHeadings],
      ['601', 'Karimova Aziza, 90 123 45 61, Urgut t., Navoiy 5', ...rest],
      ['602', 'Rahimov Sardor, Samarqand sh., Bobur 9', ...rest],
      ['603', 'Aliyeva Zuhra, 93 234 56 62, Samarqand sh., Bobur 9', ...rest],
    ]);
    expect(addressed && textsOf(addressed.table, 2).slice(6)).toEqual(['Rahimov Sardor', '', 'Samarqand sh., Bobur 9']);
    // Names among which one has a phone are names.
    expect(
      apart([
        headings,
        ['601', "Go'zal Aliyeva", ...more],
        ['602', 'Bahodir Sobirov', ...more],
        ['603', 'Intizor Matkarimova 97 730 58 12', ...more],
      ]),
    ).toBeNull();
  });

  it('are left as they are where a person said so', () => {
    const table = apart([
      ['Buyurtma', 'Mijoz', ...restHeadings],
      ['601', 'Karimova Aziza, 90 123 45 61, Urgut t., Navoiy 5', ...rest],
    ])?.table;
    if (!table) throw new Error('not taken apart');
    const { columns } = interpretColumns(table, { ...noChoices, rules: { ...noChoices.rules, mixedCells: 'asIs' } });
    expect(columns.slice(6).map(({ field, reason }) => [field, reason.code])).toEqual([
      [null, 'notTakenApart'],
      [null, 'notTakenApart'],
      [null, 'notTakenApart'],
    ]);
  });

  it('give only what the sheet lacks; what is left over is said', () => {
    const taken = apart([
      ['Buyurtma', 'Mijoz', 'Manzil', ...restHeadings],
      ['601', 'Karimova Aziza 90 123 45 61, domofon ishlamaydi', 'Urgut t., Navoiy 5', ...rest],
    ]);
    expect(taken && textsOf(taken.table, 0).slice(7)).toEqual(['F.I.Sh.', 'Telefon', 'Izoh']);
    expect(taken?.issues).toMatchObject([
      { code: 'reading.partLeft', severity: 'warning', row: 2, column: 1, params: { rest: 'domofon ishlamaydi' } },
    ]);
  });

  it('are none where the sheet has a column for each of them', () => {
    expect(
      apart([
        ['Buyurtma', 'Ism', 'Telefon', 'Manzil', 'Izoh', ...restHeadings],
        [
          '601',
          'Karimova Aziza',
          '90 123 45 61',
          'Navoiy 5, tel 91 123 45 67',
          'Tel: 91 123 45 67, Ism: Lola',
          ...rest,
        ],
        ['602', 'Rahimov Sardor', '90 123 45 62', 'Bobur 9, tel 91 123 45 68', 'Tel: 91 123 45 68, Ism: Olim', ...rest],
      ]),
    ).toBeNull();
  });
});
