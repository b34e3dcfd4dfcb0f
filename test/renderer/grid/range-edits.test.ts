import { describe, expect, it } from 'vitest';
import { clearEdit, fillDownEdit, pasteEdit, pasteSize } from '../../../renderer/grid/range-edits.ts';
import type { Range } from '../../../renderer/grid/selection.ts';
import { gridColumns as columns, rowView } from './rows.ts';

const rows = [
  rowView(7, ['Karimova', '90 111', 'Buxoro']),
  rowView(8, ['Aliyev', '90 222', { text: 'Toshkent shahri', rawText: 'Тошкент' }]),
  rowView(9, ['Nazarov', '', 'Navoiy']),
];
const range = (top: number, bottom: number, left: number, right: number): Range => ({ top, bottom, left, right });

describe('cleared', () => {
  it('clears what holds something', () => {
    expect(clearEdit(rows, range(0, 2, 2, 3), columns).cells).toEqual([
      { row: 7, column: 1, text: '' },
      { row: 7, column: 2, text: '' },
      { row: 8, column: 1, text: '' },
      { row: 8, column: 2, text: '' },
      { row: 9, column: 2, text: '' },
    ]);
  });

  it('passes over orders that can no longer be changed, and says which', () => {
    const locked = rowView(8, ['Aliyev'], { editable: false, state: 'accepted' });
    const edit = clearEdit([rowView(7, ['Karimova']), locked], range(0, 1, 1, 1), columns);
    expect(edit.cells).toEqual([{ row: 7, column: 0, text: '' }]);
    expect(edit.lockedRow).toBe(locked);
  });

  it('passes over columns that the sheet does not have', () => {
    expect(clearEdit(rows.slice(0, 1), range(0, 0, 0, 1), columns).cells).toEqual([{ row: 7, column: 0, text: '' }]);
  });
});

describe('filledDown', () => {
  it('writes what the first row holds, not what is shown of it', () => {
    expect(fillDownEdit(rows.slice(1), range(1, 2, 3, 3), columns).cells).toEqual([
      { row: 9, column: 2, text: 'Тошкент' },
    ]);
  });
});

describe('pasted', () => {
  it('puts the copy at the range’s top left, whatever the range', () => {
    expect(
      pasteEdit(rows, range(0, 0, 1, 1), columns, [
        ['A', 'B'],
        ['C', 'D'],
      ]).cells,
    ).toEqual([
      { row: 7, column: 0, text: 'A' },
      { row: 7, column: 1, text: 'B' },
      { row: 8, column: 0, text: 'C' },
      { row: 8, column: 1, text: 'D' },
    ]);
  });

  it('fills the range with a single cell, and tiles whole multiples', () => {
    expect(pasteEdit(rows, range(0, 2, 3, 3), columns, [['Andijon']]).cells.map(({ row }) => row)).toEqual([7, 8, 9]);
    expect(pasteSize([['a'], ['b']], range(0, 3, 1, 2))).toEqual({ height: 4, width: 2 });
    expect(pasteSize([['a'], ['b']], range(0, 2, 1, 1))).toEqual({ height: 2, width: 1 });
  });

  it('counts what has no place', () => {
    const edit = pasteEdit(rows.slice(2), range(2, 2, 3, 3), columns, [
      ['x', 'y'],
      ['z', 'w'],
    ]);
    expect(edit.cells).toEqual([{ row: 9, column: 2, text: 'x' }]);
    expect(edit.outsideCount).toBe(2);
  });

  it('changes nothing where the cell holds it already', () => {
    expect(pasteEdit(rows.slice(1), range(1, 1, 3, 3), columns, [['Тошкент']]).cells).toEqual([]);
  });
});
