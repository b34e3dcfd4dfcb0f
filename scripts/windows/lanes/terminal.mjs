// The app's terminal as an operator on Windows uses it: names, paths, languages, sending, being killed, two at once, shares.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  check,
  finish,
  json,
  practiceWms,
  rawWords,
  rubbish,
  run,
  sample,
  section,
  start,
  token,
  work,
} from './support.mjs';

const home = path.join(process.env.LOCALAPPDATA, 'Order Importer');

await section('reading', async () => {
  const help = await run(['--help']);
  check('--help', help.code === 0 && help.out.includes('practice') && !help.out.includes('\r'), help);
  const checked = await run(['check', sample('orders-uz.xlsx'), '--json']);
  check('check --json: 120 orders ready', json(checked).orders?.ready === 120, checked);
  for (const language of ['ru', 'uz']) {
    const said = await run(['check', sample('orders-mistakes.xlsx'), '--lang', language]);
    check(`check --lang ${language} in UTF-8`, !said.out.includes('\uFFFD') && said.out.length > 200, said);
  }
  fs.copyFileSync(sample('orders-uz.xlsx'), path.join(work, 'мой файл.xlsx'));
  const deep = path.join(work, 'д'.repeat(90), 'е'.repeat(90), 'ё'.repeat(60));
  fs.mkdirSync(deep, { recursive: true });
  fs.copyFileSync(sample('orders-uz.xlsx'), path.join(deep, 'x.xlsx'));
  const names = {
    'forward slashes': sample('orders-uz.xlsx').replaceAll('\\', '/'),
    'a \\\\?\\ path': `\\\\?\\${sample('orders-uz.xlsx')}`,
    'a relative name with a blank and Cyrillic': 'мой файл.xlsx',
    [`a path of ${deep.length + 7} letters`]: path.join(deep, 'x.xlsx'),
  };
  for (const [what, file] of Object.entries(names)) {
    const read = await run(['check', file, '--json']);
    check(what, json(read).orders?.ready === 120, read);
  }
  const missing = await run(['check', 'C:\\нет\\такого.xlsx', '--lang', 'ru']);
  check(
    'a missing file is said in words',
    missing.code !== 0 && missing.err.includes('такого.xlsx') && !rawWords.test(missing.err),
    missing,
  );
});

await section('sending', async () => {
  const wms = await practiceWms();
  const report = path.join(work, 'отчёт r.xlsx');
  const to = ['--url', wms.url];
  const sent = await run(['send', sample('orders-uz.xlsx'), ...to, '--report', report, '--json'], token);
  check('120 orders sent', sent.code === 0 && (await wms.orders()).length === 120, sent);
  check(
    'the report is a workbook',
    fs.existsSync(report) && fs.readFileSync(report).subarray(0, 2).toString() === 'PK',
  );
  check('nothing else beside the report', rubbish(work).length === 0, rubbish(work));
  await run(['send', sample('orders-uz.xlsx'), ...to, '--json'], token);
  check('sent again: still 120', (await wms.orders()).length === 120);
  check('the home is in LOCALAPPDATA', fs.existsSync(path.join(home, 'order-importer.db')), home);
  const csv = path.join(work, 'r.csv');
  const asCsv = await run(['send', sample('orders-ru.csv'), ...to, '--report', csv, '--lang', 'ru'], token);
  const text = fs.existsSync(csv) ? fs.readFileSync(csv) : Buffer.alloc(0);
  check(
    'a csv report has its mark and CRLF',
    text.subarray(0, 3).toString('hex') === 'efbbbf' && text.includes('\r\n'),
    asCsv,
  );
  await wms.end();
});

for (const after of [5, 70])
  await section(`killed after ${after} orders`, async () => {
    const wms = await practiceWms('--latency', '40');
    const own = ['--url', wms.url, '--home', path.join(work, `home ${after}`), '--quiet-time', '1'];
    const sending = start(['send', sample('orders-uz.xlsx'), ...own, '--concurrency', '2'], token);
    while ((await wms.orders()).length < after && sending.child.exitCode === null) await wait(20);
    sending.child.kill('SIGKILL');
    await sending.done;
    const before = (await wms.orders()).length;
    const report = path.join(work, `r${after}.xlsx`);
    const resumed = await run(['resume', ...own, '--report', report, '--json'], token);
    const orders = await wms.orders();
    const ids = new Set(orders.map((order) => order.order_id ?? order.orderId ?? JSON.stringify(order)));
    check(
      `killed at ${before}, resumed: 120 orders, each once`,
      before < 120 && resumed.code === 0 && orders.length === 120 && ids.size === 120,
      { before, orders: orders.length, ids: ids.size, resumed },
    );
    check('a report after resuming', fs.existsSync(report));
    await wms.end();
  });

await section('two at once over one home', async () => {
  const wms = await practiceWms('--latency', '30');
  const own = ['--url', wms.url, '--home', path.join(work, 'home both'), '--json'];
  const both = await Promise.all([
    run(['send', sample('orders-uz.xlsx'), ...own], token),
    run(['send', sample('orders-ru.csv'), ...own], token),
  ]);
  const orders = (await wms.orders()).length;
  check('two senders: all sent, or one refused in words', orders === 180 || both.some(({ code }) => code !== 0), {
    orders,
    both,
  });
  await wms.end();
});

await section('shares and paths of the home', async () => {
  const shares = [String.raw`\\server\share\home`, String.raw`\\?\UNC\server\share\home`, '//server/share/home'];
  for (const share of shares) {
    const to = ['--url', 'http://127.0.0.1:9', '--home', share, '--lang', 'en'];
    const refused = await run(['send', sample('orders-uz.xlsx'), ...to], token);
    check(`a home on ${share} is refused`, refused.code === 1 && refused.err.includes('network drive'), refused);
  }
  const shared = String.raw`\\server\share\o.xlsx`;
  fs.copyFileSync(sample('orders-uz.xlsx'), shared);
  const read = await run(['check', shared, '--json']);
  check('a spreadsheet on a share is read', json(read).orders?.ready === 120, read);
  for (const own of ['C:/order home', '.\\rel home', 'C:\\d\\..\\order home 2']) {
    const listed = await run(['batches', '--home', own, '--lang', 'en']);
    check(`a home at ${own}`, listed.code === 0, listed);
  }
});

await section('language', async () => {
  const said = await run(['batches', '--home', path.join(work, 'none')]);
  check('a Russian Windows: Russian words without --lang', /[а-я]/u.test(said.out), said);
});

await section('other commands', async () => {
  const ledger = path.join(work, 'журнал.jsonl');
  const saved = await run(['ledger', 'export', ledger]);
  check('ledger export', saved.code === 0 && fs.existsSync(ledger), saved);
  const merged = await run(['ledger', 'merge', ledger, '--home', path.join(work, 'home m')]);
  check('ledger merge', merged.code === 0, merged);
  const template = path.join(work, 'шаблон.xlsx');
  const made = await run(['template', '-o', template]);
  check('template', made.code === 0 && fs.existsSync(template), made);
});

finish();
