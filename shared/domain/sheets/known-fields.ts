/** Counts the known headings of a row, to tell an orders' table from a note or a price list. */
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

/** The fields named by the headings; headings that only values could confirm do not count. */
export function knownFields(headings: readonly string[]): ReadonlySet<ColumnField> {
  const fields = new Set<ColumnField>();
  for (const heading of headings) {
    if (heading.trim() === '') continue;
    const { matches, part } = readHeading(heading);
    const sure = matches.find(({ strength }) => strength !== 'weak' && strength !== 'hinted');
    if (sure) fields.add(sure.field);
    else if (part) fields.add(fieldOfPart[part]);
  }
  return fields;
}
