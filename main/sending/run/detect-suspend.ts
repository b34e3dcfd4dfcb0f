/** Detects that an answer was lost because the computer was suspended. */
import type { AttemptEvent } from '../../../shared/domain/sending/attempt-event.ts';
import type { Clock } from '../../ports.ts';

/** Milliseconds by which the wall clock must get ahead of the monotonic one to count as a suspend. */
const leastSleep = 10_000;

export async function detectSuspend(clock: Clock, act: () => Promise<AttemptEvent>): Promise<AttemptEvent> {
  const ahead = () => clock.now() - clock.monotonic();
  const before = ahead();
  const event = await act();
  return event.kind === 'lost' && ahead() - before >= leastSleep ? { kind: 'lost', cause: 'interrupted' } : event;
}
