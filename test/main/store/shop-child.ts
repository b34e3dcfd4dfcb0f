/**
 * A process that does what the forms of shops do, one act after another, and kills itself in the middle of one or right
 * behind it. Arguments, as JSON: home, act (its index), point.
 */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { systemClock } from '../../../main/ports.ts';
import { Database } from '../../../main/store/database.ts';
import { openStore } from '../../../main/store/open-store.ts';
import type { Store } from '../../../main/store/store.ts';

export const server = 'http://wms.example';

/** Adding (which names the first one), renaming, the key, removing, and adding again. */
export const shopActs: readonly (readonly [name: string, act: (store: Store) => unknown])[] = [
  ['add', ({ shops }) => shops.add('Atlas', 'Asosiy doʻkon')],
  ['change', ({ shops }) => shops.change('atlas', { name: 'Atlas Plus', account: 7, numberStart: 5000 })],
  ['key', ({ secrets }) => secrets.set(`key:${server} atlas`, new Uint8Array([1, 2, 3]))],
  ['remove', ({ shops }) => shops.remove('atlas')],
  ['add again', ({ shops }) => shops.add('Atlas', 'Asosiy doʻkon')],
];

/** `inside`: its first statement that writes was run; `done`: all of it was, and nothing more. */
export const shopPoints = ['inside', 'done'] as const;

/** Everything that the acts could leave half done. */
export function shopState({ shops, secrets, products, batches }: Store): string {
  return JSON.stringify([
    shops.list(),
    secrets.names().map((name) => [name, [...(secrets.get(name) ?? [])]]),
    shops.list().map(({ id }) => products.list(server, id)),
    batches.list().map(({ id, shop }) => [id, shop]),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { home, act, point } = z
    .object({ home: z.string(), act: z.int(), point: z.enum(shopPoints) })
    .parse(JSON.parse(process.argv[2] ?? '{}'));
  const die = (): void => void process.kill(process.pid, 'SIGKILL');
  const run = Reflect.get(Database.prototype, 'run') as Database['run'];
  let isThere = false;
  Database.prototype.run = function runUntil(sql, ...values) {
    const result = run.call(this, sql, ...values);
    if (isThere && point === 'inside') die();
    return result;
  };
  const store = openStore(home, systemClock);
  if (!store.ok) throw new Error(store.error.code);
  for (const [index, [, doIt]] of shopActs.entries()) {
    isThere = index === act;
    doIt(store.value);
    if (isThere) die();
  }
}
