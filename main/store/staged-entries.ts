/**
 * Gathers the entries of a merge beside the database, in a table of SQLite's temporary file, however many they are: nothing of
 * them is in the database before all of them are, and a process that dies leaves nothing of them behind.
 */
import { z } from 'zod';
import type { LedgerLine, SharedLedgerEntry } from '../../shared/domain/sending/ledger-file.ts';
import { serverTableKey } from '../../shared/wms/practice-server.ts';
import type { Database, Row, SqlValue } from './database.ts';
import { namesOf } from './server-names.ts';

/** Entries that are written by one statement: most of the time goes into calling SQLite, not into what it does. */
const entriesAtOnce = 200;
/** So many are taken in without the triggers that count each of them; in the same transaction they are counted at once. */
const manyEntries = 10_000;
const triggersOfImports = `SELECT name, sql FROM sqlite_master
  WHERE type = 'trigger' AND name IN ('ledger_imports_added', 'imports_change_history')`;
const columns = `place, server, order_id, state, body_hash, file_name, wms_id, at, keys, shop, shop_name, operator, amount, items,
  delivery_day, line`;
const width = columns.split(',').length;
const insertOf = (rows: number): string => {
  const row = `(${Array.from({ length: width }, () => '?').join(', ')})`;
  return `INSERT INTO temp.staged (${columns}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`;
};
const insertMany = insertOf(entriesAtOnce);
const insertOne = insertOf(1);

export interface StagedEntries {
  /** @param text the line itself */
  add(line: LedgerLine, text: string): void;
  /** How many were added. */
  readonly count: number;
  /** The shops that they name, by id. */
  readonly shops: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  readonly servers: ReadonlySet<string>;
  /**
   * Tells apart what can be taken in as a whole, and what has to be looked at one by one: of which something is known, and
   * all of them where an order may be there twice. To be called in the transaction that takes them in.
   * @returns how many are known, and bring nothing
   */
  sort(): number;
  /** Looks at these, one after the other. @param look whether the witness is to know of it */
  eachKnown(look: (entry: SharedLedgerEntry) => boolean): void;
  /** Takes in the others; returns how many they were. */
  takeNew(): number;
  /** The lines of what the witness is to know, at most so many a piece, with commas between them. */
  linesToTell(most: number): Iterable<string>;
}

/** The same order as ledgerStateRank in ledger.ts. */
const rankOf = (state: string): string =>
  `CASE ${state} WHEN 'sending' THEN 3 WHEN 'accepted' THEN 2 WHEN 'unknown' THEN 1 ELSE 0 END`;

const isOf = (table: string): string => `${table}.server = s.server AND ${table}.order_id = s.order_id`;

const isThere = `(EXISTS (SELECT 1 FROM ledger_imports i WHERE ${isOf('i')})
  OR EXISTS (SELECT 1 FROM revisions r WHERE ${isOf('r')}) OR EXISTS (SELECT 1 FROM team_orders t WHERE ${isOf('t')}))`;

/** The ledger has it with this state or a stronger one, its keys as young as they are, and no fact that it would fill in. */
function bringsNothing(ledgerState: string): string {
  const atLeast = (state: string): string => `${state} IS NOT NULL AND ${rankOf(state)} >= ${rankOf('s.state')}`;
  const fillsIn = (name: string): string => `(i.${name} IS NULL AND s.${name} IS NOT NULL)`;
  return `(EXISTS (SELECT 1 FROM ledger_imports i WHERE ${isOf('i')} AND ${atLeast('i.state')})
      OR EXISTS (SELECT 1 FROM revisions r WHERE ${isOf('r')} AND ${atLeast(`(${ledgerState})`)})
      OR EXISTS (SELECT 1 FROM team_orders t WHERE ${isOf('t')} AND ${atLeast('t.state')}))
    AND NOT EXISTS (SELECT 1 FROM ledger_imports i WHERE ${isOf('i')}
      AND (${['operator', 'amount', 'items', 'delivery_day'].map(fillsIn).join(' OR ')}))
    AND NOT EXISTS (SELECT 1 FROM json_each(s.keys) j WHERE NOT EXISTS (SELECT 1 FROM identity_keys k
      WHERE k.server = s.server AND k.key = j.value AND k.number = s.order_id AND k.at >= s.at))`;
}

/** Begins a merge; what an earlier one left is gone. @param ledgerState of a revision `r` */
export function stageEntries(database: Database, ledgerState: string): StagedEntries {
  dropStaged(database);
  database.exec(`CREATE TEMP TABLE staged (place INTEGER PRIMARY KEY, server TEXT NOT NULL, order_id INTEGER NOT NULL,
    state TEXT NOT NULL, body_hash TEXT, file_name TEXT NOT NULL, wms_id INTEGER, at INTEGER NOT NULL, keys TEXT, shop TEXT,
    shop_name TEXT, operator TEXT, amount INTEGER, items INTEGER, delivery_day TEXT, line TEXT NOT NULL) STRICT;
  CREATE TEMP TABLE staged_known (place INTEGER PRIMARY KEY, twice INTEGER NOT NULL,
    told INTEGER NOT NULL DEFAULT 0) STRICT`);
  const shops = new Map<string, { readonly id: string; readonly name: string }>();
  const servers = new Set<string>();
  let pending: SqlValue[] = [];
  let count = 0;
  /** Whether each order comes behind the one before it, so that none is there twice. */
  let isInOrder = true;
  let last: { readonly server: string; readonly order: number } = { server: '', order: 0 };

  function flush(): void {
    for (let at = 0; at < pending.length; at += width) database.run(insertOne, ...pending.slice(at, at + width));
    pending = [];
  }

  /** What the triggers would have noted, one row after the other. */
  function noteImports(added: number): void {
    database.run(`UPDATE row_counts SET rows = rows + ? WHERE name = 'ledger_imports'`, added);
    for (const server of servers)
      database.run(
        `INSERT INTO history_changes (server, batch_id, changes) VALUES (?, '', 1) ON CONFLICT DO UPDATE SET changes = changes + 1`,
        server,
      );
  }

  return {
    get count() {
      return count;
    },
    shops,
    servers,
    add({ server, order, state, hash, file, wms, at, keys, shop, by, sum, items, day }, text) {
      count++;
      if (server !== last.server) servers.add(server);
      isInOrder &&= server > last.server || (server === last.server && order > last.order);
      last = { server, order };
      if (shop !== undefined) shops.set(shop.id, shop);
      // Of an id that was taken nobody knows by which order.
      const known = state === 'taken' || keys === undefined || keys.length === 0 ? null : JSON.stringify(keys);
      const [shopId, shopName] = shop === undefined ? [null, null] : [shop.id, shop.name];
      // One call: what is spread over several takes longer than all that SQLite does with it.
      // prettier-ignore
      pending.push(count, server, order, state, hash, file, wms, at, known, shopId, shopName, by ?? null, sum ?? null,
        items ?? null, day ?? null, text);
      if (count % entriesAtOnce !== 0) return;
      database.run(insertMany, ...pending);
      pending = [];
    },
    sort() {
      flush();
      const isPlain = (server: string): boolean =>
        serverTableKey(server) === server && namesOf(database, server).length === 1;
      if (![...servers].every(isPlain)) {
        database.run('INSERT INTO temp.staged_known (place, twice) SELECT place, 1 FROM temp.staged');
        return 0;
      }
      if (!isInOrder)
        database.run(
          `INSERT INTO temp.staged_known (place, twice) SELECT place, 1 FROM temp.staged WHERE (server, order_id) IN
             (SELECT server, order_id FROM temp.staged GROUP BY server, order_id HAVING count(*) > 1)`,
        );
      database.run(
        `INSERT OR IGNORE INTO temp.staged_known (place, twice) SELECT place, 0 FROM temp.staged s WHERE ${isThere}`,
      );
      return database.run(
        `DELETE FROM temp.staged AS s WHERE place IN (SELECT place FROM temp.staged_known WHERE twice = 0) AND ${bringsNothing(ledgerState)}`,
      ).changes;
    },
    eachKnown(look) {
      for (let place = 0; ;) {
        const rows = database.all(
          `SELECT s.* FROM temp.staged_known n JOIN temp.staged s ON s.place = n.place WHERE n.place > ? ORDER BY n.place LIMIT 1000`,
          place,
        );
        for (const row of rows) {
          place = Number(row['place']);
          if (look(entryOf(row))) database.run('UPDATE temp.staged_known SET told = 1 WHERE place = ?', place);
        }
        if (rows.length === 0) return;
      }
    },
    takeNew() {
      const isNew = 'place NOT IN (SELECT place FROM temp.staged_known)';
      const triggers = count < manyEntries ? [] : database.all(triggersOfImports);
      for (const { name } of triggers) database.exec(`DROP TRIGGER ${String(name)}`);
      const { changes } = database.run(
        `INSERT INTO ledger_imports (server, order_id, state, body_hash, file_name, wms_id, at, shop, shop_name, operator, amount,
           items, delivery_day)
         SELECT server, order_id, state, body_hash, file_name, wms_id, at, shop, shop_name, operator, amount, items, delivery_day
           FROM temp.staged WHERE ${isNew}`,
      );
      for (const { sql } of triggers) database.exec(String(sql));
      if (triggers.length > 0) noteImports(changes);
      // In the order of the table: written at random it takes several times as long.
      database.run(
        `INSERT INTO identity_keys (server, key, number, at)
         SELECT s.server, j.value, s.order_id, s.at FROM temp.staged s, json_each(s.keys) j
           WHERE ${isNew} AND s.keys IS NOT NULL ORDER BY s.server, j.value
         ON CONFLICT DO UPDATE SET at = max(at, excluded.at)`,
      );
      return changes;
    },
    *linesToTell(most) {
      for (let from = 1; from <= count; from += most) {
        const row = database.get(
          `SELECT group_concat(line, ',') AS lines FROM temp.staged
           WHERE place >= ?1 AND place < ?2 AND place NOT IN (SELECT place FROM temp.staged_known WHERE told = 0)`,
          from,
          from + most,
        );
        if (row && row['lines'] !== null) yield String(row['lines']);
      }
    },
  };
}

export function dropStaged(database: Database): void {
  database.exec('DROP TABLE IF EXISTS temp.staged; DROP TABLE IF EXISTS temp.staged_known');
}

const keysSchema = z.array(z.string());
const stateSchema = z.enum(['accepted', 'unknown', 'taken']);

function entryOf(row: Row): SharedLedgerEntry {
  const text = (name: string): string | null => (row[name] === null ? null : String(row[name]));
  const number = (name: string): number | null => (row[name] === null ? null : Number(row[name]));
  const [shop, operator, keys] = [text('shop'), text('operator'), text('keys')];
  const facts = { amount: number('amount'), items: number('items'), deliveryDay: text('delivery_day') };
  return {
    server: String(row['server']),
    orderId: Number(row['order_id']),
    state: stateSchema.parse(row['state']),
    bodyHash: text('body_hash'),
    fileName: String(row['file_name']),
    wmsId: number('wms_id'),
    at: Number(row['at']),
    keys: keys === null ? [] : keysSchema.parse(JSON.parse(keys)),
    ...(shop === null ? {} : { shop: { id: shop, name: text('shop_name') ?? '' } }),
    ...(operator === null ? {} : { operator }),
    facts,
  };
}
