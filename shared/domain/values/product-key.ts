/** The merchant's own code or name of a product, as it is looked up in the product table (docs/domain.md, decision 22). */
import { foldProductKey, type ProductKeyKind } from '../products/product.ts';
import type { Cell } from '../table/table.ts';
import { excerpt, readCellContent } from './cell-text.ts';
import { refusedCell, parsedValueWith, type Parsed } from './parsed.ts';

const longestKey = 1000;
/** A long barcode as Excel shortens it: its last digits are gone. */
const shortened = /^\d(?:[.,]\d+)?e\+\d+$/i;

/** The clean text. A barcode that Excel shortened (`4.78E+12`) is refused: it would be looked up as another one. */
export function parseProductKey(cell: Cell, kind: ProductKeyKind): Parsed<string> {
  const content = readCellContent(cell, ['number'], { field: kind === 'code' ? 'product_code' : 'product_name' });
  if (content.kind !== 'content') return content;
  const { text, remarks } = content;
  if (kind === 'code' && shortened.test(text))
    return refusedCell('values.productCode.scientific', { value: excerpt(text) });
  if (text.length > longestKey)
    return refusedCell('values.textTooLong', { value: excerpt(text), length: text.length, limit: longestKey });
  return foldProductKey(kind, text) === '' ? { kind: 'blank' } : parsedValueWith(text, remarks);
}
