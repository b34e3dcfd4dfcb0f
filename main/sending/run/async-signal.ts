/** Waits for a time or until {@link AsyncSignal.notify} is called. */
import type { Clock } from '../../ports.ts';

export class AsyncSignal {
  readonly #clock: Clock;
  #abort = new AbortController();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Ends the current wait; where there is none, the next one ends at once. */
  notify(): void {
    this.#abort.abort();
  }

  /** Resolves when notified, or after `ms`; null: only when notified. */
  async wait(ms: number | null): Promise<void> {
    const { signal } = this.#abort;
    if (!signal.aborted) {
      if (ms === null)
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      else await this.#clock.sleep(Math.max(0, ms), signal);
    }
    if (signal.aborted) this.#abort = new AbortController();
  }
}
