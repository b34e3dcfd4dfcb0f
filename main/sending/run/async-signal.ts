/** A wait that ends early when something happened. */
import type { Clock } from '../../ports.ts';

export class AsyncSignal {
  readonly #clock: Clock;
  #abort = new AbortController();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Ends the current wait, or the next one at once. */
  notify(): void {
    this.#abort.abort();
  }

  /** Resolves when called, or after `ms`; null: only when called. */
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
