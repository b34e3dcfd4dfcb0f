/**
 * A journal whose log of commits was cut or changed: SQLite may come back with fewer commits and call itself sound. The
 * witness must then make every missing attempt unknown, and nothing may be sent twice.
 */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createSender } from '../../main/sending/create-sender.ts';
import { openStore } from '../../main/store/open-store.ts';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';
import { openedStore, temporaryHome } from '../main/store/home.ts';
import { newBatch, offeredOrders, sendableOrders, orderSource } from '../main/sending/orders.ts';
import { scriptedWms } from '../main/sending/scripted-client.ts';
import { virtualClock } from '../main/sending/virtual-clock.ts';

const server = { url: 'http://wms.example/', identity: 'http://wms.example', practice: false };
const count = 24;
const files = ['order-importer.db', 'order-importer.db-wal', 'witness.log'] as const;
const walHeader = 32;
const frameHeader = 24;

/** A home as a crash would leave it: the log is there, nothing was folded into the database. */
async function crashedHome() {
  const home = temporaryHome();
  const clock = virtualClock();
  const wms = scriptedWms(clock, {
    create: (orderId, attempt) =>
      orderId % 5 === 0 && attempt === 1 ? { kind: 'notSent', phase: 'refused' } : undefined,
  });
  const store = openedStore(home, clock);
  const batchId = await newBatch(store);
  const sender = createSender({ store, clock, openClient: () => wms.client });
  const run = sender.start({
    batchId,
    server,
    accessKey: 't',
    rules: defaultSendingRules,
    source: orderSource(sendableOrders(count)),
  });
  if (!run.ok) throw new Error(run.error.code);
  await run.value.finished;
  const crashed = Object.fromEntries(files.map((name) => [name, fs.readFileSync(path.join(home, name))]));
  await sender.close();
  store.close();
  return { home, clock, wms, batchId, crashed };
}

async function eachDamage(
  damages: (wal: Buffer) => Iterable<Buffer>,
): Promise<{ readonly cases: number; readonly older: number; readonly refused: number }> {
  const { home, clock, wms, batchId, crashed } = await crashedHome();
  const wal = crashed['order-importer.db-wal'] ?? Buffer.alloc(0);
  const copy = path.join(home, 'copy');
  let [cases, older, refused] = [0, 0, 0];
  for (const damaged of damages(wal)) {
    cases++;
    fs.rmSync(copy, { recursive: true, force: true });
    fs.mkdirSync(copy);
    for (const name of files)
      fs.writeFileSync(path.join(copy, name), name.endsWith('-wal') ? damaged : (crashed[name] ?? ''));
    const opened = openStore(copy, clock);
    if (!opened.ok) {
      refused++;
      continue;
    }
    const before = wms.posts.length;
    const again = createSender({ store: opened.value, clock, openClient: () => wms.client });
    if (again.notices.some(({ code }) => code === 'sending.forgotten')) older++;
    const reopened = opened.value.batches.get(batchId) ? batchId : await newBatch(opened.value);
    // Without look-ups: what is unknown stays so, and only what is known not to be there may go out.
    const next = again.start({
      batchId: reopened,
      server,
      accessKey: 't',
      rules: { ...defaultSendingRules, lookup: false },
      source: orderSource(offeredOrders(opened.value, reopened, sendableOrders(count))),
    });
    if (next.ok) await next.value.finished;
    expect(wms.posts.length).toBe(before);
    expect(
      opened.value.ledger.find(
        server.identity,
        sendableOrders(count).map(({ orderId }) => orderId),
        null,
      ).size,
    ).toBe(count);
    await again.close();
    opened.value.close();
  }
  return { cases, older, refused };
}

function flipped(wal: Buffer, at: number, bits: number): Buffer {
  const bytes = Buffer.from(wal);
  bytes[at] = (bytes[at] ?? 0) ^ bits;
  return bytes;
}

test('cut, and one bit changed, at every frame', { timeout: 3_600_000 }, async () => {
  const result = await eachDamage(function* (wal) {
    const page = wal.readUInt32BE(8);
    for (let at = walHeader; at <= wal.length; at += frameHeader + page) {
      yield wal.subarray(0, at);
      yield wal.subarray(0, Math.min(wal.length, at + frameHeader));
      if (at >= wal.length) break;
      for (const offset of [0, 4, 8, 16, frameHeader, frameHeader + (page >> 1), frameHeader + page - 1])
        yield flipped(wal, at + offset, 1);
    }
    for (let at = 0; at < walHeader; at++) yield flipped(wal, at, 0x80);
  });
  console.log('at frames', result);
  expect(result.cases).toBeGreaterThan(300);
  expect(result.older).toBeGreaterThan(result.cases / 4);
});

test('changed or cut at three thousand random bytes', { timeout: 3_600_000 }, async () => {
  const result = await eachDamage(function* (wal) {
    for (let turn = 0; turn < 3000; turn++) {
      const at = Math.floor(Math.random() * wal.length);
      yield turn % 3 === 0 ? wal.subarray(0, at) : flipped(wal, at, 1 << Math.floor(Math.random() * 8));
    }
  });
  console.log('at random', result);
  expect(result.older).toBeGreaterThan(result.cases / 4);
});
