/** Several computers on one ledger, on a real PostgreSQL: invariants T1 to T7 of docs/reliability.md, «The team ledger». */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/ports.ts';
import { createSender } from '../../../main/sending/create-sender.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { newBatch, sendableOrders } from '../sending/orders.ts';
import { scriptedWms } from '../sending/scripted-client.ts';
import { openedStore, temporaryHome } from '../store/home.ts';
import { computer, newTeam, usePostgres } from './computer.ts';
import { cuttingProxy } from './cutting-proxy.ts';
import { hasPostgres } from './postgres.ts';

const minutesAgo = (minutes: number): string => `clock_timestamp() - interval '${minutes} minutes'`;

describe.skipIf(!hasPostgres)('the team ledger', () => {
  const postgres = usePostgres();

  it('T1: three computers that send the same file at once send every order once', { timeout: 180_000 }, async () => {
    const { file, url } = await newTeam(postgres());
    const wms = scriptedWms(systemClock, { latency: 2 });
    const team = await Promise.all(['A', 'B', 'C'].map((name) => computer(file, name)));
    const runs = await Promise.all(team.map(({ send }) => send(wms, sendableOrders(300))));
    expect(wms.posts).toHaveLength(300);
    expect([...wms.created.values()].every((requests) => requests.length === 1)).toBe(true);
    const accepted = runs.flatMap(({ states }) => Object.values(states)).filter((state) => state === 'accepted');
    expect(accepted).toHaveLength(300);
    for (const { team: session } of team) await session.tell();
    const rows = await postgres().query(
      url,
      `SELECT state, count(*)::int AS n FROM order_importer.orders GROUP BY state`,
    );
    expect(rows).toEqual([{ state: 'accepted', n: 300 }]);
  });

  it('T1: what another computer has is blocked, with its name; and known on opening from then on', async () => {
    const { file } = await newTeam(postgres());
    const wms = scriptedWms(systemClock, { latency: 1 });
    const [first, second] = [await computer(file, 'Aziza'), await computer(file, 'Bobur')];
    await first.send(wms, sendableOrders(3));
    await first.team.tell();
    const { states } = await second.send(wms, sendableOrders(4));
    expect(states).toEqual({ 4: 'accepted' });
    expect(second.blocked.map(({ orderId, state, by }) => ({ orderId, state, by }))).toEqual(
      [1, 2, 3].map((orderId) => ({ orderId, state: 'accepted', by: 'Aziza' })),
    );
    const known = second.store.ledger.find('http://wms.example', [1, 4], null);
    expect(known.get(1)).toMatchObject({ state: 'accepted', by: 'Aziza', fileName: 'orders.csv', wmsId: 1 });
    expect(known.get(4)?.by).toBeUndefined();
  });

  it('T1: of two who have another computer’s order sent once more, the second is told of the first', async () => {
    const { file, url } = await newTeam(postgres());
    const wms = scriptedWms(systemClock, { latency: 1 });
    const [first, second, third] = [
      await computer(file, 'Aziza'),
      await computer(file, 'Bobur'),
      await computer(file, 'Vali'),
    ];
    await first.send(wms, sendableOrders(2));
    for (const { team } of [first, second, third]) {
      await team.tell();
      await team.learn();
    }
    // What the third one saw when it decided is no more, whether it has heard of that or not.
    const late = await third.send(wms, sendableOrders(1), {
      anyway: true,
      async meanwhile() {
        expect((await second.send(wms, sendableOrders(1), { anyway: true })).states).toEqual({ 1: 'accepted' });
      },
    });
    expect(late.states).toEqual({ 1: 'ready' });
    expect(third.blocked.map(({ orderId, state, by }) => ({ orderId, state, by }))).toEqual([
      { orderId: 1, state: 'accepted', by: 'Bobur' },
    ]);
    expect(wms.created.get(1)).toHaveLength(2);
    // Claimed and not sent: it is still accepted for everybody.
    const run = second.team.openRun('http://wms.example', 90, null);
    const again = { ...claimOf(2), againSince: Date.now() + 1 };
    expect([...((await run.claim([again])) ?? [])]).toEqual([[2, { kind: 'claimed' }]]);
    await run.giveBack();
    expect(await postgres().query(url, 'SELECT state FROM order_importer.orders WHERE order_id = 2')).toEqual([
      { state: 'accepted' },
    ]);
  });

  it('T1: a refused order may be sent by anyone, corrected', async () => {
    const { file } = await newTeam(postgres());
    const refused = {
      kind: 'answered',
      answer: { status: 422, headers: {}, body: { errors: { phone: ['bad'] } }, isJson: true },
    };
    const wms = scriptedWms(systemClock, {
      latency: 1,
      create: (_id, attempt) => (attempt === 1 ? (refused as never) : undefined),
    });
    const [first, second] = [await computer(file, 'A'), await computer(file, 'B')];
    expect((await first.send(wms, sendableOrders(1))).states).toEqual({ 1: 'rejected' });
    expect((await second.send(wms, sendableOrders(1))).states).toEqual({ 1: 'accepted' });
  });

  it('T1: what a computer left behind is taken over after five minutes, looked up, and never sent blindly', async () => {
    const { file, url } = await newTeam(postgres());
    const wms = scriptedWms(systemClock, { latency: 1 });
    const proxy = await cuttingProxy(postgres().port);
    const [first, second] = [await computer({ ...file, port: proxy.port }, 'A'), await computer(file, 'B')];
    const orders = sendableOrders(2);
    // The first one claims, and is heard of no more: one of its orders went out, which nobody was told of.
    const run = first.team.openRun('http://wms.example', 90, null);
    await run.claim(orders.map(({ orderId }) => ({ ...claimOf(orderId) })));
    await wms.client.create(JSON.stringify(orders[0]?.request), 'key');
    proxy.mode = 'refuse';
    proxy.cut();
    expect((await second.send(wms, orders)).states).toEqual({});
    expect(second.blocked.map(({ state, by }) => ({ state, by }))).toEqual([
      { state: 'sending', by: 'A' },
      { state: 'sending', by: 'A' },
    ]);
    await postgres().query(
      url,
      `UPDATE order_importer.computers SET seen_at = ${minutesAgo(6)}, whole_timeout = 0 WHERE name = 'A'`,
    );
    const { states, end } = await second.send(wms, [...orders, ...sendableOrders(1, 9)]);
    expect(end).toMatchObject({ status: 'finished', reason: null });
    expect(states).toEqual({ 1: 'accepted', 2: 'accepted', 9: 'accepted' });
    expect(wms.lookUps.map(({ orderId }) => orderId)).toEqual(expect.arrayContaining([1, 2]));
    expect([...wms.created.values()].every((requests) => requests.length === 1)).toBe(true);
    // When it comes back its claims are gone before anything leaves.
    expect(run.holds(2)).toBe(true);
    // What the database knew of it was put back by this test, not with a backup: it is to notice the epoch alone.
    first.store.team.noteSeen({ seenAt: 0 });
    proxy.mode = 'pass';
    await first.team.connect();
    expect(run.holds(2)).toBe(false);
    expect((await first.send(wms, orders)).states).toEqual({});
  });

  it('T2: nothing leaves while the database is gone; it goes on when it is back', { timeout: 180_000 }, async () => {
    const { file } = await newTeam(postgres());
    const proxy = await cuttingProxy(postgres().port);
    const wms = scriptedWms(systemClock, { latency: 1 });
    const { send } = await computer({ ...file, port: proxy.port }, 'A');
    proxy.mode = 'refuse';
    proxy.cut();
    const run = send(wms, sendableOrders(20));
    await new Promise((resolve) => {
      setTimeout(resolve, 1500);
    });
    expect(wms.posts).toHaveLength(0);
    proxy.mode = 'pass';
    expect((await run).states).toEqual(
      Object.fromEntries(sendableOrders(20).map(({ orderId }) => [orderId, 'accepted'])),
    );
  });

  it('T2: claims that are held serve no longer than the database’s word', { timeout: 180_000 }, async () => {
    const { file } = await newTeam(postgres());
    const proxy = await cuttingProxy(postgres().port);
    let ahead = 0;
    const clock = { ...systemClock, now: () => systemClock.now() + ahead };
    const wms = scriptedWms(systemClock, {
      latency: 1,
      create: (_orderId, attempt) => {
        if (attempt === 1 && ahead === 0) {
          ahead = 30_000;
          proxy.mode = 'refuse';
          proxy.cut();
        }
        return undefined;
      },
    });
    const { send } = await computer({ ...file, port: proxy.port }, 'A', temporaryHome(), clock);
    const run = send(wms, sendableOrders(5), { rules: { ...defaultSendingRules, concurrency: 1, quietTime: 0 } });
    await new Promise((resolve) => {
      setTimeout(resolve, 2500);
    });
    expect(wms.posts).toHaveLength(1);
    proxy.mode = 'pass';
    expect(Object.values((await run).states)).toEqual(Array.from({ length: 5 }, () => 'accepted'));
    expect(wms.posts).toHaveLength(5);
  });

  it('T1: an order that a person wants sent again, and that was not sent, is what it was before', async () => {
    const { file, url } = await newTeam(postgres());
    const { send, team } = await computer(file, 'A');
    await send(scriptedWms(systemClock, { latency: 1 }), sendableOrders(1));
    const run = team.openRun('http://wms.example', 90, null);
    const state = async () =>
      (await postgres().query(url, 'SELECT state FROM order_importer.orders')).map((row) => row['state']);
    expect((await run.claim([claimOf(1)]))?.get(1)?.kind).toBe('blocked');
    expect((await run.claim([{ ...claimOf(1), againSince: Date.now() + 1 }]))?.get(1)?.kind).toBe('claimed');
    expect(await state()).toEqual(['claimed']);
    await run.giveBack();
    expect(await state()).toEqual(['accepted']);
  });

  it('a process that began before the home joined sends nothing past the ledger', async () => {
    const { file } = await newTeam(postgres());
    const { store } = await computer(file, 'A');
    const sender = createSender({ store, clock: systemClock });
    const started = sender.start({
      batchId: await newBatch(store),
      server: { url: 'http://wms.example/', identity: 'http://wms.example', practice: false },
      accessKey: 'key',
      rules: defaultSendingRules,
      source: { take: async () => [] },
    });
    expect(started).toMatchObject({ ok: false, error: { code: 'team.startAgain' } });
  });

  it('T3: what the journal has, the ledger has once it is told: accepted, unknown, refused, taken', async () => {
    const { file, url } = await newTeam(postgres());
    const wms = scriptedWms(systemClock, {
      latency: 1,
      create: (orderId) => (orderId === 2 ? 'lostAfter' : undefined),
      lookUp: () => ({ kind: 'lost', cause: 'connection' }),
    });
    const { send, team, store } = await computer(file, 'A');
    await send(wms, sendableOrders(3));
    await team.tell();
    const rows = await postgres().query(
      url,
      'SELECT order_id::int AS id, state, wms_id::int AS wms, body_hash AS hash FROM order_importer.orders ORDER BY order_id',
    );
    const own = store.ledger.find('http://wms.example', [1, 2, 3], null);
    expect(rows).toEqual(
      [1, 2, 3].map((id) => ({ id, state: own.get(id)?.state, wms: own.get(id)?.wmsId, hash: own.get(id)?.bodyHash })),
    );
    expect(rows.map(({ state }) => state)).toEqual(['accepted', 'unknown', 'accepted']);
  });

  it('T3: an order that is known under two names of its WMS is told once', async () => {
    const { file, url } = await newTeam(postgres());
    const home = temporaryHome();
    const before = openedStore(home);
    const other = 'http://10.0.0.1';
    for (const [server, state] of [
      ['http://wms.example', 'unknown'],
      [other, 'accepted'],
    ] as const)
      before.ledger.merge([
        { server, orderId: 1, state, bodyHash: 'a', fileName: 'kun.xlsx', wmsId: 7, at: 5, keys: [] },
      ]);
    before.sameServers.answer('http://wms.example', other, true);
    before.close();
    await computer(file, 'A', home);
    expect(await postgres().query(url, 'SELECT server, order_id::int AS id, state FROM order_importer.orders')).toEqual(
      [{ server: other, id: 1, state: 'accepted' }],
    );
  });

  it('T4: an answer of the database that is lost neither loses nor doubles a claim', { timeout: 180_000 }, async () => {
    const { file, url } = await newTeam(postgres());
    const proxy = await cuttingProxy(postgres().port);
    const { team } = await computer({ ...file, port: proxy.port }, 'A');
    const other = await computer(file, 'B');
    const run = team.openRun('http://wms.example', 90, null);
    let lost = 0;
    // Cut within the answer to every statement in turn: the commit may be done, and the computer does not know.
    for (let cutAfter = 1; cutAfter <= 12; cutAfter++) {
      const ids = [cutAfter * 10, cutAfter * 10 + 1];
      proxy.cutAfterAnswers(cutAfter);
      let answers = await run.claim(ids.map(claimOf));
      if (answers === null) lost++;
      while (answers === null) answers = await run.claim(ids.map(claimOf));
      expect([...answers.values()].map(({ kind }) => kind)).toEqual(['claimed', 'claimed']);
      const theirs = await other.team.openRun('http://wms.example', 90, null).claim(ids.map(claimOf));
      expect([...(theirs ?? [])].map(([, { kind }]) => kind)).toEqual(['blocked', 'blocked']);
    }
    expect(lost).toBeGreaterThan(3);
    proxy.cutAfterAnswers(Infinity);
    await run.giveBack();
    await team.connect();
    await run.giveBack();
    const rows = await postgres().query(url, `SELECT DISTINCT state FROM order_importer.orders WHERE order_id >= 10`);
    expect(rows).toEqual([{ state: 'open' }]);
  });

  it('T5: one outside id has one number, one number one outside id, whoever asks first', async () => {
    const { file } = await newTeam(postgres());
    const team = await Promise.all(['A', 'B', 'C'].map((name) => computer(file, name)));
    const idsOf = (from: number) => Array.from({ length: 60 }, (_, at) => `INSTA-${from + at}`);
    await Promise.all(
      team.map(({ team: session }, at) => session.numbers('http://wms.example', '', idsOf(at * 20), 700)),
    );
    const given = new Map<string, Set<number>>();
    for (const [at, { store }] of team.entries())
      for (const [id, number] of store.orderNumbers.allocate('http://wms.example', '', idsOf(at * 20), 700))
        given.set(id, (given.get(id) ?? new Set()).add(number));
    expect(given.size).toBe(100);
    expect([...given.values()].every((numbers) => numbers.size === 1)).toBe(true);
    expect(new Set([...given.values()].flatMap((numbers) => [...numbers])).size).toBe(100);
  });

  it('T6: with the database gone for good a computer leaves, and knows all that it and others sent', async () => {
    const { file } = await newTeam(postgres());
    const proxy = await cuttingProxy(postgres().port);
    const wms = scriptedWms(systemClock, { latency: 1 });
    const [first, second] = [await computer(file, 'A'), await computer({ ...file, port: proxy.port }, 'B')];
    await first.send(wms, sendableOrders(2));
    await first.team.tell();
    await second.send(wms, sendableOrders(2, 3));
    await second.team.learn();
    proxy.mode = 'refuse';
    proxy.cut();
    second.store.team.leave();
    const known = second.store.ledger.find('http://wms.example', [1, 2, 3, 4], null);
    expect([...known.values()].map(({ state }) => state)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    expect(second.store.team.member()).toBeNull();
  });

  it('T7: the database holds nothing of a customer: not in rows, file names, ids or keys', async () => {
    const { file, url } = await newTeam(postgres());
    const canary = 'Qizilqumova-901112233';
    const wms = scriptedWms(systemClock, { latency: 1 });
    const { team, store } = await computer(file, 'A');
    const run = team.openRun('http://wms.example', 90, null);
    await run.claim([{ ...claimOf(1), fileName: `${canary}.xlsx`, contents: [canary] }]);
    await team.numbers('http://wms.example', '', [canary, '901112233'], 100);
    const [order] = sendableOrders(1, 7).map((one) => ({
      ...one,
      request: { ...one.request, full_name: canary, address: canary },
    }));
    const { send } = { send: (await computer(file, 'B')).send };
    await send(wms, order ? [order] : []);
    await team.tell();
    let dump = '';
    for (const table of ['team', 'computers', 'orders', 'contents', 'numbers', 'accepted_twice', 'server_answers'])
      dump += JSON.stringify(await postgres().query(url, `SELECT t::text AS row FROM order_importer.${table} t`));
    expect(dump).toContain('claimed');
    expect(dump).not.toContain('901112233');
    expect(dump).not.toContain('Qizilqum');
    expect(store.team.horizon()).not.toBe('0');
  });

  it('the role of a team file can neither delete nor change the tables', async () => {
    const { file, url } = await newTeam(postgres());
    const asMember = url.replace('owner:none', `${file.role}:${file.password}`);
    for (const sql of [
      'DELETE FROM order_importer.orders',
      'DROP TABLE order_importer.orders',
      'TRUNCATE order_importer.orders',
      'CREATE TABLE order_importer.more (id int)',
      'ALTER TABLE order_importer.team ADD COLUMN x int',
    ])
      await expect(postgres().query(asMember, sql)).rejects.toThrow(/permission denied|must be owner/u);
    expect(await postgres().query(asMember, 'SELECT count(*)::int AS n FROM order_importer.orders')).toEqual([
      { n: 0 },
    ]);
  });

  it('a copied home becomes another computer, and the claims of both are never the same', async () => {
    const { file } = await newTeam(postgres());
    const home = temporaryHome();
    const first = await computer(file, 'A', home);
    const run = first.team.openRun('http://wms.example', 90, null);
    await run.claim([claimOf(1)]);
    first.store.upkeep.statistics();
    const copy = temporaryHome();
    fs.cpSync(home, copy, { recursive: true });
    await first.team.connect();
    await first.team.close();
    // The original starts again first: the copy's incarnation is an old one.
    const again = await computer(file, 'A', home);
    const second = await computer(file, 'A (copy)', copy);
    expect(second.store.team.member()?.computer).not.toBe(again.store.team.member()?.computer);
    expect(await second.team.confirm()).toBe(true);
  });

  it('a version of the app that may no longer write is refused, and keeps what it has to tell', async () => {
    const { file, url } = await newTeam(postgres());
    await postgres().query(url, 'UPDATE order_importer.team SET least_writer = 99');
    const { team, isConnected } = await computer(file, 'A');
    expect(isConnected).toBe(false);
    expect(team.obstacle?.code).toBe('run.teamAppTooOld');
  });

  it(
    'a database that was set back is held until every computer has told its log again',
    { timeout: 180_000 },
    async () => {
      const { file, url } = await newTeam(postgres());
      const wms = scriptedWms(systemClock, { latency: 1 });
      const homes = [temporaryHome(), temporaryHome()] as const;
      const before = [await computer(file, 'A', homes[0]), await computer(file, 'B', homes[1])] as const;
      await before[0].send(wms, sendableOrders(1));
      await before[0].team.tell();
      await postgres().kill();
      const backup = postgres().copy();
      await postgres().start();
      for (const [at, { team, send }] of before.entries()) {
        await team.connect();
        await send(wms, sendableOrders(2, 10 * (at + 1)));
        await team.tell();
        await team.close();
      }
      await postgres().kill();
      postgres().restore(backup);
      await postgres().start();
      fs.rmSync(backup, { recursive: true });
      const first = await computer(file, 'A', homes[0]);
      expect(first.isConnected).toBe(false);
      expect(first.team.obstacle?.code).toBe('run.teamSetBack');
      const claim = () => first.team.openRun('http://wms.example', 90, null).claim([claimOf(20)]);
      expect(await claim()).toBeNull();
      // Nor is a number given: the second one may have sent under it.
      await expect(first.team.numbers('http://wms.example', '', ['X-1'], 20)).rejects.toThrow('team.numbersAway');
      // What the second one sent is not in the restored database: it tells it again, and then they go on.
      const second = await computer(file, 'B', homes[1]);
      await second.team.connect();
      await first.team.connect();
      expect([...((await claim()) ?? [])].map(([, { kind }]) => kind)).toEqual(['blocked']);
      const rows = await postgres().query(
        url,
        `SELECT order_id::int AS id FROM order_importer.orders WHERE state = 'accepted' ORDER BY 1`,
      );
      expect(rows.map(({ id }) => id)).toEqual([1, 10, 11, 20, 21]);
      expect(first.store.team.member()?.computer).toBe(before[0].store.team.member()?.computer);
    },
  );

  it('another database is never filled', async () => {
    const { file } = await newTeam(postgres());
    const empty = new URL(await postgres().createDatabase()).pathname.slice(1);
    const { team } = await computer({ ...file, database: empty, role: 'owner' }, 'A');
    expect(team.obstacle?.code).toBe('run.teamOtherDatabase');
  });
});

function claimOf(orderId: number) {
  return { orderId, bodyHash: `hash ${orderId}`, fileName: 'orders.csv', shop: null, contents: [], againSince: null };
}
