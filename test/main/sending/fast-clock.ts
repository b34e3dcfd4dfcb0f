/** A clock that runs so many times faster than the wall's: waits of seconds take milliseconds, and everything stays in proportion. */
import { systemClock, type Clock } from '../../../main/ports.ts';

export function fastClock(times: number): Clock {
  const startedAt = Date.now();
  const zero = performance.now();
  const elapsed = () => (performance.now() - zero) * times;
  return {
    now: () => Math.round(startedAt + elapsed()),
    monotonic: elapsed,
    sleep: (ms, signal) => systemClock.sleep(ms / times, signal),
  };
}
