/** The `team` command: makes a team's ledger, joins it, says who is in it, leaves it. */
import fs from 'node:fs';
import type { Translator } from '../../../shared/messages/translator.ts';
import { sentence } from '../../../shared/messages/translator.ts';
import { teamChoices } from '../../../shared/domain/model/team-question.ts';
import { questionTexts } from '../../../shared/messages/team-question.ts';
import { FailureError } from '../../../shared/result.ts';
import { replaceFile } from '../../reporting/file-replacement.ts';
import { systemClock } from '../../ports.ts';
import { keepTeamFile, readTeamFile } from '../../services/team-file-store.ts';
import { joinTeam, leaveTheTeam, reached, refuseUnderWay } from '../../services/team-membership.ts';
import { formatTashkentTime } from '../../../shared/domain/values/dates/tashkent-time.ts';
import { teamQuestions } from '../../services/team-questions.ts';
import type { Store } from '../../store/store.ts';
import type { TeamSession } from '../../team/session.ts';
import {
  createTeam,
  goOn,
  isForThisComputerAlone,
  parseDatabaseUrl,
  upgradeTeam,
  viewTeam,
} from '../../team/set-up.ts';
import { teamFileText, type TeamFile } from '../../team/team-file.ts';
import type { CommandContext } from '../context.ts';
import { exitStatus } from '../exit-status.ts';
import { demandPin, withStore } from '../home-store.ts';
import { openCommandTeam } from '../team-option.ts';
import { openSender } from '../terminal-run.ts';

export interface TeamOptions {
  readonly output?: string;
  readonly ca?: string;
  readonly json?: boolean;
}

const acts = ['create', 'join', 'status', 'leave', 'go-on', 'choose', 'upgrade'] as const;

/** @throws FailureError `team.act`, `team.noUrl`, `team.noFile`, `team.none` and those of the parts */
export async function runTeamCommand(
  context: CommandContext,
  act: string,
  target: string | undefined,
  answer: string | undefined,
  options: TeamOptions,
): Promise<number> {
  switch (act) {
    case 'create':
      return create(context, target, options);
    case 'join':
      return join(context, target);
    case 'status':
      return status(context, options);
    case 'leave':
      return leave(context);
    case 'choose':
      return choose(context, target, answer);
    case 'upgrade':
      return upgrade(context, target, options);
    case 'go-on':
      return withMember(context, async (_store, team) => {
        await team.use(goOn);
        context.terminal.print(context.translate('cli.team.goesOn'));
        return exitStatus.success;
      });
    default:
      throw new FailureError('team.act', { act, acts: acts.join(', ') });
  }
}

async function create(
  { terminal, translate }: CommandContext,
  url: string | undefined,
  { output, ca }: TeamOptions,
): Promise<number> {
  if (url === undefined || output === undefined) throw new FailureError('team.noUrl');
  const address = parseDatabaseUrl(url, ca === undefined ? null : fs.readFileSync(ca, 'utf8'));
  // Tried before the tables are made: they would stand there without the file that opens them.
  if (fs.existsSync(output)) throw new FailureError('team.fileExists', { file: output });
  const file: TeamFile = await reached(() => createTeam(address));
  await replaceFile(output, async (out) => void out.write(teamFileText(file)));
  fs.chmodSync(output, 0o600);
  terminal.print(translate('cli.team.created', { file: output }));
  if (isForThisComputerAlone(address)) terminal.printNotice(translate('cli.team.loopback'));
  return exitStatus.success;
}

/** Brings the team's database to this version of the app; computers with an older one go on beside it. */
async function upgrade(
  { terminal, translate }: CommandContext,
  url: string | undefined,
  { ca }: TeamOptions,
): Promise<number> {
  if (url === undefined) throw new FailureError('team.noUpgradeUrl');
  const address = parseDatabaseUrl(url, ca === undefined ? null : fs.readFileSync(ca, 'utf8'));
  const isChanged = await reached(() => upgradeTeam(address));
  terminal.print(translate(isChanged ? 'cli.team.upgraded' : 'cli.team.upToDate'));
  return exitStatus.success;
}

/** Says which of two values counts, of a question that `status` showed. */
async function choose(context: CommandContext, id: string | undefined, answer: string | undefined): Promise<number> {
  const choice = teamChoices.find((known) => known === answer);
  if (id === undefined || choice === undefined)
    throw new FailureError('team.noChoice', { choices: teamChoices.join(', ') });
  return withMember(context, async (store, team) => {
    await demandPin(store, context);
    store.team.things.choose(id, choice);
    await team.share();
    context.terminal.print(context.translate('cli.team.chosen'));
    printQuestions(store, context);
    return exitStatus.success;
  });
}

/** Each with the command that answers it, or with what is to be done. */
function printQuestions(store: Store, { terminal, translate }: CommandContext): void {
  const unnamed = store.shops.unnamed();
  if (unnamed !== null) {
    const { others, ...counts } = unnamed;
    terminal.print(translate('team.unnamedShop', { ...counts, shops: others.map((name) => `«${name}»`).join(', ') }));
  }
  for (const question of teamQuestions(store)) {
    const { id, by, at, mayBeApart } = question;
    const { what, ours, theirs } = questionTexts(translate, question);
    terminal.print(translate('cli.team.question', { id, what, ours, theirs, by, at: formatTashkentTime(at) }));
    terminal.print(translate(mayBeApart ? 'cli.team.howToChooseShop' : 'cli.team.howToChoose', { id }));
  }
}

async function join(context: CommandContext, name: string | undefined): Promise<number> {
  const { home, terminal, translate } = context;
  if (name === undefined) throw new FailureError('team.noFile');
  const file = readTeamFile(name);
  return withStore(home, async (store) => {
    // What only the witness knows belongs to what is told.
    const sender = openSender(store, context);
    try {
      const team = await joinTeam(store, systemClock, file);
      try {
        keepTeamFile(store.homeDir, file, null);
        const view = await reached(() => team.use(viewTeam));
        const count = view.computers.filter(({ hasLeft }) => !hasLeft).length;
        terminal.print(translate('cli.team.joined', { count }));
        printAcceptedTwice(view.acceptedTwice, context);
        printQuestions(store, context);
      } finally {
        await team.close();
      }
    } finally {
      await sender.close();
    }
    return exitStatus.success;
  });
}

async function status(context: CommandContext, { json }: TeamOptions): Promise<number> {
  const { home, terminal, translate } = context;
  return withStore(home, async (store) => {
    const team = await openCommandTeam(store, {}, context);
    if (team === null) {
      terminal.print(json ? JSON.stringify({ team: null }) : translate('cli.team.none'));
      return exitStatus.success;
    }
    try {
      const isConnected = await team.connect();
      const member = store.team.member();
      const waiting = member === null ? 0 : Math.max(0, store.team.lastOutcome() - member.told);
      const view = await team.use(viewTeam).catch(() => null);
      const reason = team.obstacle && sentence(translate, 'reason', team.obstacle.code, team.obstacle.params);
      if (json) {
        terminal.print(
          JSON.stringify({
            team: member?.team ?? null,
            connected: isConnected,
            reason: team.obstacle?.code ?? null,
            waiting,
            sharing: team.sharing.isOpen,
            database: team.age,
            ...view,
            unnamedShop: store.shops.unnamed(),
            questions: teamQuestions(store),
          }),
        );
        return isConnected ? exitStatus.success : exitStatus.unfinished;
      }
      terminal.print(isConnected ? translate('cli.team.connected') : (reason ?? ''));
      for (const { name, isThis, silentFor, hasLeft, inHand, unknown } of view?.computers ?? [])
        terminal.print(
          translate(hasLeft ? 'cli.team.computerLeft' : 'cli.team.computer', {
            name: isThis ? translate('cli.team.thisComputer', { name }) : name,
            sign: signText(silentFor, translate),
            inHand,
            unknown,
          }),
        );
      terminal.print(translate('cli.team.waiting', { count: waiting }));
      if (view?.heldBy) terminal.print(translate('cli.team.held', { names: view.heldBy.join(', ') || '–' }));
      printAcceptedTwice(view?.acceptedTwice ?? [], context);
      if (isConnected && team.age !== 'same')
        terminal.print(translate(team.age === 'older' ? 'cli.team.older' : 'team.newer'));
      printQuestions(store, context);
      return isConnected ? exitStatus.success : exitStatus.unfinished;
    } finally {
      await team.close();
    }
  });
}

async function leave(context: CommandContext): Promise<number> {
  const { home, terminal, translate } = context;
  return withStore(home, async (store) => {
    const sender = openSender(store, context);
    await sender.close();
    refuseUnderWay(store);
    // Without its file, too: a team that is gone for good is left as well.
    const team = await openCommandTeam(store, {}, context).catch(() => null);
    if (team === null && store.team.member() === null) throw new FailureError('team.none');
    const isTold = await leaveTheTeam(store, team);
    terminal.print(translate(isTold ? 'cli.team.left' : 'cli.team.leftUntold'));
    return exitStatus.success;
  });
}

async function withMember(
  context: CommandContext,
  act: (store: Store, team: TeamSession) => Promise<number>,
): Promise<number> {
  return withStore(context.home, async (store) => {
    const team = await openCommandTeam(store, {}, context);
    if (team === null) throw new FailureError('team.none');
    try {
      await team.connect();
      return await reached(() => act(store, team));
    } finally {
      await team.close();
    }
  });
}

function printAcceptedTwice(
  twice: readonly { readonly orderId: number }[],
  { terminal, translate }: CommandContext,
): void {
  if (twice.length > 0)
    terminal.print(translate('cli.team.acceptedTwice', { numbers: twice.map(({ orderId }) => orderId).join(', ') }));
}

function signText(seconds: number, translate: Translator): string {
  return seconds < 60
    ? translate('cli.team.justNow')
    : translate('cli.team.minutesAgo', { minutes: Math.floor(seconds / 60) });
}
