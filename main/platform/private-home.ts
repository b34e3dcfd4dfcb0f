/**
 * Keeps the home to its owner: folders and files are made for one user alone, and those that an older version, or a copy,
 * left open to others are closed. On Windows the folder's place decides who may read it; modes mean nothing there.
 */
import fs from 'node:fs';
import path from 'node:path';

const ownFolder = 0o700;
/** Mode of a file that only its owner may read. */
export const ownFile = 0o600;
const others = 0o077;
const sticky = 0o1000;

/** What the app, or Chromium for it, puts into a home. */
const ours =
  /^(?:order-importer\.db.*|witness\..*|identity\.key.*|team\.(?:json|sealed).*|office-part|notices\.json.*|files|logs|processes|damaged|window)$/u;

/** Makes the folder, and those above it that are missing, for its owner alone. One that is there stays as it is. */
export function makePrivateFolder(folder: string): void {
  fs.mkdirSync(folder, { recursive: true, mode: ownFolder });
}

/** Makes an empty file for its owner alone, so that whoever opens it next writes into a private one; an existing one stays. */
export function makePrivateFile(file: string): void {
  fs.closeSync(fs.openSync(file, 'a', ownFile));
}

/**
 * Makes the home, or closes it and what is ours in it. A folder that holds other things, too, is not closed itself: it was
 * chosen with them in it.
 */
export function preparePrivateHome(home: string): void {
  makePrivateFolder(home);
  if (process.platform === 'win32') return;
  const names = fs.readdirSync(home);
  if (names.every((name) => ours.test(name))) close(home);
  for (const name of names) if (ours.test(name)) close(path.join(home, name));
}

function close(name: string): void {
  try {
    const facts = fs.lstatSync(name);
    if (facts.isSymbolicLink() || (facts.mode & others) === 0 || (facts.mode & sticky) !== 0) return;
    if (facts.isDirectory() || facts.isFile()) fs.chmodSync(name, facts.isDirectory() ? ownFolder : ownFile);
  } catch {
    // Gone in the meantime, another user's, or a file system without modes.
  }
}
