import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSender } from '../../../main/sending/create-sender.ts';
import type { WitnessedAttempt } from '../../../main/ports.ts';
import { openWitness, readWitness } from '../../../main/sending/witness.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { patience } from '../../support/patience.ts';
import { openedStore, temporaryHome } from '../store/home.ts';
import { newBatch, offeredOrders, sendableOrders, orderSource } from './orders.ts';
import { scriptedWms } from './scripted-client.ts';
import { virtualClock } from './virtual-clock.ts';

const server = { url: 'http://wms.example/', identity: 'http://wms.example', practice: false };

function line(id: string): WitnessedAttempt {
  return {
    attempt: { id, startedAt: 5, server: 's', url: 'u', batchId: 'b', orderId: 1, bodyHash: 'h' },
    fileName: 'буюртма.csv',
  };
}

const ids = (reading: ReturnType<typeof readWitness>) => reading.attempts.map(({ attempt }) => attempt.id);

describe('the file', () => {
  test('gives back what was written, also from where it was read before', () => {
    const file = path.join(temporaryHome(), 'witness.log');
    const witness = openWitness(file);
    witness.append([line('1'), line('2')]);
    const first = readWitness(file, null);
    expect(first).toMatchObject({ attempts: [line('1'), line('2')], breaks: [], offset: fs.statSync(file).size });
    witness.append([line('3')]);
    expect(readWitness(file, first)).toMatchObject({ attempts: [line('3')], breaks: [] });
    witness.close();
  });

  test('is one for several writers, each with its own chain', () => {
    const file = path.join(temporaryHome(), 'witness.log');
    const one = openWitness(file);
    one.append([line('1')]);
    const two = openWitness(file);
    two.append([line('2')]);
    const middle = readWitness(file, null);
    one.append([line('3')]);
    two.append([line('4')]);
    one.append([line('5')]);
    expect(readWitness(file, null)).toMatchObject({ breaks: [] });
    expect(ids(readWitness(file, null))).toEqual(['1', '2', '3', '4', '5']);
    // The first writer's chain goes on from before the middle: then it is read whole, and is sound.
    expect(readWitness(file, middle)).toMatchObject({ breaks: [] });
    expect(ids(readWitness(file, middle))).toEqual(expect.arrayContaining(['3', '4', '5']));
    one.close();
    two.close();
  });

  test('survives a line that was torn, and is read on from before it', () => {
    const file = path.join(temporaryHome(), 'witness.log');
    const witness = openWitness(file);
    witness.append([line('1')]);
    const before = readWitness(file, null);
    fs.appendFileSync(file, '\n{"attempt":"2","at":5,"ser');
    const torn = readWitness(file, null);
    expect(torn).toMatchObject({ breaks: [], offset: before.offset });
    witness.append([line('3')]);
    expect(ids(readWitness(file, torn))).toEqual(['3']);
    expect(readWitness(file, torn).breaks).toEqual([]);
    witness.close();
  });

  test('that was shortened is found out', () => {
    const file = path.join(temporaryHome(), 'witness.log');
    const witness = openWitness(file);
    witness.append([line('1')]);
    const one = fs.statSync(file).size;
    witness.append([line('2')]);
    const read = readWitness(file, null);
    witness.close();
    fs.truncateSync(file, one);
    expect(readWitness(file, read)).toMatchObject({
      breaks: [expect.stringContaining('shorter')],
      attempts: [line('1')],
    });
    fs.rmSync(file);
    expect(readWitness(file, read)).toMatchObject({ breaks: [expect.stringContaining('shorter')], attempts: [] });
  });

  test('never gives back what was not written, whatever happens to its bytes; a changed line is missed by the next', () => {
    const file = path.join(temporaryHome(), 'witness.log');
    const witness = openWitness(file);
    const written = ['1', '2', '3', '4', '5', '6'];
    for (const id of written) witness.append([line(id)]);
    witness.close();
    const whole = fs.readFileSync(file);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = Buffer.from(whole);
        bytes[at] = bytes[at]! ^ change;
        fs.writeFileSync(file, bytes);
        const reading = readWitness(file, null);
        const missing = written.filter((id) => !ids(reading).includes(id));
        const isBroken = reading.breaks.length > 0;
        expect(isBroken || ids(reading).every((id) => written.includes(id))).toBe(true);
        expect(missing.length).toBeLessThanOrEqual(2);
        // The last line may look torn; any other change is noticed, and a line that still can be read still counts.
        expect(isBroken || missing.length === 0 || missing.includes('6')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a database that comes back older', () => {
  async function sentAndRestored(restore: (database: string, saved: string) => void, between: number) {
    const home = temporaryHome();
    const clock = virtualClock();
    const wms = scriptedWms(clock, {});
    const database = path.join(home, 'order-importer.db');
    const saved = path.join(home, 'saved.db');
    const orders = sendableOrders(20);
    const first = openedStore(home, clock);
    const batchId = await newBatch(first);
    const send = async (store: typeof first, count: number) => {
      const sender = createSender({ store, clock, openClient: () => wms.client });
      const run = sender.start({
        batchId,
        server,
        accessKey: 't',
        rules: defaultSendingRules,
        source: orderSource(offeredOrders(store, batchId, orders.slice(0, count))),
      });
      if (!run.ok) throw new Error(run.error.code);
      await run.value.finished;
      await sender.close();
      return sender.notices;
    };
    await send(first, between);
    first.close();
    fs.copyFileSync(database, saved);
    const second = openedStore(home, clock);
    await send(second, 20);
    second.close();
    restore(database, saved);
    const third = openedStore(home, clock);
    return { third, send, wms, batchId, between };
  }

  test('makes what it forgot unknown, loudly, and sends nothing of it twice', async () => {
    const { third, send, wms, batchId } = await sentAndRestored(
      (database, saved) => fs.copyFileSync(saved, database),
      8,
    );
    const notices = await send(third, 20);
    expect(notices).toEqual([expect.objectContaining({ code: 'sending.forgotten', batchId, params: { count: 12 } })]);
    expect(new Set(notices[0]?.orderIds)).toEqual(new Set(sendableOrders(12, 9).map(({ orderId }) => orderId)));
    expect([...wms.created.values()].every(({ length }) => length === 1)).toBe(true);
    expect(wms.posts).toHaveLength(20);
    // Their bodies are lost with the database: the look-up finds the orders, a person says whether they are these.
    const states = [...third.outcomes.ofBatch(batchId).values()].map(({ state }) => state);
    expect(states.filter((state) => state === 'accepted')).toHaveLength(8);
    expect(states.filter((state) => state === 'review')).toHaveLength(12);
    // Once told, it is known.
    expect(createSender({ store: third, clock: virtualClock() }).notices).toEqual([]);
  });

  test('and one that is gone altogether leaves the ledger that the witness knows', async () => {
    const { third, wms } = await sentAndRestored((database) => fs.rmSync(database), 8);
    const clock = virtualClock();
    const sender = createSender({ store: third, clock, openClient: () => wms.client });
    expect(sender.notices).toEqual([
      expect.objectContaining({ code: 'store.lost', params: { files: 1 } }),
      expect.objectContaining({ code: 'sending.forgotten', params: { count: 20 } }),
    ]);
    const batchId = await newBatch(third, 'opened again.csv');
    const run = sender.start({
      batchId,
      server,
      accessKey: 't',
      rules: defaultSendingRules,
      source: orderSource(sendableOrders(20)),
    });
    if (!run.ok) throw new Error(run.error.code);
    await run.value.finished;
    await sender.close();
    expect(wms.posts).toHaveLength(20);
    expect(third.ledger.find(server.identity, [1, 20], batchId).get(20)).toMatchObject({
      state: 'unknown',
      fileName: 'orders.csv',
    });
  });

  test('as does one whose log of commits was cut or changed at any place', { timeout: patience(120_000) }, async () => {
    const home = temporaryHome();
    const clock = virtualClock();
    const wms = scriptedWms(clock, {});
    const store = openedStore(home, clock);
    const batchId = await newBatch(store);
    const sender = createSender({ store, clock, openClient: () => wms.client });
    const run = sender.start({
      batchId,
      server,
      accessKey: 't',
      rules: defaultSendingRules,
      source: orderSource(sendableOrders(20)),
    });
    if (!run.ok) throw new Error(run.error.code);
    await run.value.finished;
    // As a crash would leave it: the log is there, nothing was folded into the database.
    const files = ['order-importer.db', 'order-importer.db-wal', 'witness.log'];
    const crashed = Object.fromEntries(files.map((name) => [name, fs.readFileSync(path.join(home, name))]));
    await sender.close();
    store.close();
    const log = crashed['order-importer.db-wal']!;
    expect(log.length).toBeGreaterThan(10_000);
    const damage = fc.oneof(
      fc.nat(log.length).map((at) => log.subarray(0, at)),
      fc.tuple(fc.nat(log.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, change]) => {
        const bytes = Buffer.from(log);
        bytes[at] = bytes[at]! ^ change;
        return bytes;
      }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (damaged) => {
        const copy = fs.mkdtempSync(path.join(home, 'copy-'));
        for (const name of files)
          fs.writeFileSync(path.join(copy, name), name.endsWith('-wal') ? damaged : crashed[name]!);
        const opened = openStore(copy, clock);
        // A database that says that it is damaged sends nothing either.
        if (!opened.ok) return;
        const before = wms.posts.length;
        const again = createSender({ store: opened.value, clock, openClient: () => wms.client });
        const reopened = opened.value.batches.get(batchId) ? batchId : await newBatch(opened.value);
        const next = again.start({
          batchId: reopened,
          server,
          accessKey: 't',
          rules: { ...defaultSendingRules, lookup: false },
          source: orderSource(offeredOrders(opened.value, reopened, sendableOrders(20))),
        });
        if (next.ok) await next.value.finished;
        expect(wms.posts.length).toBe(before);
        const known = opened.value.ledger.find(
          server.identity,
          sendableOrders(20).map(({ orderId }) => orderId),
          null,
        );
        expect(known.size).toBe(20);
        await again.close();
        opened.value.close();
        fs.rmSync(copy, { recursive: true });
      }),
      { numRuns: 60 },
    );
  });
});

describe('where nothing can be written', () => {
  test('nothing is sent, and it is said: the witness', async () => {
    const home = temporaryHome();
    const clock = virtualClock();
    const wms = scriptedWms(clock, {});
    const store = openedStore(home, clock);
    const batchId = await newBatch(store);
    fs.mkdirSync(path.join(home, 'witness.log'));
    const sender = createSender({ store, clock, openClient: () => wms.client });
    onTestFinished(() => sender.close());
    expect(sender.notices).toEqual([expect.objectContaining({ code: 'sending.notRecovered' })]);
    const run = sender.start({
      batchId,
      server,
      accessKey: 't',
      rules: defaultSendingRules,
      source: orderSource(sendableOrders(5)),
    });
    expect(run).toMatchObject({ ok: false, error: { code: 'sending.notRecovered' } });
    expect(wms.posts).toEqual([]);
  });

  test('nothing more is sent, and the run says why: journal or witness fail in the middle', async () => {
    for (const where of ['journal', 'witness'] as const) {
      const clock = virtualClock();
      const wms = scriptedWms(clock, {});
      const store = openedStore(temporaryHome(), clock);
      const batchId = await newBatch(store);
      const full = () => {
        throw Object.assign(new Error('database or disk is full'), { code: 'ENOSPC' });
      };
      let isFull = false;
      const journal = {
        ...store.journal,
        transaction: <T>(act: () => T): T => (isFull && where === 'journal' ? full() : store.journal.transaction(act)),
      };
      const sender = createSender({
        store: {
          journal,
          ledger: store.ledger,
          outcomes: store.outcomes,
          batches: store.batches,
          witnessPath: store.witnessPath,
        },
        clock,
        openClient: () => wms.client,
        ...(where === 'witness'
          ? {
              openWitness: () => ({
                append: (lines: readonly WitnessedAttempt[]) => void (isFull && lines.length > 0 && full()),
                close: () => {},
              }),
            }
          : {}),
      });
      const run = sender.start({
        batchId,
        server,
        accessKey: 't',
        rules: defaultSendingRules,
        source: orderSource(sendableOrders(40)),
        listener: {
          onOutcome: ({ orderKey, outcome }) => void (isFull ||= orderKey === '7' && outcome.state === 'accepted'),
        },
      });
      if (!run.ok) throw new Error(run.error.code);
      expect(await run.value.finished).toMatchObject({ status: 'stopped', reason: { code: 'disk.full' } });
      expect(run.value.snapshot()).toMatchObject({ status: 'stopped', reason: { code: 'disk.full' } });
      expect(wms.posts.length).toBeLessThan(12);
      isFull = false;
      const states = [...store.outcomes.ofBatch(batchId).values()].map(({ state }) => state);
      // What could not be witnessed was never sent and is ready as before; what could not be recorded stays «sending» and is
      // found at the next start.
      if (where === 'witness') expect(states).not.toContain('sending');
      expect(states.filter((state) => state === 'accepted').length).toBe(
        where === 'witness' ? wms.posts.length : states.length - states.filter((state) => state === 'sending').length,
      );
      await sender.close();
    }
  });
});
