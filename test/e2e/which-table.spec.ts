/** A workbook of several sheets and tables: what is read, what is offered, and that the choice lasts. */
import { AxeBuilder } from '@axe-core/playwright';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../support/app.ts';
import { sheetsBook, type SheetRow } from '../support/sheets-writer.ts';

const orderHeadings = ['Buyurtma raqami', 'F.I.Sh.', 'Telefon', 'Manzil', 'Viloyat', 'Yetkazish sanasi'];
const customer = (id: number) => [
  id,
  'Karimova Aziza',
  '+998901234567',
  'Navoiy 5',
  'Buxoro viloyati',
  '25.11.2030 14:00',
];
const itemHeadings = ['Buyurtma raqami', 'Mahsulot ID', 'Miqdor', 'Narx'];

function written(home: string, name: string, sheets: Readonly<Record<string, readonly SheetRow[]>>): string {
  const file = path.join(home, name);
  writeFileSync(file, sheetsBook(sheets));
  return file;
}

test('orders and items on two sheets become one table by one answer, and one sheet again by another', async ({
  home,
  start,
}) => {
  const app = await start({ settings: { language: 'uz' } });
  const { page } = app;
  const file = written(home, 'kun.xlsx', {
    Buyurtmalar: [orderHeadings, customer(1001), customer(1002)],
    Mahsulotlar: [itemHeadings, [1001, 17, 1, 50_000], [1001, 18, 1, 9000], [1002, 17, 2, 50_000]],
    Izoh: [
      ['Bu yerda', 'izohlar'],
      ['1', '2'],
    ],
  });
  await app.drop(file);
  const question = page.locator('[data-testid="question"][data-code="reading.joinQuestion"]');
  await expect(question).toBeVisible();
  await question.getByTestId('answer').first().click();
  await expect(page.locator('[data-testid="question"][data-code="reading.sheetsJoined"]')).toBeVisible();
  await expect(page.locator('[data-testid="column-line"][data-column="Buyurtmalar!B"]')).toHaveAttribute(
    'data-field',
    'full_name',
  );
  const batchId = await app.batchId();
  expect((await app.summary(batchId)).counts).toMatchObject({ total: 2, ready: 2 });

  await page.getByTestId('step-file').click();
  await expect(page.getByTestId('file-join')).toHaveAttribute('aria-pressed', 'true');
  const sheet = page.getByTestId('file-sheet').filter({ hasText: 'Mahsulotlar' });
  await expect(sheet).toContainText('4');
  // Accessible, and by the keyboard alone.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await sheet.focus();
  await page.keyboard.press('Enter');
  await expect(sheet).toHaveAttribute('aria-pressed', 'true');
  expect((await app.summary(batchId)).file).toMatchObject({ sheet: 'Mahsulotlar', pair: { joined: false } });
  await page.getByTestId('file-join').click();
  await expect(page.getByTestId('file-join')).toHaveAttribute('aria-pressed', 'true');
});

test('of two tables on one sheet the other is one press away', async ({ home, start }) => {
  const app = await start({ settings: { language: 'uz' } });
  const { page } = app;
  await app.drop(
    written(home, 'ikki.xlsx', {
      Kun: [
        orderHeadings,
        customer(1),
        customer(2),
        null,
        ['Narxlar roʻyxati'],
        itemHeadings,
        [11, 17, 1, 50_000],
        [12, 18, 1, 9000],
      ],
    }),
  );
  await expect(page.locator('[data-testid="question"][data-code="reading.otherTables"]')).toBeVisible();
  await page.getByTestId('step-file').click();
  const tables = page.getByTestId('file-table');
  await expect(tables).toHaveCount(4);
  await expect(tables.first()).toHaveAttribute('aria-pressed', 'true');
  await tables.nth(1).click();
  await expect(tables.nth(1)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByTestId('header-row-6')).toBeChecked();

  // Sheets of days: all of them stand in one queue by one press.
  const headings = [...orderHeadings, ...itemHeadings.slice(1)];
  const order = (id: number, price = 50_000): SheetRow => [...customer(id), 17, 1, price];
  await page.getByTestId('go-to-files').click();
  await app.drop(
    written(home, 'kunlar.xlsx', { '24.11': [headings, order(11), order(12)], '25.11': [headings, order(13)] }),
  );
  // Who sends one of them is told of the other.
  await page.getByTestId('next-step').click();
  await page.getByTestId('review').waitFor();
  await page.getByTestId('next-step').click();
  await expect(page.getByTestId('held-sheets')).toContainText('«25.11» (2 ta qator)');
  const inQueue = page.locator('[data-testid="queue-file"][data-file="kunlar.xlsx"]');
  await page.getByTestId('go-to-files').click();
  await page.getByTestId('go-to-queue').click();
  await expect(inQueue).toContainText('«25.11» (2 ta qator)');
  await inQueue.getByTestId('queue-open').click();
  await page.getByTestId('step-columns').click();
  await page.getByTestId('alike-sheets').click();
  await expect(inQueue).toHaveText([/· 24\.11/u, /· 25\.11/u]);
  await expect(page.getByTestId('queue-screen')).not.toContainText('2 ta qator');
  // Sent one after another: the report of each names the other, and leads to it.
  await page.getByTestId('queue-send').click();
  const sent = page.locator('[data-testid="queue-file"]').filter({ hasText: 'WMSda bor' });
  await expect(sent).toHaveCount(2, { timeout: 30_000 });
  await sent.first().getByTestId('queue-open').click();
  await page.getByTestId('step-report').click();
  await expect(page.getByTestId('report-part')).toHaveText(/^25\.11WMSda bor: 1/u);
  await page.getByTestId('report-part').getByRole('button').click();
  await expect(page.getByTestId('report-part')).toHaveText(/^24\.11WMSda bor: 2/u);

  // Or one list, in which every row is named with its sheet; one of them can be taken out of it again. A sheet that cannot
  // be read with them is refused by its name, and the others are offered without it.
  await page.getByTestId('go-to-files').click();
  await app.drop(
    written(home, 'ikki kun.xlsx', {
      // Two tables one below the other are one list, too.
      Dushanba: [headings, order(21), null, ['Kechki smena'], headings, order(20)],
      Seshanba: [headings, order(22), order(21)],
      Chorshanba: [headings.toSpliced(-1, 1, 'Narx, ming soʻm'), order(23, 50), order(24, 50)],
    }),
  );
  await page.getByTestId('sheets-together').click();
  await expect(page.getByTestId('notice-error')).toContainText('«Chorshanba»');
  await expect(page.getByTestId('sheets-together')).toContainText('«Chorshanba»siz');
  await page.getByTestId('sheets-together').click();
  await expect(page.getByTestId('columns-read')).toContainText('Dushanba + Seshanba');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('row').locator('[data-part="number"]')).toHaveText([
    /Dushanba!2$/u,
    /Dushanba!4$/u,
    /Dushanba!5$/u,
    /Dushanba!6$/u,
    /Seshanba!2$/u,
    /Seshanba!3$/u,
  ]);
  await app.selectCell(3 + 2_097_152, 'A');
  await expect(page.getByTestId('cell-place')).toHaveText('Seshanba!A3');
  expect((await app.summary(await app.batchId())).counts).toMatchObject({ total: 3, ready: 2, withErrors: 1 });
  await page.getByTestId('step-file').click();
  await page.getByTestId('sheet-in-list').nth(1).click();
  await expect(page.getByTestId('sheets-question')).toBeVisible();
  expect((await app.summary(await app.batchId())).counts).toMatchObject({ total: 2, ready: 2 });
});

test('rows that are no orders say so, and become orders where they are given a number', async ({ home, start }) => {
  const app = await start({ settings: { language: 'uz', theme: 'light' } });
  const { page } = app;
  const headings: SheetRow = [...orderHeadings, ...itemHeadings.slice(1)];
  const order: SheetRow = [...(customer(1001) ?? []), 17, 1, 50_000];
  await app.drop(
    written(home, 'kun.xlsx', {
      Kun: [
        headings,
        order,
        ['Jami', null, null, null, null, null, null, 1, 50_000],
        ['Masʼul:', 'Petrov'],
        ['Imzo', '______'],
      ],
    }),
  );
  await page.getByTestId('columns').waitFor();
  await page.keyboard.press('Control+Enter');
  const states = page.locator('[data-testid="row"] [data-part="state"]');
  await expect(states).toHaveText([/Tayyor/, 'Buyurtma emas', 'Buyurtma emas', 'Buyurtma emas']);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await app.selectCell(3, 'A');
  await expect(page.getByTestId('cell-no-order')).toBeVisible();
  await expect(page.getByTestId('cell-sent')).toHaveCount(0);
  await app.typeInto(4, 'A', '1002');
  await expect(states.nth(2)).not.toHaveText('Buyurtma emas');
  expect((await app.summary(await app.batchId())).counts).toMatchObject({ total: 2, ready: 1, withErrors: 1 });
});
