/** Serves runs from the sending worker: takes orders from the engine, and emits outcomes and progress to it. */
import { accessKeyOwner } from '../../shared/domain/model/shop.ts';
import type { LedgerEntry } from '../../shared/domain/model/ledger.ts';
import type { SendingRules } from '../../shared/domain/model/profile.ts';
import type {
  OrderOutcomeChange,
  RunEnd,
  RunServer,
  RunSnapshot,
  SendingNotice,
} from '../../shared/domain/sending/run.ts';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import type { SendableOrder } from '../ports.ts';
import type { ShopStore } from '../store/shop-stores.ts';
import { expectedAccount } from './expected-account.ts';
import type { Run, Sender } from '../sending/sender.ts';

/** What the engine provides: the orders of a batch that are ready. */
export interface OrderProvider {
  take(batchId: string, limit: number): readonly SendableOrder[] | Promise<readonly SendableOrder[]>;
  /** The order as the batch has it now; null where it has none that could be sent. */
  currentOrder(batchId: string, orderId: number): SendableOrder | null | Promise<SendableOrder | null>;
}

export interface RunEvents {
  /** Called after the commit. */
  onOutcome(change: OrderOutcomeChange): void;
  /** An order was not sent because of this entry of the ledger. */
  onBlocked(batchId: string, entry: LedgerEntry): void;
  onProgress(snapshot: RunSnapshot): void;
}

export interface RunRequest {
  readonly batchId: string;
  readonly server: RunServer;
  readonly accessKey: string;
  /** Id of the shop whose key it is. */
  readonly shop: string;
  readonly rules: SendingRules;
  readonly total: number;
  readonly firstOnly: boolean;
  /** Sends nothing: only looks up what is unknown. */
  readonly lookUpOnly?: boolean;
}

type RenewAccessKey = (server: RunServer, shop: string) => Promise<string | null>;

export class RunService {
  readonly #sender: Sender;
  readonly #orders: OrderProvider;
  readonly #events: RunEvents;
  readonly #shops: Pick<ShopStore, 'get' | 'list' | 'change'>;
  readonly #renewAccessKey: RenewAccessKey | undefined;
  /** By batch; the owner is that of its key. */
  readonly #runs = new Map<string, { readonly run: Run; readonly keyOwner: string }>();

  /** @param renewAccessKey gets a new access key without a person; null where that is not possible */
  constructor(
    sender: Sender,
    orders: OrderProvider,
    events: RunEvents,
    shops: Pick<ShopStore, 'get' | 'list' | 'change'>,
    renewAccessKey?: RenewAccessKey,
  ) {
    this.#shops = shops;
    this.#renewAccessKey = renewAccessKey;
    this.#sender = sender;
    this.#orders = orders;
    this.#events = events;
  }

  /** What the sender recovered at its start: lost answers, a journal behind its witness. */
  notices(): readonly SendingNotice[] {
    return this.#sender.notices;
  }

  /** A person has seen that the witness is broken: sending goes on. */
  markWitnessSeen(): void {
    this.#sender.markWitnessSeen();
  }

  start(request: RunRequest): RunSnapshot {
    const { batchId, firstOnly, lookUpOnly, server, shop } = request;
    const renewAccessKey = this.#renewAccessKey;
    const run = valueOrThrow(
      this.#sender.start({
        batchId,
        server,
        accessKey: request.accessKey,
        account: expectedAccount(this.#shops, shop, server),
        rules: request.rules,
        total: request.total,
        firstOnly,
        lookUpOnly: lookUpOnly === true,
        ...(renewAccessKey ? { renewAccessKey: () => renewAccessKey(server, shop) } : {}),
        source: {
          take: async (limit) => this.#orders.take(batchId, limit),
          currentOrder: async (orderId) => this.#orders.currentOrder(batchId, orderId),
        },
        listener: {
          onOutcome: (change) => this.#events.onOutcome(change),
          onBlocked: (entry) => this.#events.onBlocked(batchId, entry),
          onProgress: (snapshot) => this.#events.onProgress(snapshot),
        },
      }),
    );
    this.#runs.set(batchId, { run, keyOwner: accessKeyOwner(server.identity, shop) });
    void run.finished.then(() => this.#events.onProgress(run.snapshot()));
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

  /** Passes the new access key to the runs of its owner (shared/domain/model/shop.ts), and to no other. */
  provideAccessKey(keyOwner: string, accessKey: string): void {
    for (const known of this.#runs.values()) if (known.keyOwner === keyOwner) known.run.provideAccessKey(accessKey);
  }

  settleAsAccepted(batchId: string, orderId: number, wmsId: number | null): OrderOutcomeChange {
    return valueOrThrow(this.#sender.settleAsAccepted(batchId, orderId, wmsId));
  }

  sendAgain(batchId: string, orderId: number): OrderOutcomeChange {
    return valueOrThrow(this.#sender.sendAgain(batchId, orderId));
  }

  sendAnyway(batchId: string, server: RunServer, order: SendableOrder): OrderOutcomeChange {
    return valueOrThrow(this.#sender.sendAnyway(batchId, server, order));
  }

  sendAllAgain(batchId: string, orderIds: readonly number[]): readonly OrderOutcomeChange[] {
    return this.#sender.sendAllAgain(batchId, orderIds);
  }

  /** Batches with a run that has not ended. */
  activeBatchIds(): readonly string[] {
    return [...this.#runs]
      .filter(([, { run }]) => !['finished', 'stopped'].includes(run.snapshot().status))
      .map(([batchId]) => batchId);
  }

  /** Stops every run, awaiting the requests under way. */
  async stopAll(): Promise<readonly RunEnd[]> {
    return Promise.all(this.activeBatchIds().map((batchId) => this.#of(batchId).stop()));
  }

  #of(batchId: string): Run {
    const known = this.#runs.get(batchId);
    if (!known) throw new FailureError('run.none');
    return known.run;
  }
}
