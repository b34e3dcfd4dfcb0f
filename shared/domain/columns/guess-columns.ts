/** Guesses which field each column is, from its heading and its values (docs/domain.md, «Headings»). */
import type { ColumnField } from '../model/fields.ts';
import type { ColumnGuess } from '../model/mapping.ts';
import type { Cell } from '../table/table.ts';
import { fieldClaimsOf, doubtfulConfidence, type FieldClaim, type HeadedColumn } from './field-claims.ts';
import { ColumnValues } from './column-values.ts';
import type { UnsentKind } from './heading-names.ts';
import { joinAddress, joinDates, joinNames, type ColumnJoin } from './column-joins.ts';
import { readHeading } from './name-match.ts';
import { isFinalPrice } from './final-price.ts';

type Reason = ColumnGuess['reason'];

/** Confidence where two columns have known headings of one field: the better one is taken, the other reported. */
const rivalConfidence = 0.75;
const fitsConfidence = 0.7;

/** Fields that a column of an unsent kind might be nevertheless. */
const candidatesOfKind: Partial<Readonly<Record<UnsentKind, readonly ColumnField[]>>> = {
  created: ['scheduled_at'],
  total: ['final_price', 'price'],
  discountPercent: ['discount'],
  orderDiscount: ['discount'],
  secondPhone: ['phone'],
  rowCounter: ['order_id'],
};

/**
 * Returns one guess per heading, in order. `samples(column)` gives the column's cells below the headings, one per row
 * (blank ones too), the same rows for every column; the first 500 are used. `rowCount`: rows below the headings; with 0
 * the headings alone decide. Columns that join into one field carry the same field; no other field is assigned twice.
 */
export function guessColumns(
  headings: readonly string[],
  samples: (column: number) => Iterable<Cell>,
  context: { readonly rowCount: number },
): ColumnGuess[] {
  const columns = headings.map((heading, index): HeadedColumn => ({
    index,
    heading,
    name: readHeading(heading),
    values: new ColumnValues(context.rowCount > 0 ? samples(index) : []),
  }));
  const isShopExport = columns.some(({ name }) => name.folded.words[0] === 'lineitem');
  const claims = columns.flatMap((column) => fieldClaimsOf(column, isShopExport));
  const taken = assign(columns, claims);
  return columns.map((column) => guessOf(column, taken, claims));
}

/** The columns of each assigned field. */
interface AssignedColumns {
  readonly columns: readonly HeadedColumn[];
  readonly confidence: number;
  readonly reason: Reason;
}
type AssignedFields = ReadonlyMap<ColumnField, AssignedColumns>;

function assign(columns: readonly HeadedColumn[], claims: readonly FieldClaim[]): AssignedFields {
  const taken = new Map<ColumnField, AssignedColumns>();
  const used = new Set<HeadedColumn>();
  const take = (field: ColumnField, entry: AssignedColumns) => {
    taken.set(field, entry);
    for (const column of entry.columns) used.add(column);
  };
  const ordered = claims.toSorted(
    (a, b) =>
      b.confidence - a.confidence ||
      b.column.values.filled.length - a.column.values.filled.length ||
      a.column.index - b.column.index,
  );
  const of = (field: ColumnField) => ordered.filter((claim) => claim.field === field && !used.has(claim.column));
  for (const join of [
    joinNames(columns, of('full_name')),
    joinAddress(columns, of('address')),
    joinDates(of('scheduled_at')),
  ])
    if (join) take(join.field, joined(join));
  for (const claim of ordered) {
    if (taken.has(claim.field) || used.has(claim.column)) continue;
    take(claim.field, single(claim, of(claim.field)));
  }
  const final = taken.has('final_price') ? undefined : findFinalPrice(columns, taken, used);
  if (final)
    take('final_price', {
      columns: [final],
      confidence: fitsConfidence,
      reason: { code: 'priceMinusDiscount', params: {} },
    });
  return taken;
}

function joined({ columns, confidence }: ColumnJoin): AssignedColumns {
  return {
    columns,
    confidence,
    reason:
      columns.length > 1 ? { code: 'joined', params: { count: columns.length } } : { code: 'knownName', params: {} },
  };
}

function single(claim: FieldClaim, all: readonly FieldClaim[]): AssignedColumns {
  const rival = all.find(
    (other) =>
      other !== claim &&
      other.strong &&
      other.column.name.scope === claim.column.name.scope &&
      claim.confidence - other.confidence < 0.05,
  );
  if (!rival) return { columns: [claim.column], confidence: claim.confidence, reason: claim.reason };
  return {
    columns: [claim.column],
    confidence: Math.min(claim.confidence, rivalConfidence),
    reason: { code: 'betterOfTwo', params: { other: rival.column.heading } },
  };
}

function findFinalPrice(
  columns: readonly HeadedColumn[],
  taken: AssignedFields,
  used: ReadonlySet<HeadedColumn>,
): HeadedColumn | undefined {
  const price = taken.get('price')?.columns[0];
  const discount = taken.get('discount')?.columns[0];
  if (!price || !discount) return undefined;
  const quantity = taken.get('quantity')?.columns[0];
  const free = columns.filter((column) => !used.has(column));
  // A price's heading is more telling than a total's.
  const mayBe = [
    ...free.filter(({ name }) => name.matches.some(({ field }) => field === 'price')),
    ...free.filter(({ name }) => name.unsentKind === 'total'),
  ];
  return mayBe.find((column) => isFinalPrice(column, price, discount, quantity));
}

function guessOf(column: HeadedColumn, taken: AssignedFields, claims: readonly FieldClaim[]): ColumnGuess {
  const own = claims.filter((claim) => claim.column === column);
  const given = [...taken].find(([, { columns }]) => columns.includes(column));
  const candidates = candidatesOf(column, own).filter(({ field }) => field !== given?.[0]);
  const about = { column: column.index, heading: column.heading, candidates };
  if (given) return { ...about, field: given[0], confidence: round(given[1].confidence), reason: given[1].reason };
  return { ...about, field: null, confidence: 0, reason: reasonNotSent(column, taken, own) };
}

function candidatesOf(
  { name }: HeadedColumn,
  own: readonly FieldClaim[],
): { readonly field: ColumnField; readonly confidence: number }[] {
  const found = new Map<ColumnField, number>();
  for (const claim of own) found.set(claim.field, Math.max(found.get(claim.field) ?? 0, round(claim.confidence)));
  for (const { field } of name.matches) if (!found.has(field)) found.set(field, doubtfulConfidence);
  for (const field of name.unsentKind ? (candidatesOfKind[name.unsentKind] ?? []) : [])
    if (!found.has(field)) found.set(field, doubtfulConfidence);
  // A merchant's code is not the WMS's id, unless a person says so.
  if ((found.has('product_code') || found.has('product_name')) && !found.has('client_product_id'))
    found.set('client_product_id', doubtfulConfidence);
  return [...found].map(([field, confidence]) => ({ field, confidence })).sort((a, b) => b.confidence - a.confidence);
}

/** The reason why the column is not sent. */
function reasonNotSent(column: HeadedColumn, taken: AssignedFields, own: readonly FieldClaim[]): Reason {
  const { name, values, heading } = column;
  if (values.cells.length > 0 && values.filled.length === 0) return { code: 'emptyColumn', params: {} };
  if (name.folded.key === '') return { code: heading.trim() === '' ? 'noHeading' : 'unknown', params: {} };
  if (values.countsRows && name.matches.some(({ field, strength }) => field === 'order_id' && strength === 'weak'))
    return { code: 'rowCounter', params: {} };
  const lost = own.find(({ field }) => taken.has(field)) ?? (name.part ? { field: partField(name.part) } : undefined);
  const winner = lost && taken.get(lost.field)?.columns[0];
  if (winner)
    return name.scope === 'billing' && winner.name.scope !== 'billing'
      ? { code: 'billing', params: {} }
      : { code: 'otherColumn', params: { other: winner.heading } };
  if (name.unsentKind) return { code: name.unsentKind, params: {} };
  if (name.scope === 'billing') return { code: 'billing', params: {} };
  if (name.folded.foreignUnit) return { code: 'otherUnit', params: {} };
  if (name.matches.some(({ field }) => field === 'discount')) return { code: 'orderDiscount', params: {} };
  return { code: name.matches.length > 0 ? 'valuesDoNotFit' : 'unknown', params: {} };
}

function partField(part: NonNullable<HeadedColumn['name']['part']>): ColumnField {
  return part === 'firstName' || part === 'lastName' || part === 'middleName' ? 'full_name' : 'address';
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
