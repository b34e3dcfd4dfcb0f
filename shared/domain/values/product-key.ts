/** The merchant's own code or name of a product, as it is looked up in the product table (docs/domain.md, decision 22). */
import { foldKey, type KeyKind } from '../products/product.ts';
import type { Cell } from '../table/table.ts';
import { quoted, textOf } from './cell-text.ts';
import { refusal, valueWith, type Parsed } from './parsed.ts';

const longestKey = 1000;
/** A long barcode as Excel shortens it: its last digits are gone. */
const shortened = /^\d(?:[.,]\d+)?e\+\d+$/i;

/** The clean text. A barcode that Excel shortened (`4.78E+12`) is refused: it would be looked up as another one. */
export function parseProductKey(cell: Cell, kind: KeyKind): Parsed<string> {
  const content = textOf(cell, ['number'], { field: kind === 'code' ? 'product_code' : 'product_name' });
  if (content.kind !== 'content') return content;
  const { text, remarks } = content;
  if (kind === 'code' && shortened.test(text)) return refusal('values.productCode.scientific', { value: quoted(text) });
  if (text.length > longestKey) return refusal('values.textTooLong', { value: quoted(text), length: text.length, limit: longestKey });
  return foldKey(kind, text) === '' ? { kind: 'blank' } : valueWith(text, remarks);
}
