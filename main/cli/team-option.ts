/** Reads which team a command belongs to: `--team FILE`, ORDER_IMPORTER_TEAM, or the home's own. */
import type { Command } from 'commander';
import { sentence, type Translator } from '../../shared/messages/translator.ts';
import { FailureError } from '../../shared/result.ts';
import { systemClock } from '../ports.ts';
import { hasSealedTeamFile, readTeamFile, unsealedTeamFile } from '../services/team-file-store.ts';
import { openTeamSession } from '../services/team-service.ts';
import type { Store } from '../store/store.ts';
import type { TeamSession } from '../team/session.ts';
import { parseTeamFile } from '../team/team-file.ts';
import type { CommandContext } from './context.ts';
import { demandPin } from './home-store.ts';

export interface TeamOption {
  readonly team?: string;
}

/** Of the commands that send. */
export interface AloneOption {
  /** Goes on without the team's ledger where that is out of reach. */
  readonly alone?: boolean;
}

export function withTeamOption(command: Command, translate: Translator): Command {
  return command.option('--team <file>', translate('cli.option.team'));
}

/** The command's session on its team's ledger, not connected yet; null: in no team. @throws FailureError those of `openTeamSession` */
export async function openCommandTeam(
  store: Store,
  { team: named }: TeamOption,
  { terminal, openUnseal }: Pick<CommandContext, 'terminal' | 'openUnseal'>,
): Promise<TeamSession | null> {
  const name = named ?? terminal.environment['ORDER_IMPORTER_TEAM'];
  if (name) return openTeamSession(store, systemClock, readTeamFile(name));
  // What the window sealed only the app's own terminal can open.
  const unseal = hasSealedTeamFile(store.homeDir) ? ((await openUnseal?.()) ?? null) : null;
  const text = unseal && unsealedTeamFile(store.homeDir, unseal);
  return openTeamSession(store, systemClock, text === null ? null : parseTeamFile(text));
}

/** Connects; where the ledger is out of reach it says so, and the run waits. */
export async function connectTeam(
  team: TeamSession | null,
  { terminal, translate }: Pick<CommandContext, 'terminal' | 'translate'>,
): Promise<void> {
  if (team === null) return;
  const isConnected = await team.connect();
  const questions = team.sharing.questionCount;
  if (questions > 0) terminal.printNotice(translate('cli.team.toChoose', { count: questions }));
  if (isConnected) return;
  const { code, params } = team.obstacle ?? { code: 'run.teamAway', params: {} };
  terminal.printNotice(sentence(translate, 'reason', code, params));
}

/**
 * {@link connectTeam} for a command that sends: where the ledger is out of reach it names the way on, or goes that way where
 * the person took it. Whenever that begins or ends it is said. @throws FailureError those of {@link demandPin}
 */
export async function connectToSend(
  team: TeamSession | null,
  { alone = false }: AloneOption,
  store: Store,
  context: CommandContext,
): Promise<void> {
  if (team === null) return;
  const { terminal, translate } = context;
  if (alone) await demandPin(store, context);
  let wasAlone = false;
  team.onChanged(() => {
    if (team.isAlone === wasAlone) return;
    wasAlone = team.isAlone;
    terminal.printNotice(translate(wasAlone ? 'team.isAlone' : 'cli.team.connected'));
  });
  await connectTeam(team, context);
  if (team.obstacle?.code !== 'run.teamAway') return;
  if (alone) team.goAlone();
  else terminal.printNotice(translate('cli.team.howAlone'));
}

/** Tells the team at once what was merged here; where its ledger is out of reach it says so, and is told when it answers again. */
export async function tellTeam(
  store: Store,
  context: Pick<CommandContext, 'terminal' | 'translate' | 'openUnseal'>,
): Promise<void> {
  try {
    const team = await openCommandTeam(store, {}, context);
    await connectTeam(team, context);
    await team?.close();
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { code, params } = error.failure;
    context.terminal.printNotice(sentence(context.translate, 'error', code, params));
  }
}

/** What the JSON of a command says of the team; nothing where there is none. */
export function teamJson(store: Store, team: TeamSession | null): { readonly team?: object } {
  const member = team === null ? null : store.team.member();
  if (team === null) return {};
  return {
    team: {
      id: member?.team ?? null,
      connected: team.obstacle === null,
      reason: team.obstacle?.code ?? null,
      alone: team.isAlone,
      waiting: member === null ? 0 : Math.max(0, store.team.lastOutcome() - member.told),
    },
  };
}
