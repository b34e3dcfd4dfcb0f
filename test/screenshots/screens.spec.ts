/**
 * A picture of every screen, in every language, theme and size. The set for the README goes to docs/screenshots/, all
 * others to test-results/screens/. No test: it fails only where a screen cannot be reached.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { type Language, languages } from '../../shared/messages/translator.ts';
import { systemClock } from '../../main/ports.ts';
import { openStore } from '../../main/store/open-store.ts';
import { TeamSession } from '../../main/team/session.ts';
import { createTeam, parseDatabaseUrl } from '../../main/team/set-up.ts';
import { teamFileText } from '../../main/team/team-file.ts';
import type { Product } from '../../shared/domain/products/product.ts';
import { valueOrThrow } from '../../shared/result.ts';
import { hasPostgres, startPostgres } from '../main/team/postgres.ts';
import { type App, expect, projectFolder, sample, test } from '../support/app.ts';
import { accessKey, startWms } from '../support/wms.ts';

type Theme = 'light' | 'dark';
type Size = readonly [width: number, height: number];

/** Small laptops; the same at 125 %, which leaves the fewest pixels; a desktop screen. */
const sizes = { laptop: [1366, 768], small: [1093, 614], desktop: [1920, 1080] } as const satisfies Record<
  string,
  Size
>;
type SizeName = keyof typeof sizes;

interface Look {
  readonly language: Language;
  readonly theme: Theme;
  readonly size: SizeName;
}

const looks: readonly Look[] = languages.flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (Object.keys(sizes) as SizeName[]).map((size): Look => ({ language, theme, size })),
  ),
);

const published: ReadonlySet<string> = new Set([
  'start',
  'columns',
  'columns-questions',
  'check',
  'check-cell',
  'check-order',
  'plan',
  'products',
  'sending',
  'report',
  'settings',
  'settings-team',
  'ledger',
]);
const publishedDark: ReadonlySet<string> = new Set(['check-cell', 'sending', 'report']);

/** Where the picture of a screen goes. */
function fileOf({ language, theme, size }: Look, name: string): string {
  if (size === 'laptop' && theme === 'light' && published.has(name))
    return path.join(projectFolder, 'docs/screenshots', language, `${name}.png`);
  if (size === 'laptop' && theme === 'dark' && language === 'uz' && publishedDark.has(name))
    return path.join(projectFolder, 'docs/screenshots', language, `${name}-dark.png`);
  return path.join(projectFolder, 'test-results/screens', `${language}-${theme}-${size}`, `${name}.png`);
}

class Camera {
  readonly #app: App;
  readonly #look: Look;

  constructor(app: App, look: Look) {
    this.#app = app;
    this.#look = look;
  }

  async shoot(name: string): Promise<void> {
    const file = fileOf(this.#look, name);
    mkdirSync(path.dirname(file), { recursive: true });
    // No hint of what the mouse happens to be on; whatever still slides or fades is let come to rest.
    await this.#app.page.mouse.move(0, this.#app.page.viewportSize()?.height ?? 0);
    await this.#app.page.waitForTimeout(300);
    await this.#nameTheOperator();
    await this.#app.page.screenshot({ path: file });
  }

  /** Files are listed with the account that opened them: an invented name in place of the one who takes the pictures. */
  async #nameTheOperator(): Promise<void> {
    await this.#app.page.evaluate((account) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { currentNode } = texts;
        if (currentNode.nodeValue?.startsWith(account))
          currentNode.nodeValue = currentNode.nodeValue.replace(account, 'Dilnoza');
      }
    }, userInfo().username);
  }
}

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
  await page.getByTestId('settings-month').scrollIntoViewIfNeeded();
  await camera.shoot('settings-month');
  await page.getByTestId('settings-screen').evaluate((screen) => screen.scrollTo(0, screen.scrollHeight));
  await camera.shoot('settings-end');
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
    await page.getByTestId('settings-office').scrollIntoViewIfNeeded();
    await page.getByTestId('settings-team').evaluate((section) => section.scrollIntoView());
    await page.getByTestId('team-choose-apart').waitFor();
    await camera.shoot('settings-team-shop');
    await page.getByTestId('team-choose-theirs').click();
    await page.getByTestId('team-choose-apart').waitFor({ state: 'hidden' });
    await page.getByTestId('team-question').waitFor();
    await camera.shoot('settings-team');
    await app.call('team.leave', {});
    await app.call('settings.set', { server, practice });
    await other.close();
    await page.getByTestId('settings-back').click();
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
  await camera.shoot('settings-forget-key');
  await wms.stop();
}

for (const look of looks) {
  test(`${look.language}, ${look.theme}, ${look.size}`, async ({ start }) => {
    const { language, theme, size } = look;
    const app = await start({ settings: { language, theme }, size: sizes[size] });
    const camera = new Camera(app, look);
    await reading(app, camera);
    await checking(app, camera);
    await sendingInPractice(app, camera);
    await team(app, camera);
    await sendingLive(app, camera);
  });
}
