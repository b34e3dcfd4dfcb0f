/** What became of one request, before anyone says what it means for the order. */

/** The headers of an answer that mean something here, as they came. */
export interface HttpAnswerHeaders {
  readonly contentType: string | null;
  readonly retryAfter: string | null;
  /** X-Rate-Limit-Limit, -Remaining and -Reset (also spelt X-RateLimit-…). */
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
  /** The parsed JSON; the text where it is none; null where the body was over the limit or could not be decoded. */
  readonly body: unknown;
  readonly isJson: boolean;
}

/** The phases before a connection stands: here, and only here, it is certain that no byte of the request was read. */
export type ConnectPhase = 'name' | 'refused' | 'unreachable' | 'timeout' | 'tls' | 'proxy';

export type AttemptEvent =
  | { readonly kind: 'notSent'; readonly phase: ConnectPhase }
  /** `interrupted`: the process died or the computer slept while the request was under way. */
  | { readonly kind: 'lost'; readonly cause: 'connection' | 'timeout' | 'interrupted' }
  | { readonly kind: 'answered'; readonly answer: HttpAnswer };
