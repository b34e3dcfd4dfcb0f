/** Nothing on any screen keeps anyone out: axe finds no serious or critical breach, in light and in dark. */
import { AxeBuilder } from '@axe-core/playwright';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type App, expect, sample, test } from '../support/app.ts';
import { startWms } from '../support/wms.ts';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';

/** What floats comes in softly; a bar that goes on for ever is not awaited. */
async function settled({ page }: App): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const ending = document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

async function expectOpenToAll(app: App, screen: string): Promise<void> {
  await settled(app);
  // Electron opens no blank page for axe to gather its results in: the legacy mode does without.
  const axe = new AxeBuilder({ page: app.page }).setLegacyMode();
  // In the dark nothing but colours is different.
  const isDark = (await app.page.locator('html').getAttribute('data-mantine-color-scheme')) === 'dark';
  const { violations } = await (isDark ? axe.withRules(['color-contrast']) : axe).analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`).join('; ')}`,
    );
  expect.soft(grave, screen).toEqual([]);
}

for (const theme of ['light', 'dark'] as const) {
  test(`every screen, ${theme}`, async ({ start }) => {
    test.setTimeout(150_000);
    const app = await start({ settings: { language: 'en', theme } });
    const { page } = app;
    await expectOpenToAll(app, 'first screen, empty');
    await page.getByTestId('samples').click();
    await page.getByTestId('sample-orders-uz.xlsx').waitFor();
    await expectOpenToAll(app, 'samples');
    await page.keyboard.press('Escape');

    await app.drop(sample('orders-mistakes.xlsx'));
    await page.getByTestId('columns').waitFor();
    await page.getByTestId('field-button').nth(3).click();
    await page.getByTestId('field-menu').waitFor();
    await expectOpenToAll(app, 'columns, a menu open');
    await page.getByTestId('field-none').click();
    await page.getByTestId('missing-fields').waitFor();
    await expectOpenToAll(app, 'columns, a field missing');
    await page.getByTestId('field-button').nth(3).click();
    await page.getByTestId('field-phone').click();
    await expect(page.getByTestId('missing-fields')).toHaveCount(0);
    await page.getByTestId('step-file').click();
    await page.getByTestId('file-screen').waitFor();
    await expectOpenToAll(app, 'file');

    await page.getByTestId('step-check').click();
    await app.cell(6, 'F').click();
    await page.getByTestId('cell-inspector').getByTestId('fix').waitFor();
    await expectOpenToAll(app, 'check, a problem chosen');
    await page.getByTestId('tab-order').click();
    await page.getByTestId('order').waitFor();
    await expectOpenToAll(app, 'check, an order');
    await page.getByTestId('tab-history').click();
    await expectOpenToAll(app, 'check, the history');
    await app.cell(6, 'F').click();
    await page.keyboard.press('F2');
    await expectOpenToAll(app, 'check, a cell edited');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+KeyH');
    await page.keyboard.type('Toshkent');
    await expectOpenToAll(app, 'check, find and replace');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.getByRole('dialog').waitFor();
    await expectOpenToAll(app, 'check, the keys');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await page.getByTestId('step-send').click();
    await page.getByTestId('plan-orders').waitFor();
    await expectOpenToAll(app, 'plan');
    await page.getByTestId('send-first').click();
    await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'paused');
    await expectOpenToAll(app, 'sending, paused');
    await page.getByTestId('run-resume').click();
    await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished');
    await expectOpenToAll(app, 'sending, finished');
    await page.getByTestId('run-report').click();
    await page.getByTestId('report-causes').waitFor();
    await expectOpenToAll(app, 'report');

    await page.getByTestId('go-to-settings').click();
    await page.getByTestId('settings-screen').waitFor();
    await page.getByTestId('expert').click();
    const watched = mkdtempSync(path.join(tmpdir(), 'pochta-'));
    writeFileSync(path.join(watched, 'narxlar.csv'), 'Tovar;Narx\nChoynak;150000\n');
    await app.answerOpenDialog(watched);
    await page.getByTestId('watch-choose').click();
    await page.getByTestId('watch-before').waitFor();
    await expectOpenToAll(app, 'settings');
    await page.getByTestId('watch-take-before').click();
    await page.getByTestId('settings-back').click();
    await page.getByTestId('go-to-files').click();
    await page.getByTestId('watch-left-file').waitFor();
    rmSync(watched, { recursive: true });
    await page.getByTestId('earlier-file').waitFor();
    await page.getByTestId('search-all').fill('900001');
    await page.getByTestId('found-order').first().waitFor();
    await expectOpenToAll(app, 'an order found');
    await page.getByTestId('search-all').fill('');
    await page.getByTestId('earlier-remove').click();
    await expectOpenToAll(app, 'earlier files, one about to be removed');

    await app.call('settings.set', { operators: ['Aziz', 'Malika'] });
    await app.drop(sample('orders-uz.xlsx'), sample('orders-shopify.csv'));
    await expect(page.locator('[data-testid="queue-file"][data-ready]')).toHaveCount(3);
    await expectOpenToAll(app, 'today’s files');
    await app.call('pin.set', { pin: '2580' });
    await page.getByTestId('go-to-settings').click();
    await page.getByTestId('shop-name').fill('Atlas');
    await page.getByTestId('shop-add').click();
    await page.getByTestId('pin-enter').waitFor();
    await expectOpenToAll(app, 'the PIN');
    await page.getByTestId('pin-forgotten').click();
    await expectOpenToAll(app, 'the PIN, forgotten');
  });

  test(`a live server: its key, and answers that were lost, ${theme}`, async ({ start }) => {
    const wms = await startWms({
      lookup: 'missing',
      script: (orderId, attempt) => (orderId === 900_001 && attempt === 1 ? 'lost-answer' : undefined),
    });
    const app = await start({
      settings: {
        language: 'en',
        theme,
        practice: false,
        server: wms.url,
        sending: { ...defaultSendingRules, quietTime: 0 },
      },
    });
    const { page } = app;
    await page.getByTestId('go-to-settings').click();
    await page.getByTestId('key-entry').waitFor();
    await expectOpenToAll(app, 'settings, live');
    await page.getByTestId('settings-back').click();
    await app.drop(sample('orders-mistakes.xlsx'));
    await page.getByTestId('columns').waitFor();
    await page.getByTestId('step-send').click();
    await page.getByTestId('key-entry').waitFor();
    await expectOpenToAll(app, 'plan without a key');
    await page.getByTestId('key-login').fill('operator');
    await page.getByTestId('key-password').fill('parol-2026');
    await page.getByTestId('key-submit').click();
    await page.getByTestId('send-all').click();
    await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 30_000 });
    await page.getByTestId('lost-toggle').click();
    await page.getByTestId('lost-there').click();
    await expectOpenToAll(app, 'answers that were lost');
    await page.getByTestId('lost-toggle').click();
    await page.getByTestId('filter-done').click();
    await page.locator('[data-testid="row"][data-state="accepted"]').first().click();
    await page.getByTestId('tab-order').click();
    await page.getByTestId('order-view').click();
    await page.getByTestId('order-standing').waitFor();
    await page.getByTestId('second-time').click();
    await expectOpenToAll(app, 'an accepted order');
    await page.getByTestId('go-to-settings').click();
    await page.getByTestId('ledger-open').click();
    await page.getByTestId('ledger-order').first().waitFor();
    await expectOpenToAll(app, 'the ledger');
    await page.getByTestId('ledger-refill').click();
    await expectOpenToAll(app, 'the ledger, asking');
    await wms.stop();
  });
}
