/** Starts the app: a command of the terminal, or the window with its workers. */
import { app, BrowserWindow, dialog, ipcMain, nativeTheme } from 'electron';
import path from 'node:path';
import { createErrorLog } from '../platform/error-log.ts';
import { homeFolder } from '../platform/home.ts';
import { homeFault } from '../platform/writable-home.ts';
import { appId } from './app-id.ts';
import { dropDebugSwitches } from './debug-switches.ts';
import { commandWords, givenFiles, givenHome } from './given.ts';
import { declarePageScheme, pageAddress, servePage } from './page-protocol.ts';
import { startSendingThread } from './sending-thread.ts';
import { lockDown, openWindow } from './window.ts';

/** The arguments that a person gave: after the program, in development also after the app's folder. */
function givenArguments(): readonly string[] {
  return process.argv.slice(app.isPackaged ? 1 : 2);
}

// Commands load their modules here, so that the window's start does not wait for them.
async function runCommand(words: readonly string[], signal: AbortSignal): Promise<number> {
  const [{ runCli }, { processTerminal }, { startForeignReader }, { openStoredAccessKeys: keptKeys, openUnseal }] =
    await Promise.all([
      import('../cli/program.ts'),
      import('../cli/terminal.ts'),
      import('./foreign-reader.ts'),
      import('./stored-access-keys.ts'),
    ]);
  const terminal = processTerminal();
  // Once Node listens for a signal Electron does not hear it any more; before that, Electron alone does.
  const either = AbortSignal.any([terminal.signal, signal]);
  return runCli(words, { ...terminal, signal: either }, startForeignReader, keptKeys, openUnseal);
}

/** A box with a sentence: without a home there are no settings to know the language from, and no window to say it in. */
async function sayFault(folder: string, message: string): Promise<void> {
  const [{ translatorFor }, { languageOfLocale }] = await Promise.all([
    import('../../shared/messages/translators.ts'),
    import('../../shared/messages/translator.ts'),
  ]);
  await app.whenReady();
  const translate = translatorFor(languageOfLocale(app.getLocale()) ?? 'uz');
  const sentence = translate('error.store.cannotOpen', { folder, message });
  process.stderr.write(`${sentence}\n`);
  dialog.showErrorBox(translate('app.name'), sentence);
}

function start(): void {
  dropDebugSwitches(app);
  const given = givenArguments();
  const words = commandWords(given);
  if (words) {
    const stop = new AbortController();
    app.on('before-quit', (event) => {
      event.preventDefault();
      stop.abort();
    });
    void runCommand(words, stop.signal).then((status) => app.exit(status));
    return;
  }
  const home = homeFolder(givenHome(given));
  const fault = homeFault(home);
  if (fault !== null) {
    void sayFault(home, fault).then(() => app.exit(1));
    return;
  }
  if (process.platform === 'win32') app.setAppUserModelId(appId);
  // The single-instance lock is in this folder: one window per home.
  app.setPath('userData', path.join(home, 'window'));
  const wanted = givenFiles(given);
  if (!app.requestSingleInstanceLock({ files: wanted })) {
    app.quit();
    return;
  }
  declarePageScheme();
  const log = createErrorLog(home);
  process.on('uncaughtException', (error) => log('main', error));
  process.on('unhandledRejection', (error) => log('main', error));
  // The first screen waits for the settings, so that their thread starts while Chromium does.
  const sending = startSendingThread(home);
  const loading = import('./start-app.ts');
  // `whenReady` must not be awaited at the top of an ES module: Electron waits for the module before it is ready.
  const desk = app.whenReady().then(async () => {
    lockDown();
    // The page's process starts while the rest is still being loaded.
    const window = openWindow();
    const loaded = new Promise<void>((resolve) => window.webContents.once('did-finish-load', () => resolve()));
    const opening = loading.then(({ startApp: runDesk }) => runDesk({ home, window, loaded, sending, log }));
    ipcMain.handle('call', async (event, ...given) => (await opening).call(event, ...given));
    ipcMain.handle('open-files', async (event, ...given) => (await opening).openFiles(event, ...given));
    servePage(path.join(import.meta.dirname, '../renderer'));
    void window.loadURL(pageAddress);
    const { context } = await opening;
    nativeTheme.themeSource = (await context.settings()).theme;
    await loaded;
    return context;
  });
  const open = async (files: readonly string[]): Promise<void> => {
    if (files.length > 0) await (await desk).openPaths(files);
  };
  void open(wanted);
  // Listened to from the beginning: Explorer starts the app once for each of several files, while the first is starting.
  app.on('second-instance', (_event, _argv, _folder, handed) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
    // Loaded here: the window would open later by the time that the schemas take.
    void import('./handed-files.ts').then(({ handedFiles }) => open(handedFiles(handed)));
  });
}

start();
