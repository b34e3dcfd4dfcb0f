/** Controls how fast a run goes: requests in flight, waits that the server asked for, retries left. Times are monotonic ms. */
import type { RunReason } from '../../../shared/domain/sending/run.ts';

const startPace = 2;
const successesPerStep = 20;
/** Least wait in ms, even where the server (or its clock) says «at once». */
const leastRest = 1000;

/** In ms: the least wait after the server asked for fewer requests, and the longest wait of any kind. */
export interface PaceLimits {
  readonly coolDown: number;
  readonly longestWait: number;
}

export class Pace {
  #cap: number;
  #current: number;
  #successes = 0;
  /** Consecutive times that the server asked for fewer requests. */
  #slowDowns = 0;
  #heldUntil = -Infinity;
  #reason: RunReason | null = null;
  #sharers = 1;
  readonly #random: () => number;
  readonly #rests: PaceLimits;

  constructor(cap: number, random: () => number, rests: PaceLimits) {
    this.#cap = cap;
    this.#current = Math.min(startPace, cap);
    this.#random = random;
    this.#rests = rests;
  }

  get current(): number {
    return Math.min(this.#current, Math.max(1, Math.floor(this.#cap / this.#sharers)));
  }

  get cap(): number {
    return this.#cap;
  }

  /** Nothing is sent before this. */
  get heldUntil(): number {
    return this.#heldUntil;
  }

  /** What lowered the pace, until it is back at its allowed value. */
  get reason(): RunReason | null {
    return this.#reason;
  }

  setCap(cap: number): void {
    this.#cap = cap;
    this.#current = Math.min(Math.max(this.#current, Math.min(startPace, cap)), cap);
  }

  /** So many computers share what the server takes at once. */
  share(computers: number): void {
    this.#sharers = computers;
  }

  recordSuccess(): void {
    this.#slowDowns = 0;
    if (this.#current >= this.#cap) {
      this.#reason = null;
      return;
    }
    if (++this.#successes < successesPerStep) return;
    this.#successes = 0;
    this.#current++;
  }

  /**
   * Halves the pace and holds everything back: for `asked` ms, else for a growing time. Answers to requests that were
   * already under way change nothing.
   */
  slowDown(reason: RunReason, asked: number | null, now: number): void {
    const isNew = now >= this.#heldUntil;
    if (asked !== null) this.#heldUntil = Math.max(this.#heldUntil, now + Math.max(asked, leastRest));
    if (!isNew) return;
    this.#reason = reason;
    this.#successes = 0;
    this.#current = Math.max(1, Math.floor(this.#current / 2));
    const { coolDown, longestWait } = this.#rests;
    const grown = Math.min(Math.max(longestWait, coolDown), coolDown * 2 ** this.#slowDowns++);
    // Random between half and all of it, so that several computers do not come back at once.
    if (asked === null) this.#heldUntil = now + Math.max(coolDown, grown * (0.5 + this.#random() / 2));
  }

  /** The server's allowance is used up: nothing for `ms`, and no slower than before. */
  holdFor(ms: number, now: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, now + ms);
  }
}

const firstBackoff = 1000;

/** Full jitter: a random time up to a bound that doubles with every try. @param tries 1, 2, … @param longest ms */
export function backoff(tries: number, random: () => number, longest: number): number {
  return random() * Math.min(longest, firstBackoff * 2 ** (tries - 1));
}

const budgetAtStart = 20;
const mostBudget = 200;
const earned = 0.5;

/** Retries that may be spent: every answer earns half a one, so that retrying never outweighs sending. */
export class RetryBudget {
  #left = budgetAtStart;

  recordAnswer(): void {
    this.#left = Math.min(mostBudget, this.#left + earned);
  }

  trySpend(): boolean {
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }

  refill(): void {
    this.#left = Math.max(this.#left, budgetAtStart);
  }
}
