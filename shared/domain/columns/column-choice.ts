/** What choosing a field for a column means for the choices that were made before. */
import type { Choices } from '../model/choices.ts';
import type { ColumnField } from '../model/fields.ts';

/** Fields whose values are put together from several columns; each other field comes from one. */
const joinedFields: ReadonlySet<ColumnField> = new Set(['full_name', 'address', 'scheduled_at']);

/**
 * The choices with the column decided. A field that is not put together from several columns leaves the column that was
 * chosen for it before (that one is guessed again); a field that is keeps it, and the new column comes last.
 */
export function withColumnChoice(choices: Choices, column: number, field: ColumnField | null): Choices {
  const others = choices.columns.filter(
    (decided) => decided.column !== column && (field === null || joinedFields.has(field) || decided.field !== field),
  );
  return { ...choices, columns: [...others, { column, field }] };
}
