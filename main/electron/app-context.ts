/** Holds what the handlers share: the workers, the access keys, the window, and which server is in use. */
import { app, BrowserWindow, dialog, session } from 'electron';
import type { FileFilter } from 'electron';
import { basename } from 'node:path';
import { accessKeyOwner, firstShop } from '../../shared/domain/model/shop.ts';
import type { Settings } from '../../shared/domain/model/settings.ts';
import type { RunServer } from '../../shared/domain/sending/run.ts';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Translator } from '../../shared/messages/translator.ts';
import { renewAccessKey, signIn } from '../sending/wms/client.ts';
import type { SignInResult } from '../sending/wms/client.ts';
import type { ConnectionOptions } from '../sending/wms/connection.ts';
import { refreshPathOf } from '../../shared/wms/addresses.ts';
import { parseProxyRoutes } from '../sending/wms/proxy.ts';
import { isOpenElsewhere } from '../platform/open-elsewhere.ts';
import { systemClock } from '../ports.ts';
import { PinGuard } from '../services/pin-guard.ts';
import { withFilesOfFolders } from '../services/dropped-folders.ts';
import { TeamOffer } from '../services/team-offer.ts';
import { resolveServer } from '../services/resolve-server.ts';
import { AccessKeyStore } from './access-key-store.ts';
import type { EventSender } from './router.ts';
import type { Threads } from './threads.ts';

/** The access key of the practice WMS inside the app; no secret. */
const practiceKey = 'practice-in-the-app';

export class AppContext {
  readonly threads: Threads;
  readonly events: EventSender;
  readonly home: string;
  readonly accessKeys: AccessKeyStore;
  readonly pin: PinGuard;
  readonly teamOffer = new TeamOffer();
  readonly window: () => BrowserWindow | null;

  readonly #renewals = new Map<string, Promise<string | null>>();

  constructor(home: string, threads: Threads, events: EventSender, window: () => BrowserWindow | null) {
    this.home = home;
    this.threads = threads;
    this.events = events;
    this.window = window;
    this.accessKeys = new AccessKeyStore(threads.store.secrets);
    this.pin = new PinGuard(threads.store.secrets, systemClock);
  }

  settings(): Promise<Settings> {
    return this.threads.store.settings.get();
  }

  async translator(): Promise<Translator> {
    // The catalogues are large; the window's start must not wait for them.
    const { translatorFor } = await import('../../shared/messages/translators.ts');
    return translatorFor((await this.settings()).language);
  }

  /** The server that orders go to now: the practice WMS, or the one that was set up. */
  async serverInUse(): Promise<RunServer> {
    const settings = await this.settings();
    if (!settings.practice) return resolveServer(settings.server);
    const { url, identity } = await this.threads.practice.start();
    return { url, identity, practice: true };
  }

  /** The proxies for an address by the system's settings, as `PROXY host:port; DIRECT`. */
  proxyFor(url: string): Promise<string> {
    return session.defaultSession.resolveProxy(url);
  }

  /** Proxies for requests that the main process sends itself. */
  get connectionOptions(): ConnectionOptions {
    return { routesFor: async (url) => parseProxyRoutes(await this.proxyFor(url)) };
  }

  /** Signs in, stores the refresh token and returns the access key. @throws FailureError of {@link signIn} */
  async signIn(
    server: RunServer,
    shop: string,
    credentials: { readonly login: string; readonly password: string },
  ): Promise<string> {
    const owner = accessKeyOwner(server.identity, shop);
    const { loginPath } = await this.settings();
    const answer = await signIn(server.url, loginPath, credentials, this.connectionOptions);
    // Of another login's token nothing is left, also where this answer brings none.
    if (answer.ok) await this.accessKeys.forgetRefreshToken(owner);
    return this.#storeSignIn(owner, answer);
  }

  /** Renews an expired access key of a shop without a person; null where that is not possible. */
  renewAccessKey(
    { url, identity }: { readonly url: string; readonly identity: string },
    shop: string,
  ): Promise<string | null> {
    const owner = accessKeyOwner(identity, shop);
    const known = this.#renewals.get(owner);
    if (known) return known;
    // A refresh token is good for one use: runs that need a key at once get the same one.
    const renewal = this.#requestRenewal(url, owner).finally(() => this.#renewals.delete(owner));
    this.#renewals.set(owner, renewal);
    return renewal;
  }

  async #requestRenewal(url: string, owner: string): Promise<string | null> {
    const token = await this.accessKeys.getRefreshToken(owner);
    if (token === null) return null;
    const renewed = await renewAccessKey(
      url,
      refreshPathOf((await this.settings()).loginPath),
      token,
      this.connectionOptions,
    );
    if (!renewed.ok) return null;
    const key = await this.#storeSignIn(owner, renewed);
    await this.accessKeys.set(owner, key);
    return key;
  }

  async #storeSignIn(owner: string, answer: Result<SignInResult>): Promise<string> {
    const { accessKey, refreshToken } = valueOrThrow(answer);
    if (refreshToken !== null) await this.accessKeys.setRefreshToken(owner, refreshToken);
    return accessKey;
  }

  /** The access key of a shop for a server; null: the operator must give one. */
  async accessKeyFor(server: RunServer, shop: string): Promise<string | null> {
    return server.practice ? practiceKey : this.accessKeys.get(accessKeyOwner(server.identity, shop));
  }

  /** Id of the shop that a page is about: the one that it names, else the only one, or the first by name. */
  async shopOf(named: string | undefined): Promise<string> {
    return named ?? (await this.threads.store.shops.list())[0]?.id ?? firstShop;
  }

  /** Id of the shop whose orders the batch holds. @throws FailureError `shop.undecided`, `batch.gone` */
  async shopOfBatch(batchId: string): Promise<string> {
    const batch = await this.threads.store.batches.get(batchId);
    if (!batch) throw new FailureError('batch.gone');
    if (batch.shop === null) throw new FailureError('shop.undecided');
    return batch.shop;
  }

  /** The server in use, and the key for it of the batch's shop. @throws FailureError `key.missing`, those of {@link shopOfBatch} */
  async destinationOf(batchId: string) {
    const server = await this.serverInUse();
    const shop = await this.shopOfBatch(batchId);
    const accessKey = await this.accessKeyFor(server, shop);
    if (accessKey === null) throw new FailureError('key.missing');
    return { server, accessKey, shop, rules: (await this.settings()).sending };
  }

  /** Makes a batch of each file and emits `batch.opened` for the first; a file that cannot be opened emits `app.failed`. */
  async openPaths(given: readonly string[]): Promise<readonly string[]> {
    const opened: string[] = [];
    const { identity } = await this.serverInUse();
    const team = given.find((file) => TeamOffer.isNamed(file));
    if (team !== undefined) this.#offerTeam(team);
    const files = given.filter((file) => !TeamOffer.isNamed(file));
    const paths = await withFilesOfFolders(files).catch((error: unknown) => {
      if (!(error instanceof FailureError)) throw error;
      this.events.send('app.failed', { ...error.failure, fileName: null });
      return [];
    });
    for (const path of paths) {
      try {
        opened.push(...(await this.threads.files.addFile(path, identity, paths.length === 1)));
        if (isOpenElsewhere(path)) this.events.send('file.openElsewhere', { fileName: basename(path) });
        // «Recent files» of the taskbar and the start menu; does nothing on Linux.
        app.addRecentDocument(path);
      } catch (error) {
        if (!(error instanceof FailureError)) throw error;
        this.events.send('app.failed', { ...error.failure, fileName: path.split(/[\\/]/u).at(-1) ?? null });
      }
    }
    const [first] = opened;
    if (first !== undefined) this.events.send('batch.opened', { batchId: first });
    return opened;
  }

  /** A team file that was dropped: the window asks whether this computer joins with it. */
  #offerTeam(file: string): void {
    try {
      this.events.send('team.offered', this.teamOffer.take(file));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      this.events.send('app.failed', { ...error.failure, fileName: basename(file) });
    }
  }

  /** The system's dialog for one file to read; null where the operator chose none. */
  async chooseFile(filter: FileFilter): Promise<string | null> {
    return (await this.#showOpenDialog(filter, ['openFile']))[0] ?? null;
  }

  /** The system's dialog for files to read; none where the operator chose none. */
  chooseFiles(filter: FileFilter): Promise<readonly string[]> {
    return this.#showOpenDialog(filter, ['openFile', 'multiSelections']);
  }

  async #showOpenDialog(
    filter: FileFilter,
    properties: ('openFile' | 'multiSelections')[],
  ): Promise<readonly string[]> {
    const options = { properties, filters: [filter] };
    const window = this.window();
    const { canceled, filePaths } = window
      ? await dialog.showOpenDialog(window, options)
      : await dialog.showOpenDialog(options);
    return canceled ? [] : filePaths;
  }

  /** The system's dialog for a folder; null where the operator chose none. */
  async chooseFolder(): Promise<string | null> {
    const options = { properties: ['openDirectory', 'createDirectory'] as ('openDirectory' | 'createDirectory')[] };
    const window = this.window();
    const { canceled, filePaths } = window
      ? await dialog.showOpenDialog(window, options)
      : await dialog.showOpenDialog(options);
    return canceled ? null : (filePaths[0] ?? null);
  }

  /** The system's dialog for a place to save; null where the operator chose none. */
  async chooseSavePath(defaultPath: string, filter: FileFilter): Promise<string | null> {
    const options = { defaultPath, filters: [filter] };
    const window = this.window();
    const { canceled, filePath } = window
      ? await dialog.showSaveDialog(window, options)
      : await dialog.showSaveDialog(options);
    return canceled || !filePath ? null : filePath;
  }
}
