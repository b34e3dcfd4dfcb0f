/** Searches products by code, name and WMS id. */
import type { Product } from '../../shared/domain/products/product.ts';
import { fold } from '../../shared/domain/values/fold.ts';

export function searchProducts(products: readonly Product[], text: string): readonly Product[] {
  const wanted = fold(text);
  const typed = text.trim().toLowerCase();
  if (typed === '') return products;
  return products.filter(
    ({ key, productId, variationId }) =>
      key.toLowerCase().includes(typed) ||
      (wanted !== '' && fold(key).includes(wanted)) ||
      String(productId).startsWith(typed) ||
      (variationId !== null && String(variationId).startsWith(typed)),
  );
}
