/** The window in a company's network: its proxy, a network that goes and comes back, keys that run out while orders go out. */
import { readFileSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';
import { wmsPaths } from '../../shared/wms/addresses.ts';
import { type App, expect, projectFolder, test } from '../support/app.ts';
import { startProxy } from '../support/proxy.ts';
import { accessKey, startWms } from '../support/wms.ts';

const sending = {
  ...defaultSendingRules,
  quietTime: 0,
  breakerFailures: 2,
  breakerPause: 1,
  tries: 20,
  longestWait: 1,
};

function writeOrders(file: string, first: number, count: number): string {
  const lines = Array.from(
    { length: count },
    (_, n) => `${first + n};14.06.2027 10:00;Karimova Anora;998901234567;Navoiy 1;Buxoro viloyati;7;1;5000`,
  );
  writeFileSync(
    file,
    ['Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx', ...lines].join('\n'),
  );
  return file;
}

/** As a system's settings would have it; what leads to this computer itself goes through the proxy too. */
async function setProxy(app: App, proxyRules: string): Promise<void> {
  await app.electron.evaluate(
    ({ session }, rules) => session.defaultSession.setProxy({ proxyRules: rules, proxyBypassRules: '<-loopback>' }),
    proxyRules,
  );
}

async function openPlan(app: App, file: string): Promise<void> {
  await app.drop(file);
  await app.page.getByTestId('next-step').click();
  await app.page.getByTestId('next-step').click();
  await app.page.getByTestId('plan').waitFor();
}

async function giveKey({ page }: App): Promise<void> {
  await page.getByTestId('key-entry').getByText('Paste the key').click();
  await page.getByTestId('key-paste').fill(accessKey);
  await page.getByTestId('key-submit').click();
}

const portOf = (url: string): number => Number(new URL(url).port);

test('an http address goes through the system’s proxy, from first question to last order; a proxy that was gone comes back', async ({
  start,
  home,
}) => {
  const wms = await startWms({ latencyMs: 40 });
  let proxy = await startProxy(portOf(wms.url));
  const { port, requests } = proxy;
  // Nobody but the proxy knows this name.
  const app = await start({
    settings: {
      language: 'en',
      practice: false,
      server: 'http://wms.example:8040/',
      sending: { ...sending, concurrency: 1 },
    },
  });
  const { page } = app;
  await setProxy(app, `http=127.0.0.1:${port}`);
  await page.getByTestId('go-to-settings').click();
  await page.getByTestId('server-test').click();
  await expect(page.getByTestId('server-test-outcome')).toContainText('The server is there');
  await page.getByTestId('settings-back').click();
  await openPlan(app, writeOrders(path.join(home, 'orders.csv'), 5001, 40));
  await giveKey(app);
  await page.getByTestId('send-all').click();
  await expect.poll(() => wms.ledger().length).toBeGreaterThan(3);
  await proxy.stop();
  await expect(page.getByTestId('run-reason')).toContainText('Connection lost');
  const before = wms.ledger().length;
  expect(before).toBeLessThan(40);
  proxy = await startProxy(portOf(wms.url), port);
  // Nobody does anything: it goes on by itself.
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 60_000 });
  const batchId = await app.batchId();
  expect((await app.run(batchId)).counts).toMatchObject({ accepted: 40 });
  expect(
    wms
      .ledger()
      .map(({ orderId }) => orderId)
      .toSorted(),
  ).toEqual(Array.from({ length: 40 }, (_, n) => 5001 + n));
  expect(requests[0]).toBe('GET http://wms.example:8040/v1/order/index?order_id=1');
  expect(
    [...requests, ...proxy.requests].filter((line) => line === 'POST http://wms.example:8040/v1/order/create').length,
  ).toBeGreaterThanOrEqual(40);
  expect([...requests, ...proxy.requests].filter((line) => line.startsWith('CONNECT'))).toEqual([]);
  // «How it stands in the WMS now» goes the same way.
  await app.cell(2, 'A').click();
  await page.getByTestId('tab-order').click();
  await page.getByTestId('order-view').click();
  await expect(page.getByTestId('order-standing')).toBeVisible();
  expect(proxy.requests.at(-1)).toMatch(/^GET http:\/\/wms\.example:8040\/v1\/order\/view\?id=\d+$/u);
  await proxy.stop();
  await wms.stop();
});

test('an https address goes through a tunnel of the proxy; a certificate that nobody vouches for is refused, and nothing is sent', async ({
  start,
  home,
}) => {
  const wms = await startWms();
  const certificate = path.join(projectFolder, 'test/fixtures/tls');
  const seen: string[] = [];
  const secured = https.createServer(
    {
      cert: readFileSync(path.join(certificate, 'localhost.cert.pem')),
      key: readFileSync(path.join(certificate, 'localhost.key.pem')),
    },
    (request, response) => {
      seen.push(String(request.url));
      response.end();
    },
  );
  await new Promise<void>((resolve) => secured.listen(0, '127.0.0.1', resolve));
  const { port } = secured.address() as AddressInfo;
  const proxy = await startProxy(port);
  const app = await start({
    settings: {
      language: 'en',
      practice: false,
      server: `https://localhost:${port}/`,
      sending: { ...sending, tries: 1 },
    },
  });
  const { page } = app;
  await setProxy(app, `https=127.0.0.1:${proxy.port}`);
  await openPlan(app, writeOrders(path.join(home, 'orders.csv'), 5001, 1));
  await giveKey(app);
  await page.getByTestId('send-all').click();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 30_000 });
  expect((await app.run(await app.batchId())).counts).toMatchObject({ waiting: 1, accepted: 0 });
  expect(new Set(proxy.requests)).toEqual(new Set([`CONNECT localhost:${port}`]));
  expect(seen).toEqual([]);
  await app.cell(2, 'A').click();
  await page.getByTestId('tab-order').click();
  await expect(page.getByTestId('order')).toContainText('No secure connection could be made');
  await proxy.stop();
  secured.close();
  await wms.stop();
});

test('SOCKS is not spoken: the straight way is taken', async ({ start, home }) => {
  const wms = await startWms();
  const socks = net.createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => socks.listen(0, '127.0.0.1', resolve));
  const app = await start({ settings: { language: 'en', practice: false, server: wms.url, sending } });
  await setProxy(app, `socks5://127.0.0.1:${(socks.address() as AddressInfo).port}`);
  await openPlan(app, writeOrders(path.join(home, 'orders.csv'), 5001, 2));
  await giveKey(app);
  await app.page.getByTestId('send-all').click();
  await expect(app.page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished');
  expect(wms.ledger()).toHaveLength(2);
  socks.close();
  await wms.stop();
});

test('a key that runs out while orders go out is renewed without a word; only where that fails is a person asked', async ({
  start,
  home,
}) => {
  const wms = await startWms({ accessKeyTtl: 900, latencyMs: 60 });
  const app = await start({
    settings: { language: 'en', practice: false, server: wms.url, sending: { ...sending, concurrency: 1 } },
  });
  const { page } = app;
  await openPlan(app, writeOrders(path.join(home, 'orders.csv'), 5001, 60));
  const statuses = new Set<string>();
  await page.getByTestId('key-login').fill('operator');
  await page.getByTestId('key-password').fill('parol-2026');
  await page.getByTestId('key-submit').click();
  await page.getByTestId('send-all').click();
  await expect
    .poll(
      async () => {
        const { status } = await app.run(await app.batchId());
        statuses.add(status);
        return status;
      },
      { timeout: 60_000, intervals: [50] },
    )
    .toBe('finished');
  expect([...statuses]).not.toContain('waitingForKey');
  const asked = (wanted: string): number => wms.requests().filter(({ path: at }) => at === wanted).length;
  expect(asked(wmsPaths.login)).toBe(1);
  expect(asked(wmsPaths.refresh)).toBeGreaterThan(1);
  expect(wms.ledger()).toHaveLength(60);
  // Another key is pasted, perhaps another account's, and refused: what came with the login gets none in its place.
  const renewals = asked(wmsPaths.refresh);
  await app.call('accessKey.set', { key: 'notogri-kalit-2026' });
  await page.getByTestId('go-to-files').click();
  await openPlan(app, writeOrders(path.join(home, 'orders-2.csv'), 7001, 1));
  await page.getByTestId('send-all').click();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'waitingForKey', { timeout: 20_000 });
  expect(asked(wmsPaths.refresh)).toBe(renewals);
  await wms.stop();
});
