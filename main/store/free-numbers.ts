/** Finds numbers that no order of a server bears: ours, another batch's, or one that another computer told of. */
import type { Database } from './database.ts';
import { isServer } from './server-names.ts';
import { serverTableKey } from '../../shared/wms/practice-server.ts';

/** Numbers from a start on go together so far; a start further off is another series. */
const series = 1_000_000;

/** Free numbers in ascending order: those behind the last of the series that `start` begins or goes on with. */
export function* freeNumbers(database: Database, server: string, start: number): Generator<number, never> {
  const tables = serverTableKey(server);
  // A number from another computer is no part of a series of ours, though an order of ours may bear it since.
  const foreign = `number NOT IN (SELECT order_id FROM ledger_imports WHERE server ${isServer('?4')})`;
  const last = database.get(
    `SELECT max(number) AS last FROM (
      SELECT max(number) AS number FROM order_numbers WHERE server ${isServer('?1')} AND number BETWEEN ?2 AND ?3 AND ${foreign}
      UNION ALL SELECT max(number) FROM identity_rows WHERE server ${isServer('?1')} AND number BETWEEN ?2 AND ?3 AND ${foreign})`,
    tables,
    start,
    start + series,
    server,
  )?.['last'];
  for (let number = Math.max(start, Number(last ?? 0) + 1); ; number++) {
    const isTaken = database.get(
      `SELECT 1 FROM revisions WHERE server ${isServer('?1')} AND order_id = ?2
       UNION ALL SELECT 1 FROM ledger_imports WHERE server ${isServer('?1')} AND order_id = ?2
       UNION ALL SELECT 1 FROM team_orders WHERE server ${isServer('?1')} AND order_id = ?2
       UNION ALL SELECT 1 FROM identity_keys WHERE server ${isServer('?3')} AND number = ?2
       UNION ALL SELECT 1 FROM order_numbers WHERE server ${isServer('?3')} AND number = ?2
       UNION ALL SELECT 1 FROM identity_rows WHERE server ${isServer('?3')} AND number = ?2 LIMIT 1`,
      server,
      number,
      tables,
    );
    if (!isTaken) yield number;
  }
}
