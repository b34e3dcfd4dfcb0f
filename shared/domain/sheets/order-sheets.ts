/** Finds a sheet of orders and a sheet of their items in a workbook, by headings and common order ids. */
import { noChoices } from '../model/choices.ts';
import { interpretColumns, type ColumnPlan } from '../columns/column-plan.ts';
import type { ColumnField } from '../model/fields.ts';
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
  const items = candidates.filter(
    ({ guessed, named }) => has(guessed, productSheetFields) && !has(named, customerSheetFields),
  );
  for (const one of items) {
    const pairs = orders.map((other) => pairOf(other, one)).filter((pair) => pair !== null);
    const [best] = pairs.toSorted((a, b) => b.matchedIdCount - a.matchedIdCount);
    if (best) return best;
  }
  return null;
}

interface Candidate extends SheetOfPair {
  /** Fields named by its headings, and fields its columns are mapped to. */
  readonly named: ReadonlySet<ColumnField>;
  readonly guessed: ReadonlySet<ColumnField>;
  /** Whether the sheet has more rows than the preview. */
  readonly more: boolean;
}

/** The sheet as a candidate; none without a column of order ids. */
function candidate(sheetIndex: number, table: Table, more: boolean): Candidate[] {
  const plan = interpretColumns(table, noChoices);
  if (plan.headerIndex === null) return [];
  const key =
    plan.columns.find(({ field }) => field === 'order_id') ??
    plan.columns.find(({ heading }) => knownFields([heading]).has('order_id'));
  const named = knownFields(plan.columns.map(({ heading }) => heading));
  const guessed = new Set([...named, ...plan.columns.flatMap(({ field }) => field ?? [])]);
  return key === undefined ? [] : [{ sheetIndex, table, plan, idColumn: key.column, named, guessed, more }];
}

function has(fields: ReadonlySet<ColumnField>, wanted: readonly ColumnField[]): boolean {
  return wanted.some((field) => fields.has(field));
}

function pairOf(orders: Candidate, items: Candidate): SheetPair | null {
  const onOrders = idsOf(orders);
  const different = new Set(onOrders);
  const ids = new Set(idsOf(items));
  const matchedIdCount = [...ids].filter((id) => different.has(id)).length;
  const fits =
    ids.size > 0 &&
    matchedIdCount >= ids.size * (orders.more || items.more ? ofThoseSeen : mostOfThem) &&
    different.size >= onOrders.length * mostlyUnique;
  return fits ? { orders, items, itemOrderIdCount: ids.size, matchedIdCount } : null;
}

function idsOf({ table, plan, idColumn }: SheetOfPair): string[] {
  const ids: string[] = [];
  for (let index = plan.firstDataIndex; index < table.rowCount; index++) {
    const position = table.cellIndex(index, idColumn);
    if (position >= 0) ids.push(foldOrderId(table.rawValueAt(position)));
  }
  return ids;
}
