/** Tells whether the database's last word on this computer is fresh enough to write a request by. */
import type { Clock } from '../ports.ts';

/** Milliseconds for which a confirmation holds: well under the five minutes after which claims are taken over. */
export const confirmationHolds = 20_000;
/** From this age on it is renewed before another order begins. */
const renewFrom = 10_000;

export class Fence {
  readonly #clock: Clock;
  #at: { readonly wall: number; readonly monotonic: number } | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The time as it is before the database is asked: an answer speaks of no later one. */
  mark(): { readonly wall: number; readonly monotonic: number } {
    return { wall: this.#clock.now(), monotonic: this.#clock.monotonic() };
  }

  /** @param asked the mark from before the question */
  confirm(asked: { readonly wall: number; readonly monotonic: number }): void {
    this.#at = asked;
  }

  withdraw(): void {
    this.#at = null;
  }

  get isFresh(): boolean {
    return this.#age < confirmationHolds;
  }

  get isToBeRenewed(): boolean {
    return this.#age >= renewFrom;
  }

  /** The longer of wall and monotonic time: one stands still while the computer sleeps, the other can be set. */
  get #age(): number {
    if (this.#at === null) return Infinity;
    const wall = this.#clock.now() - this.#at.wall;
    // A clock that was set back tells no age: the other one does.
    return Math.max(wall, this.#clock.monotonic() - this.#at.monotonic);
  }
}
