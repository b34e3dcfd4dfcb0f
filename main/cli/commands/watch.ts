/** The `watch` command takes the spreadsheets that appear in a folder as new files, until it is stopped (Ctrl+C). It sends nothing. */
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { sentence } from '../../../shared/messages/translator.ts';
import { FailureError, type Failure } from '../../../shared/result.ts';
import { anyPracticeServer } from '../../../shared/wms/practice-server.ts';
import { createErrorLog } from '../../platform/error-log.ts';
import { createProxy, expose } from '../../platform/remote.ts';
import { systemClock } from '../../ports.ts';
import { OpenBatches } from '../../services/open-batches.ts';
import { resolveServer } from '../../services/resolve-server.ts';
import { teamNumbers } from '../../services/team-numbers.ts';
import { WatchService, type ArrivedFile, type TakeOptions } from '../../services/watch-service.ts';
import type { Store } from '../../store/store.ts';
import type { TeamSession } from '../../team/session.ts';
import { checkFolder, pollingOf, WatchedFolder } from '../../watch/watched-folder.ts';
import type { CommandContext } from '../context.ts';
import { exitStatus } from '../exit-status.ts';
import { withStore } from '../home-store.ts';
import { parseWholeNumber } from '../parse-number.ts';
import { shopOption, type ShopOption } from '../shop-option.ts';
import { connectTeam, openCommandTeam, type TeamOption } from '../team-option.ts';
import { openSender } from '../terminal-run.ts';

export interface WatchCommandOptions extends ShopOption, TeamOption {
  readonly home?: string;
  readonly lang?: string;
  readonly once?: boolean;
  readonly poll?: string;
  readonly json?: boolean;
}

/** Prints what happens: a line each, with `--json` an object each. */
class WatchLines {
  readonly #context: Pick<CommandContext, 'terminal' | 'translate'>;
  readonly #json: boolean;
  readonly #store: Store;
  /** Files whose line was printed, by the ids of their entries. */
  readonly #printed: Set<number>;
  #waiting = new Set<string>();
  #isAway = false;
  #hasLeft = false;

  constructor(context: Pick<CommandContext, 'terminal' | 'translate'>, store: Store, json: boolean) {
    this.#context = context;
    this.#store = store;
    this.#json = json;
    this.#printed = new Set(store.watched.listLeft().map(({ id }) => id));
  }

  /** Whether not all that is there was taken. */
  get isUnfinished(): boolean {
    return this.#isAway || this.#hasLeft || this.#waiting.size > 0;
  }

  taken({ batchId, fileName, counts }: ArrivedFile): void {
    const { terminal, translate } = this.#context;
    const { shop } = this.#store.batches.get(batchId) ?? { shop: null };
    if (this.#json)
      terminal.print(
        JSON.stringify({
          event: 'taken',
          batch: batchId,
          file: fileName,
          shop: (shop === null ? '' : this.#store.shops.get(shop)?.name) || null,
          orders: counts,
        }),
      );
    else
      terminal.print(
        translate('cli.watch.taken', { file: fileName, ready: counts.ready, total: counts.total, batch: batchId }),
      );
  }

  /** Prints what was left since the last call. */
  left(): void {
    const entries = this.#store.watched.listLeft().filter(({ id }) => !this.#printed.has(id));
    for (const { id, path: file, reason } of entries.toReversed()) {
      this.#printed.add(id);
      this.#hasLeft = true;
      this.#say('left', file, reason);
    }
  }

  /** Prints which files began to wait. */
  waiting(files: readonly { readonly path: string; readonly failure: Failure }[]): void {
    for (const { path: file, failure } of files) if (!this.#waiting.has(file)) this.#say('waits', file, failure);
    this.#waiting = new Set(files.map((file) => file.path));
  }

  /** Prints where the folder went away, or came back. */
  folder(isAway: boolean): void {
    if (isAway === this.#isAway) return;
    this.#isAway = isAway;
    const { terminal, translate } = this.#context;
    if (this.#json) terminal.print(JSON.stringify({ event: isAway ? 'away' : 'watching' }));
    else if (isAway) terminal.printNotice(translate('watch.status.away'));
  }

  #say(event: 'left' | 'waits', file: string, { code, params }: Failure): void {
    const { terminal, translate } = this.#context;
    const message = sentence(translate, 'error', code, params);
    if (this.#json) terminal.print(JSON.stringify({ event, file: path.basename(file), code, message }));
    else terminal.printNotice(translate(`cli.watch.${event}`, { message }));
  }
}

/** The service over a store of this process, as the window's engine has it. */
function watchServiceOver(
  store: Store,
  team: TeamSession | null,
  { home, foreign }: CommandContext,
): { readonly service: WatchService; close(): void } {
  const { port1, port2 } = new MessageChannel();
  expose(port1, 'store', { ...store, ...teamNumbers(store, () => team) }, createErrorLog(home));
  const remote = createProxy<Store>(port2, 'store');
  const opened = new OpenBatches(remote, systemClock, () => undefined, foreign);
  return { service: new WatchService(remote, opened, systemClock), close: () => port1.close() };
}

export async function watchFolder(
  context: CommandContext,
  named: string,
  options: WatchCommandOptions,
): Promise<number> {
  const { home, translate, terminal } = context;
  const folder = path.resolve(named);
  const seconds = options.poll === undefined ? 0 : parseWholeNumber('--poll', options.poll, 1, 3600);
  await checkFolder(folder, home);
  return withStore(home, async (store) => {
    const shop = options.shop === undefined ? null : shopOption(options, store);
    if (!store.watched.hold(folder)) throw new FailureError('watch.elsewhere', { folder });
    const team = await openCommandTeam(store, options, context);
    if (team !== null) openSender(store, context, team);
    await connectTeam(team, context);
    const { practice, server } = store.settings.get();
    const to: TakeOptions = { server: practice ? anyPracticeServer : (await resolveServer(server)).identity, shop };
    const { service, close } = watchServiceOver(store, team, context);
    const lines = new WatchLines(context, store, options.json === true);
    const watch = new WatchedFolder<ArrivedFile>(
      { folder, pollMs: await pollingOf(folder, seconds), clock: systemClock },
      {
        take: async (file) => {
          const outcome = await service.take(file, to);
          lines.left();
          return outcome;
        },
        leave: async (file, failure) => {
          await service.leave(file, failure);
          lines.left();
        },
        arrived: (files) => files.forEach((file) => lines.taken(file)),
        changed: ({ status, waiting }) => {
          lines.folder(status === 'away');
          lines.waiting(waiting);
        },
      },
    );
    try {
      for (const file of await service.finish(to)) lines.taken(file);
      if (!options.json && options.once !== true) terminal.printNotice(translate('cli.watch.begins', { folder }));
      if (options.once !== true) {
        await watch.watch(terminal.signal);
        return exitStatus.success;
      }
      await watch.takeOnce(terminal.signal);
      return lines.isUnfinished ? exitStatus.unfinished : exitStatus.success;
    } finally {
      close();
      await team?.close();
    }
  });
}
