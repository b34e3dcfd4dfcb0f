/**
 * Drives the real app in its window: starts it on a home of its own, watches for uncaught errors, and calls main through
 * the same bridge as its page.
 */
import { _electron, type ElectronApplication, expect, type Page, test as base } from '@playwright/test';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ChannelResult, ChannelArgument, ChannelName } from '../../shared/contract/channels.ts';
import type { BatchSummary, RowView, RunView } from '../../shared/contract/views.ts';
import type { Settings } from '../../shared/domain/model/settings.ts';
import type { Result } from '../../shared/result.ts';
import { hasScreen, startScreen } from './screen.ts';

export const projectFolder = path.resolve(import.meta.dirname, '../..');
export const sample = (name: string): string => path.join(projectFolder, 'samples', name);

/** Makes a home for one test: the folder in which the app keeps everything. */
function temporaryHome(): string {
  return mkdtempSync(path.join(tmpdir(), 'order-importer-e2e-'));
}

export interface StartOptions {
  readonly home: string;
  /** Opened with the start, as Windows' Explorer does. */
  readonly files?: readonly string[];
  /** Stored before the window shows its first screen. */
  readonly settings?: Partial<Settings>;
  /** Inner size of the window in px. */
  readonly size?: readonly [width: number, height: number];
}

/** The bridge as the page has it; tests use it to look behind the window, never to do an operator's work. */
interface PageBridge {
  call(name: string, argument: unknown): Promise<unknown>;
}

/** What a person who looks at another window is shown. */
interface Signals {
  /** The marks of the progress in the taskbar, each once until it changes. */
  readonly taskbar: readonly string[];
  /** How often the window was marked in the taskbar. */
  readonly marked: number;
  readonly notified: readonly string[];
}

export class App {
  readonly home: string;
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** Uncaught errors of the page, and the errors in its console (among them breaches of the CSP). */
  readonly errors: string[] = [];
  #ended = false;

  private constructor(home: string, electron: ElectronApplication, page: Page) {
    this.home = home;
    this.electron = electron;
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  static async start({ home, files = [], settings, size = [1366, 768] }: StartOptions): Promise<App> {
    const environment = Object.fromEntries(
      Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    const electron = await _electron.launch({
      cwd: projectFolder,
      args: ['.', ...files],
      env: { ...environment, ORDER_IMPORTER_HOME: home },
      timeout: 0,
    });
    // Every wait ends with its story, as it does in a browser: a start takes a minute where others take the machine.
    electron.context().setDefaultTimeout(0);
    const app = new App(home, electron, await electron.firstWindow({ timeout: 0 }));
    // Exactly this content size on any screen, so that screenshots and positions do not depend on the machine.
    await electron.evaluate(
      ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      size,
    );
    await app.page.getByTestId(files.length > 0 ? 'columns' : 'start-screen').waitFor();
    if (settings) {
      await app.call('settings.set', settings);
      await app.page.reload();
      await app.page.getByTestId('start-screen').waitFor();
    }
    return app;
  }

  /** Calls main as the page does and unwraps the result; a failure rejects with its code. */
  async call<N extends ChannelName>(name: N, argument: ChannelArgument<N>): Promise<ChannelResult<N>> {
    const result = await this.tryCall(name, argument);
    if (!result.ok) throw new Error(`${name}: ${result.error.code} ${JSON.stringify(result.error.params)}`);
    return result.value;
  }

  async tryCall<N extends ChannelName>(name: N, argument: ChannelArgument<N>): Promise<Result<ChannelResult<N>>> {
    return this.rawCall(name, argument) as Promise<Result<ChannelResult<N>>>;
  }

  /** A call that the contract may not know. */
  async rawCall(name: unknown, argument: unknown): Promise<unknown> {
    return this.page.evaluate(
      ([name, argument]) => (Reflect.get(window, 'orderImporter') as PageBridge).call(name as string, argument),
      [name, argument] as const,
    );
  }

  /** Drops files on the window, as a file manager does. */
  async drop(...files: readonly string[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    // Each is answered by the page before the next one comes.
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', {
        type,
        x: 400,
        y: 300,
        data: { items: [], files: [...files], dragOperationsMask: 1 },
      });
    await session.detach();
  }

  /** Answers the next save dialogs with this file; null: cancels them. Returns a function that gives the proposed name. */
  async answerSaveDialog(file: string | null): Promise<() => Promise<string>> {
    await this.electron.evaluate(({ dialog }, file) => {
      dialog.showSaveDialog = ((...given: unknown[]) => {
        const options = given.at(-1) as { readonly defaultPath?: string };
        Reflect.set(globalThis, 'offeredPath', options.defaultPath ?? '');
        return Promise.resolve({ canceled: file === null, filePath: file ?? '' });
      }) as typeof dialog.showSaveDialog;
    }, file);
    return () => this.electron.evaluate(() => String(Reflect.get(globalThis, 'offeredPath')));
  }

  /** Answers every «open» dialog with these files, or cancels it; the result waits until one was asked for. */
  async answerOpenDialog(...files: readonly string[]): Promise<() => Promise<void>> {
    await this.electron.evaluate(({ dialog }, filePaths) => {
      Reflect.deleteProperty(dialog, 'wasAsked');
      dialog.showOpenDialog = (() => {
        Reflect.set(dialog, 'wasAsked', true);
        return Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
      }) as typeof dialog.showOpenDialog;
    }, files);
    return () =>
      expect
        .poll(() => this.electron.evaluate(({ dialog }) => Reflect.get(dialog, 'wasAsked') as boolean | undefined))
        .toBe(true);
  }

  /** Answers every message box with its button number `response`. */
  async answerMessages(response: number): Promise<void> {
    await this.electron.evaluate(({ dialog }, response) => {
      dialog.showMessageBox = (() =>
        Promise.resolve({ response, checkboxChecked: false })) as typeof dialog.showMessageBox;
    }, response);
  }

  /**
   * Another window is in front from now on, as far as the app can tell. Returns what the taskbar shows and what was notified
   * since: this screen has no taskbar, and nobody who shows notifications.
   */
  async workElsewhere(): Promise<() => Promise<Signals>> {
    await this.electron.evaluate(({ BrowserWindow, Notification }) => {
      const window = BrowserWindow.getAllWindows()[0];
      if (!window) throw new Error('no window');
      const signals: { -readonly [K in keyof Signals]: Signals[K] } = { taskbar: [], marked: 0, notified: [] };
      Reflect.set(globalThis, 'signals', signals);
      window.isFocused = () => false;
      window.setProgressBar = (share, options) => {
        const shown = share < 0 ? 'none' : (options?.mode ?? '');
        if (signals.taskbar.at(-1) !== shown) signals.taskbar = [...signals.taskbar, shown];
      };
      window.flashFrame = (isOn) => {
        if (isOn) signals.marked += 1;
      };
      Notification.isSupported = () => true;
      Notification.prototype.show = function show(this: Electron.Notification) {
        signals.notified = [...signals.notified, `${this.title}: ${this.body}`];
      };
    });
    return () => this.electron.evaluate(() => Reflect.get(globalThis, 'signals') as Signals);
  }

  /** The id of the batch on the screen. */
  async batchId(): Promise<string> {
    const id = await this.page.locator('[data-batch]').first().getAttribute('data-batch');
    if (!id) throw new Error('no batch on the screen');
    return id;
  }

  summary(batchId: string): Promise<BatchSummary> {
    return this.call('batch.getSummary', { batchId });
  }

  run(batchId: string): Promise<RunView> {
    return this.call('run.getState', { batchId });
  }

  /** All rows of the batch. */
  async rows(batchId: string): Promise<readonly RowView[]> {
    const rows: RowView[] = [];
    for (let total = 1; rows.length < total;) {
      const window = await this.call('batch.getRows', { batchId, filter: {}, from: rows.length, count: 500 });
      total = window.total;
      rows.push(...window.rows);
    }
    return rows;
  }

  /** A cell of the grid by Excel's row and the column's letters. */
  cell(row: number, letters: string): ReturnType<Page['locator']> {
    return this.page.locator(`[data-testid="row"][data-row="${row}"] [data-testid="cell"][data-column="${letters}"]`);
  }

  /** Makes a cell the active one; one that is out of view to the right is reached by the arrow key. */
  async selectCell(row: number, letters: string): Promise<void> {
    await this.cell(row, 'A').click();
    const wanted = this.cell(row, letters);
    while ((await wanted.count()) === 0) await this.page.keyboard.press('ArrowRight');
    await wanted.click();
  }

  /** Types over a cell as in a spreadsheet. */
  async typeInto(row: number, letters: string, text: string): Promise<void> {
    await this.selectCell(row, letters);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** The log's errors of main and its threads. */
  log(): string {
    const file = path.join(this.home, 'logs', 'errors.log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** Closes the window as the operator does; answers «yes» if asked because orders are being sent. */
  async close(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await this.answerMessages(1);
    await this.electron.close();
  }

  /** Kills the app, as a power cut does. */
  async kill(): Promise<void> {
    this.#ended = true;
    const gone = new Promise((resolve) => this.electron.process().once('exit', resolve));
    this.electron.process().kill('SIGKILL');
    await gone;
  }
}

interface Fixtures {
  /** A fresh home, removed after the test. */
  readonly home: string;
  /** Starts the app, by default on the test's home; it is closed after the test, which fails if there was an error. */
  readonly start: (options?: Partial<StartOptions>) => Promise<App>;
}

export const test = base.extend<Fixtures, { readonly virtualScreen: void }>({
  // Where the machine has no screen: focus, clipboard and windows are the stories' own.
  virtualScreen: [
    // Playwright requires a destructured first parameter, even if empty.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      if (hasScreen) return use();
      const screen = await startScreen();
      process.env['DISPLAY'] = screen.display;
      await use();
      await screen.stop();
    },
    { scope: 'worker', auto: true },
  ],
  // oxlint-disable-next-line no-empty-pattern
  home: async ({}, use) => {
    const home = temporaryHome();
    await use(home);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  },
  start: async ({ home }, use, testInfo) => {
    const apps: App[] = [];
    await use(async (options = {}) => {
      const app = await App.start({ home, ...options });
      apps.push(app);
      return app;
    });
    const failed = testInfo.status !== testInfo.expectedStatus;
    if (failed)
      for (const [number, app] of apps.entries())
        await app.page.screenshot({ path: testInfo.outputPath(`window-${number}.png`) }).catch(() => undefined);
    for (const app of apps) await app.close();
    for (const app of apps) {
      expect.soft(app.errors).toEqual([]);
      expect.soft(app.log()).toBe('');
    }
  },
});

export { expect };
