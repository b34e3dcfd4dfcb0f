/** Reads under which names a WMS is known (same-servers.ts), for whatever is asked of an address. */
import type { Database } from './database.ts';

/**
 * SQL: a comparison of a column `server` with an address under all its names.
 * @param address the parameter; it is bound once
 */
export function isServer(address = '?'): string {
  return `IN (WITH asked (server) AS (SELECT ${address})
    SELECT server FROM asked UNION ALL SELECT s.name FROM same_servers s JOIN asked ON s.server = asked.server)`;
}

/** All names of the address, its own first. */
export function namesOf(database: Database, server: string): readonly string[] {
  const others = database.all('SELECT name FROM same_servers WHERE server = ? ORDER BY name', server);
  return [server, ...others.map((row) => String(row['name']))];
}

/** The one of its names under which an order is reserved while it is under way. */
export function reservedAs(database: Database, server: string): string {
  return namesOf(database, server).reduce((first, name) => (name < first ? name : first));
}
