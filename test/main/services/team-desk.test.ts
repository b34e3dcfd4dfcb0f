/** The window's way to the team's ledger, on a real PostgreSQL: made, joined, left; sealed; what was left behind. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TeamState } from '../../../shared/contract/team.ts';
import { systemClock } from '../../../main/ports.ts';
import { TeamDesk } from '../../../main/services/team-desk.ts';
import { unsealedTeamFile } from '../../../main/services/team-file-store.ts';
import type { TeamFile } from '../../../main/team/team-file.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { sendableOrders } from '../sending/orders.ts';
import { scriptedWms } from '../sending/scripted-client.ts';
import { openedStore, temporaryHome } from '../store/home.ts';
import { computer, usePostgres } from '../team/computer.ts';
import { cuttingProxy } from '../team/cutting-proxy.ts';
import { hasPostgres } from '../team/postgres.ts';

const seal = (text: string): Uint8Array => Buffer.from(text).reverse();
const unseal = (sealed: Uint8Array): string => Buffer.from(sealed).reverse().toString();

async function openDesk(home = temporaryHome(), unsealed: string | null = null) {
  const store = openedStore(home);
  const desk = await TeamDesk.open(store, systemClock, unsealed);
  onTestFinished(() => desk.close());
  const told: TeamState[] = [];
  desk.onChanged((state) => told.push(state));
  return { home, store, desk, told, file: (name: string) => path.join(home, name) };
}

describe.skipIf(!hasPostgres)('the team in the window', () => {
  const postgres = usePostgres();

  it('is made and joined without closing the app, and left; each file of it is for its owner alone', async () => {
    const first = await openDesk();
    expect([first.desk.state(), first.desk.ledger()]).toEqual([null, null]);
    const url = await postgres().createDatabase();
    const made = await first.desk.create(url, null);
    expect(made.isForThisComputerAlone).toBe(true);
    await first.desk.join(made.text);
    expect(first.desk.state()).toMatchObject({ reason: null, waiting: 0, isAlone: false });
    expect(first.desk.state()?.address).toBe(new URL(url).host + new URL(url).pathname);
    expect(first.told.at(-1)).toMatchObject({ reason: null });
    expect(fs.statSync(first.file('team.json')).mode & 0o077).toBe(0);
    expect(first.desk.fileText()).toBe(made.text);
    await expect(first.desk.join(made.text)).rejects.toThrow('team.alreadyIn');
    await expect(first.desk.create(url, null)).rejects.toThrow('team.alreadyIn');
    await expect((await openDesk()).desk.create(url, null)).rejects.toThrow('team.exists');

    const second = await openDesk();
    second.desk.sealBy(async (text) => seal(text));
    await second.desk.join(made.text);
    expect(fs.existsSync(second.file('team.json'))).toBe(false);
    expect(fs.readFileSync(second.file('team.sealed'), 'utf8')).not.toContain('password');
    const { computers } = await second.desk.view();
    expect(computers.map(({ isThis, hasLeft, isGone }) => ({ isThis, hasLeft, isGone }))).toEqual([
      { isThis: false, hasLeft: false, isGone: false },
      { isThis: true, hasLeft: false, isGone: false },
    ]);

    expect(await second.desk.leave()).toBe(true);
    expect(second.told.at(-1)).toBeNull();
    expect([second.desk.state(), second.desk.ledger(), fs.existsSync(second.file('team.sealed'))]).toEqual([
      null,
      null,
      false,
    ]);
    expect((await first.desk.view()).computers.map(({ hasLeft }) => hasLeft)).toEqual([false, true]);
  });

  it('opens what it sealed, and sends nothing where it cannot', async () => {
    const maker = await openDesk();
    const { text } = await maker.desk.create(await postgres().createDatabase(), null);
    const { desk, home, store } = await openDesk();
    desk.sealBy(async (given) => seal(given));
    await desk.join(text);
    await desk.close();
    store.close();
    const again = await openDesk(home, unsealedTeamFile(home, unseal));
    await expect.poll(() => again.desk.state()?.reason, { timeout: 30_000 }).toBeNull();
    await again.desk.close();
    again.store.close();
    const elsewhere = await openDesk(
      home,
      unsealedTeamFile(home, () => null),
    );
    expect(elsewhere.desk.state()?.reason?.code).toBe('run.teamFileMissing');
    // The file that the office has lets it in again.
    await elsewhere.desk.join(text);
    expect(elsewhere.desk.state()?.reason).toBeNull();
  });

  it('brings an older database to this version by its owner’s address, and goes on beside a newer app', async () => {
    const [url, elsewhere] = [await postgres().createDatabase(), await postgres().createDatabase()];
    const maker = await openDesk();
    const { text } = await maker.desk.create(url, null);
    await maker.desk.create(elsewhere, null);
    await postgres().query(
      url,
      'DROP TABLE order_importer.things, order_importer.decisions, order_importer.pace; UPDATE order_importer.team SET version = 1',
    );
    const { desk, store, told } = await openDesk();
    await expect(desk.upgrade(url)).rejects.toThrow('team.none');
    await desk.join(text);
    expect(desk.state()).toMatchObject({ reason: null, age: 'older' });
    await expect(desk.upgrade('https://db.example')).rejects.toThrow('team.address');
    // Another team's database is left as it is, and so is one whose owner's password is not the one that is given.
    await expect(desk.upgrade(elsewhere)).rejects.toThrow('team.otherDatabase');
    await expect(desk.upgrade(url.replace('owner:none', 'nobody:none'))).rejects.toThrow('team.refused');
    expect(desk.state()?.age).toBe('older');
    expect(await desk.upgrade(url)).toBe(true);
    expect([desk.state()?.age, told.at(-1)?.age]).toEqual(['same', 'same']);
    expect(await desk.upgrade(url)).toBe(false);
    // What was mapped before is shared from then on.
    store.products.save('http://wms.example', '', [
      { keyKind: 'name', key: 'Choy', productId: 17, variationId: null, price: null },
    ]);
    const other = await computer(JSON.parse(text) as TeamFile, 'Bobur');
    const shared = async () => {
      await other.team.share();
      return other.store.products.list('http://wms.example', '').map(({ productId }) => productId);
    };
    await expect.poll(shared, { timeout: 30_000 }).toEqual([17]);
    await postgres().query(url, 'UPDATE order_importer.team SET version = 99');
    const later = await openDesk();
    await later.desk.join(text);
    expect(later.desk.state()).toMatchObject({ reason: null, age: 'newer' });
    await expect(later.desk.upgrade(url)).rejects.toThrow('team.appTooOld');
    await postgres().query(url, 'UPDATE order_importer.team SET least_writer = 99');
    await expect((await openDesk()).desk.join(text)).rejects.toThrow('team.appTooOld');
  });

  it('joins nothing that does not answer, and not while a run is under way', async () => {
    const { desk, store, home } = await openDesk();
    const maker = await openDesk();
    const { text } = await maker.desk.create(await postgres().createDatabase(), null);
    const gone = JSON.stringify({ ...(JSON.parse(text) as object), port: 1 });
    await expect(desk.join(gone)).rejects.toThrow('team.away');
    await expect(desk.join('{}')).rejects.toThrow('team.notOurs');
    expect([desk.state(), store.team.member(), fs.existsSync(path.join(home, 'team.json'))]).toEqual([
      null,
      null,
      false,
    ]);
    const running = ['batch'];
    desk.attach({ activeBatchIds: () => running, notices: () => [] });
    await expect(desk.join(text)).rejects.toThrow('team.underWay');
    running.pop();
    await desk.join(text);
    running.push('batch');
    await expect(desk.leave()).rejects.toThrow('team.underWay');
  });

  it('goes on alone while the ledger is out of reach, tells it all when it answers, and goes by it again', async () => {
    const maker = await openDesk();
    const { text } = await maker.desk.create(await postgres().createDatabase(), null);
    const first = await computer(JSON.parse(text) as TeamFile, 'Aziza');
    const wms = scriptedWms(systemClock, { latency: 1 });
    await first.send(wms, sendableOrders(1));
    const second = await computer(JSON.parse(text) as TeamFile, 'Bobur');
    expect(second.team.goAlone()).toBe(false);
    await postgres().kill();
    expect(await second.team.connect()).toBe(false);
    expect(second.team.obstacle?.code).toBe('run.teamAway');
    expect(second.team.goAlone()).toBe(true);
    // What it knew of the others still holds an order back; no number of our own is given.
    expect((await second.send(wms, sendableOrders(3))).states).toEqual({ 2: 'accepted', 3: 'accepted' });
    await expect(second.team.numbers('http://wms.example', 'shop', ['X-1'], 500)).rejects.toThrow('team.numbersAway');
    await postgres().start();
    await expect.poll(() => second.team.isAlone, { timeout: 30_000 }).toBe(false);
    await second.team.tell();
    await first.team.learn();
    expect(first.store.ledger.find('http://wms.example', [2], null).get(2)).toMatchObject({
      state: 'accepted',
      by: 'Bobur',
    });
  });

  it('shows what a computer left behind, and takes it over once it is not heard of', async () => {
    const url = await postgres().createDatabase();
    const { desk, store } = await openDesk();
    const { text } = await desk.create(url, null);
    await desk.join(text);
    const proxy = await cuttingProxy(postgres().port);
    const other = await computer({ ...(JSON.parse(text) as TeamFile), port: proxy.port }, 'Aziza');
    const run = other.team.openRun('http://wms.example', 90, 'Aziza K.');
    const claim = { bodyHash: 'h', fileName: 'tong.xlsx', shop: null, contents: [], againSince: null };
    await run.claim([
      { ...claim, orderId: 7 },
      { ...claim, orderId: 8 },
    ]);
    const id = other.store.team.member()?.computer ?? '';
    expect(await desk.view()).toMatchObject({ left: [] });
    await expect(desk.takeOver(id)).rejects.toThrow('team.stillThere');
    proxy.mode = 'refuse';
    proxy.cut();
    await postgres().query(
      url,
      `UPDATE order_importer.orders SET state = 'sending' WHERE order_id = 8;
       UPDATE order_importer.computers SET seen_at = clock_timestamp() - interval '6 minutes' WHERE id = '${id}'`,
    );
    const { left, computers } = await desk.view();
    expect(computers.map(({ isGone, inHand }) => ({ isGone, inHand }))).toEqual([
      { isGone: false, inHand: 0 },
      { isGone: true, inHand: 2 },
    ]);
    const shown = left.map(({ orderId, state, by, fileName }) => ({ orderId, state, by, fileName }));
    expect(shown.toSorted((a, b) => a.orderId - b.orderId)).toEqual([
      { orderId: 7, state: 'claimed', by: 'Aziza K.', fileName: 'tong.xlsx' },
      { orderId: 8, state: 'sending', by: 'Aziza K.', fileName: 'tong.xlsx' },
    ]);
    expect(await desk.takeOver(id)).toBe(2);
    const unknown = (await desk.view()).left;
    expect(unknown.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
    // A person says what became of each; of an entry that has changed since nobody's word counts.
    const decide = (orderId: number, act: 'there' | 'notThere', version?: number) => {
      const seen = unknown.find((one) => one.orderId === orderId);
      return desk.settle({
        server: seen?.server ?? '',
        orderId,
        version: version ?? seen?.version ?? 0,
        act,
        wmsId: 90,
      });
    };
    await expect(decide(7, 'there', 1)).rejects.toThrow('team.changedMeanwhile');
    await decide(7, 'there');
    await decide(8, 'notThere');
    await expect(decide(8, 'there')).rejects.toThrow('team.changedMeanwhile');
    expect((await desk.view()).left).toEqual([]);
    expect(store.ledger.find('http://wms.example', [7, 8], null)).toEqual(
      new Map([[7, expect.objectContaining({ state: 'accepted', wmsId: 90, by: 'Aziza K.' })]]),
    );
  });

  it('of two people who settle one order at the same moment, or of two clicks on one choice, the first counts', async () => {
    const url = await postgres().createDatabase();
    const desks = [await openDesk(), await openDesk()] as const;
    const { text } = await desks[0].desk.create(url, null);
    for (const { desk } of desks) await desk.join(text);
    const other = await computer(JSON.parse(text) as TeamFile, 'Aziza');
    const claim = { orderId: 7, bodyHash: 'h', fileName: 'tong.xlsx', shop: null, contents: [], againSince: null };
    await other.team.openRun('http://wms.example', 90, null).claim([claim]);
    await other.team.close();
    await postgres().query(
      url,
      `UPDATE order_importer.orders SET state = 'unknown';
       UPDATE order_importer.computers SET seen_at = clock_timestamp() - interval '6 minutes' WHERE name = 'Aziza'`,
    );
    const seen = await Promise.all(desks.map(async ({ desk }) => (await desk.view()).left[0]));
    const acts = ['there', 'notThere'] as const;
    const settled = await Promise.allSettled(
      desks.map(({ desk }, at) => {
        const { server = '', version = 0 } = seen[at] ?? {};
        return desk.settle({ server, orderId: 7, version, act: acts[at] ?? 'there', wmsId: 90 });
      }),
    );
    const first = settled.findIndex(({ status }) => status === 'fulfilled');
    expect(settled[1 - first]).toMatchObject({ status: 'rejected', reason: { message: 'team.changedMeanwhile' } });
    expect(await postgres().query(url, 'SELECT state FROM order_importer.orders')).toEqual([
      { state: first === 0 ? 'accepted' : 'open' },
    ]);

    const [{ desk, store }, { store: elsewhere, desk: theirs }] = desks;
    const map = (home: typeof store, productId: number) =>
      home.products.save('http://wms.example', '', [
        { keyKind: 'name', key: 'Choy', productId, variationId: null, price: null },
      ]);
    map(elsewhere, 17);
    await expect.poll(() => store.products.list('http://wms.example', '').length, { timeout: 30_000 }).toBe(1);
    map(store, 20);
    map(elsewhere, 21);
    const asked = async () => [...(await desk.view()).questions, ...(await theirs.view()).questions];
    await expect.poll(async () => (await asked()).length, { timeout: 30_000 }).toBe(1);
    const asker = (await desk.view()).questions.length === 1 ? desks[0] : desks[1];
    const id = (await asker.desk.view()).questions[0]?.id ?? '';
    const clicks = await Promise.allSettled([asker.desk.choose(id, 'ours'), asker.desk.choose(id, 'theirs')]);
    expect(clicks).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { message: 'team.questionGone' } },
    ]);
    const kept = asker === desks[0] ? 20 : 21;
    for (const { store: home } of desks)
      await expect
        .poll(() => home.products.list('http://wms.example', '').map(({ productId }) => productId), { timeout: 30_000 })
        .toEqual([kept]);
  });

  it('what a computer tells late of an order that a person decided about meanwhile changes nothing but an acceptance', async () => {
    const url = await postgres().createDatabase();
    const { desk } = await openDesk();
    const { text } = await desk.create(url, null);
    await desk.join(text);
    const proxy = await cuttingProxy(postgres().port);
    const other = await computer({ ...(JSON.parse(text) as TeamFile), port: proxy.port }, 'Aziza');
    const lost = scriptedWms(systemClock, {
      latency: 1,
      create: () => {
        proxy.mode = 'refuse';
        proxy.cut();
        return { kind: 'lost', cause: 'timeout' };
      },
    });
    const rules = { ...defaultSendingRules, lookup: false, quietTime: 0, concurrency: 2 };
    expect((await other.send(lost, sendableOrders(2), { rules })).states).toEqual({ 1: 'unknown', 2: 'unknown' });
    await postgres().query(
      url,
      `UPDATE order_importer.computers SET seen_at = clock_timestamp() - interval '6 minutes'`,
    );
    for (const orderId of [1, 2]) {
      const seen = (await desk.view()).left.find((one) => one.orderId === orderId);
      const act = orderId === 1 ? 'there' : 'notThere';
      await desk.settle({ server: seen?.server ?? '', orderId, version: seen?.version ?? 0, act, wmsId: 90 });
      await postgres().query(
        url,
        `UPDATE order_importer.computers SET seen_at = clock_timestamp() - interval '6 minutes' WHERE name = 'Aziza'`,
      );
    }
    proxy.mode = 'pass';
    await other.team.connect();
    await other.team.tell();
    const states = async () =>
      (await postgres().query(url, 'SELECT state FROM order_importer.orders ORDER BY order_id')).map(
        ({ state }) => state,
      );
    expect(await states()).toEqual(['accepted', 'open']);
    // It learns what the WMS has after all.
    await other.team.learn();
    expect(other.store.ledger.find('http://wms.example', [1], null).get(1)).toMatchObject({
      state: 'accepted',
      wmsId: 90,
    });
  });
});
