/** What the window's report says of a file. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startServices } from '../../support/services.ts';
import { temporaryFolder } from '../../support/terminal.ts';

const nowhere = 'https://wms.example';
const headings = 'Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx';
const line = (id: number, price: string, phone = '998901234567'): string =>
  `${id};14.06.2030 10:00;Mijoz ${id};${phone};Navoiy ${id};Buxoro viloyati;7;2;${price}`;

async function notDoneOf(lines: readonly string[]) {
  const home = temporaryFolder();
  const services = startServices(home);
  onTestFinished(() => services.stop());
  const file = path.join(home, 'narxsiz.csv');
  writeFileSync(file, [headings, ...lines].join('\n'));
  const [batchId = ''] = await services.files.addFile(file, nowhere);
  await services.batches.open(batchId, nowhere);
  const of = async (language: 'en' | 'ru' | 'uz') =>
    (await services.reports.summary(batchId, language)).flatMap((line) =>
      line.kind === 'value' && line.verdict === 'notDone' ? [line.text] : [],
    )[0];
  return { en: await of('en'), ru: await of('ru'), uz: await of('uz') };
}

it('the sum says of how many orders it is where a price is missing; a price of nothing is one', async () => {
  expect(await notDoneOf([line(1, '25000', '12'), line(2, ''), line(3, 'ming'), line(4, '0', '12')])).toEqual({
    en: '4 · 50\u00a0000 so’m (sum of 2 orders; 2 without a price)',
    ru: '4 · 50\u00a0000 сум (сумма 2 заказов; 2 без цены)',
    uz: '4 · 50\u00a0000 soʻm (2 ta buyurtma summasi; 2 tasi narxsiz)',
  });
});

it('where no price is known there is no sum, and where all are it stands alone', async () => {
  expect((await notDoneOf([line(1, ''), line(2, '')])).ru).toBe('2 · без цены');
  expect((await notDoneOf([line(1, '25000', '12')])).uz).toBe('1 · 50\u00a0000 soʻm');
});
