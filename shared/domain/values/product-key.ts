/** Parses the merchant's code or name of a product, to look it up in the product table (docs/domain.md, decision 22). */
import { foldProductKey, type ProductKeyKind } from '../products/product.ts';
import type { Cell } from '../table/table.ts';
import { excerpt, readCellContent } from './cell-text.ts';
import { refusedCell, parsedValueWith, type Parsed } from './parsed.ts';

const longestKey = 1000;
/** A long barcode as shortened by Excel: its last digits are lost. */
const shortened = /^\d(?:[.,]\d+)?e\+\d+$/i;

/** Returns the clean text. A barcode that Excel shortened (`4.78E+12`) is refused: it would match another product. */
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
