/** Parses product and variation ids (docs/domain.md, decisions 22 and 23). */
import type { Cell } from '../table/table.ts';
import { excerpt } from './cell-text.ts';
import { parsedValue, warningRemark, type Parsed } from './parsed.ts';
import { largestInt32, readId, type IdName } from './id-number.ts';

/** An integer ≥ 1. A merchant's code with letters is refused; letters are never stripped. */
export function parseProductId(cell: Cell): Parsed<number> {
  return parseIdCell(cell, 'productId');
}

/** Like {@link parseProductId}; sizes and colours («M», «qizil») are refused. */
export function parseVariationId(cell: Cell): Parsed<number> {
  return parseIdCell(cell, 'variationId');
}

function parseIdCell(cell: Cell, code: IdName): Parsed<number> {
  const id = readId(cell, code);
  if (id.kind !== 'number') return id;
  // Leading zeros or the length of a barcode suggest a merchant's code that happens to be a number.
  const doubtful = id.number > largestInt32 || /^0\d/.test(id.text);
  return doubtful
    ? parsedValue(id.number, ...id.remarks, warningRemark(`values.${code}.doubtful`, { value: excerpt(id.text) }))
    : parsedValue(id.number, ...id.remarks);
}
