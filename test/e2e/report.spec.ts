/** The end of the work in the real window: the page for the boss, its PDF and text, the report opened again, orders found later. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startPracticeServer } from '../../main/practice/practice-server.ts';
import { type App, expect, sample, test } from '../support/app.ts';

async function sendTheSample(app: App): Promise<void> {
  const { page } = app;
  await app.drop(sample('orders-uz.xlsx'));
  await page.getByTestId('columns').waitFor();
  await page.getByTestId('step-check').click();
  await page.getByTestId('row').first().waitFor();
  await page.getByTestId('next-step').click();
  await page.getByTestId('send-all').click();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 60_000 });
  await page.getByTestId('run-report').click();
  await page.getByTestId('report-screen').waitFor();
}

const clipboardOf = (app: App): Promise<string> => app.electron.evaluate(({ clipboard }) => clipboard.readText());

test('the summary by region, as a PDF and as text; the report opened again; an order found by its phone', async ({
  home,
  start,
}) => {
  const app = await start();
  const { page } = app;
  await sendTheSample(app);
  await expect(page.getByTestId('report-region').first()).toBeVisible();
  const regions = await app.call('report.getRegions', { batchId: await app.batchId() });
  expect(regions.reduce((sum, { orders }) => sum + orders, 0)).toBe(
    (await app.summary(await app.batchId())).counts.total,
  );

  await page.getByTestId('copy-summary').click();
  await expect(page.getByTestId('notice-done')).toBeVisible();
  const text = await clipboardOf(app);
  expect(text).toMatch(/^MASHQ/u);
  expect(text).toContain(`${regions[0]?.region}: `);

  const pdf = path.join(home, 'xulosa.pdf');
  const offered = await app.answerSaveDialog(pdf);
  await page.getByTestId('save-report-formats').click();
  await page.getByTestId('save-report-pdf').click();
  await expect(page.getByText('«xulosa.pdf»')).toBeVisible();
  expect(path.basename(await offered())).toMatch(/^orders-uz MASHQ hisoboti .*\.pdf$/u);
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');

  const xlsx = path.join(home, 'hisobot.xlsx');
  await app.answerSaveDialog(xlsx);
  await page.getByTestId('save-report').click();
  await expect(page.getByText('«hisobot.xlsx»')).toBeVisible();
  const [sent] = await app.rows(await app.batchId());
  await page.getByTestId('go-to-files').click();

  // By a phone, typed as people type it; one act copies the answer, which names no customer.
  const phone = sent?.cells[3]?.text ?? '';
  await page.getByTestId('search-all').fill(`${phone.slice(-9, -7)} ${phone.slice(-7)}`);
  await expect(page.getByTestId('found-order').first()).toHaveAttribute('data-order', String(sent?.orderId));
  await page.getByTestId('found-copy').first().click();
  const answer = await clipboardOf(app);
  expect(answer).toContain(`${sent?.orderId}: `);
  expect(answer).toContain('«orders-uz.xlsx»');
  expect(answer).not.toContain(phone);
  await page.getByTestId('search-all').fill('');

  // A report about practice says so; its own columns are no fields.
  await app.drop(xlsx);
  await page.getByTestId('columns').waitFor();
  await expect(page.getByTestId('file-name')).toHaveText('hisobot.xlsx');
  const summary = await app.summary(await app.batchId());
  expect(summary.file.sheet).toBe('Qatorlar');
  expect(summary.fileIssues.map(({ code }) => code)).toContain('report.ownPractice');
});

test('a practice WMS in a terminal is called practice everywhere, and never the one inside the app', async ({
  start,
}) => {
  const practice = await startPracticeServer();
  try {
    const { page } = await start({ settings: { language: 'en', practice: false, server: practice.url } });
    await expect(page.getByTestId('server-chip')).toHaveAttribute('data-practice', 'true');
    await expect(page.getByTestId('server-sentence')).toContainText(practice.url);
    await page.getByTestId('samples').click();
    await page.getByTestId('sample-orders-uz.xlsx').click();
    await page.getByTestId('columns').waitFor();
    await page.getByTestId('step-send').click();
    await expect(page.getByTestId('plan-server')).toContainText(`the practice WMS at ${practice.url}`);
  } finally {
    await practice.stop();
  }
});

test('diagnostics hold no customer; the time that data is kept can be chosen', async ({ home, start }) => {
  const app = await start();
  const { page } = app;
  await app.drop(sample('orders-uz.xlsx'));
  await page.getByTestId('columns').waitFor();
  await page.getByTestId('go-to-settings').click();
  const file = path.join(home, 'diagnostics.json');
  await app.answerSaveDialog(file);
  await page.getByTestId('diagnostics').click();
  await expect(page.getByText('«diagnostics.json»')).toBeVisible();
  const saved = readFileSync(file, 'utf8');
  expect(JSON.parse(saved)).toMatchObject({ store: { batches: 1 }, errors: [], settings: { retentionDays: 30 } });
  expect(saved).not.toContain('+998');
  await page.getByTestId('retention-days').fill('7');
  await expect.poll(async () => (await app.call('settings.get', {})).retentionDays).toBe(7);
});
