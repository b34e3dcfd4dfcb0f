/** Finds the field and item that a refusal's key or label names (docs/domain.md, «Refusals»). */
import { type Field, isOrderField } from '../domain/model/fields.ts';

export interface RefusalTarget {
  readonly field: Field | null;
  /** Index into order_items; null for order-level fields, or where the refusal does not say. */
  readonly item: number | null;
}

/** Folds keys and labels to compare them without case, spaces and underscores: `Order ID`, `order_id`, `orderId`. */
function foldName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/gu, '');
}

/** For refusals only: in an answer product_id is the WMS's own number. */
const fieldByFoldedName: Readonly<Record<string, Field>> = {
  orderid: 'order_id',
  scheduledat: 'scheduled_at',
  fulfillmentstatus: 'fulfillment_status',
  orderstatus: 'fulfillment_status',
  status: 'fulfillment_status',
  fullname: 'full_name',
  phone: 'phone',
  address: 'address',
  region: 'region',
  country: 'country',
  city: 'city',
  zip: 'zip',
  clientproductid: 'client_product_id',
  productid: 'client_product_id',
  clientproductvariationid: 'client_product_variation_id',
  productvariationid: 'client_product_variation_id',
  quantity: 'quantity',
  price: 'price',
  discount: 'discount',
  finalprice: 'final_price',
};

const itemLists: ReadonlySet<string> = new Set(['orderitems', 'orderitem', 'items']);
const addressModels: ReadonlySet<string> = new Set(['orderaddress']);

/** Whether a key or label means the list of items itself. */
export function namesItemList(name: string): boolean {
  return itemLists.has(foldName(name));
}

/** Splits `order_items[0][quantity]`, `order_items.0.quantity` and `/order_items/0/quantity` into their parts. */
export function splitFieldPath(key: string): string[] {
  return key.split(/[.[\]/]+/u).filter((part) => part !== '');
}

/**
 * The field and item that a key's parts name. A part that only groups (a model's name, `data`) is skipped. Inside an item
 * or an address `status` and `order_id` are the server's own columns, not ours.
 */
export function targetOfPath(parts: readonly string[]): RefusalTarget {
  let item: number | null = null;
  let inside: 'order' | 'item' | 'address' = 'order';
  for (const [at, part] of parts.entries()) {
    const name = foldName(part);
    if (itemLists.has(name)) {
      inside = 'item';
      const next = parts[at + 1];
      if (next !== undefined && /^\d{1,6}$/u.test(next)) item = Number(next);
    } else if (addressModels.has(name) && at < parts.length - 1) {
      inside = 'address';
    }
  }
  const last = foldName(parts.at(-1) ?? '');
  const field = Object.hasOwn(fieldByFoldedName, last) ? (fieldByFoldedName[last] ?? null) : null;
  if (field === null) return { field: null, item };
  if (inside === 'item' && isOrderField(field)) return { field: null, item };
  if (inside === 'address' && (field === 'fulfillment_status' || field === 'order_id'))
    return { field: null, item: null };
  return { field, item };
}

/** The field that a sentence's label names; Laravel's labels may themselves be paths. */
export function targetOfLabel(label: string): RefusalTarget {
  return targetOfPath(splitFieldPath(label));
}
