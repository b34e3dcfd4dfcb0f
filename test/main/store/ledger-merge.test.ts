/** What another computer knows is merged as a whole, however much it is: nothing half, nothing otherwise than one by one. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemFailure } from '../../../main/platform/system-failure.ts';
import { systemClock } from '../../../main/ports.ts';
import { createSender } from '../../../main/sending/create-sender.ts';
import { exportLedger, mergeLedgerFile } from '../../../main/services/ledger-files.ts';
import { Database } from '../../../main/store/database.ts';
import type { Store } from '../../../main/store/store.ts';
import type { SharedLedgerEntry } from '../../../shared/domain/sending/ledger-file.ts';
import { initialRevisionState } from '../../../shared/domain/sending/revision.ts';
import { killedEnd } from '../../support/killed.ts';
import { digestOf, ledgerText, sharedEntries, withFile } from '../../support/ledger-text.ts';
import { openedStore, temporaryHome } from './home.ts';
import { mergePoints } from './merge-child.ts';

const server = 'http://wms.example';
const moved = 'https://wms.example';
const entry = (orderId: number, change: Partial<SharedLedgerEntry> = {}): SharedLedgerEntry => ({
  server,
  orderId,
  state: 'accepted',
  bodyHash: 'a'.repeat(64),
  fileName: 'theirs.xlsx',
  wmsId: orderId + 1000,
  at: 5,
  keys: [`s1:${String(orderId).padStart(22, 'k')}`],
  ...change,
});

/** A store that sent orders 1 to 4 itself, and was told of 5 and 6. */
async function storeWithHistory(sameServer: boolean): Promise<Store> {
  const store = openedStore(temporaryHome());
  const { id } = await store.batches.createFromBytes(new Uint8Array([1]), 'ours.csv');
  for (const [index, state] of (['accepted', 'unknown', 'rejected', 'review'] as const).entries()) {
    const orderId = index + 1;
    const draft = { orderKey: String(orderId), orderId, rows: [2], body: '{}', bodyHash: 'b'.repeat(64) };
    const revision = store.journal.freeze(id, server, draft);
    if ('blocked' in revision) throw new Error('blocked');
    store.journal.saveState(revision.id, { ...initialRevisionState, state, ambiguous: state === 'unknown' });
  }
  if (sameServer) store.sameServers.answer(moved, server, true);
  store.ledger.merge([entry(5, { state: 'unknown' }), entry(6)]);
  return store;
}

/** Everything that merging may change. */
const contentOf = (store: Store) => ({
  entries: store.ledger.list().map((one) => ({ ...one, batchId: one.batchId === '' ? '' : 'ours', at: 0 })),
  keys: [server, moved].map((of) => [...store.identities.keysOf(of, [1, 2, 3, 4, 5, 6, 7, 8, 9])]),
});

test('merged together is what it is one by one', async () => {
  const someEntry = fc
    .record({
      orderId: fc.integer({ min: 1, max: 9 }),
      state: fc.constantFrom('accepted' as const, 'unknown' as const, 'taken' as const),
      server: fc.constantFrom(server, server, moved),
      at: fc.integer({ min: 1, max: 9 }),
      keys: fc.subarray(['s1:one', 's1:other', 'd1:goods']),
      operator: fc.constantFrom('Aziza', null),
      amount: fc.constantFrom(5000, null),
    })
    .map(({ operator, amount, orderId, ...one }) =>
      entry(orderId, {
        ...one,
        ...(operator === null ? {} : { operator }),
        facts: { amount, items: amount, deliveryDay: null },
      }),
    );
  const inOrder = (one: SharedLedgerEntry, other: SharedLedgerEntry): number =>
    one.server.localeCompare(other.server) || one.orderId - other.orderId;
  await fc.assert(
    fc.asyncProperty(
      fc.array(someEntry, { maxLength: 25 }),
      fc.boolean(),
      fc.boolean(),
      async (all, sorted, isSame) => {
        const entries = sorted ? all.toSorted(inOrder) : all;
        const [together, apart] = [await storeWithHistory(isSame), await storeWithHistory(isSame)];
        const sum = { added: 0, known: 0, settled: 0 };
        for (const one of entries) {
          const { added, known, settled } = apart.ledger.merge([one]);
          sum.added += added;
          sum.known += known;
          sum.settled += settled;
        }
        expect(together.ledger.merge(entries)).toEqual(sum);
        expect(contentOf(together)).toEqual(contentOf(apart));
        together.close();
        apart.close();
      },
    ),
    { numRuns: 12 },
  );
});

test('a ledger of several pieces goes to another computer, and a second time brings nothing', async () => {
  const [one, other] = [openedStore(temporaryHome()), openedStore(temporaryHome())];
  const entries = Array.from({ length: 4500 }, (_, index) => entry(index + 1, index < 2100 ? {} : { server: moved }));
  one.ledger.merge([...entries, entry(1, { server: 'practice:1' })]);
  const file = path.join(temporaryHome(), 'ledger.jsonl');
  expect(await exportLedger(one.ledger, file)).toBe(4500);
  expect(fs.readFileSync(file, 'utf8')).toBe(ledgerText(entries));
  expect(await mergeLedgerFile(other.ledger, file)).toEqual({
    ...{ added: 4500, known: 0, settled: 0, isProven: true },
    servers: [server, moved],
  });
  expect(sharedEntries(other)).toEqual(entries);
  expect(await mergeLedgerFile(other.ledger, file)).toMatchObject({ added: 0, known: 4500 });
  expect(sharedEntries(other)).toEqual(entries);
});

test.each(mergePoints)('killed in the middle (%s), all of it is merged or nothing', (point) => {
  const home = temporaryHome();
  openedStore(home).close();
  const file = path.join(temporaryHome(), 'ledger.jsonl');
  fs.writeFileSync(file, ledgerText(Array.from({ length: 200 }, (_, index) => entry(index + 1))));
  const child = path.join(import.meta.dirname, 'merge-child.ts');
  const { status, signal } = spawnSync(process.execPath, [child, JSON.stringify({ home, file, point })]);
  expect({ status, signal }).toEqual(killedEnd);
  for (let start = 0; start < 2; start++) {
    const store = openedStore(home);
    expect(createSender({ store, clock: systemClock }).notices).toEqual([]);
    expect(store.ledger.list(server)).toHaveLength(point === 'witnessed' || point === 'committed' ? 200 : 0);
    store.close();
  }
});

test('on a disk that takes only half of the witness’s lines nothing is merged, and the next time everything', async () => {
  const home = temporaryHome();
  const store = openedStore(home);
  const file = path.join(temporaryHome(), 'ledger.jsonl');
  fs.writeFileSync(file, ledgerText(Array.from({ length: 200 }, (_, index) => entry(index + 1))));
  const write = fs.writeSync;
  fs.writeSync = ((descriptor: number, bytes: Buffer) =>
    write(descriptor, bytes.subarray(0, bytes.length / 2))) as typeof fs.writeSync;
  const error: unknown = await mergeLedgerFile(store.ledger, file).catch((thrown: unknown) => thrown);
  fs.writeSync = write;
  expect(systemFailure(error)?.code).toBe('disk.full');
  expect(store.ledger.list(server)).toEqual([]);
  expect(await mergeLedgerFile(store.ledger, file)).toMatchObject({ added: 200 });
  store.close();
  const again = openedStore(home);
  expect(createSender({ store: again, clock: systemClock }).notices).toEqual([]);
  expect(again.ledger.list(server)).toHaveLength(200);
});

test.each(['accepted', 'unknown'] as const)(
  'what the witness says of a merge as older versions wrote it is taken in again: %s',
  (state) => {
    const home = temporaryHome();
    const { keys, operator: _, ...one } = { ...entry(7, { state }), operator: '' };
    const line = { server, order: 7, state, hash: one.bodyHash, file: one.fileName, wms: one.wmsId, at: one.at, keys };
    const content = JSON.stringify({ merged: line, after: '0'.repeat(64) });
    fs.writeFileSync(path.join(home, 'witness.log'), `\n${content} ${digestOf(content)}`);
    const store = openedStore(home);
    expect(createSender({ store, clock: systemClock }).notices).toEqual([]);
    expect(sharedEntries(store)).toEqual([entry(7, { state })]);
  },
);

test('a part of a merge that was changed in the witness is known, and trusted no further', () => {
  const home = temporaryHome();
  const store = openedStore(home);
  store.ledger.merge(Array.from({ length: 40 }, (_, index) => entry(index + 1)));
  store.close();
  const witness = path.join(home, 'witness.log');
  fs.writeFileSync(witness, fs.readFileSync(witness, 'utf8').replace('"order":3,', '"order":300,'));
  for (const end of ['', '-wal', '-shm']) fs.rmSync(path.join(home, `order-importer.db${end}`), { force: true });
  const again = openedStore(home);
  expect(createSender({ store: again, clock: systemClock }).notices).toMatchObject([{ code: 'sending.witnessBroken' }]);
  const states = new Map(again.ledger.list(server).map(({ orderId, state }) => [orderId, state]));
  expect(states.size).toBe(40);
  expect([states.get(1), states.get(300), states.get(33)]).toEqual(['unknown', 'unknown', 'accepted']);
});

test.each([
  [
    'a line without end',
    `${ledgerText([]).replace('"count":0', '"count":1')}{"server":"${'x'.repeat(100_000)}"}\n`,
    'ledger.broken',
  ],
  ['a header without end', ' '.repeat(300_000), 'ledger.notOurs'],
  ['more lines than it says', `${ledgerText([entry(1)])}${ledgerText([entry(1)]).split('\n')[1]}\n`, 'ledger.changed'],
])('%s is refused, and nothing of the file is merged', async (_name, text, code) => {
  const store = openedStore(temporaryHome());
  expect(await withFile(text, (file) => mergeLedgerFile(store.ledger, file))).toMatchObject({
    ok: false,
    error: { code },
  });
  expect(store.ledger.list()).toEqual([]);
  // The next one is not hindered by it.
  expect(store.ledger.merge([entry(1)])).toMatchObject({ added: 1 });
});

test('what a later line says of an order counts as if it came alone, in the database and in the witness', () => {
  const home = temporaryHome();
  const store = openedStore(home);
  const earlier = Array.from({ length: 450 }, (_, index) => entry(index + 1, index === 6 ? { state: 'unknown' } : {}));
  const later = entry(7, { at: 9, keys: ['s1:later'], operator: 'Aziza' });
  expect(store.ledger.merge([...earlier, later, entry(8)])).toEqual({ added: 451, known: 1, settled: 0 });
  const known = (of: Store) => [of.ledger.list(server), [...of.identities.keysOf(server, [7, 8])]];
  expect(store.ledger.list(server)[6]).toMatchObject({ orderId: 7, state: 'accepted', at: 9, operator: 'Aziza' });
  expect(store.identities.keysOf(server, [7]).get(7)).toHaveLength(2);
  const before = known(store);
  store.close();
  for (const end of ['', '-wal', '-shm']) fs.rmSync(path.join(home, `order-importer.db${end}`), { force: true });
  const again = openedStore(home);
  createSender({ store: again, clock: systemClock });
  expect(known(again)).toEqual(before);
});

test.each(['x', '\0'])('a line with %j in the middle is named, and nothing of the file is merged', async (sign) => {
  const store = openedStore(temporaryHome());
  const lines = ledgerText(Array.from({ length: 700 }, (_, index) => entry(index + 1)))
    .split('\n')
    .slice(1);
  const text = ['{"format":"order-importer-ledger","version":1}', ...lines].join('\n');
  const broken = text.replace('"order":600,', `"order":600,${sign}`);
  expect(await withFile(broken, (file) => mergeLedgerFile(store.ledger, file))).toEqual({
    ok: false,
    error: { code: 'ledger.broken', params: { line: 601 } },
  });
  expect(store.ledger.list()).toEqual([]);
  expect(await withFile(text, (file) => mergeLedgerFile(store.ledger, file))).toMatchObject({ ok: true });
});

test('of many orders it is noted at once what is noted of each: their count, the change, and a team’s outcomes', () => {
  const home = temporaryHome();
  const store = openedStore(home);
  const some = (from: number, count: number) => Array.from({ length: count }, (_, index) => entry(from + index));
  const changes = (): number => store.ledger.changesByOthers(server, 'ours');
  const counted = (): boolean => {
    const database = new Database(path.join(home, 'order-importer.db'));
    const rows = database.get(`SELECT (SELECT count(*) FROM ledger_imports) AS there,
      (SELECT rows FROM row_counts WHERE name = 'ledger_imports') AS noted`);
    database.close();
    return rows?.['there'] === rows?.['noted'];
  };
  store.ledger.merge(some(1, 10_500));
  const [first, isCounted] = [changes(), counted()];
  store.ledger.merge(some(1, 10_500));
  expect([isCounted, changes() === first]).toEqual([true, true]);
  store.team.enter('team', 'computer', 'one');
  const told = store.team.lastOutcome();
  store.ledger.merge(some(20_001, 10_500));
  expect([counted(), changes() > first, store.team.lastOutcome()]).toEqual([true, true, told + 10_500]);
  store.ledger.merge([entry(40_000)]);
  expect([counted(), store.team.lastOutcome()]).toEqual([true, told + 10_501]);
});

test('of many keys the count and the index by number are made at once, and are what they are of few', () => {
  const home = temporaryHome();
  const store = openedStore(home);
  const some = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const order = from + index;
      return { ...entry(order), keys: ['a', 'b', 'c'].map((kind) => `d1:${kind}${digestOf(`${order}`).slice(0, 20)}`) };
    });
  const look = (sql: string) => {
    const database = new Database(path.join(home, 'order-importer.db'));
    const rows = database.all(sql);
    database.close();
    return rows;
  };
  const schema = () => look('SELECT type, name, sql FROM sqlite_master ORDER BY name');
  const counted = () =>
    look(`SELECT (SELECT count(*) FROM identity_keys) AS there, (SELECT count(*) FROM identity_keys
      INDEXED BY identity_keys_by_number WHERE server <> '') AS found,
      (SELECT rows FROM row_counts WHERE name = 'identity_keys') AS noted`);
  const before = schema();
  // The last ones come to so many that the index is not made anew.
  for (const [at, [from, count]] of [
    [1, 10_100],
    [5_001, 15_100],
    [30_001, 10_100],
  ].entries()) {
    store.ledger.merge(some(from ?? 0, count ?? 0));
    const keys = [30_300, 60_300, 90_600][at];
    expect(counted()).toEqual([{ there: keys, found: keys, noted: keys }]);
    expect(schema()).toEqual(before);
  }
  expect(store.identities.keysOf(server, [7_000]).get(7_000)).toHaveLength(3);
});
