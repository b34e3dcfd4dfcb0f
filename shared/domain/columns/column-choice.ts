/** Applies the choice of a field for a column to a batch's choices. */
import type { Choices } from '../model/choices.ts';
import type { ColumnGuess } from '../model/mapping.ts';
import { readHeading } from './name-match.ts';
import type { ColumnField } from '../model/fields.ts';

/** Fields that may be joined from several columns; every other field comes from one. */
const joinedFields: ReadonlySet<ColumnField> = new Set(['full_name', 'address', 'scheduled_at']);

/**
 * The choices with this column decided. A joined field keeps its earlier columns and the new one comes last; any other
 * field is taken from the column that had it (which is guessed again).
 * @param columns as they are taken now: a note, a landmark or a second phone joins the address, also one that was guessed
 */
export function withColumnChoice(
  given: Choices,
  column: number,
  field: ColumnField | null,
  columns: readonly Pick<ColumnGuess, 'column' | 'heading' | 'field'>[] = [],
): Choices {
  const choices = joinsField(columns, column, field) ? withDecided(given, columns, field) : given;
  const others = choices.columns.filter(
    (decided) => decided.column !== column && (field === null || joinedFields.has(field) || decided.field !== field),
  );
  return { ...choices, columns: [...others, { column, field }] };
}

/** Whether the column is one with a meaning of its own, which is no field: it cannot be meant to take the field's place. */
function joinsField(
  columns: readonly Pick<ColumnGuess, 'column' | 'heading'>[],
  column: number,
  field: ColumnField | null,
): boolean {
  const chosen = columns.find((one) => one.column === column);
  if (chosen === undefined || field !== 'address') return false;
  const { unsentKind, part } = readHeading(chosen.heading);
  return unsentKind === 'note' || unsentKind === 'secondPhone' || part === 'landmark';
}

function withDecided(
  choices: Choices,
  columns: readonly Pick<ColumnGuess, 'column' | 'field'>[],
  field: ColumnField | null,
): Choices {
  const guessed = columns.filter(
    (one) => one.field === field && !choices.columns.some((decided) => decided.column === one.column),
  );
  return { ...choices, columns: [...choices.columns, ...guessed.map(({ column }) => ({ column, field }))] };
}
