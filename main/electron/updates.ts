/**
 * New versions of the app: looked for at the start and once a day where an address is built in or set, said calmly, and on
 * Windows installed when the app is closed, never while orders are being sent.
 */
import { app, net } from 'electron';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { UpdateState } from '../../shared/contract/updates.ts';
import { FailureError } from '../../shared/result.ts';
import type { ErrorLog } from '../platform/remote.ts';
import { version } from '../platform/version.ts';
import { fetchSetup, type SetupUpdater } from '../updates/fetch-setup.ts';
import { findUpdate, whyOnlyAnnounced, type UpdateBuild, type UpdateOffer } from '../updates/find-update.ts';

const dayMs = 86_400_000;
/** After the page is there: looking for a version must not slow the start down. */
const firstCheckMs = 30_000;
const timeoutMs = 20_000;
const longestText = 65_536;

const buildSchema = z.object({
  address: z.string().nullable().default(null),
  publicKey: z.string().nullable().default(null),
  isSigned: z.boolean().default(false),
});

/** What the package brings; a build without any of it has updates off. */
function updateBuild(): UpdateBuild {
  const manifest = z
    .object({ updates: buildSchema })
    .parse({ updates: {}, ...JSON.parse(readFileSync(path.join(app.getAppPath(), 'package.json'), 'utf8')) });
  return manifest.updates;
}

async function fetchText(url: string): Promise<string> {
  // By the system's proxies.
  const answer = await net.fetch(url, { signal: AbortSignal.timeout(timeoutMs), cache: 'no-store' });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const text = await answer.text();
  if (text.length > longestText) throw new Error('too long');
  return text;
}

type Known = Pick<UpdateState, 'status' | 'version' | 'reason' | 'failure'>;

const nothingKnown: Known = { status: 'unchecked', version: null, reason: null, failure: null };

interface InstallingUpdater extends SetupUpdater {
  quitAndInstall(isSilent: boolean, isForceRunAfter: boolean): void;
}

export class Updates {
  readonly #build = updateBuild();
  readonly #chosenAddress: () => Promise<string>;
  readonly #onChange: (state: UpdateState) => void;
  readonly #log: ErrorLog;
  #updater: InstallingUpdater | null = null;
  #checking: Promise<UpdateState> | null = null;
  #known = nothingKnown;

  /** @param chosenAddress the address of the settings; '' where none was set */
  constructor(chosenAddress: () => Promise<string>, onChange: (state: UpdateState) => void, log: ErrorLog) {
    this.#chosenAddress = chosenAddress;
    this.#onChange = onChange;
    this.#log = log;
  }

  async #address(): Promise<string | null> {
    return (await this.#chosenAddress()) || this.#build.address;
  }

  async state(): Promise<UpdateState> {
    const address = await this.#address();
    const isBuiltIn = this.#build.address !== null;
    return address === null
      ? { address, isBuiltIn, ...nothingKnown, status: 'off' }
      : { address, isBuiltIn, ...this.#known };
  }

  async #know(known: Partial<Known>): Promise<void> {
    this.#known = { ...nothingKnown, ...known };
    this.#onChange(await this.state());
  }

  /** Looks for a newer version, and fetches one that may be installed; never rejects. */
  check(): Promise<UpdateState> {
    return (this.#checking ??= this.#check().finally(() => (this.#checking = null)));
  }

  async #check(): Promise<UpdateState> {
    const address = await this.#address();
    // What is fetched already is installed with the next quit; another look changes nothing of it.
    if (address === null || this.#known.status === 'ready') return this.state();
    try {
      await this.#know({ status: 'checking' });
      const offer = await findUpdate(address, this.#build, version, fetchText);
      await (offer === null ? this.#know({ status: 'current' }) : this.#take(address, offer));
    } catch (error) {
      if (!(error instanceof FailureError)) this.#log('updates', error);
      const failure = error instanceof FailureError ? error.failure : { code: 'unexpected', params: {} };
      await this.#know({ status: 'failed', failure });
    }
    return this.state();
  }

  async #take(address: string, offer: UpdateOffer): Promise<void> {
    const reason = whyOnlyAnnounced(offer, this.#build, {
      platform: process.platform,
      isPackaged: app.isPackaged,
      isPortable: process.env['PORTABLE_EXECUTABLE_FILE'] !== undefined,
    });
    if (reason !== null) {
      await this.#know({ status: 'announced', version: offer.version, reason });
      return;
    }
    await this.#know({ status: 'fetching', version: offer.version });
    const { NsisUpdater } = await import('electron-updater');
    const updater: InstallingUpdater = new NsisUpdater();
    await fetchSetup(updater, address, offer);
    this.#updater = updater;
    await this.#know({ status: 'ready', version: offer.version });
  }

  /** Starts the schedule; returns the function that ends it. */
  schedule(loaded: Promise<void>): () => void {
    let first: NodeJS.Timeout | undefined;
    void loaded.then(() => (first = setTimeout(() => void this.check(), firstCheckMs)));
    const daily = setInterval(() => void this.check(), dayMs);
    return () => {
      clearTimeout(first);
      clearInterval(daily);
    };
  }

  /** Starts the setup that was fetched, without a question and without the app afterwards; to be called when all work has ended. */
  install(): void {
    this.#updater?.quitAndInstall(true, false);
  }
}
