/** A morning's folder: the files of two shops in one queue, shown with shop, count and sum, sent each with its key. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';
import { expect, test } from '../support/app.ts';
import { accessKey, startWms } from '../support/wms.ts';

const headings =
  'Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Soni;Narxi;Oldindan toʻlov';
const lineOf = (id: number, customer: string, phone = '998901234567'): string =>
  `${id};14.06.2030 10:00;${customer};${phone};Navoiy 1;Buxoro viloyati;17;1;50000;${id === 2 ? 20_000 : ''}`;

test('a folder becomes one queue; all that are ready go out, each with its key', async ({ start, home }) => {
  const wms = await startWms();
  const app = await start({
    settings: { language: 'en', practice: false, server: wms.url, sending: { ...defaultSendingRules, quietTime: 0 } },
  });
  const { page } = app;
  for (const [name, account] of [
    ['Atlas', 7],
    ['Bodom', 8],
  ] as const) {
    await app.call('shop.add', { name });
    await app.call('accessKey.set', { key: `${accessKey}@${account}`, shop: name.toLowerCase() });
  }
  const folder = path.join(home, 'tong');
  mkdirSync(folder);
  const write = (name: string, lines: readonly string[]): void =>
    writeFileSync(path.join(folder, name), [headings, ...lines].join('\n'));
  write('Atlas 1.csv', [lineOf(1, 'Karimova Aziza'), lineOf(2, 'Yusupov Bekzod')]);
  write('Bodom 1.csv', [lineOf(3, 'Rahimova Dilnoza'), lineOf(4, 'Qodirov Sherzod', '12')]);
  write('kimniki.csv', [lineOf(5, 'Tursunova Malika')]);
  write('~$Atlas 1.csv', ['lock']);
  await app.drop(folder);
  await page.getByTestId('queue-screen').waitFor();
  const row = (name: string) => page.locator(`[data-testid="queue-file"][data-file="${name}"]`);
  await expect(page.getByTestId('queue-file')).toHaveCount(3);
  await expect(row('Atlas 1.csv')).toContainText('Atlas');
  await expect(row('Atlas 1.csv')).toHaveAttribute('data-ready', '2');
  // Money that the courier must not take is said once more before sending.
  await expect(row('Atlas 1.csv')).toContainText(/Paid before: 20.000.*Row 3/);
  await expect(row('Bodom 1.csv')).toContainText('1 order with errors');
  await expect(row('kimniki.csv')).toContainText('Whose orders are these?');
  await expect(row('kimniki.csv').getByTestId('queue-tick')).toBeDisabled();
  await expect(page.getByTestId('queue-total')).toContainText('2 files · 3 orders · 150 000');
  await expect(page.getByTestId('queue-shop')).toHaveCount(2);

  await page.getByTestId('queue-send').click();
  await expect(row('Atlas 1.csv')).toContainText('2 in the WMS', { timeout: 30_000 });
  await expect(row('Bodom 1.csv')).toContainText('1 in the WMS', { timeout: 30_000 });
  expect(wms.ledger().map(({ orderId }) => orderId)).toEqual([1, 2, 3]);
  await expect(page.getByTestId('queue-plan')).toHaveCount(0);

  // One report for all, and one for each shop.
  await app.answerSaveDialog(path.join(home, 'kun.xlsx'));
  await page.getByTestId('queue-report').click();
  await expect(page.getByText('Saved: kun.xlsx')).toBeVisible();
  const reports = path.join(home, 'hisobotlar');
  mkdirSync(reports);
  await app.answerOpenDialog(reports);
  await page.getByTestId('queue-reports').click();
  await expect.poll(() => readdirSync(reports).length).toBe(3);

  // The rest is opened from here, and the way back is on the first screen.
  await row('kimniki.csv').getByTestId('queue-open').click();
  await page.getByTestId('shop-answer').getByText('Atlas').click();
  await page.getByTestId('go-to-files').click();
  await page.getByTestId('go-to-queue').click();
  await expect(page.getByTestId('queue-total')).toContainText('1 file · 1 order');
});

test('an unexpected account pauses after that order, and holds the files behind it', async ({ start, home }) => {
  const wms = await startWms();
  const app = await start({
    settings: { language: 'en', practice: false, server: wms.url, sending: { ...defaultSendingRules, quietTime: 0 } },
  });
  const { page } = app;
  await app.call('shop.add', { name: 'Atlas' });
  await app.call('shop.change', { id: 'atlas', change: { account: 7041 } });
  await app.call('accessKey.set', { key: accessKey, shop: 'atlas' });
  const files = ['a', 'b'].map((name, at) => {
    const file = path.join(home, `${name}.csv`);
    writeFileSync(
      file,
      [headings, lineOf(at * 2 + 1, 'Karimova Aziza'), lineOf(at * 2 + 2, 'Yusupov Bekzod')].join('\n'),
    );
    return file;
  });
  await app.drop(...files);
  const row = (name: string) => page.locator(`[data-testid="queue-file"][data-file="${name}"]`);
  await expect(page.getByTestId('queue-total')).toContainText('2 files · 4 orders');
  await page.getByTestId('queue-send').click();
  await expect(row('a.csv')).toContainText('not for 7041', { timeout: 30_000 });
  await expect(row('b.csv')).toContainText('Its turn comes');
  expect(wms.ledger()).toHaveLength(1);
  await page.getByTestId('queue-stop').click();
  await expect(row('b.csv')).not.toContainText('Its turn comes');
  await row('a.csv').getByTestId('queue-open').click();
  await page.getByTestId('run-stop').click();
  await page.getByTestId('run-stop-yes').click();
  await expect(page.getByTestId('plan-orders')).toHaveText('1', { timeout: 30_000 });
  expect(wms.ledger()).toHaveLength(1);
});

test('a watched folder: new files wait as new, once; what is left is opened nevertheless; nothing is sent', async ({
  start,
}) => {
  const wms = await startWms();
  const settings = { language: 'en' as const, practice: false, server: wms.url };
  const app = await start({ settings });
  const { page } = app;
  const folder = mkdtempSync(path.join(tmpdir(), 'pochta-'));
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  const ordersOf = (...ids: number[]): string =>
    [headings, ...ids.map((id) => lineOf(id, 'Karimova Aziza')), ''].join('\n');
  write('kecha.csv', ordersOf(1));
  await app.answerOpenDialog(folder);
  await page.getByTestId('go-to-settings').click();
  await page.getByTestId('watch-choose').click();
  await expect(page.getByTestId('watch-folder')).toContainText('pochta');
  await expect(page.getByTestId('watch-status')).toHaveAttribute('data-status', 'watching');
  await expect(page.getByTestId('watch-before')).toContainText('1 file lay there already');
  await page.getByTestId('settings-back').click();

  // Headings that nobody has seen: a line. Once a person has opened it, the next ones come by themselves.
  write('bugun.csv', ordersOf(2, 3));
  write('ertaga.csv', ordersOf(4));
  await expect(page.getByTestId('watch-left-file')).toHaveCount(2, { timeout: 15_000 });
  await page.getByTestId('watch-left-file').filter({ hasText: 'bugun' }).getByTestId('watch-open').click();
  await page.getByTestId('columns').waitFor();
  await page.getByTestId('go-to-files').click();
  const file = (name: string) => page.getByTestId('earlier-file').filter({ hasText: name });
  await expect(file('ertaga.csv').getByTestId('earlier-new')).toBeVisible({ timeout: 15_000 });
  await expect(file('ertaga.csv')).toContainText('1 ready');
  await expect(page.getByTestId('watch-left')).toHaveCount(0);
  await expect(page.getByText('New: «ertaga.csv». 1 of 1 orders ready.')).toBeVisible();

  // The same again is nothing; the app is started anew, and takes what came meanwhile, with what lay there where that is wanted.
  await app.close();
  write('ertaga (1).csv', ordersOf(4));
  write('yana.csv', ordersOf(5));
  const again = await start();
  const list = again.page.getByTestId('earlier-file');
  await expect(list).toHaveCount(3, { timeout: 15_000 });
  await expect(list.filter({ hasText: 'yana.csv' }).getByTestId('earlier-new')).toBeVisible();
  await again.page.getByTestId('go-to-settings').click();
  await again.page.getByTestId('watch-take-before').click();
  await again.page.getByTestId('settings-back').click();
  await expect(list).toHaveCount(4, { timeout: 15_000 });
  await list.filter({ hasText: 'yana.csv' }).getByTestId('earlier-open').click();
  await again.page.getByTestId('columns').waitFor();
  await again.page.getByTestId('go-to-files').click();
  await expect(again.page.getByTestId('earlier-new')).toHaveCount(2);
  expect(wms.ledger()).toHaveLength(0);
  rmSync(folder, { recursive: true });
});
