/** Result of what can fail for a reason that a person can act on: a value, or a code with parameters (CONTRIBUTING.md, «Errors»). */
import type { Params } from './domain/model/issues.ts';

/** Names a sentence of the message catalogues, `error.<code>`, and the values to put into it. */
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

/** Carries a {@link Failure} through code that throws; at the border it becomes a {@link Result} again. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(code: string, params: Params = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'FailureError';
    this.failure = { code, params };
  }
}

/** The value of a result. @throws FailureError the result's own failure */
export function valueOrThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.error.code, result.error.params);
  return result.value;
}
