/** Parses order ids (docs/domain.md, decision 11). */
import type { Cell } from '../table/table.ts';
import { excerpt } from './cell-text.ts';
import { parsedValue, parsedValueWith, warningRemark, type Parsed } from './parsed.ts';
import { largestInt32, readId } from './id-number.ts';

/** An integer ≥ 1: `1001`, `#1001`, `№ 1001`, `1001.0`, `01001`; letters, fractions and scientific text are refused. */
export function parseOrderId(cell: Cell): Parsed<number> {
  const id = readId(cell, 'orderId', /^[#№]\s*/);
  if (id.kind !== 'number') return id;
  if (id.number <= largestInt32) return parsedValueWith(id.number, id.remarks);
  return parsedValue(id.number, ...id.remarks, warningRemark('values.orderId.large', { value: excerpt(id.text) }));
}
