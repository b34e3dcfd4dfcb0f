/** Reads and writes the ledger's rows: what one computer tells, and what the others learn. */
import type { Client } from 'pg';
import type { LedgerEntry } from '../../shared/domain/model/ledger.ts';
import type { TeamEntry, TeamOutcome } from '../platform/team-ports.ts';
import { newsAnnounced } from './news.ts';
import { sealingOnce, type TeamSecret } from './team-secret.ts';

/** A computer that the database has not heard of for so long has left behind what it had in hand. */
export const silentAfter = `interval '5 minutes'`;

export interface OrderRow {
  readonly server: string;
  readonly order_id: string;
  readonly state: TeamOutcome['state'] | 'claimed';
  readonly computer: string;
  readonly body_hash: string | null;
  readonly wms_id: string | null;
  readonly file_name: string;
  readonly shop: string | null;
  readonly amount: string | null;
  readonly items: number | null;
  readonly delivery_day: string | null;
  readonly operator: string | null;
  readonly at: string;
  readonly name: string;
  readonly xact: string;
  readonly change: string;
  readonly version: string;
}

export const orderColumns = `o.server, o.order_id, o.state, o.computer, o.body_hash, o.wms_id, o.file_name, o.shop, o.amount,
  o.items, o.delivery_day::text AS delivery_day, o.operator,
  (extract(epoch FROM o.at) * 1000)::bigint AS at, c.name, o.xact::text AS xact, o.change,
  o.version`;

/** An order of another computer, as this home keeps it. */
export function teamEntry(row: OrderRow, secret: Pick<TeamSecret, 'unseal'>): TeamEntry {
  const operator = row.operator === null ? null : secret.unseal(row.operator);
  return {
    computer: row.computer,
    server: row.server,
    orderId: Number(row.order_id),
    state: row.state === 'claimed' ? 'sending' : row.state,
    bodyHash: row.body_hash,
    wmsId: row.wms_id === null ? null : Number(row.wms_id),
    fileName: secret.unseal(row.file_name) ?? '',
    shop: row.shop,
    amount: row.amount === null ? null : Number(row.amount),
    items: row.items,
    deliveryDay: row.delivery_day,
    operator,
    at: Number(row.at),
    by: operator ?? row.name,
    version: Number(row.version),
  };
}

/** The entry as the ledger gives it; `sending` where the row is open: it was another's a moment ago. */
export function ledgerEntryOf(entry: TeamEntry, orderId = entry.orderId): LedgerEntry {
  const { bodyHash, wmsId, fileName, at, by } = entry;
  return {
    orderId,
    state: entry.state === 'open' ? 'sending' : entry.state,
    bodyHash,
    batchId: '',
    fileName,
    wmsId,
    at,
    by,
  };
}

/** Which state counts where two computers told of one order. */
const rank = (state: string): string =>
  `array_position(ARRAY['open', 'taken', 'claimed', 'sending', 'unknown', 'accepted'], ${state})`;

/** A part of a computer's log: from where it is told and up to where it is then, in the epoch in which it was read. */
export interface LogPart {
  readonly after: number;
  readonly upTo: number;
  readonly epoch: number;
  /** Whether the database holds what people decide about orders left behind. */
  readonly hasDecisions: boolean;
}

/** What the ledger has of it: the highest change, and the transaction that made it. */
export interface Told {
  readonly change: number;
  readonly xact: string;
}

/** The part of the log is told from here on, unless another process has told it or the computer's claims were taken over. */
const logIsTold = `UPDATE order_importer.computers SET told = $18 WHERE id = $1 AND told = $17 AND epoch = $19 RETURNING id`;
const computerAlone = `SELECT id FROM order_importer.computers WHERE id = $1`;

/** Of an order that a person decided about meanwhile only that the WMS has accepted it counts. */
const undecided = `WHERE l.state = 'accepted' OR NOT EXISTS (SELECT 1 FROM order_importer.decisions d
  WHERE d.computer = $1 AND d.server = l.server AND d.order_id = l.order_id AND NOT d.is_over)`;

/**
 * One statement: it locks the computer's row, then contents, then orders, each sorted (see {@link TeamDatabase.transaction}).
 * Counting what was kept makes the orders wait for the contents. One that two computers had accepted stays the first one's.
 */
const tellingSql = (computer: string, which: string): string => `
WITH me AS (${computer}),
told AS MATERIALIZED (
  SELECT l.* FROM me CROSS JOIN unnest($2::text[], $3::bigint[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[],
    $9::bigint[], $10::int[], $11::date[], $12::float8[], $13::text[]) AS l (server, order_id, state, body_hash, wms_id,
    file_name, shop, amount, items, delivery_day, at, operator) ${which}),
kept AS (
  INSERT INTO order_importer.contents AS k (server, content, order_id, computer)
  SELECT DISTINCT ON (c.server, c.content) c.server, c.content, c.order_id, $1
    FROM told JOIN unnest($14::text[], $15::text[], $16::bigint[]) AS c (server, content, order_id) USING (server, order_id)
    ORDER BY c.server, c.content, c.order_id
  ON CONFLICT (server, content) DO UPDATE SET order_id = excluded.order_id, computer = excluded.computer
  WHERE NOT EXISTS (SELECT 1 FROM order_importer.orders o
    WHERE o.server = k.server AND o.order_id = k.order_id AND o.state <> 'open')
  RETURNING 1),
put AS (
  INSERT INTO order_importer.orders AS o
    (server, order_id, state, computer, body_hash, wms_id, file_name, shop, amount, items, delivery_day, at, operator)
  SELECT server, order_id, state, $1, body_hash, wms_id, file_name, shop, amount, items, delivery_day, to_timestamp(told.at), operator
    FROM told WHERE (SELECT count(*) FROM kept) IS NOT NULL ORDER BY server, order_id
  ON CONFLICT (server, order_id) DO UPDATE SET state = excluded.state, computer = excluded.computer,
    body_hash = excluded.body_hash, wms_id = excluded.wms_id, file_name = excluded.file_name, shop = excluded.shop,
    amount = excluded.amount, items = excluded.items, delivery_day = excluded.delivery_day, at = excluded.at,
    operator = coalesce(excluded.operator, o.operator), taken_at = NULL, version = o.version + 1,
    change = nextval('order_importer.changes'), xact = pg_current_xact_id()
  WHERE o.computer = $1
    OR (excluded.state IN ('unknown', 'accepted') AND ${rank('excluded.state')} > ${rank('o.state')})
  RETURNING change)
SELECT (SELECT count(*) FROM me)::int AS computers, (SELECT count(*) FROM told)::int AS told, count(*)::int AS put,
  coalesce(max(change), 0)::text AS change, pg_current_xact_id()::text AS xact,
  CASE WHEN count(*) > 0 THEN ${newsAnnounced} END AS news
FROM put`;

/**
 * Tells outcomes: all of them in one statement, or none. A computer's word about its own orders counts; about another's only
 * what is stronger: what was accepted, or may have been.
 * @param log the part of the computer's log that they are; null: they are none, and the caller's transaction holds its row
 * @returns null where the log is not told up to where the part begins, or the epoch is another one: nothing was told
 */
export async function tellOutcomes(
  client: Client,
  computer: string,
  outcomes: readonly TeamOutcome[],
  secret: TeamSecret,
  log: LogPart | null = null,
): Promise<Told | null> {
  const seal = sealingOnce(secret);
  const column = <T>(of: (outcome: TeamOutcome) => T): readonly T[] => outcomes.map(of);
  const contents = contentsOf(outcomes, secret);
  const values = [
    computer,
    column(({ server }) => server),
    column(({ orderId }) => orderId),
    column(({ state }) => state),
    column(({ bodyHash }) => bodyHash),
    column(({ wmsId }) => wmsId),
    column(({ fileName }) => seal(fileName)),
    column(({ shop }) => shop),
    column(({ amount }) => amount),
    column(({ items }) => items),
    column(({ deliveryDay }) => deliveryDay),
    column(({ at }) => at / 1000),
    column(({ operator }) => (operator === null ? null : seal(operator))),
    contents.map(({ server }) => server),
    contents.map(({ content }) => content),
    contents.map(({ orderId }) => orderId),
  ];
  const sql = tellingSql(log === null ? computerAlone : logIsTold, log?.hasDecisions === true ? undecided : '');
  const { rows } = await client.query<{
    computers: number;
    told: number;
    put: number;
    change: string;
    xact: string;
  }>(sql, log === null ? values : [...values, log.after, log.upTo, log.epoch]);
  const [row] = rows;
  if (!row || row.computers === 0) return null;
  if (row.put < row.told) await noteAcceptedTwice(client, computer, outcomes);
  return { change: Number(row.change), xact: row.xact };
}

/** Notes which of the orders the ledger has as accepted by another computer under another id of the WMS. */
async function noteAcceptedTwice(client: Client, computer: string, outcomes: readonly TeamOutcome[]): Promise<void> {
  const accepted = outcomes.filter(({ state }) => state === 'accepted');
  await client.query(
    `INSERT INTO order_importer.accepted_twice (server, order_id, computer, wms_id)
     SELECT w.server, w.order_id, $1, w.wms_id FROM unnest($2::text[], $3::bigint[], $4::bigint[]) AS w (server, order_id, wms_id)
     JOIN order_importer.orders o USING (server, order_id)
     WHERE o.state = 'accepted' AND o.computer <> $1 AND o.wms_id IS DISTINCT FROM w.wms_id
     ON CONFLICT DO NOTHING`,
    [
      computer,
      accepted.map(({ server }) => server),
      accepted.map(({ orderId }) => orderId),
      accepted.map(({ wmsId }) => wmsId),
    ],
  );
}

/** What an order says, as a key, and the order that it stands for where nobody has another. */
export interface ContentRow {
  readonly server: string;
  readonly orderId: number;
  readonly content: string;
}

/**
 * What the outcomes' orders said: one that was sent without the team, under a number of its computer's, is the same under
 * another. What the team knows under a number already stays, but where nobody has anything of that.
 */
function contentsOf(outcomes: readonly TeamOutcome[], secret: TeamSecret): readonly ContentRow[] {
  return outcomes
    .filter(({ state }) => state !== 'open' && state !== 'taken')
    .flatMap(({ server, orderId, contents: keys }) =>
      keys.map((key) => ({ server, orderId, content: secret.keyOf('content', key) })),
    );
}

/** Locks the contents until the transaction's end, in one order for all; those that are not there are made. */
export async function lockContents(client: Client, computer: string, contents: readonly ContentRow[]): Promise<void> {
  await client.query(
    `INSERT INTO order_importer.contents AS k (server, content, order_id, computer)
     SELECT DISTINCT ON (w.server, w.content) w.server, w.content, w.order_id, $1
       FROM unnest($2::text[], $3::text[], $4::bigint[]) AS w (server, content, order_id)
       ORDER BY w.server, w.content, w.order_id
     ON CONFLICT (server, content) DO UPDATE SET content = excluded.content`,
    [
      computer,
      contents.map(({ server }) => server),
      contents.map(({ content }) => content),
      contents.map(({ orderId }) => orderId),
    ],
  );
}

/**
 * Makes unknown what the computers had in hand, once their rows are locked and their epochs went up. Returns how many orders.
 */
export async function takeInHand(client: Client, computers: readonly string[]): Promise<number> {
  const { rowCount } = await client.query(
    `WITH held AS MATERIALIZED (SELECT server, order_id FROM order_importer.orders
       WHERE computer = ANY ($1::uuid[]) AND state IN ('claimed', 'sending') ORDER BY server, order_id FOR UPDATE)
     UPDATE order_importer.orders o SET state = 'unknown', taken_at = clock_timestamp(), version = o.version + 1,
       change = nextval('order_importer.changes'), xact = pg_current_xact_id()
     FROM held WHERE o.server = held.server AND o.order_id = held.order_id`,
    [computers],
  );
  return rowCount ?? 0;
}
