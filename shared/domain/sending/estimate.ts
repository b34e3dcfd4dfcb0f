/** Estimates how long sending will take, before the start and during a run. */
import { noLimitObserved, msUntilAllAllowed, type LimitObservation, type RequestLimit } from './request-limit.ts';

/** What was learned of a server in earlier runs. */
export interface LearnedPace {
  /** Typical duration of a request in milliseconds. */
  readonly answerMs: number;
  /** The server's rate limit, if known: as stated by it, else as observed from its refusals. */
  readonly limit: RequestLimit | null;
  /** The limit as observed from its refusals. */
  readonly limitObservation: LimitObservation;
}

/** Assumed for an unknown server. */
export const assumedPace: LearnedPace = { answerMs: 400, limit: null, limitObservation: noLimitObserved };

/**
 * Milliseconds that `count` orders will take, by the pace or the server's limit, whichever is slower.
 * @param now ms since 1970-01-01Z
 */
export function estimateDurationMs(
  count: number,
  rules: { readonly concurrency: number },
  { answerMs, limit, limitObservation }: LearnedPace = assumedPace,
  now = 0,
): number {
  if (count <= 0) return 0;
  const byPace = (orders: number): number => Math.ceil(orders / rules.concurrency) * answerMs;
  if (!limit || limit.requests <= 0) return byPace(count);
  // Each window's allowance is sent at full speed; the next one waits for its window.
  return Math.max(
    byPace(count),
    msUntilAllAllowed(count, limitObservation, limit, now) + byPace(Math.min(count, limit.requests)),
  );
}
