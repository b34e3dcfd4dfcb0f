/** The review in the real window: by keyboard alone, with ranges and the clipboard, and for everyone. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, sample, test } from '../support/app.ts';

/** The mistakes file on «Check», in English. */
async function openReview(start: (options?: object) => Promise<App>, theme: 'light' | 'dark' = 'light'): Promise<App> {
  const app = await start({ settings: { language: 'en', theme } });
  await app.drop(sample('orders-mistakes.xlsx'));
  await app.page.getByTestId('columns').waitFor();
  await app.page.keyboard.press('Control+Enter');
  await app.page.locator('[data-testid="row"][data-row="4"]').waitFor();
  return app;
}

const place = (page: Page) => page.getByTestId('cell-place');
const counted = (page: Page, show: string) => page.getByTestId(`filter-${show}`).locator('b');

test('problems are found, explained and put right by keyboard alone', async ({ start }) => {
  const app = await openReview(start);
  const { page } = app;
  const { keyboard } = page;
  await keyboard.press('F8');
  await expect(place(page)).toHaveText('D5');
  await expect(page.getByTestId('cell-inspector').getByTestId('issue')).toContainText('8 digits in the phone');
  await keyboard.press('F2');
  await keyboard.press('Control+A');
  await keyboard.type('+998901234567');
  await keyboard.press('Enter');
  await expect(counted(page, 'errors')).toHaveText('11');
  await expect(page.locator('[data-testid="row"][data-row="5"]')).toHaveAttribute('data-state', 'ready');
  await expect(place(page)).toHaveText('D6');
  await expect(page.getByTestId('grid')).toBeFocused();

  // A region that is nearly right: its fix on Enter, and another one at once with Alt+Enter.
  await keyboard.press('F8');
  await expect(place(page)).toHaveText('F6');
  await keyboard.press('Enter');
  await expect(page.getByTestId('cell-inspector').getByTestId('fix')).toBeFocused();
  await keyboard.press('Enter');
  await expect(app.cell(6, 'F')).toHaveText('Toshkent shahri');
  await expect(page.getByTestId('grid')).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(place(page)).toHaveText('F7');
  await expect(page.getByTestId('cell-inspector').getByTestId('fix')).toBeVisible();
  await keyboard.press('Alt+Enter');
  await expect(app.cell(7, 'F')).toHaveText('Buxoro viloyati');

  // Back and forth again, under any layout.
  await keyboard.press('Control+KeyZ');
  await expect(app.cell(7, 'F')).toContainText('Buxorro viloyati');
  await keyboard.press('Control+KeyY');
  await expect(app.cell(7, 'F')).toHaveText('Buxoro viloyati');

  // The order leaves and comes back.
  await keyboard.press('Control+KeyL');
  await expect(counted(page, 'leftOut')).toHaveText('1');
  await keyboard.press('Control+KeyL');
  await expect(counted(page, 'leftOut')).toHaveText('0');
  // Three times faster than the rows can follow: out, in, out.
  for (let turn = 0; turn < 3; turn++) await keyboard.press('Control+KeyL');
  await expect(counted(page, 'leftOut')).toHaveText('1');
  await keyboard.press('Control+KeyZ');
  await expect(counted(page, 'leftOut')).toHaveText('0');

  // Search, the order beside its rows, and back to the grid.
  await keyboard.press('Control+KeyF');
  await keyboard.type('900016');
  await expect(page.getByTestId('grid')).toHaveAttribute('aria-rowcount', '2');
  await keyboard.press('Enter');
  await keyboard.press('ArrowDown');
  await keyboard.press('Alt+KeyO');
  await expect(page.getByTestId('order')).toHaveAttribute('data-order', '900016');
  await keyboard.press('F6');
  await expect(page.getByTestId('panel').locator(':focus')).toHaveCount(1);
  await keyboard.press('Escape');
  await expect(page.getByTestId('grid')).toBeFocused();
});

test('a row that leaves the filter makes room for the next one, and the place is kept', async ({ start }) => {
  const app = await openReview(start);
  const { page } = app;
  await page.getByTestId('filter-errors').click();
  await expect(page.locator('[data-testid="row"][data-row="4"]')).toHaveCount(0);
  await app.typeInto(5, 'D', '+998901234567');
  await expect(counted(page, 'errors')).toHaveText('11');
  await expect(page.locator('[data-testid="row"][data-row="5"]')).toHaveCount(0);
  await expect(place(page)).toHaveText('D8');
  await page.getByTestId('filter-all').click();
  await expect(page.locator('[data-testid="row"][data-row="4"]')).toBeVisible();
  await expect(place(page)).toHaveText('D8');
});

test('what is typed while its order goes out is refused and kept; the next edit that goes well takes the bar away', async ({
  start,
}) => {
  const app = await openReview(start);
  const { page } = app;
  const { keyboard } = page;
  const editor = page.getByTestId('cell-editor');
  const refused = page.getByTestId('notice-error');
  await app.selectCell(4, 'C');
  await keyboard.type('Olimova Nodira');
  await app.call('run.start', { batchId: await app.batchId(), firstOnly: true });
  await expect(page.locator('[data-testid="row"][data-row="4"]')).toHaveAttribute('data-state', 'accepted');
  await keyboard.press('Enter');
  await expect(refused).toBeVisible();
  await expect(editor).toHaveValue('Olimova Nodira');
  await expect(place(page)).toHaveText('C4');
  await keyboard.press('Escape');
  await app.typeInto(5, 'D', '+998901234567');
  await expect(app.cell(5, 'D')).toHaveText('+998901234567');
  await expect(refused).toHaveCount(0);

  // Outside the grid the keys that select everything mean its rows, too, but not in a field.
  const marked = () => page.evaluate(() => getSelection()?.toString() ?? '');
  await page.getByTestId('filter-all').focus();
  await keyboard.press('Control+KeyA');
  await expect(page.getByTestId('grid')).toBeFocused();
  await expect(app.cell(6, 'C')).toHaveAttribute('aria-selected', 'true');
  expect(await marked()).toBe('');
  await page.getByTestId('search').focus();
  await keyboard.type('900016');
  await keyboard.press('Control+KeyA');
  await keyboard.type('9000');
  await expect(page.getByTestId('search')).toHaveValue('9000');
});

test('ranges are filled, cut, copied to and pasted from a spreadsheet', async ({ start }) => {
  const app = await openReview(start);
  const { page } = app;
  const { keyboard } = page;
  const names = () => Promise.all([4, 5, 6].map((row) => app.cell(row, 'C').textContent()));
  const before = await names();
  await app.cell(4, 'C').click();
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Control+KeyD');
  await expect.poll(names).toEqual([before[0], before[0], before[0]]);
  await keyboard.press('Control+KeyX');
  await expect.poll(names).toEqual(['✕', '✕', '✕']);
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toBe([before[0], before[0], before[0]].join('\r\n'));
  await keyboard.press('Control+KeyZ');
  await keyboard.press('Control+KeyZ');
  await expect.poll(names).toEqual(before);
  // As Excel puts cells on the clipboard, with a line end inside one of them.
  await app.electron.evaluate(({ clipboard }) =>
    clipboard.writeText('Қодиров Ўткир\t+998901112233\r\n"Aliyev\nSardor"\t+998903334455\r\n'),
  );
  await app.cell(4, 'C').click();
  await keyboard.press('Control+KeyV');
  await expect(app.cell(4, 'C')).toHaveText('Қодиров Ўткир');
  await expect(app.cell(5, 'D')).toHaveText('+998903334455');
});

test('find and replace shows what it would change, and changes it as one step', async ({ start }) => {
  const app = await openReview(start);
  const { page } = app;
  await app.selectCell(4, 'F');
  await page.keyboard.press('Control+KeyH');
  await page.getByTestId('replace-find').fill('samarqand VILOYATI');
  await page.getByTestId('replace-with').fill('Samarqand');
  await page.getByTestId('replace-column').check();
  await expect(page.getByTestId('replace-preview')).toContainText('F4 Samarqand viloyati → Samarqand');
  await page.getByTestId('replace-all').click();
  await expect(app.cell(4, 'F')).toHaveText('Samarqand');
  await expect(page.getByTestId('replace-preview')).toContainText('Nothing of the kind');
  await page.keyboard.press('Escape');
  await page.getByTestId('undo').click();
  await expect(app.cell(4, 'F')).toHaveText('Samarqand viloyati');
});

test('the menu of a column’s head changes what it becomes', async ({ start }) => {
  const app = await openReview(start);
  const { page } = app;
  await app.selectCell(4, 'E');
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByTestId('field-menu').waitFor();
  await page.keyboard.type('not-a-field');
  await expect(page.getByTestId('field-menu')).toContainText('No field of this name');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('grid')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByTestId('field-none').click();
  await expect(page.locator('[data-testid="column-head"][data-column="E"]')).toContainText('not sent');
  await expect(counted(page, 'ready')).toHaveText('0');
});

for (const theme of ['light', 'dark'] as const) {
  test(`nothing on the columns or the review keeps anyone out (${theme})`, async ({ start }) => {
    const app = await openReview(start, theme);
    const { page } = app;
    const serious = async (): Promise<readonly string[]> => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    };
    await page.keyboard.press('F8');
    await page.getByTestId('issue').first().waitFor();
    expect(await serious()).toEqual([]);
    await page.keyboard.press('Alt+KeyO');
    await page.getByTestId('order').waitFor();
    expect(await serious()).toEqual([]);
    await page.getByTestId('step-columns').click();
    await page.getByTestId('field-button').first().click();
    await page.getByTestId('field-menu').waitFor();
    expect(await serious()).toEqual([]);
  });
}

test('what is settled once holds for the next file, is said there, and is taken back in the settings', async ({
  start,
  home,
}) => {
  const headings = 'Buyurtma raqami;F.I.Sh.;Telefon;Viloyat;Manzil;Yetkazish sanasi;Mahsulot ID;Soni;Narxi;Kuryer';
  const fileOf = (name: string, first: number): string => {
    const lines = ['Sam-d;Sherzod', 'Buxoro viloyati;samovyvoz', 'sam-d;Sherzod'].map((text, at) => {
      const [region, courier] = text.split(';');
      return `${first + at};Karimova Aziza;+99890123450${at};${region};Navoiy ko‘chasi ${first + at};31.12.2099 10:00;12;1;5000;${courier}`;
    });
    const file = path.join(home, name);
    writeFileSync(file, [headings, ...lines].join('\n'));
    return file;
  };
  const app = await start({ settings: { language: 'en' } });
  const { page } = app;
  const check = async (file: string): Promise<void> => {
    await app.drop(file);
    await page.getByTestId('columns').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-testid="row"][data-row="2"]').waitFor();
  };
  await check(fileOf('monday.csv', 1));
  await app.typeInto(2, 'D', 'Samarqand viloyati');
  await app.selectCell(2, 'D');
  await page.getByTestId('cell-inspector').getByTestId('always').click();
  await expect(app.cell(4, 'D')).toContainText('Samarqand viloyati');
  await app.selectCell(3, 'J');
  await page.getByTestId('leave-out-where').press('Enter');
  await page.getByTestId('leave-out-where-settle').press('Enter');
  await expect(counted(page, 'leftOut')).toHaveText('1');

  await check(fileOf('tuesday.csv', 11));
  await expect(counted(page, 'leftOut')).toHaveText('1');
  await expect(app.cell(2, 'D')).toContainText('Samarqand viloyati');
  await page.getByTestId('tab-problems').click();
  const said = page.getByTestId('panel');
  await expect(said.locator('[data-code="orders.settledValue"]').first()).toContainText('«Sam-d» was read as');
  const rows = said.locator('[data-code="orders.settledRows"]');
  await expect(rows).toContainText('1 order is left out because «Kuryer» is «samovyvoz»');
  await rows.getByTestId('cause-put-back').click();
  await expect(counted(page, 'leftOut')).toHaveText('0');

  await page.getByTestId('go-to-settings').click();
  const settled = page.getByTestId('settings-settled');
  await expect(settled.getByTestId('settled-line')).toHaveCount(2);
  await settled.getByTestId('settled-value').getByTestId('settled-take-back').press('Enter');
  await expect(settled.getByTestId('settled-line')).toHaveCount(1);
  await page.getByTestId('settings-back').click();
  await expect(app.cell(2, 'D')).toContainText('Sam-d');
});
