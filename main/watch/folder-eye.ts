/** Is told by the system when files of a folder on this computer change (docs/decisions/0013-watched-folder.md). */
import path from 'node:path';
import { isSpreadsheetName } from './file-names.ts';

export interface FolderEye {
  close(): Promise<void>;
}

/**
 * Opens an eye on the files of a folder, not on those of its subfolders.
 * @param changed gets the path of a spreadsheet that came, changed or went
 * @param ready is called once nothing is missed any more: what came before that must be looked for
 * @param troubled is called where the system cannot tell any more: the folder must be looked through instead
 */
export async function openEye(
  folder: string,
  changed: (file: string) => void,
  ready: () => void,
  troubled: () => void,
): Promise<FolderEye> {
  const { watch } = await import('chokidar');
  const eye = watch(folder, {
    depth: 0,
    ignoreInitial: true,
    ignorePermissionErrors: true,
    ignored: (file) => path.resolve(file) !== folder && !isSpreadsheetName(path.basename(file)),
  });
  for (const event of ['add', 'change', 'unlink'] as const) eye.on(event, (file) => changed(path.resolve(file)));
  eye.on('ready', ready);
  eye.on('unlinkDir', troubled);
  eye.on('error', troubled);
  return { close: () => eye.close() };
}
