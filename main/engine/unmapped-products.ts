/** The products of a batch that are not in the product table. */
import { causeOf } from '../../shared/domain/issues.ts';
import type { KeyKind } from '../../shared/domain/products/product.ts';
import type { BatchOrders } from './batch-orders.ts';
import { issuesOfCause } from './fixes.ts';

export interface UnmappedProduct {
  readonly keyKind: KeyKind;
  readonly key: string;
  /** Rows that name it. */
  readonly count: number;
  /** Where it stands first, as Excel shows it. */
  readonly row: number;
}

const codes: ReadonlySet<string> = new Set(['orders.productUnmapped', 'orders.productUnmappedSuggested']);

/** Each once, the commonest first. */
export function unmappedProducts({ tally }: BatchOrders): UnmappedProduct[] {
  const found = [...tally.causes.values()].flatMap((cause) => {
    if (!codes.has(cause.code)) return [];
    const [first, ...others] = issuesOfCause(cause).filter((issue) => causeOf(issue) === cause.cause);
    if (first === undefined) return [];
    return [{ keyKind: first.params['keyKind'] === 'code' ? ('code' as const) : ('name' as const), key: String(first.params['value']), count: others.length + 1, row: first.row ?? 0 }];
  });
  return found.sort((a, b) => b.count - a.count || a.row - b.row);
}
