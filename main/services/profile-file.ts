/** Reads and writes profiles as files (docs/profile.schema.json), so that one person sets them up for a team. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { profileSchema, type Profile } from '../../shared/domain/model/profile.ts';
import { FailureError } from '../../shared/result.ts';
import { replaceFile } from '../reporting/file-replacement.ts';

/** @throws FailureError `profile.unreadable`, with the position of the error */
export async function readProfileFile(file: string): Promise<Profile> {
  const unreadable = (place: string): FailureError =>
    new FailureError('profile.unreadable', { name: path.basename(file), place });
  let content: unknown;
  try {
    content = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/u, ''));
  } catch {
    throw unreadable('JSON');
  }
  const parsed = profileSchema.safeParse(content);
  if (!parsed.success) throw unreadable(parsed.error.issues[0]?.path.join('.') || 'format');
  return parsed.data;
}

/** @throws FailureError those of {@link replaceFile} */
export async function writeProfileFile(file: string, profile: Profile): Promise<void> {
  await replaceFile(file, async (target: Writable) => void target.write(`${JSON.stringify(profile, null, 2)}\n`));
}
