/** Reads the ledger piece by piece, as lines of a file for another computer: it may hold a million orders. */
import { entriesToShare, formatLedgerLines } from '../../shared/domain/sending/ledger-file.ts';
import { isPracticeServer } from '../../shared/wms/practice-server.ts';
import type { Database } from './database.ts';
import type { InternalIdentities } from './identities.ts';
import type { InternalLedger } from './ledger.ts';
import type { LedgerStore, SharePlace } from './sent-stores.ts';

/** Orders of one piece: what outlives collections of young garbage makes room for it grow, to 128 MB with 2,000. */
const ordersAtOnce = 200;

const tables = ['revisions', 'ledger_imports', 'team_orders'] as const;
const ofTables = (select: (table: string) => string, glue: string): string => tables.map(select).join(` ${glue} `);

/** The last order of a piece: the indexes of the three tables are read side by side, and no further than that. */
const lastOfPiece = `SELECT max(order_id) AS last FROM (
  ${ofTables((table) => `SELECT order_id FROM ${table} WHERE server = ?1 AND order_id > ?2`, 'UNION')}
  ORDER BY order_id LIMIT ${ordersAtOnce})`;
const nextServer = `SELECT min(server) AS next FROM (
  ${ofTables((table) => `SELECT min(server) AS server FROM ${table} WHERE server > ?1`, 'UNION ALL')})`;

export function openLedgerShare(
  database: Database,
  ledger: Pick<InternalLedger, 'between'>,
  identities: Pick<InternalIdentities, 'addMissingKeys' | 'plainKeysOf'>,
): Pick<LedgerStore, 'sharedLines'> {
  function serverAfter(server: string): string | null {
    for (let next = server; ;) {
      const found = database.get(nextServer, next)?.['next'] ?? null;
      if (found === null) return null;
      next = String(found);
      if (!isPracticeServer(next)) return next;
    }
  }

  /** The first order behind a place, as the place before it, and the last one of the piece that begins there. */
  function pieceAfter(place: SharePlace): (SharePlace & { readonly last: number }) | null {
    for (let { server, orderId } = place; ; orderId = 0) {
      const last = isPracticeServer(server) ? null : (database.get(lastOfPiece, server, orderId)?.['last'] ?? null);
      if (last !== null) return { server, orderId, last: Number(last) };
      const next = serverAfter(server);
      if (next === null) return null;
      server = next;
    }
  }

  return {
    sharedLines(after) {
      if (after === null) identities.addMissingKeys();
      const piece = pieceAfter(after ?? { server: '', orderId: 0 });
      if (piece === null) return { lines: '', count: 0, next: null };
      const { server, orderId, last } = piece;
      const entries = ledger.between(server, orderId, last);
      const keys = identities.plainKeysOf(server, [...new Set(entries.map((entry) => entry.orderId))]);
      const shared = entriesToShare(entries, (_server, order) => keys.get(order) ?? []);
      return { lines: formatLedgerLines(shared), count: shared.length, next: { server, orderId: last } };
    },
  };
}
