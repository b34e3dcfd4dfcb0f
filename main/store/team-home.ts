/** Keeps a home's part of being in a team: who it is there, its log of outcomes, and what the other computers did. */
import { keyKinds } from '../../shared/domain/identity/order-keys.ts';
import { reduceRevision } from '../../shared/domain/sending/reduce-revision.ts';
import { practicePrefix } from '../../shared/wms/practice-server.ts';
import type { Journal } from '../ports.ts';
import type { TeamEntry, TeamHome, TeamMember, TeamOutcome } from '../platform/team-ports.ts';
import type { ThingsHome } from '../platform/team-things.ts';
import type { Database, Row } from './database.ts';
import { sentStates } from './sent-numbers.ts';
import { ledgerState, ledgerStateRank, type openLedgerStore } from './ledger.ts';
import type { ProcessPresence } from './process-presence.ts';
import { isServer, namesOf, reservedAs } from './server-names.ts';
import { restoreShop } from './shops.ts';
import { touchAll } from './team-things/schema.ts';

/** What this home knows of orders (?2, JSON): from its journal, and from what was merged before it was in a team. */
const ownEntries = `SELECT r.order_id, ${ledgerState} AS ledger_state, r.body_hash, r.wms_id, b.file_name, b.shop, r.amount, r.items,
    r.delivery_day, r.operator, r.at FROM revisions r JOIN batches b ON b.id = r.batch_id
    WHERE r.server ${isServer('?1')} AND r.order_id IN (SELECT value FROM json_each(?2))
  UNION ALL SELECT order_id, state, body_hash, wms_id, file_name, shop, amount, items, delivery_day, operator, at FROM ledger_imports
    WHERE server ${isServer('?1')} AND order_id IN (SELECT value FROM json_each(?2))`;

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const rankOf = ({ ledger_state: state }: Row): number =>
  state === null || state === undefined ? -1 : ledgerStateRank[state as keyof typeof ledgerStateRank];

const isLater = (one: Row, other: Row): boolean => Number(one['at']) > Number(other['at']);

export function openTeamHome(
  database: Database,
  ledger: Pick<ReturnType<typeof openLedgerStore>, 'find'>,
  journal: Journal,
  presence: () => ProcessPresence,
  things: ThingsHome,
  now: () => number,
): TeamHome {
  function member(): TeamMember | null {
    const row = database.get('SELECT * FROM team_member');
    if (!row) return null;
    const next = textOrNull(row['next_incarnation']);
    return {
      team: String(row['team']),
      computer: String(row['computer']),
      incarnations: [String(row['incarnation']), ...(next === null ? [] : [next])],
      told: Number(row['told']),
      change: Number(row['change']),
      seenAt: Number(row['seen_at']),
    };
  }

  function existing(): TeamMember {
    const found = member();
    if (!found) throw new Error('This home is in no team.');
    return found;
  }

  /** The shop as the team knows it; null: not at all. */
  const shopInTeam = (shop: string | null): string | null => (shop !== null && things.isApart(shop) ? null : shop);

  /** What orders of a server said, whatever their numbers: the request of one without any, the shop's id with the goods. */
  function contentsOf(server: string, orderIds: string): ReadonlyMap<number, readonly string[]> {
    const found = new Map<number, string[]>();
    for (const row of database.all(
      `SELECT DISTINCT number, key FROM identity_keys WHERE server ${isServer()}
         AND number IN (SELECT value FROM json_each(?)) AND (key LIKE ? OR key LIKE ?)`,
      server,
      orderIds,
      `${keyKinds.request}:%`,
      `${keyKinds.outsideGoods}:%`,
    )) {
      const number = Number(row['number']);
      found.set(number, [...(found.get(number) ?? []), String(row['key'])]);
    }
    return found;
  }

  /**
   * The orders' strongest states over all of their sendings.
   * @param server the name by which the team knows the WMS
   * @param numbers by order id the number of its entry in the log of outcomes
   */
  function outcomesOf(server: string, numbers: ReadonlyMap<number, number>): readonly TeamOutcome[] {
    const orderIds = JSON.stringify([...numbers.keys()]);
    const strongest = new Map<number, Row>();
    for (const row of database.all(ownEntries, server, orderIds)) {
      const orderId = Number(row['order_id']);
      const before = strongest.get(orderId);
      if (!before || rankOf(row) > rankOf(before) || (rankOf(row) === rankOf(before) && isLater(row, before)))
        strongest.set(orderId, row);
    }
    const contents = contentsOf(server, orderIds);
    return [...numbers].map(([orderId, number]) => {
      const row = strongest.get(orderId);
      return {
        number,
        server,
        orderId,
        state: (row?.['ledger_state'] ?? 'open') as TeamOutcome['state'],
        bodyHash: textOrNull(row?.['body_hash']),
        wmsId: numberOrNull(row?.['wms_id']),
        fileName: String(row?.['file_name'] ?? ''),
        shop: shopInTeam(textOrNull(row?.['shop'])),
        amount: numberOrNull(row?.['amount']),
        items: numberOrNull(row?.['items']),
        deliveryDay: textOrNull(row?.['delivery_day']),
        operator: textOrNull(row?.['operator']),
        at: Number(row?.['at'] ?? 0),
        contents: row === undefined ? [] : (contents.get(orderId) ?? []),
      };
    });
  }

  /** An unknown order of ours that another computer looked up, and found to be what was sent from here. */
  function settle({ server, orderId, bodyHash, wmsId }: TeamEntry): void {
    for (const row of database.all(
      `SELECT id FROM revisions WHERE server ${isServer()} AND order_id = ? AND body_hash = ? AND latest = 1 AND state = 'unknown'`,
      server,
      orderId,
      bodyHash,
    )) {
      const revision = journal.revision(Number(row['id']));
      if (revision) journal.saveState(revision.id, reduceRevision(revision, { type: 'settledThere', wmsId }));
    }
  }

  function learnOne(entry: TeamEntry): void {
    const before = database.get(
      'SELECT version, learned_at FROM team_orders WHERE server = ? AND order_id = ?',
      entry.server,
      entry.orderId,
    );
    database.run('DELETE FROM team_orders WHERE server = ? AND order_id = ?', entry.server, entry.orderId);
    if (entry.state === 'open') return;
    // Under the only shop of this computer the team's orders without numbers would be new.
    if (entry.shop) restoreShop(database, { id: entry.shop, name: entry.shop });
    database.run(
      `INSERT INTO team_orders (server, order_id, state, body_hash, file_name, wms_id, at, shop, amount, items, delivery_day,
         operator, by, version, computer, learned_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      entry.server,
      entry.orderId,
      entry.state,
      entry.bodyHash,
      entry.fileName,
      entry.wmsId,
      entry.at,
      entry.shop,
      entry.amount,
      entry.items,
      entry.deliveryDay,
      entry.operator,
      entry.by,
      entry.version,
      entry.computer,
      before?.['version'] === entry.version ? Number(before['learned_at']) : now(),
    );
    if (entry.state === 'accepted' && entry.bodyHash !== null) settle(entry);
  }

  return {
    member,
    things,
    enter: (team, computer, incarnation) =>
      database.transaction(() => {
        database.exec(
          `DELETE FROM team_member; DELETE FROM team_outbox; DELETE FROM team_tokens; DELETE FROM team_orders;
           DELETE FROM team_things; DELETE FROM team_touched; DELETE FROM team_silent; UPDATE order_numbers SET of_team = 0;
           ${touchAll}`,
        );
        database.run(
          `INSERT INTO team_member (id, team, computer, incarnation, told, change, horizon) VALUES (1, ?, ?, ?, ?, 0, '0')`,
          team,
          computer,
          incarnation,
          // The numbers of a log that was emptied go on.
          Number(database.get(`SELECT seq FROM sqlite_sequence WHERE name = 'team_outbox'`)?.['seq'] ?? 0),
        );
        database.exec(`INSERT INTO team_outbox (server, order_id)
          SELECT DISTINCT server, order_id FROM (SELECT r.server, r.order_id, ${ledgerState} AS state FROM revisions r
            UNION ALL SELECT server, order_id, state FROM ledger_imports)
          WHERE state IS NOT NULL AND server NOT LIKE '${practicePrefix}%'`);
        return existing();
      }),
    leave: () =>
      database.transaction(() => {
        database.exec(`INSERT INTO ledger_imports (server, order_id, state, body_hash, file_name, wms_id, at, shop, operator, amount, items,
            delivery_day)
          SELECT server, order_id, CASE state WHEN 'sending' THEN 'unknown' ELSE state END, body_hash, file_name, wms_id, at, shop, operator,
            amount, items, delivery_day FROM team_orders WHERE TRUE ON CONFLICT DO NOTHING;
          DELETE FROM team_orders; DELETE FROM team_member; DELETE FROM team_outbox; DELETE FROM team_tokens;
          DELETE FROM team_things; DELETE FROM team_touched; DELETE FROM team_silent; UPDATE order_numbers SET of_team = 0`);
      }),
    prepareIncarnation(next) {
      database.run('UPDATE team_member SET next_incarnation = ?', next);
      return existing();
    },
    acceptIncarnation: (next) =>
      void database.run('UPDATE team_member SET incarnation = ?, next_incarnation = NULL', next),
    noteSeen: ({ told, change, seenAt }) =>
      void database.run(
        'UPDATE team_member SET told = coalesce(?, told), change = max(change, ?), seen_at = coalesce(?, seen_at)',
        told ?? null,
        change ?? 0,
        seenAt ?? null,
      ),
    outcomesAfter(number, limit) {
      const rows = database.all(
        'SELECT number, server, order_id FROM team_outbox WHERE number > ? ORDER BY number LIMIT ?',
        number,
        limit,
      );
      // Under two names of one WMS it is one order.
      const byServer = new Map<string, Map<number, number>>();
      const names = new Map<string, string>();
      for (const row of rows) {
        const asked = String(row['server']);
        const server = names.get(asked) ?? reservedAs(database, asked);
        names.set(asked, server);
        const numbers = byServer.get(server) ?? new Map<number, number>();
        byServer.set(server, numbers.set(Number(row['order_id']), Number(row['number'])));
      }
      return {
        last: Number(rows.at(-1)?.['number'] ?? number),
        outcomes: [...byServer].flatMap(([server, numbers]) => outcomesOf(server, numbers)),
      };
    },
    lastOutcome: () => Number(database.get('SELECT max(number) AS last FROM team_outbox')?.['last'] ?? 0),
    addToken: (token) =>
      void database.run('INSERT INTO team_tokens (token, owner) VALUES (?, ?)', token, presence().id),
    removeToken: (token) => void database.run('DELETE FROM team_tokens WHERE token = ?', token),
    deadTokens: () =>
      database
        .all('SELECT token, owner FROM team_tokens')
        .filter((row) => !presence().isAlive(String(row['owner'])))
        .map((row) => String(row['token'])),
    standing(server, orderIds) {
      const isBroken = journal.unseenBreaks() > 0;
      return outcomesOf(reservedAs(database, server), new Map(orderIds.map((orderId) => [orderId, 0]))).map((known) =>
        known.state === 'open' && isBroken ? { ...known, state: 'unknown' as const } : known,
      );
    },
    horizon: () => String(database.get('SELECT horizon FROM team_member')?.['horizon'] ?? '0'),
    learn: (entries, horizon) =>
      database.transaction(() => {
        for (const entry of entries) learnOne(entry);
        if (horizon !== undefined) database.run('UPDATE team_member SET horizon = ?', horizon);
      }),
    learnSilent: (computers) =>
      database.transaction(() => {
        const before = new Set(database.all('SELECT computer FROM team_silent').map((row) => String(row['computer'])));
        const now = new Set(computers);
        const changed = [...new Set([...before, ...now])].filter((id) => before.has(id) !== now.has(id));
        if (changed.length === 0) return [];
        database.run('DELETE FROM team_silent');
        for (const computer of now) database.run('INSERT INTO team_silent (computer) VALUES (?)', computer);
        const rows = database.all(
          `SELECT server, json_group_array(order_id) AS ids FROM team_orders WHERE state IN ('sending', 'unknown')
           AND computer IN (SELECT value FROM json_each(?)) GROUP BY server`,
          JSON.stringify(changed),
        );
        return rows.map((row) => ({
          server: String(row['server']),
          orderIds: JSON.parse(String(row['ids'])) as readonly number[],
        }));
      }),
    learnOwn: (entries) =>
      database.transaction(() => {
        for (const entry of entries) if (entry.state === 'accepted' && entry.bodyHash !== null) settle(entry);
      }),
    seenVersion(server, orderId, before) {
      const row = database.get(
        `SELECT version FROM team_orders WHERE server ${isServer()} AND order_id = ? AND learned_at <= ?`,
        server,
        orderId,
        before,
      );
      return row ? Number(row['version']) : null;
    },
    hasOthers: (orders) =>
      [...new Set(orders.map(({ server }) => server))].some(
        (server) =>
          database.get(
            `SELECT 1 FROM team_orders WHERE server ${isServer()} AND order_id IN (SELECT value FROM json_each(?)) LIMIT 1`,
            server,
            JSON.stringify(orders.filter((order) => order.server === server).map(({ orderId }) => orderId)),
          ) !== undefined,
      ),
    forgetOthers: (server, orderIds) =>
      database.transaction(() => {
        const theirs = `FROM team_orders WHERE server ${isServer()} AND order_id IN (SELECT value FROM json_each(?))`;
        const ids = JSON.stringify(orderIds);
        // That another computer's was accepted stays known where this one sends it once more.
        database.run(
          `INSERT INTO ledger_imports (server, order_id, state, body_hash, file_name, wms_id, at, shop, operator, amount, items,
             delivery_day)
           SELECT server, order_id, state, body_hash, file_name, wms_id, at, shop, operator, amount, items, delivery_day
           ${theirs} AND state = 'accepted' ON CONFLICT DO NOTHING`,
          server,
          ids,
        );
        database.run(`DELETE ${theirs}`, server, ids);
      }),
    entryOf: (server, orderId) => ledger.find(server, [orderId], null).get(orderId) ?? null,
    namesOf(server) {
      const name = reservedAs(database, server);
      return { server: name, others: namesOf(database, server).filter((other) => other !== name) };
    },
    givenNumbers(server, shop) {
      const rows = database.all(
        'SELECT outside_id, number FROM order_numbers WHERE server = ? AND shop = ?',
        server,
        shop,
      );
      return new Map(rows.map((row) => [String(row['outside_id']), Number(row['number'])]));
    },
    keepNumbers: (server, shop, numbers) =>
      database.transaction(() => {
        for (const [outsideId, number] of numbers) {
          const sent = database.get(
            `SELECT 1 FROM order_numbers n JOIN revisions r ON r.server ${isServer('n.server')} AND r.order_id = n.number
             WHERE n.server = ? AND n.shop = ? AND n.outside_id = ? AND n.number <> ? AND r.state IN ${sentStates}`,
            server,
            shop,
            outsideId,
            number,
          );
          const ofTeam = 'UPDATE order_numbers SET of_team = 1 WHERE server = ? AND shop = ? AND outside_id = ?';
          if (sent) {
            database.run(ofTeam, server, shop, outsideId);
            continue;
          }
          // Whatever else this home called by the number before it knew the team's gives way, and is asked about anew.
          database.run(
            `DELETE FROM order_numbers WHERE server = ?1 AND ((shop = ?2 AND outside_id = ?3 AND number <> ?4)
               OR (number = ?4 AND NOT (shop = ?2 AND outside_id = ?3)))`,
            server,
            shop,
            outsideId,
            number,
          );
          database.run(
            'INSERT INTO order_numbers (server, shop, outside_id, number) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
            server,
            shop,
            outsideId,
            number,
          );
          database.run(ofTeam, server, shop, outsideId);
        }
      }),
    hasTeamNumbers: (server, shop, outsideIds) =>
      Number(
        database.get(
          `SELECT count(*) AS n FROM order_numbers WHERE server = ? AND shop = ? AND of_team = 1
             AND outside_id IN (SELECT value FROM json_each(?))`,
          server,
          shop,
          JSON.stringify(outsideIds),
        )?.['n'] ?? 0,
      ) === new Set(outsideIds).size,
  };
}
