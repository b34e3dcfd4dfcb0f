/** Reads lists that stand beside each other in a row: «Чайник / Пиала» with «1 / 6» (docs/domain.md, «Items in one cell»). */
import type { ListedProduct } from './listed-products.ts';

/** What parts the products; the amounts may be parted otherwise. */
const marks: readonly RegExp[] = [/\s*[\r\n]+\s*/u, /\s*;\s*/u, /\s*\|\s*/u, /\s*\/\s*/u, /\s*\+\s*/u, /\s*,\s+/u];
/** Nearly all texts end here. */
const anyMark = /[\r\n;|/+]|,\s/u;
const mostPieces = 1000;

function split(text: string, mark: RegExp): readonly string[] {
  return text
    .trim()
    .split(mark)
    .filter((part) => part !== '');
}

/** As many whole numbers as there are products, however they are parted; null: something else. */
function numbersOf(text: string, count: number): readonly number[] | null {
  for (const mark of marks) {
    const parts = split(text, mark).map((part) => part.replace(/(?<=\d)[ \u00A0](?=\d{3}(?!\d))/gu, ''));
    if (parts.length === count && parts.every((part) => /^\d{1,9}(?:\s*(?:dona|дона|ta|та|шт|pcs)\.?)?$/iu.test(part)))
      return parts.map((part) => Number(/^\d+/u.exec(part)?.[0]));
  }
  return null;
}

/** The products of a row whose cells list names (or ids) and quantities side by side; null where they do not. */
export function parallelProducts(names: string, quantities: string, prices: string): readonly ListedProduct[] | null {
  if (!anyMark.test(names)) return null;
  for (const mark of marks) {
    const parts = split(names, mark);
    if (parts.length < 2) continue;
    const counts = numbersOf(quantities, parts.length);
    if (counts === null || counts.some((count) => count < 1 || count > mostPieces)) continue;
    const sums = numbersOf(prices, parts.length);
    return parts.map((name, at) => ({ name, quantity: counts[at] ?? null, price: sums?.[at] ?? null }));
  }
  return null;
}
