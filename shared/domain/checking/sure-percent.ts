/** Whether the file's discounts are per cent beyond doubt: then nobody need be asked. */
import type { ColumnPlan } from '../columns/column-plan.ts';
import { readHeading } from '../columns/name-match.ts';
import type { Rules } from '../model/rules.ts';
import type { Table } from '../table/table.ts';
import { parseMoney } from '../values/money.ts';
import { parsePercent } from '../values/percent.ts';
import { parseQuantity } from '../values/quantity.ts';

const lookedRows = 200;

/**
 * Whether, where nobody said otherwise, the heading of the discounts or each of their cells has the sign, or a sum of each
 * discounted row is what is left of its price; not where a sum is the whole price.
 */
export function arePercentsSure(rules: Rules, { mapping, columns, firstDataIndex }: ColumnPlan, table: Table): boolean {
  const [discount] = mapping.columns.discount ?? [];
  const [price] = mapping.columns.price ?? [];
  if (rules.discountIs !== 'ask' || discount === undefined || price === undefined) return false;
  if (mapping.columns.final_price !== undefined) return false;
  const isHeaded = readHeading(columns[discount]?.heading ?? '').folded.percent;
  const quantity = mapping.columns.quantity?.[0];
  const others = columns.flatMap(({ column, field }) => (field === null ? [column] : []));
  let looked = 0;
  for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + lookedRows); index++) {
    const cell = table.cell(index, discount);
    if (cell.kind === 'empty' || !/[1-9]/.test(cell.text)) continue;
    const parsed = parsePercent(cell);
    if (parsed.kind !== 'value') return false;
    const percent = Number(parsed.value.digits) / 10 ** parsed.value.decimals;
    const own = parseMoney(table.cell(index, price), 'price');
    if (own.kind !== 'value') continue;
    const pieces = quantity === undefined ? null : parseQuantity(table.cell(index, quantity));
    const full = own.value * (pieces?.kind === 'value' ? pieces.value : 1);
    const sums = others.flatMap((column) => {
      const sum = parseMoney(table.cell(index, column), 'price');
      return sum.kind === 'value' ? sum.value : [];
    });
    const isLeft = sums.some((sum) => [own.value, full].some((whole) => sum * 100 === whole * (100 - percent)));
    const hasSign = isHeaded || cell.kind === 'percent' || cell.text.includes('%');
    if (!isLeft && (!hasSign || sums.includes(full))) return false;
    looked++;
  }
  return looked > 0;
}
