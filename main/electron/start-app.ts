/** Connects the window with the workers, and shuts them down in good order. */
import { app, dialog, powerSaveBlocker, type BrowserWindow } from 'electron';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { eventSchemaOf, isEventName } from '../../shared/contract/events.ts';
import { runViewSchema } from '../../shared/contract/views.ts';
import type { ErrorLog } from '../platform/remote.ts';
import { AppContext } from './app-context.ts';
import { recoverDeadPage } from './dead-page.ts';
import { batchHandlers } from './handlers/batch-handlers.ts';
import { ledgerHandlers } from './handlers/ledger-handlers.ts';
import { productHandlers } from './handlers/product-handlers.ts';
import { profileHandlers } from './handlers/profile-handlers.ts';
import { sendingHandlers } from './handlers/sending-handlers.ts';
import { monthHandlers } from './handlers/month-handlers.ts';
import { pinGuardOf, pinHandlers } from './handlers/pin-handlers.ts';
import { createSendQueue, queueHandlers } from './handlers/queue-handlers.ts';
import { officeHandlers } from './handlers/office-handlers.ts';
import { teamHandlers } from './handlers/team-handlers.ts';
import { settledHandlers } from './handlers/settled-handlers.ts';
import { shopHandlers } from './handlers/shop-handlers.ts';
import { updateHandlers } from './handlers/update-handlers.ts';
import { settingsHandlers } from './handlers/settings-handlers.ts';
import { watchHandlers } from './handlers/watch-handlers.ts';
import { unsealedTeamFile } from '../services/team-file-store.ts';
import { handleQuit } from './quitting.ts';
import { scheduleRetention } from './retention.ts';
import { sealText, unsealText } from './safe-storage.ts';
import { RunSignals } from './run-signals.ts';
import { EventSender, createPageCalls, type PageCalls } from './router.ts';
import type { SendingThread } from './sending-thread.ts';
import { startThreads } from './threads.ts';
import { Updates } from './updates.ts';
import { scheduleWarmUp } from './warming-up.ts';
import { Watching } from './watching.ts';

/** Holds off the computer's sleep while a run is under way. */
class SleepBlocker {
  #blocker: number | null = null;

  update(status: string): void {
    const awake = ['running', 'pausing', 'waitingForKey'].includes(status);
    if (awake && this.#blocker === null) this.#blocker = powerSaveBlocker.start('prevent-app-suspension');
    if (!awake && this.#blocker !== null) {
      powerSaveBlocker.stop(this.#blocker);
      this.#blocker = null;
    }
  }
}

/** Milliseconds that the loaded page gets the processor for itself, for its settings and first drawing, before the workers start. */
const firstRenderMs = 150;

/** The listeners for the page's calls and dropped files, and the context behind them. */
export interface StartedApp extends PageCalls {
  readonly context: AppContext;
}

/** What there is before the app is loaded. */
export interface Beginning {
  readonly home: string;
  readonly window: BrowserWindow;
  /** Resolves when the window's page is there. */
  readonly loaded: Promise<void>;
  readonly sending: SendingThread;
  readonly log: ErrorLog;
}

/** Creates the app for the window that is open already. */
export function startApp({ home, window: opened, loaded, sending, log }: Beginning): StartedApp {
  let window: BrowserWindow | null = opened;
  const events = new EventSender(() => window?.webContents ?? null);
  const wakefulness = new SleepBlocker();
  const threads = startThreads({
    home,
    sending,
    pageLoaded: loaded.then(() => setTimeout(firstRenderMs)),
    unsealedTeam: unsealedTeamFile(home, unsealText),
    onEvent: (name, data) => {
      if (!isEventName(name)) return;
      if (name === 'run.changed') {
        const run = runViewSchema.parse(data);
        wakefulness.update(run.status);
        signals.update(run);
        queue.runChanged(run);
      }
      events.send(name, eventSchemaOf(name).parse(data));
    },
    onThreadDied: (thread) => events.send('app.failed', { code: 'threadEnded', params: { thread }, fileName: null }),
    // `context` is assigned before any run can call this.
    network: {
      proxyFor: (url) => context.proxyFor(url),
      renewAccessKey: (server, shop) => context.renewAccessKey(server, shop),
      sealTeamFile: async (text) => sealText(text),
    },
    log,
  });
  const signals = new RunSignals({
    window: () => window,
    translator: () => context.translator(),
    fileNameOf: async (batchId) => (await threads.store.batches.get(batchId))?.fileName ?? '',
  });
  const context: AppContext = new AppContext(home, threads, events, () => window);
  const queue = createSendQueue(context, log);
  opened.on('closed', () => (window = null));
  const watching = new Watching(context, log);
  const updates = new Updates(
    async () => (await context.settings()).updateAddress,
    (state) => events.send('updates.changed', state),
    log,
  );
  const endings = [
    scheduleRetention(context, loaded, log),
    scheduleWarmUp(context, loaded, log),
    watching.schedule(loaded),
    updates.schedule(loaded),
  ];
  const stopSending = async (): Promise<void> => {
    queue.stop();
    await context.threads.runs.stopAll().catch(() => []);
  };
  handleQuit(app, opened, {
    isSending: async () => (await context.threads.runs.activeBatchIds().catch(() => [])).length > 0,
    confirm: () => confirmQuit(context, window),
    stopSending,
    endThreads: async () => {
      // First what would call the threads.
      for (const end of endings) end();
      await context.threads.end();
    },
    // A command in a terminal may be sending: the setup would end it.
    atLast: async () => {
      // With the database, which this process needs for nothing else: loaded at the start it would hold the window up.
      const { isAnyProcessAlive } = await import('../store/process-presence.ts');
      if (!isAnyProcessAlive(path.join(home, 'processes'))) updates.install();
    },
  });
  recoverDeadPage(opened, {
    onRecovered: () => events.send('app.failed', { code: 'pageDied', params: {}, fileName: null }),
    onGivenUp: () => app.quit(),
    translator: () => context.translator(),
    log,
  });
  void loaded
    .then(() => threads.runs.notices())
    .then(
      (notices) => {
        for (const { code, params } of notices) events.send('app.startupNotice', { code, params });
      },
      () => undefined,
    );
  const calls = createPageCalls(
    {
      ...batchHandlers(context),
      ...ledgerHandlers(context),
      ...productHandlers(context),
      ...profileHandlers(context),
      ...settingsHandlers(context),
      ...settledHandlers(context),
      ...shopHandlers(context),
      ...updateHandlers(updates),
      ...monthHandlers(context),
      ...sendingHandlers(context),
      ...pinHandlers(context),
      ...officeHandlers(context),
      ...teamHandlers(context),
      ...queueHandlers(context, queue),
      ...watchHandlers(watching),
    },
    pinGuardOf(context),
    (paths) => context.openPaths(paths),
    log,
  );
  return { context, ...calls };
}

async function confirmQuit(context: AppContext, window: BrowserWindow | null): Promise<boolean> {
  const t = await context.translator();
  const options = {
    type: 'question' as const,
    message: t('closing.question'),
    detail: t('closing.detail'),
    buttons: [t('closing.stay'), t('closing.end')],
    defaultId: 0,
    cancelId: 0,
  };
  const { response } = window ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options);
  return response === 1;
}
