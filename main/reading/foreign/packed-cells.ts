/** Packs the cells of a table for another process: a flat list of numbers and texts, as JSON. */
import { cellKinds, type Table } from '../../../shared/domain/table/table.ts';
import type { CellCollector } from '../cells.ts';

/** Cells in one message: a fraction of a second's work, so that cancelling is possible in between. */
const cellsInAPart = 20_000;

/**
 * Parts of `[row, cells, column, kind, held, column, kind, held, …, row, cells, …]`: rows as Excel shows them, columns
 * from 0, kinds as their place in {@link cellKinds}. JSON keeps a number's shortest digits and every text without loss.
 */
export function* packCells(table: Table): Generator<string, void, undefined> {
  let part: (number | string)[] = [];
  let cells = 0;
  for (let index = 0; index < table.rowCount; index++) {
    const place = part.push(table.rowNumber(index), 0) - 1;
    let inRow = 0;
    table.forEachCell(index, (column, kind) => {
      part.push(column, cellKinds.indexOf(kind), table.rawValueAt(table.cellIndex(index, column)));
      inRow++;
    });
    part[place] = inRow;
    cells += inRow;
    if (cells < cellsInAPart) continue;
    yield JSON.stringify(part);
    part = [];
    cells = 0;
  }
  if (part.length > 0) yield JSON.stringify(part);
}

/** Adds the cells of a part; returns their number of rows. @throws RangeError where the part is malformed */
export function unpackCells(part: string, cells: CellCollector): number {
  const list: unknown = JSON.parse(part);
  if (!Array.isArray(list)) throw new RangeError('no list of cells');
  let rows = 0;
  for (let at = 0; at < list.length; rows++) {
    const row = wholeNumber(list[at]);
    const end = at + 2 + wholeNumber(list[at + 1]) * 3;
    if (row === 0 || end > list.length) throw new RangeError('a row that is cut');
    for (at += 2; at < end; at += 3) {
      const kind = cellKinds[wholeNumber(list[at + 1])];
      const held: unknown = list[at + 2];
      if (kind === undefined || (typeof held !== 'string' && typeof held !== 'number')) throw new RangeError('no cell');
      const column = wholeNumber(list[at]);
      // The library has numbers as numbers: one that is written as a text was given the zeros of its format.
      if (kind === 'number' && typeof held === 'string') cells.addWithZeros(row, column, held);
      else cells.add(row, column, kind, held);
    }
  }
  return rows;
}

function wholeNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw new RangeError('no whole number');
  return value;
}
