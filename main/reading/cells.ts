/** Collects the cells of a sheet into a table, and applies the same limits to every reader. */
import type { Issue } from '../../shared/domain/model/issues.ts';
import { TableBuilder } from '../../shared/domain/table/table-builder.ts';
import {
  cellKinds,
  columnLetters,
  type CellKind,
  type SourceText,
  type Table,
  type SheetFacts,
} from '../../shared/domain/table/table.ts';
import { limits } from './limits.ts';
import { readingIssue, readingRefusal } from './refusal.ts';

interface LateCell {
  readonly row: number;
  readonly column: number;
  readonly kind: CellKind;
  readonly held: string | number;
}

const outOfOrder = 'Slices come in the order of the sheet.';

/** Row numbers as Excel shows them, columns 0-based. Cells may come in any order; of two at one address the last counts. */
export class CellCollector {
  readonly issues: Issue[] = [];
  readonly #builder = new TableBuilder();
  #row = 0;
  #column = -1;
  /** Cells that came after a cell with a later address: sorted in at the end. */
  #late: LateCell[] = [];
  #longCells = 0;
  #uncalculated = 0;
  #firstUncalculated: { readonly row: number; readonly column: number } | undefined;
  /** Numbers that are held with the zeros of their format: their columns, and the first of them. */
  #withZeros = 0;
  readonly #columnsWithZeros = new Set<number>();
  #firstWithZeros = '';

  /** `held` as {@link TableBuilder.addCell} takes it. A text without a visible character is no cell. */
  add(row: number, column: number, kind: CellKind, held: string | number): void {
    if (this.#advance(row, column, typeof held === 'string' ? held.length : 0))
      this.#builder.addCell(column, kind, held);
    else this.#addLate({ row, column, kind, held });
  }

  /** Whether a cell at this address comes after all that were added: only then it may be a slice. */
  isNext(row: number, column: number): boolean {
    return row > this.#row || (row === this.#row && column > this.#column);
  }

  /** A cell that {@link isNext}, and whose text is the part from `from` to before `to` of the source that {@link build} gets. */
  addSlice(row: number, column: number, kindCode: number, from: number, to: number): void {
    if (!this.#advance(row, column, to - from)) throw new Error(outOfOrder);
    this.#builder.addSlice(column, kindCode, from, to);
  }

  /** A number whose shortest decimal form is exactly what the file holds; quicker than {@link add}. */
  addNumber(row: number, column: number, kindCode: number, value: number): void {
    if (this.#advance(row, column, 0)) this.#builder.addNumber(column, kindCode, value);
    else this.#addLate({ row, column, kind: cellKinds[kindCode] ?? 'number', held: value });
  }

  /**
   * Text cells that follow each other in a row and are slices; quicker than one by one. `bounds`: start and end of each of
   * the `count` cells; end 0 for a blank one, which is no cell. Returns the number of cells up to the last that is not
   * blank.
   */
  addSlices(row: number, column: number, bounds: Uint32Array, count: number): number {
    let filled = 0;
    for (let index = 0; index < count; index++) {
      const end = bounds[index * 2 + 1] ?? 0;
      if (end === 0) continue;
      filled = index + 1;
      const characters = end - (bounds[index * 2] ?? 0);
      if (characters > limits.cellCharacters) this.#noteLongCell(row, column + index, characters);
    }
    if (filled === 0) return 0;
    if (!this.#advance(row, column + filled - 1, 0)) throw new Error(outOfOrder);
    this.#builder.addSlices(column, bounds, filled);
    return filled;
  }

  /** Moves on to the cell; false where its address is before the last one's. */
  #advance(row: number, column: number, characters: number): boolean {
    if (row > limits.rows || column >= limits.columns)
      throw readingRefusal('reading.beyondSheet', { address: `${columnLetters(column)}${row}` });
    if (characters > limits.cellCharacters) this.#noteLongCell(row, column, characters);
    if (row > this.#row) {
      // Checked once per row: one row more does no harm.
      if (this.#builder.cellCount > limits.cells) throw readingRefusal('reading.tooManyCells', { limit: limits.cells });
      this.#builder.startRow(row);
      this.#row = row;
    } else if (row < this.#row || column <= this.#column) {
      return false;
    }
    this.#column = column;
    return true;
  }

  /** A formula for which the file holds no result. */
  addUncalculated(row: number, column: number): void {
    this.#uncalculated++;
    this.#firstUncalculated ??= { row, column };
    this.add(row, column, 'uncalculated', '');
  }

  /** A number with the zeros that its format shows before it: they are part of a code, and change no quantity. */
  addWithZeros(row: number, column: number, shown: string): void {
    if (this.#withZeros++ === 0) this.#firstWithZeros = shown;
    this.#columnsWithZeros.add(column);
    this.add(row, column, 'number', shown);
  }

  /** Non-empty rows so far. */
  get rowCount(): number {
    return this.#builder.rowCount;
  }

  /** `source`: the text that slices are of. */
  build(facts: Partial<SheetFacts> & { readonly sheet: string }, source: SourceText = ''): Table {
    if (this.#uncalculated > 0) {
      this.issues.push(
        readingIssue(
          'reading.uncalculated',
          'warning',
          'file',
          { count: this.#uncalculated },
          this.#firstUncalculated ?? {},
        ),
      );
    }
    if (this.#withZeros > 0) this.issues.push(this.#zerosIssue());
    const table = this.#builder.build(facts, source);
    return this.#late.length === 0 ? table : merge(table, this.#late, facts);
  }

  #zerosIssue(): Issue {
    const columns = [...this.#columnsWithZeros].sort((a, b) => a - b);
    const shown = this.#firstWithZeros;
    return readingIssue(
      'reading.shownZeros',
      'notice',
      'file',
      {
        count: this.#withZeros,
        columns: columns.map(columnLetters).join(', '),
        columnCount: columns.length,
        shown,
        held: shown.replace(/^0+/, ''),
      },
      { column: columns[0] ?? 0 },
    );
  }

  #addLate(cell: LateCell): void {
    if (this.#late.length >= limits.lateCells) throw readingRefusal('reading.brokenWorkbook');
    this.#late.push(cell);
  }

  #noteLongCell(row: number, column: number, characters: number): void {
    if (++this.#longCells > limits.longCells)
      throw readingRefusal('reading.tooManyLongCells', { limit: limits.cellCharacters });
    this.issues.push(
      readingIssue('reading.longCell', 'error', 'cell', { characters, limit: limits.cellCharacters }, { row, column }),
    );
  }
}

function merge(
  table: Table,
  late: readonly LateCell[],
  facts: Partial<SheetFacts> & { readonly sheet: string },
): Table {
  const rows = new Map<number, Map<number, LateCell>>();
  const put = (cell: LateCell): void => {
    const cells = rows.get(cell.row);
    if (cells) cells.set(cell.column, cell);
    else rows.set(cell.row, new Map([[cell.column, cell]]));
  };
  // Only the rows that late cells fall into are taken apart; the others are copied as they are.
  for (const row of new Set(late.map((cell) => cell.row))) {
    const index = table.indexOfRow(row);
    if (index >= 0) table.forEachCell(index, (column, kind, held) => put({ row, column, kind, held }));
  }
  for (const cell of late) put(cell);

  const builder = new TableBuilder();
  const mergedRows = [...rows.keys()].sort((a, b) => a - b);
  const addMerged = (row: number): void => {
    builder.startRow(row);
    const cells = [...(rows.get(row) ?? new Map<number, LateCell>()).values()].sort((a, b) => a.column - b.column);
    for (const cell of cells) builder.addCell(cell.column, cell.kind, cell.held);
  };
  let next = 0;
  for (let index = 0; index < table.rowCount; index++) {
    const row = table.rowNumber(index);
    for (; next < mergedRows.length && (mergedRows[next] ?? 0) <= row; next++) addMerged(mergedRows[next] ?? 0);
    if (rows.has(row)) continue;
    builder.startRow(row);
    table.forEachCell(index, (column, kind, held) => builder.addCell(column, kind, held));
  }
  for (; next < mergedRows.length; next++) addMerged(mergedRows[next] ?? 0);
  return builder.build(facts);
}

/** Whether a text, or a part of it, shows nothing: only spaces of ASCII and no-break spaces. */
export function isBlank(text: string, from = 0, to = text.length): boolean {
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index);
    if (code !== 32 && code !== 160 && (code < 9 || code > 13)) return false;
  }
  return true;
}
