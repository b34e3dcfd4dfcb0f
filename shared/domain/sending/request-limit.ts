/**
 * Infers a server's unstated rate limit («50 in ten minutes») from the requests that it accepted and refused. Times are
 * when a request was sent, in ms of one clock.
 */

/** `requests` per `windowMs` milliseconds. */
export interface RequestLimit {
  readonly requests: number;
  readonly windowMs: number;
}

export interface LimitObservation {
  readonly limit: RequestLimit | null;
  /** Start of the current window: its first accepted request; null: not known. */
  readonly windowStartedAt: number | null;
  /** Requests accepted in it. */
  readonly acceptedRequests: number;
  /** When the server first refused one in it; null: not yet. */
  readonly firstRefusedAt: number | null;
  /** Whether the window followed another one, so that it was observed from its start. */
  readonly sawWholeWindow: boolean;
}

export const noLimitObserved: LimitObservation = {
  limit: null,
  windowStartedAt: null,
  acceptedRequests: 0,
  firstRefusedAt: null,
  sawWholeWindow: false,
};

/** Shorter windows are left to the adaptive pace. */
const shortestWindowMs = 30_000;
/** After so long without a refusal a new window has begun. */
const longestWindowMs = 3_600_000;
/** Requests sent within so long of a refusal count as concurrent with it. */
const concurrentMs = 1000;

/** The observation after one more request; `refused`: as too many, without a stated wait. */
export function observeRequest(memory: LimitObservation, at: number, refused: boolean): LimitObservation {
  const { limit, windowStartedAt, acceptedRequests, firstRefusedAt } = memory;
  // The window starts with the first accepted request. A clock that was set back starts a new one.
  if (windowStartedAt === null || at < windowStartedAt - shortestWindowMs)
    return refused
      ? { ...memory, windowStartedAt: null }
      : { ...memory, windowStartedAt: at, acceptedRequests: 1, firstRefusedAt: null, sawWholeWindow: false };
  if (refused) return { ...memory, firstRefusedAt: Math.min(firstRefusedAt ?? at, at) };
  if (firstRefusedAt !== null && at - firstRefusedAt >= concurrentMs)
    return {
      limit: limitFromWindow(memory, at - windowStartedAt),
      windowStartedAt: at,
      acceptedRequests: 1,
      firstRefusedAt: null,
      sawWholeWindow: true,
    };
  if (at - windowStartedAt >= (limit?.windowMs ?? longestWindowMs))
    return {
      ...memory,
      windowStartedAt: at,
      acceptedRequests: 1,
      firstRefusedAt: null,
      sawWholeWindow: limit !== null,
    };
  const more = { ...memory, acceptedRequests: acceptedRequests + 1 };
  // More than the limit was accepted: it was lifted or raised.
  return limit && acceptedRequests >= limit.requests + slack(limit)
    ? { ...more, limit: null, sawWholeWindow: false }
    : more;
}

/** The limit after a window of `windowMs` that ended with refusals. */
function limitFromWindow(
  { limit, acceptedRequests, sawWholeWindow }: LimitObservation,
  windowMs: number,
): RequestLimit | null {
  if (windowMs < shortestWindowMs || windowMs > longestWindowMs) return limit;
  // A window not observed from its start gives only a first guess.
  return sawWholeWindow || limit === null ? { requests: acceptedRequests, windowMs } : limit;
}

/** Tolerance: others may share the allowance, so it varies between windows. */
function slack({ requests }: RequestLimit): number {
  return Math.max(2, Math.ceil(requests / 5));
}

/** Milliseconds until the end of a window that a refusal showed to be used up; null where not known. */
export function msUntilAllowed({ limit, windowStartedAt }: LimitObservation, now: number): number | null {
  if (!limit || windowStartedAt === null) return null;
  const left = windowStartedAt + limit.windowMs - now;
  return left > 0 ? left : null;
}

/** Requests that may still be sent in the current window. */
function allowanceLeft(
  { windowStartedAt, acceptedRequests, firstRefusedAt }: LimitObservation,
  limit: RequestLimit,
  now: number,
): number {
  if (windowStartedAt === null || now - windowStartedAt >= limit.windowMs) return limit.requests;
  return firstRefusedAt === null ? Math.max(0, limit.requests - acceptedRequests) : 0;
}

/** Milliseconds until the last of `count` more requests may be sent; 0 where the current window has room for all. */
export function msUntilAllAllowed(count: number, memory: LimitObservation, limit: RequestLimit, now: number): number {
  const beyond = count - allowanceLeft(memory, limit, now);
  if (beyond <= 0) return 0;
  const untilNext = msUntilAllowed({ ...memory, limit }, now) ?? limit.windowMs;
  return untilNext + (Math.ceil(beyond / limit.requests) - 1) * limit.windowMs;
}
