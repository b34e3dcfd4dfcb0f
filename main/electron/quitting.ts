/** Ends the app in good order: no answer of the WMS is lost, and nothing is cut off without a question. */
import type { App, BrowserWindow } from 'electron';

/** What is to be ended. None of these rejects. */
export interface Work {
  readonly isSending: () => Promise<boolean>;
  /** Asks a person whether to end although orders are being sent. */
  readonly confirm: () => Promise<boolean>;
  /** Starts nothing more, and awaits the requests under way. */
  readonly stopSending: () => Promise<void>;
  readonly endThreads: () => Promise<void>;
  /** Called when all work has ended, just before the app does. */
  readonly atLast: () => Promise<void>;
}

/**
 * Closing the window while orders are being sent asks first; «yes» awaits the requests under way. A second close during that
 * wait changes nothing. The end of a Windows session asks nobody: what is under way is stopped while there is still time.
 */
export function handleQuit(app: Pick<App, 'on' | 'quit'>, window: Pick<BrowserWindow, 'on'>, work: Work): void {
  let mayEnd = false;
  let isEnding = false;
  const end = async (): Promise<void> => {
    if ((await work.isSending()) && !(await work.confirm())) {
      isEnding = false;
      return;
    }
    await work.stopSending();
    await work.endThreads();
    mayEnd = true;
    try {
      await work.atLast();
    } finally {
      app.quit();
    }
  };
  const hold = (event: { preventDefault(): void }): void => {
    if (mayEnd) return;
    event.preventDefault();
    if (isEnding) return;
    isEnding = true;
    void end();
  };
  window.on('session-end', () => void work.stopSending());
  window.on('close', hold);
  app.on('before-quit', hold);
}
