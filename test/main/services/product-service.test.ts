/** The product table and what is remembered, as the window has them: one change is followed by every open batch. */
import { firstShop } from '../../../shared/domain/model/shop.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbookFile } from '../../support/read-written-files.ts';
import { startServices, type Services } from '../../support/services.ts';
import { temporaryFolder } from '../../support/terminal.ts';

const server = 'https://wms.example/';
const headings = 'Buyurtma raqami;Yetkazish sanasi;Mijoz;Telefon;Manzil;Viloyat;Mahsulot;Soni;Narxi';
const row = (id: string, product: string) =>
  `${id};25.11.2027 14:00;Karimova Aziza;+998901234567;Navoiy 5;Buxoro viloyati;${product};1;1000`;

async function opened(
  services: Services,
  home: string,
  name: string,
  rows: readonly string[],
  head = headings,
): Promise<string> {
  const file = path.join(home, name);
  writeFileSync(file, [head, ...rows].join('\n'));
  const [batchId = ''] = await services.files.addFile(file, server);
  await services.batches.open(batchId, server);
  return batchId;
}

describe('the product table', () => {
  it('«this name is product 17» holds for all rows of all open files, and for tomorrow’s', async () => {
    const home = temporaryFolder();
    const services = startServices(home);
    const first = await opened(services, home, 'a.csv', [row('1', 'Choynak'), row('2', 'choynak'), row('3', 'Piyola')]);
    const second = await opened(services, home, 'b.csv', [row('9', 'CHOYNAK')]);
    const summary = await services.batches.applyFix(first, {
      kind: 'setProduct',
      keyKind: 'name',
      key: 'Choynak',
      productId: 17,
      variationId: null,
      price: null,
      like: null,
    });
    expect(summary.counts).toMatchObject({ ready: 2, withErrors: 1 });
    expect((await services.batches.summary(second)).counts.ready).toBe(1);
    expect(
      services.emittedEvents
        .filter(({ name }) => name === 'batch.changed')
        .map(({ data }) => (data as { batchId: string }).batchId),
    ).toEqual(expect.arrayContaining([first, second]));
    await services.stop();
    const after = startServices(home);
    const third = await opened(after, home, 'c.csv', [row('20', 'choynak')]);
    expect((await after.batches.summary(third)).counts.ready).toBe(1);
    expect(await after.products.list(server, firstShop)).toMatchObject([{ key: 'Choynak', productId: 17 }]);
    expect(await after.products.remove(server, firstShop, [{ keyKind: 'name', key: 'choynak' }])).toEqual([]);
    expect((await after.batches.summary(third)).counts.ready).toBe(0);
  });

  it('what another shop calls by the name is offered with its name, and used only once a person takes it', async () => {
    const home = temporaryFolder();
    const services = startServices(home);
    for (const name of ['Atlas', 'Bodom']) await services.store.shops.add(name, 'Main');
    const teapot = { keyKind: 'name' as const, key: 'Choynak', productId: 17, variationId: 3, price: null };
    await services.products.save(server, 'atlas', [teapot]);
    const batchId = await opened(services, home, 'bodom 1.csv', [row('1', 'CHOYNAK')]);
    expect((await services.batches.summary(batchId)).counts).toMatchObject({ ready: 0, withErrors: 1 });
    expect(await services.products.offers(batchId, { keyKind: 'name', key: 'CHOYNAK' })).toEqual([
      { shop: 'Atlas', product: { ...teapot, key: 'CHOYNAK' } },
    ]);
    expect(await services.products.offers(batchId, { keyKind: 'name', key: 'Piyola' })).toEqual([]);
    const ofAtlas = await opened(services, home, 'atlas 1.csv', [row('2', 'choynak')]);
    expect((await services.batches.summary(ofAtlas)).counts.ready).toBe(1);
    expect(await services.products.offers(ofAtlas, { keyKind: 'name', key: 'choynak' })).toEqual([]);
  });

  it('what another shop’s file answered for a heading is the first that is offered, and is not taken', async () => {
    const home = temporaryFolder();
    const services = startServices(home);
    for (const name of ['Atlas', 'Bodom']) await services.store.shops.add(name, 'Main');
    const head = 'Buyurtma raqami;Yetkazish sanasi;Mijoz;Telefon;Manzil;Viloyat;Mahsulot;X1;X2;Narxi';
    const line = '1;25.11.2027 14:00;Karimova Aziza;+998901234567;Navoiy 5;Buxoro viloyati;Choynak;2;3;1000';
    const offered = async (batchId: string): Promise<readonly string[]> =>
      (await services.batches.summary(batchId)).fileIssues
        .filter(({ code, field }) => code === 'orders.missingField' && field === 'quantity')
        .flatMap(({ answers = [] }) =>
          answers.map((answer) => /X1|X2/u.exec(JSON.stringify(answer))?.[0] ?? 'one for all'),
        );
    const before = await opened(services, home, 'bodom 1.csv', [line], head);
    const first = await offered(before);
    expect(first.toSorted()).toEqual(['X1', 'X2', 'one for all']);
    const [, second = ''] = first;
    const ofAtlas = await opened(services, home, 'atlas 1.csv', [line], head);
    await services.batches.setColumn(ofAtlas, second === 'X1' ? 7 : 8, 'quantity');
    const candidates = async (batchId: string) =>
      (await services.batches.columns(batchId)).columns.find(({ heading }) => heading === second)?.candidates ?? [];
    expect((await candidates(before)).some(({ elsewhere }) => elsewhere)).toBe(false);
    const later = await opened(services, home, 'bodom 2.csv', [line.replace('1;', '2;')], head);
    expect(await offered(later)).toEqual([second, first[0], 'one for all']);
    // In the column's own menu, too.
    expect((await candidates(later))[0]).toMatchObject({ field: 'quantity', elsewhere: true });
    // So does a heading that another shop settled for good.
    await services.store.settled.settle('atlas', [{ kind: 'heading', heading: String(first[0]), field: 'zip' }]);
    const last = await opened(services, home, 'bodom 3.csv', [line.replace('1;', '3;')], head);
    const ofHeading = (await services.batches.columns(last)).columns.find(({ heading }) => heading === first[0]);
    expect(ofHeading?.field).toBeNull();
    expect(ofHeading?.candidates[0]).toMatchObject({ field: 'zip', elsewhere: true });
    // Within its own shop it is decided, and nobody's else.
    expect((await candidates(ofAtlas)).some(({ elsewhere }) => elsewhere)).toBe(false);
  });

  it('takes what resembles an unmapped product with one fix for all of its rows', async () => {
    const home = temporaryFolder();
    const services = startServices(home);
    const batchId = await opened(services, home, 'a.csv', [row('1', 'Choynakk'), row('2', 'Choynakk')]);
    await services.products.save(server, firstShop, [
      { keyKind: 'name', key: 'Choynak', productId: 17, variationId: null, price: null },
    ]);
    const [cause] = await services.batches.causes(batchId);
    expect(cause).toMatchObject({ code: 'orders.productUnmappedSuggested', count: 2 });
    expect((await services.batches.fixAll(batchId, cause?.cause ?? '')).counts.ready).toBe(2);
    expect(await services.products.list(server, firstShop)).toHaveLength(2);
  });

  it('is taken over from practice, but for what it says itself', async () => {
    const services = startServices(temporaryFolder());
    await expect(services.products.takeFromPractice(server, firstShop)).rejects.toMatchObject({
      failure: { code: 'products.practiceEmpty' },
    });
    const product = (key: string, productId: number) => ({
      keyKind: 'name' as const,
      key,
      productId,
      variationId: null,
      price: null,
    });
    await services.products.save('practice:1', firstShop, [product('Choynak', 17), product('Piyola', 18)]);
    await services.products.save(server, firstShop, [product('choynak', 99)]);
    expect(
      (await services.products.takeFromPractice(server, firstShop)).map(({ key, productId }) => [key, productId]),
    ).toEqual([
      ['choynak', 99],
      ['Piyola', 18],
    ]);
    await services.products.takeFromPractice(server, firstShop);
  });

  it('goes out to be filled in, and comes back', async () => {
    const home = temporaryFolder();
    const services = startServices(home);
    const batchId = await opened(services, home, 'a.csv', [
      row('1', 'Choynak'),
      row('2', 'Piyola'),
      row('3', 'Piyola'),
    ]);
    const sheet = path.join(home, 'to-map.xlsx');
    expect(await services.products.exportUnmapped(batchId, sheet, 'uz')).toBe(2);
    const [{ rows } = { rows: [] }] = await readWorkbookFile(sheet);
    expect(rows.map((cells) => cells.slice(0, 4))).toEqual([
      ['Mahsulot kodi', 'Mahsulot nomi', 'Qatorlar', 'Mahsulot ID'],
      ['', 'Piyola', '2', ''],
      ['', 'Choynak', '1', ''],
    ]);
    const filled = path.join(home, 'filled.csv');
    writeFileSync(
      filled,
      ['Mahsulot kodi;Mahsulot nomi;Qatorlar;Mahsulot ID', ';Piyola;2;18', ';Choynak;1;'].join('\n'),
    );
    const given = await services.products.readImport(server, firstShop, filled);
    expect(given).toMatchObject({
      added: [{ key: 'Piyola', productId: 18 }],
      skipped: [{ row: 3, code: 'products.noId' }],
    });
    expect(await services.products.list(server, firstShop)).toEqual([]);
    await services.products.save(server, firstShop, given.added);
    expect((await services.batches.summary(batchId)).counts.ready).toBe(2);
    await services.products.save(server, firstShop, [
      { keyKind: 'name', key: 'Choynak', productId: 17, variationId: null, price: null },
    ]);
    await expect(services.products.exportUnmapped(batchId, sheet, 'uz')).rejects.toMatchObject({
      failure: { code: 'products.allMapped' },
    });
  });
});

describe('answers', () => {
  it('are remembered: the next file with these headings is not asked again', async () => {
    const home = temporaryFolder();
    const services = startServices(home);
    await services.products.save(server, firstShop, [
      { keyKind: 'name', key: 'Choynak', productId: 17, variationId: null, price: null },
    ]);
    const first = await opened(services, home, 'kun-1.csv', [row('A-1', 'Choynak')]);
    const question = (await services.batches.summary(first)).fileIssues.find(
      ({ code }) => code === 'orders.letteredIds',
    );
    const answered = await services.batches.applyFix(first, question!.fix!);
    expect(answered.counts.ready).toBe(1);
    const next = await opened(services, home, 'kun-2.csv', [row('B-7', 'Choynak'), row('a-1', 'Choynak')]);
    const summary = await services.batches.summary(next);
    expect(summary).toMatchObject({ profileName: 'kun', counts: { ready: 2 } });
    expect(summary.fileIssues.map(({ code }) => code)).not.toContain('orders.letteredIds');
    const orders = await services.batches.rows(
      next,
      { show: 'all', cause: null, search: '' } as Parameters<typeof services.batches.rows>[1],
      0,
      10,
    );
    const number = (text: string) => orders.rows.find(({ cells }) => cells[0]?.rawText === text)?.orderKey;
    // The order of yesterday has the number of yesterday.
    expect(Number(number('B-7'))).toBe(Number(number('a-1')) + 1);
  });

  it('hold for an export that changed a little, and what changed is said until somebody chose', async () => {
    const home = temporaryFolder();
    const services = startServices(home);
    await services.products.save(server, firstShop, [
      { keyKind: 'name', key: 'Choynak', productId: 17, variationId: null, price: null },
    ]);
    const first = await opened(services, home, 'savdo-1.csv', [`${row('1', 'Choynak')};x`], `${headings};Kod`);
    const { columns } = await services.batches.columns(first);
    await services.batches.setColumn(first, columns.find(({ heading }) => heading === 'Kod')?.column ?? -1, null);
    const changed = await opened(
      services,
      home,
      'savdo-2.csv',
      [`${row('2', 'Choynak')};x;tez`],
      `${headings.replace('Mijoz', 'Mijozlar')};Kod;Izoh`,
    );
    const summary = await services.batches.summary(changed);
    expect(summary.profileName).toBe('savdo');
    expect(
      summary.fileIssues
        .filter(({ code }) => code.startsWith('orders.heading'))
        .map(({ code, params }) => [code, params]),
    ).toEqual([
      ['orders.headingRenamed', { profile: 'savdo', from: 'Mijoz', to: 'Mijozlar' }],
      ['orders.headingsAdded', { profile: 'savdo', headings: 'Izoh' }],
    ]);
    expect((await services.batches.columns(changed)).columns.find(({ heading }) => heading === 'Kod')).toMatchObject({
      field: null,
      chosen: true,
    });
    expect(readFileSync(path.join(home, 'savdo-2.csv'), 'utf8')).toContain('Mijozlar');
  });
});
