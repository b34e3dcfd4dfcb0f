/** Says a product of the table in one line: which one in the WMS, and its price. */
import type { Product } from '../domain/products/product.ts';
import type { Translator } from './translator.ts';

/** Digits in groups of three with no-break spaces: `54 310 000`. */
export function withDigitGroups(amount: number): string {
  return String(Math.round(amount)).replace(/\B(?=(?:\d{3})+$)/gu, '\u00a0');
}

/** `17 · variation 3 · 50 000 so’m`: what a number is stands beside it, as each of the last two may be missing. */
export function productText(
  t: Translator,
  { productId, variationId, price }: Pick<Product, 'productId' | 'variationId' | 'price'>,
): string {
  return [
    String(productId),
    variationId === null ? null : t('word.variation', { variation: String(variationId) }),
    price === null ? null : t('word.money', { amount: withDigitGroups(price) }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
