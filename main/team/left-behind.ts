/** What a computer left behind that the database has not heard of for long: shown, taken over, decided about by a person. */
import type { Client } from 'pg';
import type { LeftOrder } from '../../shared/contract/team.ts';
import { FailureError } from '../../shared/result.ts';
import type { TeamMember } from '../platform/team-ports.ts';
import { announceNews } from './news.ts';
import { noteDecision } from './decisions.ts';
import { silentAfter, takeInHand } from './team-rows.ts';
import type { TeamSecret } from './team-secret.ts';

const mostShown = 100;

/** Orders of computers that are silent for long, which they may have been sending, or whose answer was lost; latest first. */
export async function listLeftBehind(
  client: Client,
  { computer }: Pick<TeamMember, 'computer'>,
  secret: Pick<TeamSecret, 'unseal'>,
): Promise<readonly LeftOrder[]> {
  const { rows } = await client.query<{
    server: string;
    order_id: string;
    state: LeftOrder['state'];
    computer: string;
    file_name: string;
    operator: string | null;
    name: string;
    at: string;
    version: string;
  }>(
    `SELECT o.server, o.order_id, o.state, o.computer, o.file_name, o.operator, c.name, o.version,
       (extract(epoch FROM o.at) * 1000)::bigint AS at
     FROM order_importer.orders o JOIN order_importer.computers c ON c.id = o.computer
     WHERE o.state IN ('claimed', 'sending', 'unknown') AND o.computer <> $1
       AND c.seen_at < clock_timestamp() - ${silentAfter}
     ORDER BY o.at DESC, o.order_id LIMIT ${mostShown}`,
    [computer],
  );
  return rows.map((row) => ({
    server: row.server,
    orderId: Number(row.order_id),
    state: row.state,
    computer: row.computer,
    by: (row.operator === null ? null : secret.unseal(row.operator)) ?? row.name,
    fileName: secret.unseal(row.file_name) ?? '',
    at: Number(row.at),
    version: Number(row.version),
  }));
}

/**
 * Takes over what the computer had in hand, in the caller's transaction: its epoch goes up, so that it sends nothing more
 * when it comes back, and what it may have been sending is unknown. Whoever opens a file with such an order looks it up
 * after the quiet time. Returns how many orders became unknown.
 * @throws FailureError `team.stillThere` where the database heard of it in the last five minutes
 */
export async function takeOverComputer(client: Client, computer: string): Promise<number> {
  const { rowCount: isGone } = await client.query(
    `UPDATE order_importer.computers SET epoch = epoch + 1 WHERE id = $1 AND seen_at < clock_timestamp() - ${silentAfter}`,
    [computer],
  );
  if (isGone !== 1) throw new FailureError('team.stillThere');
  const count = await takeInHand(client, [computer]);
  await announceNews(client);
  return count;
}

/** The entry that a person saw, and what they say of it. */
export interface LeftDecision {
  readonly server: string;
  readonly orderId: number;
  readonly version: number;
  /** `there`: the WMS has it; `notThere`: it has not, and whoever opens a file with it may send it. */
  readonly act: 'there' | 'notThere';
  readonly wmsId: number | null;
}

/**
 * Settles, in the caller's transaction, an order that a silent computer left behind: whatever else that computer had in hand
 * is taken over with it. When it comes back it looks up what it knows as unknown; that the WMS accepted the order counts then,
 * that nobody knows it does not.
 * @param hasDecisions whether the database can hold this (schema.ts)
 * @throws FailureError `team.changedMeanwhile` where the entry is another one now, `team.stillThere`
 */
export async function settleLeftOrder(
  client: Client,
  { computer }: Pick<TeamMember, 'computer'>,
  { server, orderId, version, act, wmsId }: LeftDecision,
  hasDecisions: boolean,
): Promise<void> {
  // Its computer before the order, as whoever takes over does.
  await client.query(
    `SELECT 1 FROM order_importer.computers WHERE id =
       (SELECT computer FROM order_importer.orders WHERE server = $1 AND order_id = $2) FOR NO KEY UPDATE`,
    [server, orderId],
  );
  const { rows } = await client.query<{ computer: string }>(
    `SELECT computer FROM order_importer.orders WHERE server = $1 AND order_id = $2 AND version = $3 AND computer <> $4
       AND state IN ('claimed', 'sending', 'unknown') FOR UPDATE`,
    [server, orderId, version, computer],
  );
  const [row] = rows;
  if (!row) throw new FailureError('team.changedMeanwhile', { orderId });
  await takeOverComputer(client, row.computer);
  if (hasDecisions) await noteDecision(client, { server, orderId, computer: row.computer });
  await client.query(
    `UPDATE order_importer.orders SET state = $3, wms_id = $4, token = NULL, taken_at = NULL, version = version + 1,
       change = nextval('order_importer.changes'), xact = pg_current_xact_id() WHERE server = $1 AND order_id = $2`,
    [server, orderId, act === 'there' ? 'accepted' : 'open', act === 'there' ? wmsId : null],
  );
}
