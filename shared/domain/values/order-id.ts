/** Order ids (docs/domain.md, decision 11). */
import type { Cell } from '../table.ts';
import { blank, refusal, value, type Parsed } from './parsed.ts';

/** An integer ≥ 1: `1001`, `#1001`, `№ 1001`, `1001.0`, `01001`; letters, fractions and scientific text are refused. */
export function parseOrderId(cell: Cell): Parsed<number> {
  const text = cell.text.trim().replace(/^[#№]\s*/, '').replace(/\.0+$/, '');
  if (text === '') return blank;
  return /^\d{1,15}$/.test(text) ? value(Number(text)) : refusal('values.order-id-letters', { value: cell.text });
}
