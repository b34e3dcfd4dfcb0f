/** What a run tells a person who is not looking at the window. */
import type { RunView } from '../../shared/contract/views.ts';

export type RunSignal = 'ended' | 'stopped' | 'paused' | 'needsKey';

/** Statuses at which something is to be said, when they are new. A pause or a stop by the person's own hand is not. */
export function runSignal(before: RunView['status'] | null, run: Pick<RunView, 'status' | 'reason'>): RunSignal | null {
  if (before === null || before === run.status) return null;
  if (run.status === 'waitingForKey') return 'needsKey';
  if (run.status === 'finished') return 'ended';
  if (run.reason?.code === 'run.byOperator') return null;
  if (run.status === 'paused') return 'paused';
  // A person who stops it gives no reason: what has one stopped by itself (a full disk, a limit that does not end).
  return run.status === 'stopped' && run.reason !== null ? 'stopped' : null;
}

/** What the taskbar shows of it: a share from 0 to 1 and its mark; null: nothing. */
export function taskbarProgress({ status, done, planned }: Pick<RunView, 'status' | 'done' | 'planned'>): {
  readonly share: number;
  readonly mark: 'normal' | 'paused';
} | null {
  if (status === 'idle' || status === 'finished' || status === 'stopped') return null;
  const share = planned > 0 ? Math.min(1, done / planned) : 0;
  return { share, mark: status === 'running' ? 'normal' : 'paused' };
}
