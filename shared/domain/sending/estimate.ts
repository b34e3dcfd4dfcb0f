/** How long sending will take: said before the start, and kept honest while it runs. */

/** What was learned of a server in earlier runs. */
export interface LearnedPace {
  /** Milliseconds that one request took, typically. */
  readonly answerMs: number;
  /** The server's limit, where one was met: so many requests in so many milliseconds. */
  readonly limit: { readonly requests: number; readonly perMs: number } | null;
}

/** Before anything is known of a server: an answer in 400 ms. */
export const unknownPace: LearnedPace = { answerMs: 400, limit: null };

/** Milliseconds that `count` orders will take; the limit of the server counts where it is the narrower one. */
export function estimate(count: number, rules: { readonly concurrency: number }, learned: LearnedPace = unknownPace): number {
  if (count <= 0) return 0;
  const byPace = Math.ceil(count / rules.concurrency) * learned.answerMs;
  const { limit } = learned;
  if (!limit || limit.requests <= 0) return byPace;
  // The first allowance goes at full speed; each further one waits for its window.
  const windows = Math.ceil(count / limit.requests) - 1;
  return Math.max(byPace, windows * limit.perMs + (Math.min(count, limit.requests) / rules.concurrency) * learned.answerMs);
}
