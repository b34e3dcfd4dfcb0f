// Paths in the project, and what depends on the machine. Node builtins only: this runs before anything is installed.
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
export const inRoot = (...parts) => path.join(root, ...parts);
export const cacheDir = inRoot('.cache');
export const isRoot = process.getuid?.() === 0;

/** Whether a window can be opened: always on Windows and macOS, on Linux if a display server is named. */
export const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Prints a remark to stderr: stdout is for the output of the command. */
export const say = (text) => process.stderr.write(`${text}\n`);
