/**
 * Reads the products of a cart that a program wrote into a cell: «[{"name":"Choynak","qty":2,"price":150000}]», or
 * «name:Choynak|sku:CH-1|quantity:2|total:300000», one product after the other.
 */
import type { ListedProduct } from './listed-products.ts';

/** Names of a product's parts, as shop systems write them, folded to letters; the first that is filled counts. */
const names = ['name', 'title', 'productname', 'itemname', 'product', 'nomi', 'mahsulot', 'товар', 'название'];
const codes = ['sku', 'code', 'article', 'vendorcode', 'артикул', 'код'];
/** The product's own before that of the line. */
const ids = ['clientproductid', 'productid', 'id'];
const quantities = ['quantity', 'qty', 'count', 'pieces', 'soni', 'miqdor', 'количество', 'колво'];
const prices = ['price', 'unitprice', 'itemprice', 'cost', 'narxi', 'narx', 'цена'];
const totals = ['total', 'amount', 'sum', 'subtotal', 'linetotal', 'jami', 'summa', 'сумма'];
/** A cart is one or two levels below: `{"products":[…]}`. */
const deepest = 3;
const mostCharacters = 32_767;

type Fields = ReadonlyMap<string, string>;

function fieldsOf(entries: readonly (readonly [string, unknown])[]): Fields {
  const fields = new Map<string, string>();
  for (const [key, held] of entries)
    if (typeof held === 'string' || typeof held === 'number')
      fields.set(key.toLowerCase().replace(/[^\p{L}]/gu, ''), String(held).trim());
  return fields;
}

const first = (fields: Fields, keys: readonly string[]): string => {
  for (const key of keys) {
    const text = fields.get(key) ?? '';
    if (text !== '') return text;
  }
  return '';
};

/** A whole number, also as `150000.00`; null where it is none. */
function whole(text: string): number | null {
  const bare = text.replace(/[\s\u00A0]/gu, '').replace(/[.,]0+$/u, '');
  return /^\d{1,9}$/u.test(bare) ? Number(bare) : null;
}

/** A price that is not said follows from the sum of the pieces. */
function priceOf(fields: Fields, quantity: number | null): number | null {
  const price = first(fields, prices);
  if (price !== '') return whole(price);
  const total = whole(first(fields, totals));
  const pieces = quantity ?? 1;
  return total !== null && pieces > 0 && total % pieces === 0 ? total / pieces : null;
}

/** A product by its fields; null where it has no name or quantity. */
function productOf(fields: Fields): ListedProduct | null {
  const quantity = whole(first(fields, quantities));
  const [code, id] = [first(fields, codes), whole(first(fields, ids))];
  const name = first(fields, names) || code || String(id ?? '');
  if (name === '' || quantity === null) return null;
  return {
    name,
    quantity,
    price: priceOf(fields, quantity),
    ...(code === '' || code === name ? {} : { code }),
    ...(id === null || id === 0 ? {} : { id }),
  };
}

/** The list of products in what was written, wherever it stands; null where it has none. */
function productsIn(value: unknown, depth: number): readonly ListedProduct[] | null {
  if (typeof value !== 'object' || value === null || depth > deepest) return null;
  const members = Object.values(value) as unknown[];
  if (Array.isArray(value) && members.length > 0) {
    const products = members.map((member) => {
      if (typeof member !== 'object' || member === null) return null;
      return productOf(fieldsOf(Object.entries(member) as [string, unknown][]));
    });
    if (products.every((product) => product !== null)) return products;
  }
  for (const member of members) {
    const found = productsIn(member, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** A part of a product, «quantity:2»; names hold no colon. */
const namedPart = /^\s*([\p{L}_ ]{2,20})\s*[:=]\s*(.*)$/u;

/** «name:Choynak|quantity:2; name:Piyola|quantity:6»; null where a product is written otherwise. */
function productsInLines(text: string): readonly ListedProduct[] | null {
  const lines = text.split(/[;\r\n]+/u).filter((line) => line.trim() !== '');
  const products = lines.map((line) => {
    const parts = line.split('|').map((part) => namedPart.exec(part));
    if (parts.length < 2 || parts.some((part) => part === null)) return null;
    return productOf(fieldsOf(parts.map((part) => [part?.[1] ?? '', part?.[2] ?? ''])));
  });
  return products.length > 0 && products.every((product) => product !== null) ? products : null;
}

/** The products of a cell that a program wrote; null where it is none, or one of them has no name or quantity. */
export function structuredProducts(text: string): readonly ListedProduct[] | null {
  const trimmed = text.trim();
  if (/^\p{L}[^|]*[:=][^|]*\|/u.test(trimmed) && trimmed.length <= mostCharacters) return productsInLines(trimmed);
  if (!/^[[{]/u.test(trimmed) || !trimmed.includes('"') || trimmed.length > mostCharacters) return null;
  try {
    return productsIn(JSON.parse(trimmed), 0);
  } catch {
    return null;
  }
}
