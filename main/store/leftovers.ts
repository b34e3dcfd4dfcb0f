/**
 * Finds what crashes and repairs leave of customers' data beside the database: unfinished copies, files of no batch, damaged
 * databases that were set aside. Each is kept as long as a batch would be, because it may be all that is left.
 */
import fs from 'node:fs';
import path from 'node:path';
import { removeFileSync } from '../platform/files.ts';
import type { Database } from './database.ts';

const batchFile = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.[a-z0-9]{1,8})?$/u;

function namesIn(folder: string): readonly string[] {
  return fs.existsSync(folder) ? fs.readdirSync(folder) : [];
}

/** Files and folders of the home that were last written before `before` (ms since 1970-01-01Z) and that nothing refers to. */
export function expiredLeftovers(homeDir: string, database: Database, before: number): readonly string[] {
  const name = path.basename(database.path);
  const copies = namesIn(homeDir)
    .filter((file) => file.startsWith(`${name}.before-version-`) || file.startsWith(`${name}.partial`))
    .map((file) => path.join(homeDir, file));
  const isListed = (id: string): boolean =>
    database.get('SELECT 1 FROM batches WHERE id = ? AND removed_at IS NULL', id) !== undefined;
  const folder = path.join(homeDir, 'files');
  const files = namesIn(folder)
    .filter((file) => {
      const id = batchFile.exec(file)?.[1];
      return id === undefined ? file.endsWith('.partial') : !isListed(id);
    })
    .map((file) => path.join(folder, file));
  const aside = path.join(homeDir, 'damaged');
  // Of a folder its own time counts: the database in it may have been written long before it was set aside.
  const damaged = namesIn(aside).map((one) => path.join(aside, one));
  return [...copies, ...files, ...damaged].filter(
    (file) => (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < before,
  );
}

/** Removes them for good. */
export function removeLeftovers(files: readonly string[]): void {
  for (const file of files) removeFileSync(file);
}
