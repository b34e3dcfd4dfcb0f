/** Throttles a run's progress events: at once where its status changed, otherwise not more often than a window can follow. */
import type { RunSnapshot } from '../../../shared/domain/sending/run.ts';
import type { Clock } from '../../ports.ts';

const every = 100;

export class ProgressThrottle {
  readonly #clock: Clock;
  readonly #emit: (() => void) | undefined;
  #emittedAt = -Infinity;
  /** Whether something changed since the last event. */
  #isStale = true;

  constructor(clock: Clock, listener: ((snapshot: RunSnapshot) => void) | undefined, snapshot: () => RunSnapshot) {
    this.#clock = clock;
    this.#emit = listener && (() => listener(snapshot()));
  }

  /** @param force also shortly after the last event */
  emit(force: boolean): void {
    const now = this.#clock.monotonic();
    if (!force && now - this.#emittedAt < every) {
      this.#isStale = true;
      return;
    }
    this.#isStale = false;
    this.#emittedAt = now;
    this.#emit?.();
  }

  /** Shortens a wait (ms; null: for an event) so that a pending event is not delayed. */
  limitWait(wait: number | null): number | null {
    return this.#isStale ? Math.min(wait ?? every, every) : wait;
  }
}
