/** Finds items that stand beside each other in a row: «Mahsulot ID; Soni; Narxi» repeated, «Товар 1 / Кол-во 1 / Товар 2 …». */
import { itemFields, lookupFields, type ItemField, type LookupField } from '../model/fields.ts';
import type { ColumnGuess, Mapping } from '../model/mapping.ts';
import { foldHeading } from './fold-heading.ts';

export type ItemColumnField = ItemField | LookupField;
/** The columns of a further item of each row. */
export type ItemGroup = Partial<Readonly<Record<ItemColumnField, number>>>;

const productFields: readonly ItemColumnField[] = ['client_product_id', 'product_code', 'product_name'];
const groupFields: readonly ItemColumnField[] = [...itemFields, ...lookupFields];

/** The heading without its number: what is the same in «Товар 1» and «Товар 2». */
function baseOf(heading: string): string {
  return foldHeading(heading)
    .words.map((word) => word.replace(/\d+$/u, ''))
    .filter((word) => word !== '' && word !== 'no')
    .join('');
}

/**
 * The further items' columns, in the file's order; none where the row holds one item. A column that a person decided on
 * belongs to none.
 */
export function itemGroupsOf(
  columns: readonly ColumnGuess[],
  mapping: Mapping['columns'],
  isDecided: (column: number) => boolean,
): readonly ItemGroup[] {
  const further = new Map<ItemColumnField, number[]>();
  for (const field of groupFields) {
    const own = mapping[field]?.[0];
    const base = own === undefined ? '' : baseOf(columns[own]?.heading ?? '');
    if (own === undefined || base === '') continue;
    const found = columns.filter(
      ({ column, field: given, heading }) =>
        column > own && given === null && !isDecided(column) && baseOf(heading) === base,
    );
    if (found.length > 0)
      further.set(
        field,
        found.map(({ column }) => column),
      );
  }
  const product = productFields.find((field) => further.has(field));
  const count = product === undefined ? 0 : (further.get(product)?.length ?? 0);
  // Amounts that repeat without their products are something else.
  if ((further.get('quantity')?.length ?? count) !== count) return [];
  return Array.from({ length: count }, (_, at) =>
    Object.fromEntries(
      [...further].flatMap(([field, found]) => {
        const column = found[at];
        return found.length === count && column !== undefined ? [[field, column] as const] : [];
      }),
    ),
  );
}
