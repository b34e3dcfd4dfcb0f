/** Sums of money in soʻm (docs/domain.md, decisions 4 and «Numbers»). */
import type { Cell } from '../table.ts';
import { blank, refusal, value, type Parsed } from './parsed.ts';

export type MoneyField = 'price' | 'discount' | 'final_price';

/** A whole number of soʻm ≥ 0. Never rounds: a fraction, another currency, a percentage and a negative sum are refused. */
export function parseMoney(cell: Cell, field: MoneyField): Parsed<number> {
  const text = cell.text.replace(/[\s.,]0+$/, '').replace(/\s/g, '');
  if (text === '') return blank;
  return /^\d{1,15}$/.test(text) ? value(Number(text)) : refusal('values.number-unreadable', { value: cell.text, field });
}
