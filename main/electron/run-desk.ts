/** Joins the window and the workers, and ends them in good order. */
import { app, dialog, powerSaveBlocker, type BrowserWindow } from 'electron';
import { setTimeout } from 'node:timers/promises';
import { eventSchemaOf, isEventName } from '../../shared/contract/channels.ts';
import { runViewSchema } from '../../shared/contract/views.ts';
import type { ErrorLog } from '../platform/remote.ts';
import { Desk } from './desk.ts';
import { batchHandlers } from './handlers/batch-handlers.ts';
import { ledgerHandlers } from './handlers/ledger-handlers.ts';
import { productHandlers } from './handlers/product-handlers.ts';
import { profileHandlers } from './handlers/profile-handlers.ts';
import { sendingHandlers } from './handlers/sending-handlers.ts';
import { settingsHandlers } from './handlers/settings-handlers.ts';
import { keepRetention } from './retention.ts';
import { EventSender, pageCalls, type PageCalls } from './router.ts';
import { startThreads } from './threads.ts';

/** Holds off the computer's sleep while a run is under way. */
class Wakefulness {
  #blocker: number | null = null;

  follow(status: string): void {
    const awake = ['running', 'pausing', 'waitingForKey'].includes(status);
    if (awake && this.#blocker === null) this.#blocker = powerSaveBlocker.start('prevent-app-suspension');
    if (!awake && this.#blocker !== null) {
      powerSaveBlocker.stop(this.#blocker);
      this.#blocker = null;
    }
  }
}

/** How long the page is left alone with the processor once it is loaded, in ms: it asks for its settings, and draws itself. */
const firstDrawing = 150;

/** What the page's calls and dropped files are answered by, and the desk behind it. */
export interface OpenedDesk extends PageCalls {
  readonly desk: Desk;
}

/** Makes what answers the page of the window, over `home`. */
export function runDesk(opened: BrowserWindow, home: string, log: ErrorLog): OpenedDesk {
  let window: BrowserWindow | null = opened;
  const events = new EventSender(() => window?.webContents ?? null);
  const wakefulness = new Wakefulness();
  const loaded = new Promise<void>((resolve) => opened.webContents.once('did-finish-load', () => resolve()));
  const threads = startThreads({
    home,
    standing: loaded.then(() => setTimeout(firstDrawing)),
    news: (name, data) => {
      if (!isEventName(name)) return;
      if (name === 'run.changed') wakefulness.follow(runViewSchema.parse(data).status);
      events.send(name, eventSchemaOf(name).parse(data));
    },
    died: (thread) => events.send('failed', { code: 'threadEnded', params: { thread }, fileName: null }),
    // The desk is there before any run can ask.
    network: { proxyFor: (url) => desk.proxyFor(url), renewKey: (server) => desk.renewKey(server) },
    log,
  });
  const desk: Desk = new Desk(home, threads, events, () => window);
  opened.on('closed', () => (window = null));
  app.once('will-quit', keepRetention(desk, log));
  endInOrder(desk, () => window);
  void loaded.then(() => threads.runs.notices()).then((notices) => {
    for (const { code, params } of notices) events.send('startup.notice', { code, params });
  }, () => undefined);
  const calls = pageCalls({ ...batchHandlers(desk), ...ledgerHandlers(desk), ...productHandlers(desk), ...profileHandlers(desk), ...settingsHandlers(desk), ...sendingHandlers(desk) }, (paths) => desk.openPaths(paths), log);
  return { desk, ...calls };
}

/**
 * Closing the window while orders are being sent asks first; «yes» awaits the requests under way, so that no answer is
 * lost. A second close during that wait changes nothing.
 */
function endInOrder(desk: Desk, shown: () => BrowserWindow | null): void {
  let mayEnd = false;
  let isEnding = false;
  const end = async (): Promise<void> => {
    const sending = await desk.threads.runs.active().catch(() => []);
    if (sending.length > 0 && !(await confirmed(desk, shown()))) {
      isEnding = false;
      return;
    }
    await desk.threads.runs.stopAll().catch(() => []);
    await desk.threads.end();
    mayEnd = true;
    app.quit();
  };
  const hold = (event: { preventDefault(): void }): void => {
    if (mayEnd) return;
    event.preventDefault();
    if (isEnding) return;
    isEnding = true;
    void end();
  };
  shown()?.on('close', hold);
  app.on('before-quit', hold);
}

async function confirmed(desk: Desk, window: BrowserWindow | null): Promise<boolean> {
  const t = await desk.translator();
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
