/** Product tables: per server, all or nothing. */
import { firstShop } from '../../../shared/domain/model/shop.ts';
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
  store.products.save(live, firstShop, [
    product('Choynak', 31, { variationId: 310, price: 150_000 }),
    product('CH-01', 31, { keyKind: 'code' }),
  ]);
  store.products.save(live, firstShop, [product('CHOYNAK', 32)]);
  store.products.save('http://other.example/', firstShop, [product('Choynak', 99)]);
  store.close();
  const again = opened(home);
  expect(again.products.list(live, firstShop)).toEqual([
    product('CH-01', 31, { keyKind: 'code' }),
    product('CHOYNAK', 32),
  ]);
  again.products.remove(live, firstShop, [
    { keyKind: 'name', key: 'choynak' },
    { keyKind: 'code', key: 'none' },
  ]);
  expect(again.products.list(live, firstShop)).toEqual([product('CH-01', 31, { keyKind: 'code' })]);
  expect(again.products.list('http://other.example/', firstShop)).toHaveLength(1);
  again.close();
});

test('products are saved all or none', () => {
  const store = opened();
  expect(() => store.products.save(live, firstShop, [product('Choynak', 31), product('Piyola', 0)])).toThrow();
  expect(store.products.list(live, firstShop)).toEqual([]);
  store.close();
});
