/** Knows of the files of a folder which of them still change, which are to be taken now, and which wait for another try. */
import type { Failure } from '../../shared/result.ts';

/** The longest pause between two tries of a file that cannot be taken yet, ms. */
const longestPause = 60_000;

interface Arrival {
  readonly stamp: string;
  /** Since when it looks like this, ms of a monotonic clock. */
  readonly since: number;
  readonly dueAt: number;
  readonly tries: number;
  readonly waitsFor: Failure | null;
}

/** A file that has not changed for a while. */
export interface DueFile {
  readonly path: string;
  /** Its size and times; equal for a file that did not change. */
  readonly stamp: string;
  /** Milliseconds for which it has not changed. */
  readonly unchangedFor: number;
}

/** All times are milliseconds of one monotonic clock. */
export class Arrivals {
  readonly #settleMs: number;
  readonly #coming = new Map<string, Arrival>();
  readonly #settled = new Map<string, string>();

  /** @param settleMs for so long a file must not change before it is touched */
  constructor(settleMs: number) {
    this.#settleMs = settleMs;
  }

  /** The file is there and looks like this. */
  seen(path: string, stamp: string, now: number): void {
    if (this.#settled.get(path) === stamp || this.#coming.get(path)?.stamp === stamp) return;
    this.#settled.delete(path);
    this.#coming.set(path, { stamp, since: now, dueAt: now + this.#settleMs, tries: 0, waitsFor: null });
  }

  gone(path: string): void {
    this.#coming.delete(path);
    this.#settled.delete(path);
  }

  /** These are all files that there are. */
  keepOnly(paths: ReadonlySet<string>): void {
    for (const path of [...this.#coming.keys(), ...this.#settled.keys()]) if (!paths.has(path)) this.gone(path);
  }

  /** The files that are not done with. */
  get coming(): readonly string[] {
    return [...this.#coming.keys()];
  }

  /** Files to be taken now, those first that came first. */
  due(now: number): readonly DueFile[] {
    return [...this.#coming]
      .filter(([, { dueAt }]) => dueAt <= now)
      .map(([path, { stamp, since }]) => ({ path, stamp, unchangedFor: now - since }));
  }

  /** When the next file is to be taken, if it stays as it is; null: none is there. */
  nextDue(): number | null {
    const times = [...this.#coming.values()].map(({ dueAt }) => dueAt);
    return times.length === 0 ? null : Math.min(...times);
  }

  /** Whether a file is there that was never tried. */
  get hasNew(): boolean {
    return [...this.#coming.values()].some(({ tries }) => tries === 0);
  }

  /** Nothing more is to be done with the file unless it changes. */
  settle({ path, stamp }: Pick<DueFile, 'path' | 'stamp'>): void {
    if (this.#coming.get(path)?.stamp === stamp) this.#coming.delete(path);
    this.#settled.set(path, stamp);
  }

  /** All files are to be offered again, as if none had been seen. */
  forgetSettled(): void {
    this.#settled.clear();
  }

  /** The file could not be taken yet: it is tried again, in pauses that grow. */
  wait({ path, stamp }: DueFile, waitsFor: Failure, now: number): void {
    const known = this.#coming.get(path);
    if (known?.stamp !== stamp) return;
    const pause = Math.min(this.#settleMs * 2 ** known.tries, longestPause);
    this.#coming.set(path, { ...known, dueAt: now + pause, tries: known.tries + 1, waitsFor });
  }

  /** The file is looked at again after `ms`: that is no try. */
  postpone({ path, stamp }: DueFile, ms: number, now: number): void {
    const known = this.#coming.get(path);
    if (known?.stamp === stamp) this.#coming.set(path, { ...known, dueAt: now + ms });
  }

  /** What files wait for, as the last try of each said. */
  waiting(): readonly { readonly path: string; readonly failure: Failure }[] {
    return [...this.#coming].flatMap(([path, { waitsFor }]) =>
      waitsFor === null ? [] : [{ path, failure: waitsFor }],
    );
  }
}
