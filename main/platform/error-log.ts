/**
 * Logs the app's own errors, each under the reference that the operator sees. Only names, codes and places in the code: a
 * message could quote a customer.
 */
import { appendFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { renameFileSync } from './files.ts';
import { makePrivateFolder, ownFile } from './private-home.ts';
import type { ErrorLog } from './remote.ts';

const largest = 1024 * 1024;

const mostFrames = 8;
const mostCauses = 3;
/** A line of a stack that names a place in the code, and nothing else: lines of a message stand among them. */
const frame = /^at (?:[\w$.#<>[\] ]+ \()?(?:file:\/\/|node:|app:\/\/|\/|[A-Za-z]:[\\/]|<anonymous>|native)[^()]*\)?$/u;

/** What may be said of an error: its name, its code, the call of the system that failed, and places in the code. */
function described(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const word = (key: string, form: RegExp): Record<string, string> => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === 'string' && form.test(value) ? { [key]: value } : {};
  };
  const number: unknown = Reflect.get(error, 'errcode');
  return {
    name: /^[A-Za-z]\w{0,60}$/u.test(error.name) ? error.name : 'Error',
    ...word('code', /^[A-Z][A-Z0-9_]{1,60}$/u),
    ...word('syscall', /^[a-z_]{1,30}$/u),
    ...(typeof number === 'number' ? { errcode: number } : {}),
    stack: framesOf(error),
    ...(error.cause instanceof Error && depth < mostCauses ? { cause: described(error.cause, depth + 1) } : {}),
  };
}

function framesOf({ stack = '', message }: Error): readonly string[] {
  // The message comes first, and may have lines that look like places.
  const at = message === '' ? -1 : stack.indexOf(message);
  return (at < 0 ? stack : stack.slice(at + message.length))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => frame.test(line))
    .slice(0, mostFrames);
}

/** Writes to `<home>/logs/errors.log`; when it is full, it becomes errors.old.log. */
export function createErrorLog(home: string): ErrorLog {
  const file = path.join(home, 'logs', 'errors.log');
  return (reference, error) => {
    const line = JSON.stringify({ at: new Date().toISOString(), reference, ...described(error) });
    try {
      makePrivateFolder(path.dirname(file));
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest)
        renameFileSync(file, path.join(home, 'logs', 'errors.old.log'));
      appendFileSync(file, `${line}\n`, { mode: ownFile });
    } catch {
      // A log that cannot be written must not stop the work.
    }
  };
}
