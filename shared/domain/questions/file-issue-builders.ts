/** Builds issues about the file as a whole, among them questions with their answers. */
import type { ColumnField, Field } from '../model/fields.ts';
import type { QuestionAnswer, Fix, Issue, Params, Severity } from '../model/issues.ts';
import type { ColumnGuess } from '../model/mapping.ts';
import type { RulesChange } from '../model/rules.ts';
import type { Cell } from '../table/table.ts';
import type { OrderBook } from '../orders/order-book.ts';
import { fold } from '../values/fold.ts';

/** Rows sampled to characterise a column. */
export const maxSampledRows = 500;

export function fileIssue(
  severity: Severity,
  code: string,
  params: Params = {},
  more: { readonly field?: ColumnField; readonly fix?: Fix; readonly answers?: readonly QuestionAnswer[] } = {},
): Issue {
  return { code, severity, scope: 'file', params, ...more };
}

/** A question: an issue with answers, of which the first is proposed. */
export function questionIssue(
  severity: Severity,
  code: string,
  params: Params,
  field: ColumnField,
  answers: readonly QuestionAnswer[],
): Issue {
  const [proposed] = answers;
  return fileIssue(severity, code, params, {
    field,
    ...(proposed === undefined ? {} : { fix: proposed.fix, answers }),
  });
}

export function answerByRules(
  answer: string,
  rules: RulesChange,
  inputKind?: QuestionAnswer['inputKind'],
): QuestionAnswer {
  return { fix: { kind: 'setRules', answer, rules }, ...(inputKind === undefined ? {} : { inputKind }) };
}

export function answerByColumn(
  { column, called }: Pick<ColumnGuess, 'column' | 'called'>,
  field: ColumnField | null,
  rules?: RulesChange,
): QuestionAnswer {
  return {
    fix: {
      kind: 'setColumn',
      column,
      heading: called,
      field,
      ...(rules === undefined ? {} : { rules }),
    },
  };
}

/** An answer that adds the column to those of the field. */
export function answerByJoining(
  { column, called }: Pick<ColumnGuess, 'column' | 'called'>,
  field: ColumnField,
): QuestionAnswer {
  return { fix: { kind: 'setColumn', column, heading: called, field, joins: true } };
}

export function answerByConstant(field: Field, text: string, inputKind?: QuestionAnswer['inputKind']): QuestionAnswer {
  return { fix: { kind: 'setConstant', field, text }, ...(inputKind === undefined ? {} : { inputKind }) };
}

/** The column's non-blank cells in the first rows below the headings, with edits applied. */
export function* sampleCells({ input, firstDataIndex }: OrderBook, column: number): Generator<Cell> {
  const end = Math.min(input.table.rowCount, firstDataIndex + maxSampledRows);
  for (let index = firstDataIndex; index < end; index++) {
    const cell = input.table.cell(index, column);
    if (cell.kind !== 'empty' && cell.text.trim() !== '') yield cell;
  }
}

/** Unmapped columns that might be this field; those first that other shops answered so, else in the file's order. */
export function candidateColumns(book: OrderBook, field: ColumnField): ColumnGuess[] {
  return book.input.plan.columns
    .filter((guess) => guess.field === null && guess.candidates.some((candidate) => candidate.field === field))
    .toSorted((a, b) => Number(isAnsweredElsewhere(book, b, field)) - Number(isAnsweredElsewhere(book, a, field)));
}

/** Whether another shop's files take a column under this heading for the field: that decides nothing here, it only orders. */
export function isAnsweredElsewhere({ input }: OrderBook, { heading }: ColumnGuess, field: ColumnField): boolean {
  return input.answeredElsewhere?.get(fold(heading))?.has(field) === true;
}

/** How much speaks for taking the column for the field, 0 to 1. */
export function candidateScore({ candidates }: ColumnGuess, field: ColumnField): number {
  return candidates.find((candidate) => candidate.field === field)?.confidence ?? 0;
}
