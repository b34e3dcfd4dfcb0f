/** Reads and writes the ledger's rows: what one computer tells, and what the others learn. */
import type { Client } from 'pg';
import type { LedgerEntry } from '../../shared/domain/model/ledger.ts';
import type { TeamEntry, TeamOutcome } from '../platform/team-ports.ts';
import { announceNews } from './news.ts';
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

/**
 * Tells outcomes in a transaction that holds the computer's row. A computer's word about its own orders counts; about
 * another's only what is stronger: what was accepted, or may have been.
 */
export async function tellOutcomes(
  client: Client,
  computer: string,
  outcomes: readonly TeamOutcome[],
  secret: TeamSecret,
): Promise<void> {
  if (outcomes.length === 0) return;
  const seal = sealingOnce(secret);
  const column = <T>(of: (outcome: TeamOutcome) => T): readonly T[] => outcomes.map(of);
  const told = `unnest($2::text[], $3::bigint[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::bigint[],
    $10::int[], $11::date[], $12::float8[], $13::text[]) AS w (server, order_id, state, body_hash, wms_id, file_name, shop, amount, items,
    delivery_day, at, operator)`;
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
  ];
  const contents = contentsOf(outcomes, secret);
  await lockContents(client, computer, contents);
  await client.query(
    `INSERT INTO order_importer.accepted_twice (server, order_id, computer, wms_id)
     SELECT w.server, w.order_id, $1, w.wms_id FROM ${told} JOIN order_importer.orders o USING (server, order_id)
     WHERE w.state = 'accepted' AND o.state = 'accepted' AND o.computer <> $1 AND o.wms_id IS DISTINCT FROM w.wms_id
     ON CONFLICT DO NOTHING`,
    values,
  );
  await client.query(
    `INSERT INTO order_importer.orders AS o
       (server, order_id, state, computer, body_hash, wms_id, file_name, shop, amount, items, delivery_day, at, operator)
     SELECT server, order_id, state, $1, body_hash, wms_id, file_name, shop, amount, items, delivery_day, to_timestamp(w.at), operator
       FROM ${told} ORDER BY server, order_id
     ON CONFLICT (server, order_id) DO UPDATE SET state = excluded.state, computer = excluded.computer,
       body_hash = excluded.body_hash, wms_id = excluded.wms_id, file_name = excluded.file_name, shop = excluded.shop,
       amount = excluded.amount, items = excluded.items, delivery_day = excluded.delivery_day, at = excluded.at,
       operator = coalesce(excluded.operator, o.operator), taken_at = NULL, version = o.version + 1, change = nextval('order_importer.changes'), xact = pg_current_xact_id()
     WHERE o.computer = $1
       OR (excluded.state IN ('unknown', 'accepted') AND ${rank('excluded.state')} > ${rank('o.state')})`,
    values,
  );
  await tellContents(client, computer, contents);
  await announceNews(client);
}

/** What an order says, as a key, and the order that it stands for where nobody has another. */
export interface ContentRow {
  readonly server: string;
  readonly orderId: number;
  readonly content: string;
}

function contentsOf(outcomes: readonly TeamOutcome[], secret: TeamSecret): readonly ContentRow[] {
  return outcomes
    .filter(({ state }) => state !== 'open' && state !== 'taken')
    .flatMap(({ server, orderId, contents: keys }) =>
      keys.map((key) => ({ server, orderId, content: secret.keyOf('content', key) })),
    );
}

/** Puts the contents that nobody has in the ledger, in one order for all; what becomes of the others `conflict` says in SQL. */
async function putContents(
  client: Client,
  computer: string,
  contents: readonly ContentRow[],
  conflict: string,
): Promise<void> {
  if (contents.length === 0) return;
  await client.query(
    `INSERT INTO order_importer.contents AS k (server, content, order_id, computer)
     SELECT DISTINCT ON (w.server, w.content) w.server, w.content, w.order_id, $1
       FROM unnest($2::text[], $3::text[], $4::bigint[]) AS w (server, content, order_id)
       ORDER BY w.server, w.content, w.order_id
     ON CONFLICT (server, content) DO UPDATE SET ${conflict}`,
    [
      computer,
      contents.map(({ server }) => server),
      contents.map(({ content }) => content),
      contents.map(({ orderId }) => orderId),
    ],
  );
}

/** Locks the contents until the transaction's end; those that are not there are made. */
export function lockContents(client: Client, computer: string, contents: readonly ContentRow[]): Promise<void> {
  return putContents(client, computer, contents, 'content = excluded.content');
}

/**
 * Tells what the orders said: one that was sent without the team, under a number of its computer's, is the same under another.
 * What the team knows under a number already stays, but where nobody has anything of that.
 */
function tellContents(client: Client, computer: string, contents: readonly ContentRow[]): Promise<void> {
  return putContents(
    client,
    computer,
    contents,
    `order_id = excluded.order_id, computer = excluded.computer
     WHERE NOT EXISTS (SELECT 1 FROM order_importer.orders o
       WHERE o.server = k.server AND o.order_id = k.order_id AND o.state <> 'open')`,
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
