/** Takes the spreadsheets of a folder that was dropped as one. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { FailureError } from '../../shared/result.ts';
import { isSpreadsheetName } from '../watch/file-names.ts';

/**
 * The paths with the spreadsheets that lie in a folder in the folder's place, by name; its subfolders are not searched. A path
 * that cannot be looked at stays: opening it says why.
 * @throws FailureError `files.emptyFolder` where a folder holds none
 */
export async function withFilesOfFolders(paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const one of paths) {
    const isFolder = await stat(one).then(
      (about) => about.isDirectory(),
      () => false,
    );
    if (!isFolder) {
      found.push(one);
      continue;
    }
    const entries = await readdir(one, { withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && isSpreadsheetName(entry.name))
      .map(({ name }) => path.join(one, name))
      .toSorted((a, b) => a.localeCompare(b));
    if (files.length === 0) throw new FailureError('files.emptyFolder', { folder: path.basename(one) });
    found.push(...files);
  }
  return found;
}
