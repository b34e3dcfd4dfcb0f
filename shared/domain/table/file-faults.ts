/** Maps the operating system's errors on reading a file to failures that a person can act on. */

/** Error codes of a drive that disappeared: removed, or its network lost. */
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

/** The code of a Node file system error (`ENOENT`); undefined for other errors. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code)
    ? error.code
    : undefined;
}

/** @param isOpen whether the file was open already: then «not found» means that its drive is gone */
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
