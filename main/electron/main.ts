/** The app's entry: a command of the terminal, or the window with its workers. */
import { app, BrowserWindow, nativeTheme } from 'electron';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { commandNames, runCli } from '../cli/program.ts';
import { processTerminal } from '../cli/terminal.ts';
import { errorLog } from '../error-log.ts';
import { homeFolder } from '../home.ts';
import { startForeignReader } from './foreign-reader.ts';
import { runDesk } from './run-desk.ts';
import { declarePageScheme } from './page-protocol.ts';

/** The arguments that a person gave: behind the program, in development also behind the app's folder. */
function givenArguments(): readonly string[] {
  return process.argv.slice(app.isPackaged ? 1 : 2);
}

/** The words of a command, or null where a window is wanted. The .deb's launcher marks them by `--cli --`. */
function commandWords(given: readonly string[]): readonly string[] | null {
  const marked = given.indexOf('--cli');
  if (marked >= 0) return given.slice(given.indexOf('--', marked) + 1);
  const [first] = given.filter((word) => !word.startsWith('--') || (commandNames as readonly string[]).includes(word));
  return first !== undefined && (commandNames as readonly string[]).includes(first) && !existsSync(first) ? given.slice(given.indexOf(first)) : null;
}

function start(): void {
  const given = givenArguments();
  const words = commandWords(given);
  if (words) {
    const stop = new AbortController();
    // Node's own signal handlers do not run inside Electron.
    app.on('before-quit', (event) => {
      event.preventDefault();
      stop.abort();
    });
    void runCli(words, { ...processTerminal(), signal: stop.signal }, startForeignReader).then((status) => app.exit(status));
    return;
  }
  const home = homeFolder(undefined);
  // The lock is on this folder: one window a home.
  app.setPath('userData', path.join(home, 'window'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  declarePageScheme();
  const log = errorLog(home);
  process.on('uncaughtException', (error) => log('main', error));
  process.on('unhandledRejection', (error) => log('main', error));
  const files = (words: readonly string[]): readonly string[] => words.filter((word) => !word.startsWith('-') && statSync(word, { throwIfNoEntry: false })?.isFile() === true).map((word) => path.resolve(word));
  // `whenReady` must not be awaited at the top of an ES module: Electron waits for the module before it is ready.
  void app.whenReady().then(async () => {
    const desk = await runDesk(home, log);
    nativeTheme.themeSource = (await desk.settings()).theme;
    app.on('second-instance', (_event, argv) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window?.isMinimized()) window.restore();
      window?.focus();
      void desk.openPaths(files(argv.slice(1)));
    });
    const wanted = files(given);
    if (wanted.length > 0) BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => void desk.openPaths(wanted));
  });
}

start();
