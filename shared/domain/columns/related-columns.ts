/**
 * Columns that are found by others: what adds up with price and quantity, ids beside the items, parcels of an order
 * (docs/domain.md, «How a column is judged»).
 */
import type { ColumnField } from '../model/fields.ts';
import type { ColumnGuess } from '../model/mapping.ts';
import type { Cell } from '../table/table.ts';
import { parseQuantity } from '../values/quantity.ts';
import type { ColumnValues } from './column-values.ts';
import type { Evidence, HeadedColumn } from './evidence.ts';
import { areTakenOff, goesWithProduct, isFinalPrice, isNeverLower, isOfPiece, isTakenOff } from './final-price.ts';
import type { Role } from './heading-words.ts';
import { isItemField } from './offered-columns.ts';

/** The columns of each assigned field. */
export interface AssignedColumns {
  readonly columns: readonly HeadedColumn[];
  readonly confidence: number;
  readonly reason: ColumnGuess['reason'];
  readonly evidence: readonly Evidence[];
}
export type AssignedFields = Map<ColumnField, AssignedColumns>;

const nearlyAllFit = 0.9;
const fitsIds = 0.95;
/** Words of an id's heading: «Sovgʻa ID», «WMS ID»; more say that it is of something else. */
const mostIdWords = 2;

/** Where the columns of items stand. */
export function itemColumns(taken: AssignedFields): ReadonlySet<number> {
  const found = [...taken].filter(([field]) => isItemField(field)).flatMap(([, { columns }]) => columns);
  return new Set(found.map(({ index }) => index));
}

/**
 * «Номер отправления» «23715012-0087-1» beside «Номер заказа» «23715012-0087»: where the parcels of an order leave on other
 * days, or go to other places, each is an order of its own.
 */
export function findParcels(
  columns: readonly HeadedColumn[],
  taken: AssignedFields,
): { readonly column: HeadedColumn; readonly order: HeadedColumn } | undefined {
  const order = taken.get('order_id')?.columns[0];
  if (order === undefined) return undefined;
  const column = columns.find((other) => other !== order && isFiner(other.values, order.values));
  if (column === undefined) return undefined;
  const where = [...(taken.get('scheduled_at')?.columns ?? []), ...(taken.get('address')?.columns ?? [])];
  const first = new Map<string, number>();
  const isParted = order.values.cells.some(({ text }, row) => {
    const before = text === '' ? undefined : first.get(text);
    if (before === undefined) {
      first.set(text, row);
      return false;
    }
    if (column.values.cells[row]?.text === column.values.cells[before]?.text) return false;
    return where.some(({ values: { cells } }) => cells[row]?.text !== '' && cells[row]?.text !== cells[before]?.text);
  });
  return isParted ? { column, order } : undefined;
}

/** Whether every value is the other column's with something behind it: «23715012-0087-1». */
function isFiner({ cells, filled }: ColumnValues, of: ColumnValues): boolean {
  return (
    filled.length > 1 &&
    cells.every(({ text }, row) => {
      const order = of.cells[row]?.text ?? '';
      return text === ''
        ? order === ''
        : order !== '' && text.startsWith(order) && /^[-/._]\d+$/.test(text.slice(order.length));
    })
  );
}

/** A merchant's code stands beside no variation id: plain numbers beside one are the WMS's. */
export function holdsIds(column: HeadedColumn | undefined): boolean {
  const about = column?.name.about;
  return (
    about?.has('product') === true && about.has('code') && (column?.values.fitShare('client_product_id') ?? 0) >= 0.95
  );
}

/**
 * Where nothing is known to give the WMS's id, the one column of ids («X ID») beside the columns of items is theirs: of
 * wares that are in no list of words, or beside the shop's own codes. The WMS's ids of orders stand elsewhere.
 */
export function findProductIds(
  columns: readonly HeadedColumn[],
  taken: AssignedFields,
  used: ReadonlySet<HeadedColumn>,
): HeadedColumn | undefined {
  if (taken.has('client_product_id')) return undefined;
  const items = itemColumns(taken);
  // A ware's size or colour may stand between.
  const isBeforeItems = (index: number): boolean =>
    items.has(columns.find((next) => next.index > index && next.name.unsentKind !== 'wareDetail')?.index ?? -1);
  const mayBe = columns.filter(({ index, name, values }) => {
    const isWms = name.about.has('wms');
    return (
      name.about.has('id') &&
      // The WMS's ids of orders are each of one row.
      (taken.has('order_id') || (isWms && doRepeat(values.filled))) &&
      [...name.about].every((one) => one === 'id' || one === 'wms' || one === 'filler') &&
      name.role === null &&
      // «ID» alone stands right before the pieces or the price.
      (name.folded.words.length === mostIdWords || isWms || (name.folded.words.length === 1 && isBeforeItems(index))) &&
      // A name or a code tells the product already, unless the WMS's id is given as well.
      (isWms || (!taken.has('product_name') && !taken.has('product_code'))) &&
      (isBeforeItems(index) || items.has(index - 1)) &&
      (values.fitShare('client_product_id') ?? 0) >= fitsIds
    );
  });
  const [found] = mayBe;
  return mayBe.length === 1 && found !== undefined && !used.has(found) ? found : undefined;
}

function doRepeat(cells: readonly Cell[]): boolean {
  return new Set(cells.map(({ text }) => text.trim())).size < cells.length;
}

/**
 * A column that is what a total lacks of price × quantity, on every row that has both, is the discount whatever its heading,
 * unless that says that it is taken off the seller's money (commission, tax) or paid apart (advance).
 */
export function findDiscount(
  columns: readonly HeadedColumn[],
  taken: AssignedFields,
  used: ReadonlySet<HeadedColumn>,
): HeadedColumn | undefined {
  const price = taken.get('price')?.columns[0];
  const quantity = taken.get('quantity')?.columns[0];
  const totals = columns.filter(
    (column) =>
      column === taken.get('final_price')?.columns[0] || (!used.has(column) && column.name.unsentKind === 'total'),
  );
  if (!price || totals.length === 0) return undefined;
  const free = columns.filter(
    (column) =>
      !used.has(column) &&
      !totals.includes(column) &&
      (column.name.unsentKind === undefined || column.name.about.has('card')) &&
      (!column.name.about.has('other') || column.name.about.has('card')) &&
      !column.name.folded.percent &&
      column.name.matches.length === 0,
  );
  return free.find((column) => totals.some((total) => isTakenOff(column, price, total, quantity)));
}

/**
 * Where nothing gives discounts or final prices, the one column of discounts in per cent, unless a total says that they are
 * in the price already.
 */
export function findPercents(
  columns: readonly HeadedColumn[],
  taken: AssignedFields,
  used: ReadonlySet<HeadedColumn>,
): HeadedColumn | undefined {
  const price = taken.get('price')?.columns[0];
  if (price === undefined || taken.has('discount') || taken.has('final_price')) return undefined;
  const quantity = taken.get('quantity')?.columns[0];
  const mayBe = columns.filter(({ name }) => name.unsentKind === 'discountPercent');
  const totals = columns.filter((column) => !used.has(column) && column.name.unsentKind === 'total');
  const [found] = mayBe;
  return mayBe.length === 1 && found !== undefined && !used.has(found) && areTakenOff(found, price, quantity, totals)
    ? found
    : undefined;
}

/** Where every row is of one piece, the only total is its price. */
export function findPriceOfOne(
  columns: readonly HeadedColumn[],
  taken: AssignedFields,
  used: ReadonlySet<HeadedColumn>,
): HeadedColumn | undefined {
  const pieces = taken.get('quantity')?.columns[0]?.values.filled ?? [];
  if (pieces.length === 0 || !pieces.every(isOnePiece)) return undefined;
  const totals = columns.filter(
    ({ name, values }) => name.unsentKind === 'total' && (values.fitShare('price') ?? 0) >= nearlyAllFit,
  );
  const [total] = totals;
  return total && totals.length === 1 && !used.has(total) && total.values.filled.length >= pieces.length
    ? total
    : undefined;
}

/**
 * Where no heading says what a price is, the one column of sums under an unknown heading that is proven to be of one piece: a
 * total is it × quantity, or it stays the same for a product of which several rows have other numbers of pieces.
 */
export function findProvenPrice(
  columns: readonly HeadedColumn[],
  taken: AssignedFields,
  used: ReadonlySet<HeadedColumn>,
): HeadedColumn | undefined {
  const quantity = taken.get('quantity')?.columns[0];
  if (quantity === undefined) return undefined;
  const product = (['client_product_id', 'product_code', 'product_name'] as const)
    .map((field) => taken.get(field)?.columns[0])
    .find((column) => column !== undefined);
  const free = columns.filter((column) => !used.has(column) && mayBeSums(column));
  const totals = columns.filter((column) => !used.has(column) && column.name.unsentKind === 'total');
  const found = free.filter(
    (column) =>
      [...totals, ...free].some((total) => total !== column && isOfPiece(column, quantity, total)) ||
      (product !== undefined && goesWithProduct(column, product, quantity)),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Whether the column holds sums, and its heading says nothing of them. */
function mayBeSums({ name, values }: HeadedColumn): boolean {
  return (
    name.matches.length === 0 &&
    name.unsentKind === undefined &&
    name.part === undefined &&
    !name.folded.foreignUnit &&
    !name.folded.percent &&
    !unlikeSums.some((concept) => name.about.has(concept)) &&
    (values.fitShare('price') ?? 0) >= nearlyAllFit &&
    values.filled.some(({ text }) => Number(text.replace(/\D/g, '')) >= leastSum)
  );
}

/** What a heading of sums is about that are no price: «Себестоимость», «Комиссия». */
const unlikeSums = ['other', 'payment', 'fee', 'delivery', 'discount', 'total', 'phone', 'number', 'id'] as const;
const leastSum = 1000;

function isOnePiece(cell: Cell): boolean {
  const parsed = parseQuantity(cell);
  return parsed.kind === 'value' && parsed.value === 1;
}

/**
 * Where no heading says what a price is, the one pair of columns with unknown headings of which the second is the first
 * less the discount («UP», «Disc», «Net»).
 */
export function findPrices(
  columns: readonly HeadedColumn[],
  taken: AssignedFields,
  used: ReadonlySet<HeadedColumn>,
): { readonly price: HeadedColumn; readonly final: HeadedColumn } | undefined {
  const discount = taken.get('discount')?.columns[0];
  if (discount === undefined || taken.has('price') || taken.has('final_price')) return undefined;
  const quantity = taken.get('quantity')?.columns[0];
  const free = columns.filter(
    (column) =>
      !used.has(column) &&
      column.name.matches.length === 0 &&
      column.name.unsentKind === undefined &&
      !column.name.about.has('other') &&
      (column.values.fitShare('price') ?? 0) >= nearlyAllFit,
  );
  const found = free.flatMap((price) =>
    free.flatMap((final) => (isFinalPrice(final, price, discount, quantity) ? [{ price, final }] : [])),
  );
  return found.length === 1 ? found[0] : undefined;
}

const oldPrice = /(?<!\p{L})(?:eski|эски|стара|прежн|old|oldingi|олдинги|avvalgi|аввалги)/iu;

/**
 * Of two columns of prices, one of them headed as the old one: what is paid is the other. The old one is the price before the
 * discount where it is never the lower, else nothing.
 */
export function findNewPrice(
  columns: readonly HeadedColumn[],
  taken: AssignedFields,
  used: ReadonlySet<HeadedColumn>,
): { readonly old: HeadedColumn | null; readonly now: HeadedColumn } | undefined {
  const price = taken.get('price')?.columns[0];
  if (!price || taken.has('discount') || taken.has('final_price')) return undefined;
  const isPrice = ({ name }: HeadedColumn): boolean => name.matches.some(({ field }) => field === 'price');
  const others = columns.filter((column) => !used.has(column) && isPrice(column));
  const [other] = others;
  if (other === undefined || others.length > 1) return undefined;
  const [old, now] = oldPrice.test(price.heading) ? [price, other] : [other, price];
  if (!oldPrice.test(old.heading) || oldPrice.test(now.heading)) return undefined;
  return { old: isNeverLower(old, now) ? old : null, now };
}

export function findFinalPrice(
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

/** Firms that a distributor delivers to; a sheet of orders of one's own shop names its customers. */
const firms: ReadonlySet<Role | null> = new Set(['shop', 'company', 'counterparty', 'pickupPoint']);
const fewestFirms = 2;

/**
 * Where no column names a customer, the column of shops or firms («Магазин», «Dorixona») of which each has one phone or
 * address, and each phone or address one of them.
 */
export function findFirm(
  columns: readonly HeadedColumn[],
  taken: AssignedFields,
  used: ReadonlySet<HeadedColumn>,
): HeadedColumn | undefined {
  const phone = taken.get('phone')?.columns[0];
  const beside = phone ?? taken.get('address')?.columns[0];
  if (taken.has('full_name') || beside === undefined) return undefined;
  const mayBe = columns.filter(
    (column) =>
      !used.has(column) &&
      firms.has(column.name.role) &&
      // A marketplace hides its customers: its pick-up points have an address, and nobody's phone.
      (column.name.role !== 'pickupPoint' || phone !== undefined) &&
      column.name.matches.length === 0 &&
      [...column.name.about].every((concept) => concept === 'title' || concept === 'name' || concept === 'filler') &&
      (column.values.fitShare('full_name') ?? 0) >= nearlyAllFit &&
      isOneToOne(column.values, beside.values),
  );
  return mayBe.length === 1 ? mayBe[0] : undefined;
}

/** Whether each value stands beside one value of the other column alone, and the reverse. */
function isOneToOne({ cells }: ColumnValues, { cells: others }: ColumnValues): boolean {
  const of = new Map<string, string>();
  const back = new Map<string, string>();
  for (const [row, { text }] of cells.entries()) {
    const other = others[row]?.text ?? '';
    if (text === '' || other === '') continue;
    if ((of.get(text) ?? other) !== other || (back.get(other) ?? text) !== text) return false;
    of.set(text, other);
    back.set(other, text);
  }
  return of.size >= fewestFirms;
}
