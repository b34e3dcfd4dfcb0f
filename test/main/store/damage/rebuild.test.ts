/** A database that cannot be used: set aside, made anew from what is left, and told. */
import { firstShop } from '../../../../shared/domain/model/shop.ts';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { systemClock, type SendableOrder } from '../../../../main/ports.ts';
import { createSender } from '../../../../main/sending/create-sender.ts';
import { homeWitness } from '../../../../main/sending/witness.ts';
import { damageMarkerPath, Database } from '../../../../main/store/database.ts';
import { isOnNetworkDrive } from '../../../../main/platform/network-drive.ts';
import { openStore } from '../../../../main/store/open-store.ts';
import { openProcessPresence } from '../../../../main/store/process-presence.ts';
import type { Store } from '../../../../main/store/store.ts';
import { defaultSendingRules, profileSchema } from '../../../../shared/domain/model/profile.ts';
import { patience } from '../../../support/patience.ts';
import { newBatch, offeredOrders, sendableOrders, orderSource } from '../../sending/orders.ts';
import { scriptedWms } from '../../sending/scripted-client.ts';
import { virtualClock } from '../../sending/virtual-clock.ts';
import { temporaryHome } from '../home.ts';

const server = { url: 'http://wms.example/', identity: 'http://wms.example', practice: false };
const count = 40;
const name = 'order-importer.db';

/** A home from which forty orders were sent: the fifth was refused, the seventh lost. */
async function sentHome() {
  const home = temporaryHome();
  const clock = virtualClock();
  const wms = scriptedWms(clock, {
    create: (orderId) =>
      orderId === 5
        ? {
            kind: 'answered',
            answer: {
              status: 422,
              headers: noHeaders,
              body: [{ field: 'phone', message: 'Phone is invalid.' }],
              isJson: true,
            },
          }
        : orderId === 7
          ? { kind: 'lost', cause: 'connection' }
          : undefined,
  });
  function open(): Store {
    const opened = openStore(home, clock, homeWitness);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    return opened.value;
  }
  /** Looks up what is unknown, with a file that still gives these orders. */
  async function lookUp(store: Store, batchId: string, content: readonly SendableOrder[]) {
    const sender = createSender({ store, clock, openClient: () => wms.client });
    const source = {
      ...orderSource([]),
      currentOrder: async (orderId: number) => content.find((order) => order.orderId === orderId) ?? null,
    };
    const run = sender.start({
      batchId,
      server,
      accessKey: 't',
      rules: { ...defaultSendingRules, quietTime: 0 },
      source,
    });
    const end = run.ok ? await run.value.finished : run.error.code;
    await sender.close();
    return end;
  }
  async function send(store: Store, batchId: string, orders = count, onOutcome: () => void = () => undefined) {
    const sender = createSender({ store, clock, openClient: () => wms.client });
    const run = sender.start({
      batchId,
      server,
      accessKey: 't',
      rules: { ...defaultSendingRules, lookup: false },
      source: orderSource(offeredOrders(store, batchId, sendableOrders(orders))),
      listener: { onOutcome },
    });
    const end = run.ok ? await run.value.finished : run.error.code;
    await sender.close();
    return { notices: sender.notices, end };
  }
  const store = open();
  const batchId = await newBatch(store, 'orders of today.csv');
  store.profiles.save(firstShop, profileSchema.parse({ name: 'Shop' }));
  store.settings.set({ language: 'ru' });
  await send(store, batchId);
  store.close();
  return { home, file: path.join(home, name), clock, wms, batchId, open, send, lookUp };
}

const noHeaders = {
  contentType: null,
  retryAfter: null,
  rateLimit: null,
  rateRemaining: null,
  rateReset: null,
  location: null,
};

describe('a database that is none any more', () => {
  test('is set aside as it is; the batches’ files are listed again, what was sent is unknown, and it is told once', async () => {
    const { home, file, wms, batchId, open, send } = await sentHome();
    fs.writeFileSync(file, Buffer.alloc(20_000, 'x'));
    const store = open();
    expect(
      fs.readFileSync(path.join(home, 'damaged', fs.readdirSync(path.join(home, 'damaged'))[0] ?? '', name), 'utf8'),
    ).toMatch(/^x+$/u);
    expect(store.batches.list()).toEqual([
      expect.objectContaining({ id: batchId, fileName: 'orders of today.csv', server }),
    ]);
    expect(fs.readFileSync(store.batches.get(batchId)?.path ?? '', 'utf8')).toBe('orders of today.csv');
    const before = wms.posts.length;
    const { notices } = await send(store, batchId);
    expect(notices.map(({ code }) => code)).toEqual(['store.rebuilt', 'sending.forgotten']);
    expect(notices[0]?.params).toMatchObject({ files: 1 });
    expect(wms.posts.length).toBe(before);
    expect([...store.outcomes.ofBatch(batchId).values()].every(({ state }) => state === 'unknown')).toBe(true);
    expect((await send(store, batchId)).notices).toEqual([]);
    store.close();
  });

  test('what was sent is known again where the file still gives exactly that: then the look-up proves it', async () => {
    const { file, wms, batchId, open, lookUp } = await sentHome();
    fs.writeFileSync(file, Buffer.alloc(20_000, 'x'));
    const store = open();
    // The file’s third order is another one now; the ninth cannot be read any more.
    const content = sendableOrders(count)
      .filter(({ orderId }) => orderId !== 9)
      .map((order) =>
        order.orderId === 3 ? { ...order, request: { ...order.request, phone: '+998907654321' } } : order,
      );
    expect(await lookUp(store, batchId, content)).toMatchObject({ status: 'finished' });
    const states = Object.fromEntries(
      [...store.outcomes.ofBatch(batchId)].map(([orderId, { state, proof }]) => [orderId, proof ?? state]),
    );
    for (let orderId = 1; orderId <= count; orderId++) {
      // The fifth had been refused, the seventh lost: neither is there, so both are sent again with the same bytes; the seventh
      // never arrives.
      const wanted = [3, 7, 9].includes(orderId) ? 'review' : orderId === 5 ? 'rejected' : 'lookup';
      expect([orderId, states[orderId]]).toEqual([orderId, wanted]);
    }
    expect([...wms.created.values()].every((orders) => orders.length === 1)).toBe(true);
    for (const orderId of [5, 7])
      expect(new Set(wms.posts.filter((post) => post.orderId === orderId).map(({ body }) => body)).size).toBe(1);
    store.close();
  });

  test('what is not there and cannot be known again waits for the next run, and stops none', async () => {
    const { file, wms, batchId, open, lookUp } = await sentHome();
    fs.writeFileSync(file, Buffer.alloc(20_000, 'x'));
    const store = open();
    const readable = sendableOrders(count).filter(({ orderId }) => orderId !== 5);
    expect(await lookUp(store, batchId, readable)).toMatchObject({ status: 'finished', reason: null });
    expect(store.outcomes.ofBatch(batchId).get(5)).toMatchObject({ state: 'ready' });
    expect(wms.posts.filter(({ orderId }) => orderId === 5)).toHaveLength(1);
    store.close();
  });

  test('stays where it is while another process has the home in use', async () => {
    const { home, file } = await sentHome();
    fs.writeFileSync(file, 'x'.repeat(20_000));
    const other = openProcessPresence(path.join(home, 'processes'));
    expect(openStore(home, systemClock)).toMatchObject({ ok: false, error: { code: 'store.damagedInUse' } });
    expect(fs.readFileSync(file, 'utf8')).toMatch(/^x+$/u);
    other.close();
    const opened = openStore(home, systemClock);
    expect(opened.ok).toBe(true);
    if (opened.ok) opened.value.close();
  });

  test('and whose rebuilding was cut off at its end is found rebuilt', async () => {
    const { file, open, batchId } = await sentHome();
    fs.renameSync(file, `${file}.rebuilt`);
    const store = open();
    expect(store.batches.get(batchId)?.fileName).toBe('orders of today.csv');
    expect(store.outcomes.ofBatch(batchId).size).toBe(count);
    expect(store.takeNotices()).toEqual([]);
    store.close();
  });

  // On Windows nobody can rename a database that is open.
  test.skipIf(process.platform === 'win32')('is not sent from by a process that had it open before', async () => {
    const { file, open, send, batchId, wms } = await sentHome();
    const early = open();
    fs.renameSync(file, `${file}.elsewhere`);
    const late = open();
    const before = wms.posts.length;
    expect(await send(early, batchId, count + 5)).toMatchObject({ end: 'store.replaced' });
    expect(wms.posts.length).toBe(before);
    early.close();
    late.close();
  });

  test.skipIf(process.platform === 'win32')('and one that is sending from it stops, and says why', async () => {
    const { file, open, send, batchId } = await sentHome();
    const early = open();
    const { end } = await send(early, batchId, count + 500, () => {
      if (fs.existsSync(file)) fs.renameSync(file, `${file}.elsewhere`);
    });
    expect(end).toMatchObject({ status: 'stopped', reason: { code: 'run.journalReplaced' } });
    early.close();
  });
});

describe('a database of which some pages are torn', () => {
  test(
    'gives back what can be read; nothing of it is sent twice, whichever page it is',
    { timeout: patience(120_000) },
    async () => {
      const { home, file, wms, batchId, open, send } = await sentHome();
      const whole = fs.readFileSync(file);
      const witness = fs.readFileSync(path.join(home, 'witness.log'));
      const page = whole.readUInt16BE(16);
      let rebuilt = 0;
      let accepted = 0;
      /** What the store knows in the end; the look at it may be what finds the damage. */
      function settledView(): { readonly known: number; readonly done: number } {
        const store = open();
        try {
          const known = store.ledger.find(
            server.identity,
            sendableOrders(count).map(({ orderId }) => orderId),
            null,
          );
          return {
            known: known.size,
            done: [...store.outcomes.ofBatch(batchId).values()].filter(({ state }) => state === 'accepted').length,
          };
        } catch {
          expect(fs.existsSync(damageMarkerPath(file))).toBe(true);
        } finally {
          store.close();
        }
        return settledView();
      }
      for (let at = 0; at < whole.length; at += page) {
        const torn = Buffer.from(whole);
        torn.fill(0xa5, at, Math.min(at + page, whole.length));
        fs.writeFileSync(file, torn);
        fs.rmSync(path.join(home, 'damaged'), { recursive: true, force: true });
        fs.writeFileSync(path.join(home, 'witness.log'), witness);
        const before = wms.posts.length;
        // Damage that shows only while it is used is looked into at the next start.
        for (let turn = 0; turn < 3; turn++) {
          const store = open();
          try {
            await send(store, batchId);
          } catch (error) {
            expect(String(error)).toMatch(/malformed/u);
          }
          store.close();
        }
        expect(wms.posts.length).toBe(before);
        const { known, done } = settledView();
        // Only the refused one is free.
        expect(known).toBeGreaterThanOrEqual(count - 1);
        accepted += done;
        if (fs.existsSync(path.join(home, 'damaged'))) rebuilt++;
      }
      const pages = whole.length / page;
      expect(rebuilt).toBeGreaterThan(5);
      // Most pages are of no table, or of one table alone: the acceptances survive most of them.
      expect(accepted / (pages * (count - 2))).toBeGreaterThan(0.5);
    },
  );

  test('keeps settings and profiles where the journal is torn', async () => {
    const { home, file, open, batchId } = await sentHome();
    const database = new Database(file);
    const root = Number(database.get(`SELECT rootpage FROM sqlite_master WHERE name = 'revisions'`)?.['rootpage']);
    database.close();
    const bytes = fs.readFileSync(file);
    const page = bytes.readUInt16BE(16);
    bytes.fill(0xff, (root - 1) * page, root * page);
    fs.writeFileSync(file, bytes);
    fs.writeFileSync(damageMarkerPath(file), '');
    const store = open();
    onTestFinished(() => store.close());
    expect(fs.existsSync(path.join(home, 'damaged'))).toBe(true);
    expect(store.settings.get().language).toBe('ru');
    expect(store.profiles.get(firstShop, 'Shop')?.name).toBe('Shop');
    expect(store.batches.get(batchId)).toMatchObject({ fileName: 'orders of today.csv', server });
  });

  test('whose mark was wrong is left alone', async () => {
    const { home, file, open, batchId } = await sentHome();
    fs.writeFileSync(damageMarkerPath(file), '');
    const store = open();
    expect(store.outcomes.ofBatch(batchId).size).toBe(count);
    expect(fs.existsSync(damageMarkerPath(file))).toBe(false);
    expect(fs.existsSync(path.join(home, 'damaged'))).toBe(false);
    store.close();
  });
});

describe('a home on a network drive', () => {
  const local = { realPath: (folder: string) => folder, type: (): number => 0xef53 };
  test.each([
    ['C:\\Users\\a', 'win32', local, false],
    ['\\\\?\\C:\\Users\\a', 'win32', local, false],
    ['\\\\server\\share\\a', 'win32', local, true],
    ['//server/share/a', 'win32', local, true],
    ['\\\\?\\UNC\\server\\share', 'win32', local, true],
    ['Z:\\a', 'win32', { ...local, realPath: () => '\\\\server\\share\\a' }, true],
    ['/home/a', 'linux', local, false],
    ['/mnt/a', 'linux', { ...local, type: (): number => 0x6969 }, true],
    ['/mnt/a', 'linux', { ...local, type: (): number => 0xff534d42 }, true],
    ['/mnt/a', 'darwin', { ...local, type: (): number => 0x6969 }, false],
    [
      '/gone',
      'linux',
      {
        ...local,
        type: (): number => {
          throw new Error('ENOENT');
        },
      },
      false,
    ],
  ] as const)('%s on %s: %#', (folder, platform, system, expected) => {
    expect(isOnNetworkDrive(folder, platform, system)).toBe(expected);
  });
});
