/** Stores the product tables, one per server (docs/domain.md, decision 22). */
import { foldProductKey, productKeyKinds, productSchema, type Product } from '../../shared/domain/products/product.ts';
import { serverTableKey } from '../../shared/wms/practice-server.ts';
import type { Database, Row } from './database.ts';
import type { ProductStore } from './store.ts';

export function openProductStore(database: Database): ProductStore {
  return {
    list: (server) =>
      database
        .all('SELECT * FROM products WHERE server = ? ORDER BY key_kind, key COLLATE NOCASE', serverTableKey(server))
        .map(productOf),
    save: (server, products) =>
      database.transaction(() => {
        for (const given of products) {
          const { keyKind, key, productId, variationId, price } = productSchema.parse(given);
          const folded = foldProductKey(keyKind, key);
          // Nothing that could be looked up is left of the key.
          if (folded === '') continue;
          database.run(
            `INSERT INTO products
               (server, key_kind, folded, key, client_product_id, client_product_variation_id, price)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (server, key_kind, folded) DO UPDATE
             SET key = ?4, client_product_id = ?5, client_product_variation_id = ?6, price = ?7`,
            serverTableKey(server),
            keyKind,
            folded,
            key,
            productId,
            variationId,
            price,
          );
        }
      }),
    remove: (server, keys) =>
      database.transaction(() => {
        for (const { keyKind, key } of keys)
          database.run(
            'DELETE FROM products WHERE server = ? AND key_kind = ? AND folded = ?',
            serverTableKey(server),
            keyKind,
            foldProductKey(keyKind, key),
          );
      }),
  };
}

function productOf(row: Row): Product {
  const number = (name: string) => (row[name] === null ? null : Number(row[name]));
  return {
    keyKind: productKeyKinds.find((kind) => kind === row['key_kind']) ?? 'name',
    key: String(row['key']),
    productId: Number(row['client_product_id']),
    variationId: number('client_product_variation_id'),
    price: number('price'),
  };
}
