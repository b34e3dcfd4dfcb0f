/** The seams between the folders under main/, which know this file and shared/, and not one another. */

/** Time as the domain and the sending see it; tests bring their own. */
export interface Clock {
  /** Wall clock, milliseconds since 1970-01-01Z. */
  now(): number;
  /** Monotonic milliseconds; its zero means nothing. */
  monotonic(): number;
  /** Resolves after `ms`, or at once when the signal aborts (it never rejects). */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = setTimeout(done, ms);
      function done() {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      }
      signal?.addEventListener('abort', done, { once: true });
    }),
};

/** Where progress of a long act is told; `done` and `total` in the same unit (bytes while reading, rows while writing). */
export type Progress = (done: number, total: number) => void;
