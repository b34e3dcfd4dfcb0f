/** Tells which numbers of a WMS, under all its names, belong to orders that went out: from here, or from another computer. */
import type { Database } from './database.ts';
import { isServer } from './server-names.ts';

/** A request of these may have made the order in the WMS. */
export const sentStates = `('accepted', 'sending', 'verifying', 'unknown', 'review')`;

/** Whether a request for the number's order went out, or another computer or an old report says so. */
export function wasSent(database: Database, server: string, number: number): boolean {
  return (
    database.get(
      `SELECT 1 FROM revisions WHERE server ${isServer('?1')} AND order_id = ?2 AND state IN ${sentStates}
       UNION ALL SELECT 1 FROM ledger_imports WHERE server ${isServer('?1')} AND order_id = ?2 AND state <> 'taken' LIMIT 1`,
      server,
      number,
    ) !== undefined
  );
}

/** Whether another computer or an old report told of the number's order. */
export function isFromElsewhere(database: Database, server: string, number: number): boolean {
  return (
    database.get(
      `SELECT 1 FROM ledger_imports WHERE server ${isServer()} AND order_id = ? AND state <> 'taken'`,
      server,
      number,
    ) !== undefined
  );
}

/** Whether anything was ever merged of the server. */
export function hasImports(database: Database, server: string): boolean {
  return database.get(`SELECT 1 FROM ledger_imports WHERE server ${isServer()} LIMIT 1`, server) !== undefined;
}
