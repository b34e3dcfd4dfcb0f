/** Reads the heading of a column that is a ware: its name, without what one piece costs and the word for pieces behind it. */

export interface WareHeading {
  readonly name: string;
  /** What one piece costs, as the heading says it; null: it does not. */
  readonly price: string | null;
}

const sum = String.raw`\d{1,3}(?:[ \u00A0.,]\d{3})+|\d{4,8}|\d{1,4}\s*(?:ming|минг|тыс\.?|k|к)`;
const som = String.raw`(?:so[ʻ’‘'\u0060]?m|sum|сум|сўм|сом|uzs)\.?`;
/** «Patir (8000)», «Патир — 8 000 сум», «Patir 8 ming soʻm». */
const priced = new RegExp(
  String.raw`^(.*\p{L}.*?)(?:\s*[([]\s*(${sum})\s*(?:${som})?\s*[)\]]|\s*[-–—=:/]\s*(${sum})\s*(?:${som})?|\s+(${sum})\s*${som})$`,
  'iu',
);
const pieces = /^(.*\p{L}.*?)\s*[,([/]\s*(?:dona|дона|ta|та|шт|штук|штуки|pcs|soni|сони|кол-во)\.?\s*[)\]]?$/iu;

/** A year or a model's number is no price: it ends in two noughts at least. */
function isPrice(text: string): boolean {
  return /\p{L}/u.test(text) || text.endsWith('00');
}

export function readWareHeading(heading: string): WareHeading {
  const text = heading.trim().replace(/\s+/gu, ' ');
  const [, ofPriced, ...sums] = priced.exec(text) ?? [];
  const price = sums.find((one) => one !== undefined);
  const isPriced = ofPriced !== undefined && price !== undefined && isPrice(price);
  const rest = isPriced ? ofPriced.trim() : text;
  return { name: pieces.exec(rest)?.[1]?.trim() ?? rest, price: isPriced ? price : null };
}

/** The shop's product table, as far as headings are concerned. */
export interface KnownGoods {
  readonly isEmpty: boolean;
  find(kind: 'code' | 'name', key: string): unknown;
}

function isKnown(goods: KnownGoods, name: string): boolean {
  return goods.find('code', name) !== undefined || goods.find('name', name) !== undefined;
}

/** Whether the product table knows the heading as a code or a name, with or without what stands behind it. */
export function isKnownWare(goods: KnownGoods, heading: string): boolean {
  return /\p{L}/u.test(heading) && (isKnown(goods, heading.trim()) || isKnown(goods, readWareHeading(heading).name));
}

/** What the ware under the heading is looked up by: the whole heading where the product table knows it, else its name. */
export function nameOfWare(heading: string, goods: KnownGoods): string {
  return isKnown(goods, heading.trim()) ? heading.trim() : readWareHeading(heading).name;
}
