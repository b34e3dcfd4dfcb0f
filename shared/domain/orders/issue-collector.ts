/** Collects the issues of one order, with their places. */
import type { ColumnField } from '../fields.ts';
import type { Fix, Issue, Params, Severity } from '../issues.ts';
import type { Remark } from '../values/parsed.ts';
import type { EditedTable } from './edited-table.ts';

/** The part of a field's reader that a place needs. */
export interface Source {
  readonly field: ColumnField;
  readonly column: number | null;
  readonly columns: readonly number[];
}

const none: readonly Issue[] = [];
/** Different values, rows of each and characters of each that a sentence names. */
const shownVariants = 4;
const shownText = 60;

export class IssueCollector {
  readonly #table: EditedTable;
  readonly #orderId: string;
  #issues: Issue[] | null = null;
  hasError = false;

  constructor(table: EditedTable, orderId: string) {
    this.#table = table;
    this.#orderId = orderId;
  }

  get issues(): readonly Issue[] {
    return this.#issues ?? none;
  }

  /** Says something of the cell in the row at `index` that feeds the field; of the order where no column does. */
  cell(index: number, source: Source, severity: Severity, code: string, params: Params, fix?: Fix): void {
    const row = this.#table.rowNumber(index);
    const place = source.column === null ? { scope: 'order', row } as const : { scope: 'cell', row, column: source.column } as const;
    this.add({ code, severity, ...place, field: source.field, orderId: this.#orderId, params, ...(fix === undefined ? {} : { fix }) });
  }

  /** Like {@link cell}, with a text that would settle it: offered where one cell alone feeds the field. */
  suggestion(index: number, source: Source, severity: Severity, code: string, params: Params, text: string | undefined): void {
    const column = source.columns.length === 1 ? source.column : null;
    const fix = text === undefined || column === null ? undefined : ({ kind: 'setCell', row: this.#table.rowNumber(index), column, text } as const);
    this.cell(index, source, severity, code, params, fix);
  }

  remark(index: number, source: Source, remark: Remark): void {
    this.suggestion(index, source, remark.severity, remark.code, remark.params, remark.suggestion);
  }

  /** Says something of the order as a whole; `index` is its first row. */
  order(index: number, severity: Severity, code: string, params: Params, fix?: Fix): void {
    this.add({ code, severity, scope: 'order', row: this.#table.rowNumber(index), orderId: this.#orderId, params, ...(fix === undefined ? {} : { fix }) });
  }

  /** The rows of one order say different things: names them, and offers one text for the rows that say otherwise. */
  conflict(index: number, source: Source, variants: readonly { readonly text: string; readonly indices: readonly number[] }[], offer: { readonly text: string; readonly indices: readonly number[] }, code = 'orders.conflict'): void {
    const rowsOf = (indices: readonly number[]) => indices.map((at) => this.#table.rowNumber(at));
    const shown = variants.slice(0, shownVariants).map(({ text, indices }) => `${rowsOf(indices).slice(0, shownVariants).join(', ')}: «${text.slice(0, shownText)}»`);
    const column = source.columns.length === 1 ? source.column : null;
    const fix = column === null ? undefined : ({ kind: 'setCells', cells: rowsOf(offer.indices).map((row) => ({ row, column })), text: offer.text } as const);
    this.cell(index, source, 'error', code, { field: source.field, values: shown.join('; '), count: variants.length, text: offer.text.slice(0, shownText) }, fix);
  }

  add(issue: Issue): void {
    (this.#issues ??= []).push(issue);
    if (issue.severity === 'error') this.hasError = true;
  }
}
