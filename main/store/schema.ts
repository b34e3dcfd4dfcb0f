/** Defines the database's schema as a list of migrations; `user_version` counts those applied. Migrations are only ever added. */
import fs from 'node:fs';
import path from 'node:path';
import { FailureError } from '../../shared/result.ts';
import { removeFileSync, renameFileSync } from '../platform/files.ts';
import { makePrivateFile } from '../platform/private-home.ts';
import type { Database } from './database.ts';
import {
  editPlaces,
  historyChanges,
  identityGaps,
  keyVersions,
  ledgerIndexes,
  monthFacts,
  revisionKeys,
  searchIndexes,
} from './history-schema.ts';
import { numbersOfTeam, teamMerges, teamOwners, teamSeenAt, teamTables, teamVersions } from './team-schema.ts';
import { teamThings } from './team-things/schema.ts';
import { watchedFiles } from './watched-schema.ts';
import { acceptedProducts, settled } from './settled-schema.ts';

const first = `
CREATE TABLE batches (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  extension TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  size INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  choices TEXT NOT NULL,
  profile TEXT,
  server_identity TEXT,
  server_url TEXT,
  server_practice INTEGER,
  counts TEXT,
  -- A removed batch keeps its place in the ledger, and nothing of its customers.
  removed_at INTEGER
) STRICT;
CREATE INDEX batches_by_hash ON batches (file_hash);

CREATE TABLE edits (
  batch_id TEXT NOT NULL REFERENCES batches (id),
  sequence INTEGER NOT NULL,
  edit TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- live: applied; undone: can be redone; dropped: undone, and something else was done since.
  state TEXT NOT NULL DEFAULT 'live' CHECK (state IN ('live', 'undone', 'dropped')),
  PRIMARY KEY (batch_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE revisions (
  id INTEGER PRIMARY KEY,
  batch_id TEXT NOT NULL REFERENCES batches (id),
  server TEXT NOT NULL,
  order_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  latest INTEGER NOT NULL CHECK (latest IN (0, 1)),
  cause TEXT NOT NULL CHECK (cause IN ('first', 'correction', 'again')),
  order_key TEXT NOT NULL,
  rows TEXT NOT NULL,
  body TEXT,
  body_hash TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  ambiguous INTEGER NOT NULL,
  taken INTEGER NOT NULL,
  not_there INTEGER NOT NULL,
  ambiguous_at INTEGER,
  wms_id INTEGER,
  proof TEXT,
  reasons TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- The process that has it in hand while it is sending or verifying.
  owner TEXT,
  UNIQUE (batch_id, order_id, number)
) STRICT;
CREATE UNIQUE INDEX revisions_latest ON revisions (batch_id, order_id) WHERE latest = 1;
CREATE INDEX revisions_by_order ON revisions (server, order_id);
CREATE INDEX revisions_accepted ON revisions (server, at) WHERE state = 'accepted';
-- At most one request under way for an order id and server, whoever sends it.
CREATE UNIQUE INDEX revisions_one_in_flight ON revisions (server, order_id) WHERE state = 'sending';
CREATE INDEX revisions_in_hand ON revisions (owner) WHERE owner IS NOT NULL;

CREATE TABLE attempts (
  id TEXT PRIMARY KEY,
  revision_id INTEGER NOT NULL REFERENCES revisions (id),
  url TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  happened TEXT,
  status INTEGER,
  headers TEXT,
  answer TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX attempts_by_revision ON attempts (revision_id);

CREATE TABLE profiles (name TEXT PRIMARY KEY, profile TEXT NOT NULL, saved_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE profile_headings (
  fingerprint TEXT PRIMARY KEY,
  name TEXT NOT NULL REFERENCES profiles (name) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (id INTEGER PRIMARY KEY CHECK (id = 1), settings TEXT NOT NULL) STRICT;
CREATE TABLE secrets (key TEXT PRIMARY KEY, blob BLOB NOT NULL) STRICT, WITHOUT ROWID;
-- How far the witness file was compared with this database.
CREATE TABLE witnessed (id INTEGER PRIMARY KEY CHECK (id = 1), offset INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
`;

const tables = `
-- Decision 22: what the WMS calls a merchant's product. The key is the text as typed, folded the form that is looked up.
CREATE TABLE products (
  server TEXT NOT NULL,
  key_kind TEXT NOT NULL CHECK (key_kind IN ('code', 'name')),
  folded TEXT NOT NULL,
  key TEXT NOT NULL,
  client_product_id INTEGER NOT NULL,
  client_product_variation_id INTEGER,
  price INTEGER,
  PRIMARY KEY (server, key_kind, folded)
) STRICT, WITHOUT ROWID;

-- Decision 11: numbers of our own for outside order ids. A row is never changed: the same order has the same number for ever.
CREATE TABLE order_numbers (
  server TEXT NOT NULL,
  outside_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (server, outside_id),
  UNIQUE (server, number)
) STRICT, WITHOUT ROWID;
`;

const opener = 'ALTER TABLE batches ADD COLUMN opened_by TEXT;';

const imports = `
-- What other computers and old reports know of sent orders (decision 12); the journal's own entries count before these.
CREATE TABLE ledger_imports (
  server TEXT NOT NULL,
  order_id INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('accepted', 'unknown', 'taken')),
  body_hash TEXT,
  file_name TEXT NOT NULL,
  wms_id INTEGER,
  at INTEGER NOT NULL,
  PRIMARY KEY (server, order_id)
) STRICT, WITHOUT ROWID;
`;

const earlier = `ALTER TABLE batches ADD COLUMN earlier_answer TEXT CHECK (earlier_answer IN ('carried', 'closed'));`;

const identities = `
-- By which keys an order is known, with a number of its own or ours (docs/domain.md, «Orders without a number»).
CREATE TABLE identity_keys (
  server TEXT NOT NULL,
  key TEXT NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (server, key, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_keys_by_number ON identity_keys (server, number);

-- Which row of a batch got which number of ours; decided: a person said that it is a new order.
CREATE TABLE identity_rows (
  batch_id TEXT NOT NULL REFERENCES batches (id),
  server TEXT NOT NULL,
  row INTEGER NOT NULL,
  number INTEGER NOT NULL,
  decided INTEGER NOT NULL CHECK (decided IN (0, 1)),
  PRIMARY KEY (batch_id, server, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_rows_by_number ON identity_rows (server, number);

-- With which secret the keys were made: not the secret, only what tells whether it is still the same.
CREATE TABLE identity_secret (id INTEGER PRIMARY KEY CHECK (id = 1), mark TEXT NOT NULL) STRICT;
`;

const sentChanges = `
-- What files say otherwise of orders that stay as they were sent; the row is the order's first. in_force: the edit counts.
CREATE TABLE sent_changes (
  batch_id TEXT NOT NULL REFERENCES batches (id),
  sequence INTEGER NOT NULL,
  row INTEGER NOT NULL,
  server TEXT NOT NULL,
  order_id INTEGER NOT NULL,
  wms_id INTEGER,
  at INTEGER NOT NULL,
  compared INTEGER NOT NULL CHECK (compared IN (0, 1)),
  -- JSON: field, product, before, after.
  changes TEXT NOT NULL,
  -- JSON: the keys that the order is known by because of it.
  keys TEXT NOT NULL,
  in_force INTEGER NOT NULL CHECK (in_force IN (0, 1)),
  PRIMARY KEY (batch_id, sequence, row)
) STRICT, WITHOUT ROWID;
`;

const signatures = `
-- For whom, what and for which day an order is (shared/domain/identity/repeat-signature.ts); gone with the body.
ALTER TABLE revisions ADD COLUMN signature INTEGER;
CREATE INDEX revisions_alike ON revisions (server, at, signature, batch_id) WHERE signature IS NOT NULL;
`;

/** Tables whose rows are counted as they are written: what a request left behind, and by what its order is known. */
export const countedTables = ['attempts', 'revisions', 'identity_keys', 'order_numbers', 'ledger_imports'] as const;

const countingTriggers = (table: string): string => `
CREATE TRIGGER ${table}_added AFTER INSERT ON ${table} BEGIN
  UPDATE row_counts SET rows = rows + 1 WHERE name = '${table}';
END;
CREATE TRIGGER ${table}_removed AFTER DELETE ON ${table} BEGIN
  UPDATE row_counts SET rows = rows - 1 WHERE name = '${table}';
END;`;

const rowCounts = `
-- How many rows there are: in the log of every commit that adds one, so that lost pages are missed (damage/whole-check.ts).
CREATE TABLE row_counts (name TEXT PRIMARY KEY, rows INTEGER NOT NULL) STRICT, WITHOUT ROWID;
${countedTables
  .map(
    (name) => `
INSERT INTO row_counts (name, rows) SELECT '${name}', count(*) FROM ${name};${countingTriggers(name)}`,
  )
  .join('')}

-- Where the witness file was found to be changed or incomplete; seen_at: a person knows.
CREATE TABLE witness_breaks (name TEXT PRIMARY KEY, found_at INTEGER NOT NULL, seen_at INTEGER) STRICT, WITHOUT ROWID;
`;

const shops = `
-- Whose orders: everything that was there before belongs to the shop ''. The shop as JSON (shared/domain/model/shop.ts).
CREATE TABLE shops (
  id TEXT PRIMARY KEY,
  shop TEXT NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Null: nobody said, and nothing told, whose orders these are.
ALTER TABLE batches ADD COLUMN shop TEXT DEFAULT '';
-- Where the file lay that the batch was made of.
ALTER TABLE batches ADD COLUMN folder TEXT;
-- Null: whoever told of the order said nothing of its shop.
ALTER TABLE ledger_imports ADD COLUMN shop TEXT;
ALTER TABLE ledger_imports ADD COLUMN shop_name TEXT;

CREATE TABLE products_of_shops (
  server TEXT NOT NULL,
  shop TEXT NOT NULL,
  key_kind TEXT NOT NULL CHECK (key_kind IN ('code', 'name')),
  folded TEXT NOT NULL,
  key TEXT NOT NULL,
  client_product_id INTEGER NOT NULL,
  client_product_variation_id INTEGER,
  price INTEGER,
  PRIMARY KEY (server, shop, key_kind, folded)
) STRICT, WITHOUT ROWID;
INSERT INTO products_of_shops SELECT server, '', key_kind, folded, key, client_product_id, client_product_variation_id, price
  FROM products;
DROP TABLE products;
ALTER TABLE products_of_shops RENAME TO products;

-- The number is unique on the server; the outside id only in its shop.
CREATE TABLE order_numbers_of_shops (
  server TEXT NOT NULL,
  shop TEXT NOT NULL,
  outside_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (server, shop, outside_id),
  UNIQUE (server, number)
) STRICT, WITHOUT ROWID;
INSERT INTO order_numbers_of_shops SELECT server, '', outside_id, number FROM order_numbers;
DROP TABLE order_numbers;
ALTER TABLE order_numbers_of_shops RENAME TO order_numbers;
-- They went with the table; its rows are still as many.${countingTriggers('order_numbers')}

CREATE TABLE profiles_of_shops (
  shop TEXT NOT NULL,
  name TEXT NOT NULL,
  profile TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (shop, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE profile_headings_of_shops (
  shop TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (shop, fingerprint),
  FOREIGN KEY (shop, name) REFERENCES profiles_of_shops (shop, name) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO profiles_of_shops SELECT '', name, profile, saved_at FROM profiles;
INSERT INTO profile_headings_of_shops SELECT '', fingerprint, name FROM profile_headings;
DROP TABLE profile_headings;
DROP TABLE profiles;
ALTER TABLE profiles_of_shops RENAME TO profiles;
ALTER TABLE profile_headings_of_shops RENAME TO profile_headings;
`;

const serverAnswers = `
-- What a person said of two addresses: one WMS under two names, or two. server: the one that orders were about to go to.
CREATE TABLE server_answers (
  server TEXT NOT NULL,
  other TEXT NOT NULL,
  is_same INTEGER NOT NULL CHECK (is_same IN (0, 1)),
  at INTEGER NOT NULL,
  PRIMARY KEY (server, other)
) STRICT, WITHOUT ROWID;
-- What follows from it: every other name of an address.
CREATE TABLE same_servers (server TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (server, name)) STRICT, WITHOUT ROWID;
-- Under which of its names the WMS's order is reserved while a request is under way: at most one, whatever address it goes to.
ALTER TABLE revisions ADD COLUMN in_flight_as TEXT;
CREATE UNIQUE INDEX revisions_one_in_flight_anywhere ON revisions (in_flight_as, order_id) WHERE in_flight_as IS NOT NULL;
`;

const clockSeen = `
-- The computer's clock as it was seen: settled is a time that another, at least most of a day later, has borne out.
CREATE TABLE clock_seen (id INTEGER PRIMARY KEY CHECK (id = 1), latest INTEGER NOT NULL, settled INTEGER) STRICT;
`;

const operators = `
-- Who had the order's last request sent; who settled it or had it sent again; who made the edit. Null: nobody was chosen.
ALTER TABLE revisions ADD COLUMN operator TEXT;
ALTER TABLE revisions ADD COLUMN decided_by TEXT;
ALTER TABLE edits ADD COLUMN operator TEXT;
-- What other computers tell of an order for the month.
ALTER TABLE ledger_imports ADD COLUMN operator TEXT;
ALTER TABLE ledger_imports ADD COLUMN amount INTEGER;
ALTER TABLE ledger_imports ADD COLUMN items INTEGER;
ALTER TABLE ledger_imports ADD COLUMN delivery_day TEXT;
`;

export const migrations: readonly string[] = [
  first,
  tables,
  opener,
  imports,
  earlier,
  identities,
  sentChanges,
  signatures,
  rowCounts,
  shops,
  serverAnswers,
  clockSeen,
  revisionKeys,
  monthFacts,
  operators,
  teamTables,
  identityGaps,
  historyChanges,
  keyVersions,
  settled,
  teamMerges,
  watchedFiles,
  acceptedProducts,
  teamThings,
  teamVersions,
  numbersOfTeam,
  searchIndexes,
  teamSeenAt,
  editPlaces,
  teamOwners,
  ledgerIndexes,
];

/**
 * Migrates the database to this version of the app, after a backup; returns whether it is a new one.
 * @throws FailureError `store.newer` where a newer version of the app wrote it
 */
export function migrate(database: Database, steps: readonly string[] = migrations): boolean {
  if (version(database) === steps.length) return false;
  refuseNewer(database, steps.length);
  const isNew = version(database) === 0;
  if (!isNew) backUp(database, steps.length);
  database.transaction(() => {
    // Another process may have migrated it while this one waited for the lock.
    refuseNewer(database, steps.length);
    for (let step = version(database); step < steps.length; step++) database.exec(steps[step] ?? '');
    database.exec(`PRAGMA user_version = ${steps.length}`);
  });
  return isNew;
}

function version(database: Database): number {
  return Number(database.get('PRAGMA user_version')?.['user_version'] ?? 0);
}

function refuseNewer(database: Database, known: number): void {
  if (version(database) > known) throw new FailureError('store.newer', { version: version(database), known });
}

function backUp(database: Database, next: number): void {
  const copy = `${database.path}.before-version-${next}`;
  if (fs.existsSync(copy)) return;
  const partial = path.join(path.dirname(copy), `${path.basename(copy)}.partial`);
  removeFileSync(partial);
  makePrivateFile(partial);
  database.run('VACUUM INTO ?', partial);
  renameFileSync(partial, copy);
}
