/** Has the folder of the settings watched while the window is open; tells the page, and whoever works in another window, what came. */
import path from 'node:path';
import type { ArrivedFiles, WatchState } from '../../shared/contract/watch.ts';
import type { Failure } from '../../shared/result.ts';
import type { ErrorLog } from '../platform/remote.ts';
import { systemClock } from '../ports.ts';
import type { ArrivedFile } from '../services/watch-service.ts';
import { checkFolder, pollingOf, spreadsheetsIn, WatchedFolder, type FolderState } from '../watch/watched-folder.ts';
import type { AppContext } from './app-context.ts';
import { markUntilInFront, notify } from './notification.ts';

/** ms until a folder that another process watches is tried again. */
const tryAgainAfter = 5000;

interface RunningWatch {
  readonly folder: WatchedFolder<ArrivedFile>;
  readonly stop: AbortController;
  readonly polledEvery: number | null;
}

export class Watching {
  readonly #context: AppContext;
  readonly #log: ErrorLog;
  #running: RunningWatch | null = null;
  #seen: FolderState = { status: 'watching', waiting: [] };
  #isElsewhere = false;
  #newest: string | null = null;
  #retry: NodeJS.Timeout | undefined;
  /** One change after another: nobody watches twice. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(context: AppContext, log: ErrorLog) {
    this.#context = context;
    this.#log = log;
  }

  /** Begins once the page is there; returns the function that ends it. */
  schedule(loaded: Promise<void>): () => void {
    void loaded.then(() => this.#inTurn(() => this.#begin())).catch((error: unknown) => this.#log('watch', error));
    return () => {
      clearTimeout(this.#retry);
      this.#running?.stop.abort();
    };
  }

  async state(): Promise<WatchState> {
    const { store } = this.#context.threads;
    const { watchFolder: folder, watchPolling: polling } = await this.#context.settings();
    const left = await store.watched.listLeft();
    const status = folder === null ? 'off' : this.#isElsewhere ? 'elsewhere' : this.#seen.status;
    return {
      folder,
      polling,
      polledEvery: this.#running?.polledEvery ?? null,
      status,
      before: folder === null ? 0 : await store.watched.countBefore(),
      left: left.map(({ id, path: file, at, reason }) => ({ id, fileName: path.basename(file), at, ...reason })),
      waiting: this.#seen.waiting.map(({ path: file, failure }) => ({ fileName: path.basename(file), ...failure })),
    };
  }

  /** Shows the dialog for the folder. What lies there already is not taken. @throws FailureError those of {@link checkFolder} */
  async choose(): Promise<WatchState> {
    const folder = await this.#context.chooseFolder();
    if (folder === null) return this.state();
    await checkFolder(folder, this.#context.home);
    return this.#inTurn(async () => {
      await this.#end();
      const { store } = this.#context.threads;
      await store.watched.noteBefore(await spreadsheetsIn(folder));
      await store.settings.set({ watchFolder: folder });
      return this.#begin();
    });
  }

  stop(): Promise<WatchState> {
    return this.#inTurn(async () => {
      await this.#end();
      await this.#context.threads.store.settings.set({ watchFolder: null });
      return this.#begin();
    });
  }

  /** @param seconds between two looks; 0: as the folder needs it */
  setPolling(seconds: number): Promise<WatchState> {
    return this.#inTurn(async () => {
      await this.#context.threads.store.settings.set({ watchPolling: seconds });
      await this.#end();
      return this.#begin();
    });
  }

  /** What lay in the folder when it was chosen is taken after all. */
  async takeThoseBefore(): Promise<WatchState> {
    await this.#context.threads.store.watched.forgetBefore();
    this.#running?.folder.offerAll();
    return this.state();
  }

  /** Opens a file that was left, as any other; files with headings like its own are looked at anew. */
  async open(id: number): Promise<void> {
    const { watched } = this.#context.threads.store;
    const file = (await watched.listLeft()).find((entry) => entry.id === id);
    if (file === undefined) return;
    const opened = await this.#context.openPaths([file.path]);
    if (opened.length === 0) return;
    await watched.dismiss(id);
    await watched.reconsider();
    this.#running?.folder.offerAll();
    await this.#tell();
  }

  async dismiss(id: number): Promise<WatchState> {
    await this.#context.threads.store.watched.dismiss(id);
    return this.#tell();
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(act);
    this.#turn = next.catch(() => undefined);
    return next;
  }

  async #begin(): Promise<WatchState> {
    const { threads } = this.#context;
    const { watchFolder: at, watchPolling } = await this.#context.settings();
    if (at === null) return this.#tell();
    this.#isElsewhere = !(await threads.store.watched.hold(at));
    if (this.#isElsewhere) return this.#waitForTurn();
    const pollMs = await pollingOf(at, watchPolling);
    const stop = new AbortController();
    const folder = new WatchedFolder<ArrivedFile>(
      { folder: at, pollMs, clock: systemClock },
      {
        take: async (file) => {
          const outcome = await threads.watch.take(file, await this.#destination());
          if (outcome.kind === 'left') this.#tellSoon();
          return outcome;
        },
        leave: async (file, failure: Failure) => {
          await threads.watch.leave(file, failure);
          this.#tellSoon();
        },
        arrived: (files) => void this.#arrived(files).catch(() => undefined),
        changed: (seen) => {
          this.#seen = seen;
          this.#tellSoon();
        },
      },
    );
    this.#running = { folder, stop, polledEvery: pollMs === null ? null : pollMs / 1000 };
    void this.#watch(folder, stop.signal);
    return this.#tell();
  }

  async #watch(folder: WatchedFolder<ArrivedFile>, signal: AbortSignal): Promise<void> {
    const log = (error: unknown): void => {
      if (!signal.aborted) this.#log('watch', error);
    };
    await this.#finish().catch(log);
    await folder.watch(signal).catch(log);
  }

  /** Tells of what was taken before the last end, and checked only now. */
  async #finish(): Promise<void> {
    const finished = await this.#context.threads.watch.finish(await this.#destination());
    if (finished.length > 0) await this.#arrived(finished);
  }

  /** Another process of this home watches: its turn may end, and the list shows what it took. */
  async #waitForTurn(): Promise<WatchState> {
    this.#retry = setTimeout(() => {
      void this.#inTurn(() => this.#begin()).catch((error: unknown) => this.#log('watch', error));
    }, tryAgainAfter);
    const [newest] = await this.#context.threads.store.batches.list(1);
    const isNews = newest?.id !== this.#newest;
    this.#newest = newest?.id ?? null;
    return isNews ? this.#tell() : this.state();
  }

  async #end(): Promise<void> {
    clearTimeout(this.#retry);
    this.#running?.stop.abort();
    this.#running = null;
    this.#isElsewhere = false;
    this.#seen = { status: 'watching', waiting: [] };
    await this.#context.threads.store.watched.release();
  }

  async #destination() {
    return { server: (await this.#context.serverInUse()).identity, shop: null };
  }

  async #tell(): Promise<WatchState> {
    const state = await this.state();
    this.#context.events.send('watch.changed', state);
    return state;
  }

  /** While the app closes there is nobody to ask or tell. */
  #tellSoon(): void {
    this.#tell().catch(() => undefined);
  }

  async #arrived(arrived: readonly ArrivedFile[]): Promise<void> {
    const files: ArrivedFiles = arrived.map(({ batchId, fileName, counts }) => ({
      batchId,
      fileName,
      ready: counts.ready,
      total: counts.total,
    }));
    this.#context.events.send('watch.arrived', { files });
    const window = this.#context.window();
    if (window === null || window.isDestroyed() || window.isFocused()) return;
    markUntilInFront(window);
    const t = await this.#context.translator();
    const [only, another] = files;
    const sum = (of: 'ready' | 'total'): number => files.reduce((all, file) => all + file[of], 0);
    notify(
      window,
      t('watch.title'),
      only !== undefined && another === undefined
        ? t('watch.arrivedOne', { name: only.fileName, ready: only.ready, total: only.total })
        : t('watch.arrived', { files: files.length, ready: sum('ready'), total: sum('total') }),
    );
  }
}
