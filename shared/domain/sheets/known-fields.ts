/** How much of a row of headings is known: what tells an orders' table from a note or a list of prices. */
import type { ColumnField } from '../model/fields.ts';
import type { FieldPart } from '../columns/heading-names.ts';
import { readHeading } from '../columns/name-match.ts';

const fieldOfPart: Readonly<Record<FieldPart, ColumnField>> = {
  firstName: 'full_name',
  lastName: 'full_name',
  middleName: 'full_name',
  addressMain: 'address',
  addressMore: 'address',
  landmark: 'address',
};

/** The fields that the headings name, each once; a name that only values could confirm does not count. */
export function knownFields(headings: readonly string[]): ReadonlySet<ColumnField> {
  const fields = new Set<ColumnField>();
  for (const heading of headings) {
    if (heading.trim() === '') continue;
    const { matches, part } = readHeading(heading);
    const sure = matches.find(({ strength }) => strength !== 'weak');
    if (sure) fields.add(sure.field);
    else if (part) fields.add(fieldOfPart[part]);
  }
  return fields;
}
