/** Lets the team's computers hear of one another's changes at once. What changed is asked for; the notice only says when. */
import type { Client } from 'pg';

const channel = 'order_importer';

/**
 * Calls `listener` whenever another connection announced a change. A pooler between may swallow the notices, or refuse to
 * listen: then changes are learned when they are asked for next.
 */
export async function hearNews(client: Client, listener: () => void): Promise<void> {
  // The driver knows its own process, and its types do not tell.
  const { processID: own } = client as unknown as { readonly processID?: number };
  client.on('notification', ({ processId }) => {
    if (processId !== own) listener();
  });
  try {
    await client.query(`LISTEN ${channel}`);
  } catch {
    // An end of the connection is met by the next statement.
  }
}

/** SQL that tells the others, once its transaction is committed, that something changed. */
export const newsAnnounced = `pg_notify('${channel}', '')::text`;

/** Tells the others, once the caller's transaction is committed, that something changed. Returns the transaction's id. */
export async function announceNews(client: Client): Promise<string> {
  const { rows } = await client.query<{ xact: string }>(`SELECT ${newsAnnounced}, pg_current_xact_id()::text AS xact`);
  return rows[0]?.xact ?? '';
}
