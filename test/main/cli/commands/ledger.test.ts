/** The ledger from a terminal: to another computer, and back from old reports. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startWms } from '../../../support/wms.ts';
import { TestTerminal } from '../../../support/terminal.ts';

const key = { WMS_TOKEN: 'practice-test' };

function writeOrders(file: string): string {
  const lines = [1, 2, 3].map(
    (id) => `${id};14.06.2027 10:00;Karimova Anora;998901234567;Navoiy 1;Buxoro viloyati;7;1;5000`,
  );
  writeFileSync(
    file,
    ['Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx', ...lines].join('\n'),
  );
  return file;
}

it('keeps a second computer from sending what the first one sent, and a new one from what an old report says', async () => {
  const wms = await startWms();
  onTestFinished(() => wms.stop());
  const first = new TestTerminal(key);
  const file = writeOrders(path.join(first.home, 'orders.csv'));
  const report = path.join(first.home, 'report.xlsx');
  expect((await first.run('send', file, '--url', wms.url, '--report', report)).status).toBe(0);
  expect(wms.ledger()).toHaveLength(3);

  const ledger = path.join(first.home, 'ledger.jsonl');
  expect((await first.run('ledger', 'export', ledger)).output).toMatch(/^3 orders/u);
  expect(readFileSync(ledger, 'utf8')).not.toMatch(/Karimova|998901234567/u);
  const second = new TestTerminal(key);
  expect((await second.run('ledger', 'merge', ledger)).output).toMatch(/New here: 3/u);
  const sent = await second.run('send', file, '--url', wms.url, '--json');
  expect(JSON.parse(sent.output)).toMatchObject({ orders: { total: 3, alreadySent: 3 }, attempts: 0 });

  const third = new TestTerminal(key);
  expect((await third.run('ledger', 'refill', report, '--url', wms.url)).output).toMatch(/New here: 3/u);
  // The same rows are the same orders.
  expect(JSON.parse((await third.run('send', file, '--url', wms.url, '--json')).output)).toMatchObject({
    orders: { total: 3, alreadySent: 3 },
    attempts: 0,
  });
  expect(wms.ledger()).toHaveLength(3);
});

it('refuses what is no ledger and no report', async () => {
  const commands = new TestTerminal();
  const file = writeOrders(path.join(commands.home, 'orders.csv'));
  for (const [words, said] of [
    [['merge', file], /ledger export/u],
    [['merge', path.join(commands.home, 'none')], /«none» is not there any more/u],
    [['refill', file], /--url/u],
    [['refill', file, '--url', 'http://wms.example'], /no report of this app/u],
    [['burn', file], /export, merge, refill/u],
  ] as const) {
    const { status, remarks } = await commands.run('ledger', ...words);
    expect([status, remarks]).toEqual([1, expect.stringMatching(said)]);
  }
});
