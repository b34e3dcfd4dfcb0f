/**
 * The same phone, products and date under two numbers, in two files of the last days: a warning with both places, which a
 * profile can silence or have hold the order back. A WMS that takes everything has whatever nobody left out.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder, TestTerminal } from '../../support/terminal.ts';
import { startWms } from '../../support/wms.ts';

interface Row {
  readonly id: number | string;
  readonly name?: string;
  readonly phone?: string;
  readonly product?: number;
  readonly quantity?: number;
  readonly date?: string;
}

const fileOf = (rows: readonly Row[], dated = true): string =>
  [
    `Buyurtma raqami;Mijoz;Telefon;Manzil;Viloyat;Mahsulot ID;Soni;Narxi${dated ? ';Yetkazish sanasi' : ''}`,
    ...rows.map(
      ({ id, name = 'Karimova Aziza', phone = '901234567', product = 17, quantity = 1, date = '05.12.2030 10:00' }) =>
        `${id};${name};${phone};Navoiy ${id};Buxoro viloyati;${product};${quantity};50000${dated ? `;${date}` : ''}`,
    ),
  ].join('\n');

async function office() {
  const server = await startWms({ uniqueIds: false, lookup: 'missing', knownProducts: [17, 18] });
  onTestFinished(() => server.stop());
  const terminal = new TestTerminal({ WMS_TOKEN: 'practice-x' });
  const folder = temporaryFolder();
  const profile = path.join(folder, 'profil.json');
  writeFileSync(
    profile,
    JSON.stringify({ format: 'order-importer-profile', version: 1, name: 'Kun', columns: [], server: server.url }),
  );
  const run = async (command: 'send' | 'check', name: string, content: string, options: readonly string[]) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    const { output, remarks } = await terminal.run(command, file, '--profile', profile, ...options, '--json');
    if (!output.startsWith('{')) throw new Error(remarks);
    return JSON.parse(output) as { orders: Record<string, number>; issues: { code: string; message: string }[] };
  };
  return {
    server,
    send: async (name: string, content: string, ...options: readonly string[]) =>
      (await run('send', name, content, options)).orders,
    /** What `check` says of orders that are alike. */
    told: async (name: string, content: string, ...options: readonly string[]) =>
      (await run('check', name, content, options)).issues
        .filter(({ code }) => code.startsWith('orders.sameOrder'))
        .map(({ message }) => message),
  };
}

/** Makes it so many days later than it is, for the app and the WMS. */
function passDays(days: number) {
  const now = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: now + days * 86_400_000 });
  onTestFinished(() => void vi.useRealTimers());
}

const isToldOf = (id: number, name = 'kun.csv', row = 2) =>
  expect.stringMatching(new RegExp(`^Order ${id} of «${name}» \\(row ${row}\\) has the same`, 'u')) as string;

describe('the same order under another number, in another file of the last days', () => {
  it('is a warning with both places, and goes out', async () => {
    const { server, send, told } = await office();
    await send('kun.csv', fileOf([{ id: 1000, phone: '907777777' }, { id: 1001 }]));
    const later = fileOf([{ id: 2001, product: 18 }, { id: 2002 }]);
    const said = await told('ertaga.csv', later);
    expect(said).toEqual([isToldOf(1001, 'kun.csv', 3)]);
    expect(said[0]).toContain('the one in row 3');
    expect(await send('ertaga.csv', later)).toMatchObject({ accepted: 2 });
    expect(server.ledger()).toHaveLength(4);
  });

  it('is held where the profile says so, and silent where it says that', async () => {
    const { server, send, told } = await office();
    await send('kun.csv', fileOf([{ id: 1001 }]));
    expect(await told('bir.csv', fileOf([{ id: 2001 }]), '--rule', 'sameOrder=off')).toEqual([]);
    expect(await send('bir.csv', fileOf([{ id: 2001 }]), '--rule', 'sameOrder=off')).toMatchObject({ accepted: 1 });
    const two = fileOf([{ id: 3001 }, { id: 3002, product: 18 }]);
    expect(await send('ikki.csv', two, '--rule', 'sameOrder=error')).toMatchObject({ accepted: 1, withErrors: 1 });
    expect(server.ledger().map(({ orderId }) => orderId)).toEqual([1001, 2001, 3002]);
  });

  it.each([
    ['another day', { date: '06.12.2030 10:00' }],
    ['another product', { product: 18 }],
    ['another quantity', { quantity: 2 }],
    ['another phone', { phone: '901234568' }],
  ])('%s is another order', async (_, other) => {
    const { send, told } = await office();
    await send('kun.csv', fileOf([{ id: 1001 }]));
    expect(await told('ertaga.csv', fileOf([{ id: 2001, ...other }]))).toEqual([]);
  });

  it('is told once where it stands in the new file as well', async () => {
    const { send, told } = await office();
    await send('kun.csv', fileOf([{ id: 1001 }]));
    expect(await told('ertaga.csv', fileOf([{ id: 1001 }, { id: 1003 }]))).toEqual([
      expect.stringMatching(/stand under two numbers: 1001 \(row 2\) and 1003 \(row 3\)/u),
    ]);
  });

  it('is no sign under three names', async () => {
    const { send, told } = await office();
    await send(
      'kun.csv',
      fileOf([
        { id: 1001, name: 'Karimova' },
        { id: 1002, name: 'Aliyev' },
      ]),
    );
    expect(await told('ertaga.csv', fileOf([{ id: 2001, name: 'Olimov' }]))).toEqual([]);
    expect(await told('ertaga.csv', fileOf([{ id: 2001, name: 'Aliyev' }]))).toEqual([isToldOf(1002, 'kun.csv', 3)]);
  });

  it('is one that was not refused', async () => {
    const { send, told } = await office();
    expect(await send('kun.csv', fileOf([{ id: 1001, product: 99 }]))).toMatchObject({ rejected: 1 });
    expect(await told('ertaga.csv', fileOf([{ id: 2001, product: 99 }]))).toEqual([]);
  });

  it('is looked for seven days back, without a date two', async () => {
    const { send, told } = await office();
    const undated = (id: number) => fileOf([{ id, product: 18 }], false);
    await send('kun.csv', fileOf([{ id: 1001 }]));
    await send('sanasiz.csv', undated(1002), '--rule', 'status=1');
    passDays(1);
    expect(await told('bir.csv', undated(2001), '--rule', 'status=1')).toEqual([isToldOf(1002, 'sanasiz.csv')]);
    passDays(5);
    expect(await told('ikki.csv', fileOf([{ id: 2002 }]))).toEqual([isToldOf(1001)]);
    expect(await told('bir.csv', undated(2001), '--rule', 'status=1')).toEqual([]);
    passDays(2);
    expect(await told('ikki.csv', fileOf([{ id: 2002 }]))).toEqual([]);
  });
});
