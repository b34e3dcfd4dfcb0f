/** Stopping the reading of a large file: by its button and by Escape, with nothing left of it. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type App, expect, test } from '../support/app.ts';

const heading = 'order_id;full_name;phone;address;region;client_product_id;quantity;price\n';

function largeFile(home: string, rows: number): string {
  const file = path.join(home, 'katta.csv');
  const lines = Array.from(
    { length: rows },
    (_, at) => `${at + 1};Karimova Aziza;+998901234567;Navoiy 5;Buxoro viloyati;17;1;50000`,
  );
  writeFileSync(file, heading + lines.join('\n'));
  return file;
}

async function expectNothingLeft(app: App): Promise<void> {
  await expect(app.page.getByTestId('reading')).toHaveCount(0);
  await expect(app.page.getByTestId('start-screen')).toBeVisible();
  expect(await app.call('batch.list', {})).toEqual([]);
  const files = path.join(app.home, 'files');
  expect(existsSync(files) ? readdirSync(files) : []).toEqual([]);
}

test('a large file that is being read can be stopped by a button and by Escape', async ({ home, start }) => {
  const file = largeFile(home, 400_000);
  const app = await start({ settings: { language: 'en' } });
  const { page } = app;
  await app.drop(file);
  await page.getByTestId('reading-stop').click();
  await expect(
    page.getByText('«katta.csv»: opening was stopped. Nothing has been changed; open it again when you like.'),
  ).toBeVisible();
  await expectNothingLeft(app);

  await app.drop(file);
  await page.getByTestId('reading').waitFor();
  await page.keyboard.press('Escape');
  await expectNothingLeft(app);

  // And what is not stopped is opened.
  writeFileSync(file, `${heading}1;Karimova Aziza;+998901234567;Navoiy 5;Buxoro viloyati;17;1;50000\n`);
  await app.drop(file);
  await page.getByTestId('columns').waitFor();
});

test('an earlier file whose reading is stopped stays in the list as it was', async ({ home, start }) => {
  const file = largeFile(home, 150_000);
  const app = await start({ settings: { language: 'en' } });
  const { page } = app;
  await app.drop(file);
  await page.getByTestId('columns').waitFor({ timeout: 60_000 });
  await app.close();
  const again = await start();
  await again.page.getByTestId('earlier-open').click();
  await again.page.getByTestId('reading-stop').click();
  await expect(again.page.getByText('opening was stopped')).toBeVisible();
  await expect(again.page.getByTestId('earlier-open')).toBeEnabled();
  await expect(again.page.getByTestId('start-screen')).toBeVisible();
});
