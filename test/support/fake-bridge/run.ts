/** A run of the fake bridge: orders change their state on a timer; some are refused, some answers are lost. */
import type { RunView } from '../../../shared/contract/views.ts';
import type { FakeBatch } from './batch.ts';
import type { FakeOrder } from './rows.ts';

export type Emit = (name: string, data: unknown) => void;

export class FakeRun {
  readonly #batch: FakeBatch;
  readonly #emit: Emit;
  readonly #planned: number;
  readonly #startedAt = Date.now();
  #status: RunView['status'] = 'running';
  #reason: RunView['reason'] = null;
  #done = 0;
  #concurrency = 4;
  #timer: ReturnType<typeof setInterval> | null = null;

  /** `speed`: milliseconds per order; 0 sends none by itself. */
  constructor(batch: FakeBatch, firstOnly: boolean, speed: number, tell: Emit) {
    this.#batch = batch;
    this.#emit = tell;
    this.#planned = batch.counts().ready + batch.counts().waiting;
    if (firstOnly) {
      this.#sendOne();
      this.#status = 'paused';
    } else if (speed > 0) this.#timer = setInterval(() => this.#tick(), speed);
  }

  #next(): FakeOrder | undefined {
    return this.#batch.orders.find(({ state }) => state === 'ready' || state === 'waiting');
  }

  #sendOne(): void {
    const order = this.#next();
    if (!order) return;
    this.#done += 1;
    const n = Number(order.key);
    if (n % 29 === 3) order.state = 'unknown';
    else if (n % 31 === 4) {
      order.state = 'rejected';
      this.#batch.refusals.set(order.key, {
        code: 'wms.unknownProduct',
        severity: 'error',
        scope: 'cell',
        row: order.rows[0]!,
        column: 7,
        field: 'client_product_id',
        params: { value: '1042' },
      });
    } else {
      order.state = 'accepted';
      order.wmsId = 90_000 + this.#done;
    }
    this.#batch.version += 1;
    this.#emit('order.changed', { batchId: this.#batch.id, orderKeys: [order.key] });
  }

  #tick(): void {
    if (this.#status !== 'running') return;
    this.#sendOne();
    if (!this.#next()) this.#end('finished');
    this.#emit('run.changed', this.view());
  }

  #end(status: 'finished' | 'stopped'): void {
    this.#status = status;
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Sends `count` orders at once, for screenshots of a run that stands still. */
  advance(count: number): void {
    for (let n = 0; n < count; n += 1) this.#sendOne();
    if (!this.#next()) this.#end('finished');
  }

  setStatus(status: RunView['status'], reason: RunView['reason'] = null): RunView {
    if (status === 'stopped' || status === 'finished') this.#end(status);
    else this.#status = status;
    this.#reason = reason;
    return this.view();
  }

  setConcurrency(concurrency: number): RunView {
    this.#concurrency = concurrency;
    return this.view();
  }

  view(): RunView {
    const going = this.#status === 'running';
    return {
      batchId: this.#batch.id,
      status: this.#status,
      reason: this.#reason,
      counts: this.#batch.counts(),
      planned: this.#planned,
      done: this.#done,
      inFlight: going ? 2 : 0,
      pace: 2,
      concurrency: this.#concurrency,
      ordersPerMinute: going ? 84 : 0,
      history: Array.from({ length: 30 }, (_, n) => ({
        perMinute: Math.round(60 + 40 * Math.sin(n / 4)),
        answerMs: n === 12 ? null : Math.round(220 + 90 * Math.cos(n / 3)),
      })),
      secondsLeft: going ? Math.round((this.#planned - this.#done) * 0.7) : null,
      startedAt: this.#startedAt,
      awaitingLookup: this.#batch.counts().unknown,
    };
  }
}

export function idleRun(batch: FakeBatch): RunView {
  return {
    batchId: batch.id,
    status: 'idle',
    reason: null,
    counts: batch.counts(),
    planned: 0,
    done: 0,
    inFlight: 0,
    pace: 2,
    concurrency: 4,
    ordersPerMinute: 0,
    history: [],
    secondsLeft: null,
    startedAt: 0,
    awaitingLookup: 0,
  };
}
