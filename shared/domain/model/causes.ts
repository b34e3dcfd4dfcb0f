/** Says what many issues have in common: their cause. Without zod, because the window uses it. */
import type { ColumnField } from './fields.ts';
import type { Issue, Params } from './issues.ts';

/** Fields whose wrong values repeat and are corrected value by value; every wrong phone or date is different. */
const groupedByValue: ReadonlySet<ColumnField> = new Set([
  'region',
  'city',
  'country',
  'fulfillment_status',
  'client_product_id',
  'client_product_variation_id',
  'product_code',
  'product_name',
]);

/** Each thing that was settled is taken back by itself. */
const settledCodes: ReadonlySet<string> = new Set([
  'orders.settledValue',
  'orders.settledRows',
  'orders.headingAnswered',
  'orders.headingAnsweredNone',
]);

/** What tells causes of the same code and field apart; empty for most. */
export type CauseDetail = string | number;

export function causeDetail(code: string, field: ColumnField | undefined, params: Params): CauseDetail {
  if (settledCodes.has(code)) return `${params['heading'] ?? ''} ${params['value'] ?? ''}`;
  return field !== undefined && groupedByValue.has(field) ? (params['value'] ?? '') : '';
}

export function causeKey(code: string, field: ColumnField | undefined, detail: CauseDetail): string {
  return JSON.stringify([code, field ?? '', detail]);
}

/**
 * The cause of an issue: issues with equal causes are one line in the window's list («Region not known «Тошкентт»: 37
 * rows», «Phone too short: 3 rows»). It is made of the code, the field, and for fields whose values repeat the value
 * found (`params.value`).
 */
export function causeOf({
  code,
  field,
  params,
}: Pick<Issue, 'code' | 'params'> & { readonly field?: ColumnField | undefined }): string {
  return causeKey(code, field, causeDetail(code, field, params));
}
