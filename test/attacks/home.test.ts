/** What other users of the computer can read of a home, whichever way it was made, and what outlives its customers. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../main/ports.ts';
import { openedStore } from '../main/store/home.ts';
import { temporaryFolder, TestTerminal } from '../support/terminal.ts';

const customer = 'Zulfiyakhon Purgedova';
const day = 86_400_000;
const table = `order_id;full_name;phone;address;region;product_id;count\n1;${customer};901234567;Navoiy 5;Toshkent;7;1\n`;

/** Everything under the folder that others may read, write or enter, where the folders above it let them. */
function openToOthers(folder: string): string[] {
  const mode = fs.lstatSync(folder).mode;
  if ((mode & 0o077) === 0) return [];
  if (!fs.lstatSync(folder).isDirectory()) return [folder];
  return [folder, ...fs.readdirSync(folder).flatMap((name) => openToOthers(path.join(folder, name)))];
}

function fileOf(text: string): string {
  const file = path.join(temporaryFolder(), 'orders.csv');
  fs.writeFileSync(file, text);
  return file;
}

describe.skipIf(process.platform === 'win32')('a home', () => {
  test.each([
    ['send', (file: string) => ['send', file, '--url', 'http://127.0.0.1:9']],
    ['profiles import', () => ['profiles', 'import', 'nothing.json']],
    ['settings of products', (file: string) => ['products', 'import', file]],
    ['ledger', (file: string) => ['ledger', 'export', `${file}.jsonl`]],
  ])('that the terminal makes by «%s» is its owner’s alone', async (_name, words) => {
    const parent = temporaryFolder();
    fs.chmodSync(parent, 0o755);
    const home = path.join(parent, 'deep', 'home');
    await new TestTerminal({ WMS_TOKEN: 'a' }, home).run(...words(fileOf(table)));
    expect(fs.existsSync(path.join(home, 'order-importer.db'))).toBe(true);
    expect(openToOthers(home)).toEqual([]);
    expect(openToOthers(path.join(parent, 'deep'))).toEqual([]);
  });

  test('whose only content is a log of errors is closed', async () => {
    const home = path.join(temporaryFolder(), 'home');
    const { createErrorLog } = await import('../../main/platform/error-log.ts');
    createErrorLog(home)('12345678', new Error('x'));
    expect(openToOthers(home)).toEqual([]);
    expect(fs.statSync(path.join(home, 'logs', 'errors.log')).mode & 0o077).toBe(0);
  });

  test('that an older version left open is closed when it is next opened', async () => {
    const home = temporaryFolder();
    const terminal = new TestTerminal({}, home);
    await terminal.run('ledger', 'export', path.join(temporaryFolder(), 'a.jsonl'));
    for (const name of fs.readdirSync(home)) fs.chmodSync(path.join(home, name), 0o755);
    fs.chmodSync(home, 0o755);
    await terminal.run('batches');
    expect(openToOthers(home)).toEqual([]);
    expect(fs.readdirSync(home).filter((name) => (fs.statSync(path.join(home, name)).mode & 0o077) !== 0)).toEqual([]);
  });

  test('in a folder with other things closes what is its own and leaves the rest', async () => {
    const home = temporaryFolder();
    fs.writeFileSync(path.join(home, 'shared.txt'), 'for all');
    fs.chmodSync(home, 0o755);
    fs.chmodSync(path.join(home, 'shared.txt'), 0o644);
    const store = openedStore(home);
    await store.batches.createFromBytes(new TextEncoder().encode(table), 'orders.csv');
    store.close();
    expect(openToOthers(home)).toEqual([home, path.join(home, 'shared.txt')]);
  });

  test('of customers keeps nothing beyond their time that a crash or a repair left behind', async () => {
    const home = temporaryFolder();
    const now = systemClock.now();
    let shown = now - 86_400_000;
    const store = openedStore(home, { ...systemClock, now: () => shown });
    // The clock is believed once it went on for most of a day.
    store.upkeep.trustedNow();
    shown = now;
    store.upkeep.trustedNow();
    const kept = await store.batches.createFromBytes(new TextEncoder().encode(table), 'kept.csv');
    const left = [
      path.join(home, 'files', 'aaaaaaaa-0000-4000-8000-000000000000.csv.partial'),
      path.join(home, 'files', 'bbbbbbbb-0000-4000-8000-000000000000.csv'),
      path.join(home, 'damaged', '2026-01-01T00-00-00.000Z', 'order-importer.db'),
      path.join(home, 'order-importer.db.before-version-2.partial'),
    ];
    for (const file of left) {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, customer);
    }
    // Younger than their time: nothing goes.
    await store.upkeep.purge(now - 30 * day);
    expect(left.filter((file) => !fs.existsSync(file))).toEqual([]);
    for (const file of left) {
      fs.utimesSync(file, new Date(now - 40 * day), new Date(now - 40 * day));
      fs.utimesSync(path.dirname(file), new Date(now - 40 * day), new Date(now - 40 * day));
    }
    store.close();
    // The terminal sweeps, too, though no batch has outlived its time.
    await new TestTerminal({}, home).run('batches');
    expect(left.filter((file) => fs.existsSync(file))).toEqual([]);
    expect(fs.existsSync(path.join(home, 'damaged', '2026-01-01T00-00-00.000Z'))).toBe(false);
    expect(fs.existsSync(kept.path)).toBe(true);
  });
});
