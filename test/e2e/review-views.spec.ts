/** The review's ways of looking at a file: history, facets, sorting, folded orders; by keyboard and for everyone. */
import { AxeBuilder } from '@axe-core/playwright';
import { type App, expect, sample, test } from '../support/app.ts';

async function openReview(start: (options?: object) => Promise<App>, file = 'orders-mistakes.xlsx'): Promise<App> {
  const app = await start({ settings: { language: 'en', theme: 'light' } });
  await app.drop(sample(file));
  await app.page.getByTestId('columns').waitFor();
  await app.page.keyboard.press('Control+Enter');
  await app.page.getByTestId('row').first().waitFor();
  return app;
}

async function expectAccessible(app: App): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app.page }).setLegacyMode().analyze();
  expect(
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, nodes[0]?.html]),
  ).toEqual([]);
}

test('the history says what was done, and goes to any point of it', async ({ start }) => {
  const app = await openReview(start);
  const { page } = app;
  await app.typeInto(5, 'D', '+998901234567');
  await app.typeInto(6, 'F', 'Toshkent shahri');
  await page.keyboard.press('Alt+KeyH');
  const steps = page.getByTestId('history-step');
  await expect(steps).toHaveCount(3);
  await expect(steps.nth(0)).toContainText('Region, row 6');
  await expect(steps.nth(0)).toContainText('→ «Toshkent shahri»');
  await expect(steps.nth(0)).toHaveAttribute('aria-current', 'step');
  await expectAccessible(app);
  await steps.nth(2).click();
  await expect(steps.nth(2)).toHaveAttribute('aria-current', 'step');
  await expect(page.getByTestId('cell-place')).toHaveText('D5');
  await expect(app.cell(5, 'D')).not.toContainText('+998901234567');
  await steps.nth(0).click();
  await expect(app.cell(5, 'D')).toContainText('+998901234567');
  await expect(page.getByTestId('cell-place')).toHaveText('F6');
});

test('facets narrow the rows together, and are reached by keyboard', async ({ start }) => {
  const app = await openReview(start);
  const { page } = app;
  await page.getByTestId('grid').focus();
  await page.keyboard.press('Alt+KeyF');
  await expect(page.getByTestId('facets').locator('input:focus')).toHaveCount(1);
  const errors = page.getByTestId('facet-state').locator('[data-value="withErrors"]');
  await errors.focus();
  await page.keyboard.press('Space');
  await expect(page.getByTestId('facets-chip')).toBeVisible();
  await expect(page.locator('[data-testid="row"][data-row="4"]')).toHaveCount(0);
  await expect(errors).toBeFocused();
  const count = Number(
    await page.getByTestId('facet-region').getByTestId('facet-value').first().locator('xpath=../span[2]').textContent(),
  );
  await page.getByTestId('facet-region').getByTestId('facet-value').first().check();
  await expect
    .poll(
      async () =>
        new Set(
          await page.getByTestId('row').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['order'])),
        ).size,
    )
    .toBe(count);
  await expectAccessible(app);
  await page.getByTestId('facets-clear').click();
  await expect(page.locator('[data-testid="row"][data-row="4"]')).toBeVisible();
  await page.getByTestId('facet-state').getByTestId('facet-value').first().focus();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('grid')).toBeFocused();
});

test('a column sorts the orders: upwards, downwards, and as in the file again', async ({ start }) => {
  const app = await openReview(start);
  const { page } = app;
  const first = page.locator('[data-testid="row"][data-index="0"]');
  await page.getByTestId('grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+KeyS');
  const head = page.locator('[data-testid="column-head"][data-column="A"]');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('Alt+KeyS');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(first).not.toHaveAttribute('data-row', '4');
  await head.getByTestId('head-sort').click();
  await expect(first).toHaveAttribute('data-row', '4');
});

test('orders fold to one row and open again, and a problem inside is gone to', async ({ start }) => {
  const app = await openReview(start, 'orders-ru.csv');
  const { page } = app;
  const grouped = page.locator('[data-testid="row"]:has([data-testid="fold"])').first();
  const row = page.locator(`[data-testid="row"][data-row="${await grouped.getAttribute('data-row')}"]`);
  const order = await row.getAttribute('data-order');
  const rows = page.locator(`[data-testid="row"][data-order="${order}"]`);
  const before = await rows.count();
  expect(before).toBeGreaterThan(1);
  await row.getByTestId('fold').click();
  await expect(rows).toHaveCount(1);
  await expect(row.locator('[role="rowheader"]')).toHaveAttribute('aria-expanded', 'false');
  await expect(row).toContainText(/×\d/u);
  await expectAccessible(app);
  await row.getByTestId('cell').first().click();
  await page.keyboard.press('Alt+Equal');
  await expect(rows).toHaveCount(before);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+Minus');
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('Alt+Equal');
  await expect(rows).toHaveCount(before);

  // One of its rows alone leaves the order, and comes back.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+KeyO');
  await expect(page.getByTestId('order-item')).toHaveCount(before);
  await page.keyboard.press('Control+Shift+KeyL');
  await expect(page.getByTestId('order-item')).toHaveCount(before - 1);
  await expect(page.getByTestId('row-leave-out')).toContainText('Put row');
  await page.getByTestId('row-leave-out').click();
  await expect(page.getByTestId('order-item')).toHaveCount(before);
  await page.keyboard.press('Alt+Digit0');
  await expect(page.locator('[data-testid="fold"]').filter({ hasText: '▾' })).toHaveCount(0);
  await page.keyboard.press('Alt+Digit0');
  await expect(rows).toHaveCount(before);
});

test('an item is added to an order and deleted again, by keyboard and over a restart', async ({ start }) => {
  const app = await openReview(start, 'orders-ru.csv');
  const { page } = app;
  await app.cell(2, 'A').click();
  const order = await page.locator('[data-testid="row"][data-row="2"]').getAttribute('data-order');
  const rows = page.locator(`[data-testid="row"][data-order="${order}"]`);
  const items = await rows.count();
  const last = Number(await page.getByTestId('grid').getAttribute('aria-rowcount'));
  await page.keyboard.press('Control+Shift+Equal');
  await expect(rows).toHaveCount(items + 1);
  const added = rows.nth(items);
  const number = Number(await added.getAttribute('data-row'));
  expect(number).toBeGreaterThanOrEqual(last);
  await expect(added.locator('[role="rowheader"]')).toHaveText(`+${number}`);
  // The cursor stands where the item begins, and what it lacks is said.
  await expect(page.getByTestId('cell-place')).toHaveText(new RegExp(`^[A-Z]${number}$`, 'u'));
  await expect(page.getByTestId('cell-inspector').getByTestId('issue').first()).toBeVisible();
  await expect(added).toHaveAttribute('data-state', 'withErrors');
  await expectAccessible(app);
  const product = (await page.getByTestId('cell-place').textContent())?.[0] ?? '';
  await page.keyboard.type('77');
  await page.keyboard.press('Enter');
  await expect(app.cell(number, product)).toContainText('77');
  await page.keyboard.press('Alt+KeyH');
  await expect(page.getByTestId('history-step').nth(1)).toContainText(`Row ${number} added`);
  await page.keyboard.press('ArrowUp');
  await page.getByTestId('tab-order').click();
  await expect(page.getByTestId('order-item')).toHaveCount(items + 1);
  const batchId = await app.batchId();
  await app.close();

  const again = await start();
  await again.page.getByTestId('earlier-open').click();
  await again.page.getByTestId('review').waitFor();
  expect(await again.batchId()).toBe(batchId);
  await again.selectCell(number, product);
  await expect(again.cell(number, product)).toContainText('77');
  await again.page.keyboard.press('Control+Minus');
  await expect(again.page.locator(`[data-testid="row"][data-row="${number}"]`)).toHaveCount(0);
  await again.page.keyboard.press('Control+KeyZ');
  await expect(again.cell(number, product)).toContainText('77');
  // By the panel.
  await again.selectCell(number, product);
  await again.page.getByTestId('row-remove').click();
  await expect(again.page.locator(`[data-testid="row"][data-row="${number}"]`)).toHaveCount(0);
  await again.cell(2, 'A').click();
  await again.page.getByTestId('tab-order').click();
  await again.page.getByTestId('add-item').click();
  await expect(again.page.locator(`[data-testid="row"][data-order="${order}"]`)).toHaveCount(items + 1);
});
