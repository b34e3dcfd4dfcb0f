/** Tells how a run stands: at once where its status changed, otherwise not more often than a window can follow. */
import type { RunSnapshot } from '../../../shared/domain/sending/run.ts';
import type { Clock } from '../../ports.ts';

const every = 100;

export class RunTeller {
  readonly #clock: Clock;
  readonly #tell: (() => void) | undefined;
  #toldAt = -Infinity;
  /** Whether something changed since it was told last. */
  #isStale = true;

  constructor(clock: Clock, listener: ((snapshot: RunSnapshot) => void) | undefined, snapshot: () => RunSnapshot) {
    this.#clock = clock;
    this.#tell = listener && (() => listener(snapshot()));
  }

  /** @param always also where it was told a moment ago */
  tell(always: boolean): void {
    const now = this.#clock.monotonic();
    if (!always && now - this.#toldAt < every) {
      this.#isStale = true;
      return;
    }
    this.#isStale = false;
    this.#toldAt = now;
    this.#tell?.();
  }

  /** How long the run may wait (ms; null: for an event) without keeping back what it has to tell. */
  atMost(wait: number | null): number | null {
    return this.#isStale ? Math.min(wait ?? every, every) : wait;
  }
}
