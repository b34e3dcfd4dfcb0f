/**
 * Orders under numbers of our own, after the database was lost or came back older, with the witness whole: the same file
 * creates nothing a second time, also in a WMS that takes whatever it is sent and offers no look-up.
 */
import { firstShop } from '../../../shared/domain/model/shop.ts';
import { mkdirSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createKeyMaker } from '../../../main/platform/order-keys.ts';
import { systemClock } from '../../../main/ports.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { serverIdentity } from '../../../shared/wms/addresses.ts';
import { temporaryFolder, TestTerminal } from '../../support/terminal.ts';
import { startWms } from '../../support/wms.ts';

const isDatabase = (name: string): boolean => name.startsWith('order-importer.db');

function removeDatabase(home: string): void {
  for (const name of readdirSync(home).filter(isDatabase)) rmSync(path.join(home, name));
}

function copyDatabase(from: string, to: string): void {
  for (const name of readdirSync(from).filter(isDatabase)) cpSync(path.join(from, name), path.join(to, name));
}

const numbered = (from: number, to: number): string =>
  [
    'Buyurtma raqami;Mijoz;Telefon;Manzil;Viloyat;Mahsulot ID;Soni;Narxi',
    ...Array.from({ length: to - from }, (_, more) => from + more).map(
      (at) =>
        `INSTA-${at};Mijoz ${String.fromCodePoint(65 + at)};90100000${at};Navoiy ${at};Buxoro viloyati;17;1;50000`,
    ),
  ].join('\n');
const unnumbered = (from: number, to: number): string =>
  numbered(from, to)
    .split('\n')
    .map((line) => line.slice(line.indexOf(';') + 1))
    .join('\n');

const kinds = [
  { kind: 'own', option: '--own-numbers', list: numbered },
  { kind: 'everyRow', option: '--every-row', list: unnumbered },
] as const;

async function office(option: string) {
  const server = await startWms({ uniqueIds: false, lookup: 'missing' });
  onTestFinished(() => server.stop());
  const terminal = new TestTerminal({ WMS_TOKEN: 'practice-x' });
  const folder = temporaryFolder();
  const send = async (name: string, content: string, start = 5000) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    const { output, remarks } = await terminal.run(
      ...[
        'send',
        file,
        '--url',
        server.url,
        option,
        String(start),
        '--set',
        'scheduled_at=2030-01-05',
        '--lookup',
        'off',
        '--json',
      ],
    );
    if (!output.startsWith('{')) throw new Error(remarks);
    return { ...(JSON.parse(output) as { orders: Record<string, number> }), remarks };
  };
  const created = () =>
    server
      .ledger()
      .map(({ request }) => request.full_name)
      .toSorted();
  return { server, terminal, send, created };
}

const names = (to: number): string[] => Array.from({ length: to }, (_, at) => `Mijoz ${String.fromCodePoint(65 + at)}`);

describe.each(kinds)('numbers of our own ($kind)', ({ option, list }) => {
  it.each(['kun.csv', 'boshqa.csv'])('are known again where the database is gone, in %s', async (name) => {
    const { send, created, terminal } = await office(option);
    expect((await send('kun.csv', list(0, 4))).orders).toMatchObject({ accepted: 4 });
    removeDatabase(terminal.home);
    const content = name === 'kun.csv' ? list(0, 4) : list(0, 6);
    const { orders } = await send(name, content, 800);
    expect(orders['accepted'] ?? 0).toBe(name === 'kun.csv' ? 0 : 2);
    expect((orders['unknown'] ?? 0) + (orders['duplicate'] ?? 0)).toBe(4);
    expect(created()).toEqual(names(name === 'kun.csv' ? 4 : 6));
  });

  it('are known to a check as well, before anything was sent since', async () => {
    const { send, server, terminal } = await office(option);
    await send('kun.csv', list(0, 3));
    removeDatabase(terminal.home);
    const file = path.join(temporaryFolder(), 'ertaga.csv');
    writeFileSync(file, list(0, 4));
    const profile = path.join(path.dirname(file), 'profil.json');
    writeFileSync(
      profile,
      JSON.stringify({ format: 'order-importer-profile', version: 1, name: 'Kun', columns: [], server: server.url }),
    );
    const words = ['check', file, '--profile', profile, option, '800', '--set', 'scheduled_at=2030-01-05', '--json'];
    const { output, remarks } = await terminal.run(...words);
    expect(remarks).toMatch(/3 /u);
    expect(JSON.parse(output)).toMatchObject({ orders: { total: 4, ready: 1, duplicate: 3 } });
  });

  it('are known again where an older copy of the database comes back, whatever is sent first', async () => {
    const { send, created, terminal } = await office(option);
    await send('bir.csv', list(0, 2));
    const copy = temporaryFolder();
    copyDatabase(terminal.home, copy);
    await send('ikki.csv', list(0, 5));
    removeDatabase(terminal.home);
    copyDatabase(copy, terminal.home);
    // Another file comes between, and gets numbers that no lost order bears.
    const between = await send('uch.csv', list(5, 7));
    expect(between.orders).toMatchObject({ accepted: 2 });
    expect(between.remarks).not.toBe('');
    const { orders } = await send('toʻrt.csv', list(0, 8), 77_000);
    expect(orders).toMatchObject({ accepted: 1, alreadySent: 4, duplicate: 3 });
    expect(created()).toEqual(names(8));
  });
});

it('an order whose number another id has got since is held, and says why', async () => {
  const { terminal, send, server } = await office('--own-numbers');
  const store = openStore(terminal.home, systemClock);
  if (!store.ok) throw new Error(store.error.code);
  const identity = serverIdentity(server.url);
  store.value.orderNumbers.allocate(identity, firstShop, ['insta-1'], 5000);
  store.value.identities.learn(identity, 5000, [
    createKeyMaker(store.value.identities.secret(), firstShop).ofOutsideId('insta-0'),
  ]);
  store.value.close();
  const { orders } = await send('kun.csv', numbered(0, 3));
  expect(orders).toMatchObject({ accepted: 2, withErrors: 1 });
  const report = path.join(temporaryFolder(), 'hisobot.csv');
  const { output } = await terminal.run('batches', '--json');
  const [batch] = JSON.parse(output) as { id: string }[];
  await terminal.run('report', batch?.id ?? '', '-o', report, '--lang', 'en');
  expect(readFileSync(report, 'utf8')).toMatch(/Order «insta-0» and another one have the same number of ours/u);
});

describe('the secret of the keys', () => {
  it.each([
    ['lost', (file: string) => rmSync(file)],
    ['another', (file: string) => writeFileSync(file, `${'0f'.repeat(32)}\n`)],
    ['cut', (file: string) => writeFileSync(file, 'abc')],
    [
      'a folder, where one was set aside before',
      (file: string) => {
        rmSync(file);
        for (const folder of [file, `${file}.unreadable`]) mkdirSync(path.join(folder, 'in'), { recursive: true });
      },
    ],
  ])('%s: what its customers order is still known, and held where it says something else', async (_what, spoil) => {
    const { send, created, terminal } = await office('--every-row');
    expect((await send('kun.csv', unnumbered(0, 4))).orders).toMatchObject({ accepted: 4 });
    spoil(path.join(terminal.home, 'identity.key'));
    const changed = unnumbered(0, 5).replaceAll(';1;50000', ';2;50000');
    expect((await send('ertaga.csv', changed, 800)).orders).toMatchObject({ accepted: 1, duplicate: 4 });
    expect(created()).toEqual(names(5));
  });
});
