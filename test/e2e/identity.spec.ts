/** Lists without order numbers that grow and come again, and orders that changed after they were sent, as an operator meets them. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';
import { type App, expect, test } from '../support/app.ts';
import { accessKey, startWms } from '../support/wms.ts';

const settings = (server: string) =>
  ({ language: 'en', practice: false, server, sending: { ...defaultSendingRules, quietTime: 0 } }) as const;

interface Line {
  readonly name: string;
  readonly quantity?: number;
  readonly region?: string;
}

function write(file: string, lines: readonly Line[]): string {
  const rows = lines.map(
    ({ name, quantity = 1, region = 'Buxoro viloyati' }) =>
      `14.06.2027 10:00;${name};99890123${String(1000 + (name.codePointAt(0) ?? 0))};Navoiy ${name};${region};7;${quantity};5000`,
  );
  const heading = 'Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx';
  writeFileSync(file, [heading, ...rows].join('\n'));
  return file;
}

/** Opens a file; where it is asked, every row is an order. */
async function open(app: App, file: string): Promise<void> {
  const { page } = app;
  await app.drop(file);
  await page.getByTestId('questions').waitFor();
  const question = page.locator('[data-testid="question"][data-code="orders.noIdColumn"]');
  // Asked once: the answer is remembered for the next file with these headings.
  if (await question.isVisible()) {
    await question.getByTestId('answer-use').first().click();
    await expect(question).toHaveCount(0);
  }
  await page.getByTestId('next-step').click();
  await page.getByTestId('review').waitFor();
}

async function send(app: App): Promise<void> {
  const { page } = app;
  await page.getByTestId('next-step').click();
  await page.getByTestId('plan').waitFor();
  await page.getByTestId('key-entry').or(page.locator('[data-testid="send-all"]:enabled')).first().waitFor();
  if (await page.getByTestId('key-entry').isVisible()) {
    await page.getByTestId('key-entry').getByText('Paste the key').click();
    await page.getByTestId('key-paste').fill(accessKey);
    await page.getByTestId('key-submit').click();
  }
  await page.getByTestId('send-all').click();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 30_000 });
}

test('a list without numbers that grew and came again: only what is new goes out', async ({ start, home }) => {
  const wms = await startWms({ uniqueIds: false, lookup: 'missing', seed: 3 });
  const app = await start({ settings: settings(wms.url) });
  const { page } = app;
  // A region that is sent as it stands, with a warning and its fix.
  const misspelt = { name: 'Botir', region: 'Buxorro viloyati' };
  const first = write(path.join(home, 'kun-1.csv'), [{ name: 'Anora' }, misspelt]);
  await open(app, first);
  await expect(page.getByTestId('standing')).toHaveCount(0);
  await expect(page.getByTestId('cause-fix-all')).toHaveCount(1);
  await send(app);
  await open(app, write(path.join(home, 'kun-2.csv'), [{ name: 'Vali' }, misspelt, { name: 'Anora' }]));
  await expect(page.getByTestId('standing-new')).toHaveText('New: 1');
  await expect(page.getByTestId('standing-sent')).toContainText('already sent: 2');
  await expect(page.getByTestId('standing')).toContainText('kun-1.csv');
  await send(app);
  expect(wms.ledger()).toHaveLength(3);
  // The very file that was sent says so, and leads to its report.
  await app.drop(first);
  await expect(page.getByTestId('notice-info')).toContainText('was sent already');
  await page.getByTestId('notice-info').getByRole('button', { name: 'Show the report' }).click();
  await expect(page.getByTestId('report-screen')).toBeVisible();
  // What was said of one file does not stay over another one: no red bar over the sent file, nor its notice over the check.
  const broken = path.join(home, 'buzuq.xlsx');
  writeFileSync(broken, 'PK\u0003\u0004 and nothing more');
  await app.drop(broken);
  await expect(page.getByTestId('notice-error')).toContainText('buzuq.xlsx');
  await app.drop(first);
  await expect(page.getByTestId('notice-info')).toContainText('was sent already');
  await expect(page.getByTestId('notice-error')).toHaveCount(0);
  await page.getByTestId('step-check').click();
  await expect(page.getByTestId('notices')).toBeEmpty();
  // Everything is there: nothing says that no order is ready yet.
  await expect(page.getByTestId('ready-sentence')).toHaveText('No order is left to send. 2 done');
  await expect(page.getByTestId('next-step')).toHaveText('See the report');
  await expect(page.getByTestId('cause-fix-all').or(page.getByTestId('cause-answer'))).toHaveCount(0);
  await app.selectCell(3, 'E');
  await expect(page.getByTestId('cell-inspector')).toBeVisible();
  await expect(page.getByTestId('cell-inspector').getByTestId('fix')).toHaveCount(0);
  await wms.stop();
});

test('an order that changed after it was sent stays as it was, is noted, and is not asked about again', async ({
  start,
  home,
}) => {
  const wms = await startWms({ uniqueIds: false, lookup: 'missing', seed: 3 });
  const app = await start({ settings: settings(wms.url) });
  const { page } = app;
  await open(app, write(path.join(home, 'kun-1.csv'), [{ name: 'Anora' }, { name: 'Botir' }]));
  await send(app);
  const grown = [{ name: 'Anora', quantity: 3 }, { name: 'Botir' }, { name: 'Vali' }];
  await open(app, write(path.join(home, 'kun-2.csv'), grown));
  await expect(page.getByTestId('standing-changed')).toContainText('changed after sending: 1');
  await app.selectCell(2, 'B');
  await page.getByTestId('tab-order').click();
  await expect(page.getByTestId('changed-field').first()).toContainText('1 → 3');
  await page.getByTestId('order').getByTestId('fix').click();
  await expect(page.getByTestId('standing-changed')).toHaveCount(0);
  await send(app);
  expect(wms.ledger()).toHaveLength(3);
  await open(app, write(path.join(home, 'kun-3.csv'), [...grown].reverse()));
  await expect(page.getByTestId('standing-sent')).toContainText('already sent: 3');
  await expect(page.getByTestId('standing-changed')).toHaveCount(0);
  await page.getByTestId('go-to-settings').click();
  await page.getByTestId('ledger-open').click();
  await expect(page.getByTestId('ledger-change')).toContainText('1 → 3');
  await page.getByTestId('changes-copy').click();
  await expect(page.getByTestId('notice-done')).toContainText('1 order copied');
  // Also where a customer calls.
  await page.getByTestId('go-to-files').click();
  await page.getByTestId('search-all').fill('Anora');
  await expect(page.getByTestId('found-changes').first()).toContainText('1 → 3');
  await wms.stop();
});

test('possible repeats of a shop that sends only new orders are listed with ticks, and answered for their file alone', async ({
  start,
  home,
}) => {
  const wms = await startWms({ uniqueIds: false, lookup: 'missing', seed: 3 });
  const app = await start({ settings: settings(wms.url) });
  const { page } = app;
  await open(app, write(path.join(home, 'kun-1.csv'), [{ name: 'Anora' }, { name: 'Botir' }]));
  await send(app);
  await app.drop(write(path.join(home, 'kun-2.csv'), [{ name: 'Anora' }, { name: 'Botir' }, { name: 'Vali' }]));
  const question = page.locator('[data-testid="question"][data-code="orders.listKind"]');
  await question.getByTestId('answer').filter({ hasText: 'Only new orders' }).click();
  await expect(question.getByTestId('answer-in-force')).toContainText('Only new orders');
  await page.getByTestId('next-step').click();
  await expect(page.getByTestId('standing-toDecide')).toContainText('for you to decide: 2');
  await expect(page.getByTestId('filter-toDecide')).toContainText('2');
  await expect(page.getByTestId('repeat')).toHaveCount(2);
  await expect(page.getByTestId('repeats-new')).toBeDisabled();
  await page.getByTestId('repeats').getByLabel(/Botir/u).check();
  await page.getByTestId('repeats-new').click();
  await expect(page.getByTestId('standing-toDecide')).toContainText('for you to decide: 1');
  await expect(page.getByTestId('standing-new')).toHaveText('New: 2');
  await send(app);
  expect(wms.ledger().map(({ request }) => request.full_name)).toEqual(['Anora', 'Botir', 'Botir', 'Vali']);
  // What was ticked holds for that file: the next one is asked about again.
  await app.drop(write(path.join(home, 'kun-3.csv'), [{ name: 'Botir' }]));
  await page.getByTestId('questions').waitFor();
  await page.getByTestId('next-step').click();
  await expect(page.getByTestId('standing-toDecide')).toContainText('for you to decide: 1');
  await wms.stop();
});
