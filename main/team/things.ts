/** Reads and writes the things that a team shares: sealed, under keys; of two changes at once the second is refused. */
import type { Client } from 'pg';
import { z } from 'zod';
import type { TeamThing, ThingKind, ThingsHome, UntoldThing } from '../platform/team-things.ts';
import { thingKinds } from '../platform/team-things.ts';
import { announceNews } from './news.ts';
import type { TeamSecret } from './team-secret.ts';

const learnedAtOnce = 5_000;

interface ThingRow {
  readonly kind: string;
  readonly key: string;
  readonly content: string;
  readonly version: string;
  readonly operator: string | null;
  readonly name: string;
  readonly at: string;
  readonly xact: string;
  readonly change: string;
}

const contentSchema = z.tuple([z.string(), z.string().nullable()]);

/**
 * Learns what changed since the last time; everything, where the database was set back since, or `anew`. Commits come out of
 * order, so it is asked by transaction: from the oldest that was still open then.
 */
export async function learnThings(
  client: Client,
  things: ThingsHome,
  secret: TeamSecret,
  noteChange: (change: number) => void,
  anew: boolean,
): Promise<void> {
  const now = await client.query<{ horizon: string; set_back: number }>(
    'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, set_back FROM order_importer.team',
  );
  const { horizon: next = '0', set_back: setBack = 0 } = now.rows[0] ?? {};
  const seen = things.seen();
  const isWhole = anew || seen.setBack !== setBack || BigInt(next) < BigInt(seen.horizon);
  if (isWhole) things.learnAll();
  let [xact, kind, key] = [isWhole ? '0' : seen.horizon, '', ''];
  for (;;) {
    const { rows } = await client.query<ThingRow>(
      `SELECT t.kind, t.key, t.content, t.version, t.operator, c.name, (extract(epoch FROM t.at) * 1000)::bigint AS at,
         t.xact::text AS xact, t.change
       FROM order_importer.things t JOIN order_importer.computers c ON c.id = t.computer
       WHERE t.xact >= $1::text::xid8 AND (t.xact, t.kind, t.key) > ($1::text::xid8, $2, $3)
       ORDER BY t.xact, t.kind, t.key LIMIT ${learnedAtOnce}`,
      [xact, kind, key],
    );
    const last = rows.at(-1);
    if (!last) break;
    things.learn(rows.flatMap((row) => thingOf(row, secret) ?? []));
    noteChange(Math.max(...rows.map((row) => Number(row.change))));
    [xact, kind, key] = [last.xact, last.kind, last.key];
    if (rows.length < learnedAtOnce) break;
  }
  things.learned({ horizon: next, setBack });
}

/** Null where another secret sealed it, or a newer version of the app knows more kinds. */
function thingOf(row: ThingRow, secret: TeamSecret): TeamThing | null {
  const kind = thingKinds.find((known) => known === row.kind);
  const text = secret.unseal(row.content);
  const content = text === null ? null : contentSchema.safeParse(JSON.parse(text));
  if (kind === undefined || !content?.success) return null;
  const [key, value] = content.data;
  const by = (row.operator === null ? null : secret.unseal(row.operator)) ?? row.name;
  return { kind, key, value, version: Number(row.version), by, at: Number(row.at) };
}

/**
 * Tells changes in the caller's transaction, and returns those that stand: where the team's entry is another than the one
 * that was changed, it stays. `change`: the ledger's highest among them; 0: none stands.
 */
export async function tellThings(
  client: Client,
  { computer, operator, name }: { readonly computer: string; readonly operator: string | null; readonly name: string },
  things: readonly UntoldThing[],
  secret: TeamSecret,
): Promise<{ readonly told: readonly TeamThing[]; readonly change: number }> {
  // One computer at a time: two that change the same things in another order would wait for one another.
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('order_importer.things', 0))`);
  const nameOf = (kind: ThingKind, key: string): string => secret.keyOf('thing', `${kind}|${key}`);
  const named = things.map((thing) => ({ ...thing, name: nameOf(thing.kind, thing.key) }));
  const { rows } = await client.query<{ kind: string; key: string; version: string; at: string; change: string }>(
    `WITH told AS (SELECT * FROM unnest($3::text[], $4::text[], $5::text[], $6::bigint[]) AS w (kind, key, content, version)),
       made AS (INSERT INTO order_importer.things (kind, key, content, computer, operator)
         SELECT kind, key, content, $1, $2 FROM told WHERE version = 0 ON CONFLICT DO NOTHING
         RETURNING kind, key, version, at, change),
       changed AS (UPDATE order_importer.things t SET content = w.content, computer = $1, operator = $2,
           at = clock_timestamp(), version = t.version + 1, change = nextval('order_importer.changes'),
           xact = pg_current_xact_id()
         FROM told w WHERE t.kind = w.kind AND t.key = w.key AND t.version = w.version
         RETURNING t.kind, t.key, t.version, t.at, t.change)
     SELECT kind, key, version, (extract(epoch FROM at) * 1000)::bigint AS at, change
     FROM (SELECT * FROM made UNION ALL SELECT * FROM changed) stands`,
    [
      computer,
      operator === null ? null : secret.seal(operator),
      named.map(({ kind }) => kind),
      named.map((thing) => thing.name),
      named.map(({ key, value }) => secret.seal(JSON.stringify([key, value]))),
      named.map(({ version }) => version),
    ],
  );
  if (rows.length > 0) await announceNews(client);
  const stands = new Map(rows.map((row) => [`${row.kind} ${row.key}`, row]));
  const told = named.flatMap(({ name: hashed, kind, key, value }) => {
    const row = stands.get(`${kind} ${hashed}`);
    const by = operator ?? name;
    return row ? [{ kind, key, value, version: Number(row.version), by, at: Number(row.at) }] : [];
  });
  return { told, change: Math.max(0, ...rows.map((row) => Number(row.change))) };
}
