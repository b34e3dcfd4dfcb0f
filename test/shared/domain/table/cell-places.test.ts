/** Corrections follow their cells: every way there and back gives the same addresses, and no other cell is ever met. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noChoices } from '../../../../shared/domain/model/choices.ts';
import type { Edit } from '../../../../shared/domain/model/edits.ts';
import { rowInTable } from '../../../../shared/domain/model/sheet-rows.ts';
import { stackTables } from '../../../../shared/domain/sheets/stack-tables.ts';
import { cellPlacesOf, moveEdit, type CellPlaces } from '../../../../shared/domain/table/cell-places.ts';
import type { Table } from '../../../../shared/domain/table/table.ts';
import { tableOf } from '../../../support/table.ts';

const headings = ['Buyurtma raqami', 'F.I.Sh.', 'Telefon', 'Manzil', 'Viloyat', 'Mahsulot ID', 'Miqdor', 'Narx'];
/** A sheet of which every cell says where it stands; its columns in this order, below this many lines of a title. */
function sheetNamed(name: string, order: readonly number[], titles: number): Table {
  const title = Array.from({ length: titles }, (_, at) => [`${name} title ${at}`]);
  const rows = Array.from({ length: 3 }, (_, row) => order.map((column) => `${name} ${row} ${column}`));
  return tableOf([...title, order.map((column) => headings[column] ?? ''), ...rows], { sheet: name });
}

const sheets = fc.tuple(
  ...['Dushanba', 'Seshanba', 'Chorshanba'].map((name) =>
    fc
      .tuple(fc.shuffledSubarray([...headings.keys()], { minLength: headings.length }), fc.nat(2))
      .map(([order, titles]) => sheetNamed(name, order, titles)),
  ),
);
const choice = fc.subarray([0, 1, 2], { minLength: 1 });

function read(all: readonly Table[], chosen: readonly number[]): { table: Table; places: CellPlaces } {
  const [first, ...others] = chosen.flatMap((at) => all[at] ?? []);
  if (first === undefined) throw new Error('no sheet');
  const whole = [first, ...others].map((table, sheet) => ({ whole: table, range: null, sheet }));
  const table = others.length === 0 ? first : stackTables(whole, noChoices.headerRow).table;
  return { table, places: cellPlacesOf(table, others.length === 0 ? 'sheet' : 'list', null) };
}

describe('an edit of a cell', () => {
  it('is of the same cell after any change of sheets, or of none', () => {
    fc.assert(
      fc.property(sheets, choice, choice, fc.nat(40), fc.nat(7), (all, before, after, at, column) => {
        const [from, to] = [read(all, before), read(all, after)];
        const index = at % from.table.rowCount;
        const row = from.table.rowNumber(index);
        const edit: Edit = { kind: 'cells', cells: [{ row, column, text: 'x' }] };
        const moved = moveEdit(edit, from.places, to.places);
        const text = from.table.text(index, column);
        const isRead = after.some((sheet) => text.startsWith(`${all[sheet]?.sheet} `));
        if (text === '' || headings.includes(text)) return;
        expect(moved !== null).toBe(isRead);
        if (moved?.kind !== 'cells') return;
        const [cell] = moved.cells;
        expect(cell && to.table.text(to.table.indexOfRow(cell.row), cell.column)).toBe(text);
        expect(moveEdit(moved, to.places, from.places)).toEqual(edit);
      }),
    );
  });

  it('with a cell that is not read is as a whole of none', () => {
    const all = [sheetNamed('A', [...headings.keys()], 0), sheetNamed('B', [...headings.keys()], 1)];
    const [both, second] = [read(all, [0, 1]).places, read(all, [1]).places];
    const cells = [
      { row: 2, column: 1, text: 'x' },
      { row: rowInTable(1, 3), column: 1, text: 'y' },
    ];
    expect(moveEdit({ kind: 'cells', cells }, both, second)).toBeNull();
    expect(moveEdit({ kind: 'cells', cells: cells.slice(1) }, both, second)).toEqual({
      kind: 'cells',
      cells: [{ row: 3, column: 1, text: 'y' }],
    });
    expect(moveEdit({ kind: 'leaveOut', rows: [rowInTable(1, 4)], out: true }, both, second)).toEqual({
      kind: 'leaveOut',
      rows: [4],
      out: true,
    });
    // A row that was added is of the list, and of no sheet.
    const added = rowInTable(1, 6);
    for (const edit of [
      { kind: 'addRow', row: added, cells: [] },
      { kind: 'cells', cells: [{ row: added, column: 0, text: 'x' }] },
      { kind: 'leaveOut', rows: [added], out: true },
    ] satisfies Edit[])
      expect(moveEdit(edit, both, second)).toBeNull();
  });
});

describe('a table that no sheet has so', () => {
  const table = sheetNamed('A', [...headings.keys()], 0);
  const edit: Edit = { kind: 'cells', cells: [{ row: 2, column: 1, text: 'x' }] };

  it.each(['blanks', 'axes', 'messages', 'tables', 'tablePair'] as const)('has cells of its own: %s', (layout) => {
    const [shaped, plain] = [cellPlacesOf(table, layout, null), cellPlacesOf(table, 'sheet', null)];
    expect(moveEdit(edit, shaped, plain)).toBeNull();
    expect(moveEdit(edit, plain, shaped)).toBeNull();
    expect(moveEdit(edit, shaped, shaped)).toBe(edit);
  });

  it('with another delimiter has other columns', () => {
    expect(moveEdit(edit, cellPlacesOf(table, 'sheet', ';'), cellPlacesOf(table, 'sheet', ','))).toBeNull();
  });
});
