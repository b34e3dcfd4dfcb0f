// Prepares what a command needs, so that a fresh clone works with nothing but Node and npm: the packages, the Debian
// packages a window needs, the Electron runtime, an up-to-date build. `node scripts/setup.mjs` does all of it.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheDir, hasDisplay, inRoot, isRoot, say } from './paths.mjs';
import { npm, runNode } from './processes.mjs';

const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

/** Whether npm's record of what it installed agrees with the lock file (except optional packages of other platforms). */
function packagesAreInstalled() {
  try {
    const wanted = readJson(inRoot('package-lock.json')).packages;
    const installed = readJson(inRoot('node_modules/.package-lock.json')).packages;
    return Object.entries(wanted).every(
      ([where, p]) => where === '' || (installed[where] ? installed[where].version === p.version : p.optional === true),
    );
  } catch {
    return false; // not installed, or the installation was interrupted
  }
}

/** Runs `work` under a lock file: a second command waits instead of installing or building at the same time. */
async function alone(name, work) {
  const lock = path.join(cacheDir, `${name}.lock`);
  fs.mkdirSync(cacheDir, { recursive: true });
  for (let waited = false; ; waited = true) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!holderIsAlive(lock)) {
        fs.rmSync(lock, { force: true });
        continue;
      }
      if (!waited) say(`Waiting for another command that is busy with the same step (${name}) …`);
      await new Promise((r) => {
        setTimeout(r, 300);
      });
    }
  }
  try {
    return await work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function holderIsAlive(lock) {
  try {
    const text = fs.readFileSync(lock, 'utf8');
    if (text === '') return Date.now() - fs.statSync(lock).mtimeMs < 5_000; // it is being written right now
    process.kill(Number(text), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

export async function ensurePackages() {
  if (packagesAreInstalled()) return;
  await alone('install', () => {
    if (packagesAreInstalled()) return;
    say('Installing packages (npm ci) …');
    // No install script is needed: the one native package contains its binaries.
    const { status, error } = npm([
      'ci',
      '--include=dev',
      '--include=optional',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
    if (status !== 0) throw new Error(`npm ci did not work (${error?.message ?? `exit code ${status}`}); see above.`);
  });
}

const WINDOW_PACKAGES = [
  'xvfb',
  'xauth',
  'libgtk-3-0t64',
  'libnss3',
  'libasound2t64',
  'libgbm1',
  'unzip',
  'fonts-noto-core',
];
const succeeds = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Makes sure of the system libraries that Electron's window needs; on Debian and its derivatives they are installed. */
export function ensureSystemPackages() {
  if (process.platform !== 'linux' || !fs.existsSync('/usr/bin/dpkg-query')) return;
  const present = (name) =>
    spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' }).stdout === 'installed';
  const before = (name) => name.replace(/t64$/, ''); // its name before the 64-bit time_t change
  const missing = WINDOW_PACKAGES.filter((name) => !present(name) && !(name !== before(name) && present(before(name))));
  if (missing.length === 0) return;
  if (!isRoot) {
    say(`A window may need Debian packages that are missing: sudo apt-get install ${missing.join(' ')}`);
    return;
  }
  say(`Installing Debian packages: ${missing.join(' ')} …`);
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', process.stderr, process.stderr],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  apt('-qq', 'update');
  const names = missing.map((name) => (succeeds('apt-cache', ['show', name]) ? name : before(name)));
  if (!apt('-qq', '-y', '--no-install-recommends', 'install', ...names))
    say('apt-get could not install them; going on without.');
}

export async function ensureElectron() {
  await alone('electron', async () => {
    const code = await runNode(inRoot('scripts/electron-runtime.mjs'), [], {
      stdio: ['ignore', process.stderr, process.stderr],
    });
    if (code !== 0) throw new Error('No Electron runtime could be had; see above.');
  });
}

const SOURCES = ['main', 'shared', 'renderer', 'package.json', 'package-lock.json', 'scripts/build.mjs'];
const stampFile = inRoot('out/.sources');

/** A digest of all files that the build reads: of contents, as a checkout changes the times. */
export function sourcesDigest() {
  const hash = crypto.createHash('sha256');
  const add = (file) => {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) {
      for (const name of fs.readdirSync(file).toSorted()) add(path.join(file, name));
      return;
    }
    hash.update(`${path.relative(inRoot(), file)}\0${stat.size}\0`).update(fs.readFileSync(file));
  };
  for (const source of SOURCES) add(inRoot(source));
  return hash.digest('hex');
}

export async function ensureBuild() {
  const fresh = () => fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === sourcesDigest();
  if (fresh()) return;
  await alone('build', async () => {
    if (fresh()) return;
    say('Building …');
    const code = await runNode(inRoot('scripts/build.mjs'), [], { stdio: ['ignore', process.stderr, process.stderr] });
    if (code !== 0) throw new Error('The build did not work; see above.');
  });
}

/** Prepares everything that opening a window needs. */
export async function ensureWindow() {
  ensureSystemPackages();
  await ensureElectron();
  await ensureBuild();
  if (!hasDisplay && !succeeds('sh', ['-c', 'command -v xvfb-run']))
    throw new Error('No display, and no xvfb-run to make one.');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensurePackages();
  ensureSystemPackages();
  await ensureElectron();
  await ensureBuild();
}
