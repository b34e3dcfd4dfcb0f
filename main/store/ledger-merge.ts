/** Merges what other computers or old reports know of sent orders into the ledger. */
import type { SharedLedgerEntry } from '../../shared/domain/sending/ledger-file.ts';
import { reduceRevision } from '../../shared/domain/sending/reduce-revision.ts';
import type { Journal } from '../ports.ts';
import type { Database } from './database.ts';
import type { InternalIdentities } from './identities.ts';
import { ledgerStateRank } from './ledger.ts';
import { isServer } from './server-names.ts';
import type { LedgerStore } from './sent-stores.ts';
import { restoreShop } from './shops.ts';

/**
 * @param record writes what is new down in the witness, which gives it back where the database is lost or comes back older
 */
export function createLedgerMerge(
  database: Database,
  ledger: Pick<LedgerStore, 'find'>,
  journal: Journal,
  identities: Pick<InternalIdentities, 'addKeys' | 'keysOf'>,
  record: (entries: readonly SharedLedgerEntry[]) => void,
): Pick<LedgerStore, 'merge' | 'mergeAgain'> {
  /** Settles unknown orders of ours that the other side knows to be accepted; returns how many. */
  function settle({ server, orderId, wmsId }: SharedLedgerEntry): number {
    let settled = 0;
    // Of one that was sent a second time on purpose it says nothing: the first may be meant.
    for (const row of database.all(
      `SELECT id FROM revisions WHERE server ${isServer()} AND order_id = ? AND latest = 1 AND cause <> 'again'
         AND state IN ('unknown', 'review')`,
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

  /** Whether it brings keys that the order is not known by. */
  function learn({ server, orderId, state, keys, at }: SharedLedgerEntry): boolean {
    // Of an id that was taken nobody knows by which order.
    if (state === 'taken' || keys.length === 0) return false;
    const known = new Set(identities.keysOf(server, [orderId]).get(orderId));
    identities.addKeys(server, orderId, keys, at);
    return keys.some((key) => !known.has(key));
  }

  function isKnown({ server, orderId, state }: SharedLedgerEntry): boolean {
    const before = ledger.find(server, [orderId], null).get(orderId);
    return before !== undefined && ledgerStateRank[before.state] >= ledgerStateRank[state];
  }

  function add(entry: SharedLedgerEntry): void {
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

  /** The shops whose orders they are: under another one, or none, the orders would be new here. */
  function restoreShops(entries: readonly SharedLedgerEntry[]): void {
    const shops = new Map(entries.map(({ shop }) => [shop?.id, shop]));
    for (const shop of shops.values()) if (shop) restoreShop(database, shop);
  }

  return {
    merge: (entries) =>
      database.transaction(() => {
        restoreShops(entries);
        let [added, known, settled] = [0, 0, 0];
        const told: SharedLedgerEntry[] = [];
        for (const entry of entries) {
          const bringsKeys = learn(entry);
          const wasKnown = isKnown(entry);
          if (!wasKnown || bringsKeys) told.push(entry);
          if (wasKnown) {
            known++;
            learnFacts(entry);
            continue;
          }
          const ours = entry.state === 'accepted' ? settle(entry) : 0;
          settled += ours;
          if (ours > 0) continue;
          added++;
          add(entry);
        }
        if (told.length > 0) record(told);
        return { added, known, settled };
      }),
    mergeAgain: (entries) =>
      database.transaction(() => {
        restoreShops(entries);
        for (const entry of entries) {
          learn(entry);
          if (!isKnown(entry)) add(entry);
        }
      }),
  };
}
