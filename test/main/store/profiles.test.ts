/** Profiles and the headings and batches that go with them. */
import { firstShop } from '../../../shared/domain/model/shop.ts';
import { expect, test } from 'vitest';
import { systemClock } from '../../../main/ports.ts';
import { openStore } from '../../../main/store/open-store.ts';
import type { Store } from '../../../main/store/store.ts';
import { temporaryHome } from './home.ts';

function opened(home = temporaryHome()): Store {
  const store = openStore(home, systemClock);
  if (!store.ok) throw new Error(store.error.code);
  return store.value;
}

test('a profile gets another name, and its headings and batches go with it', async () => {
  const store = opened();
  const { profileSchema } = await import('../../../shared/domain/model/profile.ts');
  store.profiles.save(
    firstShop,
    profileSchema.parse({ name: 'Eski', columns: [{ heading: 'Telefon', field: 'phone' }] }),
  );
  store.profiles.save(firstShop, profileSchema.parse({ name: 'Band' }));
  store.profiles.remember(firstShop, ['Telefon'], 'Eski');
  const batch = await store.batches.createFromBytes(new Uint8Array([1]), 'a.csv');
  store.batches.setProfile(batch.id, 'Eski');
  expect(store.profiles.rename(firstShop, 'Eski', 'Band')).toBe(false);
  expect(store.profiles.rename(firstShop, 'Yoʻq', 'Yangi')).toBe(false);
  expect(store.profiles.rename(firstShop, 'Eski', 'Yangi')).toBe(true);
  expect(store.profiles.list(firstShop).map(({ name }) => name)).toEqual(['Band', 'Yangi']);
  expect(store.profiles.findByHeadings(firstShop, ['Telefon'])?.name).toBe('Yangi');
  expect(store.batches.get(batch.id)?.profile).toBe('Yangi');
  store.close();
});
