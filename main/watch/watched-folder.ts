/**
 * Watches one folder: gives each spreadsheet in it to whoever takes it, once it is whole. What was taken before is asked of
 * the taker: nothing is known here from an earlier start.
 */
import { readdir, realpath, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { FailureError, type Failure } from '../../shared/result.ts';
import { isOnNetworkDrive } from '../platform/network-drive.ts';
import type { Clock } from '../ports.ts';
import { Arrivals, type DueFile } from './arrivals.ts';
import { isSpreadsheetName } from './file-names.ts';
import { openEye, type FolderEye } from './folder-eye.ts';
import { isLastLineOpen } from './last-line.ts';

/**
 * What became of a file that was offered.
 * - `taken`: new, and taken · `known`: it was dealt with before · `left`: it is not taken
 * - `notYet`: it may be whole later; `endsAt`: ms without a change after which it is left for that reason, null: never
 */
export type TakeOutcome<T> =
  | { readonly kind: 'taken'; readonly taken: readonly T[] }
  | { readonly kind: 'known' | 'left' }
  | { readonly kind: 'notYet'; readonly failure: Failure; readonly endsAt: number | null };

/** What the folder is like now. */
export interface FolderState {
  /** `away`: it cannot be looked into (a network or a stick that is not there); it is tried again. */
  readonly status: 'watching' | 'away';
  /** Files that wait, and for what. */
  readonly waiting: readonly { readonly path: string; readonly failure: Failure }[];
}

export interface FolderTaker<T> {
  /** Takes the file, or says why not. What it throws (a fault of the app) makes the file wait. */
  take(file: DueFile): Promise<TakeOutcome<T>>;
  /** The file is left for good, as long as it stays as it is. */
  leave(file: DueFile, failure: Failure): Promise<void>;
  /** What came together, once nothing else is about to come. */
  arrived(files: readonly T[]): void;
  changed(state: FolderState): void;
}

export interface WatchOptions {
  readonly folder: string;
  /** Milliseconds between two looks; null: the system tells of changes, and a look each minute finds what it missed. */
  readonly pollMs: number | null;
  readonly clock: Clock;
  /** For so long a file must not have changed, ms. */
  readonly settleMs?: number;
}

const defaultSettleMs = 2000;
/** As many times as long is waited for the end of a text's last line. */
const openLineFactor = 5;
/** ms between two looks: beside the system's word, and where the folder or its word is not there. */
const [sureEvery, anewEvery] = [60_000, 5000] as const;
/** What has come is told after this time, even if more is coming, ms. */
const toldAfter = 30_000;
/** ms between two looks into a folder of the network, whose system does not tell reliably. */
const networkPollMs = 30_000;

/** Size and times of a file: what did not change has the same. */
export function stampOf(about: { readonly size: number; readonly mtimeMs: number; readonly ctimeMs: number }): string {
  return `${about.size} ${about.mtimeMs} ${about.ctimeMs}`;
}

/** The spreadsheets in a folder. @throws what the system says of a folder that cannot be looked into */
export async function spreadsheetsIn(folder: string): Promise<readonly { path: string; stamp: string }[]> {
  const found: { path: string; stamp: string }[] = [];
  // One after another: on a network that hangs, each of these holds one of the few threads that the app has for files.
  for (const name of (await readdir(folder)).filter(isSpreadsheetName).toSorted()) {
    const file = path.join(folder, name);
    const about = await stat(file).catch(() => null);
    if (about?.isFile() === true) found.push({ path: file, stamp: stampOf(about) });
  }
  return found;
}

/**
 * Checks that the folder can be watched.
 * @param home the app's own folder, whose files are none of those that come
 * @throws FailureError `watch.noFolder`, `watch.ownFolder`
 */
export async function checkFolder(folder: string, home: string): Promise<void> {
  const about = await stat(folder).catch(() => null);
  if (about?.isDirectory() !== true) throw new FailureError('watch.noFolder', { folder });
  const inHome = path.relative(await realpath(home).catch(() => home), await realpath(folder));
  if (!inHome.startsWith('..') && !path.isAbsolute(inHome)) throw new FailureError('watch.ownFolder', { folder });
}

/** Milliseconds between two looks at a folder, as a person chose it (seconds; 0: nobody did); null: the system tells. */
export async function pollingOf(folder: string, seconds: number): Promise<number | null> {
  if (seconds > 0) return seconds * 1000;
  try {
    // Asked without waiting: a share that is away takes its time.
    const [real, { type }] = [await realpath(folder), await statfs(folder)];
    const found = { realPath: () => real, type: () => type >>> 0 };
    return isOnNetworkDrive(folder, process.platform, found) ? networkPollMs : null;
  } catch {
    // What is away now is more likely a network's than this computer's.
    return networkPollMs;
  }
}

function faultOf(error: unknown): TakeOutcome<never> {
  const failure = error instanceof FailureError ? error.failure : { code: 'unexpected', params: { code: 'watch' } };
  return { kind: 'notYet', failure, endsAt: null };
}

export class WatchedFolder<T> {
  readonly #options: WatchOptions;
  readonly #taker: FolderTaker<T>;
  readonly #settleMs: number;
  readonly #arrivals: Arrivals;
  #eye: FolderEye | null = null;
  /** The system does not tell of changes here: the folder is looked through often. */
  #isBlind = false;
  #lookAt = -Infinity;
  #collected: T[] = [];
  #collectedSince = 0;
  #said = '';
  #wake = new AbortController();

  constructor(options: WatchOptions, taker: FolderTaker<T>) {
    this.#options = { ...options, folder: path.resolve(options.folder) };
    this.#taker = taker;
    this.#settleMs = options.settleMs ?? defaultSettleMs;
    this.#arrivals = new Arrivals(this.#settleMs);
  }

  /** Watches until the signal aborts; what is being taken then is taken to its end. */
  async watch(signal: AbortSignal): Promise<void> {
    const wake = (): void => this.#wake.abort();
    signal.addEventListener('abort', wake, { once: true });
    try {
      while (!signal.aborted) await this.#passAndWait(signal, true);
    } finally {
      signal.removeEventListener('abort', wake);
      await this.#eye?.close();
      this.#tellArrived();
    }
  }

  /** Takes what is there now: each file is waited for until it does not change any more, and is tried. */
  async takeOnce(signal: AbortSignal): Promise<void> {
    do await this.#passAndWait(signal, false);
    while (this.#arrivals.hasNew && !signal.aborted);
    this.#tellArrived();
  }

  /** Offers every file again: what is to be taken has changed. */
  offerAll(): void {
    this.#arrivals.forgetSettled();
    this.lookNow();
  }

  /** Looks the folder through now. */
  lookNow(): void {
    this.#lookAt = -Infinity;
    this.#wake.abort();
  }

  async #passAndWait(signal: AbortSignal, isWatching: boolean): Promise<void> {
    const { clock } = this.#options;
    this.#wake = new AbortController();
    await this.#look(isWatching);
    await this.#takeDue(signal);
    const now = clock.monotonic();
    if (this.#collected.length > 0 && (!this.#arrivals.hasNew || now - this.#collectedSince > toldAfter))
      this.#tellArrived();
    const next = this.#arrivals.nextDue();
    if (signal.aborted || (!isWatching && !this.#arrivals.hasNew)) return;
    await clock.sleep(Math.max(0, Math.min(this.#lookAt, next ?? Infinity) - now), this.#wake.signal);
  }

  /** Sees how the files are: all of the folder, or between two looks those that are coming. */
  async #look(isWatching: boolean): Promise<void> {
    const { clock, pollMs, folder } = this.#options;
    if (clock.monotonic() < this.#lookAt) {
      await this.#seeAgain();
      return;
    }
    if (isWatching && pollMs === null && this.#eye === null && !this.#isBlind) await this.#openEye();
    // Set before the names are read: whoever asks for a look meanwhile gets one more.
    this.#lookAt = clock.monotonic() + (pollMs ?? (this.#isBlind ? anewEvery : sureEvery));
    try {
      const found = await spreadsheetsIn(folder);
      const now = clock.monotonic();
      this.#arrivals.keepOnly(new Set(found.map((file) => file.path)));
      for (const file of found) this.#arrivals.seen(file.path, file.stamp, now);
      this.#say('watching');
    } catch {
      await this.#closeEye();
      this.#isBlind = false;
      this.#lookAt = Math.min(this.#lookAt, clock.monotonic() + (pollMs ?? anewEvery));
      this.#say('away');
    }
  }

  async #seeAgain(): Promise<void> {
    for (const file of this.#arrivals.coming) await this.#see(file);
  }

  async #see(file: string): Promise<void> {
    const about = await stat(file).catch(() => null);
    // One that cannot be seen just now may be in other hands, or gone: the next look through the folder says which.
    if (about?.isFile() === true) this.#arrivals.seen(file, stampOf(about), this.#options.clock.monotonic());
  }

  async #openEye(): Promise<void> {
    const { folder } = this.#options;
    const changed = (file: string): void => void this.#see(file).then(() => this.#wake.abort());
    const troubled = (): void => {
      this.#isBlind = true;
      void this.#closeEye();
      this.lookNow();
    };
    // Where even that cannot be had, the folder is looked through.
    this.#eye = await openEye(folder, changed, () => this.lookNow(), troubled).catch(() => null);
    if (this.#eye === null) this.#isBlind = true;
  }

  async #closeEye(): Promise<void> {
    const eye = this.#eye;
    this.#eye = null;
    await eye?.close();
  }

  async #takeDue(signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    for (const file of this.#arrivals.due(clock.monotonic())) {
      if (signal.aborted) return;
      const lineEndsBy = this.#settleMs * openLineFactor;
      if (file.unchangedFor < lineEndsBy && (await isLastLineOpen(file.path))) {
        this.#arrivals.postpone(file, lineEndsBy - file.unchangedFor, clock.monotonic());
        continue;
      }
      await this.#take(file);
      this.#say('watching');
    }
  }

  async #take(file: DueFile): Promise<void> {
    const { clock } = this.#options;
    const outcome = await this.#offer(file).catch((error: unknown) => faultOf(error));
    if (outcome.kind === 'notYet') {
      this.#arrivals.wait(file, outcome.failure, clock.monotonic());
      return;
    }
    this.#arrivals.settle(file);
    if (outcome.kind !== 'taken') return;
    if (this.#collected.length === 0) this.#collectedSince = clock.monotonic();
    this.#collected.push(...outcome.taken);
  }

  /** Offers the file; one that has waited long enough is left. */
  async #offer(file: DueFile): Promise<TakeOutcome<T>> {
    const outcome = await this.#taker.take(file);
    if (outcome.kind !== 'notYet' || outcome.endsAt === null || file.unchangedFor < outcome.endsAt) return outcome;
    await this.#taker.leave(file, outcome.failure);
    return { kind: 'left' };
  }

  #tellArrived(): void {
    const files = this.#collected;
    this.#collected = [];
    if (files.length > 0) this.#taker.arrived(files);
  }

  /** Tells the state where it is another than was told. */
  #say(status: FolderState['status']): void {
    const state: FolderState = { status, waiting: this.#arrivals.waiting() };
    const text = JSON.stringify(state);
    if (text === this.#said) return;
    this.#said = text;
    this.#taker.changed(state);
  }
}
