/** Starts the process for foreign formats under Node: in the terminal and in tests. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';

/** main/workers/foreign.child.ts, or what became of it in the build. */
const childFile = path.join(import.meta.dirname, `foreign.child${path.extname(import.meta.filename)}`);

/** A {@link StartForeignReader}. */
export function forkForeignReader(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const child = fork(childFile, {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('message', (message) => port2.postMessage(message));
  child.on('exit', () => port2.close());
  child.on('error', () => port2.close());
  port2.on('message', (message) => child.send(message as object));
  port2.on('close', () => child.kill('SIGKILL'));
  return port1;
}
