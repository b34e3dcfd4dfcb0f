/** Parses the typed fields of a product with the same parsers as a sheet's cells. */
import type { Product } from '../../shared/domain/products/product.ts';
import { parseMoney } from '../../shared/domain/values/money.ts';
import type { Parsed, ValueRemark } from '../../shared/domain/values/parsed.ts';
import { parseProductId, parseVariationId } from '../../shared/domain/values/product-id.ts';
import type { Cell } from '../../shared/domain/table/table.ts';

export interface TypedProduct {
  readonly productId: string;
  readonly variationId: string;
  readonly price: string;
}

export type ProductValues = Pick<Product, 'productId' | 'variationId' | 'price'>;

export const emptyTypedProduct: TypedProduct = { productId: '', variationId: '', price: '' };

export interface ParsedProduct {
  /** Null while the id is missing, or anything cannot be read. */
  readonly values: ProductValues | null;
  /** Why a field cannot be read. */
  readonly errors: Readonly<Partial<Record<keyof TypedProduct, ValueRemark>>>;
}

function cellOf(text: string): Cell {
  return text.trim() === '' ? { kind: 'empty', text: '' } : { kind: 'text', text: text.trim() };
}

function numberOf(parsed: Parsed<number>): number | null {
  return parsed.kind === 'value' ? parsed.value : null;
}

export function parseTypedProduct(typed: TypedProduct): ParsedProduct {
  const parsed = {
    productId: parseProductId(cellOf(typed.productId)),
    variationId: parseVariationId(cellOf(typed.variationId)),
    price: parseMoney(cellOf(typed.price), 'price'),
  };
  const errors = Object.fromEntries(
    Object.entries(parsed).flatMap(([field, value]) => (value.kind === 'refusal' ? [[field, value.remark]] : [])),
  );
  const productId = numberOf(parsed.productId);
  const values =
    productId === null || Object.keys(errors).length > 0
      ? null
      : { productId, variationId: numberOf(parsed.variationId), price: numberOf(parsed.price) };
  return { values, errors };
}

export function toTypedProduct({ productId, variationId, price }: ProductValues): TypedProduct {
  return { productId: String(productId), variationId: String(variationId ?? ''), price: String(price ?? '') };
}

/** The products whose line says something else than they are; lines that cannot be read change nothing. */
export function changedProducts(
  products: readonly Product[],
  lines: readonly TypedProduct[],
): readonly { readonly before: Product; readonly after: Product }[] {
  return products.flatMap((before, at) => {
    const { values } = parseTypedProduct(lines[at] ?? toTypedProduct(before));
    if (values === null) return [];
    const isSame = (['productId', 'variationId', 'price'] as const).every((field) => values[field] === before[field]);
    return isSame ? [] : [{ before, after: { ...before, ...values } }];
  });
}
