/** Queues the work of a run: orders from the source, retries and look-ups that fall due. Times are monotonic ms. */
import type { OrderSource, SendableOrder } from '../../ports.ts';

export type Job =
  | { readonly kind: 'new'; readonly order: SendableOrder }
  | { readonly kind: 'again'; readonly revisionId: number }
  | { readonly kind: 'lookUp'; readonly revisionId: number };

interface Due {
  readonly job: Job;
  readonly at: number;
}

const readAhead = 64;

export class RunQueue {
  readonly #source: OrderSource;
  #newOrders: SendableOrder[] = [];
  #isExhausted = false;
  #retries: Due[] = [];
  #lookUps: Due[] = [];

  constructor(source: OrderSource) {
    this.#source = source;
  }

  addRetry(revisionId: number, at: number): void {
    insert(this.#retries, { job: { kind: 'again', revisionId }, at });
  }

  addLookup(revisionId: number, at: number): void {
    insert(this.#lookUps, { job: { kind: 'lookUp', revisionId }, at });
  }

  /** Whether any order or retry is left to send. */
  get hasOrdersToSend(): boolean {
    return this.#retries.length > 0 || this.#newOrders.length > 0 || !this.#isExhausted;
  }

  get isEmpty(): boolean {
    return !this.hasOrdersToSend && this.#lookUps.length === 0;
  }

  /** When the next waiting job falls due; null: none waits. @param mayLookUp whether look-ups count */
  nextDue(mayLookUp: () => boolean): number | null {
    const times = [this.#retries[0], this.#lookUps[0] && mayLookUp() ? this.#lookUps[0] : undefined].flatMap(
      (due) => due?.at ?? [],
    );
    return times.length > 0 ? Math.min(...times) : null;
  }

  /** @param mayLookUp whether look-ups may be taken now */
  async next(now: number, mayLookUp: () => boolean): Promise<Job | null> {
    if (isDue(this.#lookUps, now) && mayLookUp()) return this.#lookUps.shift()?.job ?? null;
    if (isDue(this.#retries, now)) return this.#retries.shift()?.job ?? null;
    if (this.#newOrders.length === 0 && !this.#isExhausted) {
      this.#newOrders = [...(await this.#source.take(readAhead))];
      this.#isExhausted = this.#newOrders.length === 0;
    }
    const order = this.#newOrders.shift();
    return order ? { kind: 'new', order } : null;
  }

  /** Puts a job from {@link next} back, as the first one to be returned. */
  putBack(job: Job): void {
    if (job.kind === 'new') this.#newOrders.unshift(job.order);
    else (job.kind === 'again' ? this.#retries : this.#lookUps).unshift({ job, at: -Infinity });
  }
}

function isDue(list: readonly Due[], now: number): boolean {
  const [first] = list;
  return first !== undefined && first.at <= now;
}

function insert(list: Due[], due: Due): void {
  const at = list.findIndex((other) => other.at > due.at);
  list.splice(at < 0 ? list.length : at, 0, due);
}
