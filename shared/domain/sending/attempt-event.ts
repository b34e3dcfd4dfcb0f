/** The raw result of one request, before it is classified (classify-attempt.ts). */

/** The headers of an answer that are used, as received. */
export interface HttpAnswerHeaders {
  readonly contentType: string | null;
  readonly retryAfter: string | null;
  /** X-Rate-Limit-Limit, -Remaining and -Reset (also as X-RateLimit-…). */
  readonly rateLimit: string | null;
  readonly rateRemaining: string | null;
  readonly rateReset: string | null;
  readonly location: string | null;
}

export const noHttpAnswerHeaders: HttpAnswerHeaders = {
  contentType: null,
  retryAfter: null,
  rateLimit: null,
  rateRemaining: null,
  rateReset: null,
  location: null,
};

export interface HttpAnswer {
  readonly status: number;
  readonly headers: HttpAnswerHeaders;
  /** The parsed JSON, or the text where it is no JSON; null where the body was too large or could not be decoded. */
  readonly body: unknown;
  readonly isJson: boolean;
}

/**
 * Phases before the connection is established, and the making of the request before that: only here is it certain that no
 * byte of the request was read. `team`: the connection stands, but the team's ledger no longer lets this computer write to it.
 */
export type ConnectPhase = 'request' | 'name' | 'refused' | 'unreachable' | 'timeout' | 'tls' | 'proxy' | 'team';

export type AttemptEvent =
  | { readonly kind: 'notSent'; readonly phase: ConnectPhase }
  /** `interrupted`: the process died or the computer slept while the request was in flight. */
  | { readonly kind: 'lost'; readonly cause: 'connection' | 'timeout' | 'interrupted' }
  | { readonly kind: 'answered'; readonly answer: HttpAnswer };
