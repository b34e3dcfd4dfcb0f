/** Finds orders of other files that went out in the last days and are alike: the same phone, products and date (docs/domain.md). */
import { signatureOfRequest } from '../../shared/domain/identity/repeat-signature.ts';
import { fold } from '../../shared/domain/values/fold.ts';
import { orderRequestSchema, type OrderRequest } from '../../shared/wms/order-create.ts';
import type { Clock, EarlierOrder } from '../ports.ts';
import { sheetsRead } from './sheets-read.ts';
import type { Database } from './database.ts';
import { isServer } from './server-names.ts';
import { sentStates } from './sent-numbers.ts';
import type { AlikeOrderStore } from './sent-stores.ts';

const dayMs = 86_400_000;
const lookedBackMs = 7 * dayMs;
/** Without a delivery date the same order some days later is the next one. */
const lookedBackUndatedMs = 2 * dayMs;

/** What a revision's `signature` column holds; null where its body is gone. */
export function signatureOfBody(body: string | null): number | null {
  const request = body === null ? null : requestOf(body);
  return request === null ? null : signatureOfRequest(request);
}

/** Null where it is no request: nothing is warned of then, and nothing stops. */
function requestOf(body: string): OrderRequest | null {
  try {
    return orderRequestSchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

export function openAlikeOrderStore(database: Database, clock: Clock): AlikeOrderStore {
  return {
    recentSignatures: (server, exceptBatch) =>
      database
        .all(
          `SELECT DISTINCT signature FROM revisions
           WHERE server ${isServer()} AND at >= ? AND signature IS NOT NULL AND batch_id IS NOT ?`,
          server,
          clock.now() - lookedBackMs,
          exceptBatch,
        )
        .map((row) => Number(row['signature'])),
    find(server, signatures, exceptBatch) {
      const rows = database.all(
        `SELECT r.signature, r.order_id, r.rows, r.body, r.at, b.file_name, b.choices ->> 'together' AS sheets FROM revisions r JOIN batches b ON b.id = r.batch_id
         WHERE r.server ${isServer('?1')} AND r.at >= ?2 AND r.signature IN (SELECT value FROM json_each(?3)) AND r.batch_id IS NOT ?4
           AND r.latest = 1 AND r.state IN ${sentStates}
           AND coalesce(b.shop, '') = coalesce((SELECT shop FROM batches WHERE id = ?4), b.shop, '') ORDER BY r.at DESC, r.order_id DESC`,
        server,
        clock.now() - lookedBackMs,
        JSON.stringify(signatures),
        exceptBatch,
      );
      const undatedSince = clock.now() - lookedBackUndatedMs;
      const found = new Map<number, EarlierOrder[]>(signatures.map((signature) => [signature, []]));
      for (const row of rows) {
        const request = requestOf(String(row['body']));
        const at = Number(row['at']);
        if (request === null || (request.scheduled_at === undefined && at < undatedSince)) continue;
        const [first] = JSON.parse(String(row['rows'])) as readonly number[];
        found.get(Number(row['signature']))?.push({
          orderId: Number(row['order_id']),
          fileName: String(row['file_name']),
          row: first ?? 0,
          sheets: sheetsRead(row['sheets']),
          at,
          name: fold(request.full_name),
        });
      }
      return found;
    },
  };
}
