/** Lists the products of a batch that are not in the product table. */
import { foldProductKey, type ProductKeyKind } from '../../shared/domain/products/product.ts';
import type { BatchOrders } from './batch-orders.ts';
import { issuesByCause } from './edits/fixes.ts';

export interface UnmappedProduct {
  readonly keyKind: ProductKeyKind;
  readonly key: string;
  /** Rows that name it. */
  readonly count: number;
  /** Where it stands first, as Excel shows it. */
  readonly row: number;
}

const codes: ReadonlySet<string> = new Set(['orders.productUnmapped', 'orders.productUnmappedSuggested']);

/** Each once, by its first spelling where the table takes several for the same; the commonest first. */
export function unmappedProducts(orders: BatchOrders): UnmappedProduct[] {
  const found = new Map<string, UnmappedProduct>();
  for (const [first, ...others] of issuesByCause(orders, ({ code }) => codes.has(code)).values()) {
    if (first === undefined) continue;
    const keyKind = first.params['keyKind'] === 'code' ? 'code' : 'name';
    const key = String(first.params['value']);
    const one = { keyKind, key, count: others.length + 1, row: first.row ?? 0 } as const;
    const folded = `${keyKind} ${foldProductKey(keyKind, key)}`;
    const known = found.get(folded);
    found.set(
      folded,
      known === undefined ? one : { ...(known.row <= one.row ? known : one), count: known.count + one.count },
    );
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.row - b.row);
}
