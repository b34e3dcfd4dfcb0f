/**
 * Logs the app's own errors, each under the reference that the operator sees. Only names and places in the code: a message
 * could quote a customer.
 */
import { appendFileSync, statSync, renameSync } from 'node:fs';
import path from 'node:path';
import { makePrivateFolder, ownFile } from './private-home.ts';
import type { ErrorLog } from './remote.ts';

const largest = 1024 * 1024;

/** Writes to `<home>/logs/errors.log`; when it is full, it becomes errors.old.log. */
export function createErrorLog(home: string): ErrorLog {
  const file = path.join(home, 'logs', 'errors.log');
  return (reference, error) => {
    const stack =
      error instanceof Error
        ? (error.stack ?? '')
            .split('\n')
            .slice(1, 8)
            .map((line) => line.trim())
        : [];
    const line = JSON.stringify({
      at: new Date().toISOString(),
      reference,
      name: error instanceof Error ? error.name : typeof error,
      stack,
    });
    try {
      makePrivateFolder(path.dirname(file));
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest)
        renameSync(file, path.join(home, 'logs', 'errors.old.log'));
      appendFileSync(file, `${line}\n`, { mode: ownFile });
    } catch {
      // A log that cannot be written must not stop the work.
    }
  };
}
