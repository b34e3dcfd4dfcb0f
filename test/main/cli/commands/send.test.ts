/** The terminal's story: files in, orders in the practice WMS exactly once, a report that says so row by row. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { orderStates } from '../../../../shared/domain/model/order-states.ts';
import { startPracticeServer } from '../../../../main/practice/practice-server.ts';
import type { PracticeOptions, PracticeServer } from '../../../../main/practice/practice-server.ts';
import { patience } from '../../../support/patience.ts';
import { TestTerminal } from '../../../support/terminal.ts';

const samples = path.resolve(import.meta.dirname, '../../../../samples');
const sample = (name: string): string => path.join(samples, name);

interface Sent {
  batch: string;
  ended: string;
  reason: { code: string; message: string } | null;
  orders: Record<string, number>;
  attempts: number;
  durationMs: number;
  report: string | null;
}

async function practice(options: PracticeOptions = {}): Promise<PracticeServer> {
  const server = await startPracticeServer(options);
  onTestFinished(() => server.stop());
  return server;
}

const commandsWithKey = (): TestTerminal => new TestTerminal({ WMS_TOKEN: 'practice-test' });
const idsOf = (server: PracticeServer): number[] =>
  server
    .ledger()
    .map(({ orderId }) => orderId)
    .toSorted((a, b) => a - b);
const range = (first: number, count: number): number[] => Array.from({ length: count }, (_, index) => first + index);

function sentOf(out: string): Sent {
  const sent = JSON.parse(out) as Sent;
  // The states always add up to the orders.
  expect(orderStates.reduce((sum, state) => sum + (sent.orders[state] ?? Number.NaN), 0)).toBe(sent.orders['total']);
  return sent;
}

/** A file of `count` orders with one item each. */
function writeOrders(
  file: string,
  first: number,
  count: number,
  change: (id: number) => Partial<Record<'phone' | 'quantity', string>> = () => ({}),
): string {
  const lines = range(first, count).map(
    (id) =>
      `${id};14.06.2027 10:00;Karimova Anora;${change(id).phone ?? '998901234567'};Navoiy 1;Buxoro viloyati;` +
      `7;${change(id).quantity ?? '1'};5000`,
  );
  writeFileSync(
    file,
    ['Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx', ...lines].join('\n'),
  );
  return file;
}

describe('send', () => {
  it('sends every order of the samples exactly once, and says so in the report', async () => {
    const server = await practice();
    const commands = commandsWithKey();
    const report = path.join(commands.home, 'report.xlsx');
    const uz = await commands.run(
      'send',
      sample('orders-uz.xlsx'),
      '--url',
      server.url,
      '--report',
      report,
      '--json',
      '--lang',
      'uz',
    );
    expect(uz.status).toBe(0);
    expect(sentOf(uz.output)).toMatchObject({
      ended: 'finished',
      reason: null,
      attempts: 120,
      orders: { total: 120, accepted: 120 },
      report,
    });
    expect((await commands.run('send', sample('orders-ru.csv'), '--url', server.url)).status).toBe(0);
    expect(
      (
        await commands.run(
          'send',
          sample('orders-shopify.csv'),
          '--url',
          server.url,
          '--map',
          'Lineitem sku=client_product_id',
          '--set',
          'fulfillment_status=1',
        )
      ).status,
    ).toBe(0);
    expect((await commands.run('send', sample('orders-mistakes.xlsx'), '--url', server.url)).status).toBe(2);
    const mistakes = server.ledger().filter(({ orderId }) => orderId > 900_000);
    expect(mistakes.length).toBeGreaterThan(5);
    expect(idsOf(server)).toEqual([
      ...range(1001, 30),
      ...range(700_001, 120),
      ...range(810_001, 60),
      ...mistakes.map(({ orderId }) => orderId),
    ]);

    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(report);
    const rows = workbook.worksheets[1];
    const texts: string[] = [];
    rows?.eachRow((row) => texts.push((row.values as unknown[]).map(String).join('|')));
    expect(texts[0]).toMatch(/[Mm]ashq/u);
    expect(texts.filter((text) => text.includes('WMSda bor'))).toHaveLength(232);
  });

  it('never sends twice: the same file goes on with its batch, a grown file skips what is done', async () => {
    const server = await practice();
    const commands = commandsWithKey();
    const file = writeOrders(path.join(commands.home, 'day.csv'), 1, 3);
    const first = sentOf((await commands.run('send', file, '--url', server.url, '--json')).output);
    const again = sentOf((await commands.run('send', file, '--url', server.url, '--json')).output);
    expect(again).toMatchObject({ batch: first.batch, attempts: 0, orders: { total: 3, accepted: 3 } });
    const grown = sentOf((await commands.run('send', writeOrders(file, 1, 5), '--url', server.url, '--json')).output);
    expect(grown.batch).not.toBe(first.batch);
    expect(grown).toMatchObject({ attempts: 2, orders: { total: 5, accepted: 2, alreadySent: 3 } });
    const changed = await commands.run(
      'send',
      writeOrders(file, 1, 3, () => ({ quantity: '2' })),
      '--url',
      server.url,
      '--json',
    );
    expect(changed.status).toBe(3);
    expect(sentOf(changed.output)).toMatchObject({ attempts: 0, orders: { duplicate: 3 } });
    expect(idsOf(server)).toEqual([1, 2, 3, 4, 5]);
  });

  it('settles lost answers by look-up', async () => {
    const server = await practice({
      script: (orderId, attempt) => (orderId % 3 === 0 && attempt === 1 ? 'lost-answer' : undefined),
    });
    const commands = commandsWithKey();
    const { status, output } = await commands.run(
      'send',
      writeOrders(path.join(commands.home, 'a.csv'), 1, 9),
      '--url',
      server.url,
      '--json',
      '--quiet-time',
      '0',
    );
    expect(status).toBe(0);
    expect(sentOf(output)).toMatchObject({ ended: 'finished', orders: { total: 9, accepted: 9 } });
    expect(idsOf(server)).toEqual(range(1, 9));
  });

  it('sends again as it is what the WMS refused, once that is put right there', async () => {
    const server = await practice({
      script: (orderId, attempt) => (attempt === 1 && orderId <= 2 ? '500-errors' : undefined),
    });
    const commands = commandsWithKey();
    const file = writeOrders(path.join(commands.home, 'orders.csv'), 1, 4);
    expect((await commands.run('send', file, '--url', server.url)).status).toBe(3);
    // Nothing is sent again by itself.
    expect(sentOf((await commands.run('resume', '--json')).output)).toMatchObject({
      attempts: 0,
      orders: { rejected: 2, accepted: 2 },
    });
    const again = await commands.run('resume', '--refused', '--json');
    expect(sentOf(again.output)).toMatchObject({ attempts: 2, orders: { rejected: 0, accepted: 4 } });
    expect(again.remarks).toContain('2 refused orders');
    expect(sentOf((await commands.run('resume', '--refused', '--json')).output)).toMatchObject({ attempts: 0 });
    expect(idsOf(server)).toEqual([1, 2, 3, 4]);
  });

  it('stopped while the kept copy is opened, leaves nothing behind', async () => {
    const server = await practice();
    const stop = new AbortController();
    const commands = new TestTerminal({ WMS_TOKEN: 'practice-test' }, undefined, null, stop.signal);
    const kept = path.join(commands.home, 'files');
    const filesKept = (): string[] => (existsSync(kept) ? readdirSync(kept) : []);
    const sending = commands.run(
      'send',
      writeOrders(path.join(commands.home, 'orders.csv'), 1, 20_000),
      '--url',
      server.url,
    );
    while (filesKept().length === 0) await new Promise(setImmediate);
    stop.abort();
    expect((await sending).status).toBe(130);
    expect(filesKept()).toEqual([]);
    expect(JSON.parse((await commands.run('batches', '--json')).output)).toEqual([]);
    expect(idsOf(server)).toEqual([]);
  });

  it('says how long it will take, where a limit of the WMS is known', async () => {
    const server = await practice({ limit: { requests: 3, windowMs: 600_000, headers: true } });
    const commands = commandsWithKey();
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 1500);
    const first = await new TestTerminal({ WMS_TOKEN: 'practice-test' }, commands.home, null, stop.signal).run(
      'send',
      writeOrders(path.join(commands.home, 'orders.csv'), 1, 10),
      '--url',
      server.url,
    );
    expect(first.status).toBe(4);
    const ended = new AbortController();
    const second = new TestTerminal({ WMS_TOKEN: 'practice-test' }, commands.home, null, ended.signal);
    const resumed = second.run('resume');
    await expect
      .poll(() => second.remarks.join('\n'), { timeout: patience(15_000) })
      .toMatch(/About (?:2|3)\d minutes/u);
    ended.abort();
    expect((await resumed).status).toBe(4);
  });

  it('leaves lost answers unknown without a look-up, for a person to settle', async () => {
    const server = await practice({
      script: (orderId, attempt) =>
        attempt === 1 && orderId === 1 ? 'lost-answer' : attempt === 1 && orderId === 2 ? 'reset-before' : undefined,
    });
    const commands = commandsWithKey();
    const sent = await commands.run(
      'send',
      writeOrders(path.join(commands.home, 'a.csv'), 1, 3),
      '--url',
      server.url,
      '--json',
      '--lookup',
      'off',
    );
    expect(sent.status).toBe(4);
    const { batch } = sentOf(sent.output);
    expect(sentOf(sent.output)).toMatchObject({ orders: { unknown: 2, accepted: 1 } });
    expect((await commands.run('settle', batch, '--order', '1')).status).toBe(1);
    expect((await commands.run('settle', batch, '--order', '1', '--there', '--wms-id', '1')).status).toBe(0);
    expect((await commands.run('settle', batch, '--order', '2', '--send-again')).status).toBe(0);
    const resumed = await commands.run('resume', batch, '--json', '--lookup', 'off');
    expect(resumed.status).toBe(0);
    expect(sentOf(resumed.output)).toMatchObject({ attempts: 1, orders: { accepted: 3 } });
    expect(idsOf(server)).toEqual([1, 2, 3]);
  });

  it('puts a refusal on its row and in the report, in the operator’s language', async () => {
    const server = await practice({ knownProducts: [1] });
    const commands = commandsWithKey();
    const report = path.join(commands.home, 'report.csv');
    const { status, output } = await commands.run(
      'send',
      writeOrders(path.join(commands.home, 'a.csv'), 1, 2),
      '--url',
      server.url,
      '--json',
      '--report',
      report,
      '--lang',
      'ru',
    );
    expect(status).toBe(3);
    expect(sentOf(output).orders).toMatchObject({ rejected: 2 });
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(report, 'utf8')).toMatch(/Отклонён/u);
  });

  it('ends the run on a refused key, loses nothing, and goes on with a good one', async () => {
    const server = await practice();
    const commands = new TestTerminal({ WMS_TOKEN: 'wrong', GOOD: 'practice-x' });
    const refused = await commands.run(
      'send',
      writeOrders(path.join(commands.home, 'a.csv'), 1, 5),
      '--url',
      server.url,
      '--json',
    );
    expect(refused.status).toBe(4);
    expect(sentOf(refused.output)).toMatchObject({ ended: 'paused', orders: { ready: 5 } });
    expect(sentOf(refused.output).reason?.message).not.toBe('');
    const { status, output } = await commands.run('resume', '--token-env', 'GOOD', '--json');
    expect(status).toBe(0);
    expect(sentOf(output)).toMatchObject({ orders: { accepted: 5 } });
    expect(idsOf(server)).toEqual(range(1, 5));
  });

  it('sends nowhere by accident', async () => {
    const server = await practice();
    const other = await practice();
    const commands = commandsWithKey();
    const file = writeOrders(path.join(commands.home, 'a.csv'), 1, 2);
    const code = async (...words: string[]): Promise<string> =>
      (JSON.parse((await commands.run(...words, '--json')).output) as { error: { code: string } }).error.code;
    expect(await code('send', file)).toBe('cli.noServer');
    expect(await code('send', file, '--url', server.url, '--token-env', 'NOT_SET')).toBe('cli.noToken');
    expect(await code('send', file, '--url', 'ftp://example.com/')).toBe('wms.addressScheme');
    expect(await code('send', file, '--url', server.url, '--concurrency', '17')).toBe('cli.number');
    expect(await code('resume')).toBe('cli.noBatch');
    expect(server.requests().filter(({ method }) => method === 'POST')).toEqual([]);
    const { batch } = sentOf((await commands.run('send', file, '--url', server.url, '--json')).output);
    expect(await code('resume', batch, '--url', other.url)).toBe('cli.otherServer');
    expect(other.ledger()).toEqual([]);
  });

  it('pauses at a wrong address without losing an order', async () => {
    const server = await practice({ script: () => '404' });
    const commands = commandsWithKey();
    const { status, output } = await commands.run(
      'send',
      writeOrders(path.join(commands.home, 'a.csv'), 1, 4),
      '--url',
      server.url,
      '--json',
    );
    expect(status).toBe(4);
    expect(sentOf(output)).toMatchObject({ ended: 'paused', orders: { ready: 4 } });
  });

  it('uses a profile file: server, columns, constants', async () => {
    const server = await practice();
    const commands = commandsWithKey();
    const profile = path.join(commands.home, 'shop.json');
    writeFileSync(
      profile,
      JSON.stringify({
        format: 'order-importer-profile',
        version: 1,
        name: 'Shop',
        server: server.url,
        columns: [{ heading: 'Lineitem sku', field: 'client_product_id' }],
        constants: { scheduled_at: 'tomorrow 14:00' },
      }),
    );
    const { status, output } = await commands.run('send', sample('orders-shopify.csv'), '--profile', profile, '--json');
    expect(status).toBe(0);
    expect(sentOf(output)).toMatchObject({ orders: { total: 30, accepted: 30 } });
  });

  it('lists what was sent and writes its report again', async () => {
    const server = await practice();
    const commands = commandsWithKey();
    const { batch } = sentOf(
      (await commands.run('send', writeOrders(path.join(commands.home, 'a.csv'), 1, 2), '--url', server.url, '--json'))
        .output,
    );
    const [listed] = JSON.parse((await commands.run('batches', '--json')).output) as {
      batch: string;
      file: string;
      practice: boolean;
    }[];
    expect(listed).toMatchObject({ batch, file: 'a.csv', practice: true });
    expect((await commands.run('report', batch.slice(0, 8), '-o', path.join(commands.home, 'r.csv'))).status).toBe(0);
    expect((await commands.run('report', batch, '-o', path.join(commands.home, 'r.pdf'))).status).toBe(1);
  });
});
