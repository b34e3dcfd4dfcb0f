/** Estimates how long sending will take, before the start. */
import { noLimitObserved, msUntilAllAllowed, type LimitObservation, type RequestLimit } from './request-limit.ts';

/** What was learned of a server in earlier runs. */
export interface LearnedPace {
  /** Typical duration of a request in milliseconds. */
  readonly answerMs: number;
  /** How long an order took in its runs, one after the other and with all waiting, in milliseconds; null: none was sent. */
  readonly perOrderMs: number | null;
  /** The server's rate limit, if known: as stated by it, else as observed from its refusals. */
  readonly limit: RequestLimit | null;
  /** The limit as observed from its refusals. */
  readonly limitObservation: LimitObservation;
}

/** Assumed for an unknown server. */
export const assumedPace: LearnedPace = {
  answerMs: 400,
  perOrderMs: null,
  limit: null,
  limitObservation: noLimitObserved,
};
/** Of an unknown server: a fast one in the same house, and a slow one behind a slow network. */
const quickAnswerMs = 50;
const slowAnswerMs = 1500;

/** In milliseconds. */
export interface DurationRange {
  readonly from: number;
  readonly to: number;
}

/**
 * How long `count` orders will take at the shortest and at the longest: by the pace, the server's limit and, where orders
 * went to it before, how long they took; of an unknown server little can be said.
 * @param now ms since 1970-01-01Z
 */
export function estimateRangeMs(
  count: number,
  rules: { readonly concurrency: number },
  learned: LearnedPace,
  now: number,
): DurationRange {
  const withAnswers = (answerMs: number): number => estimateDurationMs(count, rules, { ...learned, answerMs }, now);
  if (learned.perOrderMs === null) return { from: withAnswers(quickAnswerMs), to: withAnswers(slowAnswerMs) };
  const byAnswers = withAnswers(learned.answerMs);
  const asBefore = Math.max(count * learned.perOrderMs, withAnswers(0));
  return { from: Math.min(byAnswers, asBefore), to: Math.max(byAnswers, asBefore) };
}

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
  const byPace = (orders: number): number => Math.ceil(orders / rules.concurrency) * answerMs;
  if (!limit || limit.requests <= 0) return byPace(count);
  // Each window's allowance is sent at full speed; the next one waits for its window.
  return Math.max(
    byPace(count),
    msUntilAllAllowed(count, limitObservation, limit, now) + byPace(Math.min(count, limit.requests)),
  );
}
