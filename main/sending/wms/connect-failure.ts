/** Classifies errors from before a connection was established by their phase. */
import type { ConnectPhase } from '../../../shared/domain/sending/attempt-event.ts';

/** An error of the phases before a connection is established. */
export class ConnectFailure extends Error {
  readonly phase: ConnectPhase;
  constructor(phase: ConnectPhase, cause: unknown) {
    super(`No connection: ${phase}`, { cause });
    this.phase = phase;
  }
}

const nameErrors: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'EAI_NONAME',
  'ENODATA',
]);
const timeoutErrors: ReadonlySet<string> = new Set(['UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);
const unreachableErrors: ReadonlySet<string> = new Set([
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
]);

export function connectPhaseOf(error: unknown, isTls: boolean): ConnectPhase {
  const code = errorCodeOf(error);
  if (nameErrors.has(code)) return 'name';
  if (code === 'ECONNREFUSED') return 'refused';
  if (timeoutErrors.has(code)) return 'timeout';
  if (unreachableErrors.has(code)) return 'unreachable';
  return isTls ? 'tls' : 'unreachable';
}

/** The error's code; where several addresses of a name were tried, that of the first one's error. */
export function errorCodeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return errorCodeOf(error.errors[0]);
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
