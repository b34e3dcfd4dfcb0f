/** Lists the fields of the WMS's order request, in the API document's order (docs/domain.md, «The API document»). */

export const orderFields = [
  'order_id',
  'scheduled_at',
  'fulfillment_status',
  'full_name',
  'phone',
  'address',
  'region',
  'country',
  'city',
  'zip',
] as const;
export const itemFields = [
  'client_product_id',
  'client_product_variation_id',
  'quantity',
  'price',
  'discount',
  'final_price',
] as const;
export const fields = [...orderFields, ...itemFields] as const;

export type OrderField = (typeof orderFields)[number];
export type ItemField = (typeof itemFields)[number];
export type Field = (typeof fields)[number];

/**
 * What a column can be without being sent: keys by which the product table (decision 22, docs/domain.md) gives product
 * id, variation id and, where nothing else does, the price.
 */
export const lookupFields = ['product_code', 'product_name'] as const;
/** Everything that a column can be mapped to. */
export const columnFields = [...fields, ...lookupFields] as const;

export type LookupField = (typeof lookupFields)[number];
export type ColumnField = Field | LookupField;

const orderFieldSet: ReadonlySet<string> = new Set(orderFields);
const fieldSet: ReadonlySet<string> = new Set(fields);
const columnFieldSet: ReadonlySet<string> = new Set(columnFields);

export function isField(name: string): name is Field {
  return fieldSet.has(name);
}

export function isColumnField(name: string): name is ColumnField {
  return columnFieldSet.has(name);
}

/** Whether the field occurs once per order (the others once per item). */
export function isOrderField(field: ColumnField): field is OrderField {
  return orderFieldSet.has(field);
}

/**
 * Fields without which an order cannot be sent. The API document also marks scheduled_at, fulfillment_status, country,
 * client_product_variation_id, discount and final_price as required; decisions 3, 5, 7, 23 and 28 (docs/domain.md) say
 * how those are filled.
 */
export const requiredFields = [
  'order_id',
  'full_name',
  'phone',
  'address',
  'region',
  'client_product_id',
  'quantity',
  'price',
] as const satisfies readonly Field[];
