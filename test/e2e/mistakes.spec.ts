/** A file full of mistakes: found, put right in the window, sent; and what a server refuses or leaves in doubt. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startWms, accessKey } from '../support/wms.ts';
import { type App, expect, sample, test } from '../support/app.ts';
import { readCsvFile, readWorkbookFile, records } from '../support/read-written-files.ts';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';
import { localFromEpoch } from '../../shared/domain/values/dates/tashkent-time.ts';

/** The counts of the filters as they stand on the screen; every one that is no part of another must add up to all. */
async function expectFiltersAddUp(app: App): Promise<Readonly<Record<string, number>>> {
  const shown = await app.page.locator('[data-testid^="filter-"][data-show]').evaluateAll((buttons) =>
    buttons.map((button) => ({
      show: button.getAttribute('data-show') ?? '',
      count: Number(button.querySelector('b')?.textContent?.replaceAll(/\s/gu, '')),
    })),
  );
  const counts = Object.fromEntries(shown.map(({ show, count }) => [show, count]));
  const wholes = 'done' in counts ? ['ready', 'done', 'notDone', 'lookAtIt'] : ['ready', 'errors', 'leftOut'];
  expect(wholes.reduce((sum, show) => sum + (counts[show] ?? 0), 0)).toBe(counts['all']);
  return counts;
}

async function openMistakes(app: App): Promise<string> {
  await app.drop(sample('orders-mistakes.xlsx'));
  await app.page.getByTestId('columns').waitFor();
  const batchId = await app.batchId();
  await app.page.getByTestId('next-step').click();
  await app.cell(4, 'A').waitFor();
  return batchId;
}

test.describe('before sending', () => {
  test('every mistake is marked in its cell, and the list of problems leads there', async ({ start }) => {
    const app = await start({ settings: { language: 'en' } });
    await openMistakes(app);
    const { page } = app;
    // What was put wrong into the sample, cell by cell (scripts/make-samples.mjs).
    for (const [row, letters] of [
      [5, 'D'],
      [10, 'B'],
      [11, 'C'],
      [13, 'A'],
      [14, 'D'],
      [15, 'B'],
      [16, 'E'],
    ] as const) {
      await expect(app.cell(row, letters)).toHaveAttribute('data-mark', 'error');
    }
    await expect(app.cell(4, 'D')).not.toHaveAttribute('data-mark');
    expect(await expectFiltersAddUp(app)).toMatchObject({ all: 23, ready: 11, errors: 12, leftOut: 0 });
    // The price is out of sight to the right: its line in the list brings it here.
    const price = page.locator('[data-testid="cause"][data-code="values.otherCurrency"]');
    await price.getByTestId('cause-show').click();
    await expect(page.getByTestId('cell-place')).toHaveText('L19');
    await expect(app.cell(19, 'L')).toBeInViewport();
    await expect(app.cell(19, 'L')).toHaveAttribute('data-mark', 'error');
    await expect(page.getByTestId('row')).toHaveCount(1);
    await page.getByTestId('cause-chip').getByRole('button').click();
    await expect(app.cell(18, 'A')).toHaveText('900015');
    // From one problem to the next, round the end.
    for (const place of [
      'A21',
      'D5',
      'F6',
      'F7',
      'L8',
      'K9',
      'B10',
      'C11',
      'I12',
      'A13',
      'D14',
      'B15',
      'E16',
      'N17',
      'H18',
      'L19',
    ]) {
      await page.getByTestId('next-problem').click();
      await expect(page.getByTestId('cell-place')).toHaveText(place);
    }
    // A delivery earlier today has passed, whatever the day says.
    const [year, month, day] = localFromEpoch(Date.now()).slice(0, 10).split('-');
    await app.typeInto(4, 'B', `${day}.${month}.${year} 00:00`);
    await expect(app.cell(4, 'B')).toHaveAttribute('data-mark', 'warning');
    await expect(page.locator('[data-testid="cause"][data-code="values.datePast"]')).toHaveCount(1);
  });

  test('filters show what they count; the search finds', async ({ start }) => {
    const app = await start({ settings: { language: 'en' } });
    await openMistakes(app);
    const { page } = app;
    const states = () =>
      page.getByTestId('row').evaluateAll((rows) => [...new Set(rows.map((row) => row.getAttribute('data-state')))]);
    await page.getByTestId('filter-errors').click();
    await expect(app.cell(5, 'A')).toBeVisible();
    await expect.poll(states).toEqual(['withErrors']);
    await page.getByTestId('filter-ready').click();
    await expect.poll(states).toEqual(['ready']);
    await expect(page.getByTestId('row')).toHaveCount(11);
    await page.getByTestId('filter-warnings').click();
    await expect(page.getByTestId('row')).toHaveCount(4);
    await page.getByTestId('filter-all').click();
    await page.getByTestId('search').fill('kurtka');
    await expect(page.getByTestId('row')).toHaveCount(1);
    await expect(app.cell(12, 'A')).toBeVisible();
    await page.getByTestId('search').fill('nobody of this name');
    await expect(page.getByTestId('empty-rows')).toBeVisible();
    await page.getByTestId('empty-rows').getByRole('button').click();
    await expect(app.cell(4, 'A')).toBeVisible();
  });

  test('a proposal is taken, an order left out and put back, all of it undone', async ({ start }) => {
    const app = await start({ settings: { language: 'en' } });
    const batchId = await openMistakes(app);
    const { page } = app;
    await app.cell(6, 'F').click();
    await page.getByTestId('cell-inspector').getByTestId('fix').click();
    await expect(app.cell(6, 'F')).toHaveText('Toshkent shahri');
    await expect(app.cell(6, 'F')).not.toHaveAttribute('data-mark');
    await page.getByTestId('undo').click();
    await expect(app.cell(6, 'F')).toHaveAttribute('data-mark', 'warning');

    await app.cell(8, 'A').click();
    await page.keyboard.press('Control+L');
    await expect(page.locator('[data-testid="row"][data-row="8"]')).toHaveAttribute('data-state', 'leftOut');
    expect(await expectFiltersAddUp(app)).toMatchObject({ errors: 11, leftOut: 1 });
    await page.getByTestId('tab-order').click();
    await page.getByTestId('put-back').click();
    await expect(page.locator('[data-testid="row"][data-row="8"]')).toHaveAttribute('data-state', 'withErrors');
    await page.getByTestId('leave-out').click();
    await expect(page.getByTestId('filter-leftOut')).toContainText('1');
    for (const left of ['0', '1', '0']) {
      await page.getByTestId('undo').click();
      await expect(page.getByTestId('filter-leftOut')).toContainText(left);
    }
    await expect(page.getByTestId('undo')).toBeDisabled();
    expect((await app.rows(batchId)).flatMap(({ cells }) => cells.filter(({ edited }) => edited))).toEqual([]);
  });

  test('a mistake made many times is put right once', async ({ start, home }) => {
    const app = await start({ settings: { language: 'en' } });
    const headings = 'Buyurtma raqami;Yetkazish sanasi va vaqti;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx';
    const lines = Array.from(
      { length: 9 },
      (_, at) =>
        `${880_001 + at};25.06.2027 14:00;Karimova Anora;+99890123450${at};Bobur koʻchasi ${at + 1};` +
        `${at % 3 === 2 ? 'Buxoro viloyati' : 'Тошкентт'};101;1;50000`,
    );
    const file = path.join(home, 'yettita.csv');
    writeFileSync(file, [headings, ...lines].join('\r\n'));
    await app.drop(file);
    await app.page.getByTestId('next-step').click();
    const { page } = app;
    const cause = page.locator('[data-testid="cause"][data-code="orders.regionUnknownSuggested"]');
    await expect(cause.getByTestId('cause-count')).toHaveText('6');
    await cause.getByTestId('cause-fix-all').click();
    await expect(page.getByTestId('notice-done')).toContainText('6');
    await expect(cause).toHaveCount(0);
    const batchId = await app.batchId();
    expect((await app.rows(batchId)).map(({ cells }) => cells[5]?.text)).toEqual(
      lines.map((line) => (line.includes('Buxoro') ? 'Buxoro viloyati' : 'Toshkent shahri')),
    );
    await page.getByTestId('undo').click();
    await expect(cause.getByTestId('cause-count')).toHaveText('6');
  });
});

/** Opens the plan against a live server and gives it the key. */
async function giveKey(app: App): Promise<void> {
  const { page } = app;
  await expect(page.getByTestId('send-all')).toBeDisabled();
  const entry = page.getByTestId('key-entry');
  await entry.getByText('Paste the key').click();
  await entry.getByTestId('key-paste').fill(accessKey);
  await entry.getByTestId('key-submit').click();
  await expect(page.getByTestId('send-all')).toBeEnabled();
}

const liveSettings = (server: string, quietTime: number, lookup = true) =>
  ({ language: 'en', practice: false, server, sending: { ...defaultSendingRules, lookup, quietTime } }) as const;

test.describe('sending', () => {
  test('a refused order is shown on its cell, corrected there and sent again; a lost answer is looked up', async ({
    start,
    home,
  }) => {
    const [sheet] = await readWorkbookFile(sample('orders-mistakes.xlsx'));
    const products = new Set(
      records(sheet?.rows ?? [], 2)
        .map((record) => Number(record['Mahsulot ID']))
        .filter((id) => Number.isInteger(id)),
    );
    const refused = 22;
    const unknownProduct = Number(sheet?.rows[refused - 1]?.[8]);
    products.delete(unknownProduct);
    const known = [...products][0] ?? 0;
    const lost = 900_020;
    const wms = await startWms({
      knownProducts: products,
      script: (orderId, attempt) => (orderId === lost && attempt === 1 ? 'lost-answer' : undefined),
    });
    const app = await start({ settings: liveSettings(wms.url, 3) });
    const { page } = app;
    const batchId = await openMistakes(app);
    await page.getByTestId('next-step').click();
    await expect(page.getByTestId('plan-server')).toContainText(wms.url);
    await expect(page.getByTestId('held-withErrors')).toBeVisible();
    await expect(page.getByTestId('plan-duration')).toHaveText(/^about \d+ – \d+ seconds$/u);
    // Orders that go out with a warning are counted, and led to.
    await expect(page.getByTestId('plan-warnings')).toContainText('4 of them have a warning');
    await page.getByTestId('plan-warnings').getByRole('button').click();
    await expect(page.getByTestId('filter-warnings')).toHaveAttribute('aria-pressed', 'true');
    await page.getByTestId('next-step').click();
    await giveKey(app);
    await page.getByTestId('send-all').click();
    // While the quiet time passes the order stands as one whose answer was lost.
    await expect(page.getByTestId('lost-answers')).toBeVisible();
    await expect(page.getByTestId('look-up-countdown')).toHaveText(
      /^1 answer was lost\. The app looks it up in the WMS by itself in 0:0[1-3]\.$/u,
    );
    await expect(page.getByTestId('lost-toggle')).toHaveText('Settle by hand');
    await expect(page.locator('[data-testid="row"][data-row="23"]')).toHaveAttribute(
      'data-state',
      /unknown|verifying/u,
    );
    await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 30_000 });
    await expect(page.getByTestId('lost-answers')).toHaveCount(0);
    await expect(page.locator('[data-testid="row"][data-row="23"]')).toHaveAttribute('data-state', 'accepted');
    const others = (await app.rows(batchId)).filter(({ cells }) => cells[8]?.text === String(unknownProduct)).length;
    expect((await app.run(batchId)).counts).toMatchObject({
      accepted: 11 - others,
      rejected: others,
      unknown: 0,
      withErrors: 12,
    });
    expect(await expectFiltersAddUp(app)).toMatchObject({ done: 11 - others, notDone: 12 + others });

    await expect(page.locator(`[data-testid="row"][data-row="${refused}"]`)).toHaveAttribute('data-state', 'rejected');
    await app.selectCell(refused, 'I');
    await expect(app.cell(refused, 'I')).toHaveAttribute('data-mark', 'error');
    await expect(page.getByTestId('cell-inspector').getByTestId('issue')).toHaveAttribute('data-code', /^wms\./u);
    await app.typeInto(refused, 'I', String(known));
    await expect(page.locator(`[data-testid="row"][data-row="${refused}"]`)).toHaveAttribute('data-state', 'ready');
    await page.getByTestId('run-again').click();
    await expect(page.locator(`[data-testid="row"][data-row="${refused}"]`)).toHaveAttribute('data-state', 'accepted');
    await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished');

    // Each of them is there once.
    const created = wms.ledger().map(({ orderId }) => orderId);
    expect(new Set(created).size).toBe(created.length);
    expect(created).toContain(lost);
    expect(wms.ledger().find(({ orderId }) => orderId === 900_019)?.request.order_items[0]?.client_product_id).toBe(
      known,
    );

    // A live report says nothing of practice, and tells the reasons row by row.
    await page.getByTestId('run-report').click();
    const file = path.join(home, 'report.csv');
    const offered = await app.answerSaveDialog(file);
    await page.getByTestId('save-report-formats').click();
    await page.getByTestId('save-report-csv').click();
    await expect(page.getByTestId('notice-done')).toBeVisible();
    expect(await offered()).not.toMatch(/practice/iu);
    const told = records(readCsvFile(file), 0);
    expect(told.find((record) => record['Buyurtma raqami'] === String(lost))).toMatchObject({ 'WMS: result': 'Done' });
    expect(told.find((record) => record['Buyurtma raqami'] === '900002')).toMatchObject({ 'WMS: result': 'Not done' });
    for (const record of told) if (record['WMS: result'] === 'Not done') expect(record['WMS: reason']).not.toBe('');
    // The WMS's own words are in the log for its engineers, customers are not.
    const log = path.join(home, 'log.jsonl');
    await app.answerSaveDialog(log);
    await page.getByTestId('save-report-formats').click();
    await page.getByTestId('save-report-jsonl').click();
    await expect(page.getByTestId('notice-done')).toContainText('log.jsonl');
    const said = readFileSync(log, 'utf8');
    expect(said).toContain('client_product_id');
    expect(said).not.toContain('+998');
    await wms.stop();
  });

  test('where the server offers no look-up the operator settles what is in doubt', async ({ start }) => {
    // The first was created and its answer lost, the second was never created.
    const wms = await startWms({
      lookup: 'missing',
      script: (orderId, attempt) =>
        attempt > 1 ? undefined : orderId === 900_001 ? 'lost-answer' : orderId === 900_003 ? 'end-before' : undefined,
    });
    const app = await start({ settings: liveSettings(wms.url, 0) });
    const { page } = app;
    const batchId = await openMistakes(app);
    await page.getByTestId('next-step').click();
    await giveKey(app);
    await page.getByTestId('send-all').click();
    await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 30_000 });
    expect((await app.run(batchId)).counts).toMatchObject({ accepted: 9, unknown: 2 });
    // Nothing of an order in doubt can be edited.
    await app.cell(4, 'D').dblclick();
    await expect(page.getByTestId('cell-editor')).toHaveCount(0);

    await page.getByTestId('lost-toggle').click();
    await expect(page.getByTestId('lost-order')).toHaveCount(2);
    await page.getByTestId('lost-copy').click();
    await expect(page.getByTestId('notice-done')).toContainText('2');
    expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/900001.*\n.*900003/u);
    const there = page.locator('[data-testid="lost-order"][data-order="900001"]');
    await there.getByTestId('lost-there').click();
    await there.getByTestId('lost-wms-id').fill(String(wms.ledger().find(({ orderId }) => orderId === 900_001)?.id));
    await there.getByTestId('lost-there-yes').click();
    await expect(there).toHaveCount(0);
    await expect(page.locator('[data-testid="row"][data-row="4"]')).toHaveAttribute('data-state', 'accepted');
    const gone = page.locator('[data-testid="lost-order"][data-order="900003"]');
    await gone.getByTestId('lost-send-again').click();
    await gone.getByTestId('lost-send-again-yes').click();
    await expect(page.getByTestId('plan-orders')).toHaveText('1');
    await page.getByTestId('send-all').click();
    await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished');
    expect((await app.run(batchId)).counts).toMatchObject({ accepted: 11, unknown: 0 });
    const created = wms.ledger().map(({ orderId }) => orderId);
    expect(new Set(created).size).toBe(11);
    expect(created).toHaveLength(11);
    await wms.stop();
  });

  test('a key that is no longer taken pauses the run, which goes on with a new one; whoever works elsewhere is told', async ({
    start,
  }) => {
    let refusals = 0;
    const wms = await startWms({
      script: (orderId, attempt) => {
        if (attempt > 1) return undefined;
        if (orderId === 900_014 && refusals++ === 0) return '401';
        return orderId === 900_020 ? '404' : undefined;
      },
    });
    const app = await start({ settings: liveSettings(wms.url, 0) });
    const { page } = app;
    const batchId = await openMistakes(app);
    await page.getByTestId('next-step').click();
    await giveKey(app);
    const told = await app.workElsewhere();
    await page.getByTestId('send-all').click();
    await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'waitingForKey');
    const file = 'orders-mistakes.xlsx';
    const keyWanted = `${file}: The WMS wants a new access key. Nothing has been lost.`;
    await expect.poll(told).toEqual({ taskbar: ['normal', 'paused'], marked: 1, notified: [keyWanted] });
    const entry = page.getByTestId('run-key').getByTestId('key-entry');
    await entry.getByTestId('key-login').fill('operator');
    await entry.getByTestId('key-password').fill('parol-2026');
    await entry.getByTestId('key-submit').click();
    // One is answered by something that is no WMS: it waits for a person, who is told of that, too, and of the end.
    await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'paused');
    await expect(page.getByTestId('run-reason')).toContainText('there is no WMS that takes orders');
    await page.getByTestId('run-resume').click();
    await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished');
    await expect.poll(told).toEqual({
      taskbar: ['normal', 'paused', 'normal', 'paused', 'normal', 'none'],
      marked: 3,
      notified: [
        keyWanted,
        `${file}: Sending paused and waits for you. Nothing has been lost.`,
        `${file}: Sending is over: 11 done, 12 not done.`,
      ],
    });
    expect((await app.run(batchId)).counts).toMatchObject({ accepted: 11 });
    expect(wms.ledger()).toHaveLength(11);
    await wms.stop();
  });

  test('what was practised is sent for real as a file of its own, and the window goes along', async ({ start }) => {
    const wms = await startWms();
    const app = await start({ settings: { language: 'en' } });
    const { page } = app;
    const practised = await openMistakes(app);
    await page.getByTestId('next-step').click();
    await page.getByTestId('send-all').click();
    await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished');
    await page.getByTestId('go-to-settings').click();
    await page.getByTestId('practice-switch').click({ force: true });
    await page.getByTestId('server-address').fill(wms.url);
    await page.getByTestId('server-address').press('Enter');
    await page.getByTestId('settings-back').click();
    // Everything is still to come there: the step is not finished, and nothing of what was practised holds an order back.
    await expect(page.getByTestId('plan-orders')).toHaveText('11');
    await expect(page.getByTestId('step-send').getByRole('img')).toHaveCount(0);
    await expect(page.getByTestId('held-withErrors')).toBeVisible();
    await expect(page.getByTestId('held-rejected')).toHaveCount(0);
    await giveKey(app);
    await page.getByTestId('send-all').click();
    await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished');
    const batchId = await app.batchId();
    expect(batchId).not.toBe(practised);
    expect((await app.run(batchId)).counts.accepted).toBe(11);
    expect(wms.ledger()).toHaveLength(11);
    expect((await app.call('practice.listOrders', {})).total).toBe(11);
    await wms.stop();
  });
});
