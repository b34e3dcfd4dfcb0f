// The setup under Wine, as a person runs it for herself: installed, upgraded over a running app and from a setup as they were
// before, updated by itself, removed. Whatever happens to the program, the home and her files stay.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inRoot } from '../paths.mjs';
import { checks } from './checks.mjs';
import { packForWindows } from './setup.mjs';
import {
  SETUP_MINUTES,
  endWine,
  inWork,
  nodeExe,
  runWindows,
  startWindows,
  toWindows,
  userFolder,
  wineEnv,
} from './wine.mjs';

const EXE = 'Order Importer.exe';
const LAUNCHER = 'order-importer.cmd';
const RECORDS = ['order-importer.db', 'witness.log'];
const UNINSTALL = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall`;
const OPEN_WITH = String.raw`HKCU\Software\Classes\Applications`;

/** The packages to be tried: one as setups were before, two of today's. They are packed once and share what is packed. */
function packages() {
  const setup = (version) => inWork('packages', version, `Order-Importer-Setup-${version}.exe`);
  const pack = (version, ...args) => {
    // With an address for new versions, else there is no list of them, and nothing in the program for its updater.
    const list = ['-c.publish.provider=generic', '-c.publish.url=http://127.0.0.1:9/'];
    const versioned = [`-c.extraMetadata.version=${version}`, ...list, ...args];
    const { code, output } = packForWindows(inWork('packages', version), versioned);
    if (code !== 0 || !fs.existsSync(setup(version))) throw new Error(`packing ${version}: ${output.slice(-1500)}`);
    return setup(version);
  };
  fs.rmSync(inWork('packages'), { recursive: true, force: true });
  const first = pack('0.2.0', '-c.win.target=nsis', '-c.win.target=portable');
  const packed = ['-c.win.target=nsis', '--prepackaged', inWork('packages/0.2.0/win-unpacked')];
  const asBefore = [
    `-c.nsis.include=${inRoot('scripts/windows/programs/as-before.nsh')}`,
    '-c.nsis.allowToChangeInstallationDirectory=true',
  ];
  const portable = inWork('packages/0.2.0/Order-Importer-0.2.0-portable.exe');
  return { before: pack('0.1.0', ...packed, ...asBefore), first, next: pack('0.3.0', ...packed), portable };
}

export async function tryInstaller() {
  const { sum, check } = checks();
  const { before, first, next, portable } = packages();
  const local = path.join(userFolder(), 'AppData/Local');
  const program = path.join(local, 'Programs/Order Importer');
  const home = path.join(local, 'Order Importer');
  const documents = path.join(userFolder(), 'Documents/Order Importer');
  const fetched = path.join(local, 'order-importer-updater');
  const inside = (folder) => `C:\\${path.relative(inWork('prefix/drive_c'), folder).replaceAll('/', '\\')}`;
  const names = (folder) => (fs.existsSync(folder) ? fs.readdirSync(folder).toSorted().join(' ') : 'none');
  const below = (folder) => (fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }).map(String) : []);
  const run = async (file, ...args) => (await runWindows(file, args, { minutes: SETUP_MINUTES })).code;
  const setUp = (file, ...args) => run(file, '/S', ...args);
  const until = async (met) => {
    for (let turn = 0; turn < 150 && !met(); turn++) await wait(200);
  };
  /** The uninstaller goes on from a copy of itself in TEMP after it has ended. */
  const remove = async (folder) => {
    const code = await run(path.join(folder, 'Uninstall Order Importer.exe'), '/currentuser', '/S');
    await until(() => !fs.existsSync(path.join(folder, EXE)));
    await wait(1500);
    return code;
  };
  const registry = (name) => {
    const { stdout } = spawnSync('wine', ['reg', 'query', UNINSTALL, '/s'], { env: wineEnv(), encoding: 'utf8' });
    return [...stdout.matchAll(new RegExp(String.raw`^ *${name} *REG_SZ *(.*?)\r?$`, 'gm'))]
      .map((match) => match[1])
      .join();
  };
  const shortcuts = () =>
    ['Desktop', 'AppData/Roaming/Microsoft/Windows/Start Menu']
      .flatMap((folder) => below(path.join(userFolder(), folder)))
      .filter((name) => name.endsWith('Order Importer.lnk')).length;
  const records = () => RECORDS.filter((name) => fs.existsSync(path.join(home, name))).length;
  const digest = () => {
    const hash = crypto.createHash('sha256');
    for (const name of RECORDS) hash.update(fs.readFileSync(path.join(home, name)));
    return hash.digest('hex');
  };
  for (const folder of [program, home, documents, fetched]) fs.rmSync(folder, { recursive: true, force: true });

  // A first setup, work, and an upgrade while the app runs.
  check('the setup ends well', await setUp(first), 0);
  check('the program is there', fs.existsSync(path.join(program, EXE)), true);
  check('two shortcuts', shortcuts(), 2);
  check('its version is in the list of programs', registry('DisplayVersion'), '0.2.0');
  check('no home yet', fs.existsSync(home), false);
  const kinds = spawnSync('wine', ['reg', 'query', OPEN_WITH, '/s'], { env: wineEnv(), encoding: 'utf8' }).stdout;
  check('«Open with» knows it', kinds.includes('.xlsx') && kinds.includes(`${EXE}" "%1"`), true);
  const launched = path.join(local, 'launcher ўзбек');
  fs.mkdirSync(launched, { recursive: true });
  fs.copyFileSync(path.join(program, LAUNCHER), path.join(launched, LAUNCHER));
  fs.copyFileSync(inWork('with-window.exe'), path.join(launched, EXE));
  const words = ['check', 'мой файл.xlsx', '--json'];
  const answer = await runWindows('cmd', ['/c', LAUNCHER, ...words], { cwd: launched });
  check('the launcher waits for a program with a window', answer.code, 7);
  const asked = '--cli -- check "мой файл.xlsx" --json';
  check('… and what it was given and what it says go through', answer.output.trim().endsWith(asked), true);
  fs.rmSync(launched, { recursive: true });
  check(
    'native code of x64 alone',
    below(program).some((name) => name.includes('arm64')),
    false,
  );
  check(
    'no helper for administrators',
    below(program).some((name) => name.endsWith('elevate.exe')),
    false,
  );
  check('no copy of the setup stays', fs.existsSync(fetched), false);
  const cli = toWindows(inRoot('out/main/cli.js'));
  const practice = startWindows(nodeExe, [cli, 'practice', '--port', '8471']);
  await until(() => practice.output().includes('8471'));
  const sent = await runWindows(
    nodeExe,
    [cli, 'send', toWindows(inRoot('samples/orders-uz.xlsx')), '--url', 'http://127.0.0.1:8471', '--lang', 'en'],
    { env: { WMS_TOKEN: 'practice' } },
  );
  check('orders are sent', sent.code, 0);
  practice.child.kill();
  const asItWas = digest();
  const running = startWindows(path.join(program, EXE), ['-e', 'setInterval(() => {}, 1000)'], { cwd: program });
  let isRunning = true;
  void running.done.then(() => (isRunning = false));
  await wait(3000);
  check('the app runs', isRunning, true);
  check('the next setup over it ends well', await setUp(next), 0);
  await until(() => !isRunning);
  check('the running app was ended', isRunning, false);
  check('one entry in the list, of the new version', registry('DisplayName'), 'Order Importer 0.3.0');
  check('the home is as it was', digest(), asItWas);
  check('the new program runs', await run(path.join(program, EXE), '-e', 'process.exit(42)'), 42);
  fs.writeFileSync(path.join(program, 'mine.txt'), 'mine');
  check('an upgrade with a file of hers in the folder', await setUp(next), 0);
  check('her file stays', fs.readFileSync(path.join(program, 'mine.txt'), 'utf8'), 'mine');
  check('the uninstaller ends well', await remove(program), 0);
  check('of the folder only her file stays', names(program), 'mine.txt');
  fs.rmSync(program, { recursive: true });
  check('no shortcut stays', shortcuts(), 0);
  check('nothing in the list of programs', registry('DisplayVersion'), '');
  check('the home is still as it was', digest(), asItWas);

  // A new version that the app itself found, fetched, and had installed at its end.
  await setUp(first);
  const lane = toWindows(inRoot('scripts/windows/lanes/update.mjs'));
  const updated = [lane, toWindows(inRoot()), toWindows(program), toWindows(path.dirname(next)), '0.2.0'];
  const update = await runWindows(nodeExe, updated);
  if (!check('a new version is fetched, and its setup started', update.code, 0)) console.log(update.output);
  await until(() => registry('DisplayVersion') === '0.3.0');
  check('… which installs it', registry('DisplayVersion'), '0.3.0');
  check('… and leaves the home as it was', digest(), asItWas);
  check(
    '… what was fetched is kept',
    below(fetched).some((name) => name.endsWith('.exe')),
    true,
  );
  await remove(program);
  check('… and goes with the program', fs.existsSync(fetched), false);

  // A setup as they were, into AppData\Local\Order Importer, which is the home.
  check('a setup as before into the home', await setUp(before, `/D=${inside(home)}`), 0);
  check('today’s setup over it', await setUp(next), 0);
  check('journal and witness are there', records() === 2 && digest(), asItWas);
  check(
    'the program is gone from the home',
    below(home).some((name) => name.endsWith('.exe')),
    false,
  );
  check('… and is in its own place', fs.existsSync(path.join(program, EXE)), true);
  check('removed', await remove(program), 0);
  check('journal and witness still', records(), 2);

  // A setup as they were, into a folder of that name in which she keeps spreadsheets.
  fs.mkdirSync(documents, { recursive: true });
  fs.writeFileSync(path.join(documents, 'orders.xlsx'), 'hers');
  await setUp(before, `/D=${inside(documents)}`);
  check('upgraded from a folder with spreadsheets', await setUp(next), 0);
  check('her spreadsheets stay, and they alone', names(documents), 'orders.xlsx');
  await remove(program);
  check('the program’s folder is gone', fs.existsSync(program), false);
  check('a folder with other files is refused', await setUp(next, `/D=${inside(documents)}`), 2);
  check('… and left alone', names(documents), 'orders.xlsx');
  const pretend = (version) =>
    spawnSync('wine', ['reg', 'add', String.raw`HKCU\Software\Wine`, '/v', 'Version', '/d', version, '/f'], {
      env: wineEnv(),
    });
  pretend('win7');
  check('a Windows that is too old is refused', await setUp(next), 3);
  check('… and nothing is installed', fs.existsSync(program), false);
  check('the portable app says so, too', await run(portable, '/S'), 3);
  pretend('win10');
  const ran = await run(portable, '-e', 'process.exit(42)');
  check('… and runs on one that is new enough', ran, 42);
  for (const folder of [home, documents]) fs.rmSync(folder, { recursive: true, force: true });
  running.forget();
  practice.forget();
  endWine();
  return sum;
}
