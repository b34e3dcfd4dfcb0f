/** Schema of the product table's entries: a merchant's code or name, and the WMS's ids (docs/domain.md, decision 22). */
import { z } from 'zod';
import { cleanText } from '../values/clean-text.ts';
import { fold } from '../values/fold.ts';

/** What a product is looked up by: a code (SKU, артикул, barcode) or its name. */
export const productKeyKinds = ['code', 'name'] as const;
export type ProductKeyKind = (typeof productKeyKinds)[number];

const wmsId = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

export const productKeySchema = z.object({
  keyKind: z.enum(productKeyKinds),
  /** As the merchant writes it. */
  key: z.string().trim().min(1).max(1000),
});

export const productSchema = z.object({
  ...productKeySchema.shape,
  productId: wmsId,
  variationId: wmsId.nullable(),
  /** So'm; used where the file gives no price. */
  price: z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
});

export type ProductKey = Readonly<z.infer<typeof productKeySchema>>;
export type Product = Readonly<z.infer<typeof productSchema>>;

/**
 * Folds the ways in which the same key is typed into one form; '' where nothing is left. In names letters, digits and
 * the marks that distinguish products («A+», «20%») count; in codes everything but spaces. Folding a folded key changes
 * nothing.
 */
export function foldProductKey(kind: ProductKeyKind, text: string): string {
  if (kind === 'name') {
    const clean = cleanText(text.normalize('NFKC')).text;
    return fold(clean.replaceAll('+', ' plus ').replaceAll('%', ' foiz '));
  }
  // Until nothing changes: a wide «＇» becomes a text guard, an accent joins the letter that a space parted it from.
  let before: string;
  let folded = text;
  do {
    before = folded;
    folded = foldCode(before);
  } while (folded !== before);
  return folded;
}

function foldCode(text: string): string {
  return cleanText(text)
    .text.normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/gu, '-')
    .replace(/\s+/gu, '')
    .replace(/^(\d+)[.,]0+$/u, '$1');
}
