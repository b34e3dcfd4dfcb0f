/**
 * Every kind of export in test/fixtures/exports, answered in the window as an operator does, on the pages that are there
 * for it: what would be sent is what the fixture says, as it is for the terminal (test/main/engine/export-fixtures.test.ts).
 */
import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type App, expect, test } from '../support/app.ts';
import {
  exportFixtureNames,
  fileOfExport,
  productsOf,
  readExportFixture,
  type ExportFixture,
} from '../support/export-fixtures.ts';

const question = (page: Page, code: string) => page.locator(`[data-testid="question"][data-code="${code}"]`);

/** The file on the disk: a fixture beside its answers, or a workbook written for the test. */
function fileFor(home: string, name: string, golden: ExportFixture): string {
  const file = fileOfExport(name, golden);
  if ('path' in file) return file.path;
  const place = path.join(home, file.name);
  writeFileSync(place, file.bytes);
  return place;
}

/** Waits for the change that the act makes, as an operator sees it come. */
async function changing(app: App, act: () => Promise<void>): Promise<void> {
  const batchId = await app.batchId();
  const { version } = await app.summary(batchId);
  await act();
  await expect.poll(async () => (await app.summary(batchId)).version).toBeGreaterThan(version);
}

async function chooseColumn(app: App, heading: string, field: string | null): Promise<void> {
  const { columns } = await app.call('batch.getColumns', { batchId: await app.batchId() });
  const letters = columns.find((column) => column.heading === heading)?.letters;
  await app.page.locator(`[data-testid="column-line"][data-column="${letters}"]`).getByTestId('field-button').click();
  await app.page.getByTestId(`field-${field ?? 'none'}`).click();
}

/** One value for all rows: where the field is asked for, else among the values for all rows. */
async function giveConstant({ page }: App, field: string, text: string): Promise<void> {
  if (field === 'scheduled_at') return question(page, 'orders.deliveryDateQuestion').getByTestId('date-use').click();
  const asked = {
    order_id: question(page, 'orders.noIdColumn'),
    region: question(page, 'orders.regionFromAddressQuestion'),
  }[field];
  const places = [page.locator(`[data-testid="missing-field"][data-field="${field}"]`), ...(asked ? [asked] : [])];
  for (const place of places) {
    if ((await place.count()) === 0) continue;
    await place.getByTestId('missing-constant').fill(text);
    return place.getByTestId('missing-use').click();
  }
  throw new Error(`${field} is not asked for`);
}

async function answerAll(app: App, { answers }: ExportFixture): Promise<void> {
  const { page } = app;
  for (const [heading, field] of answers.columns) await changing(app, () => chooseColumn(app, heading, field));
  for (const [field, text] of Object.entries(answers.constants))
    await changing(app, () => giveConstant(app, field, text));
  for (const [rule, value] of Object.entries(answers.rules)) {
    await page.getByTestId('columns-expert').click();
    const option = typeof value === 'object' ? '' : String(value);
    await changing(app, async () => void (await page.getByTestId(`rule-${rule}`).selectOption(option)));
  }
  for (const code of answers.accept) {
    await changing(app, () =>
      question(page, code)
        .locator('[data-testid="answer"], [data-testid="answer-use"], [data-testid="date-use"]')
        .first()
        .click(),
    );
  }
}

type Body = Readonly<Record<string, unknown>>;

/** Bodies without what follows from the day on which the test runs. */
function timeless(bodies: readonly unknown[], { answers }: ExportFixture): readonly Body[] {
  // Whether the column or a day to come is the better answer depends on the day.
  const dated = answers.constants.scheduled_at !== undefined || answers.accept.includes('orders.deliveryDateQuestion');
  const numbered = answers.accept.some((code) => code === 'orders.letteredIds' || code === 'orders.noIdColumn');
  return bodies.map((body) => {
    const { scheduled_at: at, order_id: id, ...rest } = body as Body;
    return { ...(dated ? {} : { at }), ...(numbered ? {} : { id }), ...rest };
  });
}

async function bodiesOf(app: App): Promise<readonly unknown[]> {
  const batchId = await app.batchId();
  const keys = new Set(
    (await app.rows(batchId)).flatMap(({ orderKey, state }) =>
      orderKey !== null && state === 'ready' ? [orderKey] : [],
    ),
  );
  const orders = await Promise.all([...keys].map((orderKey) => app.call('order.get', { batchId, orderKey })));
  return orders.flatMap(({ body }) => (body === null ? [] : [JSON.parse(body) as unknown]));
}

test('every kind of export is answered in the window, and gives what is sent for it', async ({ start, home }) => {
  test.setTimeout(300_000);
  const app = await start({ settings: { language: 'en' } });
  for (const name of exportFixtureNames) {
    await test.step(name, async () => {
      const golden = readExportFixture(name);
      const before = (await app.call('product.list', {})).products;
      if (before.length > 0)
        await app.call('product.remove', { keys: before.map(({ keyKind, key }) => ({ keyKind, key })) });
      if (golden.products.length > 0) await app.call('product.save', { products: productsOf(golden) });
      await app.drop(fileFor(home, name, golden));
      await app.page.getByTestId('columns').waitFor();
      await answerAll(app, golden);
      // Numbers of our own come a moment after the answer.
      await expect
        .configure({ soft: true })
        .poll(async () => timeless(await bodiesOf(app), golden), { message: name })
        .toEqual(timeless(golden.payloads, golden));
      await app.page.getByTestId('go-to-files').click();
    });
  }
});
