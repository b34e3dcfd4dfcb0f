/** Files of a watched folder as batches: known headings alone, each content once, whatever ends the app in between. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TakeOutcome } from '../../../main/watch/watched-folder.ts';
import { stampOf } from '../../../main/watch/watched-folder.ts';
import type { ArrivedFile } from '../../../main/services/watch-service.ts';
import type { Remote } from '../../../main/platform/remote.ts';
import type { Store } from '../../../main/store/store.ts';
import { FailureError } from '../../../shared/result.ts';
import { startServices, type Services } from '../../support/services.ts';
import { temporaryFolder } from '../../support/terminal.ts';
import { zip } from '../../support/zip-writer.ts';

const server = 'https://wms.example';
const headings = 'order_id;scheduled_at;full_name;phone;address;region;client_product_id;quantity;price';
const rowOf = (id: number): string =>
  `${id};25.11.2030 14:00;Karimova Aziza;+998901234501;Navoiy 5;Buxoro viloyati;7;1;50000`;
const ordersOf = (...ids: number[]): string => [headings, ...ids.map(rowOf), ''].join('\n');

/** A home that has opened a file with these headings before. */
async function office(home = temporaryFolder()) {
  const folder = temporaryFolder();
  const services = startServices(home);
  const write = (name: string, content: string | Uint8Array): string => {
    fs.writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };
  const take = (
    name: string,
    by: Services = services,
    shop: string | null = null,
  ): Promise<TakeOutcome<ArrivedFile>> => {
    const file = path.join(folder, name);
    return by.watch.take({ path: file, stamp: stampOf(fs.statSync(file)) }, { server, shop });
  };
  await services.files.addFile(write('kecha.csv', ordersOf(1)), server);
  const names = async (): Promise<string[]> => (await services.files.list()).map(({ fileName }) => fileName).toSorted();
  const left = async (): Promise<string[]> =>
    (await services.store.watched.listLeft()).map(({ reason }) => reason.code);
  return { home, folder, services, write, take, names, left };
}

/** Calls of which none is worth a cut: they only read. */
const onlyReads = /^(?:list|get|find|is|knows|count|earlier|recent|secret|preview|startOfDay|changesByOthers|ofBatch)/u;

/** The store as a process sees it that dies at a call: that call and all later ones fail, and nothing of them is done. */
function cutOff(store: Remote<Store>, isCut: () => boolean): Remote<Store> {
  let isDead = false;
  const partAt = (part: object, name: string): object =>
    new Proxy(part, {
      get: (target, step) => {
        const found: unknown = Reflect.get(target, step);
        return typeof found === 'function' ? partAt(found, String(step)) : found;
      },
      apply: (target, _owner, given: unknown[]) => {
        isDead ||= !onlyReads.test(name) && isCut();
        if (isDead) return Promise.reject(new FailureError('threadEnded'));
        return Reflect.apply(target as (...all: unknown[]) => unknown, undefined, given);
      },
    });
  return partAt(store, '') as Remote<Store>;
}

describe('a file of a watched folder', () => {
  it('of headings that were opened before is taken, checked, and new until a person opens it', async () => {
    const { services, write, take } = await office();
    write('bugun.csv', ordersOf(2, 3));
    const outcome = await take('bugun.csv');
    expect(outcome).toMatchObject({
      kind: 'taken',
      taken: [{ fileName: 'bugun.csv', counts: { total: 2, ready: 2 } }],
    });
    const shown = async () => (await services.files.list()).find(({ fileName }) => fileName === 'bugun.csv');
    expect(await shown()).toMatchObject({ isNewArrival: true, counts: { ready: 2 } });
    await services.batches.open((await shown())?.batchId ?? '', server);
    expect(await shown()).toMatchObject({ isNewArrival: false });
  });

  it('of other headings is left: one line, and no copy', async () => {
    const { home, services, write, take, names, left } = await office();
    write('narxlar.csv', 'Tovar;Narx\nChoynak;150000\n');
    expect(await take('narxlar.csv')).toEqual({ kind: 'left' });
    expect([await names(), await left()]).toEqual([['kecha.csv'], ['watch.unknownHeadings']]);
    expect(fs.readdirSync(path.join(home, 'files'))).toHaveLength(1);
    // It is not read again as it is; when it changes its line is replaced.
    expect(await take('narxlar.csv')).toEqual({ kind: 'known' });
    write('narxlar.csv', 'Tovar;Narx\nChoynak;160000\n');
    await take('narxlar.csv');
    const [line, another] = await services.store.watched.listLeft();
    expect([line?.reason.params['headings'], another]).toEqual(['Tovar, Narx', undefined]);
    await services.store.watched.dismiss(line?.id ?? 0);
    expect([await left(), await take('narxlar.csv')]).toEqual([[], { kind: 'known' }]);
  });

  it('is known by a saved profile, too, also where one of its headings is called otherwise; of its shop alone', async () => {
    const { services, write, take, left } = await office();
    const other = 'Raqam;Kuni;Mijoz;Aloqa;Uyi;Hudud;Kod;Dona;Narxi bittasi';
    const profile = {
      format: 'order-importer-profile' as const,
      version: 1 as const,
      name: 'Bot',
      server: null,
      columns: other.split(';').map((heading) => ({ heading, field: null })),
      constants: {},
    };
    const kept = await services.store.profiles.list('');
    expect(kept).toEqual([]);
    const atlas = await services.store.shops.add('Atlas', 'Birinchi');
    const bodom = await services.store.shops.add('Bodom', 'Birinchi');
    const { profileSchema } = await import('../../../shared/domain/model/profile.ts');
    await services.store.profiles.save(atlas.id, profileSchema.parse(profile));
    write('bot.csv', `${other.replace('Dona', 'Nechta')}\n7;1;2;3;4;5;6;7;8\n`);
    expect(await take('bot.csv', services, bodom.id)).toEqual({ kind: 'left' });
    expect(await left()).toEqual(['watch.unknownHeadings']);
    write('bot.csv', `${other.replace('Dona', 'Nechta')}\n8;1;2;3;4;5;6;7;8\n`);
    expect(await take('bot.csv', services, atlas.id)).toMatchObject({ kind: 'taken' });
    expect((await services.files.list())[0]).toMatchObject({ fileName: 'bot.csv', shop: 'Atlas' });
  });

  it('that is the same again, renamed or downloaded twice, is not taken; a changed one is', async () => {
    const { services, write, take, names, folder } = await office();
    write('bugun.csv', ordersOf(2));
    await take('bugun.csv');
    write('bugun (1).csv', ordersOf(2));
    expect(await take('bugun (1).csv')).toEqual({ kind: 'known' });
    fs.renameSync(path.join(folder, 'bugun.csv'), path.join(folder, 'boshqa nom.csv'));
    expect(await take('boshqa nom.csv')).toEqual({ kind: 'known' });
    // Removed from the list by a person: it does not come back.
    const [batch] = await services.files.list();
    await services.files.remove(batch?.batchId ?? '');
    write('yana.csv', ordersOf(2));
    expect(await take('yana.csv')).toEqual({ kind: 'known' });
    // Opened by hand before.
    write('kecha nusxasi.csv', ordersOf(1));
    expect(await take('kecha nusxasi.csv')).toEqual({ kind: 'known' });
    expect(await names()).toEqual(['kecha.csv']);
    write('yana.csv', ordersOf(2, 3));
    expect(await take('yana.csv')).toMatchObject({ kind: 'taken' });
    expect(await names()).toEqual(['kecha.csv', 'yana.csv']);
  });

  it('that is not whole waits: cut, empty, being changed, in other hands', async () => {
    const { write, take, names, folder } = await office();
    const whole = zip([{ name: 'bugun.csv', data: ordersOf(2) }]);
    for (const content of [whole.subarray(0, whole.length - 10), new Uint8Array(0), new Uint8Array(300)]) {
      write('bugun.zip', content);
      expect(await take('bugun.zip')).toMatchObject({ kind: 'notYet', endsAt: 120_000 });
    }
    write('bugun.zip', whole);
    const old = { path: path.join(folder, 'bugun.zip'), stamp: '1 1 1' };
    const { services } = await office();
    expect(await services.watch.take(old, { server, shop: null })).toMatchObject({
      kind: 'notYet',
      failure: { code: 'reading.incomplete' },
    });
    expect(
      await services.watch.take({ ...old, path: path.join(folder, 'yoʻq.csv') }, { server, shop: null }),
    ).toMatchObject({
      kind: 'notYet',
      endsAt: null,
    });
    expect(await names()).toEqual(['kecha.csv']);
    expect(await take('bugun.zip')).toMatchObject({ kind: 'taken' });
  });

  it('that is a zip of several gives each of known headings, once; what else is in it is said', async () => {
    const { write, take, names, left } = await office();
    const members = [
      { name: 'a.csv', data: ordersOf(2) },
      { name: 'b.csv', data: ordersOf(3, 4) },
    ];
    write('hammasi.zip', zip([...members, { name: 'narxlar.csv', data: 'Tovar;Narx\nChoynak;150000\n' }]));
    expect(await take('hammasi.zip')).toMatchObject({
      kind: 'taken',
      taken: [{ fileName: 'a.csv' }, { fileName: 'b.csv' }],
    });
    expect(await left()).toEqual(['watch.unknownHeadings']);
    write('a.csv', ordersOf(2));
    expect(await take('a.csv')).toEqual({ kind: 'known' });
    write('yana.zip', zip([...members, { name: 'c.csv', data: ordersOf(5) }]));
    expect(await take('yana.zip')).toMatchObject({ taken: [{ fileName: 'c.csv' }] });
    expect(await names()).toEqual(['a.csv', 'b.csv', 'c.csv', 'kecha.csv']);
  });

  it('that is a report of this app is left', async () => {
    const { services, write, take, left, folder } = await office();
    const [batch] = await services.files.list();
    await services.batches.open(batch?.batchId ?? '', server);
    await services.reports.write(batch?.batchId ?? '', path.join(folder, 'hisobot.xlsx'), 'uz');
    expect(await take('hisobot.xlsx')).toEqual({ kind: 'left' });
    expect(await left()).toEqual(['watch.ownReport']);
    write('bugun.csv', ordersOf(2));
    expect(await take('bugun.csv')).toMatchObject({ kind: 'taken' });
  });

  it('is taken exactly once wherever the app ends: before each call that could have stored something', async () => {
    const { home, write, take, services } = await office();
    let cuts = 0;
    for (let isCut = true; isCut; cuts++) {
      isCut = false;
      const name = `bugun ${cuts}.csv`;
      write(name, ordersOf(100 + cuts));
      let left = cuts;
      const dying = startServices(home, (store) => cutOff(store, () => (isCut = left-- <= 0)));
      await take(name, dying).catch(() => undefined);
      await dying.stop();
      // The next start: what was taken and not checked is checked, and the folder is looked through.
      const finished = await services.watch.finish({ server });
      const outcome = await take(name);
      const listed = (await services.files.list()).filter(({ fileName }) => fileName === name);
      expect(listed).toMatchObject([{ isNewArrival: true, counts: { ready: 1 } }]);
      expect(fs.readdirSync(path.join(home, 'files'))).toHaveLength(2 + cuts);
      // It is told of once, or was taken whole before the end.
      const told = finished.length + (outcome.kind === 'taken' ? outcome.taken.length : 0);
      expect(told).toBeLessThanOrEqual(1);
      if (cuts < 5) expect(told).toBe(1);
      expect(await take(name)).toEqual({ kind: 'known' });
    }
    expect(cuts).toBeGreaterThan(6);
  });

  it('is taken once by two processes that see it together', async () => {
    const { home, write, take, services, names } = await office();
    const other = startServices(home);
    write('bugun.csv', ordersOf(2));
    const outcomes = await Promise.all([take('bugun.csv'), take('bugun.csv', other)]);
    expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
    expect(await names()).toEqual(['bugun.csv', 'kecha.csv']);
    // Which of them watches is decided by a lock that ends with the process.
    expect([await services.store.watched.hold('/tarmoq'), await other.store.watched.hold('/tarmoq')]).toEqual([
      true,
      false,
    ]);
    await services.store.watched.release();
    expect(await other.store.watched.hold('/tarmoq')).toBe(true);
  });
});
