/** Makes a team's ledger in a database, and says who is in it. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { TeamView } from '../../shared/contract/team.ts';
import { FailureError } from '../../shared/result.ts';
import type { TeamMember } from '../platform/team-ports.ts';
import { connect, isLoopback, type Address } from './database.ts';
import { createSchema, roleOf, upgradeSchema } from './schema.ts';
import type { TeamFile } from './team-file.ts';
import { silentAfter } from './team-rows.ts';

const defaultPort = 5432;

/** The address of a database: postgres://user:password@host:port/name. @throws FailureError `team.address` */
export function parseDatabaseUrl(text: string, ca: string | null): Address {
  const url = URL.canParse(text) ? new URL(text) : null;
  const database = decodeURIComponent(url?.pathname.slice(1) ?? '');
  if (
    url === null ||
    !/^postgres(?:ql)?:$/u.test(url.protocol) ||
    url.hostname === '' ||
    database === '' ||
    url.username === ''
  )
    throw new FailureError('team.address');
  return {
    host: url.hostname.replace(/^\[|\]$/gu, ''),
    port: url.port === '' ? defaultPort : Number(url.port),
    database,
    role: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    ca,
  };
}

/**
 * Makes the ledger's tables and a role with the least rights; returns the team file.
 * @param owner who may make a schema and a role
 * @throws FailureError `team.exists`, `team.refused`; TeamAwayError
 */
export async function createTeam(owner: Address): Promise<TeamFile> {
  const [team, password] = [randomUUID(), randomBytes(24).toString('hex')];
  const role = roleOf(team);
  const client = await connect(owner);
  try {
    await createSchema(client, team, role, password);
  } finally {
    await client.end();
  }
  return {
    kind: 'order-importer-team',
    version: 1,
    team,
    host: owner.host,
    port: owner.port,
    database: owner.database,
    role,
    password,
    ca: owner.ca,
    secret: randomBytes(32).toString('base64url'),
  };
}

/**
 * Brings a team's database to this version of the app; returns whether there was anything to do.
 * @param owner who made the team
 * @param team whose database it must be; null: whichever it holds
 * @throws FailureError `team.otherDatabase`, `team.appTooOld`, `team.refused`; TeamAwayError
 */
export async function upgradeTeam(owner: Address, team: string | null = null): Promise<boolean> {
  const client = await connect(owner);
  try {
    return await upgradeSchema(client, team);
  } finally {
    await client.end();
  }
}

/** Whether other computers can reach the database at this address. */
export function isForThisComputerAlone({ host }: Pick<Address, 'host'>): boolean {
  return isLoopback(host);
}

/** Who is in the team, and what a person should know of its ledger. */
export async function viewTeam(
  client: Client,
  { computer }: Pick<TeamMember, 'computer'>,
): Promise<Pick<TeamView, 'computers' | 'heldBy' | 'acceptedTwice'>> {
  const { rows } = await client.query<{
    id: string;
    name: string;
    silent: string;
    left_at: Date | null;
    in_hand: string;
    unknown: string;
    is_gone: boolean;
    is_behind: boolean;
    held: boolean;
  }>(
    `SELECT c.id, c.name, c.left_at, extract(epoch FROM clock_timestamp() - c.seen_at) AS silent,
       (SELECT count(*) FROM order_importer.orders o WHERE o.computer = c.id AND o.state IN ('claimed', 'sending')) AS in_hand,
       (SELECT count(*) FROM order_importer.orders o WHERE o.computer = c.id AND o.state = 'unknown') AS unknown,
       c.seen_at < clock_timestamp() - ${silentAfter} AS is_gone,
       c.left_at IS NULL AND c.retold < t.set_back AS is_behind, t.held
     FROM order_importer.computers c CROSS JOIN order_importer.team t ORDER BY c.joined_at`,
  );
  const twice = await client.query<{ server: string; order_id: string }>(
    'SELECT DISTINCT server, order_id FROM order_importer.accepted_twice ORDER BY server, order_id LIMIT 100',
  );
  return {
    computers: rows.map((row) => ({
      id: row.id,
      name: row.name,
      isThis: row.id === computer,
      silentFor: Math.max(0, Math.round(Number(row.silent))),
      hasLeft: row.left_at !== null,
      inHand: Number(row.in_hand),
      unknown: Number(row.unknown),
      isGone: row.is_gone && row.id !== computer,
    })),
    heldBy: rows[0]?.held === true ? rows.filter((row) => row.is_behind).map(({ name }) => name) : null,
    acceptedTwice: twice.rows.map((row) => ({ server: row.server, orderId: Number(row.order_id) })),
  };
}

/** A person says that it goes on, though not every computer has told its log since the database was set back. */
export async function goOn(client: Client): Promise<void> {
  await client.query('UPDATE order_importer.team SET held = false');
}

/** This computer is no longer of the team; its orders stay. */
export async function leaveTeam(client: Client, { computer }: Pick<TeamMember, 'computer'>): Promise<void> {
  await client.query('UPDATE order_importer.computers SET left_at = clock_timestamp() WHERE id = $1', [computer]);
}
