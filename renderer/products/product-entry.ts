/** What was typed of a product, read by the same parsers as a sheet's cells. */
import type { Product } from '../../shared/domain/products/product.ts';
import { parseMoney } from '../../shared/domain/values/money.ts';
import type { Parsed, Remark } from '../../shared/domain/values/parsed.ts';
import { parseProductId, parseVariationId } from '../../shared/domain/values/product-id.ts';
import type { Cell } from '../../shared/domain/table/table.ts';

export interface TypedProduct {
  readonly productId: string;
  readonly variationId: string;
  readonly price: string;
}

export type ProductValues = Pick<Product, 'productId' | 'variationId' | 'price'>;

export const nothingTyped: TypedProduct = { productId: '', variationId: '', price: '' };

export interface ReadProduct {
  /** Null while the id is missing, or anything cannot be read. */
  readonly values: ProductValues | null;
  /** Why a field cannot be read. */
  readonly refused: Readonly<Partial<Record<keyof TypedProduct, Remark>>>;
}

function cellOf(text: string): Cell {
  return text.trim() === '' ? { kind: 'empty', text: '' } : { kind: 'text', text: text.trim() };
}

function numberOf(parsed: Parsed<number>): number | null {
  return parsed.kind === 'value' ? parsed.value : null;
}

export function readProduct(typed: TypedProduct): ReadProduct {
  const parsed = { productId: parseProductId(cellOf(typed.productId)), variationId: parseVariationId(cellOf(typed.variationId)), price: parseMoney(cellOf(typed.price), 'price') };
  const refused = Object.fromEntries(Object.entries(parsed).flatMap(([field, value]) => (value.kind === 'refusal' ? [[field, value.remark]] : [])));
  const productId = numberOf(parsed.productId);
  const values = productId === null || Object.keys(refused).length > 0 ? null : { productId, variationId: numberOf(parsed.variationId), price: numberOf(parsed.price) };
  return { values, refused };
}

export function typedOf({ productId, variationId, price }: ProductValues): TypedProduct {
  return { productId: String(productId), variationId: String(variationId ?? ''), price: String(price ?? '') };
}
