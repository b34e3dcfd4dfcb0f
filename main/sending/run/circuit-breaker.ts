/** Opens when the server cannot be reached: then nothing is sent until a harmless GET succeeds. Times are monotonic ms. */

const windowSize = 20;

export class CircuitBreaker {
  /** The latest requests, true where the server was reached. */
  #latest: boolean[] = [];
  #openUntil: number | null = null;
  readonly #consecutive: number;
  readonly #openFor: number;

  /** @param consecutive failures in a row that open it @param openFor ms until it should be probed */
  constructor(consecutive: number, openFor: number) {
    this.#consecutive = consecutive;
    this.#openFor = openFor;
  }

  /** When it should be probed; null: closed. */
  get openUntil(): number | null {
    return this.#openUntil;
  }

  record(reached: boolean, now: number): void {
    this.#latest = [...this.#latest.slice(1 - Math.max(windowSize, this.#consecutive)), reached];
    const inARow =
      this.#latest.length >= this.#consecutive && this.#latest.slice(-this.#consecutive).every((ok) => !ok);
    const failures = this.#latest.filter((ok) => !ok).length;
    if (inARow || (this.#latest.length >= windowSize && failures * 2 >= this.#latest.length)) this.open(now);
  }

  open(now: number): void {
    this.#openUntil = now + this.#openFor;
  }

  close(): void {
    this.#openUntil = null;
    this.#latest = [];
  }
}
