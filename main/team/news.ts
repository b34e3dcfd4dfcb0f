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

/** Tells the others, once the caller's transaction is committed, that something changed. */
export async function announceNews(client: Client): Promise<void> {
  await client.query(`NOTIFY ${channel}`);
}
