import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createSender } from '../../../main/sending/create-sender.ts';
import { RateWindow } from '../../../main/practice/rate-limit.ts';
import { Pace } from '../../../main/sending/run/pace.ts';
import { readWitness } from '../../../main/sending/witness.ts';
import type { WmsClient } from '../../../main/sending/wms/client.ts';
import { Database } from '../../../main/store/database.ts';
import { zeroStateCounts } from '../../../shared/domain/model/order-states.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { patience } from '../../support/patience.ts';
import { openedStore, temporaryHome } from '../store/home.ts';
import { newBatch, sendableOrder, sendableOrders, orderSource } from './orders.ts';
import { createRunHarness, scriptedServer as server } from './run-harness.ts';
import {
  answerEvent,
  lostAnswerEvent,
  connectionRefusedEvent,
  scriptedWms,
  type WmsScript,
} from './scripted-client.ts';
import { virtualClock } from './virtual-clock.ts';

describe('pausing', () => {
  test('401: what is in flight is finished, a key is asked for, one order goes first, then the rest', async () => {
    const { wms, start, until, states, snapshots } = await createRunHarness({
      create: (orderId, _attempt, token) => (token === 'first' && orderId > 4 ? answerEvent(401, {}) : undefined),
    });
    const run = start(sendableOrders(12));
    const waiting = await until(run, 'waitingForKey');
    expect(waiting).toMatchObject({ inFlight: 0, reason: { code: 'run.unauthorized' } });
    expect(Object.values(states())).not.toContain('sending');
    const before = wms.posts.length;
    run.provideAccessKey('second');
    expect(await run.finished).toMatchObject({ status: 'finished' });
    const after = wms.posts.slice(before);
    expect(after.every(({ accessKey }) => accessKey === 'second')).toBe(true);
    // The second one goes out only after the first was answered.
    expect(after[1]!.at).toBeGreaterThan(after[0]!.at);
    expect(Object.values(states())).toEqual(Array.from({ length: 12 }, () => 'accepted'));
    expect(new Set(snapshots.map(({ status }) => status))).toEqual(
      new Set(['running', 'pausing', 'waitingForKey', 'finished']),
    );
  });

  test('a terminal ends at a 401, with its reason, and the next run goes on', async () => {
    const { start, states } = await createRunHarness({
      create: (_orderId, _attempt, token) => (token === 'first' ? answerEvent(403, {}) : undefined),
    });
    expect(await start(sendableOrders(5), { onPause: 'end' }).finished).toMatchObject({
      status: 'paused',
      reason: { code: 'run.forbidden' },
    });
    expect(new Set(Object.values(states()))).toEqual(new Set(['ready']));
    expect(await start(sendableOrders(5), { accessKey: 'second' }).finished).toMatchObject({ status: 'finished' });
    expect(Object.values(states())).toEqual(Array.from({ length: 5 }, () => 'accepted'));
  });

  test.each([
    [answerEvent(404, {}), 'run.wrongAddress', 'ready'],
    [answerEvent(200, '<html></html>'), 'run.notTheWms', 'unknown'],
    [answerEvent(302, ''), 'run.notTheWms', 'unknown'],
    [answerEvent(200, { data: { id: 1, order_id: 999 } }), 'run.otherOrder', 'review'],
  ])('%j pauses', async (event, code, state) => {
    const { wms, start, until, states } = await createRunHarness({
      create: (orderId, attempt) => (orderId === 1 && attempt === 1 ? event : undefined),
    });
    const run = start(sendableOrders(9));
    expect(await until(run, 'paused')).toMatchObject({ reason: { code }, inFlight: 0 });
    expect(wms.posts.length).toBeLessThanOrEqual(2);
    expect(states()[1]).toBe(state);
    run.resume();
    expect(await run.finished).toMatchObject({ status: 'finished' });
    expect(states()[2]).toBe('accepted');
  });

  test('one first: then the run waits for a word', async () => {
    const { wms, start, until } = await createRunHarness({});
    const run = start(sendableOrders(7), { firstOnly: true });
    expect(await until(run, 'paused')).toMatchObject({ reason: { code: 'run.firstSent' }, counts: { accepted: 1 } });
    expect(wms.posts).toHaveLength(1);
    run.resume();
    expect(await run.finished).toMatchObject({ attempts: 7 });
  });

  test('the operator pauses, goes on, stops; the journal goes on with it later', async () => {
    const { wms, start, until, states } = await createRunHarness({});
    const run = start(sendableOrders(30));
    while (wms.posts.length < 5) await new Promise((resolve) => setImmediate(resolve));
    run.pause();
    expect((await until(run, 'paused')).inFlight).toBe(0);
    const sent = wms.posts.length;
    run.resume();
    while (wms.posts.length < sent + 3) await new Promise((resolve) => setImmediate(resolve));
    expect(await run.stop()).toMatchObject({ status: 'stopped', reason: null });
    expect(Object.values(states()).every((state) => state === 'accepted')).toBe(true);
    const accepted = Object.keys(states()).length;
    expect(accepted).toBeLessThan(30);
    expect(await start(sendableOrders(30)).finished).toMatchObject({ status: 'finished', attempts: 30 - accepted });
    expect(wms.posts).toHaveLength(30);
  });
});

describe('a source that takes its time', () => {
  test('loses no order to a pause in the meantime', async () => {
    const { clock, wms, start, until } = await createRunHarness({});
    const orders = orderSource(sendableOrders(5));
    const run = start([], { source: { take: async () => clock.sleep(50).then(() => orders.take(1)) } });
    run.pause();
    await until(run, 'paused');
    expect(wms.posts).toEqual([]);
    run.resume();
    expect(await run.finished).toMatchObject({ status: 'finished', attempts: 5 });
  });

  test('and whose orders cannot be had ends the run, with its reason', async () => {
    const { start } = await createRunHarness({});
    const run = start([], { source: { take: async () => Promise.reject(new Error('gone')) } });
    expect(await run.finished).toMatchObject({
      status: 'stopped',
      reason: { code: 'run.failed', params: { message: 'gone' } },
    });
  });
});

describe('pace', () => {
  test('a burst of refusals halves it once, and holds it for as long as the longest asks', () => {
    const pace = new Pace(16, () => 0.5, { coolDown: 5000, longestWait: 60_000 });
    for (let n = 0; n < 20 * 16; n++) pace.recordSuccess();
    expect(pace.current).toBe(16);
    const reason = { code: 'run.tooMany', params: {} };
    for (const asked of [null, null, 9000]) pace.slowDown(reason, asked, 1000);
    expect(pace).toMatchObject({ current: 8, heldUntil: 10_000, reason });
    // Again and again without a success in between: the rest grows, up to a minute and no further.
    const rests: number[] = [];
    for (let now = 10_000; rests.length < 8; now = pace.heldUntil) {
      pace.slowDown(reason, null, now);
      rests.push(pace.heldUntil - now);
    }
    expect(rests).toEqual([...rests].sort((a, b) => a - b));
    expect(rests.at(-1)).toBe(45_000);
    expect(pace.current).toBe(1);
  });

  test('starts at two, grows to the cap, follows a change of the cap', async () => {
    const { wms, start, snapshots } = await createRunHarness({});
    const run = start(sendableOrders(200), {}, { concurrency: 4 });
    await run.finished;
    expect(snapshots[0]!.pace).toBe(2);
    expect(snapshots.at(-1)!.pace).toBe(4);
    expect(wms.maxConcurrent).toBe(4);
    const slower = await createRunHarness({});
    const slow = slower.start(sendableOrders(40), {}, { concurrency: 8 });
    slow.setConcurrency(1);
    await slow.finished;
    expect(slower.wms.maxConcurrent).toBeLessThanOrEqual(2);
    expect(slow.snapshot()).toMatchObject({ pace: 1, concurrency: 1 });
  });

  test('429 halves it, waits as long as the server asks, and loses nothing', async () => {
    let until = Infinity;
    const { clock, wms, start, states, snapshots } = await createRunHarness({
      create: (orderId) => {
        if (orderId === 50 && until === Infinity) until = clock.monotonic() + 30_000;
        return clock.monotonic() < until && until !== Infinity ? answerEvent(429, {}, { rateReset: '30' }) : undefined;
      },
    });
    const run = start(sendableOrders(120));
    expect(await run.finished).toMatchObject({ status: 'finished' });
    expect(Object.values(states()).every((state) => state === 'accepted')).toBe(true);
    expect(snapshots.some(({ paceReason, pace }) => paceReason?.code === 'run.tooMany' && pace <= 2)).toBe(true);
    const gaps = wms.posts.map(({ at }, index) => at - (wms.posts[index - 1]?.at ?? at));
    expect(Math.max(...gaps)).toBeGreaterThanOrEqual(29_000);
    expect(wms.posts.length).toBeLessThanOrEqual(120 + 4);
  });

  test('a server that is gone is probed by GET alone, and sending goes on by itself', async () => {
    let isUp = true;
    const { clock, wms, start, states, snapshots } = await createRunHarness({
      create: (orderId) => {
        if (orderId === 10) isUp = isUp && clock.monotonic() > 100_000;
        return isUp ? undefined : connectionRefusedEvent;
      },
      isUp: () => (isUp = clock.monotonic() > 100_000),
    });
    const run = start(sendableOrders(40));
    expect(await run.finished).toMatchObject({ status: 'finished' });
    expect(Object.values(states())).toEqual(Array.from({ length: 40 }, () => 'accepted'));
    expect(wms.probes.length).toBeGreaterThan(3);
    expect(snapshots.some(({ reason }) => reason?.code === 'run.offline')).toBe(true);
    const [first, last] = [wms.probes[0]!, wms.probes.at(-1)!];
    expect(wms.posts.filter(({ at }) => at > first && at < last)).toEqual([]);
  });

  test(
    'a limit of fifty in ten minutes that nobody tells of is kept to, and the time left is told honestly',
    { timeout: patience(60_000) },
    async () => {
      const clock = virtualClock();
      const window = new RateWindow({ requests: 50, windowMs: 600_000 });
      const refused: number[] = [];
      const { wms, start, states, snapshots } = await createRunHarness(
        {
          create: (orderId) => {
            if (window.tryTake(clock.now()) === null) return undefined;
            refused.push(orderId);
            return answerEvent(429, {});
          },
        },
        clock,
      );
      const run = start(sendableOrders(170), { total: 170 });
      expect(await run.finished).toMatchObject({ status: 'finished' });
      expect(Object.values(states())).toEqual(Array.from({ length: 170 }, () => 'accepted'));
      // Each refusal costs a request; there are few, because the rests grow.
      expect(wms.posts.length - 170).toBe(refused.length);
      expect(refused.length).toBeLessThan(70);
      const began = wms.posts[0]!.at;
      const ended = wms.posts.at(-1)!.at;
      expect(ended - began).toBeGreaterThanOrEqual(3 * 600_000);
      // After the first refusal and before the window opens again nothing can be told; later it is, within the half of it.
      const told = snapshots.filter(
        ({ paceReason, millisecondsLeft, counts }) =>
          paceReason !== null && millisecondsLeft !== null && counts.accepted >= 100 && counts.accepted < 120,
      );
      expect(told.length).toBeGreaterThan(0);
      for (const { millisecondsLeft, counts } of told) {
        const real = ((170 - counts.accepted) / 50) * 600_000;
        expect(millisecondsLeft!).toBeGreaterThan(real * 0.4);
        expect(millisecondsLeft!).toBeLessThan(real * 2.5);
      }
    },
  );

  test(
    'a limit that nobody tells of is remembered for the next run: its refusals are few, and its time is told from the start',
    { timeout: patience(60_000) },
    async () => {
      const clock = virtualClock();
      const window = new RateWindow({ requests: 50, windowMs: 600_000 });
      let refusals = 0;
      const { start, states, snapshots } = await createRunHarness(
        {
          create: () => {
            if (window.tryTake(clock.now()) === null) return undefined;
            refusals++;
            return answerEvent(429, {});
          },
        },
        clock,
      );
      await start(sendableOrders(60)).finished;
      const [learning, told] = [refusals, snapshots.length];
      await start(sendableOrders(160), { total: 100 }).finished;
      expect(Object.values(states())).toEqual(Array.from({ length: 160 }, () => 'accepted'));
      // Ten of the second window had gone to the first run: two more windows are waited for, and each costs what is under way at once.
      expect(refusals - learning).toBeLessThanOrEqual(2 * 4);
      expect(learning).toBeGreaterThan(8);
      const [first] = snapshots.slice(told).filter(({ status, total }) => status === 'running' && total === 100);
      expect(first!.millisecondsLeft).toBeGreaterThanOrEqual(9 * 60_000);
      expect(first!.millisecondsLeft).toBeLessThanOrEqual(23 * 60_000);
    },
  );

  test('an allowance that is said to be used up is waited for, without a refusal', async () => {
    const clock = virtualClock();
    const at: number[] = [];
    const { wms, start } = await createRunHarness(
      {
        create: (orderId) => {
          at.push(clock.monotonic());
          return answerEvent(
            200,
            { data: { id: orderId, order_id: orderId } },
            { rateLimit: '60', rateRemaining: at.length < 5 ? '3' : '0', rateReset: '600' },
          );
        },
      },
      clock,
    );
    await start(sendableOrders(8), {}, { concurrency: 1 }).finished;
    expect(wms.posts).toHaveLength(8);
    expect(at[5]! - at[4]!).toBeGreaterThanOrEqual(10_000);
  });

  test('tries, rests and the breaker go by the rules', async () => {
    const { wms, start } = await createRunHarness({ create: () => connectionRefusedEvent, isUp: () => true });
    await start(sendableOrders(1), {}, { tries: 2, breakerFailures: 50 }).finished;
    expect(wms.posts).toHaveLength(2);
    const slow = await createRunHarness({
      create: (_orderId, attempt) => (attempt === 1 ? answerEvent(429, {}) : undefined),
    });
    await slow.start(sendableOrders(1), {}, { coolDown: 120, longestWait: 1 }).finished;
    expect(slow.wms.posts[1]!.at - slow.wms.posts[0]!.at).toBeGreaterThanOrEqual(120_000);
    const broken = await createRunHarness({
      create: (_orderId, attempt) => (attempt === 1 ? connectionRefusedEvent : undefined),
      isUp: () => true,
    });
    await broken.start(sendableOrders(2), {}, { breakerFailures: 2, breakerPause: 200 }).finished;
    expect(broken.wms.posts[2]!.at).toBeGreaterThanOrEqual(200_000);
    expect(broken.wms.probes).toHaveLength(1);
  });

  test('an order that never gets through waits for the next run', async () => {
    const { wms, start, states } = await createRunHarness({
      create: (orderId, attempt) => (orderId === 3 && attempt <= 5 ? connectionRefusedEvent : undefined),
    });
    await start(sendableOrders(30)).finished;
    expect(states()[3]).toBe('waiting');
    expect(wms.posts.filter(({ orderId }) => orderId === 3)).toHaveLength(5);
    await start(sendableOrders(30)).finished;
    expect(states()[3]).toBe('accepted');
  });
});

describe('unknown orders', () => {
  test('are looked up after the quiet time, and found or sent again with the same bytes', async () => {
    const { wms, start, store, batchId, states } = await createRunHarness({
      create: (orderId, attempt) =>
        attempt > 1 ? undefined : orderId === 2 ? 'lostAfter' : orderId === 3 ? lostAnswerEvent : undefined,
    });
    await start(sendableOrders(6), {}, { quietTime: 60 }).finished;
    expect(Object.values(states())).toEqual(Array.from({ length: 6 }, () => 'accepted'));
    expect(store.outcomes.ofBatch(batchId).get(2)).toMatchObject({ proof: 'lookup', attempts: 1 });
    expect(store.outcomes.ofBatch(batchId).get(3)).toMatchObject({ proof: 'answer', attempts: 2 });
    expect(new Set(wms.posts.filter(({ orderId }) => orderId === 3).map(({ body }) => body)).size).toBe(1);
    const lostAt = wms.posts.find(({ orderId }) => orderId === 2)!.at;
    expect(wms.lookUps.find(({ orderId }) => orderId === 2)!.at).toBeGreaterThanOrEqual(lostAt + 60_000);
    expect([...wms.created.values()].every(({ length }) => length === 1)).toBe(true);
  });

  test('whose answer was lost while the computer slept say so, and are looked up when it is awake', async () => {
    const clock = virtualClock();
    const { wms, start, changes, states } = await createRunHarness(
      {
        create: (orderId, attempt) => {
          if (orderId !== 2 || attempt > 1) return undefined;
          // Eight hours go by on the wall; the other clock stood still.
          clock.jumpWallClock(8 * 3_600_000);
          return 'lostAfter';
        },
      },
      clock,
    );
    await start(sendableOrders(4), {}, { quietTime: 60 }).finished;
    expect(states()[2]).toBe('accepted');
    const lostAt = wms.posts.find(({ orderId }) => orderId === 2)!.at;
    expect(wms.lookUps.find(({ orderId }) => orderId === 2)!.at).toBeGreaterThanOrEqual(lostAt + 60_000);
    expect(
      changes.some(
        ({ outcome }) =>
          outcome.orderId === 2 && outcome.reasons.some(({ code }) => code === 'sending.lost.interrupted'),
      ),
    ).toBe(true);
  });

  test('are asked for by themselves where the list shows little of them', async () => {
    const { start, states } = await createRunHarness({
      create: (orderId, attempt) => (orderId === 2 && attempt === 1 ? 'lostAfter' : undefined),
      lookUp: (orderId) => answerEvent(200, [{ id: orderId === 2 ? 2 : 1, order_id: orderId }]),
    });
    await start(sendableOrders(3), {}, { concurrency: 1 }).finished;
    expect(states()[2]).toBe('accepted');
  });

  test('of which the WMS has two, or another, go to a person', async () => {
    const other = {
      id: 8,
      order_id: 2,
      orderAddress: { full_name: 'Boshqa odam', phone: '+998900000000', address: 'x' },
    };
    const ours = (id: number) => ({
      id,
      order_id: 2,
      orderAddress: sendableOrder(2).request,
      orderItems: sendableOrder(2).request.order_items,
    });
    for (const items of [[other], [ours(8), ours(9)]]) {
      const { start, states } = await createRunHarness({
        create: (orderId) => (orderId === 2 ? lostAnswerEvent : undefined),
        lookUp: () => answerEvent(200, { items }),
      });
      await start(sendableOrders(3)).finished;
      expect(states()[2]).toBe('review');
    }
  });

  test('stay unknown where the look-up is missing, lies, or proves nothing', async () => {
    for (const lookUp of [
      () => answerEvent(404, {}),
      () => answerEvent(200, '<html></html>'),
      () => answerEvent(200, { items: [{ id: 1, order_id: 777 }] }),
      () => answerEvent(200, { items: [] }),
    ]) {
      const { wms, start, states } = await createRunHarness({
        create: (orderId) => (orderId === 2 ? lostAnswerEvent : undefined),
        lookUp,
      });
      expect(await start(sendableOrders(4)).finished).toMatchObject({ status: 'finished' });
      expect(states()[2]).toBe('unknown');
      expect(wms.posts.filter(({ orderId }) => orderId === 2)).toHaveLength(1);
    }
  });

  test('stay unknown where there is no known order to check the look-up by', async () => {
    const { start, states } = await createRunHarness({ create: () => lostAnswerEvent });
    await start(sendableOrders(1)).finished;
    expect(states()).toEqual({ 1: 'unknown' });
  });

  test('can be looked up without anything being sent', async () => {
    const { wms, start, states } = await createRunHarness({
      create: (orderId, attempt) =>
        attempt === 1 && (orderId === 2 || orderId === 3) ? (orderId === 2 ? 'lostAfter' : lostAnswerEvent) : undefined,
    });
    await start(sendableOrders(3), {}, { lookup: false }).finished;
    expect(await start(sendableOrders(9), { lookUpOnly: true }).finished).toMatchObject({
      status: 'finished',
      attempts: 0,
    });
    expect(wms.posts).toHaveLength(3);
    expect(states()).toEqual({ 1: 'accepted', 2: 'accepted', 3: 'ready' });
  });

  test('are not looked up where the profile says so, and the quiet time survives the end of a run', async () => {
    const { clock, wms, start, states } = await createRunHarness({
      create: (orderId, attempt) => (orderId === 2 && attempt === 1 ? 'lostAfter' : undefined),
    });
    await start(sendableOrders(3), {}, { lookup: false }).finished;
    expect(states()[2]).toBe('unknown');
    expect(wms.lookUps).toEqual([]);
    const endedAt = clock.monotonic();
    // The wall clock is set back by a day: the wait is still no longer than the quiet time.
    clock.jumpWallClock(-86_400_000);
    await start(sendableOrders(3), {}, { quietTime: 60 }).finished;
    expect(states()[2]).toBe('accepted');
    expect(wms.lookUps[0]!.at - endedAt).toBeLessThanOrEqual(60_000);
  });

  test('«taken» after a lost answer is looked up at once; without a look-up it goes to a person', async () => {
    const taken = answerEvent(422, [{ field: 'order_id', message: 'Order ID "2" has already been taken.' }]);
    const { start, states, sender, batchId } = await createRunHarness({
      create: (orderId, attempt) => (orderId !== 2 ? undefined : attempt === 1 ? lostAnswerEvent : taken),
    });
    await start(sendableOrders(4)).finished;
    // Not there, sent again, «taken», looked up: not there. Nobody but a person can tell.
    expect(states()[2]).toBe('review');
    expect(sender.settleAsAccepted(batchId, 2, 55)).toMatchObject({
      ok: true,
      value: { outcome: { state: 'accepted', proof: 'operator', wmsId: 55 } },
    });
  });

  test('«taken» without one is a duplicate', async () => {
    const { start, states } = await createRunHarness({
      create: (orderId) =>
        orderId === 2
          ? answerEvent(422, [{ field: 'order_id', message: 'Order ID "2" has already been taken.' }])
          : undefined,
    });
    await start(sendableOrders(3)).finished;
    expect(states()).toEqual({ 1: 'accepted', 2: 'duplicate', 3: 'accepted' });
  });
});

describe('a person', () => {
  test('settles what is unknown, or has it sent again as a new revision', async () => {
    const { start, states, sender, batchId, store, wms } = await createRunHarness({
      create: (orderId, attempt) => (orderId <= 2 && attempt === 1 ? lostAnswerEvent : undefined),
      lookUp: () => answerEvent(404, {}),
    });
    await start(sendableOrders(3)).finished;
    expect(states()).toEqual({ 1: 'unknown', 2: 'unknown', 3: 'accepted' });
    expect(sender.settleAsAccepted(batchId, 1, null)).toMatchObject({ ok: true });
    expect(sender.settleAsAccepted(batchId, 1, null)).toMatchObject({
      ok: false,
      error: { code: 'sending.cannotSettle' },
    });
    expect(sender.settleAsAccepted(batchId, 99, null)).toMatchObject({
      ok: false,
      error: { code: 'sending.neverSent' },
    });
    expect(sender.sendAgain(batchId, 2)).toMatchObject({ ok: true, value: { outcome: { state: 'ready' } } });
    await start(sendableOrders(3)).finished;
    expect(states()).toEqual({ 1: 'accepted', 2: 'accepted', 3: 'accepted' });
    expect(store.outcomes.attempts(batchId, 2).map(({ revision }) => revision)).toEqual([1, 2]);
    expect(wms.posts.filter(({ orderId }) => orderId === 1)).toHaveLength(1);
  });

  test('who has it sent again while a look-up is due is not overtaken by the look-up', async () => {
    const { start, states, sender, batchId, store, wms } = await createRunHarness({
      create: (orderId, attempt) => (orderId === 2 && attempt === 1 ? 'lostAfter' : undefined),
    });
    const run = start(sendableOrders(3), {}, { quietTime: 60 });
    while (states()[2] !== 'unknown') await new Promise((resolve) => setImmediate(resolve));
    expect(sender.sendAgain(batchId, 2).ok).toBe(true);
    await run.finished;
    expect(wms.lookUps).toEqual([]);
    expect(states()[2]).toBe('ready');
    expect(store.outcomes.ofBatch(batchId).get(2)).toMatchObject({ attempts: 0 });
  });

  test('corrects what was refused: a new revision; the same content is not sent a second time by itself', async () => {
    const { start, states, store, batchId, wms } = await createRunHarness({
      create: (orderId, attempt) =>
        orderId === 2 && attempt === 1
          ? answerEvent(422, [{ field: 'phone', message: 'Phone is invalid.' }])
          : undefined,
    });
    const orders = sendableOrders(3);
    await start(orders).finished;
    expect(states()[2]).toBe('rejected');
    await start(orders, { source: orderSource(orders) }).finished;
    expect(wms.posts).toHaveLength(3);
    const corrected = orders.map((order) =>
      order.orderId === 2 ? { ...order, request: { ...order.request, phone: '+998901112233' } } : order,
    );
    await start(corrected, { source: orderSource(corrected) }).finished;
    expect(states()[2]).toBe('accepted');
    expect(store.outcomes.attempts(batchId, 2).map(({ revision, resultClass }) => [revision, resultClass])).toEqual([
      [1, 'refused'],
      [2, 'accepted'],
    ]);
  });
});

describe('the first invariant', () => {
  test('when a request goes out, journal and witness have it on the disk', async () => {
    const clock = virtualClock();
    const home = temporaryHome();
    const store = openedStore(home, clock);
    const batchId = await newBatch(store);
    const flush = vi.spyOn(fs, 'fdatasyncSync');
    onTestFinished(() => flush.mockRestore());
    const wms = scriptedWms(clock, {});
    const other = new Database(path.join(home, 'order-importer.db'));
    onTestFinished(() => other.close());
    let flushed = 0;
    const seen: number[] = [];
    const client: WmsClient = {
      ...wms.client,
      create: (body, token) => {
        const orderId = Number(JSON.parse(body).order_id);
        const row = other.get(
          'SELECT a.id, r.state, r.body FROM attempts a JOIN revisions r ON r.id = a.revision_id WHERE ' +
            'r.order_id = ? AND a.ended_at IS NULL',
          orderId,
        );
        const witnessed = readWitness(store.witnessPath, null).attempts.map(({ attempt }) => attempt.id);
        expect(row).toMatchObject({ state: 'sending', body });
        expect(witnessed).toContain(row?.['id']);
        flushed = Math.max(flushed, flush.mock.calls.length);
        seen.push(orderId);
        return wms.client.create(body, token);
      },
    };
    const sender = createSender({ store, clock, openClient: () => client });
    onTestFinished(() => sender.close());
    const run = sender.start({
      batchId,
      server,
      accessKey: 't',
      rules: { ...defaultSendingRules, concurrency: 1 },
      source: orderSource(sendableOrders(6)),
    });
    if (!run.ok) throw new Error(run.error.code);
    await run.value.finished;
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
    expect(flushed).toBe(6);
  });
});

describe('the ledger', () => {
  test('keeps another batch from sending what was sent, is unknown, or is taken', async () => {
    const { start, store, sender, wms } = await createRunHarness({
      create: (orderId) =>
        orderId === 2
          ? lostAnswerEvent
          : orderId === 3
            ? answerEvent(422, [{ field: 'order_id', message: 'Order ID "3" has already been taken.' }])
            : undefined,
      lookUp: () => answerEvent(404, {}),
    });
    await start(sendableOrders(3)).finished;
    const other = await newBatch(store, 'other.csv');
    const started = sender.start({
      batchId: other,
      server,
      accessKey: 'first',
      rules: defaultSendingRules,
      source: orderSource(sendableOrders(4)),
    });
    if (!started.ok) throw new Error(started.error.code);
    expect(await started.value.finished).toMatchObject({ status: 'finished', attempts: 1 });
    expect(started.value.snapshot().counts).toMatchObject({ accepted: 1, skipped: 3 });
    expect(wms.posts).toHaveLength(4);
    const found = store.ledger.find(server.identity, [1, 2, 3, 4, 5], other);
    expect([...found.values()].map(({ state }) => state)).toEqual(['accepted', 'unknown', 'taken']);
    expect(store.ledger.find('http://other.example', [1, 2, 3], null).size).toBe(0);
  });

  test('gives way to an operator’s word for one order, once; not where its fate is open, or a request of it is under way', async () => {
    const { start, store, sender, wms } = await createRunHarness({
      create: (orderId, attempt) =>
        orderId === 2 && attempt === 1
          ? lostAnswerEvent
          : orderId === 3 && attempt === 1
            ? answerEvent(422, [{ field: 'order_id', message: 'Order ID "3" has already been taken.' }])
            : undefined,
      latency: 50,
    });
    await start(sendableOrders(3), {}, { lookup: false }).finished;
    const other = await newBatch(store, 'other.csv');
    const third = await newBatch(store, 'third.csv');
    const anyway = (orderId: number) => sender.sendAnyway(other, server, sendableOrder(orderId));
    expect(anyway(2)).toMatchObject({
      ok: false,
      error: { code: 'sending.settleThere', params: { fileName: 'orders.csv' } },
    });
    for (const orderId of [1, 3])
      expect(anyway(orderId)).toMatchObject({
        ok: true,
        value: { batchId: other, outcome: { state: 'ready', sendAnyway: true, attempts: 0 } },
      });
    expect(anyway(1)).toMatchObject({ ok: false, error: { code: 'sending.cannotSettle' } });
    const started = sender.start({
      batchId: other,
      server,
      accessKey: 'first',
      rules: defaultSendingRules,
      source: orderSource(sendableOrders(3)),
    });
    if (!started.ok) throw new Error(started.error.code);
    while (store.ledger.find(server.identity, [1], null).get(1)?.state !== 'sending')
      await new Promise((resolve) => setImmediate(resolve));
    expect(sender.sendAnyway(third, server, sendableOrder(1))).toMatchObject({
      ok: false,
      error: { code: 'sending.settleThere', params: { fileName: 'other.csv' } },
    });
    expect(await started.value.finished).toMatchObject({ status: 'finished', attempts: 2 });
    expect(wms.posts.map(({ orderId }) => orderId).toSorted()).toEqual([1, 1, 2, 3, 3]);
    expect([...store.outcomes.ofBatch(other).values()].map(({ orderId, state }) => [orderId, state])).toEqual([
      [1, 'accepted'],
      [3, 'accepted'],
    ]);
  });

  test('a batch that went to one server goes to no other', async () => {
    const { start, sender, batchId } = await createRunHarness({});
    await start(sendableOrders(1)).finished;
    const elsewhere = sender.start({
      batchId,
      server: { ...server, identity: 'http://other.example' },
      accessKey: 'x',
      rules: defaultSendingRules,
      source: orderSource([]),
    });
    expect(elsewhere).toMatchObject({ ok: false, error: { code: 'batch.otherServer' } });
  });
});

describe('always, whatever the server does', () => {
  const events = fc.constantFrom<() => ReturnType<NonNullable<WmsScript['create']>>>(
    () => undefined,
    () => 'lostAfter',
    () => lostAnswerEvent,
    () => connectionRefusedEvent,
    () => answerEvent(401, {}),
    () => answerEvent(404, {}),
    () => answerEvent(422, [{ field: 'phone', message: 'Phone is invalid.' }]),
    () => answerEvent(429, {}, { retryAfter: '3' }),
    () => answerEvent(500, {}),
    () => answerEvent(503, '<html></html>'),
    () => answerEvent(200, '<html></html>'),
    () => answerEvent(200, { data: { id: 1, order_id: 999_999 } }),
    () => answerEvent(409, {}),
  );

  test(
    'no order is created twice, none is lost, the states add up, every attempt is in the journal',
    { timeout: patience(120_000) },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), events), { maxLength: 30 }),
          fc.integer({ min: 1, max: 5 }),
          async (plan, concurrency) => {
            const script = new Map<number, (() => ReturnType<NonNullable<WmsScript['create']>>)[]>();
            for (const [orderId, event] of plan) script.set(orderId, [...(script.get(orderId) ?? []), event]);
            const { wms, store, batchId, start, states } = await createRunHarness({
              create: (orderId) => script.get(orderId)?.shift()?.(),
            });
            for (let turn = 0; turn < 40; turn++) {
              const { status } = await start(sendableOrders(12), { onPause: 'end' }, { concurrency, quietTime: 5 })
                .finished;
              if (status === 'finished') break;
            }
            for (const [orderId, requests] of wms.created) {
              expect(requests).toHaveLength(1);
              expect(states()[orderId]).toBe('accepted');
            }
            for (const [orderId, state] of Object.entries(states()))
              if (state === 'accepted') expect(wms.created.has(Number(orderId))).toBe(true);
            expect(Object.keys(states())).toHaveLength(12);
            expect(Object.values(states())).not.toContain('sending');
            const attempts = Object.keys(states()).flatMap((orderId) =>
              store.outcomes.attempts(batchId, Number(orderId)),
            );
            expect(attempts).toHaveLength(wms.posts.length);
            expect(attempts.every(({ endedAt }) => endedAt !== null)).toBe(true);
            for (let orderId = 1; orderId <= 12; orderId++)
              expect(new Set(wms.posts.filter((post) => post.orderId === orderId).map(({ body }) => body)).size).toBe(
                1,
              );
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});

describe('records that cannot be written for a while', () => {
  test('what the run had in hand is unknown as soon as they can, and can be gone on with', async () => {
    const trouble: { writes?: { mockRestore(): void } } = {};
    const harness = await createRunHarness({
      create: (orderId, attempt) => {
        if (orderId === 2 && attempt === 1)
          trouble.writes = vi.spyOn(harness.store.journal, 'transaction').mockImplementation(() => {
            throw new Error('database is locked');
          });
        return undefined;
      },
      lookUp: () => answerEvent(404, {}),
    });
    const { start, states, changes, store, batchId } = harness;
    const { status, reason } = await start(sendableOrders(2), {}, { concurrency: 1 }).finished;
    expect([status, reason?.code, states()[2]]).toEqual(['stopped', 'store.busy', 'sending']);
    trouble.writes?.mockRestore();
    while (states()[2] === 'sending') await new Promise((resolve) => setImmediate(resolve));
    expect(states()).toEqual({ 1: 'accepted', 2: 'unknown' });
    expect(changes.at(-1)).toMatchObject({ orderKey: '2', outcome: { state: 'unknown' } });
    // Nothing of it is left for a later run or process.
    expect(store.journal.orphans(() => false)).toEqual([]);
    expect(store.batches.get(batchId)).not.toBeNull();
  });

  test('the counts in the list of files are the journal’s while a run is under way, and where its end was not stored', async () => {
    const seen: unknown[] = [];
    const harness = await createRunHarness({
      create: (orderId) => (orderId === 3 ? answerEvent(422, { errors: { phone: ['x'] } }) : undefined),
    });
    const { start, store, batchId } = harness;
    const counts = { ...zeroStateCounts(), total: 6, ready: 4, withErrors: 1, duplicate: 1 };
    store.batches.setCounts(batchId, counts);
    const run = start(sendableOrders(4), {
      listener: {
        onOutcome: ({ outcome: { orderId, state } }) => {
          if (orderId !== 2 || state !== 'accepted') return;
          seen.push(store.batches.get(batchId)?.counts);
          // A correction in the middle stores what the engine knows.
          store.batches.setCounts(batchId, counts);
          seen.push(store.batches.list()[0]?.counts);
        },
      },
    });
    await run.finished;
    const died = store.batches.get(batchId)?.counts;
    expect(died).toEqual({ ...counts, ready: 0, accepted: 3, rejected: 1 });
    expect(seen).toHaveLength(2);
    for (const one of seen) {
      const { accepted = 0, ready = 0, sending = 0 } = one as Partial<typeof counts>;
      expect(accepted).toBeGreaterThan(0);
      expect(one).toMatchObject({ total: 6, withErrors: 1, duplicate: 1 });
      expect(accepted + ready + sending).toBeLessThanOrEqual(4);
    }
    const whole = { ...counts, ready: 0, accepted: 4 };
    store.batches.setCounts(batchId, whole);
    expect(store.batches.get(batchId)?.counts).toEqual(whole);
  });
});

test('a WMS that gives one id to two orders: the run pauses once and says which', async () => {
  const { start, until, states } = await createRunHarness({
    create: (orderId) =>
      orderId >= 3 ? answerEvent(200, { message: 'ok', data: { id: 77, order_id: orderId } }) : undefined,
  });
  const run = start(sendableOrders(6), {}, { concurrency: 1 });
  expect((await until(run, 'paused')).reason).toEqual({
    code: 'run.sameId',
    params: { wmsId: 77, orderId: 4, other: 3 },
  });
  expect(states()).toMatchObject({ 3: 'accepted', 4: 'accepted' });
  expect(states()).not.toHaveProperty('5');
  // A person has looked there.
  run.resume();
  expect(await run.finished).toMatchObject({ status: 'finished' });
});
