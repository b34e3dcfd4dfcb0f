/** The answer of everything that can fail for a reason that a person should hear: a value, or a code with its parameters. */
import type { Params } from './domain/model/issues.ts';

/** Key of the sentence in the message catalogues: `error.<code>`, with the values that the sentence names. */
export interface Failure {
  readonly code: string;
  readonly params: Params;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(code: string, params: Params = {}): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, params } };
}

/** Carries a {@link Failure} through code that throws; caught at the border, where it becomes a Result. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(code: string, params: Params = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'FailureError';
    this.failure = { code, params };
  }
}

/** The value of a result; a failure is thrown as {@link FailureError}, and is a Result again at the border. */
export function valueOrThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.error.code, result.error.params);
  return result.value;
}
