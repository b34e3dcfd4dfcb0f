/**
 * Reads the ledger: a view of the journal over all batches, removed ones too, of what was merged from other computers and
 * old reports, and of what the team's computers did. Nothing is stored twice, so nothing can disagree.
 */
import type { LedgerEntry } from '../../shared/domain/model/ledger.ts';
import type { Database, Row } from './database.ts';
import { isServer } from './server-names.ts';
import type { LedgerStore } from './sent-stores.ts';

/** The same rule as ledgerStateOf in shared/domain/sending/reduce-revision.ts; a test holds them together. */
export const ledgerState = `CASE
  WHEN r.state IN ('sending', 'accepted', 'unknown') THEN r.state
  WHEN r.state = 'verifying' THEN 'unknown'
  WHEN r.state = 'review' AND r.ambiguous = 1 THEN 'unknown'
  WHEN r.state = 'duplicate' THEN 'taken'
END`;

/** Where that gives a state: as the index `revisions_in_ledger` has it (history-schema.ts). */
export const revisionInLedger = `(r.state IN ('sending', 'accepted', 'unknown', 'verifying', 'duplicate') OR r.state = 'review' AND r.ambiguous = 1)`;

/** The ledger's entries by the table that they are in. */
export const entriesOf = {
  revisions: `SELECT r.id AS revision_id, r.order_id, r.state, ${ledgerState} AS ledger_state, r.body_hash, r.batch_id,
    b.file_name, r.wms_id, r.at, r.server, s.id AS shop, json_extract(s.shop, '$.name') AS shop_name,
    coalesce(r.operator, b.opened_by) AS operator, r.amount, r.items, r.delivery_day, NULL AS by, 0 AS left_behind
    FROM revisions r JOIN batches b ON b.id = r.batch_id LEFT JOIN shops s ON s.id = b.shop WHERE ${revisionInLedger}`,
  ledger_imports: `SELECT NULL AS revision_id, i.order_id, i.state, i.state AS ledger_state, coalesce(i.body_hash, '') AS body_hash,
    '' AS batch_id, i.file_name, i.wms_id, i.at, i.server, i.shop, coalesce(json_extract(s.shop, '$.name'), i.shop_name) AS shop_name,
    i.operator, i.amount, i.items, i.delivery_day, NULL AS by, 0 AS left_behind
    FROM ledger_imports i LEFT JOIN shops s ON s.id = i.shop`,
  team_orders: `SELECT NULL AS revision_id, t.order_id, t.state, t.state AS ledger_state, coalesce(t.body_hash, '') AS body_hash,
    '' AS batch_id, t.file_name, t.wms_id, t.at, t.server, t.shop, json_extract(s.shop, '$.name') AS shop_name,
    t.operator, t.amount, t.items, t.delivery_day, t.by,
    t.state IN ('sending', 'unknown') AND t.computer IN (SELECT computer FROM team_silent) AS left_behind
    FROM team_orders t LEFT JOIN shops s ON s.id = t.shop`,
} as const;

const entries = `SELECT * FROM (${Object.values(entriesOf).join(' UNION ALL ')})`;

/** The highest rank counts where an id was sent more than once. */
export const ledgerStateRank = { sending: 3, accepted: 2, unknown: 1, taken: 0 } as const;

export interface InternalLedger extends Omit<
  LedgerStore,
  | 'merge'
  | 'beginMerge'
  | 'addToMerge'
  | 'commitMerge'
  | 'abandonMerge'
  | 'mergeAgain'
  | 'sharedLines'
  | 'servers'
  | 'counts'
  | 'page'
> {
  /** What is known of the order beside this revision. */
  findOther(batchId: string, server: string, orderId: number, exceptRevision: number): LedgerEntry | null;
  /** The entries of a server's orders behind `after`, up to `last`; the lowest order first. */
  between(server: string, after: number, last: number): readonly (LedgerEntry & { readonly server: string })[];
}

export function openLedgerStore(database: Database): InternalLedger {
  return {
    find(server, orderIds, exceptBatch) {
      const rows = database.all(
        `${entries} WHERE server ${isServer()} AND order_id IN (SELECT value FROM json_each(?)) AND batch_id IS NOT ?`,
        server,
        JSON.stringify(orderIds),
        exceptBatch,
      );
      return strongest(rows.map(entryOf));
    },
    findOther(batchId, server, orderId, exceptRevision) {
      // The batch's own order refused as taken does not count: the server will refuse it again if it still holds.
      const rows = database.all(
        `${entries} WHERE server ${isServer()} AND order_id = ? AND revision_id IS NOT ?
         AND NOT (batch_id = ? AND state = 'duplicate')`,
        server,
        orderId,
        exceptRevision,
        batchId,
      );
      return strongest(rows.map(entryOf)).get(orderId) ?? null;
    },
    changesByOthers: (server, batchId) =>
      Number(
        database.get(
          `SELECT coalesce(sum(changes), 0) AS n FROM history_changes WHERE server ${isServer()} AND batch_id <> ?`,
          server,
          batchId,
        )?.['n'] ?? 0,
      ),
    list(server) {
      const rows = database.all(
        `${entries} WHERE (?1 IS NULL OR server = ?1) ORDER BY server, order_id, at`,
        server ?? null,
      );
      return rows.map((row) => ({ ...fullEntryOf(row), server: String(row['server']) }));
    },
    between(server, after, last) {
      const rows = database.all(
        `${entries} WHERE server = ?1 AND order_id > ?2 AND order_id <= ?3 ORDER BY order_id, at`,
        server,
        after,
        last,
      );
      return rows.map((row) => ({ ...fullEntryOf(row), server }));
    },
  };
}

function entryOf(row: Row): LedgerEntry {
  return {
    orderId: Number(row['order_id']),
    state: row['ledger_state'] as LedgerEntry['state'],
    bodyHash: row['body_hash'] === '' ? null : String(row['body_hash']),
    batchId: String(row['batch_id']),
    fileName: String(row['file_name']),
    wmsId: row['wms_id'] === null ? null : Number(row['wms_id']),
    at: Number(row['at']),
    ...(row['by'] === null ? {} : { by: String(row['by']) }),
    ...(row['left_behind'] === 1 ? { isLeftBehind: true as const } : {}),
    ...(row['shop'] === null || row['shop_name'] === ''
      ? {}
      : { shop: { id: String(row['shop']), name: String(row['shop_name'] ?? '') } }),
  };
}

/** With who had it sent, and what the month tells. */
export function fullEntryOf(row: Row): LedgerEntry {
  const number = (name: string): number | null => (row[name] === null ? null : Number(row[name]));
  const [amount, items] = [number('amount'), number('items')];
  const deliveryDay = row['delivery_day'] === null ? null : String(row['delivery_day']);
  const isKnown = amount !== null || items !== null || deliveryDay !== null;
  return {
    ...entryOf(row),
    ...(row['operator'] === null ? {} : { operator: String(row['operator']) }),
    ...(isKnown ? { facts: { amount, items, deliveryDay } } : {}),
  };
}

function strongest(list: readonly LedgerEntry[]): ReadonlyMap<number, LedgerEntry> {
  const found = new Map<number, LedgerEntry>();
  for (const entry of list) {
    const known = found.get(entry.orderId);
    const counts =
      !known ||
      ledgerStateRank[entry.state] > ledgerStateRank[known.state] ||
      (entry.state === known.state && entry.at > known.at);
    if (counts) found.set(entry.orderId, entry);
  }
  return found;
}
