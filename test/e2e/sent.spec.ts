/** After a run: refused orders sent again, an accepted one's state, differences in the WMS, orders sent before, the ledger. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';
import { wmsPaths } from '../../shared/wms/addresses.ts';
import { type App, expect, test } from '../support/app.ts';
import { accessKey, startWms } from '../support/wms.ts';

const liveSettings = (server: string) =>
  ({ language: 'en', practice: false, server, sending: { ...defaultSendingRules, quietTime: 0 } }) as const;

function writeOrders(
  file: string,
  orders: readonly { readonly id: number; readonly phone?: string; readonly price?: number }[],
): string {
  const lines = orders.map(
    ({ id, phone = '998901234567', price = 5000 }) =>
      `${id};14.06.2027 10:00;Karimova Anora;${phone};Navoiy 1;Buxoro viloyati;7;1;${price}`,
  );
  writeFileSync(
    file,
    ['Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx', ...lines].join('\n'),
  );
  return file;
}

/** From the file to the end of its first run. */
async function sendFile(app: App, file: string): Promise<void> {
  const { page } = app;
  await app.drop(file);
  await page.getByTestId('next-step').click();
  await page.getByTestId('next-step').click();
  await page.getByTestId('plan').waitFor();
  // The key is asked for where there is none.
  await page.getByTestId('key-entry').or(page.locator('[data-testid="send-all"]:enabled')).first().waitFor();
  if (await page.getByTestId('key-entry').isVisible()) {
    await page.getByTestId('key-entry').getByText('Paste the key').click();
    await page.getByTestId('key-paste').fill(accessKey);
    await page.getByTestId('key-submit').click();
  }
  await page.getByTestId('send-all').click();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 30_000 });
}

test('one refusal over many orders: once the WMS’s people have put it right, all of them go again with one click', async ({
  start,
  home,
}) => {
  const refused = [3001, 3002, 3003];
  const wms = await startWms({
    script: (orderId, attempt) =>
      attempt > 1 ? undefined : refused.includes(orderId) ? '500-errors' : orderId === 3004 ? '409' : undefined,
    seed: 3,
  });
  const app = await start({ settings: liveSettings(wms.url) });
  const { page } = app;
  await sendFile(
    app,
    writeOrders(
      path.join(home, 'orders.csv'),
      [3001, 3002, 3003, 3004, 3005].map((id) => ({ id })),
    ),
  );
  await page.getByTestId('run-report').click();
  await expect(page.getByTestId('report-notDone-count')).toHaveText('3');
  const line = page.getByTestId('report-state-review').getByTestId('report-cause').first();
  await line.getByTestId('send-again').click();
  // The careful answer has the focus: Enter sends nothing.
  await page.keyboard.press('Enter');
  await expect(line.getByTestId('send-again')).toBeVisible();
  await line.getByTestId('send-again').click();
  await page.getByTestId('send-again-yes').click();
  await expect(page.getByTestId('notice-done')).toContainText('1 order is ready');
  await expect(page.getByTestId('report-state-review')).toHaveCount(0);
  await expect(page.getByTestId('report-open')).toContainText('1 order');
  // The plan offers the rest at once, whatever the WMS had said of them.
  await page.getByTestId('report-open').getByRole('button').click();
  await page.getByTestId('held-rejected').getByTestId('send-again').click();
  await page.getByTestId('send-again-yes').click();
  await expect(page.getByTestId('plan-orders')).toHaveText('4');
  await page.getByTestId('send-all').click();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished');
  const batchId = await app.batchId();
  expect((await app.run(batchId)).counts).toMatchObject({ accepted: 5, rejected: 0, review: 0 });
  expect(
    wms
      .ledger()
      .map(({ orderId }) => orderId)
      .toSorted(),
  ).toEqual([3001, 3002, 3003, 3004, 3005]);
  // Each try is on record.
  expect((await app.call('order.get', { batchId, orderKey: '3004' })).attempts.map(({ outcome }) => outcome)).toEqual([
    'unclear',
    'accepted',
  ]);
  await wms.stop();
});

test('the list of problems sends a refusal’s orders again, by the keyboard alone', async ({ start, home }) => {
  const wms = await startWms({ script: (_orderId, attempt) => (attempt === 1 ? '500-errors' : undefined), seed: 3 });
  const app = await start({ settings: liveSettings(wms.url) });
  const { page } = app;
  await sendFile(
    app,
    writeOrders(
      path.join(home, 'orders.csv'),
      [3001, 3002].map((id) => ({ id })),
    ),
  );
  const again = page.getByTestId('panel').getByTestId('send-again').first();
  await again.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('notice-done')).toContainText('ready to be sent again');
  await expect(page.getByTestId('grid')).toBeFocused();
  await wms.stop();
});

test('an accepted order is asked after in the WMS; a second sending is asked about, and recorded', async ({
  start,
  home,
}) => {
  const wms = await startWms({ uniqueIds: false });
  const app = await start({ settings: liveSettings(wms.url) });
  const { page } = app;
  await sendFile(app, writeOrders(path.join(home, 'orders.csv'), [{ id: 3001 }, { id: 3002 }]));
  await app.cell(2, 'A').click();
  await page.getByTestId('tab-order').click();
  await page.getByTestId('order-view').click();
  await expect(page.getByTestId('order-standing')).toContainText('5 Scheduled');
  await page.getByTestId('second-time').click();
  await page.getByTestId('second-time-no').click();
  await page.getByTestId('second-time').click();
  await page.getByTestId('second-time-yes').click();
  // There is one to send again, and the step is not finished any more.
  await expect(page.getByTestId('run-again')).toContainText('Send 1 order');
  await expect(page.getByTestId('step-send').getByRole('img')).toHaveCount(0);
  await page.getByTestId('run-again').click();
  await expect(page.locator('[data-testid="row"][data-row="2"]')).toHaveAttribute('data-state', 'accepted');
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished');
  await expect(page.getByTestId('step-send').getByRole('img')).toHaveCount(1);
  expect(
    wms
      .ledger()
      .map(({ orderId }) => orderId)
      .toSorted(),
  ).toEqual([3001, 3001, 3002]);
  await wms.stop();
  await app.cell(2, 'A').click();
  await page.getByTestId('tab-order').click();
  await page.getByTestId('order-view').click();
  await expect(page.getByTestId('notice-error')).toContainText('did not answer');
});

test('an order that the WMS wrote down otherwise is accepted, and said; its line leads to it', async ({
  start,
  home,
}) => {
  let last = 0;
  const wms = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      if (request.url !== wmsPaths.create) return void response.writeHead(404).end();
      const order = JSON.parse(body) as { readonly order_id: number; readonly phone: string };
      const written = { ...order, ...(order.order_id === 3002 ? { phone: '+998900000000' } : {}) };
      response.writeHead(200, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          message: 'Record successfully created.',
          data: { id: ++last, order_id: order.order_id, orderAddress: written },
        }),
      );
    });
  });
  await new Promise<void>((resolve) => wms.listen(0, '127.0.0.1', resolve));
  const app = await start({ settings: liveSettings(`http://127.0.0.1:${(wms.address() as AddressInfo).port}/`) });
  const { page } = app;
  await sendFile(
    app,
    writeOrders(
      path.join(home, 'orders.csv'),
      [3001, 3002, 3003].map((id) => ({ id })),
    ),
  );
  await page.getByTestId('run-report').click();
  await expect(page.getByTestId('report-done-count')).toHaveText('3');
  await expect(page.getByTestId('report-differs-line')).toContainText(
    'Phone: for example «+998900000000» instead of «+998901234567»',
  );
  await page.getByTestId('report-differs-show').click();
  await expect(page.getByTestId('row')).toHaveCount(1);
  await expect(app.cell(3, 'D')).toHaveAttribute('data-mark', 'warning');
  await expect(page.getByTestId('cause-chip')).toContainText('wrote down');
  wms.close();
});

test('what was sent before is told with its file; another computer’s ledger and old reports keep orders from going twice', async ({
  start,
  home,
}) => {
  const wms = await startWms();
  const app = await start({ settings: liveSettings(wms.url) });
  const { page } = app;
  const report = path.join(home, 'report.xlsx');
  await sendFile(
    app,
    writeOrders(
      path.join(home, 'monday.csv'),
      [3001, 3002, 3003].map((id) => ({ id })),
    ),
  );
  await page.getByTestId('run-report').click();
  await app.answerSaveDialog(report);
  await page.getByTestId('save-report').click();
  await expect(page.getByTestId('notice-done')).toBeVisible();
  await sendFile(
    app,
    writeOrders(path.join(home, 'tuesday.csv'), [{ id: 3001 }, { id: 3002, phone: '998907654321' }, { id: 3004 }]),
  );
  await page.getByTestId('run-report').click();
  const before = page.getByTestId('sent-before');
  await expect(before).toHaveCount(2);
  await expect(before.first()).toContainText('monday.csv');
  await expect(before.first()).toContainText('3002');
  await expect(before.last()).toContainText('skipped');

  // A second time on purpose, from another file: asked about first.
  await page.getByTestId('step-check').click();
  await app.cell(2, 'A').click();
  await page.getByTestId('tab-order').click();
  await expect(page.getByTestId('order')).toContainText('monday.csv');
  await page.getByTestId('second-time').click();
  await page.getByTestId('second-time-yes').click();
  await expect(page.locator('[data-testid="row"][data-row="2"]')).toHaveAttribute('data-state', 'ready');
  await page.keyboard.press('Control+L');
  await expect(page.locator('[data-testid="row"][data-row="2"]')).toHaveAttribute('data-state', 'leftOut');
  // What a person left out is no failure: the one that changed is.
  await page.getByTestId('step-report').click();
  await expect(page.getByTestId('report-leftOut')).toContainText('1');
  await expect(page.getByTestId('report-notDone-count')).toHaveText('1');
  await expect(page.getByTestId('report-done-count')).toHaveText('1');

  await page.getByTestId('go-to-settings').click();
  await page.getByTestId('ledger-open').click();
  await expect(page.getByTestId('ledger-server')).toHaveText(wms.url.replace(/\/$/u, ''));
  await expect(page.getByTestId('ledger-order')).toHaveCount(4);
  await expect(page.getByTestId('ledger-servers')).toContainText('400');
  await page.getByTestId('ledger-search').fill('3004');
  await expect(page.getByTestId('ledger-order')).toHaveCount(1);
  await expect(page.getByTestId('ledger-order')).toContainText('tuesday.csv');
  const carried = path.join(home, 'carried.jsonl');
  const offered = await app.answerSaveDialog(carried);
  await page.getByTestId('ledger-export').click();
  await expect(page.getByTestId('notice-done').last()).toContainText('4 orders were saved');
  expect(await offered()).toMatch(/\.jsonl$/u);
  await app.close();

  for (const [name, file, act] of [
    ['second', carried, 'ledger-merge'],
    ['third', report, 'ledger-refill'],
  ] as const) {
    const other = await start({ home: path.join(home, name), settings: liveSettings(wms.url) });
    await other.page.getByTestId('go-to-settings').click();
    await other.page.getByTestId('ledger-open').click();
    await expect(other.page.getByTestId('ledger-none')).toBeVisible();
    const cancelled = await other.answerOpenDialog();
    await other.page.getByTestId(act).click();
    if (act === 'ledger-refill') {
      await expect(other.page.getByTestId('ledger-page')).toContainText(wms.url);
      await other.answerOpenDialog(file);
      await other.page.getByTestId('ledger-refill-yes').click();
    } else {
      await cancelled();
      await other.answerOpenDialog(file);
      await other.page.getByTestId(act).click();
    }
    await expect(other.page.getByTestId('notice-done')).toContainText(`New here: ${act === 'ledger-merge' ? 4 : 3}`);
    await expect(other.page.getByTestId('ledger-order')).toHaveCount(act === 'ledger-merge' ? 4 : 3);
    await other.page.getByTestId('ledger-back').click();
    await other.page.getByTestId('settings-back').click();
    await other.drop(path.join(home, 'monday.csv'));
    await other.page.getByTestId('step-check').click();
    await other.page.getByTestId('filter-all').waitFor();
    const { counts } = await other.summary(await other.batchId());
    expect(counts).toMatchObject({ ready: 0, alreadySent: 3, duplicate: 0 });
    await other.close();
  }
  await wms.stop();
});
