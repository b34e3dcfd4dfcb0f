// Wine as the tests of Windows use it: a prefix of its own, no chatter, no offers of Mono and Gecko. Everything lies in
// .cache/windows, which can be thrown away.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cacheDir, root } from '../paths.mjs';

export const work = path.join(cacheDir, 'windows');
export const inWork = (...parts) => path.join(work, ...parts);
/** The genuine Node for Windows. */
export const nodeExe = inWork('node.exe');
/** The Windows user's folder, as seen from here. */
export const userFolder = () => inWork('prefix/drive_c/users', os.userInfo().username);
/** A setup says nothing while it works, so this is what the whole of it may take, on a machine that others use. */
export const SETUP_MINUTES = 15;
/** A path of this machine as Windows' programs see it. */
export const toWindows = (file) => `Z:${path.resolve(file).replaceAll('/', '\\')}`;

/** Wine makes Windows' locale of LC_ALL; one that is not there would cost it all names of files beyond ASCII. */
export function wineEnv(extra = {}) {
  const env = { ...process.env };
  for (const name of Object.keys(env))
    if (name === 'DISPLAY' || name === 'LANG' || name.startsWith('LC_')) delete env[name];
  const russian = fs.existsSync(inWork('locale/ru_RU.UTF-8'));
  return {
    ...env,
    ...(russian ? { LOCPATH: inWork('locale'), LC_ALL: 'ru_RU.UTF-8' } : { LC_ALL: 'C.UTF-8' }),
    WINEPREFIX: inWork('prefix'),
    // 32-bit programs (setups) run with the unpacked 32-bit half, without its package being installed.
    WINEDLLPATH: inWork('libwine32/usr/lib/i386-linux-gnu/wine'),
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    XDG_RUNTIME_DIR: inWork('runtime'),
    STANDIN_7Z: toWindows(inWork('7z.exe')),
    ...extra,
  };
}

/**
 * Starts a Windows program. Its output goes to a file: the Windows Node refuses Unix pipes as standard streams under Wine.
 * @returns the child; `output()` what it wrote so far; `done` its exit code
 */
export function startWindows(program, args, { env = {}, cwd = root } = {}) {
  const file = inWork(`output-${process.pid}-${Math.random().toString(36).slice(2)}.txt`);
  const handle = fs.openSync(file, 'w');
  const child = spawn('wine', [program, ...args], { cwd, env: wineEnv(env), stdio: ['ignore', handle, handle] });
  fs.closeSync(handle);
  const output = () => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');
  const done = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  return { child, output, done, forget: () => fs.rmSync(file, { force: true }) };
}

/**
 * Runs a Windows program to its end; what it writes is shown as it comes where `show` is set. It is killed after `minutes`
 * without a new word of it: how long it takes altogether is a matter of what else the machine does.
 */
export async function runWindows(program, args, { show = false, minutes = 5, ...options } = {}) {
  const started = startWindows(program, args, options);
  let shown = 0;
  let heardAt = Date.now();
  const tell = () => {
    const all = started.output();
    if (all.length > shown) heardAt = Date.now();
    if (show) process.stdout.write(all.slice(shown));
    shown = all.length;
    if (Date.now() - heardAt < minutes * 60_000) return;
    console.log(`✗ ended after ${minutes} minutes without a word`);
    heardAt = Infinity;
    started.child.kill('SIGKILL');
    endWine();
  };
  const telling = setInterval(tell, 500);
  try {
    const code = await started.done;
    tell();
    return { code, output: started.output() };
  } finally {
    clearInterval(telling);
    started.forget();
  }
}

/** Ends everything that runs in the prefix. */
export function endWine() {
  spawnSync('wineserver', ['-k'], { env: wineEnv(), stdio: 'ignore', timeout: 20_000 });
}
