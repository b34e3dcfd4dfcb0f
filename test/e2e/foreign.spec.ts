/** Files of other formats through the real window: their process is started by Electron, and gone afterwards. */
import { read as readBook, write as writeBook } from '@e965/xlsx';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, sample, test } from '../support/app.ts';
import { zip } from '../support/zip-writer.ts';

/** The sample as an old workbook. */
function oldSample(): Buffer {
  return writeBook(readBook(readFileSync(sample('orders-uz.xlsx')), { cellNF: true }), {
    bookType: 'biff8',
    type: 'buffer',
  }) as Buffer;
}

test('an old workbook is read as the new one is', async ({ home, start }) => {
  const file = path.join(home, 'eski.xls');
  writeFileSync(file, oldSample());
  const app = await start();
  await app.drop(file);
  await app.page.getByTestId('columns').waitFor();
  const old = await app.summary(await app.batchId());
  expect(old.file).toMatchObject({ format: 'xls', name: 'eski.xls' });
  const sampleId = await app.call('file.openSample', { name: 'orders-uz.xlsx' });
  const fresh = await app.call('batch.open', { batchId: sampleId });
  expect(old.counts).toEqual(fresh.counts);
  expect(old.readyAmount).toEqual(fresh.readyAmount);
  const texts = async (batchId: string) =>
    (await app.rows(batchId)).map(({ row, cells }) => [row, cells.map(({ text }) => text)]);
  expect(await texts(old.batchId)).toEqual(await texts(fresh.batchId));
  // Its process is not kept.
  const readers = await app.electron.evaluate(
    ({ app: electron }) =>
      electron
        .getAppMetrics()
        .filter(({ name, serviceName }) => `${name} ${serviceName}`.includes('Order Importer reader')).length,
  );
  expect(readers).toBe(0);
});

test('a zip with several spreadsheets gives a file for each', async ({ home, start }) => {
  const file = path.join(home, 'kun.zip');
  writeFileSync(
    file,
    zip([
      { name: 'kun/birinchi.xls', data: oldSample() },
      { name: 'kun/ikkinchi.csv', data: readFileSync(sample('orders-ru.csv')) },
      { name: 'kun/oʻqing.txt', data: 'Salom' },
    ]),
  );
  const app = await start();
  await app.drop(file);
  await expect(app.page.getByTestId('queue-file')).toHaveCount(2);
  const names = (await app.call('batch.list', {})).map(({ fileName }) => fileName).sort();
  expect(names).toEqual(['birinchi.xls', 'ikkinchi.csv']);
});

test('a range copied from a spreadsheet is pasted as a file', async ({ start }) => {
  const app = await start();
  const range =
    'Buyurtma raqami\tTelefon\tIzoh\r\n700001\t+998901234567\t"bir\n""ikki"""\r\n700002\t;,|\t15" ekran\r\n';
  await app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), range);
  await app.page.keyboard.press('Control+V');
  await app.page.getByTestId('columns').waitFor();
  const batchId = await app.batchId();
  expect((await app.summary(batchId)).file).toMatchObject({ format: 'csv', delimiter: '\t', rows: 2 });
  expect((await app.rows(batchId)).map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['700001', '+998901234567', 'bir\n"ikki"'],
    ['700002', ';,|', '15" ekran'],
  ]);
});

test('what is pasted next is a file of its own, not the first one changed', async ({ start }) => {
  const app = await start();
  const names = async () => (await app.call('batch.list', {})).map(({ fileName }) => fileName);
  for (const id of ['700001', '700002']) {
    await app.electron.evaluate(
      ({ clipboard }, text) => clipboard.writeText(text),
      `Buyurtma raqami\tTelefon\r\n${id}\t+998901234567\r\n`,
    );
    await app.page.keyboard.press('Control+V');
    await app.page.getByTestId('columns').waitFor();
    await app.page.getByTestId('go-to-files').click();
    // An operator needs longer to copy the next range.
    await app.page.waitForTimeout(1000);
  }
  expect(new Set(await names()).size).toBe(2);
});

test('a word in the clipboard is no file; copied messages are a row each', async ({ start }) => {
  const app = await start();
  await app.electron.evaluate(({ clipboard }) => clipboard.writeText('Toshkent'));
  await app.page.keyboard.press('Control+V');
  expect(await app.call('batch.list', {})).toEqual([]);
  const messages = `Dilnoza, [29.11.2026 10:12]
Ism: Karimova Aziza
Tel: 90 123 45 67
Manzil: Toshkent sh., Chilonzor 5
2 ta choynak
Dilnoza, [29.11.2026 10:15]
Rahimov Sardor 93 234 56 62
Samarqand sh., Bobur 9
1 ta lagan`;
  await app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), messages);
  await app.page.keyboard.press('Control+V');
  const phone = app.page.locator('[data-testid="column-line"][data-field="phone"]');
  await expect(phone).toContainText('+998932345662');
  await expect(phone).toContainText('+998901234567');
});
