// Smoke-tests the packed app (release/linux-unpacked): its files, its commands without a screen, and its window.
// The window is driven over the DevTools port (the inspect fuse is off, Playwright's _electron cannot attach), which the
// package itself refuses: release/for-trying is the same but for the word in its package.json that allows it.
import { spawn, spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { chromium } from '@playwright/test';
import { inRoot, isRoot } from './paths.mjs';
import { hasPostgres, startPostgres } from '../test/main/team/postgres.ts';
import { updateKey } from './release.mjs';

const packed = inRoot('release/linux-unpacked');
const forTrying = inRoot('release/for-trying/linux-unpacked');
const sample = inRoot('samples/orders-uz.xlsx');
const { version } = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8'));
const PACKED =
  /^\/(out|samples|package\.json|LICENSE|THIRD-PARTY-NOTICES\.md|node_modules$|node_modules\/(@photostructure|node-gyp-build))/;
const WINDOW_MS = 30_000;
const COMMAND_MS = 60_000;

const wait = (ms) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
const check = (good, what) => {
  if (!good) throw new Error(what);
};

function nothingElseIsPacked() {
  const strangers = listPackage(path.join(packed, 'resources/app.asar'), {}).filter((f) => !PACKED.test(f));
  check(strangers.length === 0, `unexpected in app.asar: ${strangers.slice(0, 5).join(', ')}`);
}

const launcher = path.join(packed, 'order-importer-launcher');
/** The environment of a console without a screen. */
function consoleEnv() {
  const env = { ...process.env, WMS_TOKEN: 'practice' };
  delete env.DISPLAY;
  delete env.WAYLAND_DISPLAY;
  return env;
}

/** Runs a command of the packed app as the installed launcher does. */
function command(...args) {
  return spawnSync(launcher, args, { encoding: 'utf8', env: consoleEnv(), timeout: COMMAND_MS });
}

/** Starts a command that goes on; `seen` waits for words of its output, `end` is Ctrl+C and gives its exit code. */
function goingOn(...args) {
  const child = spawn(launcher, args, { env: consoleEnv(), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = new Promise((resolve) => {
    child.once('close', resolve);
  });
  const seen = async (words) => {
    for (const until = Date.now() + COMMAND_MS; !words.test(said); await wait(50))
      check(Date.now() < until && child.exitCode === null, `${args[0]}: no ${words} in «${said}»`);
    return words.exec(said)[0];
  };
  const end = async () => {
    child.kill('SIGINT');
    const killing = setTimeout(() => child.kill('SIGKILL'), COMMAND_MS);
    const status = await ended;
    clearTimeout(killing);
    check(status === 0, `${args[0]}: Ctrl+C ended it with ${status}: «${said}»`);
  };
  return { seen, end };
}

/** The commands with parts of their own (HTTP server, watcher of files, sheets that are written, PostgreSQL) over one home. */
async function dayIsDone() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'packed-day-'));
  const own = ['--home', path.join(folder, 'home'), '--lang', 'en'];
  const inbox = path.join(folder, 'inbox');
  fs.mkdirSync(inbox);
  const run = (status, ...args) => {
    const answer = command(...args, ...own);
    check(answer.status === status, `${args[0]}: exit code ${answer.status}: ${answer.stdout}${answer.stderr}`);
    return answer.stdout;
  };
  const practice = goingOn('practice', '--port', '0', '--lang', 'en');
  const watching = [];
  try {
    const url = await practice.seen(/http:\/\/127\.0\.0\.1:\d+/);
    run(0, 'send', sample, '--url', url);
    // What went to the practice WMS is no part of it.
    const month = JSON.parse(run(0, 'month', '--json', '-o', path.join(folder, 'month.xlsx')));
    check(month.orders === 0, `month: ${JSON.stringify(month)}`);
    check(fs.existsSync(path.join(folder, 'month.xlsx')), 'month: no file');
    run(0, 'settled', 'value', 'region', 'Poytaxt', 'Toshkent shahri');
    check(run(0, 'settled', 'list').includes('Poytaxt'), 'settled: not in the list');
    watching.push(goingOn('watch', inbox, ...own));
    await watching[0].seen(/inbox/);
    // As a browser does: under another name until it is whole.
    fs.copyFileSync(sample, path.join(inbox, 'new.xlsx.part'));
    fs.renameSync(path.join(inbox, 'new.xlsx.part'), path.join(inbox, 'new.xlsx'));
    await watching[0].seen(/new\.xlsx/);
    if (!hasPostgres) return;
    const postgres = await startPostgres();
    try {
      const team = path.join(folder, 'office.team');
      run(0, 'team', 'create', await postgres.createDatabase(), '-o', team);
      check(fs.existsSync(team), 'team: no file');
      run(0, 'team', 'status');
    } finally {
      await postgres.close();
    }
  } finally {
    await Promise.all([practice, ...watching].map((started) => started.end()));
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function versionIsTold() {
  const { stdout, stderr, status } = command('--version');
  check(status === 0 && stdout.trim() === version, `--version: exit code ${status}, «${stdout.trim()}» ${stderr}`);
}

/** Checks that the packed command line answers as the working copy's does. */
function sampleIsChecked() {
  const mine = spawnSync(process.execPath, [inRoot('out/main/cli.js'), 'check', sample, '--json'], {
    encoding: 'utf8',
  });
  const its = command('check', sample, '--json');
  check(its.status === mine.status, `check: exit code ${its.status}, not ${mine.status}: ${its.stderr}`);
  let answer;
  try {
    answer = JSON.parse(its.stdout);
  } catch {
    throw new Error(`check --json: no JSON but «${its.stdout.slice(0, 200)}» ${its.stderr}`);
  }
  check(
    Object.keys(answer).join() === Object.keys(JSON.parse(mine.stdout)).join(),
    "check --json: another answer than the working copy's",
  );
}

/** Checks that what was tried is what is given away: every file of the archive but the word in package.json. */
function triedIsTheSame() {
  const archives = [packed, forTrying].map((folder) => path.join(folder, 'resources/app.asar'));
  const [names, others] = archives.map((archive) => listPackage(archive, {}));
  check(names.join() === others.join(), 'the package for trying holds other files');
  const content = (archive, name) => {
    try {
      return extractFile(archive, name.replace(/^[\\/]/, '')).toString('base64');
    } catch {
      return ''; // a folder
    }
  };
  const differing = names.filter((name) => content(archives[0], name) !== content(archives[1], name));
  check(differing.join() === '/package.json', `the package for trying differs in ${differing.join(', ')}`);
}

/** Starts the app of a package on a home of its own. */
function startApp(folder) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'packed-'));
  const switches = [...(isRoot ? ['--no-sandbox'] : []), '--remote-debugging-port=0'];
  const env = { ...process.env, ORDER_IMPORTER_HOME: home };
  const app = spawn(path.join(folder, 'order-importer'), switches, { env, stdio: ['ignore', 'inherit', 'pipe'] });
  const end = async () => {
    const closed = new Promise((resolve) => {
      app.once('close', resolve);
    });
    if (app.exitCode === null && app.kill()) await closed;
    fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  return { app, home, end };
}

/** The package must open its window and no DevTools port, though the switch is given. */
async function debuggingIsOff() {
  const { app, home, end } = startApp(packed);
  let said = '';
  app.stderr.on('data', (data) => (said += data));
  try {
    const opened = path.join(home, 'order-importer.db');
    for (const until = Date.now() + WINDOW_MS; !fs.existsSync(opened); await wait(100))
      check(Date.now() < until, `the app did not open its home: ${said}`);
    await wait(2000); // The port would be open long before the store is.
    check(!said.includes('DevTools listening'), 'the packed app obeys --remote-debugging-port');
    check(!fs.existsSync(path.join(home, 'window/DevToolsActivePort')), 'the packed app opened a DevTools port');
  } finally {
    await end();
  }
}

async function windowOpens() {
  const { app, end } = startApp(forTrying);
  try {
    const browser = await chromium.connectOverCDP(await devToolsUrl(app));
    const context = browser.contexts()[0];
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    await page.getByTestId('open-file').waitFor({ timeout: WINDOW_MS });
    await importThroughWindow(page);
    await packedSampleOpens(page);
    await newVersionIsAnnounced(page);
    await browser.close();
  } finally {
    await end();
  }
}

function devToolsUrl(app) {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`the window's DevTools did not answer: ${said}`)), WINDOW_MS);
    app.once('exit', (code) => reject(new Error(`the app ended with exit code ${code}: ${said}`)));
    app.stderr.on('data', (data) => {
      said += data;
      const url = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (url) {
        clearTimeout(timer);
        resolve(url);
      }
    });
  });
}

/** Drops the sample on the window, as a person would, and waits for its rows. */
async function importThroughWindow(page) {
  const devtools = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop']) {
    await devtools.send('Input.dispatchDragEvent', {
      type,
      x: width / 2,
      y: height / 2,
      data: { items: [], files: [sample], dragOperationsMask: 1 },
    });
    await page.waitForTimeout(100); // the page must answer dragover before the drop
  }
  await rowsAreShown(page);
}

/** Checks that the sample packed into the app opens as well. */
async function packedSampleOpens(page) {
  await page.getByTestId('go-to-files').click();
  await page.getByTestId('samples').click();
  await page.getByRole('menuitem').nth(1).click();
  await rowsAreShown(page);
}

/** Puts a newer version into a folder on a local server: the app says so, and believes nothing without our signature. */
async function newVersionIsAnnounced(page) {
  const key = updateKey(process.env);
  const list = 'version: 99.0.0\nfiles:\n  - url: app.deb\n    sha512: abc\n';
  let signature = key ? crypto.sign(null, Buffer.from(list), key).toString('base64') : '';
  const server = http.createServer((request, response) => {
    const answers = { '/app/latest-linux.yml': list, '/app/latest-linux.yml.sig': signature };
    response.writeHead(request.url in answers ? 200 : 404).end(answers[request.url]);
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const call = (name, argument) =>
    page.evaluate(([channel, given]) => globalThis.orderImporter.call(channel, given), [name, argument]);
  try {
    await call('settings.set', { updateAddress: `http://127.0.0.1:${server.address().port}/app` });
    const found = await call('updates.check', {});
    check(found.value?.status === 'announced' && found.value.version === '99.0.0', `updates: ${JSON.stringify(found)}`);
    await page.getByTestId('notice-info').waitFor({ timeout: WINDOW_MS });
    if (!key) return;
    signature = crypto
      .sign(null, Buffer.from(list), crypto.generateKeyPairSync('ed25519').privateKey)
      .toString('base64');
    const foreign = await call('updates.check', {});
    check(foreign.value?.failure?.code === 'updates.badSignature', `updates: ${JSON.stringify(foreign)}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function rowsAreShown(page) {
  await page.getByTestId('columns').waitFor({ timeout: WINDOW_MS });
  await page.getByTestId('step-check').click();
  await page.getByRole('gridcell').first().waitFor({ timeout: WINDOW_MS });
}

const CHECKS = {
  'nothing else is packed': nothingElseIsPacked,
  '--version without a screen': versionIsTold,
  'check without a screen': sampleIsChecked,
  'a day in a terminal: practice, send, month, settled, watch, team': dayIsDone,
  'no debugging switch is obeyed': debuggingIsOff,
  'the package for trying is the same': triedIsTheSame,
  'the window opens a file, and hears of a new version': windowOpens,
};
let failed = 0;
for (const [name, run] of Object.entries(CHECKS)) {
  try {
    await run();
    console.log(`✓ packed: ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`✗ packed: ${name}: ${error.message}`);
  }
}
console.log(`${Object.keys(CHECKS).length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
