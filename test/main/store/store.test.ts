import { firstShop } from '../../../shared/domain/model/shop.ts';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { SameFileQuery } from '../../../main/store/batch-stores.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { Database } from '../../../main/store/database.ts';
import { systemClock } from '../../../main/ports.ts';
import { noChoices } from '../../../shared/domain/model/choices.ts';
import { profileSchema } from '../../../shared/domain/model/profile.ts';
import { defaultSettings } from '../../../shared/domain/model/settings.ts';
import { zeroStateCounts } from '../../../shared/domain/model/order-states.ts';
import type { Edit } from '../../../shared/domain/model/edits.ts';
import { openedStore, temporaryHome } from './home.ts';

const bytes = new TextEncoder().encode('order_id;phone\n1;+998900000000\n');
const edit = (text: string): Edit => ({ kind: 'cells', cells: [{ row: 2, column: 0, text }] });

describe('batches', () => {
  test('keep the file byte for byte, under a name that a stranger cannot choose', async () => {
    const home = temporaryHome();
    const store = openedStore(home);
    const batch = await store.batches.createFromBytes(bytes, '../../evil/..\\orders.CSV');
    expect(new Uint8Array(fs.readFileSync(batch.path))).toEqual(bytes);
    expect(path.dirname(batch.path)).toBe(path.join(home, 'files'));
    expect(path.basename(batch.path)).toBe(`${batch.id}.csv`);
    expect(batch.size).toBe(bytes.length);
    expect(fs.readdirSync(path.join(home, 'files'))).toHaveLength(1);
  });

  test('whose copying a person stops are a cancelled reading, no fault, and leave nothing behind', async () => {
    const home = temporaryHome();
    const store = openedStore(home);
    const copying = store.batches.createFromBytes(new Uint8Array(8 * 1024 * 1024), 'katta.csv', 'large');
    store.batches.cancelCreation('large');
    await expect(copying).rejects.toMatchObject({ failure: { code: 'reading.cancelled' } });
    expect(fs.readdirSync(path.join(home, 'files'))).toEqual([]);
    expect(store.batches.list()).toEqual([]);
  });

  test('are found by their bytes, listed newest first, and come back after a restart', async () => {
    const home = temporaryHome();
    let now = 1_700_000_000_000;
    const store = openedStore(home, { ...systemClock, now: () => now++ });
    const first = await store.batches.createFromBytes(bytes, 'a.csv');
    const source = path.join(home, 'b.csv');
    fs.writeFileSync(source, 'other');
    const second = await store.batches.createFromPath(source);
    store.batches.touch(first.id);
    store.batches.setChoices(first.id, { ...noChoices, constants: { country: 'Uzbekistan' } });
    store.batches.setProfile(first.id, 'Shop');
    store.batches.setCounts(first.id, { ...zeroStateCounts(), ready: 1, total: 1 });
    store.close();
    const again = openedStore(home);
    expect(again.batches.findSameFile({ fileHash: first.fileHash })?.id).toBe(first.id);
    expect(again.batches.findSameFile({ fileHash: '0' })).toBeNull();
    expect(again.batches.list().map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(again.batches.get(first.id)).toMatchObject({
      profile: 'Shop',
      choices: { constants: { country: 'Uzbekistan' } },
      counts: { ready: 1 },
    });
  });

  test('know the version of a file that was opened before: the latest that was worked on, else the latest', async () => {
    let now = 1_700_000_000_000;
    const store = openedStore(temporaryHome(), { ...systemClock, now: () => now++ });
    const add = (text: string, name: string) => store.batches.createFromBytes(new TextEncoder().encode(text), name);
    const first = await add('1', 'orders.csv');
    const same = await add('1', 'orders.csv');
    const second = await add('2', 'Orders (3).csv');
    await add('3', 'other.csv');
    expect(store.batches.earlierVersion(first.id)).toBeNull();
    expect(store.batches.earlierVersion(same.id)).toBeNull();
    expect(store.batches.earlierVersion(second.id)?.id).toBe(same.id);
    store.edits.append(first.id, edit('x'));
    expect(store.batches.earlierVersion(second.id)?.id).toBe(first.id);
    expect(second.carryOverDecision).toBeNull();
    store.batches.setCarryOverDecision(second.id, 'carried');
    expect(store.batches.get(second.id)?.carryOverDecision).toBe('carried');
    await store.batches.remove(first.id);
    expect(store.batches.earlierVersion(second.id)?.id).toBe(same.id);
  });

  test('are what a file is already, where they were not sent, or may go where they went', async () => {
    let now = 1_700_000_000_000;
    const store = openedStore(temporaryHome(), { ...systemClock, now: () => now++ });
    const add = (name: string) => store.batches.createFromBytes(bytes, name);
    const first = await add('a.csv');
    const { fileHash } = first;
    const real = { url: 'http://wms.example/', identity: 'http://wms.example', practice: false };
    const found = (query: Omit<SameFileQuery, 'fileHash'> = {}) =>
      store.batches.findSameFile({ fileHash, ...query })?.id ?? null;
    expect(found({ exceptBatch: first.id })).toBeNull();
    expect(found({ fileName: 'b.csv' })).toBeNull();
    expect(found({ fileName: 'a.csv', server: real.identity })).toBe(first.id);
    store.batches.setServer(first.id, { url: 'http://127.0.0.1:9/', identity: 'practice:1', practice: true });
    expect(found()).toBeNull();
    expect(found({ server: 'practice:1' })).toBe(first.id);
    expect(found({ server: 'practice:2' })).toBeNull();
    const second = await add('a.csv');
    store.batches.setServer(second.id, real);
    expect(found()).toBe(second.id);
    expect(found({ server: real.identity })).toBe(second.id);
    const third = await add('a.csv');
    expect(found({ exceptBatch: third.id })).toBe(second.id);
    expect(found({ exceptBatch: second.id })).toBe(third.id);
    store.batches.touch(second.id);
    expect(found()).toBe(second.id);
    for (let more = 0; more < 120; more++) await store.batches.createFromBytes(Buffer.from(`${more}`), 'a.csv');
    expect(found()).toBe(second.id);
    await store.batches.remove(second.id);
    await store.batches.remove(third.id);
    expect(found()).toBeNull();
  });

  test('go to one server only', async () => {
    const store = openedStore(temporaryHome());
    const { id } = await store.batches.createFromBytes(bytes, 'a.csv');
    const server = { url: 'http://wms.example/', identity: 'http://wms.example', practice: false };
    expect(store.batches.setServer(id, server).ok).toBe(true);
    expect(store.batches.setServer(id, server).ok).toBe(true);
    expect(store.batches.setServer(id, { ...server, identity: 'practice:1' })).toMatchObject({
      ok: false,
      error: { code: 'batch.otherServer' },
    });
    expect(store.batches.get(id)?.server).toEqual(server);
  });

  test('are removed with their file and customers, and stay in the ledger', async () => {
    const home = temporaryHome();
    const store = openedStore(home);
    const { id, path: file } = await store.batches.createFromBytes(bytes, 'a.csv');
    store.edits.append(id, edit('Karimova'));
    const revision = store.journal.freeze(id, 'server', {
      orderKey: '1',
      orderId: 1,
      rows: [2],
      body: '{"full_name":"Karimova"}',
      bodyHash: 'h',
    });
    if ('blocked' in revision) throw new Error('blocked');
    store.journal.saveState(revision.id, { ...revision, state: 'accepted', wmsId: 7, proof: 'answer' });
    expect(await store.batches.remove(id)).toMatchObject({ ok: true });
    expect(fs.existsSync(file)).toBe(false);
    expect(store.batches.get(id)).toBeNull();
    expect(store.batches.list()).toEqual([]);
    expect(store.edits.list(id)).toEqual([]);
    expect(store.ledger.find('server', [1], null).get(1)).toMatchObject({
      state: 'accepted',
      wmsId: 7,
      fileName: 'a.csv',
      batchId: id,
    });
    store.close();
    const database = new Database(path.join(home, 'order-importer.db'));
    expect(JSON.stringify(database.all('SELECT * FROM revisions'))).not.toContain('Karimova');
    database.close();
  });
});

describe('edits', () => {
  test('undo and redo walk one line of history', async () => {
    const store = openedStore(temporaryHome());
    const { id } = await store.batches.createFromBytes(bytes, 'a.csv');
    expect(store.edits.undo(id)).toBeNull();
    for (const text of ['1', '2', '3']) store.edits.append(id, edit(text));
    expect(store.edits.undo(id)?.sequence).toBe(3);
    expect(store.edits.undo(id)?.sequence).toBe(2);
    expect(store.edits.redo(id)?.sequence).toBe(2);
    expect(store.edits.list(id).map(({ undone }) => undone)).toEqual([false, false, true]);
    const next = store.edits.append(id, edit('4'));
    expect(next.sequence).toBe(4);
    expect(store.edits.redo(id)).toBeNull();
    expect(store.edits.list(id).map(({ sequence }) => sequence)).toEqual([1, 2, 4]);
  });
});

describe('profiles, settings and secrets', () => {
  test('a profile is found by its headings, wherever they stand', () => {
    const store = openedStore(temporaryHome());
    const profile = profileSchema.parse({ name: 'Shop', columns: [{ heading: 'Telefon', field: 'phone' }] });
    store.profiles.save(firstShop, profile);
    store.profiles.remember(firstShop, ['Telefon', 'Buyurtma  raqami'], 'Shop');
    expect(store.profiles.findByHeadings(firstShop, ['buyurtma raqami ', 'TELEFON'])).toEqual(profile);
    expect(store.profiles.findByHeadings(firstShop, ['Telefon'])).toBeNull();
    store.profiles.remove(firstShop, 'Shop');
    expect(store.profiles.findByHeadings(firstShop, ['Telefon', 'Buyurtma raqami'])).toBeNull();
    expect(store.profiles.list(firstShop)).toEqual([]);
  });

  test('settings have defaults and refuse nonsense', () => {
    const store = openedStore(temporaryHome());
    expect(store.settings.get()).toEqual(defaultSettings);
    expect(defaultSettings.server).toBe('http://wms.bts.uz:8040/');
    store.settings.set({ language: 'ru' });
    expect(store.settings.set({ practice: false })).toMatchObject({ language: 'ru', practice: false });
    expect(() => store.settings.set({ server: 'ftp://x' })).toThrow();
    expect(store.settings.get().server).toBe(defaultSettings.server);
  });

  test('secrets are bytes', () => {
    const store = openedStore(temporaryHome());
    store.secrets.set('token', new Uint8Array([1, 2]));
    expect(store.secrets.get('token')).toEqual(new Uint8Array([1, 2]));
    store.secrets.clear('token');
    expect(store.secrets.get('token')).toBeNull();
  });
});

describe('the database', () => {
  test('is durable and refuses a version that it does not know', () => {
    const home = temporaryHome();
    openedStore(home).close();
    const database = new Database(path.join(home, 'order-importer.db'));
    expect(database.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(database.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
    expect(database.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(openStore(home, systemClock)).toMatchObject({ ok: false, error: { code: 'store.newer' } });
  });

  test('rolls a failed transaction back whole', async () => {
    const store = openedStore(temporaryHome());
    const { id } = await store.batches.createFromBytes(bytes, 'a.csv');
    const act = () =>
      store.journal.transaction(() => {
        store.edits.append(id, edit('1'));
        throw new Error('no');
      });
    expect(act).toThrow('no');
    expect(store.edits.list(id)).toEqual([]);
  });
});

describe('presence', () => {
  test('a process that was killed is known to be gone, one that works is not', async () => {
    const home = temporaryHome();
    const { openProcessPresence } = await import('../../../main/store/process-presence.ts');
    const folder = path.join(home, 'processes');
    const mine = openProcessPresence(folder);
    const other = openProcessPresence(folder);
    expect(mine.isAlive(mine.id)).toBe(true);
    expect(mine.isAlive(other.id)).toBe(true);
    const script = `import { openProcessPresence } from ${JSON.stringify(pathToFileURL(path.resolve('main/store/process-presence.ts')).href)};
      const child = openProcessPresence(${JSON.stringify(folder)});
      process.stdout.write(child.id + ' ' + child.isAlive(${JSON.stringify(mine.id)}));
      process.kill(process.pid, 'SIGKILL');`;
    let output = '';
    try {
      execFileSync(
        process.execPath,
        ['--experimental-strip-types', '--no-warnings', '--input-type=module-typescript', '-e', script],
        { encoding: 'utf8' },
      );
    } catch (error) {
      output = String((error as { stdout: string }).stdout);
    }
    const [killed, sawMine] = output.split(' ');
    expect(sawMine).toBe('true');
    expect(fs.existsSync(path.join(folder, `${killed}.lock`))).toBe(true);
    expect(mine.isAlive(killed ?? '')).toBe(false);
    other.close();
    expect(mine.isAlive(other.id)).toBe(false);
    mine.close();
    const last = openProcessPresence(folder);
    expect(fs.readdirSync(folder).filter((name) => name.endsWith('.lock'))).toEqual([`${last.id}.lock`]);
    last.close();
  });

  test('a thread that was ended holds its home no longer', async () => {
    const folder = path.join(temporaryHome(), 'processes');
    const { isAnyProcessAlive } = await import('../../../main/store/process-presence.ts');
    const source = pathToFileURL(path.resolve('main/store/process-presence.ts')).href;
    const script = `import(${JSON.stringify(source)}).then(({ openProcessPresence }) => {
      globalThis.presence = openProcessPresence(${JSON.stringify(folder)});
      require('node:worker_threads').parentPort.postMessage('there');
      setInterval(() => {}, 1000);
    });`;
    const thread = new Worker(script, { eval: true, execArgv: ['--experimental-strip-types', '--no-warnings'] });
    await once(thread, 'message');
    expect(isAnyProcessAlive(folder)).toBe(true);
    await thread.terminate();
    expect(isAnyProcessAlive(folder)).toBe(false);
  });
});
