/** Opens the app's one window, locked down as Electron's security guide says. */
import { app, BrowserWindow, nativeTheme, screen, session } from 'electron';
import path from 'node:path';
import { pageOrigin } from './page-protocol.ts';
import { windowSize } from './window-size.ts';

/** Denies every page of this app new windows, foreign addresses, webviews and permissions. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => {
    // The app has no links that lead out of it: nothing is handed to the browser either.
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  );
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission) => permission === 'clipboard-sanitized-write',
  );
}

/** Whether a call comes from our page's main frame, and from nothing that was loaded into it. */
export function isOurPage(frame: Electron.WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${pageOrigin}/`);
}

/** The window, shown as soon as there is something to be seen in it. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    ...windowSize(screen.getPrimaryDisplay().workAreaSize),
    show: false,
    title: 'Order Importer',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.removeMenu();
  window.once('ready-to-show', () => window.show());
  return window;
}
