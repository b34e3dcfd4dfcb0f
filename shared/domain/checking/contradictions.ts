/**
 * Reports what a row says that contradicts its order, in columns that are not sent: another currency, boxes instead of
 * pieces, a size that no variation stands for, totals that do not add up; and holds orders while a question about the
 * file's sums or dates is open (docs/domain.md, «What the sheet contradicts»).
 */
import type { EditedTable } from '../table/edited-table.ts';
import { excerpt } from '../values/cell-text.ts';
import { isBlankText } from '../values/clean-text.ts';
import { fold } from '../values/fold.ts';
import { parseMoney } from '../values/money.ts';
import { isPlaceholder } from '../values/not-to-send-words.ts';
import type { FieldReaders } from './field-readers.ts';
import type { FileDoubts, WatchedColumns } from './file-doubts.ts';
import type { IssueCollector } from './issue-collector.ts';
import type { ItemLine } from './item-lines.ts';
import { checkPriceScale } from './price-scale.ts';

export interface ContradictionContext {
  readonly table: EditedTable;
  readonly readers: FieldReaders;
  readonly doubts: FileDoubts;
  readonly watched: WatchedColumns;
}

const ourCurrency = /^(?:uzs|som|sum|сум|сом|сумм|сумов|узс|860|som uzs|узбекский сум|uzbek som|oz som)$/u;
const pieces =
  /^(?:шт|штук|штука|штуки|dona|дона|ta|та|pcs|pc|piece|pieces|ед|единица|шт шт|dn|don|796|комплект|компл|komplekt|набор|toplam|тўплам|juft|пара|пар)$/u;
/** Units by which a ware is sold, folded. */
const soldBy =
  /^(?:kg|кг|килограмм|kilogramm?|l|л|litr|литр|m|м|metr|метр|пог м|п м|pog m|кв м|м2|m2|рул|рулон|rulon|уп|упак|упаковка|пач|пачка|pachka|bogcham|oram|урам)$/u;

export function checkContradictions(
  context: ContradictionContext,
  lines: readonly ItemLine[],
  first: number,
  collector: IssueCollector,
): void {
  const { doubts, readers, watched } = context;
  if (doubts.smallPrice !== null)
    collector.addForCell(first, readers.price, 'error', 'orders.waits', { field: 'price' });
  if (doubts.percent !== null)
    collector.addForCell(first, readers.discount, 'error', 'orders.waits', { field: 'discount' });
  if (doubts.exchangedDate !== null)
    collector.addForCell(first, readers.scheduled_at, 'error', 'orders.waits', { field: 'scheduled_at' });
  for (const { column, field } of watched.newer) checkNewer(context, lines, column, readers[field], collector);
  if (watched.pickupPoint !== null) checkPickupPoint(context, lines, watched.pickupPoint, collector);
  checkPlaceholder(context, first, collector);
  let before = -1;
  for (const line of lines) {
    if (line.index === before) continue;
    before = line.index;
    // 650 of another currency are no thousands.
    if (watched.currency.length === 0 || !checkCurrency(context, line.index, collector))
      checkPriceScale(context, line, collector);
    if (watched.units.length > 0) checkUnit(context, line, collector);
    if (watched.details.length > 0) checkDetail(context, line, collector);
  }
  if (watched.totals.length > 0) checkTotals(context, lines, collector);
}

/** A filled «new address» takes the place of the old one. */
function checkNewer(
  { table }: ContradictionContext,
  lines: readonly ItemLine[],
  column: number,
  reader: FieldReaders['address' | 'phone'],
  collector: IssueCollector,
): void {
  for (const index of new Set(lines.map((line) => line.index))) {
    const text = table.text(index, column).trim();
    if (reader.column === null || isBlankText(text) || table.isEdited(index, reader.column)) continue;
    if (fold(text) === fold(reader.text(index))) continue;
    collector.addWithSuggestion(
      index,
      reader,
      'error',
      'orders.newerValue',
      { field: reader.field, value: excerpt(text) },
      text,
    );
  }
}

/** An order that goes to a pick-up point has its address in a column of its own. */
function checkPickupPoint(
  { table, readers }: ContradictionContext,
  lines: readonly ItemLine[],
  column: number,
  collector: IssueCollector,
): void {
  const { address } = readers;
  for (const index of new Set(lines.map((line) => line.index))) {
    const text = table.text(index, column).trim();
    if (address.column === null || isBlankText(text) || table.isEdited(index, address.column)) continue;
    if (fold(text) === fold(address.text(index))) continue;
    collector.addWithSuggestion(index, address, 'error', 'orders.pickupPoint', { value: excerpt(text) }, text);
  }
}

/** «To be clarified» is no address. */
function checkPlaceholder({ readers }: ContradictionContext, first: number, collector: IssueCollector): void {
  for (const reader of [readers.address, readers.full_name]) {
    if (reader.column === null) continue;
    const text = reader.text(first);
    if (!isPlaceholder(text)) continue;
    const fix = { kind: 'leaveOut', orderKeys: [collector.orderId] } as const;
    collector.addForCell(
      first,
      reader,
      'error',
      'orders.placeholder',
      { field: reader.field, value: excerpt(text) },
      fix,
    );
  }
}

/** Whether the row's price is in another currency, which is said. */
function checkCurrency(
  { table, watched, readers }: ContradictionContext,
  index: number,
  collector: IssueCollector,
): boolean {
  // What a person typed is in so'm, as everything in the grid is.
  if (readers.price.column !== null && table.isEdited(index, readers.price.column)) return false;
  const others = watched.currency
    .map((column) => table.text(index, column).trim())
    .filter((text) => !isBlankText(text) && !ourCurrency.test(fold(text)));
  for (const text of others)
    collector.addForCell(index, readers.price, 'error', 'orders.otherCurrency', { value: excerpt(text) });
  return others.length > 0;
}

/**
 * A unit beside the quantity. Metres, kilograms, rolls and packs are how a ware is sold, and one of them is its piece, where
 * the row's total is the price of one times their number; else that is asked. A box holds pieces, and who knows how many.
 */
function checkUnit(context: ContradictionContext, line: ItemLine, collector: IssueCollector): void {
  const { table, watched, readers } = context;
  const { index, quantity: counted } = line;
  for (const column of watched.units) {
    const text = table.text(index, column).trim();
    const quantity = readers.quantity;
    if (isBlankText(text) || pieces.test(fold(text))) continue;
    // A quantity that a person typed is in pieces.
    if (quantity.column !== null && table.isEdited(index, quantity.column)) continue;
    const params = { value: excerpt(text), quantity: quantity.text(index) };
    const ofSale = counted !== null && soldBy.test(fold(text)) ? counted.value : null;
    if (ofSale !== null && isTotalOf(context, line))
      collector.addForCell(index, quantity, 'notice', 'orders.unitOfSale', params);
    else if (ofSale === null) collector.addForCell(index, quantity, 'error', 'orders.otherUnit', params);
    else
      collector.addWithSuggestion(
        index,
        quantity,
        'error',
        'orders.otherUnit',
        params,
        `${ofSale} ${/\p{Script=Cyrillic}/u.test(text) ? 'шт' : 'dona'}`,
      );
  }
}

/** Whether a total of the row is what its line comes to. */
function isTotalOf({ table, watched }: ContradictionContext, line: ItemLine): boolean {
  if (line.money.price === null || line.quantity === null) return false;
  const [perUnit, perLine, full] = sumsOf([line]);
  return watched.totals.some((column) => {
    const parsed = parseMoney(table.cell(line.index, column), 'price');
    return parsed.kind === 'value' && [perUnit, perLine, full].includes(parsed.value);
  });
}

/** A size or colour says nothing to the WMS: only a variation id does. */
function checkDetail(
  { table, watched }: ContradictionContext,
  { index, variation, tellsDetail }: ItemLine,
  collector: IssueCollector,
): void {
  // A code of the merchant's is of one size and colour; so is a name together with them.
  if (tellsDetail || (variation !== null && variation.origin !== 'profile')) return;
  for (const column of watched.details) {
    const text = table.text(index, column).trim();
    if (!isBlankText(text))
      collector.addForRow(
        index,
        column,
        'warning',
        'orders.detailNotSent',
        { value: excerpt(text) },
        { field: 'client_product_variation_id' },
      );
  }
}

function piecesOf(lines: readonly ItemLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + (quantity?.value ?? 0), 0);
}

/** The sums that a total may stand for: per piece or line, with or without the delivery fee. */
function checkTotals(
  { table, watched }: ContradictionContext,
  lines: readonly ItemLine[],
  collector: IssueCollector,
): void {
  if (lines.some(({ money, quantity }) => money.price === null || money.discount === null || quantity === null)) return;
  if (lines.length === 1 && lines[0] !== undefined && areAsUsual(table, watched.totals, lines[0])) return;
  const rows = [...new Set(lines.map(({ index }) => index))];
  const all = sumsOf(lines);
  for (const column of watched.totals)
    for (const index of rows) {
      const cell = table.cell(index, column);
      const parsed = cell.kind === 'empty' ? null : parseMoney(cell, 'price');
      if (parsed?.kind !== 'value' || parsed.value === 0) continue;
      const own = [...sumsOf(lines.filter((line) => line.index === index)), ...all];
      const fees = sumsIn(table, rows, watched.fees);
      const off = sumsIn(table, rows, watched.orderDiscounts);
      const more = fees.flatMap((fee) => off.map((discount) => fee - discount));
      if (own.some((sum) => more.some((fee) => sum + fee === parsed.value))) continue;
      // «Jami» behind wares that are columns may count their pieces.
      if (piecesOf(lines.filter((line) => line.index === index)) === parsed.value) continue;
      // A total above the wares' may hold a delivery fee that stands nowhere.
      if (
        watched.fees.length === 0 &&
        own.every((sum) => sum < parsed.value) &&
        rows.length === 1 &&
        lines[0]?.quantity?.value === 1
      )
        continue;
      collector.addForRow(
        index,
        column,
        'warning',
        'orders.totalDiffers',
        { value: parsed.value, sum: own[0] ?? 0 },
        { field: 'final_price' },
      );
    }
}

/** Quick test for most rows: every total is the line's sum. */
function areAsUsual(table: EditedTable, totals: readonly number[], { index, money, quantity }: ItemLine): boolean {
  const sum = ((money.price?.value ?? 0) - (money.discount?.value ?? 0)) * (quantity?.value ?? 1);
  return totals.every((column) => {
    const held = table.rawValue(index, column);
    return held === '' || held === sum || held === String(sum);
  });
}

/** Nothing, each amount in these columns, and all together. */
function sumsIn(table: EditedTable, rows: readonly number[], columns: readonly number[]): number[] {
  const amounts = rows.flatMap((row) =>
    columns.flatMap((column) => {
      const parsed = parseMoney(table.cell(row, column), 'price');
      return parsed.kind === 'value' ? parsed.value : [];
    }),
  );
  return [0, ...amounts, amounts.reduce((sum, amount) => sum + amount, 0)];
}

function sumsOf(lines: readonly ItemLine[]): number[] {
  let full = 0;
  let perUnit = 0;
  let perLine = 0;
  let prices = 0;
  let finals = 0;
  for (const { money, quantity } of lines) {
    const [price, discount, count] = [money.price?.value ?? 0, money.discount?.value ?? 0, quantity?.value ?? 1];
    full += price * count;
    perUnit += (price - discount) * count;
    perLine += price * count - discount;
    prices += price;
    finals += price - discount;
  }
  return [perUnit, perLine, full, ...(lines.length === 1 ? [prices, finals] : [])];
}
