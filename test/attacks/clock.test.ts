/** A computer's clock that is wrong for one command: nothing is erased by it, and nothing that is open ever is by time. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from '../../main/ports.ts';
import { openStore } from '../../main/store/open-store.ts';
import { valueOrThrow } from '../../shared/result.ts';
import { accepted, hostileWms } from './hostile-wms.ts';
import { Office, orderList } from './office.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 9, 1, 8);
let now = start;

beforeEach(() => {
  now = start;
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(now);
});
afterEach(() => {
  vi.useRealTimers();
});

function pass(ms: number): void {
  now += ms;
  vi.setSystemTime(now);
}

async function office(): Promise<Office> {
  const one = new Office();
  const store = valueOrThrow(openStore(one.home, systemClock));
  store.settings.set({ retentionDays: 30 });
  store.close();
  await one.terminal.run('batches');
  return one;
}

const files = async (one: Office): Promise<string[]> =>
  (JSON.parse((await one.terminal.run('batches', '--json')).output) as { file: string }[])
    .map(({ file }) => file)
    .toSorted();

it('40 days ahead for one command purges nothing; the days themselves do', async () => {
  const wms = await hostileWms((orderId) => (orderId === 7 ? { status: 502, body: '' } : accepted(orderId)));
  const one = await office();
  await one.send(wms.url, 'done.csv', orderList(1, 4));
  await one.send(wms.url, 'unknown.csv', orderList(7, 9));
  pass(day);
  await one.terminal.run('batches');
  for (const jump of [40 * day, 400 * day]) {
    vi.setSystemTime(now + jump);
    expect(await files(one)).toEqual(['done.csv', 'unknown.csv']);
    vi.setSystemTime(now + jump + 3_600_000);
    expect(await files(one)).toEqual(['done.csv', 'unknown.csv']);
    vi.setSystemTime(now);
    expect(await files(one)).toEqual(['done.csv', 'unknown.csv']);
    pass(day);
    expect(await files(one)).toEqual(['done.csv', 'unknown.csv']);
  }
  pass(40 * day);
  await files(one);
  pass(day);
  // What nobody knows the fate of stays, however long it takes.
  expect(await files(one)).toEqual(['unknown.csv']);
  expect((await one.resume()).orders).toMatchObject({ unknown: 1, accepted: 1 });
});

it('orders that wait are kept; those that are ready are named, and removed when a person agrees', async () => {
  const wms = await hostileWms((orderId) => (orderId >= 20 ? { body: '<html>' } : accepted(orderId)));
  const one = await office();
  // The run pauses at the first order: the others stay ready, and the first is not known.
  await one.send(wms.url, 'waiting.csv', orderList(20, 25), '--concurrency', '1');
  const store = valueOrThrow(openStore(one.home, systemClock));
  const { id } = await store.batches.createFromBytes(new TextEncoder().encode(orderList(30, 33)), 'ready.csv');
  const [sent] = store.batches.list();
  store.batches.setCounts(id, {
    ...store.batches.get(sent?.id === id ? (store.batches.list()[1]?.id ?? id) : (sent?.id ?? id))!.counts!,
    ready: 3,
    total: 3,
  });
  store.close();
  for (const days of [1, 40, 1]) {
    pass(days * day);
    await files(one);
  }
  expect(await files(one)).toEqual(['ready.csv', 'waiting.csv']);
  const named = await one.terminal.run('batches');
  expect(named.remarks).toContain('ready.csv');
  expect(named.remarks).not.toContain('waiting.csv');
  expect((await one.terminal.run('batches', '--remove-expired')).output).toMatch(/1 file/u);
  expect(await files(one)).toEqual(['waiting.csv']);
});
