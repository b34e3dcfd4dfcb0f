/**
 * Lists the ledger as people look at it: the servers, their orders by page, how many there are. The ledger may hold a million
 * orders: a page reads no more of them than it shows.
 */
import type { LedgerEntry } from '../../shared/domain/model/ledger.ts';
import { isPracticeServer } from '../../shared/wms/practice-server.ts';
import type { Database } from './database.ts';
import { entriesOf, fullEntryOf, ledgerState, revisionInLedger } from './ledger.ts';
import type { LedgerStore } from './sent-stores.ts';

type Table = keyof typeof entriesOf;
const tables = ['revisions', 'ledger_imports', 'team_orders'] as const satisfies readonly Table[];
const ofTables = (select: (table: Table) => string): string => tables.map(select).join(' UNION ALL ');
/** SQL: the entries of one table behind a server's name, or of that server, without what only a look at each of them tells. */
const select = (columns: string, server: '>' | '='): string =>
  ofTables(
    (table) =>
      `SELECT ${columns.replace('STATE', table === 'revisions' ? ledgerState : 'r.state')} FROM ${table} r
       WHERE r.server ${server} ?1${table === 'revisions' ? ` AND ${revisionInLedger}` : ''}`,
  );

const nextServer = `SELECT min(server) AS next FROM (${select('min(r.server) AS server', '>')})`;
const lastOrder = `SELECT max(at) AS at FROM (${select('max(r.at) AS at', '=')})`;

/** An order under way counts as unknown; the highest rank counts where an id was sent more than once (ledgerStateRank). */
const rank = `CASE STATE WHEN 'sending' THEN 3 WHEN 'accepted' THEN 2 WHEN 'unknown' THEN 1 ELSE 0 END`;
/** The tables are read side by side in the order of their numbers: an order's entries come one behind the other. */
const counts = `SELECT coalesce(sum(rank = 2), 0) AS accepted, coalesce(sum(rank IN (1, 3)), 0) AS unknown,
  coalesce(sum(rank = 0), 0) AS taken
  FROM (SELECT max(rank) AS rank FROM (${select(`r.order_id, ${rank} AS rank`, '=')} ORDER BY order_id) GROUP BY order_id)`;

const begins = '(order_id LIKE ?2 OR wms_id LIKE ?2)';
const total = `SELECT count(*) AS n FROM (${select('r.order_id, r.wms_id', '=')})`;
const totalThatBegin = `${total} WHERE ${begins}`;

const latest = 'ORDER BY at DESC, order_id DESC';
/** Of each table its latest, as many as would be needed if the others had none that is later. */
const pageOf = (condition: string): string =>
  `SELECT * FROM (${ofTables(
    (table) =>
      `SELECT * FROM (SELECT * FROM (${entriesOf[table]}) WHERE server = ?1 AND ${condition} ${latest} LIMIT ?4 + ?3)`,
  )}) ${latest} LIMIT ?3 OFFSET ?4`;
const page = pageOf('?2 IS NOT NULL');
const pageThatBegins = pageOf(begins);

export function openLedgerPages(database: Database): Pick<LedgerStore, 'servers' | 'counts' | 'page'> {
  return {
    servers() {
      const found: { readonly server: string; readonly at: number }[] = [];
      for (let server = ''; ;) {
        const next = database.get(nextServer, server)?.['next'] ?? null;
        if (next === null) return found.toSorted((a, b) => b.at - a.at);
        server = String(next);
        if (isPracticeServer(server)) continue;
        found.push({ server, at: Number(database.get(lastOrder, server)?.['at']) });
      }
    },
    counts(server) {
      const row = database.get(counts, server);
      return { accepted: Number(row?.['accepted']), unknown: Number(row?.['unknown']), taken: Number(row?.['taken']) };
    },
    page(server, text, from, count) {
      const digits = text.replace(/\D/gu, '');
      const isAll = digits === '';
      const found = Number(
        (isAll ? database.get(total, server) : database.get(totalThatBegin, server, `${digits}%`))?.['n'] ?? 0,
      );
      // No more than there are: behind the last of few that begin so, nothing is looked for.
      const most = Math.max(0, Math.min(count, found - from));
      const rows = database.all(isAll ? page : pageThatBegins, server, `${digits}%`, most, from);
      return { total: found, entries: rows.map((row): LedgerEntry => fullEntryOf(row)) };
    },
  };
}
