/** Issues about the file as a whole, and the questions among them, each with its answers. */
import type { ColumnField, Field } from '../model/fields.ts';
import type { Answer, Fix, Issue, Params, Severity } from '../model/issues.ts';
import type { ColumnGuess } from '../model/mapping.ts';
import type { RulesChange } from '../model/rules.ts';
import type { Cell } from '../table/table.ts';
import type { OrderBook } from '../orders/order-book.ts';

/** Rows that are looked at for what a column shows as a whole. */
export const sampledRows = 500;

export function fileIssue(severity: Severity, code: string, params: Params = {}, more: { readonly field?: ColumnField; readonly fix?: Fix; readonly answers?: readonly Answer[] } = {}): Issue {
  return { code, severity, scope: 'file', params, ...more };
}

/** A question: the first answer is the one that is proposed. */
export function question(severity: Severity, code: string, params: Params, field: ColumnField, answers: readonly Answer[]): Issue {
  const [proposed] = answers;
  return fileIssue(severity, code, params, { field, ...(proposed === undefined ? {} : { fix: proposed.fix, answers }) });
}

export function byRules(answer: string, rules: RulesChange, typed?: Answer['typed']): Answer {
  return { fix: { kind: 'setRules', answer, rules }, ...(typed === undefined ? {} : { typed }) };
}

export function byColumn({ column, heading }: Pick<ColumnGuess, 'column' | 'heading'>, field: ColumnField | null, rules?: RulesChange): Answer {
  return { fix: { kind: 'setColumn', column, heading, field, ...(rules === undefined ? {} : { rules }) } };
}

/** The column beside those that feed the field already. */
export function byJoining({ column, heading }: Pick<ColumnGuess, 'column' | 'heading'>, field: ColumnField): Answer {
  return { fix: { kind: 'setColumn', column, heading, field, joins: true } };
}

export function byConstant(field: Field, text: string, typed?: Answer['typed']): Answer {
  return { fix: { kind: 'setConstant', field, text }, ...(typed === undefined ? {} : { typed }) };
}

/** Cells of the column in the first rows below the headings, with the edits laid over them; blank ones are left out. */
export function* sampleOf({ input, firstIndex }: OrderBook, column: number): Generator<Cell> {
  const end = Math.min(input.table.rowCount, firstIndex + sampledRows);
  for (let index = firstIndex; index < end; index++) {
    const cell = input.table.cell(index, column);
    if (cell.kind !== 'empty' && cell.text.trim() !== '') yield cell;
  }
}
