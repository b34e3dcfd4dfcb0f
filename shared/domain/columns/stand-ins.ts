/**
 * Columns that are read where a recipient's own cells are blank: «Получатель (если другой)» beside «Покупатель», a shop
 * export's billing address beside its shipping address.
 */
import type { ColumnField } from '../model/fields.ts';
import type { ColumnGuess, Mapping } from '../model/mapping.ts';
import type { Role } from './heading-words.ts';
import { readHeading, type HeadingName } from './name-match.ts';

/** By field, the columns that are read where its own hold nothing. */
export type StandIns = Partial<Readonly<Record<ColumnField, readonly number[]>>>;

const fields: readonly ColumnField[] = ['full_name', 'phone', 'address', 'region', 'city', 'zip', 'country'];
/** Whose details serve for the recipient's. */
const standing: ReadonlySet<Role | null> = new Set(['customer', 'counterparty', 'payer', null]);

function isRecipients({ role, scope }: HeadingName): boolean {
  return role === 'recipient' || scope === 'shipping';
}

/** Whether the heading gives the field, or the same part of it, of the one who ordered or pays. */
function standsFor(other: HeadingName, own: HeadingName, field: ColumnField): boolean {
  if (isRecipients(other) || !standing.has(other.role) || other.unsentKind !== undefined) return false;
  // A second column of nobody in particular is a second contact's, unless it is who ordered.
  if (other.role === null && other.scope !== 'billing') return false;
  if (own.part !== undefined && other.part !== undefined) return own.part === other.part;
  return other.matches.some((match) => match.field === field && match.strength !== 'weak');
}

/**
 * The stand-ins of the mapping's columns. `isBlank(column, row)` tells of the first rows: a column whose own cells are all
 * filled, or all blank, needs none.
 */
export function standInsOf(
  columns: readonly ColumnGuess[],
  mapping: Mapping['columns'],
  rows: readonly number[],
  isBlank: (row: number, column: number) => boolean,
): StandIns {
  const found: Partial<Record<ColumnField, readonly number[]>> = {};
  for (const field of fields) {
    const own = mapping[field] ?? [];
    if (own.length === 0 || !own.every((column) => isRecipients(readHeading(columns[column]?.heading ?? '')))) continue;
    const others = own.flatMap((column) => {
      const name = readHeading(columns[column]?.heading ?? '');
      const other = columns.find(
        (one) => one.field === null && standsFor(readHeading(one.heading), name, field),
      )?.column;
      return other === undefined ? [] : [other];
    });
    if (others.length < own.length) continue;
    const isOpen = (row: number): boolean => own.every((column) => isBlank(row, column));
    const isMissed = rows.some((row) => isOpen(row) && others.some((column) => !isBlank(row, column)));
    if (isMissed && rows.some((row) => !isOpen(row))) found[field] = [...new Set(others)];
  }
  return found;
}
