/**
 * Parses several products in one cell: «Choynak x2; Piyola», «Чайник - 2x125000 = 250000», «1. Choynak (2 ta) - 300 000»
 * (docs/domain.md, «Items in one cell»).
 */
import { cleanText } from './clean-text.ts';
import { structuredProducts } from './structured-products.ts';

export interface ListedProduct {
  /** Name or code, without the quantity. */
  readonly name: string;
  /** Null where the cell does not say. */
  readonly quantity: number | null;
  /** So'm per piece, where the cell says so or its sums add up to it; null otherwise. */
  readonly price: number | null;
  /** The shop's code and the number under «id», where a program wrote them beside the name. */
  readonly code?: string;
  readonly id?: number;
}

/** A part of a cell; `amount` is a sum behind it, of a piece or of all its pieces. */
interface Part {
  readonly name: string;
  readonly quantity: number | null;
  readonly price: number | null;
  readonly amount: number | null;
}

const times = '[x×х*✕]';
const pieces = '(?:dona|дона|ta|та|шт|штук[аи]?|pcs?|pieces?)';
const count = '(\\d{1,4})';
const currency = "(?:so['‘’ʻʼ`]?m|сум\\p{L}*|сўм|sum|uzs)";
const sum = `(\\d{1,3}(?:[ .\\u00A0]\\d{3})+|\\d{4,9})(?:[.,]00)?\\s*${currency}?`;
/** «= 250000» behind a price: the product of both, which is checked. */
const equals = `(?:\\s*=\\s*${sum})?`;
/** «2 x 150 000», «(2 шт × 150 000)»: the number of pieces, and the price of one. */
const withPrice = new RegExp(
  `^(.*?)[\\s:–—-]*[([]?(?<![\\d.,])${count}\\s*(?:${pieces}\\.?\\s*)?(?:${times}|@|по(?!\\p{L}))\\s*${sum}(?:-?(?:dan|дан))?[)\\]]?${equals}$`,
  'iu',
);
/** «150 000 x 2»: the other way round. */
const priceFirst = new RegExp(
  `^(.*?)[\\s:–—-]*[([]?(?<![\\d.,])${sum}\\s*${times}\\s*${count}\\s*(?:${pieces}\\.?)?[)\\]]?${equals}$`,
  'iu',
);
/**
 * A sum at the end: «Choynak (2 ta) - 300 000», «Choynak 150 000», «Чайник х 2 = 250000»; of five digits, in groups, or with
 * its currency. Without a mark before it of one group only, and behind no other number: «iPhone 13 128 000».
 */
const grouped = (most: string): string =>
  `(?:\\d{1,3}(?:[ .\\u00A0]\\d{3})${most}|\\d{5,9})(?:\\s*${currency})?|\\d{4}\\s*${currency}`;
const amountBehind: readonly RegExp[] = [
  new RegExp(`^(.*\\p{L}.*?)\\s*([–—:=-])\\s*(${grouped('+')})$`, 'iu'),
  new RegExp(`^(.*\\p{L}(?:[^\\d]*|.*\\D))(\\s)(${grouped('')})$`, 'iu'),
];
const behind: readonly RegExp[] = [
  new RegExp(`^(.+?)\\s*[([]\\s*${times}?\\s*${count}\\s*(?:${times}|${pieces}\\.?)?\\s*[)\\]]$`, 'iu'),
  new RegExp(`^(.+?)[\\s:–—-]*(?<!\\p{L})${times}\\s*${count}$`, 'iu'),
  new RegExp(`^(.+?)[\\s:–—-]+${count}\\s*(?:${pieces}\\.?|${times})$`, 'iu'),
];
const before: readonly RegExp[] = [new RegExp(`^${count}\\s*(?:${times}|${pieces}\\.?)\\s+(.+)$`, 'iu')];
/** «Плед 150х200», «Stol 120*60 sm»: measures of the product, not pieces of it. */
const size = new RegExp(
  `\\p{L}.*?(?<![\\d.,])\\d{2,4}(?:${times}\\d{2,4}){1,2}(?:\\s*(?:[cs]m|mm|[cс]м|мм)\\.?)?$`,
  'iu',
);
/** A bare number in brackets is as often a size as a quantity: «Kurtka (42)». */
const bareBrackets = /[([]\s*\d{1,4}\s*[)\]]$/u;
/** A line that sums the others up. */
const totalLine = new RegExp(
  `^(?:jami|жами|umumiy(?: summa)?|итого|всего|total|summa|сумма|к оплате|to['‘’ʻʼ\`]?lov)\\s*[:=–—-]?\\s*${sum}$`,
  'iu',
);

const digits = (text: string | undefined): number => Number((text ?? '').replace(/[.,]00$/u, '').replace(/\D/g, ''));

/** `= 250000` that is not quantity × price says that something was misread. */
function pricedPart(name: string, quantity: number, price: number, product: string | undefined): Part | null {
  if (name.trim() === '' || quantity <= 0) return null;
  return product === undefined || digits(product) === quantity * price
    ? { name: name.trim(), quantity, price, amount: null }
    : null;
}

function readPart(text: string): Part {
  if (size.test(text)) return { name: text, quantity: null, price: null, amount: null };
  const two = withPrice.exec(text);
  const first = two && pricedPart(two[1] ?? '', Number(two[2]), digits(two[3]), two[4]);
  if (first) return first;
  const turned = priceFirst.exec(text);
  const second = turned && pricedPart(turned[1] ?? '', Number(turned[3]), digits(turned[2]), turned[4]);
  if (second) return second;
  for (const pattern of amountBehind) {
    const ending = pattern.exec(text);
    if (ending?.[1] === undefined) continue;
    const counted = readCounted(ending[1].trim());
    const [amount, number] = [digits(ending[3]), counted.quantity ?? 1];
    return ending[2] === '=' && amount % number === 0
      ? { ...counted, price: amount / number, amount: null }
      : { ...counted, amount };
  }
  return { ...readCounted(text), amount: null };
}

/** How many, and the price of one, where the text is nothing else: «2 x 150 000», «2шт*150000 = 300000»; null: it is not. */
export function countedPrice(text: string): { readonly quantity: number; readonly price: number } | null {
  const clean = cleanText(text).text;
  const [two, turned] = [withPrice.exec(clean), priceFirst.exec(clean)];
  const read =
    two?.[1]?.trim() === ''
      ? { quantity: Number(two[2]), price: digits(two[3]), product: two[4] }
      : turned?.[1]?.trim() === ''
        ? { quantity: Number(turned[3]), price: digits(turned[2]), product: turned[4] }
        : null;
  if (read === null || read.quantity === 0) return null;
  const { quantity, price, product } = read;
  return product === undefined || digits(product) === quantity * price ? { quantity, price } : null;
}

function readCounted(text: string): Omit<Part, 'amount'> {
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

const isCounted = (text: string): boolean => readPart(text).quantity !== null;

/**
 * Splits at semicolons, line breaks and upright lines; without these at a plus, «va» or «и» between counted products, or at
 * commas, never inside a number; brackets around each product count as well: «(Choynak x2) (Piyola x6)».
 */
function splitParts(text: string): readonly string[] {
  const bracketed = /^\s*(?:\([^()]*\)[\s,;+]*)+$|^\s*(?:\[[^[\]]*\][\s,;+]*)+$|^\s*(?:\{[^{}]*\}[\s,;+]*)+$/u.test(
    text,
  );
  if (bracketed) return text.split(/[)\]}][\s,;+]*[([{]|^\s*[([{]|[)\]}][\s,;+]*$/u);
  const strong = text.split(/[;|\r\n]+/u);
  if (strong.length > 1) return strong;
  for (const mark of [/\s*\+\s*/u, /\s+(?:va|ва|и|hamda|ҳамда|and)\s+/iu]) {
    const parts = text.split(mark);
    if (parts.length > 1 && parts.every(isCounted)) return parts;
  }
  return text.split(/,(?!\d)|(?<!\d),/u);
}

function partsOf(text: string): readonly string[] {
  return splitParts(text)
    .map((part) => cleanText(part.replace(/^\s*(?:[-–—•*]|\d{1,2}[.)])\s+/u, '')).text.replace(/[\s,.]+$/u, ''))
    .filter((part) => part !== '');
}

/** «31:2|32:1»: codes with their quantities. */
const codeAndCount = /^([\p{L}\d][\p{L}\d_/-]{0,30})\s*[:=]\s*(\d{1,4})$/u;

/** The products of a cell in order; the whole text as the only one where it lists none. Empty for a blank text. */
export function listedProducts(text: string): readonly ListedProduct[] {
  const written = structuredProducts(text);
  if (written !== null) return written;
  const all = partsOf(text);
  const codes = all.map((part) => codeAndCount.exec(part));
  if (codes.length > 0 && codes.every((code) => code !== null))
    return codes.map((code) => ({ name: code[1] ?? '', quantity: Number(code[2]), price: null }));
  const products = all.filter((part) => !totalLine.test(part));
  const total = all.find((part) => totalLine.test(part));
  return priced(products.map(readPart), total === undefined ? null : digits(totalLine.exec(total)?.[1]));
}

/** Sums behind several pieces are of a piece, or of all of them, as the cell's total says; else nobody knows. */
function priced(parts: readonly Part[], total: number | null): readonly ListedProduct[] {
  const added = (of: (amount: number, quantity: number) => number): number =>
    parts.reduce(
      (all, { amount, price, quantity }) =>
        all + (amount === null ? (price ?? 0) * (quantity ?? 1) : of(amount, quantity ?? 1)),
      0,
    );
  const isLine = total !== null && added((amount) => amount) === total;
  const isPiece = total !== null && added((amount, quantity) => amount * quantity) === total;
  return parts.map(({ name, quantity, price, amount }) => {
    const number = quantity ?? 1;
    if (amount === null) return { name, quantity, price };
    if (number === 1 || (isPiece && !isLine)) return { name, quantity, price: amount };
    return { name, quantity, price: isLine && !isPiece && amount % number === 0 ? amount / number : null };
  });
}

/**
 * Whether a cell clearly lists products: several, at least one with a quantity or a price, or a single one with its own;
 * codes alone (`31 x 2; 32 x 1`) only where each has its quantity.
 */
export function looksLikeProductList(text: string): boolean {
  const products = listedProducts(text);
  if (products.every(({ name }) => /\p{L}/u.test(name)))
    return products.some(({ quantity, price }) => quantity !== null || price !== null);
  return (
    products.length > 1 && products.every(({ name, quantity }) => quantity !== null && /^[\p{L}\d_/-]+$/u.test(name))
  );
}
