/** Stores the shops. A home without any has one, which nobody named; a removed one keeps its products, profiles and orders. */
import { firstShop, shopNameSchema, shopSchema, type Shop, type ShopName } from '../../shared/domain/model/shop.ts';
import { fold } from '../../shared/domain/values/fold.ts';
import { FailureError } from '../../shared/result.ts';
import type { Database, Row } from './database.ts';
import { practicePrefix } from '../../shared/wms/practice-server.ts';
import { sentStates } from './sent-numbers.ts';
import type { ShopStore } from './shop-stores.ts';

/** What a home must not hold for its nameless shop to be nobody's. */
const belongings = ['batches', 'products', 'profiles', 'settled', 'order_numbers', 'ledger_imports', 'access_keys'];

/** Whether the home holds nothing that could be a shop's. */
export function isHomeEmpty(database: Database): boolean {
  return belongings.every(
    (table) =>
      database.get(
        `WITH access_keys AS (SELECT key FROM secrets WHERE key LIKE 'key:%') SELECT 1 FROM ${table} LIMIT 1`,
      ) === undefined,
  );
}

export function openShopStore(database: Database): ShopStore {
  const list = (): Shop[] => {
    const shops = database.all('SELECT shop FROM shops WHERE removed = 0').map(shopOf);
    return shops.length === 0 ? [nameless] : shops.toSorted((a, b) => a.name.localeCompare(b.name));
  };

  function get(id: string): Shop | null {
    const row = database.get('SELECT shop FROM shops WHERE id = ?', id);
    return row ? shopOf(row) : id === firstShop ? nameless : null;
  }

  function keep(shop: Shop): Shop {
    const checked = shopSchema.parse(shop);
    database.run(
      'INSERT INTO shops (id, shop, removed) VALUES (?1, ?2, 0) ON CONFLICT (id) DO UPDATE SET shop = ?2, removed = 0',
      checked.id,
      JSON.stringify(checked),
    );
    return checked;
  }

  function refuseTaken(name: string, except: string | null): void {
    if (list().some((shop) => shop.id !== except && fold(shop.name) === fold(name)))
      throw new FailureError('shop.nameTaken', { name });
  }

  return {
    list,
    removed: () => database.all('SELECT shop FROM shops WHERE removed = 1').map(shopOf),
    get,
    add: (name, nameOfFirst) =>
      database.transaction(() => {
        const checked = shopNameSchema.parse(name);
        refuseTaken(checked, null);
        const [first] = list();
        // Whatever there is belongs to the shop that had no name so far; it must be told from the new one.
        if (first?.name === '' && !isHomeEmpty(database)) {
          keep({ ...first, name: nameOfFirst });
          refuseTaken(checked, null);
        }
        const id = fold(checked) || checked;
        const known = get(id);
        if (known === null) return keep({ ...nameless, id, name: checked });
        const isRemoved = database.get('SELECT 1 FROM shops WHERE id = ? AND removed = 1', id) !== undefined;
        if (isRemoved) return keep({ ...known, name: checked });
        // Another shop was added under this name, and is called otherwise now.
        for (let number = 2; ; number++)
          if (get(`${id} ${number}`) === null) return keep({ ...nameless, id: `${id} ${number}`, name: checked });
      }),
    adopt: (shop, nameOfFirst, keepIt) =>
      database.transaction(() => {
        const ours = list();
        const first = ours.find(({ id }) => id === firstShop);
        // The nameless shop of an empty home is nobody's yet.
        const isFree = first?.name === '' && isHomeEmpty(database);
        const known =
          (shop.id === firstShop ? null : ours.find(({ id }) => id === shop.id)) ??
          ours.find(({ name }) => shop.name !== '' && fold(name) === fold(shop.name)) ??
          (shop.name === '' ? first : undefined);
        const withTheirs = (one: Shop): Shop => {
          const { numberStart, account } = one;
          return keep({ ...one, numberStart: numberStart ?? shop.numberStart, account: account ?? shop.account });
        };
        if (known) return keepIt ? withTheirs(known) : known;
        if (!keepIt) return null;
        if (first?.name === '' && !isFree) {
          const named = keep({ ...first, name: nameOfFirst });
          // Theirs is called as ours is from now on.
          if (fold(shop.name) === fold(nameOfFirst)) return withTheirs(named);
        }
        if (shop.id === firstShop && (isFree || first === undefined))
          return keep({ ...shop, name: shop.name || nameOfFirst });
        const id = shop.id === firstShop ? fold(shop.name) || shop.name : shop.id;
        return keep({ ...shop, id, name: shop.name });
      }),
    unnamed() {
      const shops = list();
      const others = shops.filter(({ id }) => id !== firstShop).map(({ name }) => name);
      if (others.length === 0 || others.length === shops.length || !isFirstUnnamed(database)) return null;
      const count = (sql: string): number => Number(database.get(sql, firstShop)?.['n'] ?? 0);
      return {
        name: get(firstShop)?.name ?? '',
        orders: count(`SELECT count(*) AS n FROM (SELECT DISTINCT r.server, r.order_id FROM revisions r
          JOIN batches b ON b.id = r.batch_id WHERE b.shop = ? AND r.state IN ${sentStates} AND r.server NOT LIKE '${practicePrefix}%')`),
        products: count(`SELECT count(*) AS n FROM products WHERE shop = ? AND server <> 'practice'`),
        others,
      };
    },
    change: (id, change) =>
      database.transaction(() => {
        const shop = get(id);
        if (shop === null) throw new FailureError('shop.gone');
        if (change.name !== undefined) refuseTaken(change.name, id);
        const { name = shop.name, numberStart = shop.numberStart, account = shop.account } = change;
        return keep({ ...shop, name, numberStart, account });
      }),
    remove: (id) =>
      database.transaction(() => {
        const others = list().filter((shop) => shop.id !== id);
        if (others.length === 0) throw new FailureError('shop.last');
        database.run('UPDATE shops SET removed = 1 WHERE id = ?', id);
      }),
  };
}

const nameless: Shop = shopSchema.parse({ id: firstShop, name: '' });

/** What the first shop is called where its name was never written down outside the database, in any language. */
const nameOfRestoredFirst = '№ 1';

/** Whether the first shop, where there is one beside others, was never named by a person: it may be any of them. */
export function isFirstUnnamed(database: Database): boolean {
  const row = database.get('SELECT shop FROM shops WHERE id = ?', firstShop);
  const name = row && shopOf(row).name;
  return name === '' || name === nameOfRestoredFirst;
}

const tablesOfShops = ['batches', 'products', 'profiles', 'settled', 'order_numbers'];

/**
 * Gives back a shop that only the witness, or another computer's ledger, knows: what it sent is known by keys that its id
 * made, and would be new under another one. With it the first shop gets a name, where it has anything.
 * @param shop undefined: the one that nobody named
 */
export function restoreShop(database: Database, shop: ShopName | undefined): void {
  const add = (id: string, name: string): void =>
    void database.run(
      `INSERT INTO shops (id, shop, removed) VALUES (?1, ?2, 0)
       ON CONFLICT (id) DO UPDATE SET shop = json_set(shop, '$.name', ?3) WHERE json_extract(shop, '$.name') = ''`,
      id,
      JSON.stringify({ ...nameless, id, name }),
      name,
    );
  if (shop !== undefined) add(shop.id, shop.name);
  const isThere = (sql: string): boolean => database.get(`${sql} LIMIT 1`, firstShop) !== undefined;
  const hasFirst =
    shop === undefined || tablesOfShops.some((table) => isThere(`SELECT 1 FROM ${table} WHERE shop = ?`));
  if (hasFirst && isThere('SELECT 1 FROM shops WHERE id <> ?')) add(firstShop, nameOfRestoredFirst);
}

/** A shop out of its row. */
export function shopOf(row: Row): Shop {
  return shopSchema.parse(JSON.parse(String(row['shop'])));
}
