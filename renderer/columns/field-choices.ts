/** The choices in a column's menu: likely fields first, then all; searched by their names in every language. */
import { columnFields, isField, isOrderField, type ColumnField } from '../../shared/domain/model/fields.ts';
import { languages } from '../../shared/messages/translator.ts';
import { wordsOf } from '../words/words.ts';

export interface FieldCandidate {
  readonly field: ColumnField;
  readonly confidence: number;
  /** Other shops' files answered so for a column with this heading. */
  readonly elsewhere?: boolean;
}

export interface FieldGroups {
  readonly likely: readonly ColumnField[];
  readonly orderFields: readonly ColumnField[];
  readonly itemFields: readonly ColumnField[];
  /** Fields that are not sent but looked up in the product table. */
  readonly lookupFields: readonly ColumnField[];
}

/** Least probability of a candidate that is listed at the top. */
const LIKELY = 0.2;
const MOST_LIKELY = 3;

/** @param candidates best first; what other shops answered is among the likely ones, whatever the values say */
export function fieldGroups(candidates: readonly FieldCandidate[], search: string): FieldGroups {
  const found = columnFields.filter((field) => matches(field, search));
  const likely = candidates
    .filter(({ field, confidence, elsewhere }) => (elsewhere || confidence >= LIKELY) && found.includes(field))
    .slice(0, MOST_LIKELY)
    .map(({ field }) => field);
  return {
    likely,
    orderFields: found.filter((field) => isOrderField(field) && !likely.includes(field)),
    itemFields: found.filter((field) => isField(field) && !isOrderField(field) && !likely.includes(field)),
    lookupFields: found.filter((field) => !isField(field) && !likely.includes(field)),
  };
}

function matches(field: ColumnField, search: string): boolean {
  const wanted = folded(search);
  if (wanted === '') return true;
  return (
    folded(field).includes(wanted) ||
    languages.some((language) => folded(wordsOf(language).t(`field.${field}`)).includes(wanted))
  );
}

/** The text for searching: without case, apostrophes, dots, underscores and spaces. */
function folded(text: string): string {
  return text.toLowerCase().replaceAll(/[ʻʼ‘’'`._\s]/g, '');
}

/** The letters of the columns mapped to each field. */
export function columnsByField(
  columns: readonly { readonly field: ColumnField | null; readonly letters: string }[],
): ReadonlyMap<ColumnField, readonly string[]> {
  const byField = new Map<ColumnField, string[]>();
  for (const { field, letters } of columns) {
    if (field) byField.set(field, [...(byField.get(field) ?? []), letters]);
  }
  return byField;
}

export type Confidence = 'chosen' | 'sure' | 'likely' | 'guess';

/** How sure the app is of a column's field, as a key of the screen's words. */
export function confidenceOf({
  chosen,
  confidence,
}: {
  readonly chosen: boolean;
  readonly confidence: number;
}): Confidence {
  if (chosen) return 'chosen';
  if (confidence >= 0.9) return 'sure';
  return confidence >= 0.6 ? 'likely' : 'guess';
}

/** Drops the empty columns before the table, if it does not begin in the sheet's first one. */
export function withoutLeadingBlanks<C extends { readonly heading: string; readonly filledCount: number }>(
  columns: readonly C[],
): readonly C[] {
  const first = columns.findIndex(({ heading, filledCount }) => heading !== '' || filledCount > 0);
  return first < 1 ? columns : columns.slice(first);
}
