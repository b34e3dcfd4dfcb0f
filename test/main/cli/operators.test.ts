/** Who works: the operator's name is written down with what is sent, settled and sent again, and told wherever it is asked. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../main/ports.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { TestTerminal } from '../../support/terminal.ts';
import { startWms } from '../../support/wms.ts';

const headings = 'order_id;scheduled_at;full_name;phone;address;region;client_product_id;quantity;price';
const rowOf = (id: number): string =>
  `${id};25.11.2030 14:00;Karimova Aziza;+998901234501;Navoiy 5;Buxoro viloyati;7;1;50000`;

interface ShownMonth {
  readonly orders: number;
  readonly amount: number;
  readonly list: readonly { readonly orderId: number; readonly operator: string; readonly amount: number | null }[];
}

async function office(environment: NodeJS.ProcessEnv = {}) {
  const server = await startWms();
  onTestFinished(() => server.stop());
  const terminal = new TestTerminal({ WMS_TOKEN: 'practice-x', ...environment });
  const send = async (name: string, ids: readonly number[], ...more: string[]): Promise<string> => {
    const file = path.join(terminal.home, name);
    writeFileSync(file, [headings, ...ids.map(rowOf)].join('\n'));
    const report = `${file}.report.csv`;
    const { status, remarks } = await terminal.run('send', file, '--url', server.url, '--report', report, ...more);
    if (status !== 0) throw new Error(remarks);
    return readFileSync(report, 'utf8');
  };
  const month = async (...words: string[]): Promise<ShownMonth> =>
    JSON.parse((await terminal.run('month', '--json', ...words)).output) as ShownMonth;
  return { server, terminal, send, month };
}

describe('the operator', () => {
  it('is told by the report, the month and the ledger’s file; without one nothing of it is seen', async () => {
    const { terminal, send, month } = await office();
    expect(await send('nobody.csv', [1])).not.toContain('who sent');
    const [head, line] = (await send('malika.csv', [2], '--operator', ' Malika ')).trim().split('\n');
    expect(head?.trim().split(';').at(-1)).toBe('WMS: who sent');
    expect(line?.trim().split(';').at(-1)).toBe('Malika');
    await send('aziz.csv', [3, 4], '--operator', 'Aziz');
    expect((await month('--who', 'Malika')).list).toMatchObject([{ orderId: 2, operator: 'Malika' }]);
    expect(await month('--who', 'Aziz')).toMatchObject({ orders: 2, amount: 100_000 });
    const ledger = path.join(terminal.home, 'ledger.jsonl');
    await terminal.run('ledger', 'export', ledger);
    expect(readFileSync(ledger, 'utf8')).toContain('"by":"Malika"');
    expect(readFileSync(ledger, 'utf8')).not.toContain('Karimova');
  });

  it('can be given by the environment, and the option counts before it', async () => {
    const { send, month, terminal } = await office({ ORDER_IMPORTER_OPERATOR: 'Smena' });
    await send('a.csv', [1]);
    await send('b.csv', [2], '--operator', 'Aziz');
    expect((await month()).list.map(({ operator }) => operator)).toEqual(['Smena', 'Aziz']);
    const refused = await terminal.run('send', 'a.csv', '--operator', ' ', '--json');
    expect(JSON.parse(refused.output)).toMatchObject({ error: { code: 'cli.operator' } });
  });

  it('who has an order sent again stands beside who sent it', async () => {
    const { send, terminal, server } = await office();
    await send('a.csv', [1], '--operator', 'Malika');
    const [batch] = JSON.parse((await terminal.run('batches', '--json')).output) as [{ batch: string }];
    expect(
      (await terminal.run('settle', batch.batch, '--order', '1', '--send-again', '--operator', 'Aziz')).status,
    ).toBe(0);
    const report = path.join(terminal.home, 'again.csv');
    await terminal.run('resume', batch.batch, '--url', server.url, '--operator', 'Malika', '--report', report);
    expect(readFileSync(report, 'utf8').trim().split(';').at(-1)).toBe('"Malika, Aziz"');
  });

  it('is still known where the database is lost: the witness has the names', async () => {
    const { send, terminal, server } = await office();
    await send('a.csv', [1, 2], '--operator', 'Malika');
    await send('b.csv', [3]);
    const batches = JSON.parse((await terminal.run('batches', '--json')).output) as { batch: string; file: string }[];
    const batch = String(batches.find(({ file }) => file === 'a.csv')?.batch);
    await terminal.run('settle', batch, '--order', '1', '--send-again', '--operator', 'Aziz');
    await terminal.run('resume', batch, '--url', server.url, '--operator', 'Malika');
    for (const name of readdirSync(terminal.home))
      if (name.startsWith('order-importer.db')) rmSync(path.join(terminal.home, name));
    await send('c.csv', [4], '--operator', 'Smena');
    const ledger = path.join(terminal.home, 'ledger.jsonl');
    await terminal.run('ledger', 'export', ledger);
    const lines = readFileSync(ledger, 'utf8').trim().split('\n').slice(1);
    const byOf = (id: number): unknown =>
      lines
        .map((line) => JSON.parse(line) as { order: number; state: string; by?: string })
        .findLast(({ order }) => order === id)?.by;
    expect([1, 2, 3, 4].map(byOf)).toEqual(['Malika', 'Malika', undefined, 'Smena']);
    const store = valueOrThrow(openStore(terminal.home, systemClock));
    expect(store.outcomes.ofBatch(batch).get(1)).toMatchObject({ sentBy: 'Malika', decidedBy: 'Aziz' });
    store.close();
  });

  it('the month has the orders of a merged ledger, with sum and operator, each once', async () => {
    const { send, terminal } = await office();
    await send('a.csv', [1, 2], '--operator', 'Malika');
    const file = path.join(terminal.home, 'ledger.jsonl');
    await terminal.run('ledger', 'export', file);
    const other = new TestTerminal();
    for (let time = 0; time < 2; time++) await other.run('ledger', 'merge', file);
    const shown = JSON.parse((await other.run('month', '--json')).output) as ShownMonth;
    expect(shown).toMatchObject({ orders: 2, amount: 100_000, list: [{ operator: 'Malika' }, { operator: 'Malika' }] });
    // Merged at home it is no further order.
    await terminal.run('ledger', 'merge', file);
    expect(JSON.parse((await terminal.run('month', '--json')).output)).toMatchObject({ orders: 2, amount: 100_000 });
  });
});
