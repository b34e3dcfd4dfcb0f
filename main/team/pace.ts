/** Exchanges how fast the team's computers may send to a server and account, so that they do not throttle one another. */
import type { Client } from 'pg';
import type { PaceHeard, PaceSaid } from '../platform/team-ports.ts';

/** A computer that has not said for so long that it sends does not. */
const sendsFor = `interval '15 seconds'`;
/** After so long without a request for fewer the computers go at their own pace again; and what was observed is too old. */
const [slowedFor, observedFor] = [`interval '10 minutes'`, `interval '1 day'`];

/** Notes what this computer says, and returns what the others said. @param account a key of whose account it is */
export async function exchangePace(
  client: Client,
  { computer, server, account }: { readonly computer: string; readonly server: string; readonly account: string },
  { isSending, heldFor, isSlowed, limit }: PaceSaid,
): Promise<PaceHeard> {
  const ms = (value: string): string => `(${value} * interval '1 millisecond')`;
  await client.query(
    `INSERT INTO order_importer.pace AS p (server, account, computer, sending_until, held_until, slowed_at, requests, window_ms,
       window_at)
     VALUES ($1, $2, $3, clock_timestamp() + CASE WHEN $4::boolean THEN ${sendsFor} ELSE interval '0' END,
       clock_timestamp() + ${ms('$5::float8')}, CASE WHEN $6::boolean THEN clock_timestamp() END, $7, $8,
       clock_timestamp() - ${ms('$9::float8')})
     ON CONFLICT (server, account, computer) DO UPDATE SET sending_until = excluded.sending_until,
       held_until = greatest(p.held_until, excluded.held_until), slowed_at = coalesce(excluded.slowed_at, p.slowed_at),
       requests = coalesce(excluded.requests, p.requests), window_ms = coalesce(excluded.window_ms, p.window_ms),
       window_at = coalesce(excluded.window_at, p.window_at)`,
    [
      server,
      account,
      computer,
      isSending,
      heldFor,
      isSlowed,
      limit?.requests ?? null,
      limit?.windowMs ?? null,
      limit?.startedAgo ?? null,
    ],
  );
  const { rows } = await client.query<{
    is_sending: boolean;
    held_for: string | null;
    is_slowed: boolean;
    requests: number | null;
    window_ms: number | null;
    started_ago: string | null;
  }>(
    `SELECT sending_until > clock_timestamp() AS is_sending,
       extract(epoch FROM held_until - clock_timestamp()) * 1000 AS held_for,
       coalesce(slowed_at > clock_timestamp() - ${slowedFor}, false) AS is_slowed, requests, window_ms,
       extract(epoch FROM clock_timestamp() - window_at) * 1000 AS started_ago
     FROM order_importer.pace WHERE server = $1 AND account = $2 AND computer <> $3
       AND greatest(sending_until, held_until, slowed_at, window_at) > clock_timestamp() - ${observedFor}
     ORDER BY window_at DESC NULLS LAST`,
    [server, account, computer],
  );
  const observed = rows.find((row) => row.requests !== null && row.window_ms !== null && row.started_ago !== null);
  return {
    others: rows.filter((row) => row.is_sending).length,
    heldFor: Math.max(0, ...rows.map((row) => Number(row.held_for ?? 0))),
    isSlowed: rows.some((row) => row.is_slowed),
    limit: observed
      ? {
          requests: observed.requests ?? 1,
          windowMs: observed.window_ms ?? 0,
          startedAgo: Number(observed.started_ago),
        }
      : null,
  };
}
