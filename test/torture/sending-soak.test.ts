/**
 * A hundred thousand orders, one in a hundred meets a fault, the process is killed three times: nothing lost, nothing
 * twice, and its memory does not grow with what it has sent.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../main/ports.ts';
import { startPracticeServer } from '../../main/practice/practice-server.ts';
import { openedStore, temporaryHome } from '../main/store/home.ts';
import { newBatch } from '../main/sending/orders.ts';

const orders = 100_000;
const faults = {
  'lost-answer': 0.002,
  'reset-before': 0.002,
  truncated: 0.002,
  '500-after': 0.001,
  '503': 0.0005,
  '429-bare': 0.0005,
  'late-commit': 0.001,
  'reset-after': 0.001,
};

interface Heard {
  readonly done: number;
  readonly rss: number;
}

/** Tells how far it has come and how large it is, now and then. */
function sending(task: object) {
  const child = spawn(
    process.execPath,
    [
      '--experimental-strip-types',
      '--no-warnings',
      '--expose-gc',
      path.resolve('test/torture/soak-child.ts'),
      JSON.stringify(task),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const heard: Heard[] = [];
  let rest = '';
  let ended: { readonly ended: string } | null = null;
  child.stdout.on('data', (chunk) => {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const told = JSON.parse(line) as Heard | { readonly ended: string };
      if ('ended' in told) ended = told;
      else heard.push(told);
    }
  });
  const over = once(child, 'close').then(() => ended);
  return { heard, over, kill: () => child.kill('SIGKILL') };
}

test('a hundred thousand orders', { timeout: 7_200_000 }, async () => {
  const practice = await startPracticeServer({ uniqueIds: false, faults, lateMs: 300 });
  onTestFinished(() => practice.stop());
  const home = temporaryHome();
  const store = openedStore(home);
  const batchId = await newBatch(store);
  store.close();
  const task = { home, batchId, url: practice.url, identity: practice.identity, orders, concurrency: 16 };
  for (const share of [0.2, 0.45, 0.7]) {
    const child = sending(task);
    while (practice.ledger().length < orders * share) await systemClock.sleep(50);
    child.kill();
    await child.over;
  }
  const last = sending(task);
  expect(await last.over).toMatchObject({ ended: 'finished' });
  const created = practice.ledger().map(({ orderId }) => orderId);
  expect(created).toHaveLength(orders);
  expect(new Set(created).size).toBe(orders);
  const reopened = openedStore(home);
  const states = new Map<string, number>();
  for (const { state } of reopened.outcomes.ofBatch(batchId).values()) states.set(state, (states.get(state) ?? 0) + 1);
  expect([...states]).toEqual([['accepted', orders]]);
  // Flat: what it holds at the end of a run is not much more than when it was warm.
  const { heard } = last;
  const warm = heard[Math.floor(heard.length * 0.2)]?.rss ?? 0;
  const end = heard.at(-1)?.rss ?? Infinity;
  console.log('memory, MB', { warm: warm >> 20, end: end >> 20, requests: practice.requests().length });
  expect(end - warm).toBeLessThan(80 << 20);
});
