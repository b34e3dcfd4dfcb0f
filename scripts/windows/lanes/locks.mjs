// Files that another program has open, as Excel, a virus scanner or OneDrive do: read where that can be, else said in words,
// with nothing left behind and nothing lost.
import fs from 'node:fs';
import path from 'node:path';
import { check, finish, held, practiceWms, rawWords, rubbish, run, sample, section, token, work } from './support.mjs';

const home = path.join(work, 'home');
const own = ['--home', home, '--lang', 'en'];
/** A refusal that names the cause as a person would, and leaves no half-made file. */
const refused = ({ code, err }) =>
  code !== 0 && /open|use/u.test(err) && !rawWords.test(err) && rubbish(work).length === 0;

await section('files of others', async () => {
  const wms = await practiceWms();
  const file = path.join(work, 'orders.xlsx');
  fs.copyFileSync(sample('orders-uz.xlsx'), file);
  const held1 = await held(file, 'all', () => run(['check', file, '--json', '--lang', 'en']));
  check(
    'a spreadsheet that nobody else may open is refused in words',
    held1.code !== 0 && !rawWords.test(held1.err),
    held1,
  );
  const held2 = await held(file, 'noDelete', () => run(['check', file, '--json', '--lang', 'en']));
  check('a spreadsheet that is open in Excel is read', held2.code === 0, held2);

  const report = path.join(work, 'report.xlsx');
  const sent = await run(['send', file, '--url', wms.url, ...own, '--report', report], token);
  check('orders are sent', sent.code === 0, sent);
  const batch = fs.readdirSync(path.join(home, 'files'))[0].slice(0, 36);
  for (const how of ['all', 'noDelete']) {
    const saved = await held(report, how, () => run(['report', batch, '-o', report, ...own]));
    check(`a report over a file that is held (${how})`, refused(saved), { saved, rubbish: rubbish(work) });
    check('… leaves the old one whole', fs.readFileSync(report).length > 1000);
  }
  const ledger = path.join(work, 'l.jsonl');
  await run(['ledger', 'export', ledger, ...own]);
  for (const how of ['all', 'noDelete']) {
    const saved = await held(ledger, how, () => run(['ledger', 'export', ledger, ...own]));
    check(`a ledger file over one that is held (${how})`, refused(saved), { saved, rubbish: rubbish(work) });
  }

  const database = path.join(home, 'order-importer.db');
  const busy = await held(database, 'all', () => run(['batches', ...own]));
  check('a database that is held is said in words', busy.code !== 0 && !rawWords.test(busy.out + busy.err), busy);
  check('… and not made anew', !fs.existsSync(path.join(home, 'damaged')));
  const free = await run(['batches', ...own]);
  check('… and opens afterwards', free.code === 0 && free.out.includes('orders.xlsx'), free);
  const witness = path.join(home, 'witness.log');
  const mute = await held(witness, 'all', () =>
    run(['send', sample('orders-ru.csv'), '--url', wms.url, ...own], token),
  );
  check('a witness that is held: a sentence', mute.code !== 0 && !rawWords.test(mute.err), mute);
  check('… and nothing is sent', (await wms.orders()).length === 120);
  await wms.end();
});

await section('a damaged database that is held', async () => {
  const second = path.join(work, 'home2');
  fs.cpSync(home, second, { recursive: true });
  const database = path.join(second, 'order-importer.db');
  const bytes = fs.readFileSync(database);
  bytes.fill(0xa5, 0, 4096);
  fs.writeFileSync(database, bytes);
  fs.writeFileSync(`${database}-wal`, 'the log');
  const damaged = path.join(second, 'damaged');
  const list = ['batches', '--home', second, '--lang', 'en'];
  const first = await held(database, 'noDelete', () => run(list));
  const aside = fs.existsSync(damaged) ? fs.readdirSync(damaged, { recursive: true }).map(String) : [];
  check('its log stays with it', !aside.some((name) => name.endsWith('-wal')), aside);
  check('it is said in words', first.code !== 0 && !rawWords.test(first.out + first.err), first);
  const next = await run(list);
  check('the next start makes it anew', next.code === 0 && next.out.includes('orders.xlsx'), next);
});

finish();
