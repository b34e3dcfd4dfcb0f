/** Product tables and order numbers: per server, shared by practice servers, all or nothing. */
import { expect, test } from 'vitest';
import type { Product } from '../../../shared/domain/products/product.ts';
import { systemClock } from '../../../main/ports.ts';
import { openStore } from '../../../main/store/open-store.ts';
import type { Store } from '../../../main/store/store.ts';
import { temporaryHome } from './home.ts';

function opened(home = temporaryHome()): Store {
  const store = openStore(home, systemClock);
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

test('products last, by server; keys that fold to one are one', () => {
  const home = temporaryHome();
  const store = opened(home);
  store.products.save(live, [
    product('Choynak', 31, { variationId: 310, price: 150_000 }),
    product('CH-01', 31, { keyKind: 'code' }),
  ]);
  store.products.save(live, [product('CHOYNAK', 32)]);
  store.products.save('http://other.example/', [product('Choynak', 99)]);
  store.close();
  const again = opened(home);
  expect(again.products.list(live)).toEqual([product('CH-01', 31, { keyKind: 'code' }), product('CHOYNAK', 32)]);
  again.products.remove(live, [
    { keyKind: 'name', key: 'choynak' },
    { keyKind: 'code', key: 'none' },
  ]);
  expect(again.products.list(live)).toEqual([product('CH-01', 31, { keyKind: 'code' })]);
  expect(again.products.list('http://other.example/')).toHaveLength(1);
  again.close();
});

test('practice servers share one table and one row of numbers, and no other server has them', () => {
  const store = opened();
  store.products.save('practice:one', [product('Choynak', 31)]);
  expect(store.products.list('practice:two')).toHaveLength(1);
  expect(store.products.list(live)).toEqual([]);
  expect(store.orderNumbers.allocate('practice:one', ['a'], 5).get('a')).toBe(5);
  expect(store.orderNumbers.allocate('practice:two', ['a', 'b'], 5)).toEqual(
    new Map([
      ['a', 5],
      ['b', 6],
    ]),
  );
  expect(store.orderNumbers.allocate(live, ['b'], 5).get('b')).toBe(5);
  store.close();
});

test('products are saved all or none', () => {
  const store = opened();
  expect(() => store.products.save(live, [product('Choynak', 31), product('Piyola', 0)])).toThrow();
  expect(store.products.list(live)).toEqual([]);
  store.close();
});

test('numbers are given once and for ever, above the last one, and a later start only moves up', () => {
  const home = temporaryHome();
  const store = opened(home);
  expect([...store.orderNumbers.allocate(live, ['x', 'y'], 100)]).toEqual([
    ['x', 100],
    ['y', 101],
  ]);
  expect([...store.orderNumbers.preview(live, ['z', 'x'], 1)].toSorted()).toEqual([
    ['x', 100],
    ['z', 102],
  ]);
  expect(store.orderNumbers.allocate(live, ['z'], 500).get('z')).toBe(500);
  store.close();
  const again = opened(home);
  expect([...again.orderNumbers.allocate(live, ['y', 'w'], 100)].toSorted()).toEqual([
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
  expect([...store.orderNumbers.allocate(live, ['x', 'y'], 100)]).toEqual([
    ['x', 100],
    ['y', 102],
  ]);
  store.close();
});

test('a profile gets another name, and its headings and batches go with it', async () => {
  const store = opened();
  const { profileSchema } = await import('../../../shared/domain/model/profile.ts');
  store.profiles.save(profileSchema.parse({ name: 'Eski', columns: [{ heading: 'Telefon', field: 'phone' }] }));
  store.profiles.save(profileSchema.parse({ name: 'Band' }));
  store.profiles.remember(['Telefon'], 'Eski');
  const batch = await store.batches.createFromBytes(new Uint8Array([1]), 'a.csv');
  store.batches.setProfile(batch.id, 'Eski');
  expect(store.profiles.rename('Eski', 'Band')).toBe(false);
  expect(store.profiles.rename('Yoʻq', 'Yangi')).toBe(false);
  expect(store.profiles.rename('Eski', 'Yangi')).toBe(true);
  expect(store.profiles.list().map(({ name }) => name)).toEqual(['Band', 'Yangi']);
  expect(store.profiles.findByHeadings(['Telefon'])?.name).toBe('Yangi');
  expect(store.batches.get(batch.id)?.profile).toBe('Yangi');
  store.close();
});
