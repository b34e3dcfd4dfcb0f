/** Reads the products of a cart that a program wrote as JSON into a cell: «[{"name":"Choynak","qty":2,"price":150000}]». */
import type { ListedProduct } from './listed-products.ts';

/** Names of a product's parts, as shop systems write them, folded to letters; the first that is filled counts. */
const names = [
  'name',
  'title',
  'productname',
  'itemname',
  'product',
  'nomi',
  'mahsulot',
  'товар',
  'название',
  'sku',
  'code',
  'article',
];
const quantities = ['quantity', 'qty', 'count', 'pieces', 'soni', 'miqdor', 'количество', 'колво'];
const prices = ['price', 'unitprice', 'itemprice', 'cost', 'narxi', 'narx', 'цена'];
const totals = ['total', 'amount', 'sum', 'subtotal', 'linetotal', 'jami', 'summa', 'сумма'];
/** A cart is one or two levels below: `{"products":[…]}`. */
const deepest = 3;
const mostCharacters = 32_767;

type Fields = ReadonlyMap<string, string>;

function fieldsOf(value: object): Fields {
  const fields = new Map<string, string>();
  for (const [key, held] of Object.entries(value) as [string, unknown][])
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

/** The list of products in what was written, wherever it stands; null where it has none. */
function productsIn(value: unknown, depth: number): readonly ListedProduct[] | null {
  if (typeof value !== 'object' || value === null || depth > deepest) return null;
  const members = Object.values(value) as unknown[];
  if (Array.isArray(value) && members.length > 0) {
    const products = members.map((member) => {
      if (typeof member !== 'object' || member === null) return null;
      const fields = fieldsOf(member);
      const quantity = whole(first(fields, quantities));
      const name = first(fields, names);
      return name === '' || quantity === null ? null : { name, quantity, price: priceOf(fields, quantity) };
    });
    if (products.every((product) => product !== null)) return products;
  }
  for (const member of members) {
    const found = productsIn(member, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** The products of a cell that holds JSON; null where it holds none, or one of them has no name or quantity. */
export function structuredProducts(text: string): readonly ListedProduct[] | null {
  const trimmed = text.trim();
  if (!/^[[{]/u.test(trimmed) || !trimmed.includes('"') || trimmed.length > mostCharacters) return null;
  try {
    return productsIn(JSON.parse(trimmed), 0);
  } catch {
    return null;
  }
}
