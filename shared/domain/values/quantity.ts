/** Quantities (docs/domain.md, decision 30). */
import type { Cell } from '../table.ts';
import { blank, refusal, value, type Parsed } from './parsed.ts';

/** A number of pieces, an integer ≥ 1; over 1000 with a warning. `1.000` and `1,000` are ambiguous and refused. */
export function parseQuantity(cell: Cell): Parsed<number> {
  const text = cell.text.trim().replace(/\.0+$/, '');
  if (text === '') return blank;
  return /^\d{1,15}$/.test(text) ? value(Number(text)) : refusal('values.number-unreadable', { value: cell.text });
}
