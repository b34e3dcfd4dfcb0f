/** The same WMS under another name: the plan asks before anything is sent, the settings keep the answer and take it back. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';
import { expect, test } from '../support/app.ts';
import { accessKey, startWms } from '../support/wms.ts';

test('orders that another address has hold the file until a person says which WMS it is', async ({ start, home }) => {
  const wms = await startWms({ uniqueIds: false });
  const renamed = wms.url.replace('127.0.0.1', 'localhost');
  const file = path.join(home, 'orders.csv');
  const row = (id: number) => `${id};14.06.2027 10:00;Karimova Anora;998901234567;Navoiy 1;Buxoro viloyati;7;1;5000`;
  writeFileSync(
    file,
    ['Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx', row(41)].join('\n'),
  );
  const app = await start({
    settings: {
      language: 'en',
      practice: false,
      server: wms.url,
      sending: { ...defaultSendingRules, quietTime: 0 },
    },
  });
  const { page } = app;
  await app.drop(file);
  await page.getByTestId('next-step').click();
  await page.getByTestId('next-step').click();
  await page.getByTestId('key-entry').getByText('Paste the key').click();
  await page.getByTestId('key-paste').fill(accessKey);
  await page.getByTestId('key-submit').click();
  await page.getByTestId('send-all').click();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 30_000 });

  await app.call('settings.set', { server: renamed });
  await app.call('accessKey.set', { key: accessKey });
  await page.reload();
  writeFileSync(
    file,
    ['Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx', row(41), row(42)].join(
      '\n',
    ),
  );
  await app.drop(file);
  await page.getByTestId('next-step').click();
  await page.getByTestId('next-step').click();
  const question = page.getByTestId('same-server-question');
  await expect(question).toContainText('Is http://localhost');
  await expect(page.getByTestId('send-all')).toBeDisabled();
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/plan.png` });
  await page.getByTestId('same-server').click();
  await expect(question).toHaveCount(0);
  await page.getByTestId('send-all').click();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 30_000 });
  expect(wms.ledger().map(({ orderId }) => orderId)).toEqual([41, 42]);

  expect(await app.call('servers.listAnswers', {})).toMatchObject([{ isSame: true }]);
  await page.getByTestId('go-to-settings').click();
  await expect(page.getByTestId('server-name')).toContainText('is the same WMS as');
  if (process.env['SHOTS'])
    await page.getByTestId('settings-server').screenshot({ path: `${process.env['SHOTS']}/settings.png` });
  await page.getByTestId('server-name-take-back').click();
  await expect(page.getByTestId('server-names')).toHaveCount(0);
  await wms.stop();
});
