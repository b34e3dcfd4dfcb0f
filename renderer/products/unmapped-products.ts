/** Products of a file that the product table does not know, out of the file's list of problems. */
import type { CauseView } from '../../shared/contract/views.ts';
import type { ProductKey } from '../../shared/domain/products/product.ts';
import type { ShownFix } from '../review/issue-words.ts';

export interface UnmappedProductView extends ProductKey {
  readonly cause: string;
  /** Rows that name it. */
  readonly count: number;
  /** What it resembles: offered, never taken. */
  readonly suggestion: Extract<ShownFix, { kind: 'setProduct' }> | null;
}

const codes: ReadonlySet<string> = new Set(['orders.productUnmapped', 'orders.productUnmappedSuggested']);

interface Named {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The code or name that an issue, or a line of the list of problems, says is not mapped; null where it says something else. */
export function unmappedProductKey({ code, params }: Named): ProductKey | null {
  return codes.has(code)
    ? { keyKind: params['keyKind'] === 'code' ? 'code' : 'name', key: String(params['value'] ?? '') }
    : null;
}

/** Each once, the commonest first. */
export function unmappedProductsIn(causes: readonly CauseView[]): readonly UnmappedProductView[] {
  const found = causes.flatMap(({ code, params, cause, count, fixAll }) => {
    const key = unmappedProductKey({ code, params });
    return key === null ? [] : [{ ...key, cause, count, suggestion: fixAll?.kind === 'setProduct' ? fixAll : null }];
  });
  return found.toSorted((a, b) => b.count - a.count);
}
