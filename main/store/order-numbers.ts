/** Gives numbers of our own to outside order ids, for ever (docs/domain.md, decision 11). */
import { startNumberForDay } from '../../shared/domain/orders/own-order-numbers.ts';
import { localFromEpoch } from '../../shared/domain/values/dates/tashkent-time.ts';
import type { Clock } from '../ports.ts';
import type { Database } from './database.ts';
import { freeNumbers } from './free-numbers.ts';
import type { InternalIdentities } from './identities.ts';
import { officePart } from './office-part.ts';
import { hasImports, sentStates, wasSent } from './sent-numbers.ts';
import { isServer, namesOf } from './server-names.ts';
import type { OrderNumberStore } from './number-stores.ts';
import type { ShopStore } from './shop-stores.ts';
import { serverTableKey } from '../../shared/wms/practice-server.ts';

const none: ReadonlyMap<string, string> = new Map();

export function openOrderNumberStore(
  database: Database,
  identities: Pick<InternalIdentities, 'numbersOfOutsideIds' | 'numbersByKeys'>,
  shops: Pick<ShopStore, 'get'>,
  homeDir: string,
  clock: Clock,
): OrderNumberStore {
  function known(server: string, shop: string, outsideIds: readonly string[]): Map<string, number> {
    const rows = database.all(
      `SELECT outside_id, number FROM order_numbers n
       WHERE server ${isServer()} AND shop = ? AND outside_id IN (SELECT value FROM json_each(?))
       ORDER BY EXISTS (SELECT 1 FROM revisions r WHERE r.server = n.server AND r.order_id = n.number), n.server = ?`,
      serverTableKey(server),
      shop,
      JSON.stringify(outsideIds),
      serverTableKey(server),
    );
    // Two names of the WMS may each have given one: the last counts, under which the order went out.
    return new Map(rows.map((row) => [String(row['outside_id']), Number(row['number'])]));
  }

  function isGiven(server: string, number: number): boolean {
    const tables = serverTableKey(server);
    return (
      database.get(`SELECT 1 FROM order_numbers WHERE server ${isServer()} AND number = ?`, tables, number) !==
      undefined
    );
  }

  /** Ids that are numbers, and that the shop's orders went out under before it was given numbers of our own. */
  function sentAsTheyAre(server: string, shop: string, outsideIds: readonly string[]): ReadonlyMap<string, number> {
    const numeric = new Map(outsideIds.filter((id) => /^[1-9]\d{0,15}$/u.test(id)).map((id) => [Number(id), id]));
    const rows = database.all(
      `SELECT DISTINCT r.order_id FROM revisions r JOIN batches b ON b.id = r.batch_id
       WHERE r.server ${isServer()} AND b.shop = ? AND r.order_id IN (SELECT value FROM json_each(?))
         AND r.state IN ${sentStates}`,
      server,
      shop,
      JSON.stringify([...numeric.keys()]),
    );
    return new Map(rows.map((row) => [numeric.get(Number(row['order_id'])) ?? '', Number(row['order_id'])]));
  }

  /** Numbers under which the ids' orders were sent already: from here, or from another computer with the same goods. */
  function sentAs(
    server: string,
    shop: string,
    outsideIds: readonly string[],
    goods: ReadonlyMap<string, string>,
  ): ReadonlyMap<string, number> {
    const byGoods = new Map(outsideIds.flatMap((id) => (goods.has(id) ? [[goods.get(id) ?? '', id] as const] : [])));
    const numbers = new Map(identities.numbersByKeys(server, byGoods));
    // The id says more than the goods do; a number under which nothing went out says nothing.
    for (const told of [
      sentAsTheyAre(server, shop, outsideIds),
      identities.numbersOfOutsideIds(server, shop, outsideIds),
    ])
      for (const [id, number] of told)
        if (!numbers.has(id) || wasSent(database, server, number)) numbers.set(id, number);
    return numbers;
  }

  function numbered(
    server: string,
    shop: string,
    outsideIds: readonly string[],
    start: number,
    goods: ReadonlyMap<string, string>,
    keep: (outsideId: string, number: number) => void,
  ): ReadonlyMap<string, number> {
    const numbers = known(server, shop, outsideIds);
    // A number that was given before it was known that the order went out under another one (the WMS has another name, or
    // another computer told of it) does not count against that one.
    if (namesOf(database, serverTableKey(server)).length > 1 || hasImports(database, server)) {
      const unsent = [...numbers].filter(([, number]) => !wasSent(database, server, number)).map(([id]) => id);
      for (const [id, number] of sentAs(server, shop, unsent, goods))
        if (wasSent(database, server, number)) numbers.set(id, number);
    }
    const missing = outsideIds.filter((id) => !numbers.has(id));
    // What was sent keeps its number, also where this table came back older than the witness.
    const held = new Set<string>();
    const taken = new Set(numbers.values());
    for (const [outsideId, number] of sentAs(server, shop, missing, goods)) {
      // Two ids that claim one number: the later one is held, without a number.
      if (isGiven(server, number) || taken.has(number)) {
        held.add(outsideId);
        continue;
      }
      taken.add(number);
      numbers.set(outsideId, number);
      keep(outsideId, number);
    }
    const next = freeNumbers(database, server, start);
    for (const outsideId of missing) {
      if (numbers.has(outsideId) || held.has(outsideId)) continue;
      const { value: number } = next.next();
      numbers.set(outsideId, number);
      keep(outsideId, number);
    }
    return numbers;
  }

  return {
    preview: (server, shop, outsideIds, start, goods = none) =>
      numbered(server, shop, outsideIds, start, goods, () => undefined),
    startOfDay(server, shop) {
      const ofShop = shops.get(shop)?.numberStart ?? null;
      const start = ofShop ?? startNumberForDay(localFromEpoch(clock.now()), officePart(homeDir));
      return freeNumbers(database, server, start).next().value;
    },
    knowsOthers: (server) =>
      database.get(`SELECT 1 FROM ledger_imports WHERE server ${isServer()} LIMIT 1`, server) !== undefined,
    allocate: (server, shop, outsideIds, start, goods = none) =>
      database.transaction(() =>
        numbered(
          server,
          shop,
          outsideIds,
          start,
          goods,
          (outsideId, number) =>
            void database.run(
              'INSERT INTO order_numbers (server, shop, outside_id, number) VALUES (?, ?, ?, ?)',
              serverTableKey(server),
              shop,
              outsideId,
              number,
            ),
        ),
      ),
  };
}
