/** Reads and writes profiles as files (shared/domain/profiles/profile-file.ts). */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import type { Profile } from '../../shared/domain/model/profile.ts';
import { formatProfileFile, parseProfileFile } from '../../shared/domain/profiles/profile-file.ts';
import { valueOrThrow } from '../../shared/result.ts';
import { replaceFile } from '../reporting/file-replacement.ts';

/** @throws FailureError those of {@link parseProfileFile}, also where the file cannot be read */
export async function readProfileFile(file: string): Promise<Profile> {
  return valueOrThrow(parseProfileFile(await readFile(file, 'utf8').catch(() => ''), path.basename(file)));
}

/** @throws FailureError those of {@link replaceFile} */
export async function writeProfileFile(file: string, profile: Profile): Promise<void> {
  await replaceFile(file, async (target: Writable) => void target.write(formatProfileFile(profile)));
}
