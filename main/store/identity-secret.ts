/**
 * Keeps the secret of the keys that orders are known by. It stands in a file of its own beside the database, and goes
 * neither into the database nor into anything that is exported: with it, phones could be guessed from their keys.
 */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { renameFileSync } from '../platform/files.ts';

const fileName = 'identity.key';
const secretForm = /^[0-9a-f]{64}$/u;

const isFolder = (file: string): boolean => fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;

function unusedName(name: string): string {
  for (let at = 1; ; at += 1) {
    const tried = at === 1 ? name : `${name}-${at}`;
    if (!fs.existsSync(tried)) return tried;
  }
}

/** The home's secret, made on first use. */
export function identitySecret(homeDir: string): string {
  const file = path.join(homeDir, fileName);
  for (;;) {
    try {
      const secret = isFolder(file) ? '' : fs.readFileSync(file, 'utf8').trim();
      if (secretForm.test(secret)) return secret;
      // Cut, written over, a folder: keys made with it do not compare any more, and it is kept for whoever can mend it.
      renameFileSync(file, unusedName(`${file}.unreadable`));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    try {
      fs.writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600, flush: true });
    } catch (error) {
      // Another process made it in the meantime.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
