/** What a team shares besides orders, on a real PostgreSQL: shops, products, what was settled, profiles, names of a WMS. */
import { describe, expect, it } from 'vitest';
import { upgradeTeam, parseDatabaseUrl } from '../../../main/team/set-up.ts';
import { profileSchema } from '../../../shared/domain/model/profile.ts';
import type { Product } from '../../../shared/domain/products/product.ts';
import { computer, newTeam, usePostgres, type Computer } from './computer.ts';
import { hasPostgres } from './postgres.ts';

const server = 'http://wms.example';
const product = (key: string, productId: number): Product => ({
  keyKind: 'name',
  key,
  productId,
  variationId: null,
  price: null,
});
const idsOf = ({ store }: Computer, shop = ''): Readonly<Record<string, number>> =>
  Object.fromEntries(store.products.list(server, shop).map(({ key, productId }) => [key, productId]));

/** Everybody tells and learns until there is nothing new. */
async function exchange(...team: readonly Computer[]): Promise<void> {
  for (let round = 0; round < 2; round++)
    for (const { team: session } of team) {
      await session.learn();
      await session.share();
    }
}

describe.skipIf(!hasPostgres)('what a team shares', () => {
  const postgres = usePostgres();

  it('one person maps a product, settles a text, saves a profile: all have it, and what is taken back is gone', async () => {
    const { file } = await newTeam(postgres());
    const [first, second] = [await computer(file, 'Aziza'), await computer(file, 'Bobur')];
    const shop = first.store.shops.add('Alfa', '').id;
    const other = first.store.shops.add('Beta', '').id;
    first.store.shops.change(shop, { numberStart: 5000 });
    first.store.products.save(server, shop, [product('Choy «qora» \u2028 №1', 17), product('Qand', 18)]);
    first.store.products.save('practice:1', shop, [product('Qand', 99)]);
    const meaning = { kind: 'value', field: 'region', value: 'Sam-d', text: 'Samarqand viloyati' } as const;
    first.store.settled.settle(shop, [meaning]);
    const constants = { region: 'Buxoro viloyati', full_name: 'Karimova Anora' };
    first.store.profiles.save(other, profileSchema.parse({ name: 'Tong', constants }));
    first.store.profiles.remember(other, ['A', 'B'], 'Tong');
    first.store.sameServers.answer(server, 'http://10.0.0.1', true);
    await exchange(first, second);
    expect(second.store.shops.list()).toEqual(first.store.shops.list());
    expect(idsOf(second, shop)).toEqual({ 'Choy «qora» \u2028 №1': 17, Qand: 18 });
    expect(second.store.products.list('practice:1', shop)).toEqual([]);
    expect(second.store.settled.get(shop).values).toMatchObject([{ field: 'region', text: 'Samarqand viloyati' }]);
    // A customer's constants stay where they are.
    expect(second.store.profiles.findByHeadings(other, ['B', 'A'])?.constants).toEqual({ region: 'Buxoro viloyati' });
    expect(second.store.sameServers.namesOf(server)).toEqual([server, 'http://10.0.0.1']);

    second.store.products.remove(server, shop, [{ keyKind: 'name', key: 'qand' }]);
    second.store.settled.takeBack(shop, meaning);
    second.store.profiles.save(other, profileSchema.parse({ name: 'Tong', constants: { region: 'Navoiy viloyati' } }));
    second.store.sameServers.takeBack('http://10.0.0.1', server);
    second.store.shops.change(other, { name: 'Beta savdo' });
    await exchange(second, first);
    expect(idsOf(first, shop)).toEqual({ 'Choy «qora» \u2028 №1': 17 });
    expect(first.store.settled.get(shop).values).toEqual([]);
    expect(first.store.profiles.get(other, 'Tong')?.constants).toEqual({
      region: 'Navoiy viloyati',
      full_name: 'Karimova Anora',
    });
    expect(first.store.sameServers.namesOf(server)).toEqual([server]);
    expect(first.store.shops.get(other)?.name).toBe('Beta savdo');
    second.store.shops.remove(other);
    await exchange(second, first);
    expect(first.store.shops.list().map(({ id }) => id)).toEqual([shop]);
    expect([first, second].flatMap(({ store }) => store.team.things.questions())).toEqual([]);
  });

  it('two who change one product at once see both and choose; nothing else is asked', async () => {
    const { file } = await newTeam(postgres());
    const [first, second] = [await computer(file, 'Aziza'), await computer(file, 'Bobur')];
    second.store.actAs('Bobur B.');
    first.store.products.save(server, '', [product('Choy', 17), product('Qand', 18)]);
    await exchange(first, second);
    first.store.products.save(server, '', [product('Choy', 20), product('Non', 30)]);
    second.store.products.save(server, '', [product('CHOY', 21), product('Non', 30)]);
    await second.team.share();
    await exchange(first, second);
    expect(second.store.team.things.questions()).toEqual([]);
    const { things } = first.store.team;
    const [asked, ...others] = things.questions();
    expect(others).toEqual([]);
    expect(asked).toMatchObject({ kind: 'product', by: 'Bobur B.', mayBeApart: false });
    expect([asked?.ours, asked?.theirs].map((one) => (JSON.parse(one ?? '') as Product).productId)).toEqual([20, 21]);
    // Until somebody has chosen each has its own.
    expect([idsOf(first)['Choy'], idsOf(second)['CHOY']]).toEqual([20, 21]);
    // A question that was seen before the entry changed again is another one.
    second.store.products.save(server, '', [product('Choy', 22)]);
    await exchange(second, first);
    expect(() => things.choose(asked?.id ?? '', 'theirs')).toThrow('team.questionGone');
    things.choose(things.questions()[0]?.id ?? '', 'ours');
    await exchange(first, second);
    expect([idsOf(first), idsOf(second)]).toEqual([
      { Choy: 20, Non: 30, Qand: 18 },
      { Choy: 20, Non: 30, Qand: 18 },
    ]);
    first.store.products.remove(server, '', [{ keyKind: 'name', key: 'Non' }]);
    second.store.products.save(server, '', [product('Non', 31)]);
    await exchange(first, second);
    // Whichever of them told it last is asked.
    const [theirs, ours] = [second, first].map(({ store }) => store.team.things.questions());
    if (theirs?.[0]) expect(theirs[0]).toMatchObject({ theirs: null, by: 'Aziza' });
    else expect(ours?.[0]).toMatchObject({ ours: null, by: 'Bobur B.' });
    if (theirs?.[0]) second.store.team.things.choose(theirs[0].id, 'theirs');
    else first.store.team.things.choose(ours?.[0]?.id ?? '', 'ours');
    await exchange(second, first);
    expect([idsOf(first), idsOf(second)]).toEqual([
      { Choy: 20, Qand: 18 },
      { Choy: 20, Qand: 18 },
    ]);
  });

  it('who joins brings her shops: one that may be another is asked about, and stays her own where it is', async () => {
    const { file } = await newTeam(postgres());
    const first = await computer(file, 'Aziza');
    first.store.products.save(server, '', [product('Choy', 17), product('Qand', 18)]);
    await exchange(first);
    // Alike as far as both know: the same shop, unasked.
    const alike = await computer(file, 'Bobur');
    await alike.team.close();
    alike.store.team.leave();
    alike.store.products.save(server, '', [product('Non', 30)]);
    const again = await computer(file, 'Bobur', alike.home);
    expect(again.store.team.things.questions()).toEqual([]);
    await exchange(again, first);
    expect(idsOf(first)).toEqual({ Choy: 17, Non: 30, Qand: 18 });

    const stranger = await computer(file, 'Vali');
    expect(idsOf(stranger)).toEqual({ Choy: 17, Non: 30, Qand: 18 });
    await stranger.team.close();
    stranger.store.team.leave();
    stranger.store.products.remove(server, '', [
      { keyKind: 'name', key: 'Choy' },
      { keyKind: 'name', key: 'Non' },
    ]);
    stranger.store.products.save(server, '', [product('Qand', 77), product('Suv', 78)]);
    const joined = await computer(file, 'Vali', stranger.home);
    const { things } = joined.store.team;
    await exchange(joined, first);
    expect(things.questions()).toMatchObject([{ kind: 'shop', mayBeApart: true, by: 'Aziza' }]);
    // Nothing of it goes either way until then.
    expect([idsOf(joined), idsOf(first)]).toEqual([
      { Qand: 77, Suv: 78 },
      { Choy: 17, Non: 30, Qand: 18 },
    ]);
    things.choose(things.questions()[0]?.id ?? '', 'apart');
    joined.store.products.save(server, '', [product('Tuz', 79)]);
    await exchange(joined, first);
    expect([things.questions(), idsOf(first)]).toEqual([[], { Choy: 17, Non: 30, Qand: 18 }]);
    // The same outside id of two shops is two orders.
    const numberOf = async ({ team, store }: Computer) => {
      await team.numbers(server, '', ['X-1'], 500);
      return store.orderNumbers.allocate(server, '', ['X-1'], 500).get('X-1');
    };
    expect([await numberOf(first), await numberOf(joined)]).toEqual([500, 501]);
  });

  it('one shop after all: its products become common, and what both say otherwise is asked', async () => {
    const { file } = await newTeam(postgres());
    const first = await computer(file, 'Aziza');
    first.store.products.save(server, '', [product('Qand', 18), product('Choy', 17)]);
    await exchange(first);
    const second = await computer(file, 'Bobur');
    await second.team.close();
    second.store.team.leave();
    second.store.products.save(server, '', [product('Qand', 19), product('Suv', 78)]);
    const joined = await computer(file, 'Bobur', second.home);
    const { things } = joined.store.team;
    things.choose(things.questions()[0]?.id ?? '', 'theirs');
    await exchange(joined, first);
    expect(idsOf(first)).toEqual({ Choy: 17, Qand: 18, Suv: 78 });
    const [asked, ...more] = things.questions();
    expect([asked?.kind, more]).toEqual(['product', []]);
    things.choose(asked?.id ?? '', 'ours');
    await exchange(joined, first);
    expect(idsOf(first)).toEqual({ Choy: 17, Qand: 19, Suv: 78 });
  });

  it('T7: sealed, and nothing of a customer; and a database of before goes on, until it is brought to this version', async () => {
    const { file, url } = await newTeam(postgres());
    await postgres().query(
      url,
      'DROP TABLE order_importer.things, order_importer.decisions, order_importer.pace; UPDATE order_importer.team SET version = 1',
    );
    const [first, second] = [await computer(file, 'Aziza'), await computer(file, 'Bobur')];
    expect([first.isConnected, first.team.sharing.isOpen]).toEqual([true, false]);
    const canary = 'Qizilqumova';
    first.store.products.save(server, '', [product(canary, 17)]);
    first.store.settled.settle('', [
      { kind: 'rows', heading: 'Mijoz ismi', value: canary },
      { kind: 'rows', heading: 'Kuryer', value: canary },
    ]);
    first.store.profiles.save('', profileSchema.parse({ name: canary, constants: { address: canary, city: canary } }));
    await exchange(first, second);
    expect(idsOf(second)).toEqual({});
    expect(await upgradeTeam(parseDatabaseUrl(url, null))).toBe(true);
    expect(await upgradeTeam(parseDatabaseUrl(url, null))).toBe(false);
    await exchange(first, second);
    expect(idsOf(second)).toEqual({ [canary]: 17 });
    // Rows that are left out by a customer's name are this computer's.
    expect(second.store.settled.get('').rows.map(({ heading }) => heading)).toEqual(['Kuryer']);
    expect(second.store.profiles.get('', canary)?.constants).toEqual({ city: canary });
    const rows = await postgres().query(url, 'SELECT t::text AS row FROM order_importer.things t');
    expect(rows.length).toBeGreaterThan(3);
    expect(JSON.stringify(rows)).not.toContain(canary);
    expect(JSON.stringify(rows)).not.toContain('wms.example');
  });

  it('what a database that was set back has lost is told again, and no older value comes back', async () => {
    const { file, url } = await newTeam(postgres());
    const [first, second] = [await computer(file, 'Aziza'), await computer(file, 'Bobur')];
    first.store.products.save(server, '', [product('Choy', 17)]);
    await exchange(first, second);
    await postgres().query(url, 'CREATE TABLE public.backup AS SELECT * FROM order_importer.things');
    first.store.products.save(server, '', [product('Choy', 20), product('Qand', 18)]);
    await exchange(first, second);
    await postgres().query(
      url,
      `DELETE FROM order_importer.things; INSERT INTO order_importer.things SELECT * FROM public.backup;
       UPDATE order_importer.team SET set_back = set_back + 1`,
    );
    await exchange(second, first);
    expect([idsOf(first), idsOf(second)]).toEqual([
      { Choy: 20, Qand: 18 },
      { Choy: 20, Qand: 18 },
    ]);
    const [{ n } = { n: 0 }] = await postgres().query(url, `SELECT count(*)::int AS n FROM order_importer.things`);
    // The shop and its two products.
    expect(n).toBe(3);
  });
});
