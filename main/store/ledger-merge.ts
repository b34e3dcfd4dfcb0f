/** Merges what other computers or old reports know of sent orders into the ledger. */
import type { SharedLedgerEntry } from '../../shared/domain/sending/ledger-file.ts';
import { reduceRevision } from '../../shared/domain/sending/reduce-revision.ts';
import type { Journal } from '../ports.ts';
import type { Database } from './database.ts';
import type { InternalIdentities } from './identities.ts';
import { ledgerStateRank } from './ledger.ts';
import { isServer } from './server-names.ts';
import type { LedgerStore, LedgerMergeCounts } from './store.ts';

export function createLedgerMerge(
  database: Database,
  ledger: Pick<LedgerStore, 'find'>,
  journal: Journal,
  identities: Pick<InternalIdentities, 'addKeys'>,
): (entries: readonly SharedLedgerEntry[]) => LedgerMergeCounts {
  /** Settles unknown orders of ours that the other side knows to be accepted; returns how many. */
  function settle({ server, orderId, wmsId }: SharedLedgerEntry): number {
    let settled = 0;
    for (const row of database.all(
      `SELECT id FROM revisions WHERE server ${isServer()} AND order_id = ? AND latest = 1 AND state IN ('unknown', 'review')`,
      server,
      orderId,
    )) {
      const revision = journal.revision(Number(row['id']));
      if (!revision) continue;
      journal.saveState(revision.id, reduceRevision(revision, { type: 'settledThere', wmsId }));
      settled++;
    }
    return settled;
  }

  /** Fills in what an older file or a report did not tell of an order that was merged before. */
  function learnFacts({ server, orderId, operator, facts }: SharedLedgerEntry): void {
    database.run(
      `UPDATE ledger_imports SET operator = coalesce(operator, ?3), amount = coalesce(amount, ?4),
         items = coalesce(items, ?5), delivery_day = coalesce(delivery_day, ?6) WHERE server = ?1 AND order_id = ?2`,
      server,
      orderId,
      operator ?? null,
      facts?.amount ?? null,
      facts?.items ?? null,
      facts?.deliveryDay ?? null,
    );
  }

  return (entries) =>
    database.transaction(() => {
      let [added, known, settled] = [0, 0, 0];
      for (const entry of entries) {
        // Of an id that was taken nobody knows by which order.
        if (entry.state !== 'taken') identities.addKeys(entry.server, entry.orderId, entry.keys, entry.at);
        const before = ledger.find(entry.server, [entry.orderId], null).get(entry.orderId);
        if (before && ledgerStateRank[before.state] >= ledgerStateRank[entry.state]) {
          known++;
          learnFacts(entry);
          continue;
        }
        const ours = entry.state === 'accepted' ? settle(entry) : 0;
        settled += ours;
        if (ours > 0) continue;
        added++;
        database.run(
          `INSERT INTO ledger_imports (server, order_id, state, body_hash, file_name, wms_id, at, shop, shop_name, operator,
             amount, items, delivery_day)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
           ON CONFLICT (server, order_id) DO UPDATE SET state = ?3, body_hash = ?4, file_name = ?5, wms_id = ?6, at = ?7,
             shop = coalesce(?8, shop), shop_name = coalesce(?9, shop_name), operator = ?10, amount = ?11, items = ?12,
             delivery_day = ?13`,
          entry.server,
          entry.orderId,
          entry.state,
          entry.bodyHash,
          entry.fileName,
          entry.wmsId,
          entry.at,
          entry.shop?.id ?? null,
          entry.shop?.name ?? null,
          entry.operator ?? null,
          entry.facts?.amount ?? null,
          entry.facts?.items ?? null,
          entry.facts?.deliveryDay ?? null,
        );
      }
      return { added, known, settled };
    });
}
