/** Ties a home to its team: the session on the ledger, how it stands. */
import os from 'node:os';
import type { TeamState } from '../../shared/contract/team.ts';
import type { RunReason } from '../../shared/domain/sending/run.ts';
import { FailureError, type Failure } from '../../shared/result.ts';
import type { Clock } from '../ports.ts';
import type { TeamLedger } from '../platform/team-ports.ts';
import type { Store } from '../store/store.ts';
import type { DatabaseAge } from '../team/schema.ts';
import type { TeamFile } from '../team/team-file.ts';
import { keptTeamFile } from './team-file-store.ts';

type Session = import('../team/session.ts').TeamSession;

/**
 * Opens the session of a home that is in a team; null: it is in none.
 * @param given a team file that is used instead of the one that the home keeps in the open
 * @throws FailureError `team.fileMissing` where the home is in a team whose file is not there, `team.otherTeam`, `team.notOurs`
 */
export async function openTeamSession(
  store: Pick<Store, 'homeDir' | 'team' | 'sameServers'>,
  clock: Clock,
  given: TeamFile | null = null,
): Promise<Session | null> {
  const file = given ?? keptTeamFile(store.homeDir);
  const member = store.team.member();
  if (file === null) {
    // Without the file it would send past the others.
    if (member !== null) throw new FailureError('team.fileMissing');
    return null;
  }
  if (member !== null && member.team !== file.team) throw new FailureError('team.otherTeam');
  const { TeamSession } = await import('../team/session.ts');
  return new TeamSession({
    file,
    home: store.team,
    servers: store.sameServers,
    clock,
    name: os.hostname(),
  });
}

/** Gives the team's numbers to a home. */
export type TeamNumbers = Pick<Session, 'numbers' | 'reserve'>;

/** The team as the window's threads use it: a session, or what stands for one that cannot be opened. */
export interface OfficeTeam extends TeamLedger, TeamNumbers {
  readonly obstacle: RunReason | null;
  readonly address?: string;
  readonly connectedSince?: number | null;
  readonly isAlone?: boolean;
  readonly age?: DatabaseAge;
}

/** How the ledger stands, as far as this process knows. */
export function teamState(
  store: Pick<Store, 'team'>,
  { obstacle, address = '', connectedSince = null, isAlone = false, age = 'same' }: OfficeTeam,
): NonNullable<TeamState> {
  const member = store.team.member();
  return {
    address,
    connectedSince,
    reason: obstacle && { code: obstacle.code, params: obstacle.params },
    waiting: member === null ? 0 : Math.max(0, store.team.lastOutcome() - member.told),
    isAlone,
    age,
    questions: store.team.things.questions().length,
  };
}

const closedReasons: Readonly<Record<string, string>> = { 'team.otherTeam': 'run.teamOtherTeam' };

/** Stands for a team whose session cannot be opened: nothing is sent, and the run says why. */
export function closedTeam(failure: Failure): OfficeTeam {
  const obstacle = { code: closedReasons[failure.code] ?? 'run.teamFileMissing', params: {} };
  return {
    obstacle,
    numbers: async () => {
      throw new FailureError(failure.code, failure.params);
    },
    reserve: async () => null,
    onLearned: () => undefined,
    openRun: () => ({
      obstacle,
      goAlone: () => false,
      confirm: async () => false,
      isConfirmed: () => false,
      holds: () => false,
      idsElsewhere: (shop) => [shop],
      claim: async () => null,
      drop: () => undefined,
      exchangePace: async () => null,
      giveBack: async () => undefined,
    }),
  };
}
