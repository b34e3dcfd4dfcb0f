/** The window as Electron's security guide has it, tried from inside the page. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type App, expect, projectFolder, sample, test } from '../support/app.ts';
import { accessKey, startWms } from '../support/wms.ts';

/** Under Node the package's only export is the path of its program. */
const electronPath = createRequire(import.meta.url)('electron') as string;

const failureOf = async (app: App, name: unknown, argument: unknown): Promise<string> => {
  const answer = (await app.rawCall(name, argument)) as {
    readonly ok: boolean;
    readonly error?: { readonly code: string };
  };
  expect(answer.ok).toBe(false);
  return answer.error?.code ?? '';
};

test('the page has the bridge and nothing else of Node or Electron', async ({ start }) => {
  const app = await start();
  const seen = await app.page.evaluate(() => ({
    foreign: ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname'].filter((name) =>
      Reflect.has(globalThis, name),
    ),
    bridge: Object.keys(Reflect.get(window, 'orderImporter') as object).sort(),
    writable: Reflect.set(Reflect.get(window, 'orderImporter') as object, 'call', null),
  }));
  expect(seen).toEqual({ foreign: [], bridge: ['call', 'onEvent', 'openFiles'], writable: false });
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Electron.WebPreferences;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
});

test('the policy is strict, and holds', async ({ start }) => {
  const app = await start();
  const policy = await app.page.evaluate(async () =>
    (await fetch('/index.html')).headers.get('content-security-policy'),
  );
  const directives = new Map(
    (policy ?? '')
      .split(';')
      .map((directive) => directive.trim().split(' '))
      .map(([name = '', ...sources]) => [name, sources]),
  );
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(directives.get('script-src')).toEqual(["'self'"]);
  expect(directives.get('connect-src')).toEqual(["'self'"]);
  expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
  // From the page's first moment, with all of its screens.
  await app.page.addInitScript(() => {
    const broken: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => broken.push(effectiveDirective));
    Reflect.set(globalThis, 'broken', broken);
  });
  await app.page.reload();
  await app.page.getByTestId('go-to-settings').click();
  await app.page.getByTestId('settings-screen').waitFor();
  await app.page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "run"';
    document.body.append(script);
    await fetch('http://127.0.0.1:9/').catch(() => undefined);
    const image = new Image();
    image.src = 'http://127.0.0.1:9/a.png';
  });
  const breaches = (): Promise<readonly string[]> =>
    app.page.evaluate(() => [...new Set(Reflect.get(globalThis, 'broken') as string[])].sort());
  await expect.poll(breaches).toEqual(['connect-src', 'img-src', 'script-src-elem']);
  expect(await app.page.title()).not.toBe('run');
  app.errors.length = 0; // The console told of these three.
});

test('the page cannot be led elsewhere, nor open a window', async ({ start }) => {
  const app = await start();
  await app.electron.evaluate(({ shell }) => {
    shell.openExternal = (url) => Promise.resolve(void Reflect.set(globalThis, 'openedOutside', url));
  });
  const { page } = app;
  const before = page.url();
  await page.evaluate(() => {
    window.open('file:///etc/passwd');
    window.open('http://example.com/');
    window.open('https://example.com/');
    window.open('javascript:alert(1)');
    location.assign('https://example.com/');
    const link = document.createElement('a');
    link.href = 'file:///etc/passwd';
    document.body.append(link);
    link.click();
  });
  await page.waitForTimeout(300);
  expect(
    await page.evaluate(() => ({
      address: location.href,
      shown: document.querySelector('[data-testid="start-screen"]') !== null,
    })),
  ).toEqual({ address: before, shown: true });
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await app.electron.evaluate(() => Reflect.get(globalThis, 'openedOutside') as unknown)).toBeUndefined();
  app.errors.length = 0;
});

test('the app’s scheme gives the page’s files and no others', async ({ start }) => {
  const app = await start();
  const statuses = await app.page.evaluate(async () => {
    const ask = async (address: string): Promise<number | string> =>
      fetch(address).then(
        ({ status }) => status,
        () => 'refused',
      );
    return Promise.all(
      [
        'app://main/index.html',
        'app://main/../main/main.js',
        'app://main/%2e%2e/main/main.js',
        'app://main/..%2f..%2fpackage.json',
        'app://main/nothing.js',
        'app://other/index.html',
      ].map(ask),
    );
  });
  expect(statuses[0]).toBe(200);
  for (const status of statuses.slice(1)) expect(status).not.toBe(200);
  // Their types are said, and not the system's to guess.
  const type = await app.page.evaluate(async () =>
    (await fetch(document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '')).headers.get('content-type'),
  );
  expect(type).toMatch(/^text\/javascript/);
  app.errors.length = 0;
});

test('calls that the contract does not know are answered with a failure', async ({ start }) => {
  const app = await start();
  expect(await failureOf(app, 'store.exec', {})).toBe('call.unknown');
  expect(await failureOf(app, '__proto__', {})).toBe('call.unknown');
  expect(await failureOf(app, 'constructor', {})).toBe('call.unknown');
  expect(await failureOf(app, 7, {})).toBe('call.unknown');
  expect(await failureOf(app, 'batch.open', {})).toBe('call.argument');
  expect(await failureOf(app, 'batch.open', { batchId: '../../etc/passwd'.repeat(10) })).toBe('call.argument');
  expect(await failureOf(app, 'batch.getRows', { batchId: 'b', filter: {}, from: 0, count: 1_000_000 })).toBe(
    'call.argument',
  );
  expect(await failureOf(app, 'settings.set', { server: 'file:///etc/passwd' })).toBe('call.argument');
  expect(await failureOf(app, 'file.openSample', { name: '../package.json' })).toBe('call.argument');
  expect(await failureOf(app, 'batch.open', { batchId: '../../etc/passwd' })).toBe('batch.gone');
  const opened = await app.page.evaluate(async () =>
    (Reflect.get(window, 'orderImporter') as { openFiles(files: unknown): Promise<unknown> }).openFiles([]),
  );
  expect(opened).toMatchObject({ ok: true, value: [] });
});

test('strangers are not answered, even with the bridge in hand', async ({ start }) => {
  const app = await start();
  const preload = path.join(projectFolder, 'out/preload/preload.cjs');
  const answers = await app.electron.evaluate(async ({ BrowserWindow }, preload) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await window.loadURL('data:text/html,<title>stranger</title>');
    const ask = (code: string): Promise<unknown> => window.webContents.executeJavaScript(code) as Promise<unknown>;
    const answers = [
      await ask("orderImporter.call('settings.get', {})"),
      await ask("orderImporter.call('no.such.call', {})"),
      await ask('orderImporter.openFiles([])'),
    ];
    window.destroy();
    return answers;
  }, preload);
  expect(answers.map((answer) => JSON.stringify(answer))).toEqual([
    expect.stringContaining('call.stranger'),
    expect.stringContaining('"ok":false'),
    expect.stringContaining('call.stranger'),
  ]);
  const framed = await app.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return frame.contentWindow ? Reflect.has(frame.contentWindow, 'orderImporter') : null;
  });
  expect(framed).toBe(false);
  app.errors.length = 0;
});

test('the page never holds paths or keys, and no key is written readably', async ({ start, home }) => {
  const wms = await startWms();
  const app = await start({ settings: { practice: false, server: wms.url } });
  await app.call('accessKey.set', { key: accessKey });
  await app.drop(sample('orders-uz.xlsx'));
  await app.page.getByTestId('columns').waitFor();
  const batchId = await app.batchId();
  const answers = JSON.stringify([
    await app.call('settings.get', {}),
    await app.call('accessKey.getState', {}),
    await app.call('batch.list', {}),
    await app.call('batch.getSummary', { batchId }),
    await app.call('batch.getColumns', { batchId }),
    await app.call('app.getInfo', {}),
    await app.call('run.getPlan', { batchId }),
    await app.rows(batchId),
  ]);
  const page = await app.page.content();
  const kept = await app.page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  );
  for (const text of [answers, page, kept]) {
    expect(text).not.toContain(accessKey);
    expect(text).not.toContain(home);
    expect(text).not.toContain(path.dirname(sample('orders-uz.xlsx')));
  }
  await app.close();
  const files = readdirSync(home, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(home, name))
    .filter((file) => existsSync(file) && statSync(file).isFile());
  for (const file of files) expect(readFileSync(file).includes(accessKey), file).toBe(false);
  expect(readdirSync(home).length).toBeGreaterThan(0);
  await wms.stop();
});

test('a home that cannot be written to is said in a sentence, not passed over', async () => {
  const unwritable = path.join(mkdtempSync(path.join(tmpdir(), 'unwritable-home-')), 'a-file');
  writeFileSync(unwritable, '');
  const started = spawn(electronPath, ['.', '--no-sandbox'], {
    cwd: projectFolder,
    env: { ...process.env, ORDER_IMPORTER_HOME: unwritable },
  });
  let said = '';
  started.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  try {
    await expect.poll(() => said, { timeout: 20_000 }).toContain(unwritable);
    expect(said).toContain('EEXIST');
    // The box waits for a person: the app has not ended as if nothing were wrong.
    expect(started.exitCode).toBeNull();
  } finally {
    started.kill('SIGKILL');
  }
});

test('only files that were dropped are opened, whatever the page pretends', async ({ start }) => {
  const app = await start();
  const answers = await app.page.evaluate(async (file) => {
    const { openFiles } = Reflect.get(window, 'orderImporter') as { openFiles(files: unknown): Promise<unknown> };
    const list = [{}];
    list.map = () => [file] as never;
    const given = [
      { map: () => [file] },
      { length: 1, 0: { path: file }, map: () => [file] },
      list,
      [{ path: file }],
      [file],
      file,
      null,
      [new File(['order_id\n1\n'], file)],
    ];
    const answered: unknown[] = [];
    for (const one of given)
      answered.push(
        await Promise.resolve()
          .then(() => openFiles(one))
          .catch(() => 'thrown'),
      );
    return answered;
  }, sample('orders-uz.xlsx'));
  expect(answers).toHaveLength(8);
  for (const answer of answers) expect(JSON.stringify(answer)).toMatch(/call\.argument|thrown/u);
  expect(await app.call('batch.list', {})).toEqual([]);
  app.errors.length = 0;
});

test('files given with the start, while it starts and later are all opened, each from its own folder', async ({
  start,
  home,
}) => {
  const file = (name: string): string => {
    const folder = path.join(home, 'window', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'orders.csv'), `order_id;full_name\n1;from ${name}\n`);
    return path.join(folder, 'orders.csv');
  };
  const startAgain = async (cwd: string): Promise<void> => {
    const second = spawn(electronPath, ['--no-sandbox', projectFolder, 'orders.csv'], {
      cwd,
      env: { ...process.env, ORDER_IMPORTER_HOME: home },
      stdio: 'ignore',
    });
    await once(second, 'exit');
  };
  const starting = start({ files: [file('first')] });
  // Explorer starts the app once for each of the files that are chosen: the others come while the first is still starting.
  const isLocked = (): boolean =>
    readdirSync(path.join(home, 'window')).some((name) => /^(Singleton|lockfile)/u.test(name));
  await expect.poll(isLocked).toBe(true);
  await Promise.all(['here', 'there'].map((name) => startAgain(path.dirname(file(name)))));
  const app = await starting;
  // The list of recent files under the app's icon is Windows': what it would be told is listened to.
  await app.electron.evaluate(({ app: main }) => {
    const recent: string[] = [];
    Object.assign(globalThis, { recent });
    main.addRecentDocument = (name) => void recent.push(name);
  });
  await startAgain(path.dirname(file('later')));
  await app.page.getByText('from later').first().waitFor();
  await expect.poll(async () => (await app.call('batch.list', {})).length).toBe(4);
  expect(await app.electron.evaluate(() => (globalThis as unknown as { recent: string[] }).recent)).toEqual([
    file('later'),
  ]);
});

test('a page that dies is loaded again and says so', async ({ start, home }) => {
  const app = await start();
  await app.drop(sample('orders-uz.xlsx'));
  await app.page.getByTestId('columns').waitFor();
  /** The notices of the page, as it stands; a page that is gone answers nothing. */
  const textOf = (): Promise<string> =>
    app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const code = 'document.querySelector("[data-testid=notices]")?.textContent ?? ""';
      const later = new Promise<string>((resolve) => setTimeout(() => resolve(''), 1000));
      return contents ? Promise.race([contents.executeJavaScript(code) as Promise<string>, later]) : later;
    });
  for (let death = 0; death < 2; death++) {
    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect.poll(textOf).toMatch(/Oyna ichi|Содержимое окна|window’s content/u);
  }
  // A third time within a minute a person is asked, so that it does not go on for ever.
  const asked = (): Promise<unknown> => app.electron.evaluate(() => Reflect.get(globalThis, 'askedAbout') as unknown);
  await app.electron.evaluate(({ dialog, BrowserWindow }) => {
    dialog.showMessageBox = ((_window: unknown, { message }: Electron.MessageBoxOptions) => {
      Reflect.set(globalThis, 'askedAbout', message);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect.poll(asked).toMatch(/qayta-qayta|снова и снова|again and again/u);
  await expect.poll(textOf).toMatch(/Oyna ichi|Содержимое окна|window’s content/u);
  expect(app.log()).toContain('"PageGone"');
  rmSync(path.join(home, 'logs'), { recursive: true });
  app.errors.length = 0;
});
