/** How long sending will take: said before the start, and kept honest while it runs. */
import { noLimitObserved, msUntilAllAllowed, type LimitObservation, type RequestLimit } from './request-limit.ts';

/** What was learned of a server in earlier runs. */
export interface LearnedPace {
  /** Milliseconds that one request took, typically. */
  readonly answerMs: number;
  /** The server's limit, where one was met: as it said it, else as its refusals showed it. */
  readonly limit: RequestLimit | null;
  /** What its refusals showed. */
  readonly limitObservation: LimitObservation;
}

/** Before anything is known of a server: an answer in 400 ms. */
export const assumedPace: LearnedPace = { answerMs: 400, limit: null, limitObservation: noLimitObserved };

/** Milliseconds that `count` orders will take; the limit of the server counts where it is the narrower one. @param now ms since 1970-01-01Z */
export function estimateDurationMs(
  count: number,
  rules: { readonly concurrency: number },
  { answerMs, limit, limitObservation }: LearnedPace = assumedPace,
  now = 0,
): number {
  if (count <= 0) return 0;
  const byPace = (orders: number): number => Math.ceil(orders / rules.concurrency) * answerMs;
  if (!limit || limit.requests <= 0) return byPace(count);
  // Each allowance goes at full speed; the next one waits for its window.
  return Math.max(
    byPace(count),
    msUntilAllAllowed(count, limitObservation, limit, now) + byPace(Math.min(count, limit.requests)),
  );
}
