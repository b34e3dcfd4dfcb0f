/**
 * Keeps which addresses are one WMS, as a person said it. Nothing is rewritten: every order keeps the address that it went
 * to, and whatever is asked of an address is asked of all its names. An answer can be taken back.
 */
import { failure, success, type Result } from '../../shared/result.ts';
import { practicePrefix } from '../../shared/wms/practice-server.ts';
import type { Clock } from '../ports.ts';
import type { Database } from './database.ts';
import { ledgerState } from './ledger.ts';
import { namesOf } from './server-names.ts';
import type { SameServerStore, SentElsewhere, ServerAnswer } from './sent-stores.ts';

const askedAtOnce = 5_000;

export function openSameServerStore(database: Database, clock: Clock): SameServerStore {
  function answers(): readonly ServerAnswer[] {
    return database.all('SELECT * FROM server_answers ORDER BY at DESC, server, other').map((row) => ({
      server: String(row['server']),
      other: String(row['other']),
      isSame: row['is_same'] === 1,
      at: Number(row['at']),
    }));
  }

  /** Every pair of names of one WMS, both ways: what a request asks must be one look into a table. */
  function connect(): void {
    const groups: Set<string>[] = [];
    for (const { server, other, isSame } of answers()) {
      if (!isSame) continue;
      const joined = new Set([server, other]);
      for (const group of groups.filter((known) => known.has(server) || known.has(other))) {
        for (const name of group) joined.add(name);
        groups.splice(groups.indexOf(group), 1);
      }
      groups.push(joined);
    }
    database.run('DELETE FROM same_servers');
    for (const group of groups)
      for (const server of group)
        for (const name of group)
          if (name !== server) database.run('INSERT INTO same_servers (server, name) VALUES (?, ?)', server, name);
  }

  /** Changes the answers; not while an order is under way, which is reserved under the names of before. */
  function change(act: () => void): Result<null> {
    return database.transaction(() => {
      if (database.get(`SELECT 1 FROM revisions WHERE state = 'sending' LIMIT 1`)) return failure('servers.underWay');
      act();
      connect();
      return success(null);
    });
  }

  /** Addresses that orders went to, practice apart, by one step in the index for each. */
  function sentTo(): readonly string[] {
    const steps = (table: string): string => `SELECT server FROM (WITH RECURSIVE step (server) AS (
        SELECT min(server) FROM ${table}
        UNION ALL SELECT (SELECT min(server) FROM ${table} WHERE server > step.server) FROM step WHERE step.server IS NOT NULL)
      SELECT server FROM step)`;
    return database
      .all(
        `SELECT server FROM (${steps('revisions')} UNION ${steps('ledger_imports')})
         WHERE server IS NOT NULL AND server NOT LIKE '${practicePrefix}%' ORDER BY server`,
      )
      .map((row) => String(row['server']));
  }

  function unanswered(server: string): readonly string[] {
    if (server.startsWith(practicePrefix)) return [];
    const others = sentTo().filter((name) => name !== server);
    if (others.length === 0) return [];
    const own = new Set(namesOf(database, server));
    const told = answers();
    return others.filter((other) => {
      if (own.has(other)) return false;
      const names = new Set(namesOf(database, other));
      return !told.some(
        (answer) =>
          (own.has(answer.server) && names.has(answer.other)) || (own.has(answer.other) && names.has(answer.server)),
      );
    });
  }

  return {
    list: answers,
    namesOf: (server) => namesOf(database, server),
    unanswered,
    sentElsewhere(servers, orders) {
      const found: SentElsewhere[] = [];
      for (const server of servers) {
        let [ids, contents] = [0, 0];
        for (let at = 0; at < orders.length; at += askedAtOnce) {
          const asked = JSON.stringify(orders.slice(at, at + askedAtOnce).map(({ orderId, key }) => [orderId, key]));
          const row = database.get(
            `WITH asked (number, key) AS (SELECT value ->> 0, value ->> 1 FROM json_each(?2)),
             sent (number) AS (
               SELECT r.order_id FROM revisions r WHERE r.server = ?1 AND ${ledgerState} IN ('accepted', 'unknown', 'sending')
               UNION SELECT order_id FROM ledger_imports WHERE server = ?1 AND state <> 'taken')
             SELECT sum(is_id) AS ids, sum(is_content) AS contents FROM (
               SELECT number IN (SELECT number FROM sent) AS is_id,
                 EXISTS (SELECT 1 FROM identity_keys k WHERE k.server = ?1 AND k.key = asked.key
                   AND k.number IN (SELECT number FROM sent)) AS is_content
               FROM asked) WHERE is_id OR is_content`,
            server,
            asked,
          );
          ids += Number(row?.['ids'] ?? 0);
          contents += Number(row?.['contents'] ?? 0);
        }
        if (ids + contents > 0) found.push({ server, ids, contents });
      }
      return found.toSorted((a, b) => b.contents - a.contents || b.ids - a.ids);
    },
    answer: (server, other, isSame) =>
      change(() => {
        database.run('DELETE FROM server_answers WHERE server = ? AND other = ?', other, server);
        database.run(
          `INSERT INTO server_answers (server, other, is_same, at) VALUES (?1, ?2, ?3, ?4)
           ON CONFLICT (server, other) DO UPDATE SET is_same = ?3, at = ?4`,
          server,
          other,
          Number(isSame),
          clock.now(),
        );
      }),
    takeBack: (server, other) =>
      change(
        () =>
          void database.run(
            'DELETE FROM server_answers WHERE (server = ?1 AND other = ?2) OR (server = ?2 AND other = ?1)',
            server,
            other,
          ),
      ),
  };
}
