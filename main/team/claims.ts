/** Claims orders: who gets the row may send the order. PostgreSQL decides; nothing here votes or waits. */
import type { Client } from 'pg';
import type { ClaimAnswer, TeamClaim, TeamHome } from '../platform/team-ports.ts';
import { NotConfirmedError } from './database.ts';
import { announceNews } from './news.ts';
import {
  ledgerEntryOf,
  lockContents,
  orderColumns,
  silentAfter,
  takeInHand,
  teamEntry,
  tellOutcomes,
  type OrderRow,
  type Told,
} from './team-rows.ts';
import { sealingOnce, type TeamSecret } from './team-secret.ts';

/** Who claims. */
export interface Claimant {
  readonly computer: string;
  readonly epoch: number;
  readonly incarnations: readonly string[];
  readonly token: string;
  readonly server: string;
  /** Other names of the WMS, under which computers that do not know them as one may have claimed. */
  readonly otherNames: readonly string[];
  readonly operator: string | null;
  /** See {@link TeamHome.things}: what this computer sent under the shop that nobody named may be another shop's. */
  readonly hasUnnamedShop: boolean;
}

/** A claim, with what the person saw who wants it sent again: the version of another computer's entry; null: none. */
export interface SeenClaim extends Omit<TeamClaim, 'againSince'> {
  readonly isAgain: boolean;
  readonly seenVersion: number | null;
}

/** The claims as this home knows the orders: a shop that it does not share is not told. */
export function seenClaims(
  orders: readonly TeamClaim[],
  home: Pick<TeamHome, 'seenVersion' | 'things'>,
  server: string,
): readonly SeenClaim[] {
  return orders.map(({ againSince, shop, ...order }) => ({
    ...order,
    shop: shop !== null && home.things.isApart(shop) ? null : shop,
    isAgain: againSince !== null,
    seenVersion: againSince === null ? null : home.seenVersion(server, order.orderId, againSince),
  }));
}

/**
 * Claims the orders, in ascending order and in the caller's transaction. Asked again with the same token it gives the same
 * answer. @param onClaimed told the transaction and its highest change; it may yet fail @throws NotConfirmedError
 */
export async function claimOrders(
  client: Client,
  claimant: Claimant,
  orders: readonly SeenClaim[],
  secret: TeamSecret,
  onClaimed?: (claimed: Told) => void,
): Promise<ReadonlyMap<number, ClaimAnswer>> {
  const { computer, epoch, incarnations, token, server, otherNames, operator } = claimant;
  // The shared lock lets a takeover wait until these claims stand, so that it sees them.
  const me = await client.query(
    `SELECT 1 FROM order_importer.computers c CROSS JOIN order_importer.team t
     WHERE c.id = $1 AND c.epoch = $2 AND c.incarnation = ANY ($3::uuid[]) AND NOT t.held FOR SHARE OF c`,
    [computer, epoch, incarnations],
  );
  if (me.rowCount === 0) throw new NotConfirmedError();
  const sorted = orders.toSorted((a, b) => a.orderId - b.orderId);
  await lockSilent(
    client,
    claimant,
    sorted.map(({ orderId }) => orderId),
  );
  const same = await claimContents(client, claimant, sorted, secret);
  const wanted = sorted.filter(({ orderId }) => !same.has(orderId));
  const again = wanted.filter(({ isAgain }) => isAgain);
  // Of two people who have another computer's order sent again the second one saw an entry that is no more.
  const seen = again.filter(({ seenVersion }) => seenVersion !== null);
  const seal = sealingOnce(secret);
  const { rows: got } = await client.query<{ order_id: string; change: string }>(
    `INSERT INTO order_importer.orders AS o (server, order_id, state, computer, token, body_hash, file_name, shop, at, operator)
     SELECT $1, w.order_id, 'claimed', $2, $3, w.body_hash, w.file_name, w.shop, clock_timestamp(), $9
       FROM unnest($4::bigint[], $5::text[], $6::text[], $7::text[]) AS w (order_id, body_hash, file_name, shop)
       ORDER BY w.order_id
     ON CONFLICT (server, order_id) DO UPDATE SET state = 'claimed', computer = excluded.computer, token = excluded.token,
       body_hash = excluded.body_hash, file_name = excluded.file_name, shop = excluded.shop, at = excluded.at, operator = excluded.operator, wms_id = NULL,
       taken_at = NULL, version = o.version + 1, change = nextval('order_importer.changes'), xact = pg_current_xact_id()
     WHERE o.state = 'open'
       OR (o.computer = excluded.computer AND (o.state = 'taken' OR (o.state = 'claimed' AND o.token = excluded.token)
         OR (o.state IN ('accepted', 'unknown') AND o.order_id = ANY ($8::bigint[]))))
       OR (o.computer <> excluded.computer AND o.state = 'accepted'
         AND (o.order_id, o.version) IN (SELECT * FROM unnest($10::bigint[], $11::bigint[])))
     RETURNING order_id, change`,
    [
      server,
      computer,
      token,
      wanted.map(({ orderId }) => orderId),
      wanted.map(({ bodyHash }) => bodyHash),
      wanted.map(({ fileName }) => seal(fileName)),
      wanted.map(({ shop }) => shop),
      again.map(({ orderId }) => orderId),
      operator === null ? null : seal(operator),
      seen.map(({ orderId }) => orderId),
      seen.map(({ seenVersion }) => seenVersion),
    ],
  );
  const mine = new Set(got.map((row) => Number(row.order_id)));
  const once = new Set([...mine].filter((orderId) => !again.some((order) => order.orderId === orderId)));
  const elsewhere = await underOtherNames(client, once, server, otherNames);
  for (const row of elsewhere) mine.delete(Number(row.order_id));
  const answers = new Map<number, ClaimAnswer>([...mine].map((orderId) => [orderId, { kind: 'claimed' }]));
  const missing = wanted.filter(({ orderId }) => !mine.has(orderId)).map(({ orderId }) => orderId);
  const blocking = [...(await rowsOf(client, [server], missing)), ...elsewhere];
  for (const [orderId, answer] of await takeOver(client, claimant, blocking, secret)) answers.set(orderId, answer);
  for (const [orderId, row] of same) answers.set(orderId, blockedBy(row, secret, orderId));
  const xact = await announceNews(client);
  onClaimed?.({ xact, change: Math.max(0, ...got.map(({ change }) => Number(change))) });
  return answers;
}

/** Locks the computers that these orders may be taken over from before any order: two that take over wait here. */
async function lockSilent(
  client: Client,
  { computer, server, otherNames }: Claimant,
  orderIds: readonly number[],
): Promise<void> {
  await client.query(
    `SELECT 1 FROM order_importer.computers c
     WHERE c.id <> $1 AND c.seen_at < clock_timestamp() - ${silentAfter} AND c.id IN
       (SELECT o.computer FROM order_importer.orders o WHERE o.server = ANY ($2) AND o.order_id = ANY ($3::bigint[])
          AND o.state IN ('claimed', 'sending', 'unknown'))
     ORDER BY c.id FOR NO KEY UPDATE OF c`,
    [computer, [server, ...otherNames], orderIds],
  );
}

function blockedBy(row: OrderRow, secret: TeamSecret, orderId: number): ClaimAnswer {
  return { kind: 'blocked', entry: ledgerEntryOf(teamEntry(row, secret), orderId) };
}

async function rowsOf(
  client: Client,
  servers: readonly string[],
  orderIds: readonly number[],
): Promise<readonly OrderRow[]> {
  if (orderIds.length === 0 || servers.length === 0) return [];
  const { rows } = await client.query<OrderRow>(
    `SELECT ${orderColumns} FROM order_importer.orders o JOIN order_importer.computers c ON c.id = o.computer
     WHERE o.server = ANY ($1) AND o.order_id = ANY ($2::bigint[])`,
    [servers, orderIds],
  );
  return rows;
}

/** Orders that were claimed, but are another's under another name of the WMS: given back at once. */
async function underOtherNames(
  client: Client,
  claimed: ReadonlySet<number>,
  server: string,
  otherNames: readonly string[],
): Promise<readonly OrderRow[]> {
  const found = (await rowsOf(client, otherNames, [...claimed])).filter(({ state }) => state !== 'open');
  if (found.length > 0)
    await client.query(
      `UPDATE order_importer.orders SET state = 'open', token = NULL, change = nextval('order_importer.changes'),
         xact = pg_current_xact_id() WHERE server = $1 AND order_id = ANY ($2::bigint[])`,
      [server, found.map(({ order_id: orderId }) => orderId)],
    );
  return found;
}

/** Orders whose content another computer, or this one under another shop, has under another number; and that number's row. */
async function claimContents(
  client: Client,
  { computer, server, hasUnnamedShop }: Claimant,
  orders: readonly SeenClaim[],
  secret: TeamSecret,
): Promise<ReadonlyMap<number, OrderRow>> {
  // Whether an order of this computer is the same is its own to say, but for what it sent under another shop.
  const isHeld = (row: OrderRow, shop: string | null): boolean =>
    mayBeOneShop(row.shop, shop) && (row.computer !== computer || (hasUnnamedShop && row.shop !== shop));
  const asked = orders.flatMap(({ orderId, shop, contents, isAgain }) =>
    isAgain ? [] : contents.map((content) => ({ orderId, shop, content: secret.keyOf('content', content) })),
  );
  if (asked.length === 0) return new Map();
  const byContent = new Map(asked.map((one) => [one.content, one.orderId]));
  const keys = [...byContent.keys()].toSorted();
  // Locked first, and looked at by a statement of its own: one that waited for another's commit would not see its orders.
  await lockContents(
    client,
    computer,
    [...byContent].map(([content, orderId]) => ({ server, orderId, content })),
  );
  const { rows } = await client.query<OrderRow & { content: string }>(
    `SELECT ${orderColumns}, k.content FROM order_importer.contents k
     JOIN order_importer.orders o ON o.server = k.server AND o.order_id = k.order_id
     JOIN order_importer.computers c ON c.id = o.computer
     WHERE k.server = $1 AND k.content = ANY ($2) AND o.state <> 'open'`,
    [server, keys],
  );
  const shops = new Map(asked.map((one) => [one.content, one.shop]));
  const free = keys.filter(
    (key) =>
      !rows.some((row) => row.content === key && (row.computer !== computer || isHeld(row, shops.get(key) ?? null))),
  );
  await client.query(
    `UPDATE order_importer.contents k SET order_id = w.order_id, computer = $2
     FROM unnest($3::text[], $4::bigint[]) AS w (content, order_id) WHERE k.server = $1 AND k.content = w.content`,
    [server, computer, free, free.map((key) => byContent.get(key))],
  );
  return new Map(
    asked.flatMap(({ orderId, shop, content }) => {
      const row = rows.find((found) => found.content === content && isHeld(found, shop));
      return row && Number(row.order_id) !== orderId ? [[orderId, row] as const] : [];
    }),
  );
}

/** Whether two orders that say the same may be of one shop: what two shops say alike is two orders, but one has no name. */
function mayBeOneShop(one: string | null, other: string | null): boolean {
  return !one || !other || one === other;
}

/**
 * Takes over what a computer left behind that the database has not heard of for five minutes: its epoch goes up, so that it
 * sends nothing more when it comes back, and what it had in hand is unknown. Of what is unknown the claimant becomes the
 * owner, who looks it up; the rest stays blocked.
 */
async function takeOver(
  client: Client,
  { computer }: Claimant,
  blocking: readonly OrderRow[],
  secret: TeamSecret,
): Promise<readonly (readonly [number, ClaimAnswer])[]> {
  // What was taken over, and not noted here before this process's predecessor died, is taken over again.
  const left = blocking.filter((row) =>
    row.computer === computer ? row.state === 'unknown' : ['claimed', 'sending', 'unknown'].includes(row.state),
  );
  const owners = [...new Set(left.map((row) => row.computer))].filter((id) => id !== computer).toSorted();
  const taken = new Map<string, number>();
  if (left.length > 0) {
    const { rows: silent } = await client.query<{ id: string }>(
      `UPDATE order_importer.computers SET epoch = epoch + 1
       WHERE id = ANY ($1::uuid[]) AND seen_at < clock_timestamp() - ${silentAfter} RETURNING id`,
      [owners],
    );
    const ids = silent.map(({ id }) => id);
    if (ids.length > 0) await takeInHand(client, ids);
    // A request of the owner is over after its whole timeout: from then on the quiet time counts.
    const { rows } = await client.query<{ server: string; order_id: string; ambiguous: string }>(
      `UPDATE order_importer.orders o SET computer = $1, token = NULL, taken_at = coalesce(o.taken_at, o.at),
         version = o.version + 1, change = nextval('order_importer.changes'), xact = pg_current_xact_id()
       FROM order_importer.computers c
       WHERE c.id = o.computer AND (c.id = ANY ($2::uuid[]) OR (c.id = $1 AND o.taken_at IS NOT NULL))
         AND o.state = 'unknown' AND (o.server, o.order_id) IN
         (SELECT * FROM unnest($3::text[], $4::bigint[]))
       RETURNING o.server, o.order_id,
         extract(epoch FROM clock_timestamp() - o.taken_at) * 1000 - c.whole_timeout * 1000 AS ambiguous`,
      [computer, ids, left.map(({ server }) => server), left.map((row) => row.order_id)],
    );
    for (const row of rows) taken.set(`${row.server} ${row.order_id}`, Math.round(Number(row.ambiguous)));
  }
  return blocking.map((row): readonly [number, ClaimAnswer] => {
    const ambiguousFor = taken.get(`${row.server} ${row.order_id}`);
    const orderId = Number(row.order_id);
    return ambiguousFor === undefined
      ? [orderId, blockedBy(row, secret, orderId)]
      : [orderId, { kind: 'takenOver', ambiguousFor }];
  });
}

/**
 * Gives back what was claimed with the tokens and not used, and what a takeover made unknown though this home knows better:
 * each order is again what this home knows of it. To be called when the log of outcomes is told.
 */
export async function giveBackClaims(
  client: Client,
  computer: string,
  tokens: readonly string[],
  home: Pick<TeamHome, 'standing'>,
  secret: TeamSecret,
): Promise<void> {
  // Nobody else changes the orders of a computer whose row is held: they are locked, in their order, when they are told.
  await client.query('SELECT 1 FROM order_importer.computers WHERE id = $1 FOR UPDATE', [computer]);
  const { rows } = await client.query<{ server: string; order_id: string }>(
    `SELECT server, order_id FROM order_importer.orders WHERE computer = $1 AND token = ANY ($2::uuid[])
       AND (state = 'claimed' OR (state = 'unknown' AND taken_at IS NOT NULL))`,
    [computer, tokens],
  );
  const standing = [...new Set(rows.map((row) => row.server))].flatMap((server) =>
    home.standing(
      server,
      rows.filter((row) => row.server === server).map((row) => Number(row.order_id)),
    ),
  );
  if (standing.length > 0) await tellOutcomes(client, computer, standing, secret);
  await client.query(
    `UPDATE order_importer.orders SET token = NULL WHERE computer = $1 AND (server, order_id) IN
       (SELECT * FROM unnest($2::text[], $3::bigint[]))`,
    [computer, rows.map(({ server }) => server), rows.map((row) => row.order_id)],
  );
}
