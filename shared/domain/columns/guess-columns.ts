/**
 * Judges which field each column is (docs/domain.md, «How a column is judged»): every piece of evidence for every column
 * and field on the table, then the best assignment as a whole.
 */
import type { ColumnField } from '../model/fields.ts';
import { wareColumn, type ColumnGuess } from '../model/mapping.ts';
import { columnLetters, type Cell } from '../table/table.ts';
import { assign, single } from './assign-columns.ts';
import { calledColumns } from './called-columns.ts';
import { claimsOf, doubtfulConfidence, type FieldClaim } from './field-claims.ts';
import { withBuyersDetails } from './buyers-details.ts';
import { ColumnValues } from './column-values.ts';
import { personalFields, type Evidence, type HeadedColumn } from './evidence.ts';
import { fieldOfPart, type UnsentKind } from './heading-names.ts';
import { othersRoles } from './heading-words.ts';
import { readHeading } from './name-match.ts';
import { rolesBefore } from './neighbours.ts';
import { wareColumnsOf } from './ware-columns.ts';
import { bestOffered, offeredBonus, takenByValues } from './offered-columns.ts';
import { itemColumns, type AssignedFields } from './related-columns.ts';

type Reason = ColumnGuess['reason'];

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
 * the headings alone decide. `kept`: what these samples were asked before, by column. `today` (`YYYY-MM-DD`): dates are compared with it. `setAside`: columns that give nothing, with
 * the reason. Columns that join into one field carry the same field; no other field is assigned twice.
 */
export function guessColumns(
  headings: readonly string[],
  samples: (column: number) => Iterable<Cell>,
  context: {
    readonly rowCount: number;
    readonly today?: string | null;
    readonly setAside?: ReadonlyMap<number, Reason>;
    /** Whether the product table knows a heading as a ware. */
    readonly isWare?: (heading: string) => boolean;
    readonly kept?: Map<number, ColumnValues>;
    /** What the columns are called; by their headings and places where it is not given. */
    readonly called?: readonly string[];
  },
): ColumnGuess[] {
  const { kept = new Map<number, ColumnValues>(), called = calledColumns(headings, columnLetters) } = context;
  const valuesOf = (column: number): ColumnValues => {
    const values = kept.get(column) ?? new ColumnValues(context.rowCount > 0 ? samples(column) : []);
    kept.set(column, values);
    return values;
  };
  const named = withBuyersDetails(
    headings.map((heading) => ({ heading, name: readHeading(heading) })),
    valuesOf,
  );
  const before = rolesBefore(named);
  const columns = named.map(({ heading, name }, index): HeadedColumn => ({
    index,
    heading,
    called: called[index] ?? heading,
    name,
    values: valuesOf(index),
    roleBefore: isOfMany(before[index] ?? null, named, index, valuesOf) ? null : (before[index] ?? null),
  }));
  const setAside = new Map(context.setAside);
  const isShopExport = columns.some(({ name }) => name.folded.words[0] === 'lineitem');
  const all = columns
    .filter(({ index }) => !setAside.has(index))
    .flatMap((column) => claimsOf(column, { isShopExport, today: context.today ?? null }));
  const wares = wareColumnsOf(columns, all, context.isWare ?? (() => false));
  for (const { index } of wares) setAside.set(index, { code: wareColumn, params: {} });
  const judged = columns.filter(({ index }) => !setAside.has(index));
  // «Всего шт» beside wares that are columns is the sum of them.
  const claims = all.filter(
    ({ column, field }) => !setAside.has(column.index) && (wares.length === 0 || field !== 'quantity'),
  );
  const taken = assign(
    judged,
    claims.filter(({ isOffered }) => !isOffered),
  );
  const free = claims.filter(({ column }) => !isUsed(taken, column));
  const offered = bestOffered(
    free.filter(({ field }) => !taken.has(field)),
    itemColumns(taken),
  );
  for (const claim of takenByValues(offered, free, taken.keys())) taken.set(claim.field, single(claim, []));
  return columns.map((column) => {
    const reason = setAside.get(column.index);
    const guess = guessOf(column, taken, claims, offered);
    return reason === undefined ? guess : { ...guess, reason };
  });
}

/**
 * Places that differ from row to row are not of a sender who is the same on all of them, nor is a phone a courier's who
 * stands beside another one elsewhere.
 */
function isOfMany(
  before: HeadedColumn['roleBefore'],
  named: readonly { readonly heading: string; readonly name: HeadedColumn['name'] }[],
  index: number,
  valuesOf: (column: number) => ColumnValues,
): boolean {
  if (before === null || !othersRoles.has(before.role)) return false;
  if (named[index]?.name.about.has('phone') === true) {
    const person = named.findLastIndex(({ heading }, column) => column < index && heading === before.heading);
    return person !== -1 && hasSeveral(valuesOf(person).cells, valuesOf(index).cells);
  }
  const others = named.flatMap(({ name }, column) => (column < index && name.role === before.role ? [column] : []));
  const own = valuesOf(index);
  return others.some((column) => valuesOf(column).areAllSame) && own.filled.length > 2 && !own.areAllSame;
}

/** Whether somebody stands beside two different values. */
function hasSeveral(people: readonly Cell[], cells: readonly Cell[]): boolean {
  const first = new Map<string, string>();
  return people.some(({ text }, row) => {
    const value = cells[row]?.text.trim() ?? '';
    const known = first.get(text.trim());
    if (text.trim() === '' || value === '') return false;
    first.set(text.trim(), known ?? value);
    return known !== undefined && known !== value;
  });
}

function isUsed(taken: AssignedFields, column: HeadedColumn): boolean {
  return [...taken.values()].some(({ columns }) => columns.includes(column));
}

function guessOf(
  column: HeadedColumn,
  taken: AssignedFields,
  claims: readonly FieldClaim[],
  offered: ReadonlySet<FieldClaim>,
): ColumnGuess {
  const own = claims.filter((claim) => claim.column === column);
  const given = [...taken].find(([, { columns }]) => columns.includes(column));
  const candidates = candidatesOf(column, own, offered).filter(({ field }) => field !== given?.[0]);
  const about = { column: column.index, heading: column.heading, called: column.called, candidates };
  if (!given) return { ...about, field: null, confidence: 0, reason: reasonNotSent(column, taken, own), evidence: [] };
  const [field, { confidence, reason, evidence }] = given;
  return { ...about, field, confidence: round(confidence), reason, evidence: furtherEvidence(evidence, reason) };
}

function candidatesOf(
  { name }: HeadedColumn,
  own: readonly FieldClaim[],
  offered: ReadonlySet<FieldClaim>,
): { readonly field: ColumnField; readonly confidence: number }[] {
  const found = new Map<ColumnField, number>();
  for (const claim of own)
    found.set(
      claim.field,
      Math.max(
        found.get(claim.field) ?? 0,
        round(Math.min(claim.score + (offered.has(claim) ? offeredBonus : 0), 0.99)),
      ),
    );
  for (const { field } of name.matches) if (!found.has(field)) found.set(field, doubtfulConfidence);
  for (const field of name.unsentKind ? (candidatesOfKind[name.unsentKind] ?? []) : [])
    if (!found.has(field)) found.set(field, doubtfulConfidence);
  // A merchant's code is not the WMS's id, unless a person says so.
  if ((found.has('product_code') || found.has('product_name')) && !found.has('client_product_id'))
    found.set('client_product_id', doubtfulConfidence);
  return [...found].map(([field, confidence]) => ({ field, confidence })).sort((a, b) => b.confidence - a.confidence);
}

/** What speaks for the field besides the reason, weightiest first. */
function furtherEvidence(evidence: readonly Evidence[], reason: Reason): ColumnGuess['evidence'] {
  return evidence
    .filter(({ code }) => code !== reason.code)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ code, params }) => ({ code, params }));
}

/** The reason why the column is not sent. */
function reasonNotSent(column: HeadedColumn, taken: AssignedFields, own: readonly FieldClaim[]): Reason {
  const { name, values, heading } = column;
  if (values.cells.length > 0 && values.filled.length === 0) return { code: 'emptyColumn', params: {} };
  if (name.folded.key === '') return { code: heading.trim() === '' ? 'noHeading' : 'unknown', params: {} };
  if (name.matches.some(({ field, strength }) => field === 'order_id' && strength === 'weak')) {
    if (values.countsRows) return { code: 'rowCounter', params: {} };
    if (values.countsAnew) return { code: 'countsAnew', params: {} };
  }
  const { roleBefore } = column;
  const isOfOther =
    roleBefore?.isSure === true &&
    othersRoles.has(roleBefore.role) &&
    !own.some(({ field }) => personalFields.has(field));
  if (isOfOther && name.unsentKind === undefined) return { code: 'ofOther', params: {} };
  const lost = own.find(({ field }) => taken.has(field)) ?? (name.part ? { field: fieldOfPart(name.part) } : undefined);
  const winner = lost && taken.get(lost.field)?.columns[0];
  if (winner)
    return name.scope === 'billing' && winner.name.scope !== 'billing'
      ? { code: 'billing', params: {} }
      : { code: 'otherColumn', params: { field: lost.field, other: winner.called } };
  if (name.unsentKind) return { code: name.unsentKind, params: {} };
  if (name.scope === 'billing') return { code: 'billing', params: {} };
  if (name.folded.foreignUnit) return { code: 'otherUnit', params: {} };
  if (name.matches.some(({ field }) => field === 'discount')) return { code: 'orderDiscount', params: {} };
  return { code: name.matches.length > 0 ? 'valuesDoNotFit' : 'unknown', params: {} };
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
