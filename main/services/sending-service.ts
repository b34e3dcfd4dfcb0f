/** Serves sending to the window: plans, runs with the batch's own counts, settling by a person; runs in the engine worker. */
import type { RefusedOrders } from '../../shared/contract/sending.ts';
import type { OrderView, RunView, SendPlan } from '../../shared/contract/views.ts';
import { firstShop } from '../../shared/domain/model/shop.ts';
import type { LedgerEntry } from '../../shared/domain/model/ledger.ts';
import type { SendingRules } from '../../shared/domain/model/profile.ts';
import { orderIdOfKey, orderKeyOf } from '../../shared/domain/orders/order-key.ts';
import { estimateRangeMs } from '../../shared/domain/sending/estimate.ts';
import type { OrderOutcomeChange, RunServer, RunSnapshot } from '../../shared/domain/sending/run.ts';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import type { OpenBatches, OpenedBatch } from './open-batches.ts';
import type { Clock, SendableOrder } from '../ports.ts';
import type { Remote } from '../platform/remote.ts';
import type { LearnedOrders } from '../platform/team-ports.ts';
import type { RunService } from './run-service.ts';
import { refuseUnanswered, serverQuestion } from './server-question.ts';
import type { Store } from '../store/store.ts';

/** Where orders go, and with which access key. */
export interface SendTarget {
  readonly server: RunServer;
  readonly accessKey: string;
  /** Id of the shop whose key it is; none: that of a home without several. */
  readonly shop?: string;
  readonly rules: SendingRules;
}

/** An order that a run did not send, and the entry of the ledger that kept it from it. */
export interface BlockedOrder {
  readonly batchId: string;
  readonly entry: LedgerEntry;
}

/** Outcomes are applied in groups: with an event for each one the grid would have no time to draw. */
const groupMs = 80;

const shownStatus = {
  running: 'running',
  pausing: 'pausing',
  stopping: 'pausing',
  paused: 'paused',
  waitingForKey: 'waitingForKey',
  finished: 'finished',
  stopped: 'stopped',
} as const satisfies Record<RunSnapshot['status'], RunView['status']>;
export const isRunOver = (status: RunSnapshot['status']): boolean => status === 'finished' || status === 'stopped';

export class SendingService {
  readonly #store: Remote<Store>;
  readonly #runs: Remote<RunService>;
  readonly #opened: OpenBatches;
  readonly #clock: Clock;
  readonly #snapshots = new Map<string, RunSnapshot>();
  readonly #pending = new Map<string, OrderOutcomeChange[]>();
  /** Of orders whose answer was lost in this run: since when, by batch and order id; and the quiet time before their look-up, ms. */
  readonly #lost = new Map<string, Map<number, number>>();
  readonly #quietTimes = new Map<string, number>();

  constructor(store: Remote<Store>, runs: Remote<RunService>, opened: OpenBatches, clock: Clock) {
    this.#store = store;
    this.#runs = runs;
    this.#opened = opened;
    this.#clock = clock;
  }

  async plan(batchId: string, server: RunServer, hasAccessKey: boolean, rules: SendingRules): Promise<SendPlan> {
    const earlier = (await this.#store.batches.get(batchId))?.server ?? null;
    const isElsewhere = earlier !== null && !(await this.#isSame(earlier, server));
    if (!isElsewhere) await this.#opened.learnFromOthers(batchId);
    // Sending to another server starts with nothing sent: the plan is for that start.
    const batch = isElsewhere
      ? await this.#opened.openForServer(batchId, server.identity)
      : (await this.#opened.get(batchId)).batch;
    const { counts, readyAmount } = batch.summary();
    const ready = counts.ready + counts.waiting;
    const learned = await this.#store.outcomes.learnedPace(server.identity);
    const duration = estimateRangeMs(ready, rules, learned, this.#clock.now());
    return {
      batchId,
      ready,
      amount: readyAmount,
      server: { url: server.url, practice: server.practice, secure: server.url.startsWith('https:') },
      hasAccessKey,
      seconds: { from: Math.ceil(duration.from / 1000), to: Math.ceil(duration.to / 1000) },
      withErrors: counts.withErrors,
      leftOut: counts.leftOut,
      alreadySent: counts.alreadySent,
      ...batch.reminders(this.#clock.now()),
      earlierServer: isElsewhere ? { url: earlier.url, practice: earlier.practice } : null,
      sameServer: await serverQuestion(batch, this.#store.sameServers, server),
    };
  }

  /**
   * Starts sending. A batch that went to another server stays with it: its file, choices and corrections become a
   * new batch, whose id is in the answer.
   * @throws FailureError `run.nothing`, `batch.gone`, those of {@link refuseUnanswered} and of {@link RunService.start}
   */
  async start(batchId: string, destination: SendTarget, firstOnly: boolean): Promise<RunView> {
    const { batch } = await this.#forServer(batchId, destination.server);
    await this.#opened.learnFromOthers(batch.batchId);
    const opened = await this.#opened.get(batch.batchId);
    if (opened.batch.shop === null) throw new FailureError('shop.undecided');
    refuseUnanswered(await serverQuestion(opened.batch, this.#store.sameServers, destination.server));
    const { counts } = opened.batch.summary();
    const total = counts.ready + counts.waiting;
    if (total + counts.unknown === 0) throw new FailureError('run.nothing');
    this.#quietTimes.set(opened.batch.batchId, destination.rules.quietTime * 1000);
    return this.#begin(opened, destination, { total, firstOnly, lookUpOnly: false });
  }

  async pause(batchId: string): Promise<RunView> {
    return this.#shown(await this.#runs.pause(batchId));
  }

  async resume(batchId: string): Promise<RunView> {
    return this.#shown(await this.#runs.resume(batchId));
  }

  async stop(batchId: string): Promise<RunView> {
    return this.#shown(await this.#runs.stop(batchId));
  }

  async setConcurrency(batchId: string, concurrency: number): Promise<RunView> {
    return this.#shown(await this.#runs.setConcurrency(batchId, concurrency));
  }

  async state(batchId: string): Promise<RunView> {
    const snapshot = this.#snapshots.get(batchId);
    return snapshot ? this.#shown(snapshot) : this.#idle(batchId);
  }

  /** A person says that the WMS has an unknown order, or wants an order sent again. */
  async settle(
    batchId: string,
    orderKey: string,
    act: 'there' | 'sendAgain',
    wmsId: number | null,
  ): Promise<OrderView> {
    const orderId = this.#orderIdOf(orderKey);
    const change =
      act === 'there'
        ? await this.#runs.settleAsAccepted(batchId, orderId, wmsId)
        : await this.#runs.sendAgain(batchId, orderId);
    await this.#settled(batchId, [change]);
    return valueOrThrow((await this.#opened.get(batchId)).batch.order(orderKey));
  }

  /**
   * A person wants an order of this batch sent, though its number was sent before from elsewhere.
   * @param server the one in use; a batch that was sent stays with its own
   * @throws FailureError `sending.notSendable`, and those of {@link RunService.sendAnyway}
   */
  async sendAnyway(batchId: string, orderKey: string, server: RunServer): Promise<OrderView> {
    const target = (await this.#store.batches.get(batchId))?.server ?? server;
    const { batch } = await this.#opened.open(batchId, target.identity);
    const order = batch.currentOrder(this.#orderIdOf(orderKey));
    if (order === null) throw new FailureError('sending.notSendable');
    const change = await this.#runs.sendAnyway(batchId, target, order);
    await this.#settled(batchId, [change]);
    return valueOrThrow((await this.#opened.get(batchId)).batch.order(orderKey));
  }

  /** Has these orders sent again unchanged; returns how many of them can be. */
  async resend(batchId: string, orders: RefusedOrders): Promise<number> {
    const orderKeys =
      'orderKeys' in orders
        ? orders.orderKeys
        : (await this.#opened.get(batchId)).batch.report.refusedOrderKeys(orders.cause);
    const changes = await this.#runs.sendAllAgain(
      batchId,
      orderKeys.map((orderKey) => this.#orderIdOf(orderKey)),
    );
    await this.#settled(batchId, changes);
    return changes.length;
  }

  /** Server and WMS id of an accepted order. @throws FailureError `sending.notAccepted` */
  async findAcceptedOrder(
    batchId: string,
    orderKey: string,
  ): Promise<{ readonly server: RunServer; readonly wmsId: number }> {
    const server = (await this.#store.batches.get(batchId))?.server ?? null;
    const { state, wmsId } = valueOrThrow((await this.#opened.get(batchId)).batch.order(orderKey));
    if (state !== 'accepted' || wmsId === null || server === null) throw new FailureError('sending.notAccepted');
    return { server, wmsId };
  }

  /** Looks the unknown orders up now, sending nothing. */
  async lookUp(batchId: string, orderKey: string, destination: SendTarget): Promise<OrderView> {
    const opened = await this.#opened.get(batchId);
    await this.#begin(opened, destination, { total: 0, firstOnly: false, lookUpOnly: true });
    return valueOrThrow(opened.batch.order(orderKey));
  }

  /** Ids and times of the unknown orders. */
  async unknownOrders(batchId: string): Promise<readonly { readonly orderId: number; readonly at: number }[]> {
    const outcomes = await this.#store.outcomes.ofBatch(batchId);
    return [...outcomes.values()]
      .filter(({ state }) => state === 'unknown')
      .map(({ orderId, at }) => ({ orderId, at }));
  }

  /** Orders for a run; called from the sending worker. */
  async take(batchId: string, limit: number): Promise<readonly SendableOrder[]> {
    return (await this.#opened.get(batchId)).batch.take(limit);
  }

  /** An order as it is now, for a run that lost what it sent; called from the sending worker. */
  async currentOrder(batchId: string, orderId: number): Promise<SendableOrder | null> {
    return (await this.#opened.get(batchId)).batch.currentOrder(orderId);
  }

  /** Applies an order's new outcome, which the sending worker emits after the commit. */
  applyOutcome(change: OrderOutcomeChange): void {
    const pending = this.#pending.get(change.batchId);
    if (pending) {
      pending.push(change);
      return;
    }
    this.#pending.set(change.batchId, [change]);
    setTimeout(() => void this.#flush(change.batchId), groupMs);
  }

  /** An order was not sent because of what another batch did since this one was opened: that is its state from now on. */
  async applyBlocked({ batchId, entry }: BlockedOrder): Promise<void> {
    const opened = await this.#opened.get(batchId).catch(() => null);
    if (!opened) return;
    opened.batch.setLedger([entry]);
    this.#opened.emit('order.changed', { batchId, orderKeys: [orderKeyOf(entry.orderId)] });
  }

  /** The team's other computers did something: files that are open know it at once. */
  async applyLearned(learned: readonly LearnedOrders[]): Promise<void> {
    for (const { server, orderIds } of learned) await this.#opened.refreshFromLedger(server, orderIds);
  }

  /** Applies a run's progress, which the sending worker emits. */
  async applyProgress(snapshot: RunSnapshot): Promise<void> {
    const { batchId } = snapshot;
    this.#snapshots.set(batchId, snapshot);
    await this.#flush(batchId);
    const opened = await this.#opened.get(batchId).catch(() => null);
    if (!opened) return;
    try {
      if (isRunOver(snapshot.status)) {
        opened.batch.releaseTaken();
        await this.#opened.publish(opened);
      }
    } finally {
      // That a run is over is told also where its counts cannot be stored: that may be why it is.
      this.#opened.emit('run.changed', await this.#shown(snapshot));
    }
  }

  async #begin(
    opened: OpenedBatch,
    { server, accessKey, shop = firstShop, rules }: SendTarget,
    {
      total,
      firstOnly,
      lookUpOnly,
    }: { readonly total: number; readonly firstOnly: boolean; readonly lookUpOnly: boolean },
  ): Promise<RunView> {
    const { batchId } = opened.batch;
    // With another shop's key its orders would belong to another account.
    if (opened.batch.shop !== shop) throw new FailureError('shop.undecided');
    const snapshot = await this.#runs.start({ batchId, server, accessKey, shop, rules, total, firstOnly, lookUpOnly });
    this.#snapshots.set(batchId, snapshot);
    return this.#shown(snapshot);
  }

  async #isSame(one: RunServer, other: RunServer): Promise<boolean> {
    return (
      one.identity === other.identity || (await this.#store.sameServers.namesOf(one.identity)).includes(other.identity)
    );
  }

  async #forServer(batchId: string, server: RunServer): Promise<OpenedBatch> {
    const stored = await this.#store.batches.get(batchId);
    if (!stored) throw new FailureError('batch.gone');
    if (stored.server === null || (await this.#isSame(stored.server, server)))
      return this.#opened.open(batchId, server.identity);
    // Asked before the copy is made: what is refused leaves none behind.
    if ((await this.#store.sameServers.unanswered(server.identity)).length > 0)
      refuseUnanswered(
        await serverQuestion(
          await this.#opened.openForServer(batchId, server.identity),
          this.#store.sameServers,
          server,
        ),
      );
    const copy = await this.#store.batches.createFromPath(stored.path, stored.fileName);
    if (stored.shop !== null) valueOrThrow(await this.#store.batches.setShop(copy.id, stored.shop));
    await this.#store.batches.setChoices(copy.id, stored.choices);
    await this.#store.batches.setProfile(copy.id, stored.profile);
    for (const { edit, undone, aside } of await this.#store.edits.list(batchId))
      if (!undone && !aside) await this.#store.edits.append(copy.id, edit);
    if (stored.counts) await this.#store.batches.setCounts(copy.id, stored.counts);
    return this.#opened.open(copy.id, server.identity);
  }

  async #flush(batchId: string): Promise<void> {
    const changes = this.#pending.get(batchId);
    if (!changes) return;
    this.#pending.delete(batchId);
    await this.#apply(batchId, changes);
  }

  /** Applies a person's changes of outcomes and updates the counts in the list of files. */
  async #settled(batchId: string, changes: readonly OrderOutcomeChange[]): Promise<void> {
    await this.#apply(batchId, changes);
    await this.#opened.publish(await this.#opened.get(batchId));
  }

  /** When the first lost answer of this run is looked up, ms since 1970; null: not known, or there is none. */
  #lookUpAt(batchId: string): number | null {
    const quietTime = this.#quietTimes.get(batchId);
    const since = this.#lost.get(batchId);
    return quietTime === undefined || since === undefined || since.size === 0
      ? null
      : Math.min(...since.values()) + quietTime;
  }

  async #apply(batchId: string, changes: readonly OrderOutcomeChange[]): Promise<void> {
    const lost = this.#lost.get(batchId) ?? new Map<number, number>();
    this.#lost.set(batchId, lost);
    for (const { outcome } of changes)
      if (outcome.state === 'unknown') lost.set(outcome.orderId, outcome.at);
      else lost.delete(outcome.orderId);
    const opened = await this.#opened.get(batchId).catch(() => null);
    if (!opened) return;
    const keys = opened.batch.setOutcomes(changes.map(({ outcome }) => outcome));
    this.#opened.emit('order.changed', { batchId, orderKeys: keys });
  }

  async #shown(snapshot: RunSnapshot): Promise<RunView> {
    const { batch } = await this.#opened.get(snapshot.batchId);
    const { accepted, rejected, duplicate, review, skipped, unknown } = snapshot.counts;
    const done = accepted + rejected + duplicate + review + skipped;
    return {
      batchId: snapshot.batchId,
      status: shownStatus[snapshot.status],
      reason: snapshot.reason ?? snapshot.paceReason,
      counts: batch.summary().counts,
      planned: Math.max(snapshot.total ?? 0, done),
      done,
      inFlight: snapshot.inFlight,
      pace: snapshot.pace,
      concurrency: snapshot.concurrency,
      ordersPerMinute: snapshot.perMinute,
      history: [...snapshot.history],
      secondsLeft: snapshot.millisecondsLeft === null ? null : Math.ceil(snapshot.millisecondsLeft / 1000),
      startedAt: snapshot.startedAt,
      awaitingLookup: unknown,
      lookUpAt: unknown === 0 ? null : this.#lookUpAt(snapshot.batchId),
    };
  }

  async #idle(batchId: string): Promise<RunView> {
    const { batch } = await this.#opened.get(batchId);
    const { sending } = await this.#store.settings.get();
    const { counts } = batch.summary();
    return {
      batchId,
      status: 'idle',
      reason: null,
      counts,
      planned: counts.ready,
      done: 0,
      inFlight: 0,
      pace: Math.min(2, sending.concurrency),
      concurrency: sending.concurrency,
      ordersPerMinute: 0,
      history: [],
      secondsLeft: null,
      startedAt: this.#clock.now(),
      awaitingLookup: counts.unknown,
      lookUpAt: null,
    };
  }

  #orderIdOf(orderKey: string): number {
    const orderId = orderIdOfKey(orderKey);
    if (orderId === null) throw new FailureError('order.noId');
    return orderId;
  }
}
