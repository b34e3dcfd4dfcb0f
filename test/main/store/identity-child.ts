/**
 * A process that opens a home, makes its keys again where it must, and kills itself on the way. Arguments, as JSON: home,
 * point (where it kills itself).
 */
import { z } from 'zod';
import { systemClock } from '../../../main/ports.ts';
import { Database } from '../../../main/store/database.ts';
import { openStore } from '../../../main/store/open-store.ts';

export const remakingPoints = ['begun', 'firstKey', 'halfOfKeys', 'secretNoted', 'committed'] as const;

const { home, point } = z
  .object({ home: z.string(), point: z.enum(remakingPoints) })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

const die = (): void => void process.kill(process.pid, 'SIGKILL');
const [exec, run] = [
  Reflect.get(Database.prototype, 'exec') as Database['exec'],
  Reflect.get(Database.prototype, 'run') as Database['run'],
];
let isRemaking = false;
let keys = 0;

Database.prototype.exec = function execUntil(sql) {
  exec.call(this, sql);
  if (isRemaking && sql === 'BEGIN IMMEDIATE' && point === 'begun') die();
  if (isRemaking && sql === 'COMMIT' && point === 'committed') die();
};
Database.prototype.run = function runUntil(sql, ...values) {
  const result = run.call(this, sql, ...values);
  if (isRemaking && sql.includes('INTO identity_keys')) {
    keys++;
    if ((point === 'firstKey' && keys === 1) || (point === 'halfOfKeys' && keys === 7)) die();
  }
  if (isRemaking && sql.includes('INTO identity_secret') && point === 'secretNoted') die();
  return result;
};

const store = openStore(home, systemClock);
if (!store.ok) throw new Error(store.error.code);
isRemaking = true;
store.value.identities.secret();
process.stdout.write('done\n');
store.value.close();
