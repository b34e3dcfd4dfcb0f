/** Finds what other shops' product tables say of products that a file's own shop does not know: to be offered, never taken. */
import type { Shop } from '../../shared/domain/model/shop.ts';
import type { Product, ProductKey } from '../../shared/domain/products/product.ts';
import { ProductTable } from '../../shared/domain/products/product-table.ts';

export interface ProductOffer {
  /** Name of the shop. */
  readonly shop: string;
  /** Under the key that was asked for. */
  readonly product: Product;
}

/** The tables of a store, in this thread or behind a port. */
export interface ProductTables {
  readonly shops: { list(): readonly Shop[] | Promise<readonly Shop[]> };
  readonly products: { list(server: string, shop: string): readonly Product[] | Promise<readonly Product[]> };
}

/**
 * What the other shops know of each key, with their names; keys that none knows are left out.
 * @param server identity of the server
 * @param own id of the shop whose file it is; null: nobody knows, so that no shop is another one
 */
export async function productOffers<K extends ProductKey>(
  { shops, products }: ProductTables,
  server: string,
  own: string | null,
  keys: readonly K[],
): Promise<readonly { readonly asked: K; readonly offers: readonly ProductOffer[] }[]> {
  if (own === null || keys.length === 0) return [];
  const others: { readonly shop: string; readonly table: ProductTable }[] = [];
  for (const { id, name } of await shops.list())
    if (id !== own) others.push({ shop: name, table: new ProductTable(await products.list(server, id)) });
  return keys.flatMap((asked) => {
    const { keyKind, key } = asked;
    const offers = others.flatMap(({ shop, table }) => {
      const product = table.find(keyKind, key);
      return product === undefined ? [] : [{ shop, product: { ...product, keyKind, key } }];
    });
    return offers.length === 0 ? [] : [{ asked, offers }];
  });
}
