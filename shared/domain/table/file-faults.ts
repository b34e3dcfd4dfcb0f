/** What the system says when a file cannot be read, as the refusal that a person can act on. */

/** The drive, its cable or its network went away. */
const goneCodes: ReadonlySet<string> = new Set([
  'EIO',
  'ENXIO',
  'ENODEV',
  'ENETUNREACH',
  'ENETDOWN',
  'ENETRESET',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ETIMEDOUT',
  'ESTALE',
  'EREMOTEIO',
  'ENOTCONN',
  'ECONNRESET',
  'ECONNABORTED',
  'ESHUTDOWN',
]);

export type FileFault =
  | 'reading.notFound'
  | 'reading.folder'
  | 'reading.locked'
  | 'reading.noAccess'
  | 'reading.driveGone'
  | 'reading.unreadable';

/** The code of an error of Node's file system; undefined where it is none. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code)
    ? error.code
    : undefined;
}

/** @param isOpen whether the file was open already: then what is not there any more is its drive */
export function fileFault(code: string, isOpen: boolean): FileFault {
  if (goneCodes.has(code) || (isOpen && code === 'ENOENT')) return 'reading.driveGone';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'reading.notFound';
    case 'EISDIR':
      return 'reading.folder';
    case 'EBUSY':
    case 'ETXTBSY':
      return 'reading.locked';
    case 'EACCES':
    case 'EPERM':
      return 'reading.noAccess';
    default:
      return 'reading.unreadable';
  }
}
