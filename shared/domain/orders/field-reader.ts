/** Reads one field from the columns that feed it: joined cells, merged cells, the constant behind them. */
import type { Field } from '../fields.ts';
import { emptyCell, type Cell } from '../table.ts';
import type { Parsed, Remark } from '../values/parsed.ts';
import type { EditedTable } from './edited-table.ts';
import type { MergedCells } from './merged-cells.ts';

export interface FieldReaderOptions<T> {
  readonly field: Field;
  readonly columns: readonly number[];
  /** Stands in for blank cells and for a missing column; parsed like a cell. */
  readonly constant: string | undefined;
  /** Whether a cell merged over several rows counts for all of them (order-level fields and the order id). */
  readonly merged: MergedCells | null;
  /** Keep what texts were parsed to; for fields whose values repeat. */
  readonly repeats: boolean;
  parse(cell: Cell): Parsed<T>;
}

/** Different texts kept per field; beyond that values hardly repeat. */
const keptTexts = 20_000;

export class FieldReader<T> {
  readonly field: Field;
  readonly columns: readonly number[];
  /** The column that issues and fixes name; null without a column. */
  readonly column: number | null;
  /** The parsed constant; null where there is none, or where it was refused. */
  readonly constant: { readonly value: T } | null;
  /** What is to be said of the constant: once per file. */
  readonly constantRemarks: readonly Remark[];
  readonly #table: EditedTable;
  readonly #merged: MergedCells | null;
  readonly #parse: (cell: Cell) => Parsed<T>;
  readonly #kept: Map<string, Parsed<T>> | null;

  constructor(table: EditedTable, options: FieldReaderOptions<T>) {
    this.field = options.field;
    this.columns = options.columns;
    this.column = options.columns[0] ?? null;
    this.#table = table;
    const merged = options.merged;
    this.#merged = merged !== null && options.columns.some((column) => merged.hasColumn(column)) ? merged : null;
    this.#parse = options.parse;
    this.#kept = options.repeats ? new Map() : null;
    const parsed: Parsed<T> = options.constant === undefined ? { kind: 'blank' } : options.parse({ kind: 'text', text: options.constant });
    this.constant = parsed.kind === 'value' ? { value: parsed.value } : null;
    this.constantRemarks = parsed.kind === 'value' ? parsed.remarks : parsed.kind === 'refusal' ? [parsed.remark] : [];
  }

  /** Whether anything at all gives this field a value. */
  get fed(): boolean {
    return this.column !== null || this.constant !== null;
  }

  /** The cells of the row as one; blank where no column feeds the field. */
  cell(index: number): Cell {
    if (this.columns.length === 1) return this.#own(index, this.columns[0] ?? 0);
    if (this.columns.length === 0) return emptyCell;
    const filled: Cell[] = [];
    for (const column of this.columns) {
      const cell = this.#own(index, column);
      if (cell.kind !== 'empty' && cell.text.trim() !== '') filled.push(cell);
    }
    if (filled.length <= 1) return filled[0] ?? emptyCell;
    if (this.field === 'scheduled_at' && filled.every(({ kind }) => kind === 'date' || kind === 'number')) {
      // A date column and a time column: days and a part of a day.
      return { kind: 'date', text: String(filled.reduce((sum, { text }) => sum + Number(text), 0)) };
    }
    return { kind: 'text', text: filled.map(({ text }) => text).join(this.field === 'address' ? ', ' : ' ') };
  }

  /** What the file or the edits hold, for comparing rows without parsing. */
  text(index: number): string {
    if (this.columns.length === 1 && this.#merged === null) return this.#table.text(index, this.columns[0] ?? 0);
    return this.cell(index).text;
  }

  /** What a cell of this field says. */
  parse(cell: Cell): Parsed<T> {
    return this.#parse(cell);
  }

  /** What the row's cells say; the constant is not looked at. */
  read(index: number): Parsed<T> {
    const cell = this.cell(index);
    const kept = this.#kept;
    if (kept === null || cell.kind !== 'text') return this.#parse(cell);
    const known = kept.get(cell.text);
    if (known !== undefined) return known;
    const parsed = this.#parse(cell);
    if (kept.size < keptTexts) kept.set(cell.text, parsed);
    return parsed;
  }

  #own(index: number, column: number): Cell {
    const cell = this.#table.cell(index, column);
    if (this.#merged === null || cell.kind !== 'empty' || this.#table.isEdited(index, column)) return cell;
    const cover = this.#merged.coverOf(this.#table.rowNumber(index), column);
    if (cover === undefined) return cell;
    const anchor = this.#table.file.indexOfRow(cover.firstRow);
    return anchor < 0 ? cell : this.#table.cell(anchor, column);
  }
}
