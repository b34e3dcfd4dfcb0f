/** The one place that decides how many requests of a run are under way: whatever goes to the WMS passes it. */
import pLimit, { type LimitFunction } from 'p-limit';

export class RequestGate {
  readonly #limit: LimitFunction;
  readonly #allowed: () => number;

  /** @param allowed how many may be under way just now, at least 1; asked anew whenever one is to go */
  constructor(allowed: () => number) {
    this.#allowed = allowed;
    this.#limit = pLimit(allowed());
  }

  /** Requests under way, and those that wait for their turn. */
  get inFlight(): number {
    return this.#limit.activeCount + this.#limit.pendingCount;
  }

  /** Whether one more would go at once. What is under way when fewer become allowed is finished. */
  get isOpen(): boolean {
    return this.inFlight < this.#allowed();
  }

  /** Runs `act` in its turn; resolves once it is over and counted no more. @param act never rejects */
  run(act: () => Promise<void>): Promise<void> {
    const allowed = this.#allowed();
    if (this.#limit.concurrency !== allowed) this.#limit.concurrency = allowed;
    return this.#limit(act);
  }
}
