/* oxlint-disable vitest/no-standalone-expect -- the commands of the model run inside the test at the end */
/**
 * Anything a person, a network or a power cut may do to sending, in any order, against a WMS that creates whatever it is
 * sent. The model knows only how often each order was meant to be sent; journal and WMS must never know more.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSender } from '../../../main/sending/create-sender.ts';
import type { Run, Sender } from '../../../main/sending/sender.ts';
import { openStore } from '../../../main/store/open-store.ts';
import type { Store } from '../../../main/store/store.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { temporaryHome } from '../store/home.ts';
import { newBatch, offeredOrders, sendableOrders, orderSource } from './orders.ts';
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
const orders = sendableOrders(count);
const rules = { ...defaultSendingRules, quietTime: 5, concurrency: 3 };

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
  /** Times that a person wanted the order sent a second time. */
  readonly again: Map<number, number>;
  /** Orders that a person said to be there. */
  readonly said: Set<number>;
}

class Real {
  readonly home = temporaryHome();
  readonly clock = virtualClock();
  meeting: MeetingName = 'creates';
  readonly wms = scriptedWms(this.clock, {
    create: (...args) => meetings[this.meeting](...args),
    isUp: () => this.meeting !== 'isAway',
  });
  store: Store = this.#opened();
  sender: Sender = this.#sender();
  run: Run | null = null;
  batchId = '';

  async begin(): Promise<this> {
    this.batchId = await newBatch(this.store);
    return this;
  }

  #opened(): Store {
    const opened = openStore(this.home, this.clock);
    if (!opened.ok) throw new Error(opened.error.code);
    return opened.value;
  }

  #sender(): Sender {
    return createSender({ store: this.store, clock: this.clock, openClient: () => this.wms.client, random: () => 0.5 });
  }

  start(accessKey: string, onPause: 'wait' | 'end' = 'wait'): void {
    const started = this.sender.start({
      batchId: this.batchId,
      server: scriptedServer,
      accessKey,
      rules,
      onPause,
      source: orderSource(offeredOrders(this.store, this.batchId, orders)),
    });
    if (started.ok) this.run = started.value;
  }

  /** The process ends in the middle of whatever it does; what was under way in the network goes on there. */
  async die(): Promise<void> {
    this.store.close();
    this.run?.resume();
    this.run?.provideAccessKey('good');
    await this.run?.stop();
    this.run = null;
    this.store = this.#opened();
    this.sender = this.#sender();
  }

  states(): ReadonlyMap<number, string> {
    return new Map([...this.store.outcomes.ofBatch(this.batchId)].map(([orderId, { state }]) => [orderId, state]));
  }

  compare({ again, said }: Model): void {
    for (const [orderId, created] of this.wms.created)
      expect(created.length).toBeLessThanOrEqual(1 + (again.get(orderId) ?? 0));
    const outcomes = this.store.outcomes.ofBatch(this.batchId);
    for (const { orderId, state, proof } of outcomes.values()) {
      if (state === 'accepted' && proof !== 'operator') expect(this.wms.created.has(orderId)).toBe(true);
      if (proof === 'operator') expect(said.has(orderId)).toBe(true);
    }
    const attempts = orders.flatMap(({ orderId }) => this.store.outcomes.attempts(this.batchId, orderId));
    expect(attempts.length).toBeGreaterThanOrEqual(this.wms.posts.length);
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
const anyOrder = fc.integer({ min: 1, max: count });

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
  anyOrder.map((orderId) =>
    step(`«it is there»: ${orderId}`, ({ said }, real) => {
      if (real.sender.settleAsAccepted(real.batchId, orderId, null).ok) said.add(orderId);
    }),
  ),
  anyOrder.map((orderId) =>
    step(`«send again»: ${orderId}`, ({ again }, real) => {
      if (real.sender.sendAgain(real.batchId, orderId).ok) again.set(orderId, (again.get(orderId) ?? 0) + 1);
    }),
  ),
  fc.constant(
    step(
      '«send these again»: all that were refused',
      (_model, real) =>
        void real.sender.sendAllAgain(
          real.batchId,
          orders.map(({ orderId }) => orderId),
        ),
    ),
  ),
];

test(
  'whatever is done, in whatever order: no order is there more often than it was meant to be, and all come to an end',
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: 30 }), async (commands) => {
        const model: Model = { again: new Map(), said: new Set() };
        const real = await new Real().begin();
        await fc.asyncModelRun(() => ({ model, real }), commands);
        // In the end the WMS is well, and a person goes on with whatever is left.
        await real.run?.stop();
        real.meeting = 'creates';
        for (let turn = 0; turn < 12; turn++) {
          real.start('good', 'end');
          await real.run?.finished;
        }
        real.compare(model);
        const states = [...real.states().values()];
        expect(states).toHaveLength(count);
        expect(states.filter((state) => !['accepted', 'rejected', 'review'].includes(state))).toEqual([]);
        for (const [orderId, state] of real.states())
          if (state === 'accepted' && !model.said.has(orderId))
            expect(real.wms.created.get(orderId)?.length).toBeGreaterThan(0);
        await real.sender.close();
        real.store.close();
      }),
      { numRuns: 60 },
    );
  },
);
