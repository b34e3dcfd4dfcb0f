/** Makes the failures and issues of reading; their codes are typed by the catalogue: one without a sentence does not compile. */
import type { Issue, Params, IssueScope, Severity } from '../../shared/domain/model/issues.ts';
import type { reading } from '../../shared/messages/en/reading.ts';
import { FailureError } from '../../shared/result.ts';

type Key = keyof typeof reading;
type CodesOf<Prefix extends string, K extends string> = K extends `${Prefix}.${infer Code}` ? Code : never;

export type ReadingRefusalCode = CodesOf<'error', Key>;
export type ReadingIssueCode = CodesOf<'issue', Key>;

/** The failure that ends a reading. `cause` is for the log; the operator reads the sentence of the code. */
export function readingRefusal(code: ReadingRefusalCode, params: Params = {}, cause?: unknown): FailureError {
  return new FailureError(code, params, cause === undefined ? undefined : { cause });
}

export function readingIssue(
  code: ReadingIssueCode,
  severity: Severity,
  scope: IssueScope,
  params: Params = {},
  place: { readonly row?: number; readonly column?: number } = {},
): Issue {
  return { code, severity, scope, params, ...place };
}
