/** Lets a home be a computer of the ledger: joins, exchanges incarnations, notices a home or a database that was set back. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { FailureError } from '../../shared/result.ts';
import { NotConfirmedError } from './database.ts';
import type { TeamHome, TeamMember } from '../platform/team-ports.ts';

/** Seconds since 1970 from which the settings back are counted: they fit the column until 2091. */
const setBackSince = 1_700_000_000;

/** When the ledger last heard of a computer, in whole ms since 1970. */
const seenAtMs = 'floor(extract(epoch FROM seen_at) * 1000)::bigint';

interface ComputerRow {
  readonly id: string;
  readonly epoch: string;
  readonly told: string;
  readonly incarnation: string;
  readonly left_at: Date | null;
  readonly seen: string;
}

/** What a computer's row says of how much the ledger knows of it. */
type KnownRow = Pick<ComputerRow, 'told' | 'seen'>;

/** The row of this home's computer; undefined: the ledger knows none. */
export async function knownRow(
  client: Client,
  { computer }: Pick<TeamMember, 'computer'>,
): Promise<KnownRow | undefined> {
  const { rows } = await client.query<KnownRow>(
    `SELECT told, ${seenAtMs} AS seen FROM order_importer.computers WHERE id = $1`,
    [computer],
  );
  return rows[0];
}

/** What a connection begins with. */
export interface Presence {
  readonly member: TeamMember;
  readonly epoch: number;
  /** Whether the ledger knows less than it once told this home. */
  readonly isSetBack: boolean;
}

/**
 * Enters the ledger, or comes back to it, in a transaction of the caller. A home whose incarnation is not the ledger's is a
 * copy, or was set back: it becomes another computer, and what the old one had in hand is taken over like anyone's.
 * A ledger that knows less than this home saw it know was set back: it is held until all have told it their logs again.
 * @throws FailureError `team.otherTeam` where the home is in another team
 */
export async function enterLedger(client: Client, home: TeamHome, team: string, name: string): Promise<Presence> {
  const member = home.member();
  if (member && member.team !== team) throw new FailureError('team.otherTeam');
  if (member === null) return newComputer(client, home, team, name);
  const { rows } = await client.query<ComputerRow>(
    `SELECT *, ${seenAtMs} AS seen FROM order_importer.computers WHERE id = $1 FOR UPDATE`,
    [member.computer],
  );
  const [row] = rows;
  const isSetBack = await checkSetBack(client, member, row);
  if (!row || row.left_at !== null) return newComputer(client, home, team, name);
  const isOurs = member.incarnations.includes(row.incarnation) || isSetBack;
  // A home with a shorter log than the ledger has of it lost some.
  const isShorter = Number(row.told) > Math.max(home.lastOutcome(), member.told);
  if (!isOurs || isShorter) return newComputer(client, home, team, name);
  // The answer to the last exchange was lost.
  if (row.incarnation === member.incarnations[1]) home.acceptIncarnation(row.incarnation);
  const next = randomUUID();
  home.prepareIncarnation(next);
  await client.query(
    'UPDATE order_importer.computers SET incarnation = $2, name = $3, seen_at = clock_timestamp() WHERE id = $1',
    [member.computer, next, name],
  );
  return { member: home.member() ?? member, epoch: Number(row.epoch), isSetBack };
}

/** To be called when the transaction of {@link enterLedger} is committed. */
export function entered(home: TeamHome): TeamMember {
  const member = home.member();
  if (!member) throw new Error('This home is in no team.');
  const next = member.incarnations.at(-1) ?? '';
  home.acceptIncarnation(next);
  return { ...member, incarnations: [next] };
}

/** A new computer of the ledger, with all that the home ever sent still to be told. */
async function newComputer(client: Client, home: TeamHome, team: string, name: string): Promise<Presence> {
  const [computer, incarnation] = [randomUUID(), randomUUID()];
  const member = home.enter(team, computer, incarnation);
  await client.query(
    `INSERT INTO order_importer.computers (id, name, incarnation, told, retold)
     SELECT $1, $2, $3, $4, set_back FROM order_importer.team`,
    [computer, name, incarnation, member.told],
  );
  return { member, epoch: 1, isSetBack: false };
}

/**
 * Whether the database knows less than it once told this home. Then nobody claims until every computer has told its log
 * again, or a person says «go on»; a computer that has not yet done so only finds the same setting back once more.
 */
export async function checkSetBack(client: Client, member: TeamMember, row: KnownRow | undefined): Promise<boolean> {
  const { rows } = await client.query<{ last_value: string }>('SELECT last_value FROM order_importer.changes');
  const isBehind =
    !row ||
    Number(row.told) < member.told ||
    Number(row.seen) < member.seenAt ||
    Number(rows[0]?.last_value ?? 0) < member.change;
  if (isBehind)
    await client.query(
      // By the clock, not by one: the count is set back with the rest, and would be the same a second time.
      `UPDATE order_importer.team t SET held = true,
         set_back = greatest(set_back + 1, extract(epoch FROM clock_timestamp())::bigint - ${setBackSince}) WHERE NOT EXISTS
         (SELECT 1 FROM order_importer.computers c WHERE c.id = $1 AND c.retold < t.set_back)`,
      [member.computer],
    );
  return isBehind;
}

/**
 * The database's word on this computer, which it is asked for in the epoch: whether nobody may claim, and whether it knows
 * less than it once told. @throws NotConfirmedError where the computer is another one now, or its claims were taken over
 */
export async function confirmComputer(
  client: Client,
  home: TeamHome,
  existing: TeamMember,
  epoch: number,
): Promise<{ readonly isHeld: boolean; readonly isSetBack: boolean }> {
  const { computer, incarnations, told } = home.member() ?? existing;
  const { rows } = await client.query<KnownRow & { held: boolean }>(
    `UPDATE order_importer.computers c SET seen_at = clock_timestamp() FROM order_importer.team t
     WHERE c.id = $1 AND c.epoch = $2 AND c.incarnation = ANY ($3::uuid[]) AND c.left_at IS NULL RETURNING c.told, ${seenAtMs} AS seen, t.held`,
    [existing.computer, epoch, incarnations],
  );
  const [row] = rows;
  if (!row || computer !== existing.computer) throw new NotConfirmedError();
  home.noteSeen({ seenAt: Number(row.seen) });
  const isSetBack = Number(row.told) < told && (await checkSetBack(client, home.member() ?? existing, row));
  return { isHeld: row.held, isSetBack };
}

/** Notes that this computer's log is told since the ledger was set back; the last one to do so ends the waiting. */
export async function noteRetold(client: Client, computer: string): Promise<void> {
  await client.query(
    'UPDATE order_importer.computers c SET retold = t.set_back FROM order_importer.team t WHERE c.id = $1 AND c.retold < t.set_back',
    [computer],
  );
  await client.query(
    `UPDATE order_importer.team t SET held = false WHERE held AND NOT EXISTS
       (SELECT 1 FROM order_importer.computers c WHERE c.left_at IS NULL AND c.retold < t.set_back)`,
  );
}
