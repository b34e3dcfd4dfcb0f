/** Two sheets of one file, sent one after the other from a terminal; and the log of what was asked and answered. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../../main/ports.ts';
import { startPracticeServer } from '../../../../main/practice/practice-server.ts';
import { openStore } from '../../../../main/store/open-store.ts';
import { valueOrThrow } from '../../../../shared/result.ts';
import { sheetsBook, type SheetRow } from '../../../support/sheets-writer.ts';
import { TestTerminal } from '../../../support/terminal.ts';

const headings = [
  'Buyurtma raqami',
  'F.I.Sh.',
  'Telefon',
  'Manzil',
  'Viloyat',
  'Yetkazish sanasi',
  'Mahsulot ID',
  'Miqdor',
  'Narx',
];
const order = (id: number): SheetRow => [
  id,
  'Karimova Aziza',
  '+998901234567',
  'Navoiy 5',
  'Buxoro viloyati',
  '25.11.2030 14:00',
  17,
  1,
  50_000,
];

it('each sheet is a line of its own; its log has no customer', async () => {
  const server = await startPracticeServer();
  onTestFinished(() => server.stop());
  const commands = new TestTerminal({ WMS_TOKEN: 'practice-test' });
  const file = path.join(commands.home, 'kunlar.xlsx');
  writeFileSync(file, sheetsBook({ '24.11': [headings, order(1001), order(1002)], '25.11': [headings, order(2001)] }));
  const remarks: string[] = [];
  // Nobody chose the first one: it is read by itself, and is the same when it is named.
  for (const sheet of [[], ['--sheet', '25.11'], ['--sheet', '24.11']])
    remarks.push((await commands.run('send', file, ...sheet, '--url', server.url, '--lang', 'en')).remarks);
  // Until something of it is sent, too, the other sheet is named.
  expect(remarks.map((text) => text.includes('Another sheet of this file has orders, too'))).toEqual([
    true,
    false,
    false,
  ]);
  expect(remarks[0]).toContain('«25.11» (2 rows)');
  expect(server.ledger().map(({ orderId }) => orderId)).toEqual([1001, 1002, 2001]);
  const list = JSON.parse((await commands.run('batches', '--json')).output) as {
    batch: string;
    orders: { accepted: number };
  }[];
  expect(list.map(({ orders }) => orders.accepted).toSorted()).toEqual([1, 2]);
  const second = list.find(({ orders }) => orders.accepted === 1)!.batch;
  const log = path.join(commands.home, 'log.jsonl');
  await commands.run('report', second, '-o', log, '--lang', 'en');
  const text = readFileSync(log, 'utf8');
  expect(text.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(text)).toMatchObject({ orderId: 2001, status: 200, request: { order_id: 2001, full_name: '•••' } });
  expect(text).not.toMatch(/Karimova|901234567|Navoiy 5/u);
});

it('corrections of one sheet change nothing of another that is sent', async () => {
  const server = await startPracticeServer();
  onTestFinished(() => server.stop());
  const commands = new TestTerminal({ WMS_TOKEN: 'practice-test' });
  const file = path.join(commands.home, 'kunlar.xlsx');
  writeFileSync(file, sheetsBook({ '24.11': [headings, order(1001), order(1002)], '25.11': [headings, order(2001)] }));
  const store = valueOrThrow(openStore(commands.home, systemClock));
  const { id } = await store.batches.createFromPath(file);
  store.edits.append(id, { kind: 'cells', cells: [{ row: 2, column: 1, text: 'Rahimova Nodira' }] });
  store.edits.append(id, { kind: 'leaveOut', rows: [3], out: true });
  store.close();
  for (const sheet of ['25.11', '24.11'])
    await commands.run('send', file, '--sheet', sheet, '--url', server.url, '--lang', 'en');
  expect(server.ledger().map(({ orderId, request }) => [orderId, request.full_name])).toEqual([
    [2001, 'Karimova Aziza'],
    [1001, 'Rahimova Nodira'],
  ]);
});
