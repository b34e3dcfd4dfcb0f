/**
 * Columns whose heading says nothing, by what their values look like and where they stand: the first answers for fields
 * that are missing, and the few that can be nothing else, which are taken.
 */
import { isOrderField, type ColumnField } from '../model/fields.ts';
import { bestClaims } from './best-claims.ts';
import type { HeadedColumn } from './evidence.ts';
import type { Concept } from './heading-words.ts';
import type { FieldClaim } from './field-claims.ts';
import { abbreviated, type AnyMeaning } from './known-words.ts';

/** What makes an offered column the best one for its field. */
export const offeredBonus = 0.1;

const besideItems = 0.06;
const leftmost = 0.05;
const repeats = 0.08;
const higherNumbers = 0.06;
const nearlySame = 0.05;

export const isItemField = (field: ColumnField): boolean => !isOrderField(field);

/**
 * Of what is only offered for fields that are missing, the best assignment as a whole: each column is the first answer
 * for one field. `items`: columns that belong to items by their headings.
 */
export function bestOffered(claims: readonly FieldClaim[], items: ReadonlySet<number>): ReadonlySet<FieldClaim> {
  const free = claims.filter(({ isOffered }) => isOffered);
  const looksItems = new Set(
    free.filter(({ field }) => field === 'quantity' || field === 'price').map(({ column }) => column.index),
  );
  const sums = new Set(
    free
      .filter(
        ({ field, column, score }) =>
          field === 'price' &&
          !free.some((other) => other.field === 'client_product_id' && other.column === column && other.score >= score),
      )
      .map(({ column }) => column.index),
  );
  const numbers = free.filter(({ field }) => field === 'order_id').map(({ column }) => column);
  const scoreOf = (claim: FieldClaim): number => claim.score + placeWeight(claim, { items, looksItems, sums, numbers });
  const placed = new Map(free.map((claim) => [claim, { ...claim, score: scoreOf(claim) }]));
  const ordered = [...placed.values()].toSorted((a, b) => b.score - a.score || a.column.index - b.column.index);
  const best = new Set(bestClaims(ordered));
  return new Set([...placed].flatMap(([claim, one]) => (best.has(one) ? [claim] : [])));
}

interface Places {
  readonly items: ReadonlySet<number>;
  readonly looksItems: ReadonlySet<number>;
  /** Columns that look like sums rather than like ids. */
  readonly sums: ReadonlySet<number>;
  /** Columns that may be order numbers. */
  readonly numbers: readonly HeadedColumn[];
}

/**
 * An order's number stands on the left, is another one for each order, and is the higher number; a product's id stands
 * beside quantity and price, and comes again in other orders.
 */
function placeWeight({ field, column }: FieldClaim, { items, looksItems, sums, numbers }: Places): number {
  if (field === 'order_id') {
    const isFirst = numbers.every(({ index }) => index >= column.index);
    const isHigher = numbers.length > 1 && numbers.every((other) => highest(other) <= highest(column));
    return (isFirst ? leftmost : 0) + (isHigher ? higherNumbers : 0);
  }
  // 165000 beside the pieces is their price, and comes again as a product does.
  if (field !== 'client_product_id' || sums.has(column.index)) return 0;
  const near = [column.index - 1, column.index + 1];
  const isBeside = near.some((index) => items.has(index) || looksItems.has(index));
  return (isBeside ? besideItems : 0) + (column.values.repeatsApart ? repeats : 0);
}

function highest({ values }: HeadedColumn): number {
  return Math.max(...values.filled.slice(0, mostCells).map(({ text }) => Number(text.replace(/\D/g, ''))));
}

const mostCells = 60;

/** Fields that values show beyond doubt where no other column looks like them. */
const byValues: ReadonlySet<ColumnField> = new Set(['full_name', 'address', 'order_id']);
/** Fields that must be known by their headings before one is taken by its values alone. */
const fewestKnown = 5;
const fewestRows = 2;

/**
 * Of the offered columns those that can be nothing else: in a sheet whose other headings are understood, the only column
 * of people's names, or of addresses, under a heading that says nothing; the first column, where it alone holds numbers
 * that are each another one, under «… raqami»; the only column that looks like a field of which its heading is short.
 */
export function takenByValues(
  offered: ReadonlySet<FieldClaim>,
  claims: readonly FieldClaim[],
  known: Iterable<ColumnField>,
): FieldClaim[] {
  if ([...known].length < fewestKnown) return [];
  return [...offered].filter(
    (claim) =>
      (isShort(claim) || saysNothingElse(claim)) &&
      claim.column.values.filled.length >= fewestRows &&
      !claims.some((other) => other !== claim && isRival(other, claim) && !isBetterElsewhere(other, offered)),
  );
}

function saysNothingElse(claim: FieldClaim): boolean {
  const { name } = claim.column;
  return (
    byValues.has(claim.field) &&
    name.folded.key !== '' &&
    (claim.field === 'order_id' ? isFirstNumber(claim) : [...name.about].every(isFiller)) &&
    name.role === null
  );
}

/** What a heading of a few letters may be short for, as the field. */
const shortFor: Partial<Readonly<Record<ColumnField, readonly AnyMeaning[]>>> = {
  order_id: ['order', 'document', 'number'],
  full_name: ['name', 'customer', 'recipient'],
  address: ['address', 'street', 'whereTo'],
  quantity: ['quantity'],
  price: ['price'],
};
const mostShortWords = 2;

/**
 * Whether each word of the heading is a few letters that may be short for the field («Зк», «Кл», «Нм зк»): the letters never
 * tell alone, but where the values look like the field that is missing, and no other column does.
 */
function isShort({ column: { name, index }, field, score }: FieldClaim): boolean {
  const meanings = shortFor[field];
  const words = name.folded.words.filter((word) => /\p{L}/u.test(word));
  if (meanings === undefined || words.length === 0 || words.length > mostShortWords) return false;
  if (field === 'order_id' && (index > lastOfFirst || score < sureNumbers)) return false;
  return words.every((word) => {
    const meant = abbreviated(word);
    return meanings.some((meaning) => meant.has(meaning));
  });
}

const isFiller = (concept: Concept): boolean => concept === 'filler';

/** «Reyestr raqami» on the left, with other numbers on every row. */
function isFirstNumber({ column, score }: FieldClaim): boolean {
  const { about } = column.name;
  const saysNumber = about.has('number') && [...about].every((one) => one === 'number' || one === 'filler');
  return (
    saysNumber && column.index <= lastOfFirst && score >= sureNumbers && column.values.filled.length >= fewestNumbers
  );
}

/** A counter may stand before it. */
const lastOfFirst = 1;
const fewestNumbers = 3;
/** What numbers of digits alone weigh, which are another one on each row. */
const sureNumbers = 0.4;

/** «189 000» may be a number of an order, but is rather the price that is missing, too. */
function isBetterElsewhere({ column, field, score }: FieldClaim, offered: ReadonlySet<FieldClaim>): boolean {
  return [...offered].some((one) => one.column === column && one.field !== field && one.score > score);
}

function isRival(other: FieldClaim, claim: FieldClaim): boolean {
  return (
    other.isOffered &&
    (other.field === claim.field || other.column === claim.column) &&
    other.score > claim.score - nearlySame
  );
}
