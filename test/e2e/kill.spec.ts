/** The app ended by force in the middle of sending, and started again: nothing is lost, nothing created twice, the operator is told. */
import { type App, expect, sample, test } from '../support/app.ts';
import { accessKey, startWms } from '../support/wms.ts';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';

const kills = 5;
const orders = 120;

async function goOn(app: App): Promise<void> {
  const { page } = app;
  // The key is asked for again where the system has no safe place for it.
  const entry = page.getByTestId('plan').getByTestId('key-entry');
  await expect(page.getByTestId('send-all').or(page.getByTestId('run-again')).first()).toBeVisible();
  if (await entry.isVisible()) await app.call('accessKey.set', { key: accessKey });
  await page.getByTestId('step-check').click();
  await page.getByTestId('step-send').click();
  await page.getByTestId('send-all').click();
}

test(`killed ${kills} times while sending`, async ({ start }) => {
  test.setTimeout(180_000);
  // This WMS takes an id as often as it is sent: whatever is sent twice is there twice.
  const wms = await startWms({ uniqueIds: false, latencyMs: 120 });
  const settings = {
    language: 'en',
    practice: false,
    server: wms.url,
    sending: { ...defaultSendingRules, quietTime: 0 },
  } as const;
  let app = await start({ settings });
  await app.drop(sample('orders-uz.xlsx'));
  await app.page.getByTestId('columns').waitFor();
  const batchId = await app.batchId();
  await app.page.getByTestId('step-send').click();
  let inDoubt = 0;
  for (let turn = 0; turn < kills; turn++) {
    await goOn(app);
    const before = wms.requests().length;
    await expect.poll(() => wms.requests().length, { intervals: [20] }).toBeGreaterThan(before + 4 + turn);
    await app.kill();
    app = await start();
    const { page } = app;
    await page.locator(`[data-testid="earlier-file"][data-batch="${batchId}"]`).getByTestId('earlier-open').click();
    await page.getByTestId('step-send').click();
    const { counts } = await app.summary(batchId);
    expect(counts.total).toBe(orders);
    expect(counts.sending + counts.verifying).toBe(0);
    // Orders that were under way are told of at once, in words.
    inDoubt += counts.unknown;
    if (counts.unknown > 0) await expect(page.getByTestId('notices')).toContainText(String(counts.unknown));
    // Everything that the app says is accepted is there; what is there and not said to be is in doubt.
    const created = new Set(wms.ledger().map(({ orderId }) => orderId));
    expect(created.size).toBe(wms.ledger().length);
    expect(counts.accepted).toBeLessThanOrEqual(created.size);
    expect(counts.accepted + counts.unknown).toBeGreaterThanOrEqual(created.size);
  }
  expect(inDoubt).toBeGreaterThan(0);
  await goOn(app);
  await expect(app.page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 60_000 });
  expect((await app.summary(batchId)).counts).toMatchObject({ accepted: orders, unknown: 0, review: 0, duplicate: 0 });
  expect(
    wms
      .ledger()
      .map(({ orderId }) => orderId)
      .sort((a, b) => a - b),
  ).toEqual(Array.from({ length: orders }, (_, at) => 700_001 + at));
  await wms.stop();
});

test('closing the window while orders go out asks; «yes» awaits those under way, and the rest goes on the next time', async ({
  start,
}) => {
  const wms = await startWms({ uniqueIds: false, latencyMs: 150 });
  const settings = {
    language: 'en',
    practice: false,
    server: wms.url,
    sending: { ...defaultSendingRules, quietTime: 0 },
  } as const;
  const app = await start({ settings });
  await app.drop(sample('orders-uz.xlsx'));
  await app.page.getByTestId('columns').waitFor();
  const batchId = await app.batchId();
  await app.page.getByTestId('step-send').click();
  await goOn(app);
  await expect.poll(() => wms.ledger().length).toBeGreaterThan(3);
  const close = (): Promise<void> =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await app.answerMessages(0);
  await close();
  const before = wms.ledger().length;
  await expect.poll(() => wms.ledger().length).toBeGreaterThan(before + 2);
  expect((await app.run(batchId)).status).toBe('running');
  // Sleep is held off all the while.
  expect(
    await app.electron.evaluate(({ powerSaveBlocker }) => [0, 1, 2].some((id) => powerSaveBlocker.isStarted(id))),
  ).toBe(true);
  const gone = new Promise((resolve) => app.electron.process().once('exit', resolve));
  await app.close();
  await gone;
  const created = wms.ledger().length;
  expect(created).toBeLessThan(orders);

  const again = await start();
  await again.page.locator(`[data-testid="earlier-file"][data-batch="${batchId}"]`).getByTestId('earlier-open').click();
  await again.page.getByTestId('step-send').click();
  // No answer was lost.
  expect((await again.summary(batchId)).counts).toMatchObject({
    accepted: created,
    unknown: 0,
    ready: orders - created,
  });
  await goOn(again);
  await expect(again.page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 60_000 });
  expect(new Set(wms.ledger().map(({ orderId }) => orderId)).size).toBe(orders);
  expect(wms.ledger()).toHaveLength(orders);
  await wms.stop();
});
