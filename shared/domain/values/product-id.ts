/** Product and variation ids (docs/domain.md, decisions 22 and 23). */
import type { Cell } from '../table.ts';
import { blank, refusal, value, type Parsed } from './parsed.ts';

/** An integer ≥ 1. A merchant's code with letters is refused with a code of its own: letters are never stripped. */
export function parseProductId(cell: Cell): Parsed<number> {
  const text = cell.text.trim().replace(/\.0+$/, '');
  if (text === '') return blank;
  return /^\d{1,15}$/.test(text) ? value(Number(text)) : refusal('values.product-code', { value: cell.text });
}

/** Like {@link parseProductId}; sizes and colours («M», «qizil») are refused. */
export function parseVariationId(cell: Cell): Parsed<number> {
  return parseProductId(cell);
}
