/** Starts sending processes, for tests that kill them or run two at once. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { KillAt } from './kill-points.ts';

export interface ChildTask {
  readonly home: string;
  readonly batchId: string;
  readonly url: string;
  readonly identity: string;
  readonly orders: number;
  readonly concurrency: number;
  readonly killAt?: KillAt;
}

/** Starts a sender; `sending` resolves when it has begun, `done` with its output and how it ended. */
export function sendInChild(task: ChildTask) {
  const child = spawn(
    process.execPath,
    [
      '--experimental-strip-types',
      '--no-warnings',
      path.resolve('test/main/sending/send-child.ts'),
      JSON.stringify(task),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  // One whose test failed would wait for its server for ever.
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const done = once(child, 'close').then(() => ({ code: child.exitCode, signal: child.signalCode, output, errors }));
  const sending = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      if (output.includes('sending')) resolve();
    });
    void done.then(() => resolve());
  });
  return { sending, done, kill: () => child.kill('SIGKILL') };
}
