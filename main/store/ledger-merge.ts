/** Merges what other computers or old reports know of sent orders into the ledger. */
import { FailureError } from '../../shared/result.ts';
import { lineOfEntry, parseLedgerLine, type SharedLedgerEntry } from '../../shared/domain/sending/ledger-file.ts';
import { reduceRevision } from '../../shared/domain/sending/reduce-revision.ts';
import type { Journal } from '../ports.ts';
import type { Database } from './database.ts';
import type { InternalIdentities } from './identities.ts';
import { ledgerState, ledgerStateRank } from './ledger.ts';
import { isServer } from './server-names.ts';
import type { LedgerMergeCounts, LedgerStore } from './sent-stores.ts';
import { restoreShop } from './shops.ts';
import { dropStaged, stageEntries, type StagedEntries } from './staged-entries.ts';

/** Kilobytes of pages that are kept in memory while much is written all over the tables: else they are written again and again. */
const [largeCache, usualCache] = [32_768, 2_000];

function withLargeCache<T>(database: Database, act: () => T): T {
  database.exec(`PRAGMA cache_size = -${largeCache}`);
  try {
    return database.transaction(act);
  } finally {
    database.exec(`PRAGMA cache_size = -${usualCache}`);
  }
}

/** Entries of one line of the witness: one that is damaged takes no more of them with it. */
const entriesOfLine = 32;

/**
 * @param record writes what is new down in the witness (pieces of lines of a ledger file, with commas between them), which
 * gives it back where the database is lost or comes back older
 */
export function createLedgerMerge(
  database: Database,
  ledger: Pick<LedgerStore, 'find'>,
  journal: Journal,
  identities: Pick<InternalIdentities, 'addKeys' | 'keysOf'>,
  record: (pieces: Iterable<string>) => void,
): Pick<LedgerStore, 'merge' | 'mergeAgain' | 'beginMerge' | 'addToMerge' | 'commitMerge' | 'abandonMerge'> {
  let staged: StagedEntries | null = null;
  /** Of the merge that is under way, or was the last one. */
  let number = 0;

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

  /** Begins a merge; there is one at a time, and an earlier one that was left is forgotten. */
  function begin(): StagedEntries {
    number++;
    staged = stageEntries(database, ledgerState);
    return staged;
  }

  function current(merge: number): StagedEntries {
    if (staged === null || merge !== number) throw new Error('This merge is over.');
    return staged;
  }

  /** Forgets what was gathered. It never fails: that would hide why the merge did, or that everything was taken in. */
  function forget(): void {
    staged = null;
    try {
      dropStaged(database);
    } catch {
      // On a full disk they cannot even be dropped: the next merge does it, or the end of the process.
    }
  }

  /** Takes in one of which something is known. @returns what became of it, and whether the witness is to know */
  function takeKnown(
    entry: SharedLedgerEntry,
    settles: boolean,
  ): { readonly counts: LedgerMergeCounts; isTold: boolean } {
    const bringsKeys = learn(entry);
    if (isKnown(entry)) {
      if (settles) learnFacts(entry);
      return { counts: { added: 0, known: 1, settled: 0 }, isTold: bringsKeys };
    }
    const settled = settles && entry.state === 'accepted' ? settle(entry) : 0;
    if (settled === 0) add(entry);
    return { counts: { added: settled === 0 ? 1 : 0, known: 0, settled }, isTold: true };
  }

  /**
   * Takes everything in, or nothing.
   * @param isOurs whether it is merged now: then it settles what is open of ours, and goes into the witness
   */
  function takeIn(entries: StagedEntries, isOurs: boolean): LedgerMergeCounts {
    return withLargeCache(database, () => {
      // Under another shop, or none, the orders would be new here.
      for (const shop of entries.shops.values()) restoreShop(database, shop);
      const bringNothing = entries.sort();
      let [added, known, settled] = [entries.takeNew(), bringNothing, 0];
      entries.eachKnown((entry) => {
        const { counts, isTold } = takeKnown(entry, isOurs);
        added += counts.added;
        known += counts.known;
        settled += counts.settled;
        return isTold;
      });
      if (isOurs) record(entries.linesToTell(entriesOfLine));
      return { added, known, settled };
    });
  }

  function takeInAll(all: Iterable<SharedLedgerEntry>, isOurs: boolean): LedgerMergeCounts {
    const entries = begin();
    try {
      for (const entry of all) {
        const line = lineOfEntry(entry);
        entries.add(line, JSON.stringify(line));
      }
      return takeIn(entries, isOurs);
    } finally {
      forget();
    }
  }

  return {
    merge: (entries) => takeInAll(entries, true),
    mergeAgain: (entries) => void takeInAll(entries, false),
    beginMerge() {
      begin();
      return number;
    },
    addToMerge(merge, lines) {
      const entries = current(merge);
      for (const text of lines.split('\n')) {
        const line = parseLedgerLine(text);
        // The first line of the file is its header.
        if (line === null) throw new FailureError('ledger.broken', { line: entries.count + 2 });
        entries.add(line, text);
      }
    },
    commitMerge(merge) {
      const entries = current(merge);
      try {
        return { ...takeIn(entries, true), servers: [...entries.servers] };
      } finally {
        forget();
      }
    },
    abandonMerge(merge) {
      if (merge === number && staged !== null) forget();
    },
  };
}
