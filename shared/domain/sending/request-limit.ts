/**
 * A limit of requests that a server keeps without saying so («50 in ten minutes»), as its refusals show it: worked out
 * from the requests that it took and those that it refused. Times are when a request went out, in ms of one clock.
 */

/** So many requests in so many milliseconds. */
export interface RequestLimit {
  readonly requests: number;
  readonly perMs: number;
}

export interface LimitMemory {
  readonly limit: RequestLimit | null;
  /** When the window under way began: with its first request that was taken; null: none is known. */
  readonly since: number | null;
  /** Requests that were taken in it. */
  readonly taken: number;
  /** When the server refused one in it for the first time. */
  readonly refusedAt: number | null;
  /** Whether the window began with the end of another: then it was seen whole. */
  readonly whole: boolean;
}

export const noLimitMet: LimitMemory = { limit: null, since: null, taken: 0, refusedAt: null, whole: false };

/** A shorter window is for the pace to find out, each time anew. */
const shortest = 30_000;
/** Limits have windows of minutes: after so long without a refusal a new one has begun. */
const longest = 3_600_000;
/** Requests that went out within so long of a refusal were on their way together with it. */
const together = 1000;

/** The memory after one more request; `refused`: for «too many», without a word on how long. */
export function withRequest(memory: LimitMemory, at: number, refused: boolean): LimitMemory {
  const { limit, since, taken, refusedAt } = memory;
  // Before the first request that was taken nothing says when the window began. A clock that was set back begins anew.
  if (since === null || at < since - shortest) return refused ? { ...memory, since: null } : { ...memory, since: at, taken: 1, refusedAt: null, whole: false };
  if (refused) return { ...memory, refusedAt: Math.min(refusedAt ?? at, at) };
  if (refusedAt !== null && at - refusedAt >= together) return { limit: learned(memory, at - since), since: at, taken: 1, refusedAt: null, whole: true };
  if (at - since >= (limit?.perMs ?? longest)) return { ...memory, since: at, taken: 1, refusedAt: null, whole: limit !== null };
  const more = { ...memory, taken: taken + 1 };
  // More than the limit went through: it is not there any more, or is a higher one.
  return limit && taken >= limit.requests + slack(limit) ? { ...more, limit: null, whole: false } : more;
}

/** The limit after a window that ended in a refusal and was over after `perMs`. */
function learned({ limit, taken, whole }: LimitMemory, perMs: number): RequestLimit | null {
  if (perMs < shortest || perMs > longest) return limit;
  // A window that was under way already when its first request was seen gives only a first guess.
  return whole || limit === null ? { requests: taken, perMs } : limit;
}

/** Others may share the allowance: it is not the same in every window. */
function slack({ requests }: RequestLimit): number {
  return Math.max(2, Math.ceil(requests / 5));
}

/** How long until the window is over that a refusal shows to be used up; null where nothing is known of it. */
export function untilAllowed({ limit, since }: LimitMemory, now: number): number | null {
  if (!limit || since === null) return null;
  const left = since + limit.perMs - now;
  return left > 0 ? left : null;
}

/** Requests that may still go out in the window under way. */
function allowanceLeft({ since, taken, refusedAt }: LimitMemory, limit: RequestLimit, now: number): number {
  if (since === null || now - since >= limit.perMs) return limit.requests;
  return refusedAt === null ? Math.max(0, limit.requests - taken) : 0;
}

/** Milliseconds until the last of `count` more requests may go out; 0 where the window under way has room for all. */
export function waitFor(count: number, memory: LimitMemory, limit: RequestLimit, now: number): number {
  const beyond = count - allowanceLeft(memory, limit, now);
  if (beyond <= 0) return 0;
  const untilNext = untilAllowed({ ...memory, limit }, now) ?? limit.perMs;
  return untilNext + (Math.ceil(beyond / limit.requests) - 1) * limit.perMs;
}
