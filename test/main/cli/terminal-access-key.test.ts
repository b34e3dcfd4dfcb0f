/** Access keys of a terminal: given, signed in for, kept by the window; and renewed while orders go out. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { StoredAccessKeys } from '../../../main/cli/terminal-access-key.ts';
import { systemClock } from '../../../main/ports.ts';
import {
  startPracticeServer,
  type PracticeOptions,
  type PracticeServer,
} from '../../../main/practice/practice-server.ts';
import { signIn } from '../../../main/sending/wms/client.ts';
import { wmsPaths } from '../../../shared/wms/addresses.ts';
import { TestTerminal } from '../../support/terminal.ts';

const login = { WMS_LOGIN: 'operator', WMS_PASSWORD: 'parol-2026' };

async function practice(options: PracticeOptions = {}): Promise<PracticeServer> {
  const server = await startPracticeServer(options);
  onTestFinished(() => server.stop());
  return server;
}

function writeOrders({ home }: TestTerminal, count: number): string {
  const file = path.join(home, 'orders.csv');
  const lines = Array.from(
    { length: count },
    (_, n) => `${n + 1};14.06.2027 10:00;Karimova Anora;998901234567;Navoiy 1;Buxoro viloyati;7;1;5000`,
  );
  writeFileSync(
    file,
    ['Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx', ...lines].join('\n'),
  );
  return file;
}

/** Of a window: what it kept, in memory. */
function keptKeys(keys: Map<string, string> = new Map()): StoredAccessKeys {
  return {
    get: async (server) => keys.get(server) ?? null,
    set: async (server, key) => void keys.set(server, key),
    getRefreshToken: async (server) => keys.get(`renewal ${server}`) ?? null,
    setRefreshToken: async (server, token) => void keys.set(`renewal ${server}`, token),
  };
}

const asked = (server: PracticeServer, wanted: string): number =>
  server.requests().filter(({ path: at }) => at === wanted).length;

it('signs in where there is no key, and gets a new one by itself as often as it runs out', async () => {
  // The server's time goes on with what it is asked, so that a slow computer lets no key run out before it is used.
  let time = 0;
  const clock = { ...systemClock, now: () => (time += 10) };
  const server = await practice({ accessKeyTtl: 250, clock });
  const commands = new TestTerminal(login);
  const { status, remarks } = await commands.run(
    'send',
    writeOrders(commands, 40),
    '--url',
    server.url,
    '--concurrency',
    '1',
  );
  expect(status).toBe(0);
  expect(server.ledger()).toHaveLength(40);
  expect(asked(server, wmsPaths.login)).toBe(1);
  expect(asked(server, wmsPaths.refresh)).toBeGreaterThan(1);
  expect(remarks).toContain('a new one was got');
});

it('goes on with a refresh token that was given, though the key beside it is not taken', async () => {
  const server = await practice();
  const signedIn = await signIn(server.url, wmsPaths.login, { login: 'operator', password: 'parol-2026' });
  if (!signedIn.ok) throw new Error(signedIn.error.code);
  const commands = new TestTerminal({
    WMS_TOKEN: 'no-longer-good',
    WMS_REFRESH_TOKEN: signedIn.value.refreshToken ?? '',
  });
  expect((await commands.run('send', writeOrders(commands, 3), '--url', server.url)).status).toBe(0);
  expect(server.ledger()).toHaveLength(3);
});

it('uses the key that the window keeps, and keeps what it renews', async () => {
  const server = await practice();
  const signedIn = await signIn(server.url, wmsPaths.login, { login: 'operator', password: 'parol-2026' });
  if (!signedIn.ok) throw new Error(signedIn.error.code);
  const keys = new Map([
    [server.identity, 'no-longer-good'],
    [`renewal ${server.identity}`, signedIn.value.refreshToken ?? ''],
  ]);
  const commands = new TestTerminal({}, undefined, () => keptKeys(keys));
  expect((await commands.run('send', writeOrders(commands, 3), '--url', server.url)).status).toBe(0);
  expect(keys.get(server.identity)).toMatch(/^practice-/u);
  expect(keys.get(`renewal ${server.identity}`)).not.toBe(signedIn.value.refreshToken);
});

it('says what to do where only a person can give a key; nothing is lost', async () => {
  const server = await practice();
  const none = new TestTerminal();
  const file = writeOrders(none, 2);
  expect(await none.run('send', file, '--url', server.url)).toMatchObject({
    status: 1,
    remarks: expect.stringContaining('WMS_LOGIN'),
  });
  const wrong = new TestTerminal({ WMS_LOGIN: 'operator', WMS_PASSWORD: '12345' });
  expect(await wrong.run('send', file, '--url', server.url)).toMatchObject({
    status: 1,
    remarks: expect.stringMatching(/did not accept/u),
  });
  // A variable that was named is meant: nothing else is tried.
  expect(await new TestTerminal(login).run('send', file, '--url', server.url, '--token-env', 'MINE')).toMatchObject({
    status: 1,
    remarks: expect.stringContaining('MINE'),
  });

  const refused = new TestTerminal({ WMS_TOKEN: 'no-longer-good' });
  const { status, output } = await refused.run('send', file, '--url', server.url);
  expect(status).toBe(4);
  expect(output).toMatch(/WMS_TOKEN.*WMS_LOGIN and WMS_PASSWORD[\s\S]*order-importer resume/u);
  expect(server.ledger()).toHaveLength(0);
  const again = new TestTerminal(login, refused.home);
  expect((await again.run('resume')).status).toBe(0);
  expect(server.ledger()).toHaveLength(2);
});
