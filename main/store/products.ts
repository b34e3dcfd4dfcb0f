/** Stores the product tables, one per server and shop (docs/domain.md, decision 22). */
import { foldProductKey, productKeyKinds, productSchema, type Product } from '../../shared/domain/products/product.ts';
import { serverTableKey } from '../../shared/wms/practice-server.ts';
import type { Database, Row } from './database.ts';
import { isServer } from './server-names.ts';
import type { ProductStore } from './shop-stores.ts';

export function openProductStore(database: Database): ProductStore {
  return {
    all: () =>
      database.all('SELECT DISTINCT server, shop FROM products ORDER BY server, shop').map((row) => {
        const [server, shop] = [String(row['server']), String(row['shop'])];
        const rows = database.all(
          'SELECT * FROM products WHERE server = ? AND shop = ? ORDER BY key_kind, folded',
          server,
          shop,
        );
        return { server, shop, products: rows.map(productOf) };
      }),
    list(server, shop) {
      const own = serverTableKey(server);
      const rows = database.all(
        `SELECT * FROM products WHERE server ${isServer()} AND shop = ? ORDER BY key_kind, key COLLATE NOCASE, server = ? DESC`,
        own,
        shop,
        own,
      );
      // A key that the address has itself counts before what its other names have.
      return rows
        .filter(
          (row, at) => row['key_kind'] !== rows[at - 1]?.['key_kind'] || row['folded'] !== rows[at - 1]?.['folded'],
        )
        .map(productOf);
    },
    accepted: (server) =>
      database
        .all(`SELECT DISTINCT product FROM accepted_products WHERE server ${isServer()} ORDER BY product`, server)
        .map((row) => Number(row['product'])),
    save: (server, shop, products) =>
      database.transaction(() => {
        for (const given of products) {
          const { keyKind, key, productId, variationId, price } = productSchema.parse(given);
          const folded = foldProductKey(keyKind, key);
          // Nothing that could be looked up is left of the key.
          if (folded === '') continue;
          database.run(
            `INSERT INTO products
               (server, shop, key_kind, folded, key, client_product_id, client_product_variation_id, price)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (server, shop, key_kind, folded) DO UPDATE
             SET key = ?5, client_product_id = ?6, client_product_variation_id = ?7, price = ?8`,
            serverTableKey(server),
            shop,
            keyKind,
            folded,
            key,
            productId,
            variationId,
            price,
          );
        }
      }),
    remove: (server, shop, keys) =>
      database.transaction(() => {
        for (const { keyKind, key } of keys)
          database.run(
            'DELETE FROM products WHERE server = ? AND shop = ? AND key_kind = ? AND folded = ?',
            serverTableKey(server),
            shop,
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
