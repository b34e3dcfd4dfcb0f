/** Finds a sheet of orders and a sheet of their items in a workbook, by headings and common order ids. */
import { noChoices } from '../model/choices.ts';
import { interpretColumns, type ColumnPlan } from '../columns/column-plan.ts';
import { readHeading } from '../columns/name-match.ts';
import type { ColumnField } from '../model/fields.ts';
import type { ColumnGuess } from '../model/mapping.ts';
import type { SheetPreview } from '../table/sheet-file.ts';
import type { Table } from '../table/table.ts';
import { knownFields } from './known-fields.ts';

export interface SheetOfPair {
  /** Index into the file's sheets. */
  readonly sheetIndex: number;
  readonly table: Table;
  readonly plan: ColumnPlan;
  /** The column of the order ids. */
  readonly idColumn: number;
}

export interface SheetPair {
  readonly orders: SheetOfPair;
  readonly items: SheetOfPair;
  /** Number of different order ids among the items, and how many of them are on the orders' sheet (in the preview). */
  readonly itemOrderIdCount: number;
  readonly matchedIdCount: number;
}

const customerSheetFields: readonly ColumnField[] = ['full_name', 'phone', 'address'];
const productSheetFields: readonly ColumnField[] = ['client_product_id', 'product_code', 'product_name'];
/** Share of the items' ids that must be on the orders' sheet; less where the preview is incomplete. */
const mostOfThem = 0.5;
const ofThoseSeen = 0.3;
/** Share of the orders' sheet's ids that must be distinct. */
const mostlyUnique = 0.7;
/** Share of the items' ids on the orders' sheet where no heading says that they are the orders'. */
const nearlyAll = 0.9;
/** Columns of a sheet that are tried. */
const mostIdColumns = 6;

/** Folds the spellings of one order id: `#1001`, `№ 1001`, `1001.0`, ` 1001`. */
export function foldOrderId(held: string | number): string {
  return String(held)
    .trim()
    .replace(/^[#№\s]+/, '')
    .replace(/\.0+$/, '')
    .replace(/^0+(?=\d+$)/, '')
    .toLowerCase();
}

/** The first items' sheet with its best matching orders' sheet; null where there is no pair. */
export function findSheetPair(sheets: readonly SheetPreview[]): SheetPair | null {
  const candidates = sheets.flatMap(({ sheetIndex, table, rows, hasMoreRows }) =>
    table === null || table.rowCount < 2 ? [] : candidate(sheetIndex, table, hasMoreRows || rows > table.rowCount),
  );
  const orders = candidates.filter(
    ({ guessed, named }) => has(guessed, customerSheetFields) && !has(named, productSheetFields),
  );
  const items = candidates.filter(({ guessed, named }) => has(guessed, productSheetFields) && !hasWholeCustomer(named));
  for (const one of items) {
    const pairs = orders.flatMap((other) => (addsCustomer(other, one) ? (bestPairOf(other, one) ?? []) : []));
    const [best] = pairs.toSorted((a, b) => b.matchedIdCount - a.matchedIdCount);
    if (best) return best;
  }
  return null;
}

interface Candidate extends Omit<SheetOfPair, 'idColumn'> {
  /** Columns that may hold the order ids, likeliest first. */
  readonly idColumns: readonly number[];
  /** Of them, how many are so by their headings. */
  readonly namedIdColumns: number;
  /** Fields named by its headings, and fields its columns are mapped to. */
  readonly named: ReadonlySet<ColumnField>;
  readonly guessed: ReadonlySet<ColumnField>;
  /** Whether the sheet has more rows than the preview. */
  readonly more: boolean;
}

/** The sheet as a candidate; none without a column that may hold order ids. */
function candidate(sheetIndex: number, table: Table, more: boolean): Candidate[] {
  const plan = interpretColumns(table, noChoices);
  if (plan.headerIndex === null) return [];
  const isNamed = ({ heading, field }: ColumnGuess): boolean =>
    field === 'order_id' || knownFields([heading]).has('order_id');
  const own = plan.columns.filter(({ field }) => field === 'order_id');
  const byHeading = plan.columns.filter((column) => !own.includes(column) && isNamed(column));
  const others = plan.columns.filter(({ column, field, heading }) => {
    const { about } = readHeading(heading);
    const mayBeId = about.has('order') || about.has('id') || about.has('number') || about.has('document');
    return field === null && mayBeId && !byHeading.some((known) => known.column === column);
  });
  const idColumns = [...own, ...byHeading, ...others].slice(0, mostIdColumns).map(({ column }) => column);
  const named = knownFields(plan.columns.map(({ heading }) => heading));
  const guessed = new Set([...named, ...plan.columns.flatMap(({ field }) => field ?? [])]);
  const namedIdColumns = Math.min(mostIdColumns, own.length + byHeading.length);
  return idColumns.length === 0 ? [] : [{ sheetIndex, table, plan, idColumns, namedIdColumns, named, guessed, more }];
}

function has(fields: ReadonlySet<ColumnField>, wanted: readonly ColumnField[]): boolean {
  return wanted.some((field) => fields.has(field));
}

/** A list of items may repeat the customer's name, or the phone; with phone and address it holds orders. */
function hasWholeCustomer(named: ReadonlySet<ColumnField>): boolean {
  return named.has('phone') && named.has('address');
}

/** Whether the orders' sheet says of the customer what the items' sheet does not. */
function addsCustomer(orders: Candidate, items: Candidate): boolean {
  return customerSheetFields.some((field) => orders.guessed.has(field) && !items.named.has(field));
}

/** The pair by the columns whose ids agree best, the likeliest columns first. */
function bestPairOf(orders: Candidate, items: Candidate): SheetPair | null {
  let best: SheetPair | null = null;
  for (const [there, idColumn] of orders.idColumns.entries())
    for (const [here, ofItems] of items.idColumns.entries()) {
      const isNamed = there < orders.namedIdColumns && here < items.namedIdColumns;
      const pair = pairOf({ ...orders, idColumn }, { ...items, idColumn: ofItems }, isNamed);
      if (pair !== null && (best === null || pair.matchedIdCount > best.matchedIdCount)) best = pair;
    }
  return best;
}

type KeyedCandidate = SheetOfPair & { readonly more: boolean };

/** The pair by one column of each; null where their ids do not belong together. `isNamed`: both are so by their headings. */
function pairOf(orders: KeyedCandidate, items: KeyedCandidate, isNamed: boolean): SheetPair | null {
  const onOrders = idsOf(orders);
  const different = new Set(onOrders);
  const ids = new Set(idsOf(items));
  const matchedIdCount = [...ids].filter((id) => different.has(id)).length;
  const least = isNamed ? (orders.more || items.more ? ofThoseSeen : mostOfThem) : nearlyAll;
  const fits =
    ids.size > 0 &&
    matchedIdCount >= ids.size * least &&
    // Counters of two lists agree by chance.
    (isNamed || !isCounter(ids)) &&
    different.size >= onOrders.length * mostlyUnique;
  return fits ? { orders, items, itemOrderIdCount: ids.size, matchedIdCount } : null;
}

function isCounter(ids: ReadonlySet<string>): boolean {
  return ids.has('1') && ids.has(String(ids.size));
}

function idsOf({ table, plan, idColumn }: SheetOfPair): string[] {
  const ids: string[] = [];
  for (let index = plan.firstDataIndex; index < table.rowCount; index++) {
    const position = table.cellIndex(index, idColumn);
    if (position >= 0) ids.push(foldOrderId(table.rawValueAt(position)));
  }
  return ids;
}
