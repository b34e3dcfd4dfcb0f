/** A morning with two shops on one server: told by the file or asked, each with its own products, key and numbers. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';
import { type App, expect, test } from '../support/app.ts';
import { accessKey, startWms } from '../support/wms.ts';

const headings = 'Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot nomi;Soni;Narxi';
const lineOf = (id: number, customer: string): string =>
  `${id};14.06.2027 10:00;${customer};998901234567;Navoiy 1;Buxoro viloyati;Futbolka qora M;1;50000`;

function write(home: string, name: string, lines: readonly string[]): string {
  const file = path.join(home, 'kelgan', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, lines.join('\n'));
  return file;
}

/** Adds a shop, and its products, as an operator does. */
async function addShop(app: App, home: string, name: string, productId: number): Promise<void> {
  const { page } = app;
  await page.getByTestId('go-to-settings').click();
  await page.getByTestId('shop-name').fill(name);
  await page.getByTestId('shop-add').click();
  await expect(page.locator(`[data-testid="shop-line"][data-shop="${name}"]`)).toBeVisible();
  await page.getByTestId('settings-back').click();
  await app.answerOpenDialog(
    write(home, `mahsulotlar ${name}.csv`, ['Mahsulot nomi;ID', `Futbolka qora M;${productId}`]),
  );
  await page.getByTestId('go-to-products').click();
  if (await page.getByTestId('shop-choice').isVisible()) await page.getByTestId('shop-choice').selectOption(name);
  await page.getByTestId('products-import').click();
  await expect(page.getByTestId('product-table')).toContainText(String(productId));
  await page.getByTestId('products-back').click();
}

/** Gives the shop's key where it is asked for, and sends all. */
async function send(app: App, account: number): Promise<void> {
  const { page } = app;
  await page.getByTestId('plan').waitFor();
  await page.getByTestId('key-entry').or(page.locator('[data-testid="send-all"]:enabled')).first().waitFor();
  if (await page.getByTestId('key-entry').isVisible()) {
    await page.getByTestId('key-entry').getByText('Paste the key').click();
    await page.getByTestId('key-paste').fill(`${accessKey}@${account}`);
    await page.getByTestId('key-submit').click();
  }
  await page.getByTestId('send-all').click();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 30_000 });
}

test('the same numbers and products of two shops go out right; with one shop nothing is seen of it', async ({
  start,
  home,
}) => {
  const wms = await startWms();
  const app = await start({
    settings: { language: 'en', practice: false, server: wms.url, sending: { ...defaultSendingRules, quietTime: 0 } },
  });
  const { page } = app;
  // With one shop there is no chip, no question, no choice.
  await app.drop(write(home, 'sinov.csv', [headings, lineOf(5, 'Sinov Mijoz')]));
  await page.getByTestId('columns').waitFor();
  await expect(page.getByTestId('shop-chip')).toHaveCount(0);
  await expect(page.getByTestId('shop-question')).toHaveCount(0);
  await page.getByTestId('go-to-files').click();
  await addShop(app, home, 'Atlas', 101);
  await addShop(app, home, 'Bodom', 201);

  // The file's name tells: nothing is asked.
  await app.drop(write(home, 'Atlas 14.06.csv', [headings, lineOf(1001, 'Karimova Aziza')]));
  await expect(page.getByTestId('shop-chip')).toHaveText('Atlas');
  await page.getByTestId('next-step').click();
  await page.getByTestId('next-step').click();
  await expect(page.getByTestId('plan-shop')).toContainText('Atlas');
  await send(app, 7);

  // Nothing tells of this one: it is asked, and nothing is sent before.
  await page.getByTestId('go-to-files').click();
  await app.drop(
    write(home, 'buyurtmalar.csv', [headings, lineOf(1001, 'Yusupov Bekzod'), lineOf(1002, 'Rahimova Dilnoza')]),
  );
  await expect(page.getByTestId('shop-question')).toBeVisible();
  await expect(page.getByTestId('questions')).not.toContainText('No question is open');
  await expect(page.getByTestId('shop-chip')).toHaveText('Shop?');
  await page.getByTestId('shop-answer').getByText('Bodom').click();
  await expect(page.getByTestId('shop-question')).toHaveCount(0);
  await expect(page.getByTestId('shop-chip')).toHaveText('Bodom');
  // The number that Atlas used is no duplicate: numbers of our own are the answer.
  const question = page.locator('[data-testid="question"]').filter({ hasText: 'Atlas' });
  await expect(question).toContainText('1001');
  await question.getByTestId('answer-use').first().click();
  await expect(question).toHaveCount(0);
  await page.getByTestId('next-step').click();
  await page.getByTestId('next-step').click();
  await expect(page.getByTestId('plan-orders')).toHaveText('2');
  await send(app, 8);

  const created = wms
    .ledger()
    .map(({ request }) => [request.full_name, request.order_items[0]?.client_product_id])
    .toSorted();
  expect(created).toEqual([
    ['Karimova Aziza', 101],
    ['Rahimova Dilnoza', 201],
    ['Yusupov Bekzod', 201],
  ]);
  await page.getByTestId('run-report').click();
  await expect(page.getByTestId('report-screen')).toContainText('Bodom');
  await page.getByTestId('go-to-files').click();
  const files = page.getByTestId('earlier-file');
  await expect(files.filter({ hasText: 'buyurtmalar.csv' })).toContainText('Bodom');
  await expect(files.filter({ hasText: 'Atlas 14.06.csv' })).toContainText('Atlas');
});
