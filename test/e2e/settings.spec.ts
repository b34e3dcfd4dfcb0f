/** The settings page: kept at once, kept over a restart; the access key never comes back to the page. */
import type { Page } from '@playwright/test';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';
import { type App, expect, sample, test } from '../support/app.ts';
import { accessKey as key, startWms } from '../support/wms.ts';

async function openSettings(app: App): Promise<Page> {
  await app.page.getByTestId('go-to-settings').click();
  await app.page.getByTestId('settings-screen').waitFor();
  return app.page;
}

test('the language changes at once, on every screen, and stays', async ({ start }) => {
  const app = await start();
  await app.drop(sample('orders-uz.xlsx'));
  const { page } = app;
  await page.getByTestId('step-check').click();
  const next = page.getByTestId('next-step');
  for (const [language, text] of [
    ['ru', '120'],
    ['en', 'Send 120'],
    ['uz', 'yuborish'],
    ['uz-Cyrl', 'юбориш'],
  ] as const) {
    await page.getByTestId('language-menu').click();
    await page.getByTestId(`language-${language}`).click();
    await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`, 'u'));
    await expect(next).toContainText(text);
  }
  await page.getByTestId('language-menu').click();
  await page.getByTestId('language-ru').click();
  await expect(page.getByTestId('step-check')).toContainText('Проверка');
  await app.close();
  const again = await start();
  await expect(again.page.getByTestId('step-check')).toContainText('Проверка');
});

test('light, dark, or as the system has it', async ({ start }) => {
  const app = await start();
  const page = await openSettings(app);
  const scheme = page.locator('html');
  const theme = page.getByTestId('settings-look').getByTestId('theme');
  for (const [place, name] of [
    [1, 'dark'],
    [0, 'light'],
  ] as const) {
    await theme.locator('label').nth(place).click();
    await expect(scheme).toHaveAttribute('data-mantine-color-scheme', name);
    expect(await app.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe(name);
  }
  await theme.locator('label').nth(2).click();
  await expect.poll(() => app.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('system');
});

test('practice is said wherever orders could go; a server of one’s own is set up, tried, and keeps its key to itself', async ({
  start,
}) => {
  const wms = await startWms();
  const app = await start();
  const page = await openSettings(app);
  const chip = page.getByTestId('server-chip');
  await expect(chip).toHaveAttribute('data-practice', 'true');
  await expect(page.getByTestId('server-address')).toHaveCount(0);
  await page.getByTestId('practice-switch').click({ force: true });
  await expect(chip).toHaveAttribute('data-practice', 'false');
  // As the document has it, with a word on its being unprotected.
  await expect(page.getByTestId('server-address')).toHaveValue('http://wms.bts.uz:8040/');
  await expect(page.getByTestId('http-warning')).toBeVisible();
  await page.getByTestId('server-address').fill('ftp://wms');
  await expect(page.getByTestId('server-test')).toBeDisabled();
  await expect(page.getByTestId('key-entry')).toHaveCount(0);
  // What is on the screen is what is used, also before it was left; without `http://` it is completed.
  await page.getByTestId('server-address').fill(wms.url.replace('http://', '').replace(/\/$/, ''));

  const tested = page.getByTestId('server-test-outcome');
  // Nothing is claimed of a server that was not asked, or has no key.
  await expect(chip).toHaveAttribute('data-known', 'noKey');
  await page.getByTestId('server-test').click();
  await expect(tested).toContainText('kirish kaliti yoʻq');
  await expect(page.getByTestId('server-address')).toHaveValue(wms.url);
  await page.getByTestId('settings-key').getByText('Kalitni qoʻyish').click();
  await page.getByTestId('key-paste').fill(key);
  await page.getByTestId('key-submit').click();
  await expect(page.getByTestId('key-present')).toContainText(key.slice(-4));
  const html = await page.content();
  expect(html).not.toContain(key.slice(0, 20));
  expect(html).not.toContain(key.slice(-8));
  expect(JSON.stringify(await app.call('accessKey.getState', {}))).not.toContain(key.slice(-5));
  await page.getByTestId('server-test').click();
  await expect(tested).toContainText('qabul qilyapti');
  await expect(chip).toHaveAttribute('data-known', 'answers');
  await expect(chip).toContainText('Javob beryapti');

  await page.getByTestId('key-forget').click();
  await page.getByTestId('key-forget-yes').click();
  await expect(page.getByTestId('key-present')).toHaveCount(0);
  await page.getByTestId('settings-key').getByText('Login va parol').click();
  await page.getByTestId('key-login').fill('operator');
  await page.getByTestId('key-password').fill('12345');
  await page.getByTestId('key-submit').click();
  await expect(page.getByTestId('notice-error')).toBeVisible();
  await page.getByTestId('key-password').fill('parol-2026');
  await page.getByTestId('key-submit').click();
  await expect(page.getByTestId('key-present')).toBeVisible();
  await expect(page.getByTestId('key-password')).toHaveValue('');
  await page.getByTestId('practice-switch').click({ force: true });
  await expect(chip).toHaveAttribute('data-practice', 'true');
  await wms.stop();
});

test('a server that cannot be reached is told in words', async ({ start }) => {
  const wms = await startWms();
  const { url } = wms;
  await wms.stop();
  const app = await start({ settings: { practice: false, server: url, language: 'en' } });
  const page = await openSettings(app);
  await page.getByTestId('server-test').click();
  await expect(page.getByTestId('server-test-outcome')).toContainText('did not answer');
});

test('one setting at a time: the others stay', async ({ start }) => {
  const app = await start({
    settings: { language: 'ru', theme: 'dark', practice: false, server: 'https://wms.example/' },
  });
  const page = await openSettings(app);
  await page.getByTestId('settings-look').getByTestId('theme').locator('label').first().click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
  expect(await app.call('settings.get', {})).toMatchObject({
    language: 'ru',
    theme: 'light',
    practice: false,
    server: 'https://wms.example/',
  });
  // Without a network nothing else is claimed of the server.
  const chip = page.getByTestId('server-chip');
  await expect(chip).toHaveAttribute('data-known', 'noKey');
  await page.context().setOffline(true);
  await expect(chip).toHaveAttribute('data-known', 'offline');
  await page.context().setOffline(false);
  await expect(chip).toHaveAttribute('data-known', 'noKey');
});

test('how orders are sent is kept', async ({ start }) => {
  const app = await start();
  const page = await openSettings(app);
  await page.getByTestId('concurrency').fill('7');
  await page.getByTestId('expert').click();
  await page.getByTestId('rule-quietTime').fill('5');
  await page.getByTestId('lookup-path').fill('/v1/orders');
  await page.getByTestId('login-path').fill('login');
  await page.getByTestId('login-path').blur();
  await expect
    .poll(async () => (await app.call('settings.get', {})).sending)
    .toMatchObject({ concurrency: 7, quietTime: 5, lookupPath: '/v1/orders' });
  // A path without its slash is none: it is said, and not kept.
  expect((await app.call('settings.get', {})).loginPath).toBe('/v1/auth/login');
});

test('every rule of sending has its field, its bounds, and the way back to what it was', async ({ start }) => {
  const app = await start({ settings: { language: 'en' } });
  const page = await openSettings(app);
  await page.getByTestId('expert').click();
  const rules = async () => (await app.call('settings.get', {})).sending;
  const wanted = {
    quietTime: 0,
    connectTimeout: 3,
    answerTimeout: 600,
    wholeTimeout: 900,
    tries: 20,
    longestWait: 1,
    breakerFailures: 50,
    breakerPause: 600,
    coolDown: 600,
  } as const;
  for (const [rule, value] of Object.entries(wanted)) {
    await expect(page.getByTestId(`rule-${rule}-as-it-was`)).toHaveCount(0);
    await page.getByTestId(`rule-${rule}`).fill(String(value));
  }
  await expect.poll(rules).toMatchObject(wanted);
  // A number beyond its bounds is said to be, and not kept: the field is left as it was.
  await page.getByTestId('rule-tries').fill('99');
  await expect(page.getByTestId('rule-tries')).toHaveAttribute('aria-invalid', 'true');
  await page.getByTestId('rule-tries').blur();
  await expect(page.getByTestId('rule-tries')).toHaveValue('20 times');
  for (const rule of Object.keys(wanted)) await page.getByTestId(`rule-${rule}-as-it-was`).click();
  await expect.poll(rules).toEqual(defaultSendingRules);
});

test('where a key is kept is said once, and as it is', async ({ start }) => {
  const app = await start({ settings: { language: 'en', practice: false, server: 'https://wms.example/' } });
  const page = await openSettings(app);
  await page.getByTestId('settings-key').getByText('Paste the key').click();
  await page.getByTestId('key-paste').fill(key);
  await page.getByTestId('key-submit').click();
  const section = page.getByTestId('settings-key');
  await expect(page.getByTestId('key-present')).toBeVisible();
  const { persisted } = await app.call('accessKey.getState', {});
  await expect(section.getByText('kept encrypted')).toHaveCount(persisted ? 1 : 0);
  await expect(section.getByText('no safe place')).toHaveCount(persisted ? 0 : 1);
});
