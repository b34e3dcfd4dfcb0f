/** Recognises errors of the operating system and of SQLite that a person can do something about, whoever met them. */
import { systemErrorCode } from '../../shared/domain/table/file-faults.ts';
import type { Failure } from '../../shared/result.ts';

const codes: Readonly<Record<string, string>> = {
  ENOSPC: 'disk.full',
  EDQUOT: 'disk.full',
  // A limit of the system on the size of files.
  EFBIG: 'disk.full',
  EROFS: 'disk.readOnly',
  EIO: 'disk.failing',
  ENAMETOOLONG: 'file.nameTooLong',
};

/** SQLite's words (sqlite3_errstr). */
const sqliteWords: readonly (readonly [words: RegExp, code: string])[] = [
  [/database or disk is full/iu, 'disk.full'],
  [/readonly database/iu, 'disk.readOnly'],
  [/disk I\/O error/iu, 'disk.failing'],
  [/database is locked/iu, 'store.busy'],
];

/** Of a file of the app: on Windows another program holds it, elsewhere its owner or its modes forbid it. */
const refused: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);

function codeOf(systemCode: string, platform: NodeJS.Platform): string | undefined {
  if (refused.has(systemCode)) return platform === 'win32' ? 'file.held' : 'disk.readOnly';
  return codes[systemCode];
}

/** The failure that the error stands for; null where it says nothing to a person. */
export function systemFailure(error: unknown, platform = process.platform): Failure | null {
  if (!(error instanceof Error)) return null;
  const found =
    codeOf(systemErrorCode(error) ?? '', platform) ??
    sqliteWords.find(([words]) => words.test(error.message))?.[1] ??
    null;
  return found === null ? null : { code: found, params: {} };
}
