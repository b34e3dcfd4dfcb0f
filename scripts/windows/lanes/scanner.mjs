// A scanner opens every new file for 300 ms and lets nobody rename or remove it meanwhile, as virus scanners, OneDrive and
// programs for back-ups do. Everything works all the same, and leaves nothing behind.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { check, finish, practiceWms, rawWords, rubbish, run, sample, section, start, token, work } from './support.mjs';

const scanner = `
const fs = require('fs'), path = require('path'), { DatabaseSync } = require('node:sqlite');
const seen = new Set();
let opened = 0;
function look(folder) {
  let entries;
  try { entries = fs.readdirSync(folder, { withFileTypes: true }); } catch { return; }
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) { look(file); continue; }
    if (/-(wal|shm|journal)$|\\.lock$|\\.db$/.test(entry.name)) continue;
    try {
      const { mtimeMs, size } = fs.statSync(file);
      const key = [file, mtimeMs, size].join();
      if (seen.has(key)) continue;
      seen.add(key);
      const held = new DatabaseSync(file, { readOnly: true });
      opened++;
      setTimeout(() => held.close(), 300);
    } catch {}
  }
}
console.log('ready');
setInterval(() => look(${JSON.stringify(work)}), 2);
process.stdin.on('data', () => { console.log('opened ' + opened); process.exit(); });`;
const scanning = spawn(process.execPath, ['--no-warnings', '-e', scanner], { stdio: ['pipe', 'pipe', 'inherit'] });
let said = '';
scanning.stdout.on('data', (text) => (said += text));
await once(scanning.stdout, 'data');

const home = path.join(work, 'home');
await section('work under a scanner', async () => {
  const wms = await practiceWms();
  const files = [
    ['orders-uz.xlsx', 'r0.xlsx'],
    ['orders-ru.csv', 'r1.csv'],
    ['orders-shopify.csv', 'r2.xlsx', '--every-row', '1'],
    ['orders-uz.xlsx', 'r3.csv'],
  ];
  for (const [file, name, ...more] of files) {
    const report = path.join(work, name);
    const to = ['--url', wms.url, '--home', home, '--report', report, '--lang', 'en'];
    const { err } = await run(['send', sample(file), ...to, ...more], token);
    check(`${file} is opened and sent`, !rawWords.test(err) && !/open in another/u.test(err), err);
    check(`its report ${name} is there`, fs.existsSync(report));
  }
  const saved = await run(['ledger', 'export', path.join(work, 'l.jsonl'), '--home', home, '--lang', 'en']);
  check('the ledger is saved', saved.code === 0, saved);
  await wms.end();
});
const killed = path.join(work, 'home of the killed');
await section('a start after a kill, under a scanner', async () => {
  const wms = await practiceWms('--latency', '40');
  const own = ['--url', wms.url, '--home', killed, '--quiet-time', '1', '--lang', 'en'];
  const sending = start(['send', sample('orders-uz.xlsx'), ...own, '--concurrency', '2'], token);
  while ((await wms.orders()).length < 20 && sending.child.exitCode === null) await wait(20);
  sending.child.kill('SIGKILL');
  await sending.done;
  const resumed = await run(['resume', ...own], token);
  const count = (await wms.orders()).length;
  check('it goes on, and sends the rest', resumed.code === 0 && count === 120, { count, resumed });
  await wms.end();
});
scanning.stdin.write('x');
await once(scanning, 'exit');
const opened = Number(/opened (\d+)/u.exec(said)?.[1] ?? 0);
check('the scanner was at work', opened > 5, said);
check('nothing half-made stays', rubbish(work).length === 0, rubbish(work));
for (const folder of [home, killed]) {
  const log = path.join(folder, 'logs', 'errors.log');
  check('no error was logged', !fs.existsSync(log), fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '');
}

finish();
