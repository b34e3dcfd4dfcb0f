/** Decides what the step «Send» shows for a state of the run, and which actions are available. */
import type { RunView } from '../../shared/contract/views.ts';

export type SendPhase = 'plan' | 'run';

export function hasEnded(status: RunView['status']): boolean {
  return status === 'finished' || status === 'stopped';
}

/**
 * The run while there is one, and its end while nothing is left to send; else the plan of the next one.
 * `elsewhere`: the server in use is not the one that the batch went to, so everything can be sent there.
 */
export function sendPhase(run: Pick<RunView, 'status' | 'counts'>, elsewhere: boolean): SendPhase {
  if (run.status === 'idle') return 'plan';
  if (hasEnded(run.status)) return elsewhere || run.counts.ready > 0 ? 'plan' : 'run';
  return 'run';
}

/** Why the last run stopped, where nobody stopped it: said above the plan of the next one. */
export function stopReason({ status, reason }: Pick<RunView, 'status' | 'reason'>): RunView['reason'] {
  return status === 'stopped' ? reason : null;
}

/** Whether everything was sent and the run only waits to look up lost answers (after their quiet time). */
export function isOnlyLookingUp({
  status,
  counts,
  inFlight,
  awaitingLookup,
}: Pick<RunView, 'status' | 'counts' | 'inFlight' | 'awaitingLookup'>): boolean {
  return (
    status === 'running' && awaitingLookup > 0 && inFlight === 0 && counts.ready + counts.waiting + counts.sending === 0
  );
}

export interface RunActions {
  readonly pause: boolean;
  readonly resume: boolean;
  readonly stop: boolean;
  readonly setConcurrency: boolean;
  readonly enterAccessKey: boolean;
  /** Orders that wait for the server can be retried, and orders corrected after the run can be sent. */
  readonly sendRemaining: boolean;
  readonly report: boolean;
}

export function availableActions({ status, counts }: Pick<RunView, 'status' | 'counts'>): RunActions {
  const ended = hasEnded(status);
  return {
    pause: status === 'running',
    resume: status === 'paused' || status === 'pausing',
    stop: status === 'running' || status === 'paused' || status === 'pausing' || status === 'waitingForKey',
    setConcurrency: status === 'running' || status === 'paused',
    enterAccessKey: status === 'waitingForKey',
    sendRemaining: ended && counts.waiting + counts.ready > 0,
    report: ended,
  };
}

export interface BarShares {
  readonly done: number;
  readonly notDone: number;
  readonly lookAtIt: number;
  readonly waiting: number;
  readonly sending: number;
  /** Number of orders to send: all but those with errors, left out, or sent before. */
  readonly total: number;
}

/** The parts of the run's progress bar, as numbers of orders. */
export function barShares({ counts }: Pick<RunView, 'counts'>): BarShares {
  return {
    done: counts.accepted,
    notDone: counts.rejected,
    lookAtIt: counts.unknown + counts.review,
    waiting: counts.waiting,
    sending: counts.sending + counts.verifying,
    total: counts.total - counts.withErrors - counts.leftOut - counts.alreadySent - counts.duplicate,
  };
}
