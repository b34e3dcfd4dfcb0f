/**
 * Keeps the part of start numbers that tells this computer from others that know nothing of it (decision 11): two digits,
 * drawn once by chance, in a file of the home.
 */
import { randomInt } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { removeFileSync } from '../platform/files.ts';

const fileName = 'office-part';
const form = /^(?!00)\d{2}$/u;

/** 1 to 99, drawn on first use. */
export function officePart(homeDir: string): number {
  const file = path.join(homeDir, fileName);
  for (;;) {
    try {
      const text = fs.readFileSync(file, 'utf8').trim();
      if (form.test(text)) return Number(text);
      removeFileSync(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    try {
      fs.writeFileSync(file, `${String(randomInt(1, 100)).padStart(2, '0')}\n`, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      // Another process drew it in the meantime.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
