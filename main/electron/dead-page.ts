/** Loads the window's page again when its process dies, and says so: a blank window would leave a person without a word. */
import { dialog, type BrowserWindow } from 'electron';
import type { Translator } from '../../shared/messages/translator.ts';
import type { ErrorLog } from '../platform/remote.ts';
import { pageAddress } from './page-protocol.ts';

/** Deaths within this time, ms, that are recovered from unasked; after more of them a person decides. */
const watched = 60_000;
const mostUnasked = 2;

export interface PageRecovery {
  /** Called when the page is there again, to be told what happened. */
  readonly onRecovered: () => void;
  /** Called when a person gave up. */
  readonly onGivenUp: () => void;
  readonly translator: () => Promise<Translator>;
  readonly log: ErrorLog;
}

/** Why the page's process ended, for the log. */
class PageGone extends Error {
  readonly code: string;
  constructor(reason: string) {
    super();
    this.name = 'PageGone';
    this.code = reason.toUpperCase().replaceAll('-', '_');
  }
}

/** Watches the window's page. Everything that it shows is kept by the other processes, which go on meanwhile. */
export function recoverDeadPage(window: BrowserWindow, recovery: PageRecovery): void {
  let deaths: readonly number[] = [];
  const load = (): void => {
    window.webContents.once('did-finish-load', recovery.onRecovered);
    // Chromium is still clearing up while it tells of the death: a page that is asked for now never comes.
    setImmediate(() => {
      if (!window.isDestroyed()) void window.loadURL(pageAddress);
    });
  };
  const ask = async (): Promise<void> => {
    const t = await recovery.translator();
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: t('error.pageDies'),
      buttons: [t('app.tryAgain'), t('closing.end')],
      defaultId: 0,
      cancelId: 1,
    });
    if (window.isDestroyed()) return;
    if (response === 0) load();
    else recovery.onGivenUp();
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    recovery.log('page', new PageGone(reason));
    const now = Date.now();
    deaths = [...deaths.filter((at) => now - at < watched), now];
    if (deaths.length <= mostUnasked) load();
    else void ask();
  });
}
