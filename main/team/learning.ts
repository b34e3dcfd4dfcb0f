/** Learns what the team's other computers did, and what people said of the addresses of a WMS. */
import type { Client } from 'pg';
import type { LearnedOrders, ServerAnswers, TeamHome } from '../platform/team-ports.ts';
import { orderColumns, silentAfter, teamEntry, type OrderRow } from './team-rows.ts';
import { unsealingOnce, type TeamSecret } from './team-secret.ts';

const learnedAtOnce = 5_000;

/**
 * Asks for the orders that changed since the last time. Commits come out of order, so it is asked by transaction: from the
 * oldest that was still open then. Returns the other computers' orders among them.
 * @param ownXacts transactions by which this process claimed and told: what they made this computer's is no news to it
 */
export async function learnChanges(
  client: Client,
  computer: string,
  home: TeamHome,
  secret: TeamSecret,
  ownXacts: Set<string> = new Set(),
): Promise<readonly LearnedOrders[]> {
  const now = await client.query<{ horizon: string }>(
    'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon',
  );
  const next = now.rows[0]?.horizon ?? '0';
  const before = home.horizon();
  // A database that was restored elsewhere counts its transactions anew.
  const horizon = BigInt(next) < BigInt(before) ? '0' : before;
  const learned = new Map<string, number[]>();
  let [xact, server, orderId] = [horizon, '', '-1'];
  for (;;) {
    const { rows } = await client.query<OrderRow>(
      `SELECT ${orderColumns} FROM order_importer.orders o JOIN order_importer.computers c ON c.id = o.computer
       WHERE o.xact >= $1::text::xid8 AND (o.xact, o.server, o.order_id) > ($1::text::xid8, $2, $3::bigint)
         AND NOT (o.computer = $4 AND o.xact::text = ANY ($5::text[]))
       ORDER BY o.xact, o.server, o.order_id LIMIT ${learnedAtOnce}`,
      [xact, server, orderId, computer, [...ownXacts]],
    );
    const last = rows.at(-1);
    if (!last) break;
    const opening = unsealingOnce(secret);
    const others = rows.filter((row) => row.computer !== computer);
    if (others.length > 0) home.learn(others.map((row) => teamEntry(row, opening)));
    const own = rows.filter((row) => row.computer === computer);
    for (const name of new Set(own.map((row) => row.server)))
      home.forgetOthers(
        name,
        own.filter((row) => row.server === name).map((row) => Number(row.order_id)),
      );
    if (own.length > 0) home.learnOwn(own.map((row) => teamEntry(row, opening)));
    home.noteSeen({ change: Math.max(...rows.map((row) => Number(row.change))) });
    for (const row of others) {
      const known = learned.get(row.server);
      if (known) known.push(Number(row.order_id));
      else learned.set(row.server, [Number(row.order_id)]);
    }
    [xact, server, orderId] = [last.xact, last.server, last.order_id];
    if (rows.length < learnedAtOnce) break;
  }
  home.learn([], next);
  // What is older is not asked for again.
  for (const own of ownXacts) if (BigInt(own) < BigInt(next)) ownXacts.delete(own);
  return [...learned].map(([name, orderIds]) => ({ server: name, orderIds }));
}

/** Asks which computers are not heard of any more; returns what they have, or have no more, in hand by this. */
export async function learnSilent(
  client: Client,
  computer: string,
  home: Pick<TeamHome, 'learnSilent'>,
): Promise<readonly LearnedOrders[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM order_importer.computers WHERE id <> $1 AND seen_at < clock_timestamp() - ${silentAfter}`,
    [computer],
  );
  return home.learnSilent(rows.map(({ id }) => id));
}

/**
 * Exchanges what people said of two addresses by the table that every version of the app knows. Where the team shares things
 * those decide (main/team/things.ts), and only what an older computer said that nobody else has is taken from it; else
 * whoever said it first is asked.
 * @param isShared whether the things of the team say something of two addresses; null: it shares none
 */
export async function exchangeServerAnswers(
  client: Client,
  servers: ServerAnswers,
  isShared: ((server: string, other: string) => boolean) | null,
): Promise<void> {
  const own = servers.list();
  if (own.length > 0)
    await client.query(
      `INSERT INTO order_importer.server_answers (server, other, is_same)
       SELECT * FROM unnest($1::text[], $2::text[], $3::boolean[]) ON CONFLICT DO NOTHING`,
      [own.map(({ server }) => server), own.map(({ other }) => other), own.map(({ isSame }) => isSame)],
    );
  const { rows } = await client.query<{ server: string; other: string; is_same: boolean }>(
    'SELECT server, other, is_same FROM order_importer.server_answers',
  );
  for (const { server, other, is_same: isSame } of rows) {
    const known = own.find(
      (answer) =>
        (answer.server === server && answer.other === other) || (answer.server === other && answer.other === server),
    );
    if (isShared !== null && (known !== undefined || isShared(server, other))) continue;
    // Refused while an order is under way: then it is taken in the next time.
    if (known?.isSame !== isSame) servers.answer(server, other, isSame);
  }
}
