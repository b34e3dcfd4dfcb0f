import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../main/ports.ts';
import { createSender } from '../../../main/sending/create-sender.ts';
import type { Store } from '../../../main/store/store.ts';
import { entriesToShare, type SharedLedgerEntry } from '../../../shared/domain/sending/ledger-file.ts';
import { initialRevisionState, type RevisionState } from '../../../shared/domain/sending/revision.ts';
import { ledgerText, readLedgerText, sharedEntries } from '../../support/ledger-text.ts';
import { openedStore, temporaryHome } from './home.ts';

const server = 'http://wms.example';
const hash = (letter: string): string => letter.repeat(64);
const draft = (orderId: number, bodyHash = hash('a')) => ({
  orderKey: String(orderId),
  orderId,
  rows: [2],
  body: '{}',
  bodyHash,
});
const entry = (
  orderId: number,
  state: SharedLedgerEntry['state'] = 'accepted',
  change: Partial<SharedLedgerEntry> = {},
): SharedLedgerEntry => ({
  server,
  orderId,
  state,
  bodyHash: hash('a'),
  fileName: 'theirs.xlsx',
  wmsId: orderId + 1000,
  at: 5,
  keys: [],
  ...change,
});

async function batchOf(
  store: Store,
  states: Readonly<Record<number, RevisionState['state']>>,
  of = server,
): Promise<string> {
  const { id } = await store.batches.createFromBytes(new Uint8Array([1]), 'ours.csv');
  for (const [orderId, state] of Object.entries(states)) {
    const revision = store.journal.freeze(id, of, draft(Number(orderId)));
    if ('blocked' in revision) throw new Error('blocked');
    store.journal.saveState(revision.id, {
      ...initialRevisionState,
      state,
      ambiguous: state === 'unknown',
      wmsId: state === 'accepted' ? 7 : null,
      proof: state === 'accepted' ? 'answer' : null,
    });
  }
  return id;
}

describe('the ledger of another computer', () => {
  test('keeps its orders from being sent here, and says where they are from', async () => {
    const store = openedStore(temporaryHome());
    expect(store.ledger.merge([entry(1), entry(2, 'unknown'), entry(3, 'taken')])).toEqual({
      added: 3,
      known: 0,
      settled: 0,
    });
    const batch = await batchOf(store, {});
    for (const orderId of [1, 2, 3])
      expect(store.journal.freeze(batch, server, draft(orderId, hash('b')))).toMatchObject({
        blocked: { orderId, fileName: 'theirs.xlsx' },
      });
    expect(store.ledger.find(server, [1, 2, 3, 4], batch).get(1)).toEqual({
      orderId: 1,
      state: 'accepted',
      bodyHash: hash('a'),
      batchId: '',
      fileName: 'theirs.xlsx',
      wmsId: 1001,
      at: 5,
    });
    expect('blocked' in store.journal.freeze(batch, server, draft(4))).toBe(false);
    expect('blocked' in store.journal.freeze(batch, 'http://other.example', draft(1))).toBe(false);
  });

  test('merged twice changes nothing, and a stronger word goes over a weaker one only', async () => {
    const store = openedStore(temporaryHome());
    store.ledger.merge([entry(1, 'unknown')]);
    expect(store.ledger.merge([entry(1, 'unknown')])).toEqual({ added: 0, known: 1, settled: 0 });
    expect(store.ledger.merge([entry(1)])).toEqual({ added: 1, known: 0, settled: 0 });
    expect(store.ledger.merge([entry(1, 'taken'), entry(1, 'unknown')])).toEqual({ added: 0, known: 2, settled: 0 });
    expect(store.ledger.list(server)).toHaveLength(1);
  });

  test('does not speak over our own journal; what was open here and is there is settled', async () => {
    const store = openedStore(temporaryHome());
    const batch = await batchOf(store, { 1: 'accepted', 2: 'unknown', 3: 'rejected', 4: 'review' });
    expect(store.ledger.merge([entry(1), entry(2), entry(3), entry(4)])).toEqual({ added: 1, known: 1, settled: 2 });
    const outcomes = store.outcomes.ofBatch(batch);
    expect(outcomes.get(1)).toMatchObject({ state: 'accepted', proof: 'answer', wmsId: 7 });
    for (const orderId of [2, 4])
      expect(outcomes.get(orderId)).toMatchObject({ state: 'accepted', proof: 'operator', wmsId: orderId + 1000 });
    expect(outcomes.get(3)).toMatchObject({ state: 'rejected' });
    expect(store.journal.freeze(batch, server, draft(3, hash('c')))).toMatchObject({ blocked: { state: 'accepted' } });
  });

  test('says nothing of an order that was sent a second time on purpose: the first may be meant', async () => {
    const store = openedStore(temporaryHome());
    const batch = await batchOf(store, { 1: 'accepted' });
    const first = store.journal.latest(batch, 1);
    if (!first) throw new Error('It was sent.');
    const again = store.journal.createResendRevision(first);
    store.journal.saveState(again.id, { ...initialRevisionState, state: 'unknown', ambiguous: true });
    expect(store.ledger.merge([entry(1, 'accepted', { wmsId: 9000 })]).settled).toBe(0);
    expect(store.outcomes.ofBatch(batch).get(1)).toMatchObject({ state: 'unknown' });
  });

  test('is known again from the witness, where the database is gone; it settles nothing of ours then', async () => {
    const home = temporaryHome();
    const store = openedStore(home);
    const told = entry(7, 'accepted', {
      operator: 'Aziza',
      facts: { amount: 5000, items: 1, deliveryDay: '2026-11-24' },
    });
    store.ledger.merge([told, entry(8, 'taken')]);
    store.close();
    for (const end of ['', '-wal', '-shm']) fs.rmSync(path.join(home, `order-importer.db${end}`), { force: true });
    const made = openedStore(home);
    const sender = createSender({ store: made, clock: systemClock });
    expect(sender.notices).toEqual([]);
    expect(made.ledger.list(server)).toMatchObject([
      { orderId: 7, state: 'accepted', wmsId: 1007, operator: 'Aziza', facts: told.facts },
      { orderId: 8, state: 'taken' },
    ]);
    await sender.close();
  });
});

describe('its file', () => {
  test('gives on everything but practice, and what is under way as unknown', async () => {
    const store = openedStore(temporaryHome());
    await batchOf(store, { 1: 'accepted', 2: 'unknown', 3: 'rejected' });
    await batchOf(store, { 4: 'accepted' }, 'practice:1');
    store.ledger.merge([entry(9)]);
    const shared = sharedEntries(store);
    expect(shared.map(({ orderId, state }) => [orderId, state])).toEqual([
      [1, 'accepted'],
      [2, 'unknown'],
      [9, 'accepted'],
    ]);
    expect(entriesToShare([{ ...entry(1), batchId: 'b', state: 'sending' }], () => [])).toMatchObject([
      { state: 'unknown' },
    ]);
    const other = openedStore(temporaryHome());
    const read = await readLedgerText(ledgerText(shared));
    expect(read.ok && other.ledger.merge(read.value.entries)).toEqual({ added: 3, known: 0, settled: 0 });
    expect(sharedEntries(other)).toEqual(shared);
  });

  test('comes back as it was, and cut or changed anywhere not at all', async () => {
    const entries = fc.array(
      fc.record({
        server: fc.constantFrom(server, 'https://wms.example:8443'),
        orderId: fc.integer({ min: 1 }),
        state: fc.constantFrom('accepted' as const, 'unknown' as const, 'taken' as const),
        bodyHash: fc.option(fc.constantFrom(hash('a'), hash('0'))),
        fileName: fc.string({ maxLength: 30 }),
        wmsId: fc.option(fc.integer({ min: 1 })),
        at: fc.nat(),
        keys: fc.constantFrom([], [`s1:${'a'.repeat(22)}`]),
      }),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(entries, async (list) => {
        expect(await readLedgerText(ledgerText(list))).toEqual({
          ok: true,
          value: { entries: list, isProven: true },
        });
      }),
    );
    await fc.assert(
      fc.asyncProperty(entries, fc.nat(), fc.constantFrom('1', 'x', ''), async (list, at, instead) => {
        const text = ledgerText(list);
        const place = at % text.length;
        const changed = text.slice(0, place) + instead + text.slice(place + 1);
        expect(await readLedgerText(text.slice(0, place))).toMatchObject({ ok: false });
        if (changed !== text) expect(await readLedgerText(changed)).toMatchObject({ ok: false });
      }),
    );
  });

  test('is refused where a line is missing, and holds no key that a secret made', async () => {
    const store = openedStore(temporaryHome());
    store.ledger.merge([entry(1), entry(2), entry(3)]);
    const [plain, secret] = [`s1:${'a'.repeat(22)}`, `p1:${'b'.repeat(22)}`];
    store.identities.learn(server, 2, [plain, secret]);
    const text = ledgerText(sharedEntries(store));
    expect(text).toContain(plain);
    expect(text).not.toContain(secret);
    const lines = text.split('\n');
    for (const at of [1, 2, 3])
      expect(await readLedgerText(lines.toSpliced(at, 1).join('\n'))).toMatchObject({
        ok: false,
        error: { code: 'ledger.changed' },
      });
    const other = openedStore(temporaryHome());
    other.ledger.merge([entry(2, 'accepted', { keys: [plain] }), entry(3, 'taken', { keys: [plain] })]);
    expect([...other.identities.keysOf(server, [2, 3])]).toEqual([
      [2, [plain]],
      [3, []],
    ]);
  });

  test('of the first version is read, and says that nothing proves it whole', async () => {
    const { server: of, orderId, state, bodyHash, fileName, wmsId, at } = entry(1);
    const line = { server: of, order: orderId, state, hash: bodyHash, file: fileName, wms: wmsId, at };
    const text = `{"format":"order-importer-ledger","version":1}\n${JSON.stringify(line)}\n`;
    expect(await readLedgerText(text)).toEqual({ ok: true, value: { entries: [entry(1)], isProven: false } });
  });

  test.each([
    ['', 'ledger.notOurs'],
    ['{"format":"order-importer-ledger","version":2}\n', 'ledger.changed'],
    ['{"format":"order-importer-ledger","version":1}\n{"server":"x"', 'ledger.changed'],
    ['order_id;phone\n1;2\n', 'ledger.notOurs'],
    ['{"format":"order-importer-ledger","version":3}\n', 'ledger.newer'],
    ['{"format":"order-importer-ledger","version":1}\n{"server":"x"}\n', 'ledger.broken'],
  ])('%j is refused', async (text, code) => {
    expect(await readLedgerText(text)).toMatchObject({ ok: false, error: { code } });
  });
});
