/** Merges what other computers or old reports know of sent orders into the ledger. */
import { lineOfEntry, type LedgerLine, type SharedLedgerEntry } from '../../shared/domain/sending/ledger-file.ts';
import { reduceRevision } from '../../shared/domain/sending/reduce-revision.ts';
import type { Journal } from '../ports.ts';
import type { Database } from './database.ts';
import type { InternalIdentities } from './identities.ts';
import { ledgerState, ledgerStateRank } from './ledger.ts';
import { isServer } from './server-names.ts';
import type { LedgerMergeCounts, LedgerStore } from './sent-stores.ts';
import { restoreShop } from './shops.ts';
import { dropStagedEntries, entriesAtOnce, manyEntries, stageEntries, suspendNotes } from './staged-entries.ts';
import { dropStagedLines, stageLines, type MergedLines, type StagedLines } from './staged-lines.ts';

/** Kilobytes of pages that are kept in memory while much is written all over the tables: else they are written again and again. */
const [largeCache, usualCache] = [32_768, 2_000];
/** While keys are sorted, which takes as much memory once more, and then written one behind the other. */
const sortingCache = 16_384;

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

function* mapped<T, R>(all: Iterable<T>, map: (one: T) => R): Generator<R> {
  for (const one of all) yield map(one);
}

function* chunksOf<T>(all: Iterable<T>, most: number): Generator<readonly T[]> {
  let chunk: T[] = [];
  for (const one of all) {
    chunk.push(one);
    if (chunk.length < most) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Some of the lines of a merge, by their place: most often all of them, or none. */
class Places {
  /** One behind the other, with a gap between each two. */
  readonly #runs: { readonly from: number; to: number }[] = [];

  /** @param place behind those that were added */
  add(place: number): void {
    const last = this.#runs.at(-1);
    if (last?.to === place) last.to++;
    else this.#runs.push({ from: place, to: place + 1 });
  }

  /** Those of them that are here. */
  *of<T>(all: Iterable<T>): Generator<T> {
    let place = 0;
    let at = 0;
    for (const one of all) {
      if (place === this.#runs[at]?.to) at++;
      if (place >= (this.#runs[at]?.from ?? Infinity)) yield one;
      place++;
    }
  }
}

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
  let staged: StagedLines | null = null;
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

  function current(merge: number): StagedLines {
    if (staged === null || merge !== number) throw new Error('This merge is over.');
    return staged;
  }

  /** Forgets what was gathered. It never fails: that would hide why the merge did, or that everything was taken in. */
  function forget(): void {
    staged = null;
    try {
      dropStagedLines(database);
      dropStagedEntries(database);
    } catch {
      // On a full disk they cannot even be dropped: the next merge does it, or the end of the process.
    }
  }

  /** Takes in one of which something is known. @returns what became of it, and whether the witness is to know */
  function takeKnown(
    entry: SharedLedgerEntry,
    settles: boolean,
  ): { readonly counts: LedgerMergeCounts; readonly isTold: boolean } {
    const bringsKeys = learn(entry);
    if (isKnown(entry)) {
      if (settles) learnFacts(entry);
      return { counts: { added: 0, known: 1, settled: 0 }, isTold: bringsKeys };
    }
    const settled = settles && entry.state === 'accepted' ? settle(entry) : 0;
    if (settled === 0) add(entry);
    return { counts: { added: settled === 0 ? 1 : 0, known: 0, settled }, isTold: true };
  }

  /** @returns the servers whose orders they are */
  function prepare(chunk: readonly LedgerLine[], shops: Set<string>): ReadonlySet<string> {
    for (const { shop } of chunk) {
      const named = `${shop?.id} ${shop?.name}`;
      if (shop === undefined || shops.has(named)) continue;
      // Under another shop, or none, the orders would be new here.
      restoreShop(database, shop);
      shops.add(named);
    }
    return new Set(chunk.map(({ server }) => server));
  }

  /**
   * Takes everything in, or nothing.
   * @param isOurs whether it is merged now: then it settles what is open of ours, and goes into the witness
   */
  function takeIn(
    { entries, texts }: MergedLines,
    isOurs: boolean,
  ): LedgerMergeCounts & { readonly servers: ReadonlySet<string> } {
    return withLargeCache(database, () => {
      const stage = stageEntries(database, ledgerState);
      const [servers, shops, told] = [new Set<string>(), new Set<string>(), new Places()];
      let [added, known, settled, place] = [0, 0, 0, 0];
      let resumeNotes: ReturnType<typeof suspendNotes> | null = null;
      for (const chunk of chunksOf(entries(), entriesAtOnce)) {
        if (place >= manyEntries) resumeNotes ??= suspendNotes(database);
        for (const server of prepare(chunk, shops)) servers.add(server);
        const taken = stage.take(chunk, (entry) => {
          const { counts, isTold } = takeKnown(entry, isOurs);
          added += counts.added;
          known += counts.known;
          settled += counts.settled;
          return isTold;
        });
        added += taken.added;
        known += taken.known;
        for (const at of chunk.keys()) if (!taken.untold.has(at)) told.add(place + at);
        place += chunk.length;
      }
      resumeNotes?.(servers);
      database.exec(`PRAGMA cache_size = -${sortingCache}`);
      stage.takeKeys();
      if (isOurs) record(mapped(chunksOf(told.of(texts()), entriesOfLine), (lines) => lines.join(',')));
      return { added, known, settled, servers };
    });
  }

  function takeInAll(all: Iterable<SharedLedgerEntry>, isOurs: boolean): LedgerMergeCounts {
    const entries = (): Iterable<LedgerLine> => mapped(all, lineOfEntry);
    const texts = (): Iterable<string> => mapped(entries(), (line) => JSON.stringify(line));
    try {
      const { added, known, settled } = takeIn({ entries, texts }, isOurs);
      return { added, known, settled };
    } finally {
      forget();
    }
  }

  return {
    merge: (entries) => takeInAll(entries, true),
    mergeAgain: (entries) => void takeInAll(entries, false),
    beginMerge() {
      // There is one at a time, and an earlier one that was left is forgotten.
      staged = stageLines(database);
      return ++number;
    },
    addToMerge: (merge, lines) => current(merge).add(lines),
    commitMerge(merge) {
      const lines = current(merge);
      try {
        const { servers, ...counts } = takeIn(lines, true);
        return { ...counts, servers: [...servers] };
      } finally {
        forget();
      }
    },
    abandonMerge(merge) {
      if (merge === number && staged !== null) forget();
    },
  };
}
