import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openCustomers, type Customers } from '../../../main/store/customers.ts';
import { Database } from '../../../main/store/database.ts';
import type { Store } from '../../../main/store/store.ts';
import { openedStore, temporaryHome } from './home.ts';

/** A file with so many orders, of customers who are numbered. */
async function file(store: Store, from: number, count: number): Promise<string> {
  const { id } = await store.batches.createFromBytes(new TextEncoder().encode(String(from)), `${from}.csv`);
  store.journal.transaction(() => {
    for (let orderId = from; orderId < from + count; orderId++)
      store.journal.freeze(id, 'http://wms.example', {
        ...{ orderKey: String(orderId), orderId, rows: [2], bodyHash: String(orderId) },
        body: JSON.stringify({ order_id: orderId, full_name: `Mijoz${orderId} Aliyev`, phone: '+998901234567' }),
      });
  });
  return id;
}

function opened(home: string): Customers {
  const database = new Database(path.join(home, 'order-importer.db'));
  onTestFinished(() => database.close());
  return openCustomers(database);
}

/** Whom a search compares: all whose texts it has or makes. */
function compared(customers: Customers): string[] {
  const seen: string[] = [];
  for (const id of customers.find(({ folded }) => seen.push(folded.trim()) === 0)) throw new Error(`${id}`);
  return seen;
}

test('a search goes through the latest first, and no further than whoever asked goes on', async () => {
  const home = temporaryHome();
  const store = openedStore(home);
  const customers = opened(home);
  await file(store, 1, 5_000);
  let looks = 0;
  for (const id of customers.find(({ folded }) => ++looks > 0 && folded.includes('mijoz4999'))) {
    expect(id).toBe(4_999);
    break;
  }
  expect(looks).toBe(2);
  expect(compared(customers)).toEqual(Array.from({ length: 5_000 }, (_, at) => `mijoz${5_000 - at} aliyev`));
  await file(store, 5_001, 2);
  expect(compared(customers).slice(0, 3)).toEqual(['mijoz5002 aliyev', 'mijoz5001 aliyev', 'mijoz5000 aliyev']);
  expect(compared(customers)).toHaveLength(5_002);
});

test('what is read ahead, piece by piece, is what a search would have read', async () => {
  const home = temporaryHome();
  const store = openedStore(home);
  const customers = opened(home);
  expect(customers.takeMore()).toBe(false);
  await file(store, 1, 4_500);
  customers.forget();
  let pieces = 1;
  while (customers.takeMore()) pieces++;
  expect(pieces).toBeGreaterThan(1);
  expect(compared(customers)).toEqual(compared(opened(home)));
});

test('nothing of a customer whose data another process erased is compared any more', async () => {
  const home = temporaryHome();
  const store = openedStore(home);
  const customers = opened(home);
  const erased = await file(store, 1, 2);
  await file(store, 3, 1);
  expect(compared(customers)).toHaveLength(3);
  await store.batches.remove(erased);
  expect(compared(customers)).toEqual(['mijoz3 aliyev']);
});

test('what is sent after a search that found nothing is found', async () => {
  const home = temporaryHome();
  const store = openedStore(home);
  const customers = opened(home);
  expect(compared(customers)).toEqual([]);
  await file(store, 1, 1);
  expect(compared(customers)).toEqual(['mijoz1 aliyev']);
});
