/** Finds the merged range over a cell: a blank cell within it takes the value of the range's first row. */
import type { Table } from './table.ts';

interface MergedRowSpan {
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Ranges that span several rows, by the column of the cell with the value. Rows as Excel shows them. */
export class MergedCells {
  readonly #byColumn = new Map<number, MergedRowSpan[]>();

  constructor(table: Table) {
    for (const range of table.merged) {
      if (range.lastRow <= range.firstRow) continue;
      const covers = this.#byColumn.get(range.firstColumn);
      const cover = { firstRow: range.firstRow, lastRow: range.lastRow };
      if (covers) covers.push(cover);
      else this.#byColumn.set(range.firstColumn, [cover]);
    }
    for (const covers of this.#byColumn.values()) covers.sort((a, b) => a.firstRow - b.firstRow);
  }

  hasColumn(column: number): boolean {
    return this.#byColumn.has(column);
  }

  /** The range that covers `row` in `column`, or undefined. A sheet's ranges do not overlap. */
  spanAt(row: number, column: number): MergedRowSpan | undefined {
    const covers = this.#byColumn.get(column);
    if (!covers) return undefined;
    let low = 0;
    let high = covers.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const cover = covers[middle];
      if (cover === undefined) return undefined;
      if (row < cover.firstRow) high = middle - 1;
      else if (row > cover.lastRow) low = middle + 1;
      else return cover;
    }
    return undefined;
  }
}
