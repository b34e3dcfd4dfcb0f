/** Keeps what people decided about orders that a computer left behind, against what that computer tells late. */
import type { Client } from 'pg';

/** Notes the decision, in the caller's transaction. */
export async function noteDecision(
  client: Client,
  { server, orderId, computer }: { readonly server: string; readonly orderId: number; readonly computer: string },
): Promise<void> {
  await client.query(
    `INSERT INTO order_importer.decisions (server, order_id, computer) VALUES ($1, $2, $3)
     ON CONFLICT (computer, server, order_id) DO UPDATE SET is_over = false, at = clock_timestamp()`,
    [server, orderId, computer],
  );
}

/** The computer has claimed these orders anew: what becomes of them is news. */
export async function endDecisions(
  client: Client,
  computer: string,
  server: string,
  orderIds: readonly number[],
): Promise<void> {
  await client.query(
    `UPDATE order_importer.decisions SET is_over = true
     WHERE computer = $1 AND server = $2 AND order_id = ANY ($3::bigint[]) AND NOT is_over`,
    [computer, server, orderIds],
  );
}
