/** What the app cannot know is asked once, in the window: questions about a file, products, and profiles that remember. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type App, expect, sample, test } from '../support/app.ts';
import { readWorkbookFile } from '../support/read-written-files.ts';

function fileOf(home: string, name: string, lines: readonly (readonly string[])[]): string {
  const file = path.join(home, name);
  writeFileSync(file, lines.map((line) => line.map((cell) => `"${cell}"`).join(';')).join('\r\n'));
  return file;
}

const question = (page: Page, code: string) => page.locator(`[data-testid="question"][data-code="orders.${code}"]`);
const answer = (page: Page, code: string, text: string) =>
  question(page, code).getByRole('button', { name: text }).click();
const ready = async (app: App): Promise<number> => (await app.summary(await app.batchId())).counts.ready;

async function expectOpenToAll(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect
    .soft(
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    )
    .toEqual([]);
}

const shopHeadings = ['Sana', 'Buyurtma ID', 'Mijoz', 'Telefon', 'Manzil', 'Viloyat', 'Mahsulotlar', 'Narxi'];
const shopRow = (id: string, product: string, region = 'Toshkent') => [
  '20.11.2026',
  id,
  'Karimova Aziza',
  '998901234501',
  'Navoiy 5',
  region,
  product,
  '90000',
];

async function openTable(app: App): Promise<void> {
  await app.page.getByTestId('go-to-products').click();
  await app.page.getByTestId('products-screen').waitFor();
}

test('everything that is asked about a file is answered on one place, and not asked tomorrow', async ({
  start,
  home,
}) => {
  const app = await start({ settings: { language: 'en' } });
  const { page } = app;
  await app.call('product.save', {
    products: [
      { keyKind: 'name', key: 'Lagan', productId: 33, variationId: null, price: 90_000 },
      { keyKind: 'name', key: 'Piyola', productId: 32, variationId: null, price: 25_000 },
    ],
  });
  await app.drop(
    fileOf(home, 'bot-24-11.csv', [
      shopHeadings,
      shopRow('a81f22c0', 'Piyola x2; Lagan'),
      shopRow('b7711e9d', 'Lagan'),
    ]),
  );
  await page.getByTestId('columns').waitFor();
  await expect(page.getByTestId('questions')).toContainText('3 questions to answer');
  // An order without a mistake of its own says what it waits for, and leads there.
  await page.getByTestId('step-check').click();
  await page.locator('[data-testid="row"]').first().click();
  await page.keyboard.press('Alt+KeyO');
  await expect(page.getByTestId('awaited-answers')).toContainText('3 questions about the whole file are still open');
  await page.getByTestId('awaited-answers').getByRole('button').click();
  // Letters in the order numbers: numbers of our own, from where the operator says.
  await question(page, 'letteredIds').getByTestId('answer-text').first().fill('5000');
  await question(page, 'letteredIds').getByTestId('answer-use').first().click();
  await expect(question(page, 'ownNumbers')).toContainText('«a81f22c0» is 5000');
  // The day after tomorrow, at ten.
  const date = question(page, 'deliveryDateQuestion');
  await date.getByTestId('date-day').selectOption('dayAfter');
  await date.getByTestId('date-time').fill('10');
  await date.getByTestId('date-use').click();
  await expect(date).toHaveCount(0);
  await answer(page, 'splitQuestion', 'Split them into items');
  await expect(page.getByTestId('questions')).toContainText('No question is open');
  // What was only assumed can be decided, and taken back.
  await answer(page, 'toshkentQuestion', 'The city');
  await expect(question(page, 'toshkentQuestion')).toHaveCount(0);
  await page.locator('[data-testid="answer-given"][data-rule="toshkentMeans"]').getByTestId('answer-back').click();
  await answer(page, 'toshkentQuestion', 'The region');
  await expect.poll(() => ready(app)).toBe(2);
  await expectOpenToAll(page);

  await page.getByTestId('go-to-files').click();
  await app.drop(
    fileOf(home, 'bot-25-11.csv', [
      shopHeadings,
      shopRow('c0ffee01', 'Piyola x3; Lagan x2'),
      shopRow('b7711e9d', 'Lagan'),
    ]),
  );
  await page.getByTestId('columns').waitFor();
  await expect(page.getByTestId('questions')).toContainText('No question is open');
  await expect.poll(() => ready(app)).toBe(2);
  const { choices } = await app.summary(await app.batchId());
  expect(choices.rules).toMatchObject({ toshkentMeans: 'region', splitItems: 'on' });
  // The same order has its number; the other one the next.
  const ids = (await app.rows(await app.batchId())).map(({ orderId }) => orderId);
  expect(ids).toEqual(['5002', '5001']);
  // Beside each number of ours stands what the shop calls the order.
  await page.getByTestId('next-step').click();
  await expect(app.cell(2, 'B')).toHaveText(/5002 · c0ffee01$/u);
  await expect(app.cell(3, 'B')).toHaveText(/5001 · b7711e9d$/u);
});

test('what the check says of the file leads to its questions; a column of times joins the dates', async ({
  start,
  home,
}) => {
  const app = await start({ settings: { language: 'en' } });
  const { page } = app;
  const headings = ['Raqam', 'Sana', 'Vaqt', 'Mijoz', 'Telefon', 'Manzil', 'Viloyat', 'SKU', 'Soni', 'Narxi'];
  const row = (id: string, time: string) => [
    id,
    '25.06.2027',
    time,
    'Karimova Aziza',
    '998901234501',
    'Navoiy 5',
    'Buxoro viloyati',
    '17',
    '1',
    '50000',
  ];
  await app.drop(fileOf(home, 'vaqtli.csv', [headings, row('71', '14:00'), row('72', '16:30')]));
  await page.getByTestId('next-step').click();
  await page.locator('[data-testid="cause"][data-code="orders.codesAreNumbers"]').getByTestId('cause-answer').click();
  await expect(question(page, 'codesAreNumbers').getByTestId('answer').first()).toBeFocused();
  // A date and a time beside it are joined without a question.
  await expect(question(page, 'deliveryDateQuestion')).toHaveCount(0);
  // The shop's codes are the WMS's ids after all.
  await answer(page, 'codesAreNumbers', 'Take «SKU»');
  await expect.poll(() => ready(app)).toBe(2);
  const batchId = await app.batchId();
  const bodies = await Promise.all(
    ['71', '72'].map(
      async (orderKey) =>
        JSON.parse((await app.call('order.get', { batchId, orderKey })).body ?? '') as {
          readonly scheduled_at: string;
        },
    ),
  );
  expect(bodies.map((body) => body.scheduled_at)).toEqual(['2027-06-25T09:00:00Z', '2027-06-25T11:30:00Z']);
});

test('a sheet without numbers: every row an order, a column, or the whole sheet one order', async ({ start, home }) => {
  const app = await start({ settings: { language: 'en' } });
  const { page } = app;
  const headings = ['Tartib', 'Mijoz', 'Telefon', 'Manzil', 'Viloyat', 'Mahsulot ID', 'Soni', 'Narxi'];
  const row = (at: string) => [at, 'Karimova Aziza', '998901234501', 'Navoiy 5', 'Buxoro viloyati', '17', '1', '50000'];
  await app.drop(fileOf(home, 'raqamsiz.csv', [headings, row('x'), row('y'), row('z')]));
  await page.getByTestId('columns').waitFor();
  const numbers = question(page, 'noIdColumn');
  await question(page, 'deliveryDateQuestion').getByRole('button', { name: 'Send as new' }).click();
  await numbers.getByTestId('missing-constant').fill('15');
  await numbers.getByTestId('missing-use').click();
  await expect(numbers).toHaveCount(0);
  expect((await app.summary(await app.batchId())).counts).toMatchObject({ total: 1, ready: 1 });
  await page.locator('[data-testid="constant"][data-field="order_id"]').getByRole('button').click();
  await numbers.getByTestId('answer-text').fill('700');
  await page.keyboard.press('Enter');
  // The question goes, and with it what had the focus: it stays among the questions.
  await expect(page.getByTestId('questions').getByRole('heading').first()).toBeFocused();
  await expect(question(page, 'everyRow')).toContainText('here 700 to 702');
  await expect.poll(() => ready(app)).toBe(3);
});

test('rows of one order that differ are settled by either value, or by one that is typed; a check can hold orders back; a cell that was taken apart is corrected', async ({
  start,
  home,
}) => {
  const app = await start({ settings: { language: 'en' } });
  const { page } = app;
  const headings = [
    'Buyurtma raqami',
    'Yetkazish sanasi va vaqti',
    'Mijoz',
    'Telefon',
    'Manzil',
    'Viloyat',
    'Mahsulot ID',
    'Soni',
    'Narxi',
  ];
  const row = (phone: string, product: string, price = '50000') => [
    '700',
    '25.06.2027 14:00',
    'Karimova Aziza',
    phone,
    'Navoiy 5',
    'Buxoro viloyati',
    product,
    '1',
    price,
  ];
  await app.drop(
    fileOf(home, 'farqli.csv', [
      headings,
      row('998901234501', '17'),
      row('998901234502', '18'),
      row('998901234501', '19', '0'),
    ]),
  );
  await page.getByTestId('columns').waitFor();
  await page.getByTestId('columns-expert').click();
  await page.getByTestId('check-priceZero').selectOption('error');
  await page.getByTestId('next-step').click();
  await app.selectCell(2, 'D');
  const inspector = page.getByTestId('cell-inspector');
  await expect(inspector.getByTestId('fix')).toContainText('998901234501');
  await expect(inspector.getByTestId('other-fix')).toContainText('998901234502');
  await inspector.getByTestId('answer-text').fill('90 333 33 33');
  await inspector.getByTestId('answer-use').click();
  for (const at of [2, 3, 4]) await expect(app.cell(at, 'D')).toHaveText('+998903333333');
  // Still held back: a price of 0 is no mere warning here.
  expect(await ready(app)).toBe(0);
  await expect(page.locator('[data-testid="causes-error"] [data-code="orders.priceZero"]')).toBeVisible();
  await app.typeInto(4, 'I', '45000');
  await expect.poll(() => ready(app)).toBe(1);

  // A cell that holds name and phone: what is typed reaches both columns made of it, or is refused with their places.
  await page.getByTestId('go-to-files').click();
  const rest = ['Navoiy 5', 'Buxoro viloyati', '25.06.2027 14:00', '17', '1', '50000'];
  await app.drop(
    fileOf(home, 'birga.csv', [
      ['Buyurtma', 'Mijoz', 'Manzil', 'Viloyat', 'Yetkazish sanasi', 'Mahsulot ID', 'Soni', 'Narxi'],
      ['601', 'Karimova Aziza, 90 123 45 61', ...rest],
      ['602', 'Rahimov Sardor, 93 234 56 62', ...rest],
      ['603', 'Sobirova Nodira, 97 345 67 63', ...rest],
    ]),
  );
  await page.getByTestId('columns').waitFor();
  await page.getByTestId('next-step').click();
  await app.typeInto(3, 'B', 'Rahimova Sarvinoz, 90 777 66 55');
  await app.selectCell(3, 'B·2');
  await expect(app.cell(3, 'B·1')).toHaveText('Rahimova Sarvinoz');
  await expect(app.cell(3, 'B·2')).toHaveText('+998907776655');
  await page.keyboard.press('Home');
  await app.typeInto(3, 'B', '90 777 66 56');
  await expect(page.getByTestId('notice-error')).toContainText(
    'Type each into its own column, further to the right: B·1 (F.I.Sh.), B·2 (Telefon)',
  );
  await expect(page.getByTestId('cell-editor')).toHaveValue('90 777 66 56');
  await page.keyboard.press('Escape');
  await app.selectCell(3, 'B·2');
  await expect(app.cell(3, 'B·2')).toHaveText('+998907776655');
});

test('a product that the table does not know is named once, and said once for all of its rows', async ({
  start,
  home,
}) => {
  const app = await start({ settings: { language: 'en' } });
  const { page } = app;
  const headings = [
    'Buyurtma raqami',
    'Yetkazish sanasi va vaqti',
    'Mijoz',
    'Telefon',
    'Manzil',
    'Viloyat',
    'Mahsulot',
    'Soni',
    'Narxi',
  ];
  const row = (id: number, product: string) => [
    String(id),
    '25.06.2027 14:00',
    'Karimova Aziza',
    '998901234501',
    'Navoiy 5',
    'Buxoro viloyati',
    product,
    '1',
    '50000',
  ];
  const products = ['Kosa', 'Kosa', 'Piyolla', 'Kosa', 'Tovoq', 'Lagan'];
  await app.call('product.save', {
    products: [{ keyKind: 'name', key: 'Piyola', productId: 32, variationId: null, price: null }],
  });
  await app.drop(fileOf(home, 'mahsulotlar.csv', [headings, ...products.map((product, at) => row(at + 1, product))]));
  await expect(page.getByTestId('open-products')).toContainText('4 products');
  await page.getByTestId('next-step').click();
  const causes = page.locator('[data-testid="cause"][data-code^="orders.productUnmapped"]');
  await expect(causes).toHaveCount(4);
  // In the list of problems …
  const kosa = causes.filter({ hasText: '«Kosa»' });
  await expect(kosa.getByTestId('cause-count')).toHaveText('3');
  await kosa.getByTestId('cause-say-product').click();
  await expect(kosa.getByTestId('product-productId')).toBeFocused();
  await page.keyboard.type('CH-1');
  await expect(kosa).toContainText('is not the WMS’s product id');
  await kosa.getByTestId('product-productId').fill('17');
  await page.keyboard.press('Tab');
  await page.keyboard.type('170');
  await page.keyboard.press('Enter');
  await expect(causes).toHaveCount(3);
  await expect.poll(() => ready(app)).toBe(3);
  // … beside the cell, where what it resembles is offered first …
  await app.selectCell(4, 'G');
  await page.getByTestId('cell-inspector').getByTestId('fix').waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('cell-inspector').getByTestId('fix')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => ready(app)).toBe(4);
  // … and on the page of the table.
  await page.getByTestId('open-products').click();
  await page.getByTestId('products-screen').waitFor();
  const tovoq = page.locator('[data-testid="unmapped-product"][data-key="Tovoq"]');
  await tovoq.getByTestId('product-productId').fill('18');
  await tovoq.getByTestId('product-use').click();
  await expect(page.getByTestId('unmapped-product')).toHaveCount(1);
  await expectOpenToAll(page);
  const sheet = path.join(home, 'toldirish.xlsx');
  await app.answerSaveDialog(sheet);
  await page.getByTestId('products-export').click();
  await expect.poll(() => existsSync(sheet)).toBe(true);
  const [exported] = await readWorkbookFile(sheet);
  expect(exported?.rows[1]?.map(String)).toContain('Lagan');
  // The WMS's people fill it in.
  const filled = fileOf(home, 'toldirildi.csv', [
    ['Mahsulot nomi', 'Mahsulot ID'],
    ['Lagan', '33'],
    ['Choynak', ''],
  ]);
  await app.answerOpenDialog(filled);
  await page.getByTestId('products-import').click();
  await expect(page.getByTestId('import-outcome')).toContainText('1 added');
  await expect(page.getByTestId('skipped-row')).toContainText('Row 3');
  // What overwrites ids is shown before it is done, and can be taken back.
  await app.answerOpenDialog(
    fileOf(home, 'boshqa.csv', [
      ['Mahsulot nomi', 'Mahsulot ID'],
      ['Lagan', '34'],
      ['Vaza', '40'],
    ]),
  );
  await page.getByTestId('products-import').click();
  await expect(page.getByTestId('changed-product')).toHaveText('Lagan: 33 → 34');
  const tableNow = async () =>
    (await app.call('product.list', {})).products.map(({ key, productId }) => `${key} ${productId}`);
  const before = await tableNow();
  expect(before).toContain('Lagan 33');
  await page.getByTestId('import-do').click();
  await expect(page.getByTestId('import-outcome')).toContainText('1 added, 1 changed');
  expect(await tableNow()).toEqual(expect.arrayContaining(['Lagan 34', 'Vaza 40']));
  await page.getByTestId('import-back').click();
  await expect(page.getByTestId('import-outcome')).toHaveCount(0);
  await expect.poll(tableNow).toEqual(before);
  await expect(page.getByTestId('all-mapped')).toBeVisible();
  await page.getByTestId('products-back').click();
  await expect(page.getByTestId('review')).toBeVisible();
  await expect.poll(() => ready(app)).toBe(6);
  // A price that neither the file nor the table gives is said beside the problem, for all of the product's rows.
  await app.call('product.save', {
    products: [{ keyKind: 'name', key: 'Piyola', productId: 32, variationId: null, price: 9000 }],
  });
  await app.drop(
    fileOf(home, 'narxsiz.csv', [headings.slice(0, -1), ...[7, 8].map((id) => row(id, 'Lagan').slice(0, -1))]),
  );
  await page.getByTestId('columns').waitFor();
  await page.getByTestId('next-step').click();
  const priceless = page.locator('[data-testid="cause"][data-code="orders.noTablePrice"]');
  await priceless.getByTestId('price-text').fill('ming');
  await expect(priceless.getByTestId('price-use')).toBeDisabled();
  await priceless.getByTestId('price-text').fill('70 000');
  await priceless.getByTestId('price-use').click();
  await expect(priceless).toHaveCount(0);
  await expect.poll(() => ready(app)).toBe(2);
  expect((await app.summary(await app.batchId())).readyAmount).toBe(140_000);
});

test('the product table is kept by hand: added, found, corrected, removed', async ({ start }) => {
  const app = await start({ settings: { language: 'en' } });
  const { page } = app;
  await openTable(app);
  await expect(page.getByTestId('products')).toContainText('The table is empty');
  for (const [kind, key, id] of [
    ['name', 'Doʻppi', '42'],
    ['code', 'CH-01', '31'],
  ] as const) {
    await page.getByTestId('new-kind').selectOption(kind);
    await page.getByTestId('new-key').fill(key);
    await page.getByTestId('new-product').getByTestId('product-productId').fill(id);
    await page.keyboard.press('Enter');
    await expect(page.locator(`[data-testid="product-line"][data-key="${key}"]`)).toBeVisible();
    await expect(page.getByTestId('new-key')).toBeFocused();
  }
  // One that is in the table already would be changed: said before it is kept.
  await page.getByTestId('new-key').fill('ch-01');
  await page.getByTestId('new-product').getByTestId('product-productId').fill('32');
  await expect(page.getByTestId('new-known')).toHaveText(
    '«CH-01» is in the table already; it would be changed: 31 → 32',
  );
  await page.getByTestId('new-key').fill('');
  await expect(page.getByTestId('new-known')).toHaveCount(0);
  // As a grid: a pasted column fills this line and those below; what changes is shown, kept, and taken back.
  const idsNow = async () => (await app.call('product.list', {})).products.map(({ productId }) => productId);
  await page.getByTestId('products-grid').click();
  await page
    .getByTestId('grid-productId')
    .first()
    .evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '51\n5x\n');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
  await expect(page.getByTestId('grid-wrong')).toContainText('«Doʻppi» cannot be read.');
  await expect(page.getByTestId('grid-save')).toBeDisabled();
  await expectOpenToAll(page);
  await page.getByTestId('grid-productId').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('52');
  await expect(page.getByTestId('grid-change')).toHaveText(['CH-01: 31 → 51', 'Doʻppi: 42 → 52']);
  expect(await idsNow()).toEqual([31, 42]);
  await page.getByTestId('grid-save').click();
  await expect.poll(idsNow).toEqual([51, 52]);
  await page.getByTestId('notice-done').getByRole('button', { name: 'Take it back' }).click();
  await expect.poll(idsNow).toEqual([31, 42]);
  await page.getByTestId('products-search').fill("do'p");
  await expect(page.getByTestId('product-line')).toHaveCount(1);
  await page.getByTestId('product-edit').click();
  const line = page.getByTestId('product-line');
  await line.getByTestId('product-productId').fill('43');
  await line.getByTestId('product-price').fill('120 000');
  await line.getByTestId('product-save').click();
  await expect(line.getByTestId('product-line-id')).toHaveText('43');
  expect((await app.call('product.list', {})).products).toContainEqual({
    keyKind: 'name',
    key: 'Doʻppi',
    productId: 43,
    variationId: null,
    price: 120_000,
  });
  await page.getByTestId('product-remove').click();
  await page.getByTestId('product-remove-no').click();
  await page.getByTestId('product-remove').click();
  await page.getByTestId('product-remove-yes').click();
  await expect(page.getByTestId('products')).toContainText('Nothing with');
  await page.getByTestId('products-search').fill('');
  await expect(page.getByTestId('product-line')).toHaveCount(1);
  // Another server has a table of its own, which can begin with what was practised.
  await page.getByTestId('products-back').click();
  await app.call('settings.set', { practice: false, server: 'https://wms.example/' });
  await openTable(app);
  await expect(page.getByTestId('products-server')).toContainText('wms.example');
  await expect(page.getByTestId('product-line')).toHaveCount(0);
  await page.getByTestId('products-from-practice').click();
  await expect(page.locator('[data-testid="product-line"][data-key="CH-01"]')).toBeVisible();
});

test('a profile is named, set up, carried to another computer, and says how an export has changed', async ({
  start,
  home,
}) => {
  const app = await start({ settings: { language: 'en' } });
  const { page } = app;
  const profiles = async () => (await app.call('profile.list', {})).map(({ name }) => name);
  await app.drop(sample('orders-shopify.csv'));
  await page.getByTestId('columns').waitFor();
  await question(page, 'deliveryDateQuestion').getByTestId('date-use').click();
  await expect.poll(profiles).toEqual(['orders shopify']);
  await page.getByTestId('remember-name').fill('Instagram');
  await page.getByTestId('remember-save').click();
  await expect.poll(profiles).toEqual(['Instagram']);
  await expect(page.getByTestId('remember')).toContainText('«Instagram»');
  // Technical choices are folded away, and hold at once.
  await expect(page.getByTestId('rules')).toHaveCount(0);
  await page.getByTestId('columns-expert').click();
  await page.getByTestId('rule-clock').selectOption('localWithZ');
  await expect.poll(async () => (await app.summary(await app.batchId())).choices.rules.clock).toBe('localWithZ');

  await page.getByTestId('go-to-settings').click();
  const line = page.locator('[data-testid="profile"]');
  await line.getByTestId('profile-acts').click();
  await page.getByTestId('profile-rename').click();
  await page.getByTestId('profile-name').fill('Insta doʻkon');
  await page.keyboard.press('Enter');
  await expect(line).toHaveAttribute('data-name', 'Insta doʻkon');
  await line.getByTestId('profile-details').click();
  await expect(page.getByTestId('profile-constants')).toContainText('tomorrow 14:00');
  await page.getByTestId('profile-expert').click();
  await page.getByTestId('rule-lineCheck').selectOption('error');
  await expect
    .poll(async () => (await app.call('profile.list', {}))[0]?.rules)
    .toMatchObject({ lineCheck: 'error', clock: 'localWithZ' });
  await expectOpenToAll(page);
  const file = path.join(home, 'profil.json');
  await app.answerSaveDialog(file);
  await line.getByTestId('profile-acts').click();
  await page.getByTestId('profile-export').click();
  await expect.poll(() => existsSync(file)).toBe(true);
  await line.getByTestId('profile-acts').click();
  await page.getByTestId('profile-remove').click();
  await page.getByTestId('profile-remove-yes').click();
  await expect(line).toHaveCount(0);
  await app.answerOpenDialog(file);
  await page.getByTestId('profile-import').click();
  await expect(line).toHaveAttribute('data-name', 'Insta doʻkon');

  // The shop's export has changed: a heading renamed, one added.
  const [head = '', ...rows] = readFileSync(sample('orders-shopify.csv'), 'utf8')
    .replaceAll('#10', '#30')
    .split(/\r?\n/u);
  const changed = path.join(home, 'shopify-yangi.csv');
  writeFileSync(
    changed,
    [
      `${head.replace('Lineitem name', 'Lineitem title')},Gift note`,
      ...rows.map((row) => (row === '' ? row : `${row},`)),
    ].join('\r\n'),
  );
  await page.getByTestId('settings-back').click();
  await page.getByTestId('go-to-files').click();
  await app.drop(changed);
  await page.getByTestId('columns').waitFor();
  await expect(question(page, 'headingRenamed')).toContainText('«Lineitem name»; now it is «Lineitem title»');
  await expect(question(page, 'headingsAdded')).toContainText('Gift note');
  expect((await app.summary(await app.batchId())).choices.rules).toMatchObject({
    lineCheck: 'error',
    clock: 'localWithZ',
  });
});
