/** The result of a value parser: a value with or without remarks, blank, or a refusal with its reason. Parsers never throw. */
import type { Fix, Params, Severity } from '../model/issues.ts';

/** A remark on a value; becomes an issue with the same code at the cell. */
export interface ValueRemark {
  readonly code: string;
  readonly severity: Severity;
  readonly params: Params;
  /** A text for the cell that would settle the remark. */
  readonly suggestion?: string;
  /** A change other than of the cell that would settle it. */
  readonly fix?: Fix;
}

export type Parsed<T> =
  | { readonly kind: 'value'; readonly value: T; readonly remarks: readonly ValueRemark[] }
  /** The cell is blank, or holds a text for «nothing» («-», «—», «n/a»). */
  | { readonly kind: 'blank' }
  | { readonly kind: 'refusal'; readonly remark: ValueRemark };

export const blankCell = { kind: 'blank' } as const;

export function parsedValue<T>(parsed: T, ...remarks: readonly ValueRemark[]): Parsed<T> {
  return { kind: 'value', value: parsed, remarks };
}

/** {@link parsedValue} with remarks that are in a list already: faster than spreading them. */
export function parsedValueWith<T>(parsed: T, remarks: readonly ValueRemark[]): Parsed<T> {
  return { kind: 'value', value: parsed, remarks };
}

/** Refuses a cell. `params.value` should hold the cell's text, for the sentence and for grouping equal causes. */
export function refusedCell(
  code: string,
  params: Params,
  suggestion?: string,
): { readonly kind: 'refusal'; readonly remark: ValueRemark } {
  return {
    kind: 'refusal',
    remark: { code, severity: 'error', params, ...(suggestion === undefined ? {} : { suggestion }) },
  };
}

export function warningRemark(code: string, params: Params, suggestion?: string): ValueRemark {
  return { code, severity: 'warning', params, ...(suggestion === undefined ? {} : { suggestion }) };
}

export function noticeRemark(code: string, params: Params): ValueRemark {
  return { code, severity: 'notice', params };
}
