/** Limits the orders that the practice WMS accepts in a time window: older builds were set to «50 in 10 minutes». */

export interface RateLimit {
  readonly requests: number;
  readonly windowMs: number;
  /** Whether a refusal says how long to wait (X-Rate-Limit-…); older builds do not. */
  readonly headers?: boolean;
}

/** Counts requests in windows that begin with their first request. Times are ms since 1970-01-01Z. */
export class RateWindow {
  readonly #limit: RateLimit;
  #beganAt = -Infinity;
  #taken = 0;

  constructor(limit: RateLimit) {
    this.#limit = limit;
  }

  /** Null: the request is allowed, and counted. Otherwise the headers of the refusal. */
  tryTake(now: number): Readonly<Record<string, string>> | null {
    const { requests, windowMs, headers } = this.#limit;
    if (now - this.#beganAt >= windowMs) {
      this.#beganAt = now;
      this.#taken = 0;
    }
    if (this.#taken < requests) {
      this.#taken++;
      return null;
    }
    if (!headers) return {};
    return {
      'x-rate-limit-limit': String(requests),
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': String(Math.ceil((this.#beganAt + windowMs - now) / 1000)),
    };
  }
}
