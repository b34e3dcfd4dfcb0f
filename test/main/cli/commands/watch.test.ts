/** A folder watched from a terminal: what comes is taken once and waits, nothing is sent, and Ctrl+C ends it. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { patience } from '../../../support/patience.ts';
import { temporaryFolder, TestTerminal } from '../../../support/terminal.ts';

const headings = 'order_id;scheduled_at;full_name;phone;address;region;client_product_id;quantity;price';
const ordersOf = (...ids: number[]): string =>
  [
    headings,
    ...ids.map((id) => `${id};25.11.2030 14:00;Karimova Aziza;+998901234501;Navoiy 5;Buxoro viloyati;7;1;50000`),
    '',
  ].join('\n');

it('takes what is there, once, of its shop; says what it left; and nothing leaves this computer', async () => {
  const connect = vi.spyOn(net.Socket.prototype, 'connect');
  onTestFinished(() => connect.mockRestore());
  const terminal = new TestTerminal();
  const folder = temporaryFolder();
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  await terminal.run('shops', 'add', 'Atlas');
  await terminal.run('shops', 'add', 'Bodom');
  // The headings are known by the saved settings of Atlas alone.
  const profile = path.join(terminal.home, 'atlas.json');
  writeFileSync(
    profile,
    JSON.stringify({ name: 'Atlas', columns: headings.split(';').map((heading) => ({ heading, field: heading })) }),
  );
  await terminal.run('profiles', 'import', profile, '--shop', 'Atlas');
  write('tong.csv', ordersOf(1, 2));
  write('tong (1).csv', ordersOf(1, 2));
  write('narxlar.csv', 'Tovar;Narx\nChoynak;150000\n');
  write('~$tong.csv', 'x');
  write('tong.csv.crdownload', ordersOf(9));
  const other = await terminal.run('watch', folder, '--once', '--shop', 'Bodom');
  expect([other.status, other.output]).toEqual([4, '']);
  expect(other.remarks.match(/^Not taken: «.+» ?\(?.*headings like these/gmu)).toHaveLength(3);

  write('tong.csv', ordersOf(1, 2));
  write('tong (1).csv', ordersOf(1, 2));
  const { status, output } = await terminal.run('watch', folder, '--once', '--json', '--shop', 'Atlas');
  const lines = output.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  const batches = JSON.parse((await terminal.run('batches', '--json')).output) as { batch: string; file: string }[];
  expect([status, lines]).toMatchObject([
    0,
    [{ event: 'taken', batch: batches[0]?.batch, shop: 'Atlas', orders: { total: 2, ready: 2, accepted: 0 } }],
  ]);
  expect(batches).toMatchObject([{ new: true }]);
  expect((await terminal.run('batches')).output).toMatch(/tong( \(1\))?\.csv {2}\(new\) {2}/u);
  // Nobody sent anything, and the files are as they were.
  expect(connect).not.toHaveBeenCalled();
  expect(readdirSync(folder)).toHaveLength(5);
  expect(readFileSync(path.join(folder, 'tong.csv'), 'utf8')).toBe(ordersOf(1, 2));
});

it('watches until Ctrl+C, alone in its home, and refuses what is no folder or its own', async () => {
  const stop = new AbortController();
  const terminal = new TestTerminal({}, temporaryFolder(), null, stop.signal);
  const folder = temporaryFolder();
  const watching = terminal.run('watch', folder, '--poll', '1');
  await vi.waitFor(() => expect(terminal.remarks.join()).toContain('is watched'), patience(10_000));
  const second = new TestTerminal({}, terminal.home);
  expect((await second.run('watch', folder)).remarks).toContain('watches');
  // Another folder may be watched at the same time.
  expect((await second.run('watch', temporaryFolder(), '--once')).status).toBe(0);
  stop.abort();
  expect((await watching).status).toBe(0);
  mkdirSync(path.join(folder, 'ichki'));
  expect((await second.run('watch', path.join(folder, 'ichki'), '--once')).status).toBe(0);
  expect(await second.run('watch', path.join(folder, 'yoʻq'))).toMatchObject({ status: 1 });
  expect((await second.run('watch', path.join(terminal.home, 'files'), '--lang', 'ru')).remarks).toContain(
    'свои файлы',
  );
  expect((await second.run('watch', folder, '--poll', '0')).status).toBe(1);
});
