/** A virus scanner, as Windows has them: what appears in a folder is opened at once, and for a moment nobody may remove it. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';

/** SQLite opens files as scanners do: to be read and written by others, and not to be removed. */
const program = `
const fs = require('node:fs'), path = require('node:path'), { DatabaseSync } = require('node:sqlite');
const { parentPort, workerData: folder } = require('node:worker_threads');
const seen = new Set();
function look() {
  for (const name of fs.readdirSync(folder)) {
    try {
      const file = path.join(folder, name);
      const state = name + fs.statSync(file).mtimeMs;
      if (seen.has(state)) continue;
      const connection = new DatabaseSync(file, { readOnly: true });
      seen.add(state);
      setTimeout(() => connection.close(), 100);
      parentPort.postMessage(name);
    } catch {}
  }
  setImmediate(look);
}
parentPort.postMessage('ready');
look();`;

/** Starts one on the folder, for this test. @returns the names of what it opened, which grow */
export async function scanned(folder: string): Promise<string[]> {
  const opened: string[] = [];
  const scanner = new Worker(program, { eval: true, workerData: folder });
  onTestFinished(async () => void (await scanner.terminate()));
  await once(scanner, 'message');
  scanner.on('message', (name: string) => opened.push(name));
  return opened;
}
