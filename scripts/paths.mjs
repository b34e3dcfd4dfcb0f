// Where things are. Node builtins alone: these scripts run before anything is installed.
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
export const inRoot = (...parts) => path.join(root, ...parts);
export const cacheDir = inRoot('.cache');
export const isRoot = process.getuid?.() === 0;

/** A window can be opened: always on Windows and macOS, on Linux where a display server is named. */
export const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** All chatter goes to stderr: stdout belongs to what was asked for. */
export const say = (text) => process.stderr.write(`${text}\n`);
