/** The sample files: a part of the app, packed or not. */
import { app } from 'electron';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** The path of a sample. */
export function sampleFile(name: string): string {
  return path.join(app.getAppPath(), 'samples', name);
}

/** The names of all samples; none where they are missing. */
export async function sampleNames(): Promise<readonly string[]> {
  const names = await readdir(sampleFile('')).catch(() => []);
  return names.filter((name) => /\.(xlsx|csv)$/u.test(name)).toSorted();
}
