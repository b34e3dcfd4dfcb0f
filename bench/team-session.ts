/** Opens a subject's session on a team's ledger. */
import { systemClock } from '../main/ports.ts';
import type { Store } from '../main/store/store.ts';
import { TeamSession } from '../main/team/session.ts';
import { parseTeamFile } from '../main/team/team-file.ts';

/** @param text of the team file */
export async function teamSession(text: string, store: Store): Promise<TeamSession> {
  const session = new TeamSession({
    file: parseTeamFile(text),
    home: store.team,
    servers: store.sameServers,
    clock: systemClock,
    name: 'bench',
  });
  if (!(await session.connect())) throw new Error(`The team's ledger does not answer: ${session.obstacle?.code}.`);
  return session;
}
