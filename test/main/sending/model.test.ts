/* oxlint-disable vitest/no-standalone-expect -- the commands of the model run inside the test at the end */
/**
 * Anything a person, a network, a power cut or another computer may do to sending, in any order, against a WMS that creates
 * whatever it is sent. The model knows only how often each customer's order was meant to be sent; journal and WMS must never
 * know more.
 */
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeyMaker } from '../../../main/platform/order-keys.ts';
import type { SendableOrder } from '../../../main/ports.ts';
import { createSender } from '../../../main/sending/create-sender.ts';
import type { Run, Sender } from '../../../main/sending/sender.ts';
import { homeWitness } from '../../../main/sending/witness.ts';
import { openStore } from '../../../main/store/open-store.ts';
import type { Store } from '../../../main/store/store.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { firstShop } from '../../../shared/domain/model/shop.ts';
import type { OrderOutcome } from '../../../shared/domain/model/ledger.ts';
import { patience } from '../../support/patience.ts';
import { temporaryHome } from '../store/home.ts';
import { newBatch, offeredOrders, orderSource, sendableOrder } from './orders.ts';
import { scriptedServer } from './run-harness.ts';
import {
  answerEvent,
  lostAnswerEvent,
  connectionRefusedEvent,
  scriptedWms,
  type WmsScript,
} from './scripted-client.ts';
import { virtualClock } from './virtual-clock.ts';

const count = 8;
const customers = Array.from({ length: count }, (_, index) => index + 1);
const rules = { ...defaultSendingRules, quietTime: 5, concurrency: 3 };
/** The names of the WMS. */
const names = [scriptedServer, { url: 'http://10.0.0.7/', identity: 'http://10.0.0.7', practice: false }] as const;
const databaseFiles = ['order-importer.db', 'order-importer.db-wal'];

type Meeting = NonNullable<WmsScript['create']>;
const meetings = {
  creates: () => undefined,
  losesTheAnswer: () => 'lostAfter',
  losesTheOrder: () => lostAnswerEvent,
  isAway: () => connectionRefusedEvent,
  refusesTheKey: (_orderId, _attempt, token) => (token === 'good' ? undefined : answerEvent(401, {})),
  isBusy: () => answerEvent(503, '<html></html>'),
  wantsRest: () => answerEvent(429, {}, { retryAfter: '4' }),
  refusesTheOrder: (orderId) =>
    orderId % 2 === 0 ? answerEvent(422, [{ field: 'phone', message: 'Phone is invalid.' }]) : undefined,
  isSomethingElse: () => answerEvent(200, '<html></html>'),
} as const satisfies Record<string, Meeting>;
type MeetingName = keyof typeof meetings;

interface Model {
  /** Times that a person wanted the customer's order sent a second time. */
  readonly again: Map<number, number>;
  /** Customers of whose orders a person, or another computer, said that they are there. */
  readonly said: Set<number>;
}

/** Numbers of the shop's, or none: then the orders get numbers of ours. */
type Numbers = 'shop' | 'own';

const customerOf = ({ full_name: name }: { readonly full_name: string }): number => Number(name.split(' ').at(-1));

class Real {
  readonly home = temporaryHome();
  readonly clock = virtualClock();
  readonly numbers: Numbers;
  meeting: MeetingName = 'creates';
  readonly wms = scriptedWms(this.clock, {
    create: (...args) => meetings[this.meeting](...args),
    isUp: () => this.meeting !== 'isAway',
  });
  /** Created in the WMS by another computer, by customer. */
  readonly elsewhere = new Map<number, number>();
  store: Store = this.#opened();
  sender: Sender = this.#sender();
  run: Run | null = null;
  batchId = '';
  server: (typeof names)[number] = names[0];
  #copy: string | null = null;
  #files = 0;

  constructor(numbers: Numbers) {
    this.numbers = numbers;
  }

  async begin(): Promise<this> {
    this.batchId = await newBatch(this.store);
    return this;
  }

  #opened(): Store {
    const opened = openStore(this.home, this.clock, homeWitness);
    if (!opened.ok) throw new Error(opened.error.code);
    return opened.value;
  }

  #sender(): Sender {
    return createSender({ store: this.store, clock: this.clock, openClient: () => this.wms.client, random: () => 0.5 });
  }

  /** The orders as the file has them; those that went out under a number, or resemble such a one, are not offered. */
  orders(): readonly SendableOrder[] {
    if (this.numbers === 'shop') return customers.map(sendableOrder);
    const maker = createKeyMaker(this.store.identities.secret(), firstShop);
    const rows = customers.map((customer) => {
      const { request } = sendableOrder(customer);
      const content = {
        file: `f${customer}`,
        corrected: `c${customer}`,
        phone: request.phone,
        person: null,
        stamp: null,
      };
      return { row: customer + 1, keys: [...maker.ofContent(content), ...maker.ofRequest(request)], isNew: false };
    });
    const resolved = this.store.identities.resolve(this.server.identity, this.batchId, rows, {
      start: 5000 + 37 * this.#files,
      listKind: 'wholeList',
      keep: true,
      source: { shop: firstShop, headings: [], profile: null, fileName: 'kun.csv' },
    });
    return rows.flatMap(({ row, keys }) => {
      const found = resolved.get(row);
      if (found?.kind !== 'given' && found?.kind !== 'same') return [];
      const order = sendableOrder(row - 1);
      const request = { ...order.request, order_id: found.number };
      return [{ ...order, orderKey: String(found.number), orderId: found.number, request, keys }];
    });
  }

  orderOf(customer: number): SendableOrder | undefined {
    return this.orders().find(({ request }) => customerOf(request) === customer);
  }

  start(accessKey: string, onPause: 'wait' | 'end' = 'wait'): void {
    // A clerk who is asked says what is true.
    for (const other of this.store.sameServers.unanswered(this.server.identity))
      if (!this.store.sameServers.answer(this.server.identity, other, true).ok) return;
    const orders = this.orders();
    const known = this.store.ledger.find(
      this.server.identity,
      orders.map(({ orderId }) => orderId),
      this.batchId,
    );
    const offered = offeredOrders(this.store, this.batchId, orders).filter(({ orderId }) => !known.has(orderId));
    const started = this.sender.start({
      batchId: this.batchId,
      server: this.server,
      accessKey,
      rules,
      onPause,
      source: {
        ...orderSource(offered),
        currentOrder: async (orderId) => orders.find((order) => order.orderId === orderId) ?? null,
      },
    });
    if (started.ok) this.run = started.value;
  }

  /** The process ends in the middle of whatever it does; what was under way in the network goes on there. */
  async die(meanwhile: () => void = () => undefined): Promise<void> {
    this.store.close();
    this.run?.resume();
    this.run?.provideAccessKey('good');
    await this.run?.stop();
    this.run = null;
    meanwhile();
    this.store = this.#opened();
    this.sender = this.#sender();
    if (this.store.batches.get(this.batchId) === null) await this.openAnotherFile();
  }

  async openAnotherFile(): Promise<void> {
    await this.run?.stop();
    this.#files++;
    this.batchId = await newBatch(this.store, `orders ${this.#files}.csv`);
  }

  copyDatabase(): void {
    this.#copy = temporaryHome();
    this.#carry(this.home, this.#copy, databaseFiles);
  }

  /** The database is gone when the process is started again. */
  loseDatabase(): Promise<void> {
    return this.die(() => this.#removeDatabase());
  }

  /** The database is set back to its copy; `log`: the log of the process that died stays beside it. */
  async setBack(log: 'without' | 'with'): Promise<void> {
    const copy = this.#copy;
    if (copy === null) return;
    const newer = temporaryHome();
    this.#carry(this.home, newer, ['order-importer.db-wal']);
    await this.die(() => {
      this.#removeDatabase();
      this.#carry(copy, this.home, databaseFiles);
      if (log === 'with') this.#carry(newer, this.home, ['order-importer.db-wal']);
    });
  }

  #removeDatabase(): void {
    for (const name of [...databaseFiles, 'order-importer.db-shm'])
      fs.rmSync(path.join(this.home, name), { force: true });
  }

  #carry(from: string, to: string, files: readonly string[]): void {
    for (const name of files)
      if (fs.existsSync(path.join(from, name))) fs.copyFileSync(path.join(from, name), path.join(to, name));
  }

  /** The WMS is said to have both names, and the orders go to the other one from now on. */
  async rename(): Promise<void> {
    await this.run?.stop();
    const other = names[this.server === names[0] ? 1 : 0];
    if (this.store.sameServers.answer(other.identity, this.server.identity, true).ok) this.server = other;
  }

  /** Another computer sends an order of which nothing went out here, and tells of it. */
  async sendElsewhere(customer: number): Promise<boolean> {
    await this.run?.stop();
    const order = this.orderOf(customer);
    if (order === undefined || this.elsewhere.has(customer)) return false;
    const known = this.store.ledger.find(this.server.identity, [order.orderId], null).get(order.orderId);
    if (known !== undefined) return false;
    this.elsewhere.set(customer, this.numbers === 'shop' ? order.orderId : 9000 + customer);
    this.tell();
    return true;
  }

  /** What the other computer sent is merged. */
  tell(): void {
    const maker = createKeyMaker('of another computer', firstShop);
    this.store.ledger.merge(
      [...this.elsewhere].map(([customer, orderId]) => ({
        server: this.server.identity,
        orderId,
        state: 'accepted',
        bodyHash: null,
        fileName: 'boshqa.csv',
        wmsId: 70_000 + customer,
        at: this.clock.now(),
        keys: maker.ofRequest(sendableOrder(customer).request),
      })),
    );
  }

  outcomes(): readonly OrderOutcome[] {
    return [...this.store.outcomes.ofBatch(this.batchId).values()];
  }

  created(): ReadonlyMap<number, number> {
    const counts = new Map([...this.elsewhere.keys()].map((customer) => [customer, 1]));
    for (const request of [...this.wms.created.values()].flat())
      counts.set(customerOf(request), (counts.get(customerOf(request)) ?? 0) + 1);
    return counts;
  }

  compare({ again, said }: Model): void {
    for (const [customer, times] of this.created())
      expect([customer, times]).toEqual([customer, Math.min(times, 1 + (again.get(customer) ?? 0))]);
    for (const { orderId, state, proof } of this.outcomes()) {
      const request = this.wms.created.get(orderId)?.[0];
      if (state === 'accepted' && proof !== 'operator') expect(request).toBeDefined();
      if (proof === 'operator') expect(said.size).toBeGreaterThan(0);
    }
    expect(this.store.upkeep.statistics().attempts).toBeGreaterThanOrEqual(this.wms.posts.length);
  }
}

type Step = fc.AsyncCommand<Model, Real>;

function step(name: string, act: (model: Model, real: Real) => Promise<void> | void): Step {
  return {
    check: () => true,
    toString: () => name,
    async run(model, real) {
      await act(model, real);
      real.compare(model);
    },
  };
}

const turns = (n: number): Promise<void> =>
  new Promise((resolve) => (n > 0 ? setImmediate(() => resolve(turns(n - 1))) : resolve()));
const anyCustomer = fc.integer({ min: 1, max: count });

const steps = [
  fc
    .constantFrom(...(Object.keys(meetings) as MeetingName[]))
    .map((name) => step(`the WMS ${name}`, (_model, real) => void (real.meeting = name))),
  fc.constantFrom('good', 'old').map((token) => step(`start with a ${token} key`, (_model, real) => real.start(token))),
  fc.integer({ min: 1, max: 60 }).map((n) => step(`${n} turns go by`, () => turns(n))),
  fc.constant(step('pause', (_model, real) => real.run?.pause())),
  fc.constant(step('resume', (_model, real) => real.run?.resume())),
  fc.constant(step('a good key', (_model, real) => real.run?.provideAccessKey('good'))),
  fc.integer({ min: 1, max: 6 }).map((n) => step(`${n} at once`, (_model, real) => real.run?.setConcurrency(n))),
  fc.constant(step('stop', async (_model, real) => void (await real.run?.stop()))),
  fc.constant(step('the process dies', (_model, real) => real.die())),
  fc
    .integer({ min: -86_400_000, max: 86_400_000 })
    .map((ms) => step(`the wall clock jumps by ${ms}`, (_model, real) => real.clock.jumpWallClock(ms))),
  anyCustomer.map((customer) =>
    step(`«it is there»: ${customer}`, ({ said }, real) => {
      const orderId = real.orderOf(customer)?.orderId;
      if (orderId !== undefined && real.sender.settleAsAccepted(real.batchId, orderId, null).ok) said.add(customer);
    }),
  ),
  anyCustomer.map((customer) =>
    step(`«send again»: ${customer}`, ({ again }, real) => {
      const orderId = real.orderOf(customer)?.orderId;
      if (orderId !== undefined && real.sender.sendAgain(real.batchId, orderId).ok)
        again.set(customer, (again.get(customer) ?? 0) + 1);
    }),
  ),
  fc.constant(
    step(
      '«send these again»: all that were refused',
      (_model, real) =>
        void real.sender.sendAllAgain(
          real.batchId,
          real.orders().map(({ orderId }) => orderId),
        ),
    ),
  ),
];

/** What happens to the records, to names and on other computers. */
const fates = [
  fc.constant(step('another file of the same orders', (_model, real) => real.openAnotherFile())),
  fc.constant(step('the database is copied', (_model, real) => real.copyDatabase())),
  fc
    .constantFrom('with' as const, 'without' as const)
    .map((log) => step(`the database is set back, ${log} a newer log`, (_model, real) => real.setBack(log))),
  fc.constant(step('the database is lost', (_model, real) => real.loseDatabase())),
  fc.constant(step('the WMS is called by its other name', (_model, real) => real.rename())),
  anyCustomer.map((customer) =>
    step(`another computer sends ${customer}`, async ({ said }, real) => {
      if (await real.sendElsewhere(customer)) said.add(customer);
    }),
  ),
  fc.integer({ min: -40, max: 40 }).map((days) =>
    step(`the wall clock jumps by ${days} days, and what has expired is erased`, async (_model, real) => {
      real.clock.jumpWallClock(days * 86_400_000);
      const now = real.store.upkeep.trustedNow();
      if (now !== null) await real.store.upkeep.purge(now - 30 * 86_400_000);
    }),
  ),
];

async function play(numbers: Numbers, commands: Iterable<Step>): Promise<void> {
  const model: Model = { again: new Map(), said: new Set() };
  const real = await new Real(numbers).begin();
  await fc.asyncModelRun(() => ({ model, real }), commands);
  // In the end the WMS is well, and a person goes on with whatever is left, in every file that is still there.
  await real.run?.stop();
  real.meeting = 'creates';
  for (const { id } of real.store.batches.list()) {
    real.batchId = id;
    for (let turn = 0; turn < 12; turn++) {
      real.start('good', 'end');
      await real.run?.finished;
    }
    real.compare(model);
    // What was ready here (the key was refused) may have gone out from another file: its own is the order's end.
    const goneOut = (orderId: number): boolean =>
      real.store.ledger.find(real.server.identity, [orderId], id).get(orderId)?.state === 'accepted';
    const ended = real
      .outcomes()
      .filter(({ orderId, state }) => state !== 'ready' || !goneOut(orderId))
      .map(({ state }) => state);
    expect(ended.filter((state) => !['accepted', 'rejected', 'review'].includes(state))).toEqual([]);
  }
  // None is lost: it is there, or a person was told why not.
  const created = real.created();
  for (const { orderId, request } of real.orders()) {
    if (created.has(customerOf(request)) || model.said.has(customerOf(request))) continue;
    const state = real.store.outcomes.ofBatch(real.batchId).get(orderId)?.state;
    const elsewhere = real.store.ledger.find(real.server.identity, [orderId], real.batchId).get(orderId)?.state;
    // Nothing of it was ever begun, and nobody opened its file before it expired: an opened one has counts, and is asked about.
    if (state === undefined && elsewhere === undefined && !real.store.batches.get(real.batchId)) continue;
    expect([orderId, state ?? elsewhere]).toEqual([orderId, expect.stringMatching(/^(?:rejected|review|unknown)$/u)]);
  }
  await real.sender.close();
  real.store.close();
}

test(
  'whatever is done, in whatever order: no order is there more often than it was meant to be, and all come to an end',
  { timeout: patience(180_000) },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: 30 }), (commands) => play('shop', commands)),
      { numRuns: 60 },
    );
  },
);

test(
  'whatever happens to the records, the names and the clock as well, and whatever other computers send and tell',
  { timeout: patience(180_000) },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Numbers>('shop', 'own'),
        fc.commands([...steps, ...fates, ...fates], { maxCommands: 24 }),
        play,
      ),
      { numRuns: 60 },
    );
  },
);
