/** What the file's causes say of its products: which are not in the product table, and which have no price there. */
import type { CauseView } from '../../shared/contract/views.ts';
import type { Product, ProductKey } from '../../shared/domain/products/product.ts';
import type { ShownFix } from '../review/issue-words.ts';

export interface UnmappedProductView extends ProductKey {
  readonly cause: string;
  /** Number of rows that name it. */
  readonly count: number;
  /** A similar product: offered, never taken unasked. */
  readonly suggestion: Extract<ShownFix, { kind: 'setProduct' }> | null;
}

const codes: ReadonlySet<string> = new Set(['orders.productUnmapped', 'orders.productUnmappedSuggested']);

interface Named {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The unmapped code or name that an issue or a cause is about; null: it is about something else. */
export function unmappedProductKey({ code, params }: Named): ProductKey | null {
  return codes.has(code)
    ? { keyKind: params['keyKind'] === 'code' ? 'code' : 'name', key: String(params['value'] ?? '') }
    : null;
}

/** Each once, the most frequent first. */
export function unmappedProductsIn(causes: readonly CauseView[]): readonly UnmappedProductView[] {
  const found = causes.flatMap(({ code, params, cause, count, fixAll }) => {
    const key = unmappedProductKey({ code, params });
    return key === null ? [] : [{ ...key, cause, count, suggestion: fixAll?.kind === 'setProduct' ? fixAll : null }];
  });
  return found.toSorted((a, b) => b.count - a.count);
}

/** The product of the table whose price an issue or a cause misses; null: it is about something else. */
export function productWithoutPrice({ code, params }: Named): Product | null {
  if (code !== 'orders.noTablePrice') return null;
  const variation = params['variation'];
  return {
    keyKind: params['tableKeyKind'] === 'code' ? 'code' : 'name',
    key: String(params['tableKey']),
    productId: Number(params['product']),
    variationId: typeof variation === 'number' ? variation : null,
    price: null,
  };
}

const aboutTable: ReadonlySet<string> = new Set(['orders.productDiffers', 'orders.detailNotSent']);

/** Whether the issue asks for a look at the product table. */
export function leadsToTable({ code }: Pick<Named, 'code'>): boolean {
  return aboutTable.has(code);
}
