import { describe, expect, test } from 'vitest';
import path from 'node:path';
import fs from 'node:fs';
import { Database } from '../../../main/store/database.ts';
import { migrate, migrations } from '../../../main/store/schema.ts';
import type { Store } from '../../../main/store/store.ts';
import { systemClock } from '../../../main/ports.ts';
import { journalStates } from '../../../shared/domain/model/order-states.ts';
import { ledgerStateOf, reduceRevision } from '../../../shared/domain/sending/reduce-revision.ts';
import { initialRevisionState, type Revision, type RevisionDraft } from '../../../shared/domain/sending/revision.ts';
import { openedStore, temporaryHome } from './home.ts';

const server = 'http://wms.example';
const ended = { resultClass: 'accepted', status: 200, headers: {}, answer: null };

function draft(orderId: number, content = 'a'): RevisionDraft {
  return { orderKey: String(orderId), orderId, rows: [orderId], body: content, bodyHash: `hash of ${content}` };
}

function frozen(store: Store, batchId: string, of: RevisionDraft): Revision {
  const revision = store.journal.freeze(batchId, server, of);
  if ('blocked' in revision) throw new Error('blocked');
  return revision;
}

function begun(store: Store, revision: Revision) {
  return store.journal.beginAttempt({
    revisionId: revision.id,
    url: 'u',
    state: reduceRevision(revision, { type: 'began' }),
  });
}

async function twoBatches() {
  const home = temporaryHome();
  const store = openedStore(home);
  const [one, two] = [
    await store.batches.createFromBytes(new Uint8Array([1]), 'one.csv'),
    await store.batches.createFromBytes(new Uint8Array([2]), 'two.csv'),
  ];
  return { home, store, one: one.id, two: two.id };
}

/** What the schema itself refuses, where two windows write at the same time and neither looked first. */
describe.each([
  ['one address', server],
  ['two names of one WMS', 'http://wms.other'],
])('one order of two files, sent to %s', (_what, other) => {
  test('is under way once, through whatever connection', async () => {
    const { home, store, one, two } = await twoBatches();
    const second = openedStore(home);
    if (other !== server) expect(store.sameServers.answer(server, other, true).ok).toBe(true);
    const here = frozen(store, one, draft(1));
    const there = second.journal.freeze(two, other, draft(1, 'b'));
    if ('blocked' in there) throw new Error('blocked');
    const begunThere = reduceRevision(there, { type: 'began' });
    store.journal.saveState(here.id, reduceRevision(here, { type: 'began' }));
    expect(() => second.journal.saveState(there.id, begunThere)).toThrow(/UNIQUE/u);
    // The first has come to an end: then the other one may go.
    store.journal.saveState(here.id, here);
    expect(second.journal.saveState(there.id, begunThere).state).toBe('sending');
  });
});

describe('revisions', () => {
  test('are one for a content until it comes to an end, a new one for a new content', async () => {
    const { store, one } = await twoBatches();
    const first = frozen(store, one, draft(1));
    expect(frozen(store, one, draft(1)).id).toBe(first.id);
    const second = frozen(store, one, draft(1, 'b'));
    expect(second).toMatchObject({ number: 2, cause: 'correction', state: 'ready' });
    expect(store.journal.latest(one, 1)?.id).toBe(second.id);
    store.journal.saveState(second.id, { ...second, state: 'rejected' });
    expect(store.journal.freeze(one, server, draft(1, 'b'))).toEqual({ blocked: null });
    expect(frozen(store, one, draft(1, 'c'))).toMatchObject({ number: 3, cause: 'correction' });
  });

  test('know of the ambiguous attempts for their order id, from whatever batch', async () => {
    const { store, one, two } = await twoBatches();
    const first = frozen(store, one, draft(1));
    store.journal.saveState(first.id, { ...first, state: 'ready', ambiguous: true, ambiguousAt: 77 });
    expect(frozen(store, two, draft(1))).toMatchObject({ ambiguous: true, ambiguousAt: 77, attempts: 0 });
    expect(frozen(store, two, draft(2))).toMatchObject({ ambiguous: false });
  });

  test('of an order that is sending, unknown or accepted cannot be opened but by an operator', async () => {
    const { store, one } = await twoBatches();
    for (const [index, state] of (['sending', 'verifying', 'unknown', 'accepted', 'review'] as const).entries()) {
      const revision = frozen(store, one, draft(index + 1));
      store.journal.saveState(revision.id, { ...revision, state, ambiguous: state === 'review' });
      expect(store.journal.freeze(one, server, draft(index + 1, 'changed'))).toHaveProperty('blocked');
      expect(store.journal.latest(one, index + 1)?.state).toBe(state);
    }
    const unknown = store.journal.latest(one, 3);
    if (!unknown) throw new Error('no revision');
    const again = store.journal.createResendRevision(unknown);
    expect(again).toMatchObject({ number: 2, cause: 'again', state: 'ready', body: 'a' });
    expect(begun(store, again)).toHaveProperty('id');
  });
});

test('a duplicate can be corrected in its own batch; for another batch its id is taken', async () => {
  const { store, one, two } = await twoBatches();
  const duplicate = frozen(store, one, draft(1));
  store.journal.saveState(duplicate.id, { ...duplicate, state: 'duplicate' });
  expect(store.journal.freeze(two, server, draft(1, 'b'))).toMatchObject({ blocked: { state: 'taken' } });
  expect(begun(store, frozen(store, one, draft(1, 'b')))).toHaveProperty('id');
});

describe('attempts', () => {
  test('are one at a time for an order id and server, over all batches', async () => {
    const { store, one, two } = await twoBatches();
    const [first, second] = [frozen(store, one, draft(1)), frozen(store, two, draft(1, 'b'))];
    expect(begun(store, first)).toHaveProperty('id');
    expect(begun(store, second)).toMatchObject({ blocked: { state: 'sending', batchId: one, fileName: 'one.csv' } });
    // An operator's word does not pass over a request under way either.
    expect(begun(store, store.journal.createResendRevision(second))).toMatchObject({ blocked: { state: 'sending' } });
    expect(begun(store, first)).toHaveProperty('blocked');
    const elsewhere = store.journal.freeze(two, 'http://other.example', draft(1));
    if ('blocked' in elsewhere) throw new Error('blocked');
    expect(begun(store, elsewhere)).toHaveProperty('id');
  });

  test('and the database itself refuses a second one', async () => {
    const { home, store, one, two } = await twoBatches();
    const [first, second] = [frozen(store, one, draft(1)), frozen(store, two, draft(1, 'b'))];
    begun(store, first);
    const database = new Database(path.join(home, 'order-importer.db'));
    expect(() => database.run(`UPDATE revisions SET state = 'sending' WHERE id = ?`, second.id)).toThrow(/unique/iu);
    database.close();
  });

  test('of this process are nobody’s orphans', async () => {
    const { store, one } = await twoBatches();
    begun(store, frozen(store, one, draft(1)));
    expect(store.journal.orphans(() => true)).toEqual([]);
  });

  test('of a process that is gone are found, and ended', async () => {
    const { home, store, one } = await twoBatches();
    const attempt = begun(store, frozen(store, one, draft(1)));
    store.close();
    const next = openedStore(home);
    const [orphan] = next.journal.orphans(() => true);
    expect(orphan).toMatchObject({ orderId: 1, state: 'sending' });
    next.journal.endOpenAttempts(
      orphan!.id,
      { ...ended, resultClass: 'interrupted' },
      reduceRevision(orphan!, { type: 'interrupted', at: 5 }),
    );
    expect(next.outcomes.ofBatch(one).get(1)).toMatchObject({ state: 'unknown' });
    expect(next.outcomes.attempts(one, 1)).toEqual([
      expect.objectContaining({
        id: 'id' in attempt ? attempt.id : '',
        resultClass: 'interrupted',
        endedAt: expect.any(Number),
      }),
    ]);
    expect(next.journal.orphans(() => true)).toEqual([]);
  });

  test('that only the witness knows go on with the revision that they belong to, or open one', async () => {
    const { store, one } = await twoBatches();
    const known = frozen(store, one, draft(1));
    store.journal.saveState(known.id, { ...known, state: 'unknown', ambiguous: true });
    const done = frozen(store, one, draft(2));
    store.journal.saveState(done.id, { ...done, state: 'rejected' });
    const attempt = (id: string, of: RevisionDraft) => ({
      id,
      revisionId: 0,
      batchId: one,
      server,
      url: 'u',
      orderId: of.orderId,
      bodyHash: of.bodyHash,
      startedAt: 3,
    });
    const adopt = (id: string, of: RevisionDraft) =>
      store.journal.adoptAttempt(attempt(id, of), 'one.csv', { ...ended, resultClass: 'forgotten' }, (latest) =>
        reduceRevision(latest, { type: 'forgotten', at: 9 }),
      );
    expect(adopt('x', draft(1))).toMatchObject({ id: known.id, state: 'unknown', ambiguousAt: 9 });
    expect(adopt('y', draft(2))).toMatchObject({ number: 2, state: 'unknown', body: 'a' });
    expect(adopt('z', draft(3))).toMatchObject({ number: 1, state: 'unknown', body: null });
    expect(['x', 'y', 'z'].every((id) => store.journal.hasAttempt(id))).toBe(true);
    // Sent again by an operator, a content that was lost is taken from what the file gives now.
    const lostOne = store.journal.latest(one, 3);
    expect(lostOne && store.journal.createResendRevision(lostOne)).toMatchObject({ body: null, cause: 'again' });
    expect(frozen(store, one, draft(3))).toMatchObject({ number: 2, body: 'a', rows: [3] });
  });

  test('teach how fast a server is, and its limit', async () => {
    let now = 1000;
    const store = openedStore(temporaryHome(), { ...systemClock, now: () => now });
    const { id } = await store.batches.createFromBytes(new Uint8Array([1]), 'one.csv');
    expect(store.outcomes.learnedPace(server)).toMatchObject({ answerMs: 400, limit: null });
    for (const [orderId, took] of [
      [1, 100],
      [2, 300],
      [3, 900],
    ] as const) {
      const attempt = begun(store, frozen(store, id, draft(orderId)));
      if ('blocked' in attempt) throw new Error('blocked');
      now += took;
      store.journal.endAttempt(
        attempt.id,
        orderId === 3
          ? { ...ended, resultClass: 'slowDown', status: 429, headers: { rateLimit: '50', rateReset: '600' } }
          : ended,
        { ...initialRevisionState, state: orderId === 3 ? 'waiting' : 'accepted', proof: 'answer' },
      );
    }
    expect(store.outcomes.learnedPace(server)).toMatchObject({
      answerMs: 300,
      perOrderMs: (100 + 300 + 300) / 3,
      limit: { requests: 50, windowMs: 600_000 },
    });
    expect(store.outcomes.learnedPace('http://other.example')).toMatchObject({
      answerMs: 400,
      perOrderMs: null,
      limit: null,
    });
  });
});

test('the ledger follows the rule of the state machine, for every state', async () => {
  const { store, one, two } = await twoBatches();
  let orderId = 0;
  for (const state of journalStates) {
    for (const ambiguous of [false, true]) {
      const revision = frozen(store, one, draft(++orderId));
      store.journal.saveState(revision.id, { ...revision, state, ambiguous });
      const entry = store.ledger.find(server, [orderId], two).get(orderId);
      expect(entry?.state ?? null).toBe(ledgerStateOf({ state, ambiguous }));
      expect(store.ledger.find(server, [orderId], one).size).toBe(0);
    }
  }
  expect(store.ledger.list(server).length).toBe(store.ledger.list().length);
  expect(store.ledger.list(server).every((entry) => entry.server === server)).toBe(true);
});

describe('a newer schema', () => {
  test('is reached step by step, after a copy was put aside', () => {
    const home = temporaryHome();
    const file = path.join(home, 'order-importer.db');
    openedStore(home).close();
    const database = new Database(file);
    database.run(`INSERT INTO secrets (key, blob) VALUES ('a', x'01')`);
    migrate(database, [...migrations, 'CREATE TABLE more (id INTEGER) STRICT;']);
    expect(database.get('PRAGMA user_version')).toEqual({ user_version: migrations.length + 1 });
    expect(database.get('SELECT count(*) AS n FROM more')).toEqual({ n: 0 });
    const copy = new Database(`${file}.before-version-${migrations.length + 1}`);
    expect(copy.get('PRAGMA user_version')).toEqual({ user_version: migrations.length });
    expect(copy.get('SELECT key FROM secrets')).toEqual({ key: 'a' });
    copy.close();
    database.close();
    expect(fs.readdirSync(home).some((name) => name.endsWith('.partial'))).toBe(false);
  });

  test('that fails leaves the database as it was', () => {
    const home = temporaryHome();
    openedStore(home).close();
    const database = new Database(path.join(home, 'order-importer.db'));
    expect(() =>
      migrate(database, [...migrations, 'CREATE TABLE more (id INTEGER) STRICT;', 'CREATE NONSENSE;']),
    ).toThrow();
    expect(database.get('PRAGMA user_version')).toEqual({ user_version: migrations.length });
    expect(database.get(`SELECT count(*) AS n FROM sqlite_master WHERE name = 'more'`)).toEqual({ n: 0 });
    database.close();
  });
});
