/** Several files in one go: each with its shop's key, announced before anything is sent, reported for all and for each shop. */
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readWorkbookFile } from '../../support/read-written-files.ts';
import { sheetsBook } from '../../support/sheets-writer.ts';
import { TestTerminal } from '../../support/terminal.ts';
import { startWms } from '../../support/wms.ts';

const headings = 'order_id;scheduled_at;full_name;phone;address;region;client_product_id;quantity;price';
const rowOf = (id: number, name: string): string =>
  `${id};25.11.2030 14:00;${name};+998901234501;Navoiy 5;Buxoro viloyati;7;1;50000`;

async function office(environment: NodeJS.ProcessEnv = {}) {
  const server = await startWms();
  onTestFinished(() => server.stop());
  const terminal = new TestTerminal({ WMS_TOKEN: 'practice-x', ...environment });
  const write = (name: string, ...rows: readonly string[]): string => {
    const file = path.join(terminal.home, name);
    writeFileSync(file, [headings, ...rows].join('\n'));
    return file;
  };
  const codeOf = async (...words: string[]): Promise<string> => {
    const { output } = await terminal.run('send', ...words, '--url', server.url, '--json');
    return (JSON.parse(output) as { error: { code: string } }).error.code;
  };
  return { server, terminal, write, codeOf };
}

describe('several files', () => {
  it('go out one after another, said before, with one report for all', async () => {
    const { server, terminal, write } = await office();
    const files = [write('a.csv', rowOf(1, 'Karimova')), write('b.csv', rowOf(2, 'Yusupov'), rowOf(3, 'Rahimova'))];
    const report = path.join(terminal.home, 'kun.xlsx');
    // Of a workbook of days one sheet goes out: the other is named, also in the report.
    const sheet = (...rows: string[]): string[][] => [headings, ...rows].map((line) => line.split(';'));
    const book = path.join(terminal.home, 'kunlar.xlsx');
    const days = { '24.11': sheet(rowOf(4, 'Usmonova')), '25.11': sheet(rowOf(5, 'Aliyev'), rowOf(6, 'Saidova')) };
    writeFileSync(book, sheetsBook(days));
    const { status, remarks } = await terminal.run('send', ...files, book, '--url', server.url, '--report', report);
    expect(status).toBe(0);
    const said = remarks.replaceAll('\u00a0', ' ').split('\n');
    const total = said.indexOf('3 files: 4 orders, 200 000 soʻm');
    expect(total).toBeGreaterThan(0);
    expect(said.indexOf('— a.csv')).toBeGreaterThan(total);
    expect(remarks).toContain('«25.11» (3 rows)');
    expect(server.ledger().map(({ orderId }) => orderId)).toEqual([1, 2, 3, 4]);
    const [summary, first, second] = await readWorkbookFile(report);
    expect(summary?.rows.slice(1).map(([file, , orders, ...rest]) => [file, orders, rest.at(-1)])).toEqual([
      ['a.csv', '1', ''],
      ['b.csv', '2', ''],
      ['kunlar.xlsx', '1', '«25.11» (3 rows)'],
      ['In all', '4', ''],
    ]);
    expect([first?.name, second?.name]).toEqual(['1 a.csv', '2 b.csv']);
    expect(second?.rows).toHaveLength(3);
    // What is sent as a file of its own is named no more, and each is called by its sheet.
    await terminal.run('send', book, '--sheet', '25.11', '--url', server.url);
    const after = await terminal.run('send', book, ...files, '--url', server.url, '--report', report);
    expect(after.remarks).not.toContain('of this file');
    const [head, line] = (await readWorkbookFile(report))[0]?.rows ?? [];
    expect(line).toMatchObject(['kunlar.xlsx · 25.11', '', '2', ...(line?.slice(3) ?? [])]);
    expect(head).toEqual(summary?.rows[0]?.slice(0, -1));
  });

  it('of several shops need a key for each, and nothing is sent where one is missing or a shop unsure', async () => {
    const { server, terminal, write, codeOf } = await office({ ATLAS: 'practice-atlas@7', BODOM: 'practice-bodom@8' });
    await terminal.run('shops', 'add', 'Atlas');
    await terminal.run('shops', 'add', 'Bodom');
    const files = [write('Atlas 1.csv', rowOf(1, 'Karimova')), write('Bodom 1.csv', rowOf(2, 'Yusupov'))];
    expect(await codeOf(...files)).toBe('cli.shopKey');
    expect(await codeOf(...files, '--token-env', 'ATLAS')).toBe('cli.shopKey');
    expect(await codeOf(...files, write('x.csv', rowOf(3, 'Rahimova')))).toBe('cli.unsureFile');
    expect(server.ledger()).toHaveLength(0);
    const keys = ['--token-env', 'Atlas=ATLAS', '--token-env', 'bodom=BODOM'];
    const more = ['--url', server.url, '--shop-reports', terminal.home, ...keys];
    const { status, remarks } = await terminal.run('send', ...files, ...more);
    expect(remarks.replaceAll('\u00a0', ' ')).toContain('Atlas 1.csv: shop Atlas, account any, 1 order, 50 000 soʻm');
    expect([status, server.ledger().length]).toEqual([0, 2]);
    const reports = readdirSync(terminal.home).filter((name) => name.endsWith('.xlsx'));
    expect(reports.map((name) => name.split(' ')[0]).toSorted()).toEqual(['Atlas', 'Bodom']);
    // Shops do not see each other's customers.
    const atlas = await readWorkbookFile(path.join(terminal.home, reports.find((name) => name.startsWith('A')) ?? ''));
    expect(JSON.stringify(atlas)).toContain('Karimova');
    expect(JSON.stringify(atlas)).not.toContain('Yusupov');
  });
});
