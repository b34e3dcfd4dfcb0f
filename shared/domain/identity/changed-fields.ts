/**
 * Compares an order's content with what was sent of it, field by field (docs/domain.md, «Changed after sending»). Only what
 * the file's own cells say can differ: constants, defaults and relative dates are no change of the shop's.
 */
import type { Field, ItemField } from '../model/fields.ts';
import type { ChangedField } from '../model/sent-changes.ts';
import { fold } from '../values/fold.ts';
import type { OrderRequest } from '../../wms/order-create.ts';

export interface CurrentValue {
  /** As it would be sent, or as the cell holds it where it cannot be read; null: blank. */
  readonly text: string | null;
  /** Whether a cell says so. */
  readonly said: boolean;
}

type ItemValues = Partial<Record<ItemField, CurrentValue>>;

export interface CurrentContent {
  /** The order's own fields that have a column. */
  readonly order: ReadonlyMap<Field, CurrentValue>;
  readonly items: readonly ItemValues[];
}

type SentItem = OrderRequest['order_items'][number];

const money = ['price', 'discount', 'final_price'] as const satisfies readonly ItemField[];
const ofItem = ['client_product_variation_id', 'quantity', ...money] as const satisfies readonly ItemField[];

const same = (before: string | null, after: string | null): boolean => fold(before ?? '') === fold(after ?? '');

/** @param sent null: what was sent is not kept here any more, and everything that the file says is listed */
export function changedFields(sent: OrderRequest | null, now: CurrentContent): readonly ChangedField[] {
  const changes: ChangedField[] = [];
  for (const [field, { text, said }] of now.order) {
    if (!said) continue;
    const held = sent?.[field as Exclude<keyof OrderRequest, 'order_items'>];
    const before = held === undefined ? null : String(held);
    if (!same(before, text)) changes.push({ field, product: null, before, after: text });
  }
  return [...changes, ...changedItems(sent?.order_items ?? [], now.items)];
}

function changedItems(sent: readonly SentItem[], now: readonly ItemValues[]): ChangedField[] {
  const goneOrOther = [...sent];
  const others = [...now];
  const changes: ChangedField[] = [];
  const pair = (fits: (before: SentItem, after: ItemValues) => boolean): void => {
    for (const before of [...goneOrOther]) {
      const at = others.findIndex((after) => fits(before, after));
      const after = others[at];
      if (after === undefined) continue;
      goneOrOther.splice(goneOrOther.indexOf(before), 1);
      others.splice(at, 1);
      changes.push(...changedValues(before, after));
    }
  };
  const ofProduct = (before: SentItem, after: ItemValues): boolean =>
    same(String(before.client_product_id), after.client_product_id?.text ?? null);
  pair((before, after) => ofProduct(before, after) && changedValues(before, after).length === 0);
  pair(ofProduct);
  for (let at = 0; at < Math.max(goneOrOther.length, others.length); at++) {
    const before = goneOrOther[at];
    const after = others[at];
    changes.push({
      field: 'client_product_id',
      product: null,
      before: before === undefined ? null : itemText(String(before.client_product_id), String(before.quantity)),
      after: after === undefined ? null : itemText(after.client_product_id?.text ?? '?', after.quantity?.text ?? '?'),
    });
  }
  return changes;
}

/** What differs; a computed sum only where a cell that it comes from differs, too. */
function changedValues(before: SentItem, after: ItemValues): ChangedField[] {
  const differing = ofItem.flatMap((field) => {
    const value = after[field];
    const held = before[field] === undefined ? null : String(before[field]);
    return value === undefined || same(held, value.text) ? [] : [{ field, held, value }];
  });
  if (!differing.some(({ value }) => value.said)) return [];
  const product = String(before.client_product_id);
  return differing.map(({ field, held, value }) => ({ field, product, before: held, after: value.text }));
}

const itemText = (product: string, quantity: string): string => `${product} × ${quantity}`;
