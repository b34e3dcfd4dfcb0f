/** Tells whether a spreadsheet is open in another program, by the small file that such programs put beside it. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether Excel or LibreOffice has the file open to write, on this computer or another: what is read then is what was saved
 * last. A mark that a crash left behind says so, too.
 */
export function isOpenElsewhere(file: string): boolean {
  const folder = path.dirname(file);
  const name = path.basename(file);
  return [`~$${name}`, `.~lock.${name}#`].some((mark) => existsSync(path.join(folder, mark)));
}
