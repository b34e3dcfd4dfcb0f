/** The breaker: when the server cannot be reached, nothing is sent until a harmless GET comes through. Times are monotonic ms. */

const consecutive = 5;
const windowSize = 20;
const openFor = 15_000;

export class Breaker {
  /** The latest transports, true where the server was reached. */
  #latest: boolean[] = [];
  #openUntil: number | null = null;

  /** When it should be probed; null: closed. */
  get openUntil(): number | null {
    return this.#openUntil;
  }

  record(reached: boolean, now: number): void {
    this.#latest = [...this.#latest.slice(1 - windowSize), reached];
    const inARow = this.#latest.length >= consecutive && this.#latest.slice(-consecutive).every((ok) => !ok);
    const failures = this.#latest.filter((ok) => !ok).length;
    if (inARow || (this.#latest.length === windowSize && failures * 2 >= windowSize)) this.open(now);
  }

  open(now: number): void {
    this.#openUntil = now + openFor;
  }

  close(): void {
    this.#openUntil = null;
    this.#latest = [];
  }
}
