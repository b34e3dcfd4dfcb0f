/** A file's table under a person's edits: the file's own cells never change, added rows keep their numbers. */
import { describe, expect, it } from 'vitest';
import { EditedTable } from '../../../../shared/domain/table/edited-table.ts';
import { tableOf, type TestCell } from '../../../support/table.ts';

const edited = (
  rows: readonly (readonly TestCell[] | null)[] = [['id', 'narx'], ['a', 5000], null, ['b', '']],
  facts: Parameters<typeof tableOf>[1] = {},
) => new EditedTable(tableOf(rows, facts));

describe('a text laid over a cell', () => {
  it('is what the cell holds, as if typed, and the file keeps its own', () => {
    const table = edited();
    expect(table.setOverride(1, 1, '7000')).toBeUndefined();
    expect(table.cell(1, 1)).toEqual({ kind: 'text', text: '7000' });
    expect([table.text(1, 1), table.rawValue(1, 1), table.rowTexts(1)]).toEqual(['7000', '7000', ['a', '7000']]);
    expect(table.file.cell(1, 1)).toEqual({ kind: 'number', text: '5000' });
    expect(table.rawValue(2, 1)).toBe('');
  });

  it('clears it where it is empty, and is taken away again', () => {
    const table = edited();
    table.setOverride(1, 0, '');
    expect([table.cell(1, 0).kind, table.text(1, 0), table.isEdited(1, 0)]).toEqual(['empty', '', true]);
    const texts: string[] = [];
    table.forEachText(1, (text) => texts.push(text));
    expect(texts).toEqual(['5000']);
    expect(table.setOverride(1, 0, undefined)).toBe('');
    expect([table.text(1, 0), table.isEdited(1, 0), table.isRowEdited(1)]).toEqual(['a', false, false]);
  });

  it('belongs to its own cell, in the last column too', () => {
    const table = edited([[...Array.from({ length: 16_384 }, (_, at) => `c${at}`)], ['x']]);
    table.setOverride(0, 16_383, 'last');
    expect(table.text(0, 16_383)).toBe('last');
    expect(table.text(1, 0)).toBe('x');
    expect([...table.overrides()]).toEqual([{ index: 0, column: 16_383, text: 'last' }]);
    expect([table.isRowEdited(0), table.isRowEdited(1)]).toEqual([true, false]);
  });
});

describe('an added row', () => {
  it('has a number beyond the file’s last, which it keeps when it comes back', () => {
    const table = edited();
    expect([table.rowCount, table.added.nextNumber]).toEqual([3, 5]);
    table.added.add(3);
    table.added.add(4);
    table.setOverride(4, 0, 'yangi');
    expect([3, 4].map((index) => table.rowNumber(index))).toEqual([5, 6]);
    expect(table.indexOfRow(6)).toBe(4);
    table.added.remove(3);
    expect([table.hasRow(3), table.indexOfRow(5), table.indexOfRow(6), table.rowNumber(4)]).toEqual([false, -1, 4, 6]);
    expect(table.added.nextNumber).toBe(7);
    table.added.add(3);
    expect([table.hasRow(3), table.indexOfRow(5), table.added.indices]).toEqual([true, 3, [3, 4]]);
  });

  it('is none of the file’s, and blank but for what is laid over it', () => {
    const table = edited();
    table.added.add(3);
    expect([table.isAdded(2), table.isAdded(3)]).toEqual([false, true]);
    expect(table.rowTexts(3)).toEqual(['', '']);
    table.setOverride(3, 1, '9000');
    expect([table.rowTexts(3), table.cell(3, 0).kind]).toEqual([['', '9000'], 'empty']);
    expect(table.overridesOfRow(3)).toEqual([{ column: 1, text: '9000' }]);
  });

  it('stands below a merged cell that reaches beyond the last row', () => {
    const merged = [{ firstRow: 2, lastRow: 9, firstColumn: 0, lastColumn: 0 }];
    expect(edited(undefined, { merged }).added.nextNumber).toBe(10);
  });

  it('is not taken for a blank row of the file', () => {
    const table = edited();
    expect([table.indexOfRow(3), table.indexOfRow(4), table.indexOfRow(5)]).toEqual([-1, 2, -1]);
  });
});
