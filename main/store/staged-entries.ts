/**
 * Takes entries of a merge into the ledger, a chunk at once, in the transaction of the merge: what is new as it is, what
 * something is known of after a look at it.
 */
import { z } from 'zod';
import type { LedgerLine, SharedLedgerEntry } from '../../shared/domain/sending/ledger-file.ts';
import { serverTableKey } from '../../shared/wms/practice-server.ts';
import type { Database, Row, SqlValue } from './database.ts';
import { namesOf } from './server-names.ts';

/**
 * Entries of a chunk, whose rows are written by one statement: much of the time goes into calling SQLite, not into what it does.
 * More of them would outlive the collections of young garbage.
 */
export const entriesAtOnce = 200;

/** Behind so many, what is kept of each row of a table is made for all of them at once. */
export const manyEntries = 10_000;

/** What a line always says, and what it may say besides. */
const [always, besides] = [
  'server, order_id, state, body_hash, file_name, wms_id, at',
  'shop, shop_name, operator, amount, items, delivery_day',
];
const columns = `${always}, ${besides}`;
const keyColumns = 'server, order_id, at, keys';

const valuesOf = ({ server, order, state, hash, file, wms, at }: LedgerLine): SqlValue[] => [
  server,
  order,
  state,
  hash,
  file,
  wms,
  at,
];
const hasMore = ({ shop, by, sum, items, day }: LedgerLine): boolean =>
  shop !== undefined || by !== undefined || sum !== undefined || items !== undefined || day !== undefined;
const moreOf = ({ shop, by, sum, items, day }: LedgerLine): SqlValue[] => [
  shop?.id ?? null,
  shop?.name ?? null,
  by ?? null,
  sum ?? null,
  items ?? null,
  day ?? null,
];

/** Of an id that was taken nobody knows by which order. */
const bringsKeys = ({ state, keys }: LedgerLine): boolean => state !== 'taken' && keys !== undefined && keys.length > 0;
const keysOf = (line: LedgerLine): string | null => (bringsKeys(line) ? JSON.stringify(line.keys) : null);

/** Writes the rows of a chunk: a whole one by one statement. */
type Insert = (database: Database, rows: readonly (readonly SqlValue[])[]) => void;

function insertInto(table: string, names: string): Insert {
  const row = `(${names.replaceAll(/[^,]+/gu, '?')})`;
  const one = `INSERT INTO ${table} (${names}) VALUES ${row}`;
  const many = `${one}${`, ${row}`.repeat(entriesAtOnce - 1)}`;
  return (database, rows) => {
    if (rows.length === entriesAtOnce) database.run(many, ...rows.flat());
    else for (const values of rows) database.run(one, ...values);
  };
}

const [insertPlain, insertWhole] = [insertInto('ledger_imports', always), insertInto('ledger_imports', columns)];
const insertKeys = insertInto('temp.staged_keys', keyColumns);
const insertStaged = insertInto('temp.staged', `place, ${columns}, keys`);

/** What became of a chunk, in entries. */
export interface TakenChunk {
  readonly added: number;
  /** Of which the ledger knew everything. */
  readonly known: number;
  /** Which ones, by their place in it, the witness need not know. */
  readonly untold: ReadonlySet<number>;
}

export interface StagedEntries {
  /**
   * Takes in a chunk.
   * @param look is called for each of which something is known, and for all where an order may be there twice: takes it in,
   * and returns whether the witness is to know of it
   */
  take(lines: readonly LedgerLine[], look: (entry: SharedLedgerEntry) => boolean): TakenChunk;
  /** Takes in by which keys the new ones are known; to be called once, when all chunks were taken. */
  takeKeys(): void;
}

/** The same order as ledgerStateRank in ledger.ts. */
const rankOf = (state: string): string =>
  `CASE ${state} WHEN 'sending' THEN 3 WHEN 'accepted' THEN 2 WHEN 'unknown' THEN 1 ELSE 0 END`;

const isOf = (table: string): string => `${table}.server = s.server AND ${table}.order_id = s.order_id`;

const isThere = `(EXISTS (SELECT 1 FROM ledger_imports i WHERE ${isOf('i')})
  OR EXISTS (SELECT 1 FROM revisions r WHERE ${isOf('r')}) OR EXISTS (SELECT 1 FROM team_orders t WHERE ${isOf('t')}))`;

/** Whether anything is known of orders between two numbers. */
const someBetween = ['ledger_imports', 'revisions', 'team_orders']
  .map((table) => `EXISTS (SELECT 1 FROM ${table} WHERE server = ?1 AND order_id BETWEEN ?2 AND ?3)`)
  .join(' OR ');

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

/** Begins to take in. @param ledgerState of a revision `r` */
export function stageEntries(database: Database, ledgerState: string): StagedEntries {
  dropStagedEntries(database);
  database.exec(`CREATE TEMP TABLE staged (place INTEGER PRIMARY KEY, server TEXT NOT NULL, order_id INTEGER NOT NULL,
    state TEXT NOT NULL, body_hash TEXT, file_name TEXT NOT NULL, wms_id INTEGER, at INTEGER NOT NULL, shop TEXT,
    shop_name TEXT, operator TEXT, amount INTEGER, items INTEGER, delivery_day TEXT, keys TEXT) STRICT;
  CREATE TEMP TABLE staged_known (place INTEGER PRIMARY KEY, twice INTEGER NOT NULL,
    told INTEGER NOT NULL DEFAULT 0) STRICT;
  CREATE TEMP TABLE staged_keys (server TEXT NOT NULL, order_id INTEGER NOT NULL, at INTEGER NOT NULL,
    keys TEXT NOT NULL) STRICT`);
  /** Whether an address is known by no other name. */
  const plain = new Map<string, boolean>();

  function isPlain(server: string): boolean {
    let is = plain.get(server);
    if (is === undefined) {
      is = serverTableKey(server) === server && namesOf(database, server).length === 1;
      plain.set(server, is);
    }
    return is;
  }

  /** Whether they are of one server, each order once, and nothing is known of any: most often so, and told at once. */
  function areNew(lines: readonly LedgerLine[]): boolean {
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined || !isPlain(first.server)) return false;
    const isInOrder = lines.every((line, at) => {
      const before = at === 0 ? undefined : lines[at - 1];
      return line.server === first.server && (before === undefined || line.order > before.order);
    });
    if (!isInOrder) return false;
    return database.get(`SELECT ${someBetween} AS some`, first.server, first.order, last.order)?.['some'] === 0;
  }

  /**
   * Tells apart what can be taken in as a whole, and what has to be looked at one by one.
   * @returns how many are known, and bring nothing
   */
  function sort(lines: readonly LedgerLine[]): number {
    if (!lines.every(({ server }) => isPlain(server))) {
      database.run('INSERT INTO temp.staged_known (place, twice) SELECT place, 1 FROM temp.staged');
      return 0;
    }
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
  }

  /** Takes in what is new of the staged ones; returns how many they were. */
  function takeNew(): number {
    const isNew = 'place NOT IN (SELECT place FROM temp.staged_known)';
    database.run(
      `INSERT INTO temp.staged_keys (${keyColumns}) SELECT ${keyColumns} FROM temp.staged WHERE ${isNew} AND keys IS NOT NULL`,
    );
    return database.run(`INSERT INTO ledger_imports (${columns}) SELECT ${columns} FROM temp.staged WHERE ${isNew}`)
      .changes;
  }

  function lookAtKnown(look: (entry: SharedLedgerEntry) => boolean): void {
    const known = database.all(
      'SELECT s.* FROM temp.staged_known n JOIN temp.staged s ON s.place = n.place ORDER BY n.place',
    );
    for (const row of known)
      if (look(entryOf(row)))
        database.run('UPDATE temp.staged_known SET told = 1 WHERE place = ?', Number(row['place']));
  }

  return {
    take(lines, look) {
      if (areNew(lines)) {
        if (lines.some(hasMore))
          insertWhole(
            database,
            lines.map((line) => [...valuesOf(line), ...moreOf(line)]),
          );
        else insertPlain(database, lines.map(valuesOf));
        const known = lines.filter(bringsKeys);
        insertKeys(
          database,
          known.map((line) => [line.server, line.order, line.at, keysOf(line)]),
        );
        return { added: lines.length, known: 0, untold: new Set() };
      }
      insertStaged(
        database,
        lines.map((line, place) => [place, ...valuesOf(line), ...moreOf(line), keysOf(line)]),
      );
      const known = sort(lines);
      const added = takeNew();
      lookAtKnown(look);
      const untold = database.all('SELECT place FROM temp.staged_known WHERE told = 0');
      database.exec('DELETE FROM temp.staged; DELETE FROM temp.staged_known');
      return { added, known, untold: new Set(untold.map(({ place }) => Number(place))) };
    },
    takeKeys() {
      const notes = suspendNotesOfKeys(database);
      // In the order of the table: written at random it takes several times as long.
      database.run(
        `INSERT INTO identity_keys (server, key, number, at)
         SELECT s.server, j.value, s.order_id, s.at FROM temp.staged_keys s, json_each(s.keys) j
           WHERE true ORDER BY s.server, j.value
         ON CONFLICT DO UPDATE SET at = max(at, excluded.at)`,
      );
      notes?.();
    },
  };
}

export function dropStagedEntries(database: Database): void {
  for (const table of ['staged', 'staged_known', 'staged_keys']) database.exec(`DROP TABLE IF EXISTS temp.${table}`);
}

/**
 * Takes indexes and triggers away, within a transaction.
 * @returns makes them again
 */
function setAside(database: Database, names: readonly string[]): () => void {
  const things = database.all(
    'SELECT type, name, sql FROM sqlite_master WHERE name IN (SELECT value FROM json_each(?))',
    JSON.stringify(names),
  );
  for (const { type, name } of things) database.exec(`DROP ${String(type)} ${String(name)}`);
  return () => {
    for (const { sql } of things) database.exec(String(sql));
  };
}

function rowsOf(database: Database, table: string): number {
  return Number(database.get(`SELECT count(*) AS n FROM ${table}`)?.['n']);
}

function countRows(database: Database, table: string, added: number): void {
  database.run('UPDATE row_counts SET rows = rows + ? WHERE name = ?', added, table);
}

/** Of many keys: has them be written without their index by number, which they would fill at random, and without being counted. */
function suspendNotesOfKeys(database: Database): (() => void) | null {
  const entries = rowsOf(database, 'temp.staged_keys');
  if (entries < manyEntries) return null;
  const before = rowsOf(database, 'identity_keys');
  // The index is made anew for all of them: a row takes a fifth of what it takes at random.
  const resume = setAside(
    database,
    before > 4 * entries ? ['identity_keys_added'] : ['identity_keys_added', 'identity_keys_by_number'],
  );
  return () => {
    resume();
    countRows(database, 'identity_keys', rowsOf(database, 'identity_keys') - before);
  };
}

const triggersOfImports = ['ledger_imports_added', 'imports_change_history'];
/** What it notes is for a team: without one it only looks whether there is one. */
const triggerOfTeam = 'team_import_added';

/**
 * Has imports be written without the triggers that note each of them. To be called within a transaction.
 * @returns notes all of them at once, and has the triggers act again
 */
export function suspendNotes(database: Database): (servers: Iterable<string>) => void {
  const before = rowsOf(database, 'ledger_imports');
  const isInTeam = database.get('SELECT 1 FROM team_member') !== undefined;
  const resume = setAside(database, isInTeam ? triggersOfImports : [...triggersOfImports, triggerOfTeam]);
  return (servers) => {
    resume();
    const added = rowsOf(database, 'ledger_imports') - before;
    if (added === 0) return;
    countRows(database, 'ledger_imports', added);
    for (const server of servers)
      database.run(
        `INSERT INTO history_changes (server, batch_id, changes) VALUES (?, '', 1) ON CONFLICT DO UPDATE SET changes = changes + 1`,
        server,
      );
  };
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
