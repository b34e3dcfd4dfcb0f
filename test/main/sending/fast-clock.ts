/** A clock that runs a given number of times faster than real time: waits of seconds take milliseconds, in proportion. */
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
