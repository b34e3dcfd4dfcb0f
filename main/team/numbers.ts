/** Gives numbers of our own to outside ids and to orders without one, for the whole team: the database says which are free. */
import type { Client } from 'pg';
import type { TeamSecret } from './team-secret.ts';

/** Numbers from a start on go together so far, as in the home (main/store/free-numbers.ts). */
const series = 1_000_000;

export interface NumbersAsked {
  readonly server: string;
  readonly shop: string;
  readonly outsideIds: readonly string[];
  readonly start: number;
  /** What this home gave before: the team takes them over where they are free. */
  readonly given: ReadonlyMap<string, number>;
}

/** Gives each id its number, in the caller's transaction; one computer at a time. */
export async function giveNumbers(
  client: Client,
  { server, shop, outsideIds, start, given }: NumbersAsked,
  secret: TeamSecret,
): Promise<ReadonlyMap<string, number>> {
  await lockNumbers(client, server);
  const keyOf = (outsideId: string): string => secret.keyOf('outsideId', `${server}|${shop}|${outsideId}`);
  const keep = async (numbers: readonly (readonly [string, number])[]): Promise<void> => {
    if (numbers.length === 0) return;
    await client.query(
      `INSERT INTO order_importer.numbers (server, shop, outside_id, number)
       SELECT $1, $2, * FROM unnest($3::text[], $4::bigint[]) ON CONFLICT DO NOTHING`,
      [server, shop, numbers.map(([id]) => keyOf(id)), numbers.map(([, number]) => number)],
    );
  };
  await keep([...given]);
  const keys = new Map(outsideIds.map((id) => [keyOf(id), id]));
  const { rows } = await client.query<{ outside_id: string; number: string }>(
    `SELECT outside_id, number FROM order_importer.numbers WHERE server = $1 AND shop = $2 AND outside_id = ANY ($3)`,
    [server, shop, [...keys.keys()]],
  );
  const numbers = new Map(rows.map((row) => [keys.get(row.outside_id) ?? '', Number(row.number)]));
  const missing = outsideIds.filter((id) => !numbers.has(id));
  const free = await freeNumbers(client, server, start, missing.length);
  const fresh = missing.map((id, at) => [id, free[at] ?? 0] as const);
  await keep(fresh);
  for (const [id, number] of fresh) numbers.set(id, number);
  return numbers;
}

/**
 * Keeps free numbers for orders without one, in the caller's transaction: no other computer of the team gets them, whether
 * they are used or not.
 */
export async function reserveNumbers(
  client: Client,
  server: string,
  start: number,
  count: number,
): Promise<readonly number[]> {
  await lockNumbers(client, server);
  const free = await freeNumbers(client, server, start, count);
  // Kept beside those of outside ids, whose keys look otherwise.
  await client.query(
    `INSERT INTO order_importer.numbers (server, shop, outside_id, number)
     SELECT $1, '', 'row ' || w.number, w.number FROM unnest($2::bigint[]) AS w (number)`,
    [server, free],
  );
  return free;
}

/** One computer at a time finds free numbers of a server. */
async function lockNumbers(client: Client, server: string): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('order_importer.numbers ' || $1, 0))`, [server]);
}

/** Free numbers behind the last of the series that `start` begins or goes on with. */
async function freeNumbers(client: Client, server: string, start: number, count: number): Promise<readonly number[]> {
  if (count === 0) return [];
  const last = await client.query<{ last: string | null }>(
    'SELECT max(number) AS last FROM order_importer.numbers WHERE server = $1 AND number BETWEEN $2 AND $3',
    [server, start, start + series],
  );
  const free: number[] = [];
  for (let from = Math.max(start, Number(last.rows[0]?.last ?? 0) + 1); free.length < count; from += count) {
    const { rows } = await client.query<{ number: string }>(
      `SELECT g.number FROM generate_series($2::bigint, $2::bigint + $3 - 1) AS g (number)
       WHERE NOT EXISTS (SELECT 1 FROM order_importer.orders o WHERE o.server = $1 AND o.order_id = g.number)
         AND NOT EXISTS (SELECT 1 FROM order_importer.numbers n WHERE n.server = $1 AND n.number = g.number)
       ORDER BY g.number`,
      [server, from, count],
    );
    free.push(...rows.map((row) => Number(row.number)));
  }
  return free.slice(0, count);
}
