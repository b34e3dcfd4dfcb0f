/** Defines the exit status of a command: the highest that applies. */
import type { StateCounts } from '../../shared/domain/model/order-states.ts';

export const exitStatus = {
  /** All went well; orders that were already sent count as well. */
  success: 0,
  /** It could not be done: usage, unreadable file, journal not writable. */
  failed: 1,
  /** Orders with errors were left out. */
  withErrors: 2,
  /** Orders were rejected or are duplicates. */
  rejected: 3,
  /** Orders are still ready, waiting, unknown or in review, or the run paused itself. */
  unfinished: 4,
  /** Stopped by the operator (Ctrl+C), as shells have it. */
  stopped: 130,
} as const;

/** The exit status that the states of a batch's orders call for. */
export function exitStatusOf(counts: StateCounts): number {
  if (counts.ready + counts.waiting + counts.unknown + counts.review + counts.sending + counts.verifying > 0)
    return exitStatus.unfinished;
  if (counts.rejected + counts.duplicate > 0) return exitStatus.rejected;
  return counts.withErrors > 0 ? exitStatus.withErrors : exitStatus.success;
}

/** The exit status of `check`: by the orders that sending would leave out. */
export function exitStatusOfCheck(counts: StateCounts): number {
  if (counts.duplicate > 0) return exitStatus.rejected;
  return counts.withErrors > 0 ? exitStatus.withErrors : exitStatus.success;
}
