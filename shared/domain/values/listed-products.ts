/** Parses several products in one cell: «Choynak x2; Piyola», «Чайник (x2), Пиала 3 шт» (docs/domain.md, «Items in one cell»). */
import { cleanText } from './clean-text.ts';

export interface ListedProduct {
  /** Name or code, without the quantity. */
  readonly name: string;
  /** Null where the cell does not say. */
  readonly quantity: number | null;
  /** So'm per piece, where the cell says «2 x 150 000»; null otherwise. */
  readonly price: number | null;
}

const times = '[x×х*✕]';
const pieces = '(?:dona|дона|ta|та|шт|штук[аи]?|pcs?|pieces?)';
const count = '(\\d{1,4})';
/** «2 x 150 000»: the number of pieces, and the price of one. */
const withPrice = new RegExp(
  `^(.*?)[\\s:–—-]*(?<![\\d.,])${count}\\s*${times}\\s*(\\d{1,3}(?:[ .]\\d{3})+|\\d{4,9})(?:\\s*(?:so['‘’ʻʼ\`]?m|сум|сўм|sum|uzs))?$`,
  'iu',
);
const behind: readonly RegExp[] = [
  new RegExp(`^(.+?)\\s*[([]\\s*${times}?\\s*${count}\\s*(?:${times}|${pieces}\\.?)?\\s*[)\\]]$`, 'iu'),
  new RegExp(`^(.+?)[\\s:–—-]*(?<!\\p{L})${times}\\s*${count}$`, 'iu'),
  new RegExp(`^(.+?)[\\s:–—-]+${count}\\s*(?:${pieces}\\.?|${times})$`, 'iu'),
];
const before: readonly RegExp[] = [new RegExp(`^${count}\\s*(?:${times}|${pieces}\\.?)\\s+(.+)$`, 'iu')];
/** A bare number in brackets is as often a size as a quantity: «Kurtka (42)». */
const bareBrackets = /[([]\s*\d{1,4}\s*[)\]]$/u;

function readPart(text: string): ListedProduct {
  const priced = withPrice.exec(text);
  if (priced?.[1] !== undefined && priced[1].trim() !== '')
    return { name: priced[1].trim(), quantity: Number(priced[2]), price: Number((priced[3] ?? '').replace(/\D/g, '')) };
  if (!bareBrackets.test(text)) {
    for (const pattern of behind) {
      const found = pattern.exec(text);
      if (found?.[1] !== undefined && Number(found[2]) > 0)
        return { name: found[1].trim(), quantity: Number(found[2]), price: null };
    }
    for (const pattern of before) {
      const found = pattern.exec(text);
      if (found?.[2] !== undefined && Number(found[1]) > 0)
        return { name: found[2].trim(), quantity: Number(found[1]), price: null };
    }
  }
  return { name: text, quantity: null, price: null };
}

/** Splits at semicolons and line breaks; at commas only without these, and never inside a number. */
function partsOf(text: string): readonly string[] {
  const strong = text.split(/[;\r\n]+/u);
  const parts = strong.some((_, at) => at > 0) ? strong : text.split(/,(?!\d)|(?<!\d),/u);
  return parts
    .map((part) => cleanText(part.replace(/^\s*(?:[-–—•*]|\d{1,2}[.)])\s+/u, '')).text.replace(/[\s,.]+$/u, ''))
    .filter((part) => part !== '');
}

/** The products of a cell in order; the whole text as the only one where it lists none. Empty for a blank text. */
export function listedProducts(text: string): readonly ListedProduct[] {
  return partsOf(text).map(readPart);
}

/** Whether a cell clearly lists products: several, at least one with a quantity, or a single one with a quantity. */
export function looksLikeProductList(text: string): boolean {
  const products = listedProducts(text);
  return products.some(({ quantity }) => quantity !== null) && products.every(({ name }) => /\p{L}/u.test(name));
}
