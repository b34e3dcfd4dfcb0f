/** A morning's work in the real window: from a dropped file to a saved report, in one story. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type App, expect, sample, test } from '../support/app.ts';
import { readCsvFile, readWorkbookFile, records } from '../support/read-written-files.ts';

/** Row 4 of the sample: the only row of its order. */
const row = 4;
const orderId = 700_002;
const phone = '+998905494709';

async function sampleIds(): Promise<readonly number[]> {
  const [sheet] = await readWorkbookFile(sample('orders-uz.xlsx'));
  const ids = records(sheet?.rows ?? [], 0).map((record) => Number(record['Buyurtma raqami']));
  return [...new Set(ids)].sort((a, b) => a - b);
}

/** What the practice WMS has taken: the ids in order, each as often as it was created. */
async function taken(app: App): Promise<readonly number[]> {
  const { orders } = await app.call('practice.listOrders', {});
  return orders.map((order) => order.orderId).sort((a, b) => a - b);
}

/** Everything that a person put into the batch, and what the app makes of it. */
async function picture(app: App, batchId: string) {
  const { counts, choices, file, fileIssues, readyAmount, withWarnings, canUndo, canRedo } = await app.summary(batchId);
  const { columns, fields } = await app.call('batch.getColumns', { batchId });
  return {
    summary: { counts, choices, file, fileIssues, readyAmount, withWarnings, canUndo, canRedo },
    // Not the reason of a choice: what the operator chose is, after a restart, what the app remembered.
    columns: columns.map(({ column, heading, field, chosen, samples }) => ({
      column,
      heading,
      field,
      chosen,
      samples,
    })),
    fields,
    causes: await app.call('batch.listCauses', { batchId }),
    rows: await app.rows(batchId),
  };
}

async function openTheSample(app: App): Promise<string> {
  const { page } = app;
  await app.drop(sample('orders-uz.xlsx'));
  await page.getByTestId('columns').waitFor();
  await expect(page.getByTestId('file-name')).toHaveText('orders-uz.xlsx');
  const understood = await page
    .getByTestId('column-line')
    .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-field')));
  expect(understood).toEqual([
    'order_id',
    'scheduled_at',
    'full_name',
    'phone',
    'address',
    'region',
    'city',
    'zip',
    'client_product_id',
    'client_product_variation_id',
    'quantity',
    'price',
    'discount',
    'final_price',
    '',
  ]);
  return app.batchId();
}

async function changeColumns(app: App, batchId: string): Promise<void> {
  const { page } = app;
  const line = page.locator('[data-testid="column-line"][data-column="F"]');
  await line.getByTestId('field-button').click();
  await page.getByTestId('field-none').click();
  await expect(line).toHaveAttribute('data-field', '');
  // The region is needed: it follows from the towns, and that is said until a person confirms it.
  const codes = async () => (await app.summary(batchId)).fileIssues.map(({ code }) => code);
  await expect.poll(codes).toContain('orders.regionFromAddress');
  await line.getByTestId('field-button').click();
  await page.getByTestId('field-region').click();
  await expect(line).toHaveAttribute('data-field', 'region');
  await expect.poll(codes).not.toContain('orders.regionFromAddress');
  await expect(page.getByTestId('missing-fields')).toHaveCount(0);

  const chooser = page.getByRole('combobox').and(page.getByTestId('constant-field'));
  await chooser.click();
  await chooser.fill('Davlat');
  await page.getByRole('option', { name: 'Davlat' }).click();
  await page.getByTestId('constant-text').fill('O‘zbekiston');
  await page.getByTestId('constant-use').click();
  await expect(page.locator('[data-testid="constant"][data-field="country"]')).toContainText('O‘zbekiston');
  await page.getByTestId('remember-save').click();
  await expect(page.getByTestId('notice-done')).toBeVisible();
  expect((await app.summary(batchId)).counts.ready).toBe(120);
}

async function editInPlace(app: App): Promise<void> {
  const { page } = app;
  const cell = app.cell(row, 'D');
  const ready = page.getByTestId('filter-ready');
  await expect(cell).toHaveText(phone);
  await app.typeInto(row, 'D', '12');
  await expect(cell).toHaveAttribute('data-mark', 'error');
  await expect(ready).toContainText('119');
  await page.getByTestId('undo').click();
  await expect(cell).toHaveText(phone);
  await expect(ready).toContainText('120');
  await page.getByTestId('redo').click();
  await expect(cell).toHaveAttribute('data-mark', 'error');
  await expect(ready).toContainText('119');
  await expect(page.getByTestId('ready-sentence')).toContainText('119');
  // Another order, corrected for good: the text after F2 begins with what the cell holds.
  await app.cell(9, 'C').click();
  await page.keyboard.press('F2');
  await page.keyboard.press('End');
  await page.keyboard.type(' Bahromovich');
  await page.keyboard.press('Enter');
  await expect(app.cell(9, 'C')).toHaveText('Qodirov Otabek Bahromovich');
}

async function sendAll(app: App, batchId: string): Promise<void> {
  const { page } = app;
  await page.getByTestId('next-step').click();
  await expect(page.getByTestId('plan-orders')).toHaveText('119');
  await expect(page.getByTestId('plan-server')).toContainText('Mashq');
  await page.getByTestId('send-first').click();
  const status = page.getByTestId('run-status');
  await expect(status).toHaveAttribute('data-status', 'paused');
  expect(await taken(app)).toEqual([700_001]);
  await page.getByTestId('run-resume').click();
  await page.getByTestId('run-pause').click();
  await expect(status).toHaveAttribute('data-status', 'paused');
  const paused = await app.run(batchId);
  expect(paused).toMatchObject({ inFlight: 0, planned: 119 });
  expect(paused.counts.ready).toBeGreaterThan(0);
  expect(await taken(app)).toHaveLength(paused.counts.accepted);
  await page.getByTestId('run-resume').click();
  await expect(status).toHaveAttribute('data-status', 'running');
  // The rows on the screen change while others are still to be sent.
  await expect(page.locator('[data-testid="row"][data-row="9"]')).toHaveAttribute('data-state', 'accepted');
  await expect(status).toHaveAttribute('data-status', 'finished', { timeout: 60_000 });
  await expect(page.getByTestId('run-progress')).toContainText('119');
  await expect(page.getByTestId('run-done')).toContainText('119');
}

async function saveReport(app: App, format: 'xlsx' | 'csv'): Promise<string> {
  const { page } = app;
  const file = path.join(app.home, `hisobot.${format}`);
  const offered = await app.answerSaveDialog(file);
  await page.getByTestId('save-report-formats').click();
  await page.getByTestId(`save-report-${format}`).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  await expect(page.getByTestId('save-report')).toBeEnabled();
  expect(path.basename(await offered())).toMatch(new RegExp(`^orders-uz MASHQ .*\\.${format}$`, 'u'));
  return file;
}

async function expectReport(app: App, rows: readonly (readonly string[])[]): Promise<void> {
  expect(rows[0]?.[0]).toContain('MASHQ');
  const wmsIds = new Map(
    (await app.call('practice.listOrders', {})).orders.map((order) => [order.orderId, order.wmsId]),
  );
  const told = records(rows, 1);
  expect(told).toHaveLength(232);
  for (const record of told) {
    const id = Number(record['Buyurtma raqami']);
    const isDone = id !== orderId;
    expect(record['WMS: natija']).toBe(isDone ? 'WMSda bor' : 'Bajarilmadi');
    expect(record['WMSdagi raqami (ID)']).toBe(isDone ? String(wmsIds.get(id)) : '');
    if (isDone) expect(record['WMS: vaqt (Toshkent)']).toMatch(/^\d\d\.\d\d\.\d{4} \d\d:\d\d$/u);
    else expect(record['WMS: sabab']).toContain('telefon');
  }
}

/** The order's values as the WMS will get them. */
async function valuesOf(app: App, batchId: string): Promise<Readonly<Record<string, string>>> {
  const { values } = await app.call('order.get', { batchId, orderKey: String(orderId) });
  return Object.fromEntries(values.map(({ field, text }) => [field, text]));
}

async function sendTheFailedOne(app: App, failedIn: string): Promise<void> {
  const { page } = app;
  const before = await valuesOf(app, failedIn);
  await page.getByTestId('open-failed').click();
  await page.getByTestId('review').waitFor();
  const batchId = await app.batchId();
  expect(batchId).not.toBe(failedIn);
  // With the corrections made so far, of which one was wrong.
  expect((await app.summary(batchId)).counts).toMatchObject({ total: 1, withErrors: 1 });
  expect(await valuesOf(app, batchId)).toEqual(before);
  await expect(app.cell(2, 'D')).toHaveAttribute('data-mark', 'error');
  await app.typeInto(2, 'D', phone);
  await expect(page.getByTestId('filter-ready')).toContainText('1');
  await page.getByTestId('next-step').click();
  await page.getByTestId('send-all').click();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished');
  expect((await app.run(batchId)).counts.accepted).toBe(1);
}

test('from a dropped file to a report that says of every row what became of it', async ({ start }) => {
  test.setTimeout(180_000);
  let app = await start();
  const batchId = await test.step('a file is dropped and understood', () => openTheSample(app));
  await test.step('a column is changed and back, a constant given, the choices remembered', () =>
    changeColumns(app, batchId));
  await app.page.getByTestId('next-step').click();
  await test.step('cells are edited, checked at once, undone and redone', () => editInPlace(app));

  await test.step('after a restart the batch is exactly as it was', async () => {
    const before = await picture(app, batchId);
    await app.close();
    app = await start();
    await app.page.locator(`[data-testid="earlier-file"][data-batch="${batchId}"]`).getByTestId('earlier-open').click();
    await expect(app.cell(row, 'D')).toHaveAttribute('data-mark', 'error');
    await expect(app.cell(9, 'C')).toHaveText('Qodirov Otabek Bahromovich');
    expect(await picture(app, batchId)).toEqual(before);
  });
  await test.step('one is sent first, then all, with a pause', () => sendAll(app, batchId));
  const good = (await sampleIds()).filter((id) => id !== orderId);
  expect(await taken(app)).toEqual(good);

  await test.step('the report says it row by row', async () => {
    await app.page.getByTestId('run-report').click();
    await expect(app.page.getByTestId('report-done-count')).toHaveText('119');
    await expect(app.page.getByTestId('report-notDone-count')).toHaveText('1');
    const sheets = await readWorkbookFile(await saveReport(app, 'xlsx'));
    expect(sheets[0]?.rows[0]?.[0]).toContain('MASHQ');
    await expectReport(app, sheets[1]?.rows ?? []);
    expect(records(sheets[2]?.rows ?? [], 0).map((record) => record['Buyurtma raqami'])).toEqual([String(orderId)]);
    await expectReport(app, readCsvFile(await saveReport(app, 'csv')));
  });
  await test.step('what failed is opened as a file of its own, corrected, sent alone', () =>
    sendTheFailedOne(app, batchId));
  expect(await taken(app)).toEqual(await sampleIds());
});

test('the next file with the same headings is understood from what was remembered', async ({ start }) => {
  const app = await start();
  const { page } = app;
  await app.drop(sample('orders-uz.xlsx'));
  await page.locator('[data-testid="column-line"][data-column="H"]').getByTestId('field-button').click();
  await page.getByTestId('field-none').click();
  await expect(page.locator('[data-testid="column-line"][data-column="H"]')).toHaveAttribute('data-field', '');
  await page.getByTestId('remember-name').fill('Kunlik');
  await page.getByTestId('remember-save').click();
  await expect(page.getByTestId('notice-done')).toContainText('Kunlik');
  await page.getByTestId('go-to-files').click();
  await app.drop(sample('orders-mistakes.xlsx'));
  await expect(page.getByTestId('file-name')).toHaveText('orders-mistakes.xlsx');
  await expect(page.locator('[data-testid="column-line"][data-column="H"]')).toHaveAttribute('data-field', '');
  expect((await app.summary(await app.batchId())).profileName).toBe('Kunlik');
  await page.getByTestId('go-to-settings').click();
  await expect(page.getByTestId('profile').filter({ hasText: 'Kunlik' })).toHaveCount(1);
});
