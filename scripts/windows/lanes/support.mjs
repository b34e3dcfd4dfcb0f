// What the lanes share. They are run by the Windows Node and use the app's terminal as a person on Windows does.
//   wine node.exe LANE APP_FOLDER
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const app = path.resolve(process.argv[2] ?? '.');
const cli = path.join(app, 'out/main/cli.js');
export const sample = (name) => path.join(app, 'samples', name);
export const token = { WMS_TOKEN: 'practice' };

/** A folder for the lane's files, removed by {@link finish}. */
export const work = fs.mkdtempSync(path.join(os.tmpdir(), 'кассир ўзбек '));

// Windows has no LANG; Wine passes the shell's on.
const windowsEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(LANG|LC_.*|WMS_TOKEN)$/u.test(name)),
);

const sum = { passed: 0, failed: 0 };

/** One check, one line; `found` is shown where it fails. */
export function check(name, good, found = '') {
  sum[good ? 'passed' : 'failed'] += 1;
  const shown = typeof found === 'string' ? found : JSON.stringify(found);
  console.log(good ? `✓ ${name}` : `✗ ${name}: ${shown.slice(0, 1500)}`);
}

/** A group of checks; what it throws fails one of them. */
export async function section(name, checks) {
  try {
    await checks();
  } catch (error) {
    check(name, false, String(error.stack));
  }
}

/** Starts a command of the app; `seen` waits for words of its output. */
export function start(args, env = {}) {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: work,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...windowsEnv, ...env },
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (said.err += text));
  const done = once(child, 'close').then(([code, signal]) => ({ code, signal, ...said }));
  const seen = async (words) => {
    while (child.exitCode === null) {
      const match = words.exec(said.out + said.err);
      if (match) return match[0];
      await wait(50);
    }
    throw new Error(`ended without ${words}: ${said.out}${said.err}`);
  };
  return { child, done, seen };
}

export const run = (args, env) => start(args, env).done;

/** The object that a command with --json printed; what it printed instead where it is none. */
export function json({ out, err }) {
  try {
    return JSON.parse(out);
  } catch {
    return { notJson: out.slice(0, 400), err: err.slice(0, 800) };
  }
}

/** A practice WMS: its address, the orders that it has, and its end. */
export async function practiceWms(...options) {
  const server = start(['practice', ...options]);
  const url = await server.seen(/http:\/\/127\.0\.0\.1:\d+/u);
  const orders = async () => {
    const ledger = await (await fetch(new URL('/practice/ledger', url))).json();
    return ledger.orders ?? ledger;
  };
  const end = async () => {
    server.child.kill();
    await server.done;
  };
  return { url, orders, end };
}

const EXCLUSIVE = 0x10000000; // UV_FS_O_EXLOCK: nobody else may open it, as Excel has what it saves

/**
 * Holds a file as another program does while `act` runs: 'all' shares nothing; 'noDelete' lets others read and write but
 * not rename or remove it (a virus scanner, Excel that reads).
 */
export async function held(file, how, act) {
  const open =
    how === 'all'
      ? `require('fs').openSync(${JSON.stringify(file)}, require('fs').constants.O_RDWR | ${EXCLUSIVE})`
      : `globalThis.kept = new (require('node:sqlite').DatabaseSync)(${JSON.stringify(file)})`;
  const script = `${open}; console.log('held'); setInterval(() => {}, 1000)`;
  const holder = spawn(process.execPath, ['--no-warnings', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  holder.stderr.on('data', (text) => (complaint += text));
  const failed = once(holder, 'exit').then(() => {
    throw new Error(`could not be held: ${complaint}`);
  });
  await Promise.race([once(holder.stdout, 'data'), failed]);
  failed.catch(() => undefined);
  try {
    return await act();
  } finally {
    holder.kill();
    await failed.catch(() => undefined);
  }
}

/** Words of the system, or of the code, that no person should see. */
export const rawWords = /EBUSY|EPERM|EACCES|ENOENT|Error:|resource busy|unexpected/u;

/** Names below `folder` of files that are only made on the way to others. */
export const rubbish = (folder) =>
  fs.existsSync(folder)
    ? fs.readdirSync(folder, { recursive: true }).filter((name) => /\.(tmp|partial)$|~\$/u.test(String(name)))
    : [];

/** Removes the folder and says the sum. */
export function finish() {
  fs.rmSync(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed > 0 ? 1 : 0;
}
