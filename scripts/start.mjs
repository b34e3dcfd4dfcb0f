// npm start: opens the app. Without a screen it imports a sample from the terminal into a practice WMS instead, so that
// there is something to see all the same.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { hasDisplay, inRoot, isRoot, say } from './paths.mjs';
import { binScript, goodNode, run, runNode, toolEnv } from './processes.mjs';
import { ensureBuild, ensurePackages, ensureWindow } from './setup.mjs';

const SAMPLE = 'samples/orders-uz.xlsx';
const READY_MS = 30_000;

/** Chromium's sandbox does not work as root, nor on kernels that restrict user namespaces to programs with a profile. */
function sandboxSwitches() {
  if (process.platform !== 'linux') return [];
  if (isRoot) return ['--no-sandbox'];
  const restricted = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
  if (!fs.existsSync(restricted) || fs.readFileSync(restricted, 'utf8').trim() !== '1') return [];
  say(
    'This system keeps user namespaces from programs without an AppArmor profile: starting the working copy ' +
      "without Chromium's sandbox. The .deb package brings a profile.",
  );
  return ['--no-sandbox'];
}

async function openWindow() {
  await ensureWindow();
  return runNode(binScript('electron'), [...sandboxSwitches(), '.', ...process.argv.slice(2)]);
}

async function startPractice(cli) {
  const practice = spawn(goodNode(), [cli, 'practice', '--port', '0'], {
    cwd: inRoot(),
    env: toolEnv(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const timer = setTimeout(() => practice.kill(), READY_MS);
  for await (const line of readline.createInterface({ input: practice.stdout })) {
    const url = /https?:\/\/[^\s,;]+/.exec(line)?.[0];
    if (!url) continue;
    clearTimeout(timer);
    practice.stdout.resume();
    return { practice, url };
  }
  clearTimeout(timer);
  throw new Error('The practice WMS did not start.');
}

async function importSample() {
  await ensureBuild();
  const cli = inRoot('out/main/cli.js');
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'order-importer-'));
  console.log(
    `There is no screen here to open the window on, so ${SAMPLE} is imported from the terminal into a ` +
      'practice WMS; nothing leaves this computer.',
  );
  let practice;
  try {
    const started = await startPractice(cli);
    practice = started.practice;
    return await run(
      goodNode(),
      [cli, 'send', SAMPLE, '--url', started.url, '--token-env', 'PRACTICE_TOKEN', '--home', home],
      { env: toolEnv({ PRACTICE_TOKEN: 'practice-start' }) },
    );
  } finally {
    practice?.kill();
    fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

try {
  await ensurePackages();
  process.exitCode = hasDisplay ? await openWindow() : await importSample();
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
