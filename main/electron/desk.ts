/** What the handlers share: the workers, the access keys, the window, and which server is in use. */
import { BrowserWindow, dialog } from 'electron';
import type { FileFilter } from 'electron';
import type { Settings } from '../../shared/domain/settings.ts';
import type { RunServer } from '../../shared/domain/sending/run.ts';
import { FailureError } from '../../shared/result.ts';
import { translatorFor } from '../../shared/messages/translator.ts';
import type { Translator } from '../../shared/messages/translator.ts';
import { serverAt } from '../server-in-use.ts';
import { AccessKeys } from './access-key.ts';
import type { EventSender } from './router.ts';
import type { Threads } from './threads.ts';

/** The key that the practice WMS inside the app takes; no secret. */
const practiceKey = 'practice-in-the-app';

export class Desk {
  readonly threads: Threads;
  readonly events: EventSender;
  readonly home: string;
  readonly keys: AccessKeys;
  readonly window: () => BrowserWindow | null;

  constructor(home: string, threads: Threads, events: EventSender, window: () => BrowserWindow | null) {
    this.home = home;
    this.threads = threads;
    this.events = events;
    this.window = window;
    this.keys = new AccessKeys(threads.store.secrets);
  }

  settings(): Promise<Settings> {
    return this.threads.store.settings.get();
  }

  async translator(): Promise<Translator> {
    return translatorFor((await this.settings()).language);
  }

  /** The server that orders go to now: the practice WMS, or the one that was set up. */
  async server(): Promise<RunServer> {
    const settings = await this.settings();
    if (!settings.practice) return serverAt(settings.server);
    const { url, identity } = await this.threads.practice.start();
    return { url, identity, practice: true };
  }

  /** The access key for a server; null: the operator must give one. */
  async keyFor(server: RunServer): Promise<string | null> {
    return server.practice ? practiceKey : this.keys.get(server.identity);
  }

  /** Makes a batch of each file and tells the window which to show; what cannot be opened is told as an event. */
  async openPaths(paths: readonly string[]): Promise<readonly string[]> {
    const opened: string[] = [];
    for (const path of paths) {
      try {
        opened.push(...(await this.threads.files.addFile(path)));
      } catch (error) {
        if (!(error instanceof FailureError)) throw error;
        this.events.send('failed', { ...error.failure, fileName: path.split(/[\\/]/u).at(-1) ?? null });
      }
    }
    const [first] = opened;
    if (first !== undefined) this.events.send('batch.opened', { batchId: first });
    return opened;
  }

  /** The system's dialog for one file to read; null where the operator chose none. */
  async chooseFile(filter: FileFilter): Promise<string | null> {
    const options = { properties: ['openFile' as const], filters: [filter] };
    const window = this.window();
    const { canceled, filePaths } = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
    return canceled ? null : (filePaths[0] ?? null);
  }

  /** The system's dialog for a place to save; null where the operator chose none. */
  async choosePlace(defaultPath: string, filter: FileFilter): Promise<string | null> {
    const options = { defaultPath, filters: [filter] };
    const window = this.window();
    const { canceled, filePath } = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
    return canceled || !filePath ? null : filePath;
  }
}
