/** A clock without real waits: when nothing else is going on, it jumps to the end of the next sleep. */
import type { Clock } from '../../../main/ports.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Rounds of the event loop without a new sleep before time moves on: commits take a few. */
const quietRounds = 6;

export interface VirtualClock extends Clock {
  /** Stops the time while `act` is under way, for what uses a real network. */
  freezeDuring<T>(act: () => Promise<T>): Promise<T>;
  /** Sets the wall clock forward or back; the monotonic one is not affected. */
  jumpWallClock(ms: number): void;
}

export function virtualClock(): VirtualClock {
  const sleepers = new Set<Sleeper>();
  let elapsed = 0;
  let wall = 1_700_000_000_000;
  let isPumping = false;
  let held = 0;

  function pump(round: number, before: number): void {
    if (sleepers.size === 0) {
      isPumping = false;
      return;
    }
    if (held > 0) {
      // A timer, not a busy wait: the network needs the event loop.
      setTimeout(() => pump(0, sleepers.size), 1);
      return;
    }
    if (round < quietRounds || sleepers.size !== before) {
      const next = sleepers.size === before ? round + 1 : 0;
      const size = sleepers.size;
      setImmediate(() => pump(next, size));
      return;
    }
    const [first] = [...sleepers].sort((a, b) => a.at - b.at);
    if (first) {
      elapsed = Math.max(elapsed, first.at);
      first.wake();
    }
    const size = sleepers.size;
    setImmediate(() => pump(0, size));
  }

  return {
    now: () => Math.round(wall + elapsed),
    monotonic: () => elapsed,
    jumpWallClock: (ms) => void (wall += ms),
    async freezeDuring(act) {
      held++;
      try {
        return await act();
      } finally {
        held--;
      }
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const sleeper: Sleeper = {
          at: elapsed + ms,
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', sleeper.wake);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', sleeper.wake, { once: true });
        if (!isPumping) {
          isPumping = true;
          setImmediate(() => pump(0, sleepers.size));
        }
      }),
  };
}
