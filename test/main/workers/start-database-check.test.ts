/** The check of a whole database in a thread of its own. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Database } from '../../../main/store/database.ts';
import { startDatabaseCheck } from '../../../main/workers/start-database-check.ts';
import { openedStore, temporaryHome } from '../store/home.ts';

/** A store's file that is in use, as it is while it is checked. */
function fileInUse(): string {
  const home = temporaryHome();
  openedStore(home);
  return path.join(home, 'order-importer.db');
}

test('a sound file is told, while it is in use', () => {
  expect(startDatabaseCheck(fileInUse())()).toBe(true);
});

test('a file with a page of zeros is told', () => {
  const home = temporaryHome();
  const file = path.join(home, 'torn.db');
  const database = new Database(file);
  database.exec('CREATE TABLE t (a TEXT)');
  for (let row = 0; row < 200; row++) database.run('INSERT INTO t VALUES (?)', `${row}`.padEnd(300, 'x'));
  database.close();
  const descriptor = fs.openSync(file, 'r+');
  fs.writeSync(descriptor, Buffer.alloc(4096), 0, 4096, 4096 * 5);
  fs.closeSync(descriptor);
  expect(startDatabaseCheck(file)()).toBe(false);
});

test('a file that cannot be opened there is left to whoever waits', () => {
  expect(startDatabaseCheck(temporaryHome())()).toBeNull();
});

test('a thread that ends without a word, or never begins, is not waited for', () => {
  const entry = path.join(temporaryHome(), 'entry.mjs');
  const limits = { begin: 200, end: () => 50 };
  const begins = "new Int32Array((await import('node:worker_threads')).workerData.state)[0] = 1;";
  for (const program of [`${begins} process.exit();`, 'process.exit();']) {
    fs.writeFileSync(entry, program);
    expect(startDatabaseCheck(fileInUse(), entry, limits)()).toBeNull();
  }
});
