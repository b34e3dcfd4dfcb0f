/** Files that are no files, too large, too long, or on a full disk: each gets a sentence, at once, and leaves nothing behind. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createErrorLog } from '../../main/platform/error-log.ts';
import { openedStore } from '../main/store/home.ts';
import { ledgerText } from '../support/ledger-text.ts';
import { startTerminal, terminalProgram, TestTerminal, type CommandResult } from '../support/terminal.ts';

const key = { WMS_TOKEN: 'a' };
const unsaid = /unexpected/iu;
const table = 'order_id;full_name;phone;address;region;district;product_id;count;price\n';
const order = '1;Aziz Karimov;901234567;Navoiy 5;Toshkent shahri;Yunusobod tumani;7;1;1000\n';

let folder = '';
const at = (name: string): string => path.join(folder, name);
const written = (name: string, text: string): string => {
  fs.writeFileSync(at(name), text);
  return at(name);
};
const run = (...words: string[]): Promise<CommandResult> => new TestTerminal(key, at('home')).run(...words);

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attacks-'));
});

afterEach(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

describe.skipIf(process.platform === 'win32')('a pipe', () => {
  const commands: readonly (readonly [string, (pipe: string, orders: string) => string[]])[] = [
    ['send', (pipe) => ['send', pipe, '--url', 'http://127.0.0.1:9']],
    ['check', (pipe) => ['check', pipe]],
    ['a profile to import', (pipe) => ['profiles', 'import', pipe]],
    ['a profile to use', (pipe, orders) => ['check', orders, '--profile', pipe]],
    ['a ledger', (pipe) => ['ledger', 'merge', pipe]],
    ['a report', (pipe) => ['ledger', 'refill', pipe, '--url', 'http://wms.example']],
    ['products', (pipe) => ['products', 'import', pipe]],
    ['products of a file', (pipe, orders) => ['check', orders, '--products', pipe]],
  ];
  test.each(commands)('as %s is refused, and not waited for', async (_name, words) => {
    execFileSync('mkfifo', [at('pipe.json')]);
    const { status, remarks } = await run(...words(at('pipe.json'), written('orders.csv', table + order)));
    expect(status).toBe(1);
    expect(remarks).toContain('not an ordinary file');
  });

  const writers: readonly (readonly [string, (pipe: string, orders: string) => string[]])[] = [
    ['a template', (pipe) => ['template', '-o', pipe]],
    ['a ledger', (pipe) => ['ledger', 'export', pipe]],
    ['payloads', (pipe, orders) => ['check', orders, '--payloads', pipe]],
    ['changes', (pipe) => ['ledger', 'changes', '-o', pipe]],
  ];
  test.each(writers)('is not written over by %s', async (_name, words) => {
    execFileSync('mkfifo', [at('pipe.xlsx')]);
    const { status, remarks } = await run(...words(at('pipe.xlsx'), written('orders.csv', table + order)));
    expect(status).toBe(1);
    expect(remarks).toContain('not an ordinary file');
    expect(fs.statSync(at('pipe.xlsx')).isFIFO()).toBe(true);
  });

  test('a device neither', async () => {
    for (const words of [
      ['send', '/dev/zero', '--url', 'http://127.0.0.1:9'],
      ['profiles', 'import', '/dev/zero'],
      ['ledger', 'merge', '/dev/zero'],
    ])
      expect((await run(...words)).remarks).toContain('not an ordinary file');
  });
});

describe('what is too large or too long', () => {
  test('a profile of 200 MB is refused before it is read', async () => {
    fs.writeFileSync(at('huge.json'), '');
    fs.truncateSync(at('huge.json'), 200 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    const { status, remarks } = await run('profiles', 'import', at('huge.json'));
    expect(status).toBe(1);
    expect(remarks).toContain('200 MB');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('a line without end', async () => {
    const { status, remarks } = await run('check', written('line.csv', `id;name\n1;${'z'.repeat(70_000_000)}\n`));
    expect(status).toBe(1);
    expect(remarks).toContain('row 2');
    expect(remarks).not.toMatch(unsaid);
  });

  const long = 'x'.repeat(300);
  test.each([
    ['to check', () => ['check', `${long}.csv`]],
    ['to send', () => ['send', `${long}.csv`, '--url', 'http://127.0.0.1:9']],
    ['of payloads', (orders: string) => ['check', orders, '--payloads', at(`${long}.txt`)]],
    ['of payloads in no folder', (orders: string) => ['check', orders, '--payloads', at('none/a.txt')]],
    ['of payloads that is a folder', (orders: string) => ['check', orders, '--payloads', folder]],
    ['of a ledger', () => ['ledger', 'export', at(`${long}.jsonl`)]],
    ['of a ledger in no folder', () => ['ledger', 'export', at('none/a.jsonl')]],
    ['of a ledger that is a folder', () => ['ledger', 'export', folder]],
    ['of a ledger to merge', () => ['ledger', 'merge', at(long)]],
    ['of a template', () => ['template', '-o', at(`${long}.xlsx`)]],
    ['of a profile', () => ['profiles', 'import', at(`${long}.json`)]],
  ])('a name %s gets a sentence', async (_name, words) => {
    const { status, remarks } = await run(...words(written('orders.csv', table + order)));
    expect(status).toBe(1);
    expect(remarks).not.toBe('');
    expect(remarks).not.toMatch(unsaid);
    expect(fs.readdirSync(folder).filter((name) => /partial|tmp/u.test(name))).toEqual([]);
  });
});

/** Runs the command where files may not grow beyond `blocks` of 1 KB, which is what a full disk is. */
async function runOnFullDisk(blocks: number, ...words: readonly string[]): Promise<CommandResult> {
  const limited = ['bash', '-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`, 'limited', ...terminalProgram];
  const { status, output, remarks } = await startTerminal(at('home'), [...limited, ...words], key).done;
  return { status: status ?? -1, output, remarks };
}

describe.skipIf(process.platform !== 'linux')('a full disk', () => {
  test('never leaves an empty file that is said to be saved, nor takes the old one', async () => {
    const old = written('template.xlsx', 'what was there before');
    const { status, remarks } = await runOnFullDisk(2, 'template', '-o', old);
    expect(remarks).toContain('The disk is full');
    expect(status).toBe(1);
    expect(fs.readFileSync(old, 'utf8')).toBe('what was there before');
    expect(fs.readdirSync(folder)).toEqual(['template.xlsx']);
  });

  test('is said of payloads', async () => {
    const orders = path.resolve('samples/orders-uz.xlsx');
    const { remarks } = await runOnFullDisk(8, 'check', orders, '--payloads', at('payloads.txt'));
    expect(remarks).toContain('The disk is full');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('is said of a file that is to be sent, and leaves no copy', async () => {
    await run('ledger', 'export', at('none.jsonl'));
    const rows = Array.from({ length: 20_000 }, (_, index) => order.replace(/^1/u, String(index + 1))).join('');
    const orders = written('orders.csv', table + rows);
    const { status, remarks } = await runOnFullDisk(
      500,
      'send',
      orders,
      '--url',
      'http://127.0.0.1:9',
      '--home',
      at('home'),
    );
    expect(remarks).toContain('disk');
    expect(remarks).not.toMatch(unsaid);
    expect(status).toBe(1);
    expect(fs.readdirSync(at('home/files'))).toEqual([]);
  });

  // The lines are gathered in SQLite's temporary file; then the database's log of commits is the largest.
  test.each([
    ['while its lines are gathered', 200, 10_000],
    // The witness, which is on the disk by then, is believed.
    ['while it is committed', 7000, 0],
  ])('met by a ledger that is merged, %s, takes it in whole or not at all', async (_name, blocks, still) => {
    await run('ledger', 'export', at('none.jsonl'));
    const theirs = Array.from({ length: 10_000 }, (_, index) => ({
      ...{ server: 'http://wms.example', orderId: index + 1, state: 'accepted' as const, wmsId: index + 5001, at: 5 },
      ...{ bodyHash: 'a'.repeat(64), fileName: 'theirs.xlsx' },
      keys: [1, 2, 3, 4, 5, 6].map((nth) => `s1:${nth}${String(index).padStart(21, 'k')}`),
    }));
    const ledger = written('ledger.jsonl', ledgerText(theirs));
    const files = (): string[] => fs.readdirSync(at('home')).filter((name) => !/^(?:logs|witness\.log)$/u.test(name));
    const before = files();
    const { status, remarks } = await runOnFullDisk(blocks, 'ledger', 'merge', ledger);
    expect(remarks).toContain('disk');
    expect(remarks).not.toMatch(unsaid);
    expect(status).toBe(1);
    expect(files()).toEqual(before);
    const again = await run('ledger', 'merge', ledger);
    expect(again.output).toContain(`New here: ${still}. Known before: ${10_000 - still}.`);
    const store = openedStore(at('home'));
    expect(store.ledger.list('http://wms.example')).toHaveLength(10_000);
    store.close();
  });
});

describe('a password in the address of a profile', () => {
  const secret = 'geheim';
  const profile = JSON.stringify({ name: 'pw', server: `http://op:${secret}@wms.example/` });

  test('is refused, and shown nowhere', async () => {
    const { status, remarks } = await run('profiles', 'import', written('pw.json', profile));
    expect(status).toBe(1);
    expect(remarks).not.toContain(secret);
    const used = await run('check', written('orders.csv', table + order), '--profile', at('pw.json'));
    expect(used.status).toBe(1);
    expect(used.remarks + used.output).not.toContain(secret);
  });

  test('that an older version stored is not given out', async () => {
    const store = openedStore(at('home'));
    store.profiles.save('', { ...JSON.parse('{"name":"pw"}'), server: 'http://wms.example/' });
    store.close();
    const { Database } = await import('../../main/store/database.ts');
    const database = new Database(at('home/order-importer.db'));
    database.run('UPDATE profiles SET profile = ?', profile);
    database.close();
    const { output } = await run('profiles', 'list');
    expect(output).toContain('http://wms.example/');
    expect(output).not.toContain(secret);
    await run('profiles', 'export', 'pw', '-o', at('out.json'));
    expect(fs.readFileSync(at('out.json'), 'utf8')).not.toContain(secret);
  });
});

describe('the log of errors', () => {
  const customer = 'Zulfiyakhon Purgedova';
  const logged = (error: unknown): string => {
    createErrorLog(at('home'))('12345678', error);
    return fs.readFileSync(at('home/logs/errors.log'), 'utf8');
  };

  test('keeps no text that may hold a customer', () => {
    const renamed = new Error('x');
    renamed.name = customer;
    const coded = Object.assign(new Error('x'), { code: customer, syscall: customer });
    const lines = [
      new Error(`first line\n    at ${customer} (file:///x.js:1:1)\n    at ${customer}\n${customer}`),
      new Error('outside', { cause: new Error(`${customer}\nat ${customer}`) }),
      renamed,
      coded,
      Object.assign(new Error('x'), { stack: `Error: x\n    at ${customer}\n    at file:///${'y'.repeat(9)}.js:1:2` }),
      customer,
    ].map(logged);
    expect(lines.at(-1)).not.toContain('Zulfiya');
    expect(lines.at(-1)).toContain('files.test.ts');
  });

  test('keeps codes, of causes too', () => {
    let caught: unknown;
    try {
      fs.readFileSync(at(customer));
    } catch (error) {
      caught = error;
    }
    const [line, wrapped] = [logged(caught), logged(new Error('outside', { cause: caught }))];
    expect(JSON.parse(line)).toMatchObject({ name: 'Error', code: 'ENOENT', syscall: 'open' });
    expect(JSON.parse(wrapped.trim().split('\n').at(-1) ?? '')).toMatchObject({ cause: { code: 'ENOENT' } });
    expect(wrapped).not.toContain(customer);
  });
});
