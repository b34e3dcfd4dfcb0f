/** A table gives the same cells, whether its texts were handed to it or are cut from the file's text when they are asked for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TableBuilder } from '../../../../shared/domain/table/table-builder.ts';
import {
  columnFromLetters,
  columnLetters,
  cellKindCode,
  type CellKind,
  type Table,
} from '../../../../shared/domain/table/table.ts';

interface Written {
  readonly column: number;
  readonly text: string;
  readonly isSlice: boolean;
}

function built(rows: readonly (readonly Written[])[], slices: boolean): Table {
  const source = rows
    .flat()
    .map(({ text }) => text)
    .join(';');
  const builder = new TableBuilder();
  let from = 0;
  rows.forEach((row, index) => {
    builder.startRow(index * 2 + 1);
    for (const { column, text, isSlice } of row) {
      if (slices && isSlice) builder.addSlice(column, cellKindCode.text, from, from + text.length);
      else builder.addCell(column, 'text', text);
      from += text.length + 1;
    }
  });
  return builder.build({ sheet: 'S' }, source);
}

function everything(table: Table): unknown {
  return Array.from({ length: table.rowCount }, (_, index) => {
    const cells: [number, CellKind, string][] = [];
    table.forEachCell(index, (column, kind, text) => cells.push([column, kind, text]));
    const byColumn = cells.map(([column]) => {
      const position = table.cellIndex(index, column);
      return [
        table.cell(index, column),
        table.kind(index, column),
        table.text(index, column),
        table.kindAt(position),
        table.rawValueAt(position),
      ];
    });
    return [table.rowNumber(index), cells, byColumn, table.text(index, 16_383), table.kind(index, 16_383)];
  });
}

describe('slices of the file’s text', () => {
  it('read like texts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
      fc.constantFrom('x'.repeat(65_535), 'y'.repeat(65_536)),
    );
    const row = fc
      .uniqueArray(fc.record({ column: fc.integer({ min: 0, max: 40 }), text, isSlice: fc.boolean() }), {
        maxLength: 6,
        selector: ({ column }) => column,
      })
      .map((cells) => cells.toSorted((a, b) => a.column - b.column));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const [sliced, plain] = [built(rows, true), built(rows, false)];
        expect(everything(sliced)).toEqual(everything(plain));
        expect([sliced.cellCount, sliced.columnCount]).toEqual([plain.cellCount, plain.columnCount]);
      }),
      { numRuns: 200 },
    );
  });

  it('stand beside numbers, of whatever size the table grows to', () => {
    const source = 'Ўқув';
    const builder = new TableBuilder();
    // The third of these cells is blank.
    const bounds = Uint32Array.of(1, 3, 0, 2, 4, 0, 3, 4);
    for (let row = 1; row <= 12_000; row++) {
      builder.startRow(row);
      builder.addCell(0, 'number', row);
      builder.addSlices(1, bounds, 4);
      builder.addCell(6, 'date', '46000.5');
    }
    const table = builder.build({ sheet: 'S' }, source);
    expect(table.cellCount).toBe(60_000);
    // Wherever a page grows and another begins.
    for (const index of [0, 1, 25, 26, 204, 205, 1638, 1639, 3275, 3276, 3277, 6552, 6553, 6554, 11_999]) {
      expect([table.text(index, 1), table.rawValueAt(table.cellIndex(index, 1)), table.kind(index, 1)]).toEqual([
        'қу',
        'қу',
        'text',
      ]);
      expect([table.text(index, 2), table.kind(index, 3), table.text(index, 4)]).toEqual(['Ўқ', 'empty', 'в']);
      expect([table.rawValueAt(table.cellIndex(index, 0)), table.kind(index, 0), table.cell(index, 6)]).toEqual([
        index + 1,
        'number',
        { kind: 'date', text: '46000.5' },
      ]);
    }
  });
});

describe('rows', () => {
  it('that get no cell leave no trace, and are not found', () => {
    const builder = new TableBuilder();
    for (const row of [1, 4, 7, 9]) {
      builder.startRow(row);
      if (row !== 4 && row !== 9) builder.addCell(2, 'text', `row ${row}`);
    }
    expect(builder.rowCount).toBe(2);
    const table = builder.build({ sheet: 'S' });
    expect([table.rowCount, table.rowNumber(0), table.rowNumber(1)]).toEqual([2, 1, 7]);
    expect([1, 4, 7, 8, 9].map((row) => table.indexOfRow(row))).toEqual([0, -1, 1, -1, -1]);
    expect([table.kind(0, 1), table.text(0, 1), table.text(5, 2)]).toEqual(['empty', '', '']);
  });
});

it('columns have the letters of Excel', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  expect(['a', 'XFD', 'XFE', '', 'A1', 'AAAA'].map(columnFromLetters)).toEqual([
    0,
    16_383,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
