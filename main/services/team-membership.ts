/** What window and terminal do alike about a home's team: joining, leaving, saying how it stands. */
import type { RunReason } from '../../shared/domain/sending/run.ts';
import { FailureError } from '../../shared/result.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { TeamAwayError } from '../team/database.ts';
import { leaveTeam } from '../team/set-up.ts';
import type { TeamSession } from '../team/session.ts';
import type { TeamFile } from '../team/team-file.ts';
import { forgetTeamFile } from './team-file-store.ts';
import { openTeamSession } from './team-service.ts';

/** Not while a window or terminal of this home sends: it would go on without the ledger, or with it. @throws FailureError `team.underWay` */
export function refuseUnderWay(store: Pick<Store, 'upkeep'>): void {
  const { sending = 0, verifying = 0 } = store.upkeep.statistics().revisions;
  if (sending + verifying > 0) throw new FailureError('team.underWay');
}

/**
 * Enters the team with its file, and tells it what was sent from here. A ledger that is held since it was set back is
 * entered, too.
 * @param opened called with the session before it connects
 * @throws FailureError `team.underWay`, `team.away` and those that say why the ledger does not let this computer in
 */
export async function joinTeam(
  store: Store,
  clock: Clock,
  file: TeamFile,
  opened: (session: TeamSession) => void = () => undefined,
): Promise<TeamSession> {
  refuseUnderWay(store);
  const wasMember = store.team.member() !== null;
  const session = await openTeamSession(store, clock, file);
  if (session === null) throw new FailureError('team.none');
  opened(session);
  if ((await session.connect()) || session.obstacle?.code === 'run.teamSetBack') return session;
  const why = failureOf(session.obstacle);
  await session.close();
  // It may have entered halfway; without the file it would send nothing more.
  if (!wasMember && store.team.member() !== null) store.team.leave();
  throw why;
}

/**
 * Leaves the team; what this home sent, and what it knew of the others, stays.
 * @param session null: its file is not there; the team is left without it
 * @returns whether the others were told
 */
export async function leaveTheTeam(store: Store, session: TeamSession | null): Promise<boolean> {
  const isTold = session !== null && (await session.connect());
  if (isTold) await session.use(leaveTeam);
  await session?.close();
  store.team.leave();
  forgetTeamFile(store.homeDir);
  return isTold;
}

const codes: Readonly<Record<string, string>> = {
  'run.teamAppTooOld': 'team.appTooOld',
  'run.teamOtherDatabase': 'team.otherDatabase',
  'run.teamOtherTeam': 'team.otherTeam',
  'run.teamFileMissing': 'team.fileMissing',
  'run.teamRefused': 'team.refused',
  'run.teamCertificateName': 'team.certificateName',
  'run.teamCertificate': 'team.certificate',
  'run.teamNoTls': 'team.noTls',
};

function failureOf(obstacle: RunReason | null): FailureError {
  const code = codes[obstacle?.code ?? ''] ?? 'team.away';
  return new FailureError(code, obstacle?.params ?? {});
}

/** What `act` gives; a database that does not answer is a failure that a person can read. @throws FailureError `team.away` */
export async function reached<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof TeamAwayError) throw new FailureError('team.away');
    throw error;
  }
}
