/** Reads and writes profiles as files (shared/domain/profiles/profile-file.ts). */
import path from 'node:path';
import type { Writable } from 'node:stream';
import type { Profile } from '../../shared/domain/model/profile.ts';
import { formatProfileFile, parseProfileFile } from '../../shared/domain/profiles/profile-file.ts';
import { valueOrThrow } from '../../shared/result.ts';
import { readTextFile } from '../platform/files.ts';
import { replaceFile } from '../reporting/file-replacement.ts';

/** Bytes of a profile file: far more than any has. */
const largest = 1024 * 1024;

/** @throws FailureError those of {@link parseProfileFile} and {@link readTextFile} */
export async function readProfileFile(file: string): Promise<Profile> {
  return valueOrThrow(parseProfileFile(await readTextFile(file, largest), path.basename(file)));
}

/** @throws FailureError those of {@link replaceFile} */
export async function writeProfileFile(file: string, profile: Profile): Promise<void> {
  await replaceFile(file, async (target: Writable) => void target.write(formatProfileFile(profile)));
}
