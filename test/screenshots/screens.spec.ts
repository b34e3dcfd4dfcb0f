/**
 * A picture of every screen, in every language, theme and size. The set for the README goes to docs/screenshots/, all
 * others to test-results/screens/. No test: it fails only where a screen cannot be reached.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { languages } from '../../shared/messages/translator.ts';
import { systemClock } from '../../main/ports.ts';
import { openStore } from '../../main/store/open-store.ts';
import { TeamSession } from '../../main/team/session.ts';
import { createTeam, parseDatabaseUrl } from '../../main/team/set-up.ts';
import { teamFileText } from '../../main/team/team-file.ts';
import type { Product } from '../../shared/domain/products/product.ts';
import { valueOrThrow } from '../../shared/result.ts';
import { hasPostgres, startPostgres } from '../main/team/postgres.ts';
import { type App, expect, sample, test } from '../support/app.ts';
import { accessKey, startWms } from '../support/wms.ts';
import { Camera } from './camera.ts';
import { asking, lookingClosely, stopping, telling } from './rare-screens.ts';

async function reading(app: App, camera: Camera): Promise<void> {
  const { page } = app;
  await camera.shoot('start-empty');
  await page.getByTestId('samples').click();
  await page.getByTestId('sample-orders-uz.xlsx').waitFor();
  await camera.shoot('start-samples');
  await page.keyboard.press('Escape');
  await app.drop(sample('orders-ru.csv'));
  await page.getByTestId('columns').waitFor();
  await page.getByTestId('step-file').click();
  await page.getByTestId('file-screen').waitFor();
  await camera.shoot('file-csv');
  await page.getByTestId('go-to-files').click();
  await app.drop(sample('orders-shopify.csv'));
  await page.getByTestId('columns').waitFor();
  await camera.shoot('columns-questions');
  await page.getByTestId('step-check').click();
  await page.getByTestId('row').first().waitFor();
  await camera.shoot('check-questions');
  await page.getByTestId('go-to-products').click();
  await page.getByTestId('products-screen').waitFor();
  await camera.shoot('products');
  await page.getByTestId('go-to-files').click();
}

async function checking(app: App, camera: Camera): Promise<void> {
  const { page } = app;
  await app.drop(sample('orders-mistakes.xlsx'));
  await expect(page.getByTestId('file-name')).toHaveText('orders-mistakes.xlsx');
  await page.getByTestId('columns').waitFor();
  await camera.shoot('columns');
  await page.getByTestId('field-button').nth(3).click();
  await page.getByTestId('field-menu').waitFor();
  await camera.shoot('columns-menu');
  await page.getByTestId('field-none').click();
  await page.getByTestId('missing-fields').waitFor();
  await camera.shoot('columns-missing');
  await page.getByTestId('field-button').nth(3).click();
  await page.getByTestId('field-phone').click();
  await expect(page.getByTestId('missing-fields')).toHaveCount(0);
  await page.getByTestId('step-check').click();
  await app.cell(4, 'A').waitFor();
  await camera.shoot('check');
  await app.selectCell(6, 'F');
  await page.getByTestId('cell-inspector').getByTestId('fix').waitFor();
  await camera.shoot('check-cell');
  await page.getByTestId('cell-inspector').getByTestId('fix').click();
  await app.selectCell(9, 'K');
  await page.keyboard.type('2');
  await page.getByTestId('cell-editor').waitFor();
  await camera.shoot('check-editing');
  await page.keyboard.press('Enter');
  await app.selectCell(20, 'B');
  await page.getByTestId('tab-order').click();
  await page.getByTestId('order').waitFor();
  await camera.shoot('check-conflict');
  // Back to the top: on a small window the list has scrolled.
  await page.getByTestId('grid').evaluate((grid) => grid.scrollTo(0, 0));
  await app.cell(7, 'A').click();
  await expect(page.getByTestId('order')).toHaveAttribute('data-order', '900004');
  await camera.shoot('check-order');
  await page.getByTestId('tab-problems').click();
  await page.getByTestId('search').fill('zzz');
  await page.getByTestId('empty-rows').waitFor();
  await camera.shoot('check-nothing-found');
  await page.getByTestId('search').fill('');
  await app.cell(4, 'A').waitFor();
  await page.keyboard.press('F1');
  await page.getByRole('dialog').waitFor();
  await camera.shoot('shortcuts');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function sendingInPractice(app: App, camera: Camera): Promise<void> {
  const { page } = app;
  await page.getByTestId('step-send').click();
  await page.getByTestId('plan-orders').waitFor();
  await camera.shoot('plan-held-back');
  await page.getByTestId('send-first').click();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'paused');
  await camera.shoot('sending-paused');
  await page.getByTestId('run-resume').click();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished');
  await camera.shoot('sending-finished');
  await page.getByTestId('run-report').click();
  await page.getByTestId('report-causes').waitFor();
  await camera.shoot('report');
  await page.getByTestId('go-to-files').click();

  await app.drop(sample('orders-uz.xlsx'));
  await expect(page.getByTestId('file-name')).toHaveText('orders-uz.xlsx');
  await page.getByTestId('columns').waitFor();
  await page.getByTestId('step-report').click();
  await page.getByTestId('report-screen').waitFor();
  await camera.shoot('report-nothing-sent');
  await page.getByTestId('step-send').click();
  await page.getByTestId('plan-orders').waitFor();
  await camera.shoot('plan');
  await page.getByTestId('send-all').click();
  await expect(page.locator('[data-testid="row"][data-state="accepted"]').nth(10)).toBeVisible();
  await camera.shoot('sending');
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 60_000 });
  await page.getByTestId('run-report').click();
  await page.getByTestId('report-screen').waitFor();
  await camera.shoot('report-all-done');
  await page.getByTestId('go-to-files').click();
  await page.getByTestId('earlier-file').first().waitFor();
  await camera.shoot('start');
  await page.getByTestId('go-to-queue').click();
  await page.getByTestId('queue-screen').waitFor();
  await camera.shoot('queue');
  await page.getByTestId('open-guide').click();
  await page.getByTestId('guide-open').waitFor();
  await camera.shoot('guide');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('guide')).toHaveCount(0);
  await page.getByTestId('go-to-settings').click();
  await page.getByTestId('settings-screen').waitFor();
  await page.getByTestId('expert').click();
  await camera.shoot('settings');
  for (const section of ['sending', 'profiles', 'shops', 'month', 'office', 'data'])
    await camera.shoot(`settings-${section}`, page.getByTestId(`settings-${section}`));
}

/** Another computer of a new team, which maps a product; and the team file. */
async function otherComputer(url: string, home: string, product: Product) {
  const file = await createTeam(parseDatabaseUrl(url, null));
  const store = valueOrThrow(openStore(path.join(home, 'ofis-2'), systemClock));
  store.actAs('Bobur');
  store.products.save('https://wms.example', '', [product]);
  const session = new TeamSession({
    file,
    home: store.team,
    servers: store.sameServers,
    clock: systemClock,
    name: 'OFIS-2',
  });
  await session.connect();
  const teamFile = path.join(home, 'order-importer.team');
  writeFileSync(teamFile, teamFileText(file));
  const close = async (): Promise<void> => {
    await session.close();
    store.close();
  };
  return { teamFile, close };
}

/** A team of three computers, of which one was not heard of since it left orders behind; two mapped a product at once. */
async function team(app: App, camera: Camera): Promise<void> {
  if (!hasPostgres) return;
  const { page } = app;
  const postgres = await startPostgres();
  try {
    const url = await postgres.createDatabase();
    const product = { keyKind: 'name', key: 'Kosa 1 l', productId: 17, variationId: null, price: 48_000 } as const;
    const { server, practice } = await app.call('settings.get', {});
    await app.call('settings.set', { server: 'https://wms.example', practice: false });
    await app.call('product.save', { products: [product] });
    const other = await otherComputer(url, app.home, { ...product, productId: 18 });
    await app.drop(other.teamFile);
    await page.getByTestId('team-join-yes').click();
    // Its notice would cover the settings.
    await page.getByTestId('notice-dismiss').click();
    await postgres.query(
      url,
      `UPDATE order_importer.computers SET name = 'OFIS-1' WHERE name <> 'OFIS-2';
       INSERT INTO order_importer.computers (id, name, incarnation, retold, seen_at, joined_at)
         SELECT w.id::uuid, w.name, w.id::uuid, 0, clock_timestamp() - w.silent::interval, clock_timestamp() + interval '1 second'
         FROM (VALUES ('00000000-0000-4000-8000-000000000002', 'OFIS-3', '3 hours')) AS w (id, name, silent);
       INSERT INTO order_importer.orders (server, order_id, state, computer, file_name, at)
         SELECT 'https://wms.example', w.order_id, w.state, '00000000-0000-4000-8000-000000000002', '',
           clock_timestamp() - interval '3 hours'
         FROM (VALUES (700124, 'sending'), (700131, 'unknown')) AS w (order_id, state)`,
    );
    await page.getByTestId('go-to-settings').click();
    await page.getByTestId('team-left').waitFor();
    await page.getByTestId('team-choose-apart').waitFor();
    await camera.shoot('settings-team-shop', page.getByTestId('team-questions'));
    await page.getByTestId('team-choose-theirs').click();
    await page.getByTestId('team-choose-apart').waitFor({ state: 'hidden' });
    await page.getByTestId('team-question').waitFor();
    await camera.shoot('settings-team', page.getByTestId('settings-team'));
    // The chip tells of what is to be chosen where orders go to a real server.
    await page.reload();
    await page.getByTestId('team-chip').click();
    await page.getByTestId('team-popover').waitFor();
    await camera.shoot('team-chip');
    await app.call('team.leave', {});
    await app.call('settings.set', { server, practice });
    await other.close();
    await page.reload();
    await page.getByTestId('start-screen').waitFor();
  } finally {
    await postgres.close();
  }
}

async function sendingLive(app: App, camera: Camera): Promise<void> {
  const { page } = app;
  const failing = new Set([900_001, 900_003, 900_014]);
  const wms = await startWms({
    latencyMs: 60,
    lookup: 'missing',
    script: (orderId, attempt) =>
      attempt > 1 ? undefined : orderId === 900_020 ? 'invalid' : failing.has(orderId) ? 'lost-answer' : undefined,
  });
  const settings = await app.call('settings.get', {});
  await app.call('settings.set', { practice: false, server: wms.url, sending: { ...settings.sending, quietTime: 0 } });
  await page.reload();
  await page.getByTestId('go-to-settings').click();
  await page.getByTestId('key-entry').waitFor();
  await camera.shoot('settings-live');
  await page.getByTestId('settings-back').click();
  const earlier = page.getByTestId('earlier-file').filter({ hasText: 'orders-mistakes.xlsx' });
  await earlier.getByTestId('earlier-open').click();
  await page.getByTestId('step-send').click();
  await page.getByTestId('key-entry').waitFor();
  await camera.shoot('plan-key');
  await app.call('accessKey.set', { key: accessKey });
  await page.getByTestId('step-check').click();
  await page.getByTestId('step-send').click();
  await page.getByTestId('send-all').click();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 30_000 });
  await page.getByTestId('lost-toggle').click();
  await page.getByTestId('lost-order').first().waitFor();
  await camera.shoot('lost-answers');
  await page.getByTestId('step-report').click();
  await page.getByTestId('report-causes').waitFor();
  await camera.shoot('report-doubt');
  await page.getByTestId('go-to-settings').click();
  await page.getByTestId('key-present').waitFor();
  await page.getByTestId('ledger-open').click();
  await page.getByTestId('ledger-search').waitFor();
  await camera.shoot('ledger');
  await page.getByTestId('ledger-back').click();
  await page.getByTestId('key-forget').click();
  await camera.shoot('settings-forget-key', page.getByTestId('settings-key'));
  await wms.stop();
}

for (const language of languages) {
  test(language, async ({ start }) => {
    const app = await start({ settings: { language, theme: 'light' } });
    const camera = new Camera(app, language);
    await reading(app, camera);
    await checking(app, camera);
    await sendingInPractice(app, camera);
    await team(app, camera);
    await sendingLive(app, camera);
    await asking(app, camera);
    await lookingClosely(app, camera);
    await stopping(app, camera);
    await telling(app, camera);
  });
}
