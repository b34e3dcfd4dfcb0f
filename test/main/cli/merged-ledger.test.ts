/**
 * Two computers that tell each other by a ledger file what they sent: orders under numbers of our own are known on the other
 * one, whatever number they would get there, and new ones get numbers that nobody has given away.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder, TestTerminal } from '../../support/terminal.ts';
import { startWms } from '../../support/wms.ts';

const numbered = (from: number, to: number): string =>
  [
    'Buyurtma raqami;Mijoz;Telefon;Manzil;Viloyat;Mahsulot ID;Soni;Narxi',
    ...Array.from({ length: to - from }, (_, more) => from + more).map(
      (at) =>
        `INSTA-${at};Mijoz ${String.fromCodePoint(65 + at)};9010000${10 + at};Navoiy ${at};Buxoro viloyati;17;1;50000`,
    ),
  ].join('\n');
const unnumbered = (from: number, to: number): string =>
  numbered(from, to)
    .split('\n')
    .map((line) => line.slice(line.indexOf(';') + 1))
    .join('\n');

async function offices() {
  const server = await startWms({ uniqueIds: false, lookup: 'missing' });
  onTestFinished(() => server.stop());
  const [first, second] = [
    new TestTerminal({ WMS_TOKEN: 'practice-x' }),
    new TestTerminal({ WMS_TOKEN: 'practice-x' }),
  ];
  const folder = temporaryFolder();
  const send = async (terminal: TestTerminal, name: string, content: string, ...options: readonly string[]) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    const { output, remarks } = await terminal.run('send', file, '--url', server.url, ...options, '--json');
    if (!output.startsWith('{')) throw new Error(remarks);
    return (JSON.parse(output) as { orders: Record<string, number> }).orders;
  };
  const carry = async (from: TestTerminal, to: TestTerminal) => {
    const file = path.join(folder, 'ledger.jsonl');
    expect((await from.run('ledger', 'export', file)).status).toBe(0);
    expect(await to.run('ledger', 'merge', file)).toMatchObject({ status: 0, remarks: '' });
  };
  return { server, first, second, send, carry };
}

const dated = ['--set', 'scheduled_at=2030-01-05'];

describe.each([
  { kind: 'own', option: '--own-numbers', list: numbered },
  { kind: 'everyRow', option: '--every-row', list: unnumbered },
])('a merged ledger, numbers of our own ($kind)', ({ option, list }) => {
  it('knows the orders under another start number; ten new ones all go out under free numbers', async () => {
    const { server, first, second, send, carry } = await offices();
    expect(await send(first, 'kun.csv', list(0, 5), option, '5000', ...dated)).toMatchObject({ accepted: 5 });
    await carry(first, second);
    expect(await send(second, 'kun.csv', list(0, 5), option, '800', ...dated)).toMatchObject({ alreadySent: 5 });
    expect(await send(second, 'ertaga.csv', list(3, 15), option, '5000', ...dated)).toMatchObject({
      alreadySent: 2,
      accepted: 10,
    });
    const sent = server.ledger();
    expect(sent.map(({ request }) => request.full_name)).toHaveLength(15);
    expect(new Set(sent.map(({ request }) => request.full_name)).size).toBe(15);
    expect(new Set(sent.map(({ orderId }) => orderId)).size).toBe(15);
  });

  it('holds what was sent for another day, and sends it no second time', async () => {
    const { server, first, second, send, carry } = await offices();
    await send(first, 'kun.csv', list(0, 3), option, '5000', ...dated);
    await carry(first, second);
    const orders = await send(second, 'kun.csv', list(0, 3), option, '800', '--set', 'scheduled_at=2030-02-06');
    expect(orders).toMatchObject({ accepted: 0, duplicate: 3 });
    expect(server.ledger()).toHaveLength(3);
  });
});

it('a ledger of the first version is merged, with a sentence that nothing shows it whole', async () => {
  const { second } = await offices();
  const file = path.join(temporaryFolder(), 'old.jsonl');
  writeFileSync(file, '{"format":"order-importer-ledger","version":1}\n');
  const { status, remarks } = await second.run('ledger', 'merge', file);
  expect([status, remarks]).toEqual([0, expect.stringMatching(/whether it is whole/u)]);
});
