/** Shifts that share one login: who works is chosen at the top and written down; a PIN guards what the shifts leave alone. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';
import { expect, test } from '../support/app.ts';
import { accessKey, startWms } from '../support/wms.ts';

const headings = 'Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Soni;Narxi';

test('the operator is chosen at the top, and stands in the list of sent orders and in the month', async ({
  start,
  home,
}) => {
  const wms = await startWms();
  const app = await start({
    settings: { language: 'en', practice: false, server: wms.url, sending: { ...defaultSendingRules, quietTime: 0 } },
  });
  const { page } = app;
  // Nothing is seen of it before there are names.
  await expect(page.getByTestId('operator-menu')).toHaveCount(0);
  await page.getByTestId('go-to-settings').click();
  for (const name of ['Malika', 'Aziz']) {
    await page.getByTestId('operator-name').fill(name);
    await page.getByTestId('operator-add').click();
    await expect(page.locator(`[data-testid="operator-line"][data-operator="${name}"]`)).toBeVisible();
  }
  await page.getByTestId('settings-back').click();
  await page.getByTestId('operator-menu').click();
  await page.getByTestId('operator-choice').getByText('Malika').click();
  await expect(page.getByTestId('operator-menu')).toHaveText('Malika');

  const file = path.join(home, 'kun.csv');
  const line = '7;14.06.2030 10:00;Karimova Aziza;998901234567;Navoiy 1;Buxoro viloyati;17;1;50000';
  writeFileSync(file, [headings, line].join('\n'));
  await app.drop(file);
  await page.getByTestId('columns').waitFor();
  await page.getByTestId('next-step').click();
  await page.getByTestId('next-step').click();
  await page.getByTestId('plan').waitFor();
  await page.getByTestId('key-entry').getByText('Paste the key').click();
  await page.getByTestId('key-paste').fill(accessKey);
  await page.getByTestId('key-submit').click();
  await page.getByTestId('send-all').click();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 30_000 });

  await page.getByTestId('go-to-settings').click();
  await expect(page.getByTestId('month-now')).toContainText('1 order');
  await page.getByTestId('month-open').click();
  await expect(page.getByTestId('month-back')).toBeFocused();
  await expect(page.getByTestId('month-sum')).toContainText('1 order');
  // By the keyboard: the day opens to its order with the WMS’s id, and closes.
  await page.getByTestId('month-day-toggle').focus();
  await page.keyboard.press('Enter');
  const order = page.getByTestId('month-order');
  await expect(order).toContainText('Malika');
  await expect(order).toContainText('kun.csv');
  await expect(order.getByRole('cell').nth(1)).toHaveText(String(wms.ledger()[0]?.id));
  await expect(page.getByTestId('month-day-toggle')).toHaveAttribute('aria-expanded', 'true');
  for (const theme of ['light', 'dark'] as const) {
    await app.call('settings.set', { theme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(
      violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id),
    ).toEqual([]);
  }
  await page.keyboard.press('Enter');
  await expect(order).toHaveCount(0);
  await page.getByTestId('month-back').click();
  await page.getByTestId('ledger-open').click();
  await expect(page.getByTestId('ledger-order')).toContainText('Malika');
});

test('the PIN is asked for where it guards, wrong ones are refused, and a forgotten one takes the keys with it', async ({
  start,
}) => {
  const app = await start({ settings: { language: 'en' } });
  const { page } = app;
  await app.call('accessKey.set', { key: accessKey });
  await page.getByTestId('go-to-settings').click();
  await page.getByTestId('pin-new').fill('2580');
  await page.getByTestId('pin-set').click();
  await expect(page.getByTestId('pin-is-set')).toBeVisible();
  const addShop = async (name: string): Promise<void> => {
    await page.getByTestId('shop-name').fill(name);
    await page.getByTestId('shop-add').click();
  };
  await addShop('Atlas');
  await expect(page.getByTestId('pin-enter')).toBeFocused();
  await page.keyboard.type('1234');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This PIN is not right')).toBeVisible();
  // Whoever has none gets no further.
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-testid="shop-line"][data-shop="Atlas"]')).toHaveCount(0);
  await page.getByTestId('shop-add').click();
  await page.getByTestId('pin-enter').fill('2580');
  await page.getByTestId('pin-go').click();
  await expect(page.locator('[data-testid="shop-line"][data-shop="Atlas"]')).toBeVisible();
  // It counts for a while: the next thing is not asked about.
  await addShop('Bodom');
  await expect(page.locator('[data-testid="shop-line"][data-shop="Bodom"]')).toBeVisible();
  // Main refuses, whatever the page does.
  await app.call('settings.set', { operators: ['Aziz'], operator: 'Aziz' });
  expect(await app.tryCall('shop.add', { name: 'Chorsu' })).toMatchObject({ ok: false, error: { code: 'pin.needed' } });
  expect(await app.tryCall('settings.set', { server: 'https://example.invalid' })).toMatchObject({ ok: false });
  await page.getByTestId('pin-remove').click();
  await page.getByTestId('pin-forgotten').click();
  await page.getByTestId('pin-forget-yes').click();
  await expect(page.getByTestId('pin-is-set')).toHaveCount(0);
  expect(await app.call('shop.add', { name: 'Chorsu' })).toHaveLength(3);
});
