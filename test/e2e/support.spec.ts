/** What a person can tell those who help: the support code of a failure, with the version. And a file that Excel has open. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, sample, test } from '../support/app.ts';

test('an error shows its support code, and a button copies it with the version', async ({ start, home }) => {
  const app = await start({ settings: { language: 'en' } });
  const broken = path.join(home, 'broken.xlsx');
  writeFileSync(broken, 'PK\u0003\u0004 and nothing more');
  await app.drop(broken);
  const bar = app.page.getByTestId('notice-error');
  await expect(bar.getByTestId('support-code')).toHaveText(/^reading\.\w+$/u);
  await bar.getByTestId('copy-support-code').click();
  await expect(bar).toContainText('Copied');
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^Order Importer \d+\.\d+\.\d+, \w+: reading\.\w+, \d{4}-/u);
});

test('a file that is open in Excel opens, and it is said that its saved state counts', async ({ start, home }) => {
  const folder = path.join(home, 'shared');
  mkdirSync(folder);
  const file = path.join(folder, 'orders.xlsx');
  copyFileSync(sample('orders-uz.xlsx'), file);
  writeFileSync(path.join(folder, '~$orders.xlsx'), 'owner');
  const app = await start({ settings: { language: 'en' } });
  await app.drop(file);
  await expect(app.page.getByTestId('notice-info')).toContainText('«orders.xlsx» is open in another program');
  await expect(app.page.getByTestId('step-check')).toBeVisible();
});
