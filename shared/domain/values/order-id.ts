/** Order ids (docs/domain.md, decision 11). */
import type { Cell } from '../table/table.ts';
import { quoted } from './cell-text.ts';
import { value, valueWith, warning, type Parsed } from './parsed.ts';
import { largestInt32, readId } from './whole-number.ts';

/** An integer ≥ 1: `1001`, `#1001`, `№ 1001`, `1001.0`, `01001`; letters, fractions and scientific text are refused. */
export function parseOrderId(cell: Cell): Parsed<number> {
  const id = readId(cell, 'orderId', /^[#№]\s*/);
  if (id.kind !== 'number') return id;
  if (id.number <= largestInt32) return valueWith(id.number, id.remarks);
  return value(id.number, ...id.remarks, warning('values.orderId.large', { value: quoted(id.text) }));
}
