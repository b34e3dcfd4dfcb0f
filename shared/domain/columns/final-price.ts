/** Tells a final price from a total by its values: the heading of a total proves nothing. */
import { parseMoney } from '../values/money.ts';
import { parsePercent } from '../values/percent.ts';
import { parseQuantity } from '../values/quantity.ts';
import type { HeadedColumn } from './evidence.ts';

const nearlyAll = 0.9;
const fewestRows = 3;

/**
 * Whether the column is price − discount (per unit) or price × quantity − discount (per line) on nearly every row, and
 * some row has a discount; without one a total looks the same.
 */
export function isFinalPrice(
  column: HeadedColumn,
  price: HeadedColumn,
  discount: HeadedColumn,
  quantity: HeadedColumn | undefined,
): boolean {
  let rows = 0;
  let perUnit = 0;
  let perLine = 0;
  let discounts = 0;
  for (const [row, cell] of column.values.cells.entries()) {
    const final = parseMoney(cell, 'final_price');
    const unit = moneyAt(price, row, 'price');
    const off = moneyAt(discount, row, 'discount') ?? 0;
    if (final.kind !== 'value' || unit === undefined) continue;
    rows++;
    if (off > 0) discounts++;
    if (final.value === unit - off) perUnit++;
    if (final.value === unit * pieces(quantity, row) - off) perLine++;
  }
  return rows >= fewestRows && discounts > 0 && Math.max(perUnit, perLine) >= rows * nearlyAll;
}

/** Whether the column is price × quantity − total, or price − total, on every row where it is filled, and on some row at all. */
export function isTakenOff(
  column: HeadedColumn,
  price: HeadedColumn,
  total: HeadedColumn,
  quantity: HeadedColumn | undefined,
): boolean {
  let rows = 0;
  for (const row of column.values.cells.keys()) {
    const off = moneyAt(column, row, 'discount') ?? 0;
    if (off === 0) continue;
    const unit = moneyAt(price, row, 'price');
    const sum = moneyAt(total, row, 'price');
    if (unit === undefined || sum === undefined || off >= unit * pieces(quantity, row)) return false;
    if (sum !== unit * pieces(quantity, row) - off && sum !== unit - off) return false;
    rows++;
  }
  return rows > 0;
}

/** Whether the column is per cent wherever it is filled, on some row at all, and no total is the sum without them. */
export function areTakenOff(
  column: HeadedColumn,
  price: HeadedColumn,
  quantity: HeadedColumn | undefined,
  totals: readonly HeadedColumn[],
): boolean {
  let rows = 0;
  for (const [row, cell] of column.values.cells.entries()) {
    const percent = parsePercent(cell);
    if (percent.kind === 'refusal') return false;
    if (percent.kind === 'blank' || Number(percent.value.digits) === 0) continue;
    rows++;
    const unit = moneyAt(price, row, 'price');
    if (unit === undefined) continue;
    const full = unit * pieces(quantity, row);
    if (totals.some((total) => moneyAt(total, row, 'price') === full)) return false;
  }
  return rows > 0;
}

/** Whether the column is at least the other wherever both are filled. */
export function isNeverLower(column: HeadedColumn, other: HeadedColumn): boolean {
  return [...column.values.cells.keys()].every((row) => {
    const [one, two] = [moneyAt(column, row, 'price'), moneyAt(other, row, 'price')];
    return one === undefined || two === undefined || one >= two;
  });
}

/**
 * Whether the column says what a piece costs, beyond doubt: the total is it × quantity on every row, on some of them of
 * several pieces.
 */
export function isOfPiece(column: HeadedColumn, quantity: HeadedColumn, total: HeadedColumn): boolean {
  let several = 0;
  for (const row of column.values.cells.keys()) {
    const [unit, sum] = [moneyAt(column, row, 'price'), moneyAt(total, row, 'price')];
    if (unit === undefined && sum === undefined) continue;
    const count = pieces(quantity, row);
    if (unit === undefined || unit === 0 || sum !== unit * count) return false;
    if (count > 1) several++;
  }
  return several > 0;
}

/**
 * Whether the column goes with the product and not with the pieces: each product has one value, and some product has it on
 * rows of several numbers of pieces.
 */
export function goesWithProduct(column: HeadedColumn, product: HeadedColumn, quantity: HeadedColumn): boolean {
  const known = new Map<string, { readonly unit: number; readonly count: number }>();
  let isProven = false;
  for (const row of column.values.cells.keys()) {
    const unit = moneyAt(column, row, 'price');
    const name = product.values.cells[row]?.text.trim() ?? '';
    if (unit === undefined || name === '') continue;
    const before = known.get(name);
    const count = pieces(quantity, row);
    if (before === undefined) known.set(name, { unit, count });
    else if (before.unit !== unit) return false;
    else if (before.count !== count) isProven = true;
  }
  return isProven;
}

function moneyAt(column: HeadedColumn, row: number, field: 'price' | 'discount'): number | undefined {
  const cell = column.values.cells[row];
  const parsed = cell && parseMoney(cell, field);
  return parsed?.kind === 'value' ? parsed.value : undefined;
}

function pieces(column: HeadedColumn | undefined, row: number): number {
  const cell = column?.values.cells[row];
  const parsed = cell && parseQuantity(cell);
  return parsed?.kind === 'value' ? parsed.value : 1;
}
