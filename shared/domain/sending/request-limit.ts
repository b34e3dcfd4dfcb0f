/**
 * A limit of requests that a server keeps without saying so («50 in ten minutes»), as its refusals show it: worked out
 * from the requests that it took and those that it refused. Times are when a request went out, in ms of one clock.
 */

/** So many requests in so many milliseconds. */
export interface RequestLimit {
  readonly requests: number;
  readonly windowMs: number;
}

export interface LimitObservation {
  readonly limit: RequestLimit | null;
  /** When the window under way began: with its first request that was taken; null: none is known. */
  readonly windowStartedAt: number | null;
  /** Requests that were taken in it. */
  readonly acceptedRequests: number;
  /** When the server refused one in it for the first time. */
  readonly firstRefusedAt: number | null;
  /** Whether the window began with the end of another: then it was seen whole. */
  readonly sawWholeWindow: boolean;
}

export const noLimitObserved: LimitObservation = {
  limit: null,
  windowStartedAt: null,
  acceptedRequests: 0,
  firstRefusedAt: null,
  sawWholeWindow: false,
};

/** A shorter window is for the pace to find out, each time anew. */
const shortestWindowMs = 30_000;
/** Limits have windows of minutes: after so long without a refusal a new one has begun. */
const longestWindowMs = 3_600_000;
/** Requests that went out within so long of a refusal were on their way together with it. */
const concurrentMs = 1000;

/** The memory after one more request; `refused`: for «too many», without a word on how long. */
export function observeRequest(memory: LimitObservation, at: number, refused: boolean): LimitObservation {
  const { limit, windowStartedAt, acceptedRequests, firstRefusedAt } = memory;
  // Before the first request that was taken nothing says when the window began. A clock that was set back begins anew.
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
  // More than the limit went through: it is not there any more, or is a higher one.
  return limit && acceptedRequests >= limit.requests + slack(limit)
    ? { ...more, limit: null, sawWholeWindow: false }
    : more;
}

/** The limit after a window that ended in a refusal and was over after `windowMs`. */
function limitFromWindow(
  { limit, acceptedRequests, sawWholeWindow }: LimitObservation,
  windowMs: number,
): RequestLimit | null {
  if (windowMs < shortestWindowMs || windowMs > longestWindowMs) return limit;
  // A window that was under way already when its first request was seen gives only a first guess.
  return sawWholeWindow || limit === null ? { requests: acceptedRequests, windowMs } : limit;
}

/** Others may share the allowance: it is not the same in every window. */
function slack({ requests }: RequestLimit): number {
  return Math.max(2, Math.ceil(requests / 5));
}

/** How long until the window is over that a refusal shows to be used up; null where nothing is known of it. */
export function msUntilAllowed({ limit, windowStartedAt }: LimitObservation, now: number): number | null {
  if (!limit || windowStartedAt === null) return null;
  const left = windowStartedAt + limit.windowMs - now;
  return left > 0 ? left : null;
}

/** Requests that may still go out in the window under way. */
function allowanceLeft(
  { windowStartedAt, acceptedRequests, firstRefusedAt }: LimitObservation,
  limit: RequestLimit,
  now: number,
): number {
  if (windowStartedAt === null || now - windowStartedAt >= limit.windowMs) return limit.requests;
  return firstRefusedAt === null ? Math.max(0, limit.requests - acceptedRequests) : 0;
}

/** Milliseconds until the last of `count` more requests may go out; 0 where the window under way has room for all. */
export function msUntilAllAllowed(count: number, memory: LimitObservation, limit: RequestLimit, now: number): number {
  const beyond = count - allowanceLeft(memory, limit, now);
  if (beyond <= 0) return 0;
  const untilNext = msUntilAllowed({ ...memory, limit }, now) ?? limit.windowMs;
  return untilNext + (Math.ceil(beyond / limit.requests) - 1) * limit.windowMs;
}
