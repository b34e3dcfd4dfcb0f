/** The whole way with the keyboard alone: no mouse, and no focus that the test gives itself. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type App, expect, sample, test } from '../support/app.ts';

/**
 * Presses Tab until the focus is on the element (or inside of it); fails where it cannot be reached. In the list of orders
 * Tab goes from cell to cell, and F6 leaves it.
 */
async function tabTo(app: App, testId: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    const around = await app.page.evaluate(() => {
      const names: string[] = [];
      for (let element = document.activeElement; element; element = element.parentElement)
        names.push(element.getAttribute('data-testid') ?? '');
      return names;
    });
    if (around.includes(testId)) return;
    await app.page.keyboard.press(around[0] === 'grid' ? 'F6' : key);
  }
  throw new Error(`${testId} cannot be reached by ${key}`);
}

async function press(app: App, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await app.page.keyboard.press(key);
}

test('from the sample to the saved report without a mouse', async ({ start, home }) => {
  test.setTimeout(150_000);
  const app = await start({ settings: { language: 'en' } });
  const { page } = app;

  await tabTo(app, 'samples');
  await press(app, 'Enter');
  const entry = page.getByTestId('sample-orders-mistakes.xlsx');
  await expect(entry).toBeVisible();
  for (
    let presses = 0;
    presses < 8 && !(await entry.evaluate((element) => element === document.activeElement));
    presses++
  )
    await press(app, 'ArrowDown');
  await press(app, 'Enter');
  await page.getByTestId('columns').waitFor();

  // A column is changed and back: its menu opens on Enter, finds by letters, and gives the focus back.
  const line = page.getByTestId('column-line').first();
  await tabTo(app, 'column-table');
  await press(app, 'Enter');
  await page.getByTestId('field-menu').waitFor();
  await page.keyboard.type('not sent');
  await press(app, 'Escape');
  await expect(line.getByTestId('field-button')).toBeFocused();
  await press(app, 'Enter');
  await page.getByTestId('field-menu').waitFor();
  await page.keyboard.type('zip');
  await press(app, 'Enter');
  await expect(line).toHaveAttribute('data-field', 'zip');
  await tabTo(app, 'column-table');
  await press(app, 'Enter');
  await page.getByTestId('field-menu').waitFor();
  await page.keyboard.type('order number');
  await press(app, 'Enter');
  await expect(line).toHaveAttribute('data-field', 'order_id');
  await press(app, 'Control+Enter');

  // From problem to problem, each put right where it stands.
  await page.getByTestId('review').waitFor();
  await tabTo(app, 'grid');
  await press(app, 'F8');
  await expect(page.getByTestId('cell-place')).toHaveText('D5');
  await page.keyboard.type('901234567');
  await press(app, 'Enter');
  await expect(app.cell(5, 'D')).toHaveText('+998901234567');
  await press(app, 'F8');
  await expect(page.getByTestId('cell-place')).toHaveText('F6');
  await press(app, 'Alt+Enter');
  await expect(app.cell(6, 'F')).toHaveText('Toshkent shahri');
  await press(app, 'Control+z');
  await expect(app.cell(6, 'F')).toHaveAttribute('data-mark', 'warning');
  await press(app, 'Control+y');
  await expect(app.cell(6, 'F')).not.toHaveAttribute('data-mark');
  await press(app, 'F8');
  // Enter on a problem leads to its proposal in the panel, Enter there takes it.
  await expect(page.getByTestId('cell-place')).toHaveText('F7');
  await press(app, 'Enter');
  await expect(page.getByTestId('fix').first()).toBeFocused();
  await press(app, 'Enter');
  await expect(app.cell(7, 'F')).toHaveText('Buxoro viloyati');
  await expect(page.getByTestId('grid')).toBeFocused();
  await press(app, 'ArrowDown', 'Control+l');
  await expect(page.locator('[data-testid="row"][data-row="8"]')).toHaveAttribute('data-state', 'leftOut');
  await press(app, 'Control+l');
  await expect(page.locator('[data-testid="row"][data-row="8"]')).toHaveAttribute('data-state', 'withErrors');
  await press(app, 'F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  await press(app, 'Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await press(app, 'Control+f');
  await expect(page.getByTestId('search')).toBeFocused();
  await page.keyboard.type('900016');
  await expect(page.getByTestId('row')).toHaveCount(1);
  await press(app, 'Escape', 'Escape');
  await expect(page.getByTestId('grid')).toBeFocused();

  await tabTo(app, 'next-step');
  await press(app, 'Enter');
  await tabTo(app, 'send-all');
  await press(app, 'Enter');
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 30_000 });
  const { counts } = await app.run(await app.batchId());
  expect(counts.accepted).toBe(12);

  await tabTo(app, 'run-report');
  await press(app, 'Enter');
  await page.getByTestId('report-screen').waitFor();
  const file = path.join(home, 'report.xlsx');
  await app.answerSaveDialog(file);
  await tabTo(app, 'save-report');
  await press(app, 'Enter');
  await expect.poll(() => existsSync(file)).toBe(true);

  await tabTo(app, 'go-to-settings', 'Shift+Tab');
  await press(app, 'Enter');
  await page.getByTestId('settings-screen').waitFor();
  await tabTo(app, 'settings-back');
  await press(app, 'Enter');
  await page.getByTestId('report-screen').waitFor();
});

/** A key as a layout other than the American gives it: the letter it types, and its place on the keyboard. */
async function pressPlace(app: App, code: string, key: string, control = false): Promise<void> {
  const session = await app.page.context().newCDPSession(app.page);
  const event = { code, key, modifiers: control ? 2 : 0, ...(control ? {} : { text: key, unmodifiedText: key }) };
  await session.send('Input.dispatchKeyEvent', { type: control ? 'rawKeyDown' : 'keyDown', ...event });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key });
  await session.detach();
}

test('letters and commands work under a Russian layout', async ({ start }) => {
  const app = await start();
  await app.drop(sample('orders-uz.xlsx'));
  await app.page.getByTestId('next-step').click();
  await app.cell(4, 'C').click();
  for (const [code, letter] of [
    ['KeyR', 'К'],
    ['KeyB', 'и'],
    ['KeyV', 'м'],
  ] as const)
    await pressPlace(app, code, letter);
  await app.page.keyboard.press('Enter');
  await expect(app.cell(4, 'C')).toHaveText('Ким');
  // The key of Z types «я» there; it undoes all the same.
  await pressPlace(app, 'KeyZ', 'я', true);
  await expect(app.cell(4, 'C')).toHaveText('Usmonov Bobur');
});
