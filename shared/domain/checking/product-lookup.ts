/** Finds a row's product: by the WMS's id, else by the merchant's code or name in the product table (docs/domain.md, decision 22). */
import { foldProductKey, type ProductKeyKind, type Product } from '../products/product.ts';
import type { ProductTable } from '../products/product-table.ts';
import type { FieldReader } from './field-reader.ts';
import type { IssueCollector } from './issue-collector.ts';
import type { FieldReaders } from './field-readers.ts';

/** Reader of the column that identifies the product: the WMS's id, else the merchant's code, else the name. */
export function productSource({
  client_product_id: id,
  product_code: code,
  product_name: name,
}: FieldReaders): FieldReader<number> | FieldReader<string> {
  return [id, code, name].find(({ column }) => column !== null) ?? id;
}

/** A merchant's code or name as given by a row. */
export interface RowProductKey {
  readonly kind: ProductKeyKind;
  readonly key: string;
  readonly reader: FieldReader<string>;
  /** Size, colour or kind that are part of the key. */
  readonly details?: readonly string[];
}

/**
 * The key together with size, colour or kind of columns beside it, where the product table knows that («Футболка» and «XL»:
 * «Футболка XL») or does not know the name alone: what is then settled must not hold for other sizes.
 */
export function withDetails(key: RowProductKey, details: readonly string[], products: ProductTable): RowProductKey {
  if (key.kind !== 'name' || details.length === 0) return key;
  for (const some of [details, ...details.map((detail) => [detail])]) {
    const together = [key.key, ...some].join(' ');
    if (products.find('name', together) !== undefined) return { ...key, key: together, details: some };
  }
  return products.find('name', key.key) === undefined ? { ...key, key: [key.key, ...details].join(' '), details } : key;
}

/** Marks a refused cell; its issue was reported already. */
export const refusedProductKey = Symbol('refused');

/** The row's code or name; null where the cell is blank or no column is mapped. */
export function readProductKey(
  reader: FieldReader<string>,
  kind: ProductKeyKind,
  index: number,
  collector: IssueCollector,
): RowProductKey | null | typeof refusedProductKey {
  const parsed = reader.read(index);
  if (parsed.kind === 'blank') return null;
  if (parsed.kind === 'refusal') {
    collector.addRemark(index, reader, parsed.remark);
    return refusedProductKey;
  }
  for (const remark of parsed.remarks) collector.addRemark(index, reader, remark);
  return { kind, key: parsed.value, reader };
}

/** Finds the product by the first key that the table knows; otherwise reports the unmapped key and the nearest product. */
export function lookUpProduct(
  keys: readonly RowProductKey[],
  products: ProductTable,
  index: number,
  collector: IssueCollector,
): Product | null {
  const found = keys.flatMap(({ kind, key }) => products.find(kind, key) ?? []);
  const [product, other] = found;
  const [first] = keys;
  if (product !== undefined) {
    if (first !== undefined && other !== undefined && other.productId !== product.productId) {
      collector.addForCell(index, first.reader, 'warning', 'orders.productDiffers', {
        value: first.key,
        product: product.productId,
        other: other.productId,
        name: keys[1]?.key ?? '',
      });
    }
    return product;
  }
  if (first !== undefined)
    reportUnmapped(
      keys.find((one) => similarProduct(one, products) !== undefined) ?? first,
      products,
      index,
      collector,
    );
  return null;
}

/** The product with a similar name; of another size or colour it is another product. */
function similarProduct({ kind, key, details = [] }: RowProductKey, products: ProductTable): Product | undefined {
  const near = products.nearest(kind, key);
  const words = near === undefined ? [] : foldProductKey('name', near.key).split(' ');
  return details.every((detail) =>
    foldProductKey('name', detail)
      .split(' ')
      .every((word) => words.includes(word)),
  )
    ? near
    : undefined;
}

function reportUnmapped(
  unmapped: RowProductKey,
  products: ProductTable,
  index: number,
  collector: IssueCollector,
): void {
  const { kind, key, reader } = unmapped;
  const near = similarProduct(unmapped, products);
  if (near === undefined) {
    collector.addForCell(index, reader, 'error', 'orders.productUnmapped', { value: key, keyKind: kind });
    return;
  }
  const { productId, variationId, price } = near;
  collector.addForCell(
    index,
    reader,
    'error',
    'orders.productUnmappedSuggested',
    { value: key, keyKind: kind, suggestion: near.key, product: productId },
    { kind: 'setProduct', keyKind: kind, key, productId, variationId, price, like: near.key },
  );
}
