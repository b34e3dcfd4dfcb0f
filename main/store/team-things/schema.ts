/** Defines the tables of what a home shares with its team: a step of the database's schema (../schema.ts). */

import { thingKinds, type ThingKind } from '../../platform/team-things.ts';

/** Of a kind: the table of its things, their key by the alias of a row, and the condition that they are the team's. */
const tables: Readonly<
  Record<ThingKind, { readonly table: string; readonly key: (row: string) => string; readonly is?: string }>
> = {
  shop: { table: 'shops', key: (row) => `json_array(${row}.id)` },
  server: {
    table: 'server_answers',
    key: (row) => `json_array(min(${row}.server, ${row}.other), max(${row}.server, ${row}.other))`,
  },
  product: {
    table: 'products',
    key: (row) => `json_array(${row}.shop, ${row}.server, ${row}.key_kind, ${row}.folded)`,
    is: `server <> 'practice'`,
  },
  settled: { table: 'settled', key: (row) => `json_array(${row}.shop, ${row}.kind, ${row}.key)` },
  profile: { table: 'profiles', key: (row) => `json_array(${row}.shop, ${row}.name)` },
  heading: { table: 'profile_headings', key: (row) => `json_array(${row}.shop, ${row}.fingerprint)` },
};

/**
 * SQL: kind and key of all that this home has of a kind.
 * @param shop the parameter for the id of one shop, of a kind that shops have; absent: of all
 */
export function keysOf(kind: ThingKind, shop?: string): string {
  const { table, key, is } = tables[kind];
  const conditions = [...(is ? [`t.${is}`] : []), ...(shop === undefined ? [] : [`t.shop = ${shop}`])];
  const where = conditions.length === 0 ? 'TRUE' : conditions.join(' AND ');
  return `SELECT '${kind}' AS kind, ${key('t')} AS key FROM ${table} t WHERE ${where}`;
}

/** SQL: everything that this home could share is to be compared. */
export const touchAll = thingKinds
  .map((kind) => `INSERT OR IGNORE INTO team_touched (kind, key) ${keysOf(kind)};`)
  .join('\n');

const noted = thingKinds.flatMap((kind) =>
  ['INSERT', 'UPDATE', 'DELETE'].map((event) => {
    const { table, key, is } = tables[kind];
    const row = event === 'DELETE' ? 'OLD' : 'NEW';
    return `CREATE TRIGGER team_${table}_${event.toLowerCase()} AFTER ${event} ON ${table}
WHEN ${is ? `${row}.${is} AND ` : ''}EXISTS (SELECT 1 FROM team_member) BEGIN
  INSERT INTO team_touched (kind, key) VALUES ('${kind}', ${key(row)}) ON CONFLICT DO NOTHING;
END;`;
  }),
);

export const teamThings = `
-- What the team has of the things that it shares (main/platform/team-things.ts), and how this home stands to each.
CREATE TABLE team_things (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  shop TEXT,
  -- Of the team's entry; 0: it has none. Its value as JSON (null: there is none), who and when.
  version INTEGER NOT NULL,
  theirs TEXT,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- What home and team had in common last; null: nothing.
  base TEXT,
  standing TEXT NOT NULL CHECK (standing IN ('same', 'tell', 'ask', 'apart')),
  -- Whether the team was heard to have it, while all that it has is asked for.
  heard INTEGER NOT NULL CHECK (heard IN (0, 1)),
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX team_things_unsettled ON team_things (standing) WHERE standing IN ('tell', 'ask');

-- Things of which something changed, here or in the team, since they were compared.
CREATE TABLE team_touched (kind TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (kind, key)) STRICT, WITHOUT ROWID;
${noted.join('\n')}

-- From where changes of the team's things are asked for, and as of which setting back of its database.
ALTER TABLE team_member ADD COLUMN things_horizon TEXT NOT NULL DEFAULT '0';
ALTER TABLE team_member ADD COLUMN things_set_back INTEGER NOT NULL DEFAULT -1;
${touchAll}
DELETE FROM team_touched WHERE NOT EXISTS (SELECT 1 FROM team_member);
`;
