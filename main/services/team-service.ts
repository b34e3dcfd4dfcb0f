/** Ties a home to its team: the team file that it keeps, the session on the ledger, the numbers that the team gives. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FailureError, type Failure } from '../../shared/result.ts';
import { isPracticeServer } from '../../shared/wms/practice-server.ts';
import { removeFileSync, renameFileSync } from '../platform/files.ts';
import { ownFile } from '../platform/private-home.ts';
import type { Clock } from '../ports.ts';
import type { TeamLedger } from '../platform/team-ports.ts';
import type { Store } from '../store/store.ts';
import { parseTeamFile, teamFileText, type TeamFile } from '../team/team-file.ts';
import type { OpeningStore } from './opening-store.ts';

type Session = import('../team/session.ts').TeamSession;

const fileOf = (home: string): string => path.join(home, 'team.json');

/** The team file that the home keeps; null: none. @throws FailureError `team.notOurs` */
function keptTeamFile(home: string): TeamFile | null {
  const file = fileOf(home);
  return fs.existsSync(file) ? parseTeamFile(fs.readFileSync(file, 'utf8')) : null;
}

/** Keeps the team file: from now on window and terminal of this home send by the team's ledger alone. */
export function keepTeamFile(home: string, file: TeamFile): void {
  const partial = `${fileOf(home)}.partial`;
  fs.writeFileSync(partial, teamFileText(file), { mode: ownFile });
  renameFileSync(partial, fileOf(home));
}

export function forgetTeamFile(home: string): void {
  removeFileSync(fileOf(home));
}

/**
 * Opens the session of a home that is in a team; null: it is in none.
 * @param given a team file that is used instead of the home's
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
export type TeamNumbers = Pick<Session, 'numbers'>;

/** The session of the home's team; where it cannot be opened one that sends nothing, and the run says why. */
export async function openTeamOrSay(
  store: Parameters<typeof openTeamSession>[0],
  clock: Clock,
): Promise<(TeamLedger & TeamNumbers) | null> {
  try {
    return await openTeamSession(store, clock);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return closedTeam(error.failure);
  }
}

const closedReasons: Readonly<Record<string, string>> = { 'team.otherTeam': 'run.teamOtherTeam' };

function closedTeam(failure: Failure): TeamLedger & TeamNumbers {
  const obstacle = { code: closedReasons[failure.code] ?? 'run.teamFileMissing', params: {} };
  return {
    numbers: async () => {
      throw new FailureError(failure.code, failure.params);
    },
    onLearned: () => undefined,
    openRun: () => ({
      obstacle,
      confirm: async () => false,
      isConfirmed: () => false,
      holds: () => false,
      claim: async () => null,
      drop: () => undefined,
      giveBack: async () => undefined,
    }),
  };
}

/** The numbers of our own as the team gives them: one outside id has one number on every computer. */
export function teamNumbers(
  store: Pick<Store, 'orderNumbers'>,
  team: TeamNumbers | null,
): OpeningStore['orderNumbers'] {
  const { orderNumbers } = store;
  if (team === null) return orderNumbers;
  return {
    ...orderNumbers,
    async allocate(server, shop, outsideIds, start, goods) {
      if (!isPracticeServer(server)) await team.numbers(server, shop, outsideIds, start);
      return orderNumbers.allocate(server, shop, outsideIds, start, goods);
    },
  };
}
