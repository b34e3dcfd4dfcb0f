/** A disk that is full, read-only or taken by another process: sending stops, and nothing was sent that is not recorded. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../main/ports.ts';
import { startPracticeServer } from '../../../main/practice/practice-server.ts';
import { createSender, type SenderOptions } from '../../../main/sending/create-sender.ts';
import { readWitness } from '../../../main/sending/witness.ts';
import { openBatchStore } from '../../../main/store/batches.ts';
import { openShopStore } from '../../../main/store/shops.ts';
import { Database } from '../../../main/store/database.ts';
import { openJournal } from '../../../main/store/journal.ts';
import { openLedgerStore } from '../../../main/store/ledger.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { openIdentityStore } from '../../../main/store/identities.ts';
import { openOutcomeStore } from '../../../main/store/outcomes.ts';
import { openProcessPresence } from '../../../main/store/process-presence.ts';
import { migrate } from '../../../main/store/schema.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { openedStore, temporaryHome } from '../store/home.ts';
import { newBatch, sendableOrders, orderSource } from './orders.ts';
import { scriptedWms } from './scripted-client.ts';
import { virtualClock } from './virtual-clock.ts';

const server = { url: 'http://wms.example/', identity: 'http://wms.example', practice: false };

/** A sender over a database that the test has in its hands. */
async function bench(more: Partial<SenderOptions> = {}) {
  const clock = virtualClock();
  const home = temporaryHome();
  const database = new Database(path.join(home, 'order-importer.db'));
  onTestFinished(() => database.close());
  migrate(database);
  const presence = openProcessPresence(path.join(home, 'processes'));
  onTestFinished(() => presence.close());
  const batches = openBatchStore(database, path.join(home, 'files'), openShopStore(database), clock, () => undefined);
  const identities = openIdentityStore(database, home, clock);
  const journal = openJournal(
    database,
    openLedgerStore(database),
    () => presence,
    clock,
    identities,
    () => null,
  );
  const wms = scriptedWms(clock, {});
  const witnessPath = path.join(home, 'witness.log');
  const sender = createSender({
    store: {
      journal,
      ledger: { ...openLedgerStore(database), mergeAgain: () => undefined },
      outcomes: openOutcomeStore(database),
      batches,
      witnessPath,
    },
    clock,
    openClient: () => wms.client,
    ...more,
  });
  onTestFinished(() => sender.close());
  const { id: batchId } = await batches.createFromBytes(new Uint8Array([1]), 'orders.csv');
  return { database, home, wms, sender, batchId, witnessPath, outcomes: openOutcomeStore(database) };
}

type Bench = Awaited<ReturnType<typeof bench>>;

const troubles: readonly (readonly [string, string, (bench: Bench) => (() => void) | void])[] = [
  [
    'full',
    'disk.full',
    ({ database }) =>
      database.exec(`PRAGMA max_page_count = ${Number(database.get('PRAGMA page_count')?.['page_count'])}`),
  ],
  ['read-only', 'disk.readOnly', ({ database }) => database.exec('PRAGMA query_only = 1')],
  [
    'locked',
    'store.busy',
    ({ database, home }) => {
      database.exec('PRAGMA busy_timeout = 20');
      const other = new Database(path.join(home, 'order-importer.db'));
      other.exec('BEGIN IMMEDIATE');
      return () => other.close();
    },
  ],
];

describe('a database that becomes', () => {
  test.each(troubles)(
    '%s in the middle of sending stops it, and nothing goes out unrecorded',
    async (_name, said, trouble) => {
      const parts = await bench();
      const { wms, sender, batchId, outcomes, witnessPath } = parts;
      let end: (() => void) | undefined;
      let isTroubled = false;
      const run = sender.start({
        batchId,
        server,
        accessKey: 't',
        rules: defaultSendingRules,
        source: orderSource(sendableOrders(3000)),
        listener: {
          onOutcome: ({ orderKey, outcome }) => {
            if (isTroubled || orderKey !== '20' || outcome.state !== 'accepted') return;
            isTroubled = true;
            end = trouble(parts) ?? undefined;
          },
        },
      });
      if (!run.ok) throw new Error(run.error.code);
      const { status, reason } = await run.value.finished;
      expect([status, reason?.code]).toEqual(['stopped', said]);
      expect(wms.posts.length).toBeLessThan(3000);
      end?.();
      const known = [...outcomes.ofBatch(batchId).values()];
      expect(new Set(wms.posts.map(({ orderId }) => orderId))).toEqual(
        new Set(known.filter(({ attempts }) => attempts > 0).map(({ orderId }) => orderId)),
      );
      const witnessed = new Set(readWitness(witnessPath, null).attempts.map(({ attempt }) => attempt.orderId));
      for (const { orderId } of wms.posts) expect(witnessed).toContain(orderId);
    },
  );
});

test('a witness that cannot be opened is said in words of the app, and nothing goes out', async () => {
  const { wms, batchId, ...parts } = await bench({
    openWitness() {
      throw Object.assign(new Error("ENOSPC: no space left on device, open 'witness.log'"), { code: 'ENOSPC' });
    },
  });
  const run = parts.sender.start({
    batchId,
    server,
    accessKey: 't',
    rules: defaultSendingRules,
    source: orderSource(sendableOrders(2)),
  });
  expect(run).toEqual({ ok: false, error: { code: 'disk.full', params: {} } });
  expect(wms.posts).toEqual([]);
});

test('a home that cannot be a home is said to be one, and makes nothing', () => {
  const home = path.join(temporaryHome(), 'file');
  fs.writeFileSync(home, '');
  expect(openStore(home, systemClock)).toMatchObject({ ok: false, error: { code: 'store.cannotOpen' } });
});

test.skipIf(process.platform === 'win32')(
  'files that may not grow any further: the process goes on, sending stops, what it knows is whole',
  async () => {
    const practice = await startPracticeServer({ uniqueIds: false });
    onTestFinished(() => practice.stop());
    const home = temporaryHome();
    const store = openedStore(home);
    const batchId = await newBatch(store);
    store.close();
    const child = path.resolve('test/main/sending/send-child.ts');
    const task = { home, batchId, url: practice.url, identity: practice.identity, orders: 2000, concurrency: 4 };
    // In blocks of 512 or 1024 bytes, as the shell counts: enough for the schema and some orders, too little for all.
    const script = `trap '' XFSZ; ulimit -f 400; exec "$@"`;
    const limited = spawn(
      'bash',
      [
        '-c',
        script,
        'limited',
        process.execPath,
        '--experimental-strip-types',
        '--no-warnings',
        child,
        JSON.stringify(task),
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let output = '';
    limited.stdout.on('data', (chunk) => (output += String(chunk)));
    limited.stderr.on('data', (chunk) => (output += String(chunk)));
    await once(limited, 'close');
    expect(output).toMatch(/"status":"stopped".*"disk\.(full|failing)"/u);
    const posts = practice.requests().filter(({ path: asked }) => asked === '/v1/order/create');
    expect(posts.length).toBeGreaterThan(0);
    expect(posts.length).toBeLessThan(2000);
    const witnessed = new Set(
      readWitness(path.join(home, 'witness.log'), null).attempts.map(({ attempt }) => attempt.orderId),
    );
    for (const { orderId } of posts) expect(witnessed).toContain(orderId);
    // With room again it goes on where it was.
    const rest = spawn(
      process.execPath,
      [
        '--experimental-strip-types',
        '--no-warnings',
        child,
        JSON.stringify({ ...task, orders: Math.max(...posts.map(({ orderId }) => orderId ?? 0)) + 20 }),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(rest, 'close');
    const created = practice.ledger().map(({ orderId }) => orderId);
    expect(new Set(created).size).toBe(created.length);
  },
);
