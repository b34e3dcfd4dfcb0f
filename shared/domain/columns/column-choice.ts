/** Applies the choice of a field for a column to a batch's choices. */
import type { Choices } from '../model/choices.ts';
import type { ColumnField } from '../model/fields.ts';

/** Fields that may be joined from several columns; every other field comes from one. */
const joinedFields: ReadonlySet<ColumnField> = new Set(['full_name', 'address', 'scheduled_at']);

/**
 * The choices with this column decided. A joined field keeps its earlier columns and the new one comes last; any other
 * field is taken from the column that had it (which is guessed again).
 */
export function withColumnChoice(choices: Choices, column: number, field: ColumnField | null): Choices {
  const others = choices.columns.filter(
    (decided) => decided.column !== column && (field === null || joinedFields.has(field) || decided.field !== field),
  );
  return { ...choices, columns: [...others, { column, field }] };
}
