/** Counts what a run does: states, requests, and how fast orders are settled. Times are monotonic ms. */
import { journalStates, type JournalState } from '../../../shared/domain/model/order-states.ts';
import type { RunCounts, RunSnapshot } from '../../../shared/domain/sending/run.ts';
import { ThroughputHistory } from './throughput-history.ts';

const rateWindow = 60_000;
/** Window of the rate once the server has set a limit: limits have windows of minutes. */
const limitedWindow = 3_600_000;
/** Shortest window for a meaningful rate. */
const leastWindow = 2000;

export class RunStatistics {
  readonly #states = new Map<number, JournalState>();
  readonly #counts = Object.fromEntries(journalStates.map((state) => [state, 0])) as Record<JournalState, number>;
  #skipped = 0;
  #settledAt: number[] = [];
  readonly #startedAt: number;
  readonly #history: ThroughputHistory;
  /** When the server first asked for fewer requests: until then the run used up its allowance, which says nothing of the rate. */
  #limitedAt: number | null = null;
  attempts = 0;

  constructor(now: number) {
    this.#startedAt = now;
    this.#history = new ThroughputHistory(now);
  }

  setState(orderId: number, state: JournalState, now: number): void {
    const before = this.#states.get(orderId);
    if (before) this.#counts[before]--;
    this.#counts[state]++;
    this.#states.set(orderId, state);
    if (state !== 'sending' && state !== 'verifying' && state !== 'waiting' && state !== 'ready') {
      this.#settledAt.push(now);
      this.#history.recordSettled(now);
    }
  }

  /** Makes the request and records how long its answer took. */
  async timeRequest<T>(request: () => Promise<T>, now: () => number): Promise<T> {
    const sentAt = now();
    const answer = await request();
    this.#history.recordAnswer(now() - sentAt, now());
    return answer;
  }

  /** The server asked for fewer requests. */
  recordRateLimit(now: number): void {
    this.#limitedAt ??= now;
  }

  recordSkipped(): void {
    this.#skipped++;
  }

  /** @param waitFor ms that so many orders will wait for the server's limit; null where none is known */
  snapshot(
    total: number | null,
    now: number,
    waitFor: (orders: number) => number | null,
  ): Pick<RunSnapshot, 'counts' | 'total' | 'attempts' | 'perMinute' | 'history' | 'millisecondsLeft'> {
    const counts: RunCounts = { ...this.#counts, skipped: this.#skipped };
    const perMinute = this.#perMinute(now);
    return {
      counts,
      total,
      attempts: this.attempts,
      perMinute: Math.round(perMinute),
      history: this.#history.points(now),
      millisecondsLeft: this.#millisecondsLeft(total, perMinute, waitFor),
    };
  }

  /** Orders that this run has finished, for now. */
  get #settled(): number {
    const { sending, verifying, waiting, ready } = this.#counts;
    return this.#states.size + this.#skipped - sending - verifying - waiting - ready;
  }

  #perMinute(now: number): number {
    const since =
      this.#limitedAt === null
        ? Math.max(this.#startedAt, now - rateWindow)
        : Math.max(this.#limitedAt, now - limitedWindow);
    const first = this.#settledAt.findIndex((at) => at >= since);
    if (first > 0) this.#settledAt = this.#settledAt.slice(first);
    if (first < 0) this.#settledAt = [];
    const span = now - since;
    return span < (this.#limitedAt === null ? leastWindow : rateWindow) ? 0 : (this.#settledAt.length * 60_000) / span;
  }

  /** Null where it cannot be estimated. */
  #millisecondsLeft(
    total: number | null,
    perMinute: number,
    waitFor: (orders: number) => number | null,
  ): number | null {
    if (total === null) return null;
    const left = Math.max(0, total - this.#settled);
    if (left === 0) return 0;
    const wait = waitFor(left);
    if (wait) return Math.round(wait);
    return perMinute > 0 ? Math.round((left * 60_000) / perMinute) : null;
  }
}
