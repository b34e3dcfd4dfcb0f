/** Tries whether the home can be written to, before anything relies on it. */
import fs from 'node:fs';
import path from 'node:path';
import { removeFileSync } from './files.ts';
import { makePrivateFolder } from './private-home.ts';

/** What the system says where the home cannot be made or written to; null: it can. */
export function homeFault(home: string): string | null {
  const probe = path.join(home, `.probe-${process.pid}`);
  try {
    makePrivateFolder(home);
    fs.writeFileSync(probe, '');
    removeFileSync(probe);
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
}
