/** Tells whether a shop that home and team have under one id is one shop: by its name, or by products that both know alike. */
import { fold } from '../../../shared/domain/values/fold.ts';
import type { Database } from '../database.ts';
import { isSameValue, sharedShopSchema } from './kinds.ts';
import { keysOf } from './schema.ts';

/**
 * The shop with what either side says of it; null: it may be two shops, or both say it otherwise.
 * @param ours as the home has it, and `theirs` as the team has it, in JSON
 */
export function mergedShops(database: Database, ours: string, theirs: string): string | null {
  const [here, there] = [ours, theirs].map((one) => sharedShopSchema.parse(JSON.parse(one)));
  if (here === undefined || there === undefined) return null;
  const isNamedAlike = here.name !== '' && fold(here.name) === fold(there.name);
  const isNameOpen = here.name === '' || there.name === '';
  if (!isNamedAlike && !(isNameOpen && haveProductsAlike(database, here.id))) return null;
  const isSaidOtherwise = (one: number | null, other: number | null): boolean =>
    one !== null && other !== null && one !== other;
  if (isSaidOtherwise(here.numberStart, there.numberStart) || isSaidOtherwise(here.account, there.account)) return null;
  return JSON.stringify(
    sharedShopSchema.parse({
      ...there,
      name: there.name === '' ? here.name : there.name,
      numberStart: there.numberStart ?? here.numberStart,
      account: there.account ?? here.account,
    }),
  );
}

/** Whether nothing speaks against one shop: one side has no products, or some are known to both and none otherwise. */
function haveProductsAlike(database: Database, shop: string): boolean {
  const [hasOurs, hasTheirs] = [
    `${keysOf('product', '?1')} LIMIT 1`,
    `SELECT 1 FROM team_things WHERE kind = 'product' AND shop = ?1 AND theirs IS NOT NULL LIMIT 1`,
  ].map((sql) => database.get(sql, shop) !== undefined);
  if (!hasOurs || !hasTheirs) return true;
  const both = database.all(
    `SELECT t.theirs, json_object('keyKind', p.key_kind, 'key', p.key, 'productId', p.client_product_id,
       'variationId', p.client_product_variation_id, 'price', p.price) AS ours
     FROM (SELECT *, json_array(shop, server, key_kind, folded) AS thing FROM products WHERE shop = ?1) p
     JOIN team_things t ON t.kind = 'product' AND t.key = p.thing AND t.theirs IS NOT NULL`,
    shop,
  );
  return both.length > 0 && both.every((row) => isSameValue('product', String(row['ours']), String(row['theirs'])));
}
