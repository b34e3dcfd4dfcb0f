/** Runs as the sending worker serves them: one sender, runs by batch, orders fetched from the engine, news told to it. */
import type { SendingRules } from '../../shared/domain/model/profile.ts';
import type { OutcomeChange, RunEnd, RunServer, RunSnapshot, SendingNotice } from '../../shared/domain/sending/run.ts';
import { FailureError, valueOf } from '../../shared/result.ts';
import type { SendableOrder } from '../ports.ts';
import type { Run, Sender } from '../sending/sender.ts';

/** What the engine's side offers: the orders of a batch that are ready. */
export interface OrderStock {
  take(batchId: string, limit: number): readonly SendableOrder[] | Promise<readonly SendableOrder[]>;
  /** The order as the batch has it now; null where it has none that could be sent. */
  content(batchId: string, orderId: number): SendableOrder | null | Promise<SendableOrder | null>;
}

export interface RunNews {
  /** After the commit. */
  outcome(change: OutcomeChange): void;
  progress(snapshot: RunSnapshot): void;
}

export interface RunRequest {
  readonly batchId: string;
  readonly server: RunServer;
  readonly token: string;
  readonly rules: SendingRules;
  readonly total: number;
  readonly firstOnly: boolean;
  /** Sends nothing: settles by look-up what is unknown. */
  readonly lookUpOnly?: boolean;
}

export class RunService {
  readonly #sender: Sender;
  readonly #stock: OrderStock;
  readonly #news: RunNews;
  readonly #renewToken: ((server: RunServer) => Promise<string | null>) | undefined;
  readonly #runs = new Map<string, { readonly run: Run; readonly server: RunServer }>();

  /** @param renewToken gets a new access key without a person; null where there is no way */
  constructor(sender: Sender, stock: OrderStock, news: RunNews, renewToken?: (server: RunServer) => Promise<string | null>) {
    this.#renewToken = renewToken;
    this.#sender = sender;
    this.#stock = stock;
    this.#news = news;
  }

  /** What the sender found at its start: lost answers, a journal behind its witness. */
  notices(): readonly SendingNotice[] {
    return this.#sender.notices;
  }

  start(request: RunRequest): RunSnapshot {
    const { batchId, firstOnly, lookUpOnly, server } = request;
    const renewToken = this.#renewToken;
    const run = valueOf(
      this.#sender.start({
        batchId,
        server,
        token: request.token,
        rules: request.rules,
        total: request.total,
        firstOnly,
        lookUpOnly: lookUpOnly === true,
        ...(renewToken ? { renewToken: () => renewToken(server) } : {}),
        source: { take: async (limit) => this.#stock.take(batchId, limit), content: async (orderId) => this.#stock.content(batchId, orderId) },
        listener: { outcome: (change) => this.#news.outcome(change), progress: (snapshot) => this.#news.progress(snapshot) },
      }),
    );
    this.#runs.set(batchId, { run, server });
    void run.finished.then(() => this.#news.progress(run.snapshot()));
    return run.snapshot();
  }

  /** The run of the batch that is under way or was the last; null: none since the start of the app. */
  snapshot(batchId: string): RunSnapshot | null {
    return this.#runs.get(batchId)?.run.snapshot() ?? null;
  }

  pause(batchId: string): RunSnapshot {
    const run = this.#of(batchId);
    run.pause();
    return run.snapshot();
  }

  resume(batchId: string): RunSnapshot {
    const run = this.#of(batchId);
    run.resume();
    return run.snapshot();
  }

  async stop(batchId: string): Promise<RunSnapshot> {
    const run = this.#of(batchId);
    await run.stop();
    return run.snapshot();
  }

  setConcurrency(batchId: string, concurrency: number): RunSnapshot {
    const run = this.#of(batchId);
    run.setConcurrency(concurrency);
    return run.snapshot();
  }

  /** Gives the new access key of a server to the runs that send to it, and to no other. */
  provideToken(server: string, token: string): void {
    for (const known of this.#runs.values()) if (known.server.identity === server) known.run.provideToken(token);
  }

  settleThere(batchId: string, orderId: number, wmsId: number | null): OutcomeChange {
    return valueOf(this.#sender.settleThere(batchId, orderId, wmsId));
  }

  sendAgain(batchId: string, orderId: number): OutcomeChange {
    return valueOf(this.#sender.sendAgain(batchId, orderId));
  }

  sendAnyway(batchId: string, server: RunServer, order: SendableOrder): OutcomeChange {
    return valueOf(this.#sender.sendAnyway(batchId, server, order));
  }

  sendAllAgain(batchId: string, orderIds: readonly number[]): readonly OutcomeChange[] {
    return this.#sender.sendAllAgain(batchId, orderIds);
  }

  /** Batches with a run that has not ended. */
  active(): readonly string[] {
    return [...this.#runs].filter(([, { run }]) => !['finished', 'stopped'].includes(run.snapshot().status)).map(([batchId]) => batchId);
  }

  /** Stops every run, awaiting the requests under way. */
  async stopAll(): Promise<readonly RunEnd[]> {
    return Promise.all(this.active().map((batchId) => this.#of(batchId).stop()));
  }

  #of(batchId: string): Run {
    const known = this.#runs.get(batchId);
    if (!known) throw new FailureError('run.none');
    return known.run;
  }
}
