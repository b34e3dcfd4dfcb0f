/** The batches in memory, by id, each with a queue of its own for what changes it. */
import { noChoices, type Choices } from '../../shared/domain/model/choices.ts';
import type { EventData, EventName } from '../../shared/contract/events.ts';
import type { OrderOutcome } from '../../shared/domain/model/ledger.ts';
import type { ShopName } from '../../shared/domain/model/shop.ts';
import type { Profile } from '../../shared/domain/model/profile.ts';
import type { BatchShop, BatchSummary } from '../../shared/contract/views.ts';
import { FailureError } from '../../shared/result.ts';
import type { Batch } from '../engine/batch.ts';
import { openBatch } from './open-batch.ts';
import type { Clock, StartForeignReader } from '../ports.ts';
import { throwIfCancelled } from '../platform/cooperative.ts';
import type { Remote } from '../platform/remote.ts';
import { serverTableKey } from '../../shared/wms/practice-server.ts';
import type { BatchRecord as StoredBatch } from '../store/batch-stores.ts';
import type { Store } from '../store/store.ts';

/** Tells the window an event of the contract. */
export type EmitEvent = <N extends EventName>(name: N, data: EventData<N>) => void;

export interface OpenedBatch {
  readonly batch: Batch;
  /** Identity of the server whose ledger it was compared with. */
  readonly server: string;
  /** What others had changed of the server's orders when it was read: see LedgerStore.changesByOthers. */
  readonly changesByOthers: number;
  profileName: string | null;
}

/** Whether a person chose something: then no profile's choices take their place. */
function hasOwnChoices({ columns, constants, rules }: Choices): boolean {
  return JSON.stringify({ columns, constants, rules }) !== JSON.stringify(nothingChosen);
}
const nothingChosen = { columns: noChoices.columns, constants: noChoices.constants, rules: noChoices.rules };

/** Orders of a file that is read again while it is only looked at. */
const mostWatched = 10_000;

function sentBeforeCount(batch: Batch): number {
  const { alreadySent, duplicate } = batch.summary().counts;
  return alreadySent + duplicate;
}

export class OpenBatches {
  readonly emit: EmitEvent;
  readonly foreign: StartForeignReader;
  readonly #store: Remote<Store>;
  readonly #clock: Clock;
  readonly #opened = new Map<string, Promise<OpenedBatch>>();
  readonly #queues = new Map<string, Promise<unknown>>();
  /** Batches of which nobody knows whether they are as the store has them; see {@link restore}. */
  readonly #unsure = new Set<string>();
  readonly #restoring = new Map<string, Promise<OpenedBatch>>();
  /** What is being read, by batch id. */
  readonly #readings = new Map<string, AbortController>();

  constructor(store: Remote<Store>, clock: Clock, emit: EmitEvent, foreign: StartForeignReader) {
    this.#store = store;
    this.#clock = clock;
    this.emit = emit;
    this.foreign = foreign;
  }

  /** Opens the batch; one that is open stays as it is while the server is the same. */
  async open(batchId: string, server: string): Promise<OpenedBatch> {
    const stored = await this.#storedBatch(batchId);
    // A batch that was sent is compared with the ledger of the server that it went to.
    const identity = stored.server?.identity ?? server;
    const known = await this.#opened.get(batchId)?.catch(() => undefined);
    if (known?.server !== identity) return this.#load(stored, stored.choices, identity);
    return this.#unsure.has(batchId) ? this.#readFromStore(batchId) : known;
  }

  /** Reads the file again with other choices. */
  async reopen(batchId: string, choices: Choices, server: string): Promise<OpenedBatch> {
    const stored = await this.#storedBatch(batchId);
    const before = this.#opened.get(batchId);
    try {
      const earlier = before && (await before).batch;
      // The window takes what has a lower version than it has seen for late.
      const opened = await this.#load(stored, choices, server, earlier && earlier.version + 1);
      // What a run has taken stays its own.
      if (earlier) opened.batch.adoptTaken(earlier.taken);
      return opened;
    } catch (error) {
      if (before) this.#opened.set(batchId, before);
      throw error;
    }
  }

  /** The batch as it would begin on another server: the same file, choices and edits, and nothing sent. */
  async openForServer(batchId: string, server: string): Promise<Batch> {
    return this.#apart(await this.#storedBatch(batchId), server, {});
  }

  /** The batch where it is open; else read for whoever asks, and not kept. @throws FailureError `batch.gone`, those of the reading */
  async look(batchId: string, server: string): Promise<Batch> {
    if (this.#opened.has(batchId)) return (await this.get(batchId)).batch;
    const stored = await this.#storedBatch(batchId);
    const outcomes = await this.#store.outcomes.ofBatch(batchId);
    return this.#apart(stored, stored.server?.identity ?? server, { outcomes });
  }

  /** Reads the batch apart from the open ones. */
  async #apart(
    stored: StoredBatch,
    server: string,
    sent: { readonly outcomes?: ReadonlyMap<number, OrderOutcome> },
  ): Promise<Batch> {
    return openBatch(
      {
        batchId: stored.id,
        fileName: stored.fileName,
        file: { path: stored.path, name: stored.fileName },
        choices: stored.choices,
        isNew: false,
        shop: stored.shop,
        profile: null,
        history: await this.#store.edits.history(stored.id),
        ...sent,
        server,
      },
      this.#store,
      this.#clock.now(),
      { foreign: this.foreign },
    );
  }

  /**
   * The open batch. One that differs from the store is read again first.
   * @throws FailureError `batch.gone` where the batch is not open; those of the reading
   */
  async get(batchId: string): Promise<OpenedBatch> {
    const opened = this.#opened.get(batchId);
    if (!opened) throw new FailureError('batch.gone');
    return this.#unsure.has(batchId) ? this.#readFromStore(batchId) : opened;
  }

  /**
   * Reads the batch again as the store has it, after a change of which nobody knows how much was stored. Where that cannot
   * be done now (the store does not answer), whoever asks for the batch next does it: what is not sure is not shown.
   */
  async restore(batchId: string): Promise<void> {
    this.#unsure.add(batchId);
    await this.#readFromStore(batchId).catch(() => undefined);
  }

  /** Reads the open batches of these servers again: what is known of their orders has changed. */
  restoreOfServers(servers: ReadonlySet<string>): Promise<void> {
    return this.#restoreWhere(({ server }) => servers.has(server));
  }

  async #restoreWhere(isMeant: (opened: OpenedBatch) => boolean): Promise<void> {
    for (const [batchId, opening] of this.#opened) {
      const opened = await opening.catch(() => null);
      if (opened && isMeant(opened)) await this.restore(batchId);
    }
  }

  #readFromStore(batchId: string): Promise<OpenedBatch> {
    const known = this.#restoring.get(batchId);
    if (known) return known;
    const restored = this.#restored(batchId).finally(() => this.#restoring.delete(batchId));
    this.#restoring.set(batchId, restored);
    return restored;
  }

  async #restored(batchId: string): Promise<OpenedBatch> {
    const before = await this.#opened.get(batchId);
    if (!before) throw new FailureError('batch.gone');
    const { choices } = await this.#storedBatch(batchId);
    const opened = await this.reopen(batchId, choices, before.server);
    this.#unsure.delete(batchId);
    this.emit('batch.changed', { batchId, version: opened.batch.version });
    return opened;
  }

  /** Stores the batch's counts for the list of files, tells the window that it changed, and answers its summary. */
  async publish({ batch, profileName, server }: OpenedBatch): Promise<BatchSummary> {
    const summary = batch.summary();
    const { batchId, version, counts } = summary;
    await this.#store.batches.setCounts(batchId, counts);
    this.emit('batch.changed', { batchId, version });
    return { ...summary, profileName, server, shop: await this.#shopOf(batch) };
  }

  /** The batch's counts and sums, with what only its owner knows. */
  async summary({ batch, profileName, server }: OpenedBatch): Promise<BatchSummary> {
    return { ...batch.summary(), profileName, server, shop: await this.#shopOf(batch) };
  }

  /** Whose orders the batch holds; null where there is only one shop. */
  async #shopOf({ shop, shopHints }: Batch): Promise<BatchShop | null> {
    const shops = (await this.#store.shops.list()).map(({ id, name }) => ({ id, name }));
    const isOfListed = shops.some(({ id }) => id === shop);
    if (shops.length < 2 && isOfListed) return null;
    const place = ({ id }: ShopName): number =>
      shopHints.likeliest.includes(id) ? shopHints.likeliest.indexOf(id) : shops.length;
    const likeliest = shops.toSorted((a, b) => place(a) - place(b));
    if (shop === null) return { chosen: null, likeliest, removed: shopHints.removedShop };
    const { id, name } = (await this.#store.shops.get(shop)) ?? { id: shop, name: shop };
    return { chosen: { id, name }, likeliest, removed: null };
  }

  /** The product table of a server and shop may have changed: its open batches look every row up again. */
  async refreshProducts(server: string, shop: string): Promise<void> {
    const isMeant = (opened: OpenedBatch): boolean =>
      opened.batch.shop === shop && serverTableKey(opened.server) === serverTableKey(server);
    await this.#refresh(isMeant, async ({ batch }) =>
      batch.setKnown({ products: await this.#store.products.list(server, shop) }),
    );
  }

  /** What was settled about the shop's files may have changed: its open batches are read again. */
  async refreshSettled(shop: string): Promise<void> {
    const isMeant = ({ batch }: OpenedBatch): boolean => batch.shop === shop;
    await this.#refresh(isMeant, async ({ batch }) => batch.setKnown({ settled: await this.#store.settled.get(shop) }));
  }

  /**
   * The ledger took in what may be about any order of these servers: their open batches are read again. While a run has
   * orders of a batch in hand, it learns what was settled of them, and each other one is compared before it goes out.
   */
  async learnFromMerge(servers: readonly string[]): Promise<void> {
    const names = new Set((await Promise.all(servers.map((name) => this.#store.sameServers.namesOf(name)))).flat());
    const isSent = ({ batch }: OpenedBatch): boolean => batch.taken.size > 0;
    await this.#refresh(
      (opened) => names.has(opened.server) && isSent(opened),
      async ({ batch }) => void batch.setOutcomes([...(await this.#store.outcomes.ofBatch(batch.batchId)).values()]),
    );
    await this.#restoreWhere((opened) => names.has(opened.server) && !isSent(opened));
  }

  /** What was taken into the ledger: the open batches of the server learn it, and what it settled of their own orders. */
  async refreshFromLedger(server: string, orderIds: readonly number[]): Promise<void> {
    const names = new Set(await this.#store.sameServers.namesOf(server));
    const hasOwnNumbers = ({ batch }: OpenedBatch): boolean => batch.rowIdentities.rule.kind !== 'fromColumn';
    // Under what numbers orders of a file with numbers of ours went out elsewhere shows only when it is read again.
    await this.#restoreWhere((opened) => names.has(opened.server) && hasOwnNumbers(opened));
    await this.#refresh(
      (opened) => names.has(opened.server) && !hasOwnNumbers(opened),
      async ({ batch }) => {
        const known = await this.#store.ledger.find(server, orderIds, batch.batchId);
        batch.forgetLedger(orderIds.filter((orderId) => !known.has(orderId)));
        batch.setLedger(known.values());
        batch.setOutcomes([...(await this.#store.outcomes.ofBatch(batch.batchId)).values()]);
      },
    );
  }

  /**
   * What other files, windows and terminals sent since the batch was opened becomes the state of its orders, and the window
   * is told of how many. While a run has orders of it in hand, each of them is compared before it goes out instead.
   *
   * @param isWatching nobody waits for it: then a large file, whose reading takes a while, is left alone
   */
  async learnFromOthers(batchId: string, isWatching = false): Promise<void> {
    await this.runExclusive(batchId, async ({ batch, server, changesByOthers }) => {
      if (batch.taken.size > 0 || (isWatching && batch.summary().counts.total > mostWatched)) return;
      if ((await this.#store.ledger.changesByOthers(server, batchId)) === changesByOthers) return;
      const before = sentBeforeCount(batch);
      await this.restore(batchId);
      const count = sentBeforeCount((await this.get(batchId)).batch) - before;
      if (count > 0) this.emit('batch.sentElsewhere', { batchId, count });
    });
  }

  /** Has each of these batches learn, in its own turn, what the store has; one that could not is read again when it is asked for. */
  async #refresh(
    isMeant: (opened: OpenedBatch) => boolean,
    learn: (opened: OpenedBatch) => Promise<void>,
  ): Promise<void> {
    for (const [batchId, opening] of this.#opened) {
      const opened = await opening.catch(() => null);
      if (!opened || !isMeant(opened)) continue;
      await this.runExclusive(batchId, async (current) => {
        try {
          await learn(current);
          await this.publish(current);
        } catch (error) {
          await this.restore(batchId);
          throw error;
        }
      });
    }
  }

  /**
   * Runs `act` as the reading of this batch, which can be cancelled and tells when it is over; inside another one of the
   * same batch it is a part of that. @throws FailureError `reading.cancelled`
   */
  async runReading<T>(batchId: string, fileName: string, act: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const outer = this.#readings.get(batchId);
    if (outer) return act(outer.signal);
    const { signal } = this.#begin(batchId);
    try {
      const result = await act(signal);
      throwIfCancelled(signal);
      return result;
    } catch (error) {
      throw signal.aborted ? new FailureError('reading.cancelled', { file: fileName }, { cause: error }) : error;
    } finally {
      this.#readings.delete(batchId);
      this.emit('reading.ended', { batchId });
    }
  }

  #begin(batchId: string): AbortController {
    const controller = new AbortController();
    this.#readings.set(batchId, controller);
    return controller;
  }

  /** Stops the reading of the batch; one that is not being read stays as it is. */
  cancelReading(batchId: string): void {
    this.#readings.get(batchId)?.abort();
  }

  /** Whether no batch is open, or being read. */
  get isIdle(): boolean {
    return this.#opened.size === 0 && this.#readings.size === 0;
  }

  /** Whether the batch is open, or is being read. */
  isOpen(batchId: string): boolean {
    return this.#opened.has(batchId) || this.#readings.has(batchId);
  }

  close(batchId: string): void {
    this.#opened.delete(batchId);
    this.#unsure.delete(batchId);
  }

  /** Runs `act` after whatever else changes this batch. */
  async runExclusive<T>(batchId: string, act: (opened: OpenedBatch) => Promise<T>): Promise<T> {
    const before = this.#queues.get(batchId) ?? Promise.resolve();
    const turn = before.catch(() => undefined).then(async () => act(await this.get(batchId)));
    this.#queues.set(batchId, turn);
    return turn;
  }

  async #storedBatch(batchId: string): Promise<StoredBatch> {
    const stored = await this.#store.batches.get(batchId);
    if (!stored) throw new FailureError('batch.gone');
    return stored;
  }

  #load(stored: StoredBatch, choices: Choices, server: string, firstVersion?: number): Promise<OpenedBatch> {
    const loading = this.runReading(stored.id, stored.fileName, (signal) =>
      this.#loaded(stored, choices, server, firstVersion, signal),
    );
    this.#opened.set(stored.id, loading);
    loading.catch(() => {
      if (this.#opened.get(stored.id) === loading) this.#opened.delete(stored.id);
    });
    return loading;
  }

  async #loaded(
    stored: StoredBatch,
    choices: Choices,
    server: string,
    firstVersion: number | undefined,
    signal: AbortSignal,
  ): Promise<OpenedBatch> {
    const { id, fileName } = stored;
    const isNew = stored.counts === null && !hasOwnChoices(choices);
    const profile = isNew ? undefined : await this.#profileOf(stored);
    let last: { readonly stage: string; readonly at: number } | null = null;
    const emitProgress = (stage: EventData<'reading.progress'>['stage'], done: number, total: number): void => {
      const at = this.#clock.monotonic();
      if (last?.stage === stage && at - last.at < 100) return;
      last = { stage, at };
      this.emit('reading.progress', { batchId: id, fileName, stage, done, total });
    };
    const changesByOthers = await this.#store.ledger.changesByOthers(server, id);
    const batch = await openBatch(
      {
        batchId: id,
        fileName,
        file: { path: stored.path, name: fileName },
        choices,
        isNew,
        shop: stored.shop,
        folder: stored.folder,
        ...(firstVersion === undefined ? {} : { firstVersion }),
        ...(profile === undefined ? {} : { profile }),
        history: await this.#store.edits.history(id),
        outcomes: await this.#store.outcomes.ofBatch(id),
        server,
      },
      this.#store,
      this.#clock.now(),
      {
        onProgress: (done, total) => emitProgress('reading', done, total),
        onStageProgress: (stage, share) => emitProgress(stage, share, 1),
        foreign: this.foreign,
        signal,
      },
    );
    await this.#store.edits.followReading(id, batch.cellPlaces);
    const profileName = batch.summary().profileName;
    if (stored.shop === null && batch.shop !== null) await this.#store.batches.setShop(id, batch.shop);
    await this.#store.batches.setHeadings(id, batch.headings());
    if (isNew) {
      await this.#store.batches.setChoices(id, batch.choices);
      await this.#store.batches.setProfile(id, profileName);
      // What opening itself did to a new batch (rows of our own report, rows settled for the shop) can be taken back like any
      // other edit.
      const known = (await this.#store.edits.list(id)).filter(({ undone, aside }) => !undone && !aside).length;
      for (const edit of batch.edits.slice(known)) await this.#store.edits.append(id, edit);
    }
    return { batch, server, changesByOthers, profileName };
  }

  async #profileOf({ shop, profile }: StoredBatch): Promise<Profile | null> {
    return shop === null || profile === null ? null : this.#store.profiles.get(shop, profile);
  }
}
