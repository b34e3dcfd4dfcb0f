/** Our numbers for foreign order ids: given once and for ever, per server. */
import { firstShop } from '../../../shared/domain/model/shop.ts';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Product } from '../../../shared/domain/products/product.ts';
import { createKeyMaker } from '../../../main/platform/order-keys.ts';
import { systemClock } from '../../../main/ports.ts';
import { openStore } from '../../../main/store/open-store.ts';
import type { Store } from '../../../main/store/store.ts';
import { temporaryHome } from './home.ts';

function opened(home = temporaryHome(), clock = systemClock): Store {
  const store = openStore(home, clock);
  if (!store.ok) throw new Error(store.error.code);
  return store.value;
}

const product = (key: string, productId: number, more: Partial<Product> = {}): Product => ({
  keyKind: 'name',
  key,
  productId,
  variationId: null,
  price: null,
  ...more,
});

const live = 'http://wms.example/';

test('practice servers share one table and one row of numbers, and no other server has them', () => {
  const store = opened();
  store.products.save('practice:one', firstShop, [product('Choynak', 31)]);
  expect(store.products.list('practice:two', firstShop)).toHaveLength(1);
  expect(store.products.list(live, firstShop)).toEqual([]);
  expect(store.orderNumbers.allocate('practice:one', firstShop, ['a'], 5).get('a')).toBe(5);
  expect(store.orderNumbers.allocate('practice:two', firstShop, ['a', 'b'], 5)).toEqual(
    new Map([
      ['a', 5],
      ['b', 6],
    ]),
  );
  expect(store.orderNumbers.allocate(live, firstShop, ['b'], 5).get('b')).toBe(5);
  store.close();
});

test('numbers are given once and for ever, above the last one, and a later start only moves up', () => {
  const home = temporaryHome();
  const store = opened(home);
  expect([...store.orderNumbers.allocate(live, firstShop, ['x', 'y'], 100)]).toEqual([
    ['x', 100],
    ['y', 101],
  ]);
  expect([...store.orderNumbers.preview(live, firstShop, ['z', 'x'], 1)].toSorted()).toEqual([
    ['x', 100],
    ['z', 102],
  ]);
  expect(store.orderNumbers.allocate(live, firstShop, ['z'], 500).get('z')).toBe(500);
  store.close();
  const again = opened(home);
  expect([...again.orderNumbers.allocate(live, firstShop, ['y', 'w'], 100)].toSorted()).toEqual([
    ['w', 501],
    ['y', 101],
  ]);
  again.close();
});

test('a number that an order of this server bears is passed over', async () => {
  const store = opened();
  const batch = await store.batches.createFromBytes(new Uint8Array([1]), 'a.csv');
  const draft = { orderKey: '101', orderId: 101, rows: [2], body: '{}', bodyHash: 'h' };
  const frozen = store.journal.freeze(batch.id, live, draft);
  expect('blocked' in frozen).toBe(false);
  expect([...store.orderNumbers.allocate(live, firstShop, ['x', 'y'], 100)]).toEqual([
    ['x', 100],
    ['y', 102],
  ]);
  store.close();
});

test('an order that was sent keeps its number where this table came back older; never does another id share it', () => {
  const store = opened();
  const keys = createKeyMaker(store.identities.secret(), firstShop);
  store.identities.learn(live, 100, [keys.ofOutsideId('sent')]);
  expect([...store.orderNumbers.preview(live, firstShop, ['new', 'sent'], 100)].toSorted()).toEqual([
    ['new', 101],
    ['sent', 100],
  ]);
  expect(store.orderNumbers.allocate(live, firstShop, ['sent'], 7).get('sent')).toBe(100);
  store.identities.learn(live, 100, [keys.ofOutsideId('stranger')]);
  expect(store.orderNumbers.allocate(live, firstShop, ['stranger', 'sent'], 7)).toEqual(new Map([['sent', 100]]));
  store.close();
});

test('the start that is offered says the day and the computer, is free, and stays the same after a restart', () => {
  const home = temporaryHome();
  writeFileSync(path.join(home, 'office-part'), '42\n');
  const on = (day: number) => ({ ...systemClock, now: () => Date.UTC(2026, 10, day, 9) });
  const first = opened(home, on(24));
  expect(first.orderNumbers.startOfDay(live, firstShop)).toBe(1_632_842_001);
  first.orderNumbers.allocate(live, firstShop, ['a', 'b'], 1_632_842_001);
  first.ledger.merge([
    {
      ...{ server: live, orderId: 1_632_842_003, state: 'accepted', bodyHash: null },
      ...{ fileName: 'a.csv', wmsId: null, at: 1, keys: [] },
    },
  ]);
  expect(first.orderNumbers.startOfDay(live, firstShop)).toBe(1_632_842_004);
  first.close();
  const next = opened(home, on(25));
  expect(next.orderNumbers.startOfDay(live, firstShop)).toBe(1_632_942_001);
  next.close();

  const other = temporaryHome();
  const drawn = opened(other, on(24));
  const start = drawn.orderNumbers.startOfDay(live, firstShop);
  expect(Math.floor(start / 100_000)).toBe(16_328);
  drawn.close();
  const again = opened(other, on(24));
  expect(again.orderNumbers.startOfDay(live, firstShop)).toBe(start);
  again.close();
});
