/** Tells an answer that was lost because the computer slept from one that was lost otherwise. */
import type { AttemptEvent } from '../../../shared/domain/sending/attempt-event.ts';
import type { Clock } from '../../ports.ts';

/** Milliseconds by which the wall clock gets ahead of the monotonic one, at least, when the computer slept. */
const leastSleep = 10_000;

export async function detectSuspend(clock: Clock, act: () => Promise<AttemptEvent>): Promise<AttemptEvent> {
  const ahead = () => clock.now() - clock.monotonic();
  const before = ahead();
  const event = await act();
  return event.kind === 'lost' && ahead() - before >= leastSleep ? { kind: 'lost', cause: 'interrupted' } : event;
}
