/** Defines the team ledger's tables as SQL steps, as the home's store does. Steps are only ever added. */
import type { Client } from 'pg';
import { FailureError } from '../../shared/result.ts';

const first = `
CREATE TABLE order_importer.team (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  id uuid NOT NULL,
  -- Steps applied; and the version that an app must know at least to write.
  version integer NOT NULL,
  least_writer integer NOT NULL,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Counts how often the database was found to have been set back; nobody claims while it is held.
  set_back integer NOT NULL DEFAULT 0,
  held boolean NOT NULL DEFAULT false
);
CREATE SEQUENCE order_importer.changes;

CREATE TABLE order_importer.computers (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  -- Exchanged at each start: another value is a copied home, or one that was set back.
  incarnation uuid NOT NULL,
  -- Counts up when its claims were taken over.
  epoch bigint NOT NULL DEFAULT 1,
  -- How far its log of outcomes is in this database; and of which setting back it was told again.
  told bigint NOT NULL DEFAULT 0,
  retold integer NOT NULL,
  -- Seconds after which a request of it is over, whatever became of it.
  whole_timeout integer NOT NULL DEFAULT 90,
  seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  joined_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  left_at timestamptz
);

CREATE TABLE order_importer.orders (
  server text NOT NULL,
  order_id bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'claimed', 'sending', 'accepted', 'unknown', 'taken')),
  computer uuid NOT NULL REFERENCES order_importer.computers (id),
  -- Only who has the token repeats the claim or gives it back.
  token uuid,
  body_hash text,
  wms_id bigint,
  -- Sealed with the team's secret: file names hold customers' names.
  file_name text NOT NULL,
  shop text,
  amount bigint,
  items integer,
  delivery_day date,
  -- Who had it sent, sealed like the file's name.
  operator text,
  at timestamptz NOT NULL,
  -- When another computer took it over.
  taken_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  change bigint NOT NULL DEFAULT nextval('order_importer.changes'),
  -- The transaction of the last change: commits come out of order, and readers ask by it.
  xact xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (server, order_id)
);
CREATE INDEX orders_changed ON order_importer.orders (xact);
CREATE INDEX orders_in_hand ON order_importer.orders (computer) WHERE state IN ('claimed', 'sending');

-- Contents of orders under numbers of our own: the same content under another number is the same order.
CREATE TABLE order_importer.contents (
  server text NOT NULL,
  content text NOT NULL,
  order_id bigint NOT NULL,
  computer uuid NOT NULL REFERENCES order_importer.computers (id),
  PRIMARY KEY (server, content)
);

-- Numbers of our own; the outside id is a key of it.
CREATE TABLE order_importer.numbers (
  server text NOT NULL,
  shop text NOT NULL,
  outside_id text NOT NULL,
  number bigint NOT NULL,
  PRIMARY KEY (server, shop, outside_id),
  UNIQUE (server, number)
);

-- Two computers that each had an order accepted under one number.
CREATE TABLE order_importer.accepted_twice (
  server text NOT NULL,
  order_id bigint NOT NULL,
  computer uuid NOT NULL REFERENCES order_importer.computers (id),
  wms_id bigint,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (server, order_id, computer)
);

-- Which addresses are one WMS, as a person said it.
CREATE TABLE order_importer.server_answers (
  server text NOT NULL,
  other text NOT NULL,
  is_same boolean NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (server, other)
);
`;

const things = `
-- What the office shares (shops, products, profiles …): sealed with the team's secret, under a key of what it is called.
CREATE TABLE order_importer.things (
  kind text NOT NULL,
  key text NOT NULL,
  content text NOT NULL,
  -- Of two changes at once the second is refused: it was made from another version.
  version bigint NOT NULL DEFAULT 1,
  computer uuid NOT NULL REFERENCES order_importer.computers (id),
  operator text,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  change bigint NOT NULL DEFAULT nextval('order_importer.changes'),
  xact xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (kind, key)
);
CREATE INDEX things_changed ON order_importer.things (xact);
`;

const decisions = `
-- What a person said of an order that a computer left behind: what that computer says of it later, that nobody knows, is old.
CREATE TABLE order_importer.decisions (
  server text NOT NULL,
  order_id bigint NOT NULL,
  computer uuid NOT NULL REFERENCES order_importer.computers (id),
  -- The computer has claimed the order anew since.
  is_over boolean NOT NULL DEFAULT false,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (computer, server, order_id)
);
`;

const pace = `
-- How the computers send to a server and account (a key of it), so that they do not throttle one another.
CREATE TABLE order_importer.pace (
  server text NOT NULL,
  account text NOT NULL,
  computer uuid NOT NULL REFERENCES order_importer.computers (id),
  -- Until when it counts as sending; until when the WMS asked it to wait; when it last asked for fewer requests.
  sending_until timestamptz NOT NULL,
  held_until timestamptz,
  slowed_at timestamptz,
  -- A limit that the WMS does not state, as it was observed: so many requests in a window, and when the last one began.
  requests integer,
  window_ms integer,
  window_at timestamptz,
  PRIMARY KEY (server, account, computer)
);
`;

export const steps: readonly string[] = [first, things, decisions, pace];

/** From these versions on a database holds what the office shares, decisions about orders left behind, and the pace. */
const [sharingSince, decisionsSince, paceSince] = [2, 3, 4];

/** `older`: its owner must bring it to this version; `newer`: a newer app keeps it, beside which this one goes on. */
export type DatabaseAge = 'older' | 'same' | 'newer';

/** What the database's version lets this app keep there. */
export interface SchemaAbilities {
  /** The database's version beside the app's own. */
  readonly age: DatabaseAge;
  readonly isShared: boolean;
  readonly hasDecisions: boolean;
  readonly hasPace: boolean;
}

/** The version that this app knows, and the least one that may write beside it. */
const leastWriter = 1;

const grants = (role: string): string => `
GRANT USAGE ON SCHEMA order_importer TO "${role}";
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA order_importer TO "${role}";
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA order_importer TO "${role}";
`;

/**
 * Makes the tables with a new role of the least rights: no DDL, no DELETE. All or nothing.
 * @param role and its password: of letters, digits and `_` alone
 * @throws FailureError `team.exists` where the database holds a team's ledger already
 */
export async function createSchema(client: Client, team: string, role: string, password: string): Promise<void> {
  await client.query('BEGIN');
  const there = await client.query("SELECT 1 FROM pg_namespace WHERE nspname = 'order_importer'");
  if (there.rowCount !== 0) throw new FailureError('team.exists');
  await client.query('CREATE SCHEMA order_importer');
  for (const step of steps) await client.query(step);
  await client.query('INSERT INTO order_importer.team (id, version, least_writer) VALUES ($1, $2, $3)', [
    team,
    steps.length,
    leastWriter,
  ]);
  await client.query(`CREATE ROLE "${role}" LOGIN PASSWORD '${password}'`);
  await client.query(grants(role));
  await client.query('COMMIT');
}

/** The role that a team's files let in. */
export function roleOf(team: string): string {
  return `order_importer_${team.slice(0, 8)}`;
}

/**
 * Brings the tables of a team to this app's version: all or nothing; computers with an older app go on beside it.
 * Returns whether there was anything to do.
 * @param team whose it must be; null: whichever it holds
 * @throws FailureError `team.otherDatabase` where it holds no team's ledger, or another's; `team.appTooOld`
 */
export async function upgradeSchema(client: Client, team: string | null): Promise<boolean> {
  await client.query('BEGIN');
  const there = await client.query<{ found: string | null }>("SELECT to_regclass('order_importer.team') AS found");
  if (there.rows[0]?.found === null) throw new FailureError('team.otherDatabase');
  const { rows } = await client.query<{ id: string; version: number }>(
    'SELECT id, version FROM order_importer.team FOR UPDATE',
  );
  const { id = '', version = 0 } = rows[0] ?? {};
  if (team !== null && id !== team) throw new FailureError('team.otherDatabase');
  if (version > steps.length) throw new FailureError('team.appTooOld');
  for (const step of steps.slice(version)) await client.query(step);
  await client.query('UPDATE order_importer.team SET version = $1', [steps.length]);
  await client.query(grants(roleOf(id)));
  await client.query('COMMIT');
  return version < steps.length;
}

/**
 * Whether the database is the team's and this app may write in it; returns what it can hold.
 * @throws FailureError `team.otherDatabase`, `team.appTooOld`
 */
export async function checkSchema(client: Client, team: string): Promise<SchemaAbilities> {
  const there = await client.query<{ found: string | null }>("SELECT to_regclass('order_importer.team') AS found");
  if (there.rows[0]?.found === null) throw new FailureError('team.otherDatabase');
  const { rows } = await client.query<{ id: string; version: number; least_writer: number }>(
    'SELECT id, version, least_writer FROM order_importer.team',
  );
  if (rows[0]?.id !== team) throw new FailureError('team.otherDatabase');
  if (rows[0].least_writer > steps.length) throw new FailureError('team.appTooOld');
  const { version } = rows[0];
  return {
    age: version < steps.length ? 'older' : version > steps.length ? 'newer' : 'same',
    isShared: version >= sharingSince,
    hasDecisions: version >= decisionsSince,
    hasPace: version >= paceSince,
  };
}
