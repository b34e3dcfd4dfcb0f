/** Shops in the store: a home from before there were any, adding, removing and coming back, and what belongs to whom. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstShop } from '../../../shared/domain/model/shop.ts';
import { profileSchema } from '../../../shared/domain/model/profile.ts';
import { systemClock } from '../../../main/ports.ts';
import { Database } from '../../../main/store/database.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { migrate, migrations } from '../../../main/store/schema.ts';
import type { Store } from '../../../main/store/store.ts';
import { killedEnd } from '../../support/killed.ts';
import { sharedEntries } from '../../support/ledger-text.ts';
import { temporaryHome } from './home.ts';
import { server, shopActs, shopPoints, shopState } from './shop-child.ts';

const live = 'http://wms.example';
const shopsMigration = migrations.findIndex((step) => step.includes('CREATE TABLE shops'));
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return '';
  } catch (error) {
    return (error as { failure: { code: string } }).failure.code;
  }
};

function opened(home = temporaryHome()): Store {
  const store = openStore(home, systemClock);
  if (!store.ok) throw new Error(store.error.code);
  return store.value;
}

describe('a home from before there were shops', () => {
  it('has one shop without a name, with all that it had', () => {
    const home = temporaryHome();
    const database = new Database(path.join(home, 'order-importer.db'));
    migrate(database, migrations.slice(0, shopsMigration));
    const profile = profileSchema.parse({ name: 'Buyurtmalar' });
    database.exec(`
      INSERT INTO products VALUES ('${live}', 'name', 'choynak', 'Choynak', 17, 18, 150000);
      INSERT INTO order_numbers VALUES ('${live}', 'A-15', 700001);
      INSERT INTO profiles VALUES ('Buyurtmalar', '${JSON.stringify(profile)}', 5);
      INSERT INTO profile_headings VALUES ('print', 'Buyurtmalar');
      INSERT INTO ledger_imports VALUES ('${live}', 1001, 'accepted', NULL, 'old.csv', 4, 7);
      INSERT INTO batches (id, file_name, extension, file_hash, size, created_at, opened_at, choices, profile)
        VALUES ('b', 'a.csv', 'csv', 'h', 1, 1, 1, '{}', 'Buyurtmalar');`);
    database.close();
    const store = opened(home);
    expect(store.shops.list()).toEqual([{ id: firstShop, name: '', numberStart: null, account: null }]);
    expect(store.products.list(live, firstShop)).toMatchObject([{ key: 'Choynak', productId: 17, variationId: 18 }]);
    expect(store.orderNumbers.allocate(live, firstShop, ['A-15'], 5).get('A-15')).toBe(700_001);
    expect(store.profiles.list(firstShop)).toEqual([profile]);
    expect(store.batches.get('b')).toMatchObject({ shop: firstShop, profile: 'Buyurtmalar' });
    expect(store.ledger.find(live, [1001], null).get(1001)?.shop).toBeUndefined();
    // A second shop has nothing of it.
    const { id } = store.shops.add('Atlas', 'Asosiy doʻkon');
    expect(store.shops.list().map(({ name }) => name)).toEqual(['Asosiy doʻkon', 'Atlas']);
    expect(store.products.list(live, id)).toEqual([]);
    expect(store.profiles.list(id)).toEqual([]);
    expect(store.orderNumbers.allocate(live, id, ['A-15'], 700_001).get('A-15')).toBe(700_002);
    store.close();
  });
});

describe('shops', () => {
  it('of a home that holds nothing are only those that are added', () => {
    const store = opened();
    const atlas = store.shops.add('Atlas', 'Main');
    store.shops.add('Bodom', 'Main');
    expect(store.shops.list().map(({ id }) => id)).toEqual(['atlas', 'bodom']);
    expect(codeOf(() => store.shops.add(' ATLAS ', 'Main'))).toBe('shop.nameTaken');
    store.shops.change(atlas.id, { name: 'Chinor', account: 4, numberStart: 500 });
    expect(store.shops.get('atlas')).toEqual({ id: 'atlas', name: 'Chinor', account: 4, numberStart: 500 });
    expect(codeOf(() => store.shops.change('bodom', { name: 'chinor' }))).toBe('shop.nameTaken');
    // Its id is another's name now.
    expect(store.shops.add('Atlas', 'Main').id).toBe('atlas 2');
    store.shops.remove('bodom');
    store.shops.remove('atlas 2');
    expect(codeOf(() => store.shops.remove('atlas'))).toBe('shop.last');
    store.close();
  });

  it('have a range of numbers of their own', () => {
    const store = opened();
    const { id } = store.shops.add('Atlas', 'Main');
    store.shops.change(id, { numberStart: 500_000 });
    expect(store.orderNumbers.startOfDay(live, id)).toBe(500_000);
    store.orderNumbers.allocate(live, id, ['x'], 500_000);
    expect(store.orderNumbers.startOfDay(live, id)).toBe(500_001);
    store.close();
  });

  it('own their batches: one that was sent stays, and earlier files tell of later ones', async () => {
    const store = opened();
    const [atlas, bodom] = [store.shops.add('Atlas', 'Main'), store.shops.add('Bodom', 'Main')];
    const batch = await store.batches.createFromBytes(new Uint8Array([1]), 'orders 24.11.csv');
    expect(batch.shop).toBeNull();
    expect(store.batches.setShop(batch.id, atlas.id)).toMatchObject({ ok: true, value: { shop: 'atlas' } });
    expect(store.batches.earlierFiles('orders 25.11.csv', null).sameName).toEqual(['atlas']);
    expect(store.batches.findSameFile({ fileHash: batch.fileHash, shop: bodom.id })).toBeNull();
    store.journal.freeze(batch.id, live, { orderKey: '1', orderId: 1, rows: [2], body: '{}', bodyHash: 'h' });
    expect(store.batches.setShop(batch.id, bodom.id)).toMatchObject({ ok: false, error: { code: 'batch.shopFixed' } });
    expect(store.batches.setShop(batch.id, atlas.id).ok).toBe(true);
    store.close();
  });

  it('stand in the shared ledger, and in what was merged from it', () => {
    const [one, other] = [opened(), opened()];
    const entry = {
      orderId: 5,
      state: 'accepted',
      bodyHash: null,
      fileName: 'a.csv',
      wmsId: 1,
      at: 9,
      keys: [],
    } as const;
    one.shops.add('Atlas', 'Main');
    one.ledger.merge([{ ...entry, server: live, shop: { id: 'bodom', name: 'Bodom' } }]);
    other.ledger.merge(sharedEntries(one));
    expect(other.ledger.find(live, [5], null).get(5)?.shop).toEqual({ id: 'bodom', name: 'Bodom' });
    one.close();
    other.close();
  });
});

it('another computer’s first shop is ours, where both are called so from then on: no two have one name', () => {
  const store = opened();
  store.products.save(live, firstShop, [
    { keyKind: 'name', key: 'Choynak', productId: 17, variationId: null, price: null },
  ]);
  const theirs = [
    { id: firstShop, name: 'Asosiy doʻkon', numberStart: 700, account: 7 },
    { id: 'nur', name: 'Nur', numberStart: null, account: null },
  ];
  expect(theirs.map((shop) => store.shops.adopt(shop, 'Asosiy doʻkon', true)?.id)).toEqual([firstShop, 'nur']);
  expect(store.shops.list()).toMatchObject([{ id: firstShop, name: 'Asosiy doʻkon', account: 7 }, { name: 'Nur' }]);
  store.close();
});

describe('a process that is killed in the middle of a shop’s form', () => {
  /** A home that has something, so that its nameless shop is somebody's. */
  const lived = (): string => {
    const home = temporaryHome();
    const store = opened(home);
    store.products.save(server, firstShop, [
      { keyKind: 'name', key: 'Choynak', productId: 17, variationId: null, price: null },
    ]);
    store.close();
    return home;
  };
  const stateOf = (home: string): string => {
    const store = opened(home);
    const state = shopState(store);
    store.close();
    return state;
  };

  it.each(shopActs.map(([name], act) => ({ name, act })))('leaves all of it or nothing: $name', ({ act }) => {
    const whole = lived();
    const store = opened(whole);
    const states = [
      shopState(store),
      ...shopActs.map(([, doIt]) => {
        doIt(store);
        return shopState(store);
      }),
    ];
    store.close();
    for (const point of shopPoints) {
      const home = lived();
      const child = spawnSync(
        process.execPath,
        [
          '--experimental-strip-types',
          '--no-warnings',
          path.resolve('test/main/store/shop-child.ts'),
          JSON.stringify({ home, act, point }),
        ],
        { encoding: 'utf8' },
      );
      expect(child).toMatchObject({ ...killedEnd, stderr: '' });
      // The key is one statement: once it was run it is kept.
      const isKept = point === 'done' || shopActs[act]?.[0] === 'key';
      expect(stateOf(home)).toBe(states[isKept ? act + 1 : act]);
    }
  });
});
