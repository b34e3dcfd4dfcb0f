/** One number on two customers' rows: the second one gets a number of ours, and each is in the WMS once, also tomorrow. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startPracticeServer } from '../../../main/practice/practice-server.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { patience } from '../../support/patience.ts';
import { startServices } from '../../support/services.ts';
import { temporaryFolder } from '../../support/terminal.ts';

const headings = 'Buyurtma raqami;Mijoz;Telefon;Manzil;Viloyat;Mahsulot ID;Soni;Narxi;Yetkazish sanasi';
const line = (id: number, name: string, product: number): string =>
  `${id};${name};90${String(1_000_000 + name.length)};Navoiy ${name.length};Buxoro viloyati;${product};1;50000;14.06.2027 10:00`;

it('gives the second customer a number that stays, and nothing goes out twice', async () => {
  const folder = temporaryFolder();
  const services = startServices(temporaryFolder());
  const server = await startPracticeServer({ uniqueIds: false, lookup: 'missing' });
  onTestFinished(() => server.stop());
  const open = async (name: string, lines: readonly string[]): Promise<string> => {
    const file = path.join(folder, name);
    writeFileSync(file, [headings, ...lines].join('\n'));
    const [batchId = ''] = await services.files.addFile(file, server.identity);
    await services.batches.open(batchId, server.identity);
    return batchId;
  };
  const giveNumber = async (batchId: string) => {
    const causes = await services.batches.causes(batchId);
    const held = causes.find(({ code }) => code === 'orders.twoCustomers');
    expect(held?.fixAll).toMatchObject({ kind: 'giveNumber' });
    return services.batches.fixAll(batchId, held?.cause ?? '');
  };
  const send = async (batchId: string): Promise<void> => {
    const rules = { ...defaultSendingRules, quietTime: 0 };
    const destination = {
      server: { url: server.url, identity: server.identity, practice: true },
      accessKey: 'practice-x',
      rules,
    };
    await services.sending.start(batchId, destination, false);
    await expect
      .poll(async () => (await services.sending.state(batchId)).status, { timeout: patience(15_000) })
      .toBe('finished');
  };
  const created = () =>
    server
      .ledger()
      .map(({ request }) =>
        [request.full_name, ...request.order_items.map((item) => item.client_product_id)].join(' '),
      );

  const lines = [
    line(1005, 'Aziza Karimova', 17),
    line(1005, 'Botir', 18),
    line(1005, 'Botir', 19),
    line(1006, 'Said Olimov', 17),
  ];
  const today = await open('kun.csv', lines);
  expect((await services.batches.summary(today)).counts).toMatchObject({ total: 2, ready: 1, withErrors: 1 });
  expect((await giveNumber(today)).counts).toMatchObject({ total: 3, ready: 3 });
  // Taken back and done again it is the same number.
  await services.batches.undo(today);
  await giveNumber(today);
  await send(today);
  expect(created().toSorted()).toEqual(['Aziza Karimova 17', 'Botir 18 19', 'Said Olimov 17']);

  const tomorrow = await open('ertaga.csv', [line(1007, 'Nodira', 20), ...lines.toReversed()]);
  expect((await giveNumber(tomorrow)).counts).toMatchObject({ total: 4, alreadySent: 3, ready: 1 });
  await send(tomorrow);
  expect(created()).toHaveLength(4);
  expect(new Set(server.ledger().map(({ orderId }) => orderId)).size).toBe(4);
});
