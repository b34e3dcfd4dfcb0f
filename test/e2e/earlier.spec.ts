/** A file comes again, changed: the window says what changed and carries the corrections over, by keyboard too. */
import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type App, expect, test as base } from '../support/app.ts';

const headings = 'Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx';
const line = (id: number, region = 'Buxoro viloyati', price = 5000): string =>
  `${id};14.06.2027 10:00;Mijoz ${id};99890${String(id).padStart(7, '0')};Navoiy ${id};${region};7;1;${price}`;

const test = base.extend<{ readonly folder: string }>({
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'order-importer-earlier-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

async function dropFile(app: App, folder: string, lines: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'orders.csv');
  writeFileSync(file, [headings, ...lines].join('\n'));
  await app.drop(file);
  await app.page.getByTestId('columns').waitFor();
}

test('what changed is said, what fits is carried over, what does not is named', async ({ start, folder }) => {
  const app = await start({ settings: { language: 'en', theme: 'light' } });
  const { page } = app;
  const bar = page.getByTestId('earlier');
  await dropFile(app, folder, [
    line(700001, 'Toshkentt shahr'),
    line(700002, 'Toshkentt shahr'),
    line(700003),
    line(700004),
    line(700005),
  ]);
  await expect(bar).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await app.typeInto(2, 'F', 'Toshkent shahri');
  await app.typeInto(3, 'F', 'Toshkent shahri');
  await app.selectCell(4, 'A');
  await page.keyboard.press('Control+KeyL');
  await expect(page.getByTestId('filter-leftOut')).toContainText('1');
  await page.getByTestId('go-to-files').click();
  // A file that was never sent is not «not done».
  await expect(page.getByTestId('not-sent-yet')).toHaveText(/5 orders, not sent yet.*4 ready.*1 left out/u);

  await dropFile(app, folder, [
    line(700009),
    line(700003),
    line(700001, 'Toshkentt shahr', 6000),
    line(700002, 'Andijon viloyati'),
    line(700004),
  ]);
  await expect(page.getByTestId('earlier-sentence')).toContainText('This file was opened before, on');
  await expect(page.getByTestId('earlier-sentence')).toContainText('1 new row, 2 rows changed, 1 row gone');
  await expect(page.getByTestId('earlier-sentence')).toContainText('1 thing you did does not fit');
  await expect(page.getByTestId('earlier-sentence')).toContainText(
    'Carry over your correction and the row that was left out?',
  );
  // The bar is reached, opened and answered by keyboard.
  await page.getByTestId('next-step').focus();
  for (
    let presses = 0;
    presses < 60 && !(await page.getByTestId('earlier-show').evaluate((element) => element === document.activeElement));
    presses++
  )
    await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('earlier-unfit')).toHaveText(
    'Row 5, order 700002. Viloyat: you put «Toshkent shahri» in place of «Toshkentt shahr», and the file now holds «Andijon viloyati».',
  );
  await expect(page.getByTestId('earlier-change').first()).toHaveText('Row 4, order 700001: Narx: «5000» → «6000»');
  for (const theme of ['light', 'dark'] as const) {
    await app.call('settings.set', { theme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('[data-testid="earlier"]').analyze();
    expect(
      violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id),
    ).toEqual([]);
  }
  for (
    let presses = 0;
    presses < 3 && !(await page.getByTestId('earlier-carry').evaluate((element) => element === document.activeElement));
    presses++
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('notice-done')).toContainText('Carried over: 1 correction and 1 row left out.');
  await expect(page.getByTestId('earlier-sentence')).toContainText('1 thing you did before does not fit this file');
  await expect(page.getByTestId('earlier-carry')).toHaveCount(0);

  await page.getByTestId('step-check').click();
  await expect(app.cell(4, 'F')).toHaveText('Toshkent shahri');
  await expect(page.locator('[data-testid="row"][data-row="3"]')).toHaveAttribute('data-state', 'leftOut');
  await expect(page.locator('[data-testid="row"][data-row="2"]')).toHaveAttribute('data-state', 'ready');
  // It lies over the page: what stands under the mouse stays where it is.
  const place = await app.cell(4, 'A').boundingBox();
  await page.getByTestId('earlier-close').click();
  await expect(bar).toHaveCount(0);
  expect(await app.cell(4, 'A').boundingBox()).toEqual(place);
  await app.cell(4, 'A').click();
  await page.keyboard.press('Control+KeyZ');
  await page.keyboard.press('Control+KeyZ');
  await expect(app.cell(4, 'F')).toContainText('Toshkentt shahr');
  // Going back says nothing; a change made there offers what lay ahead, and so does the history afterwards.
  await expect(page.getByTestId('notice-info')).toHaveCount(0);
  await app.typeInto(4, 'C', 'Olimova Nodira');
  await expect(page.getByTestId('notice-info')).toContainText('took the place');
  await page.getByTestId('notice-dismiss').click();
  await page.keyboard.press('Alt+KeyH');
  await page.getByTestId('history-overtaken').getByRole('button', { name: 'Bring back' }).click();
  await expect(app.cell(4, 'F')).toHaveText('Toshkent shahri');
  await expect(page.getByTestId('history-overtaken')).toHaveCount(0);
});
