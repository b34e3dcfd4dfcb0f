/** Reads cells whose heading lists what they hold: «Mahsulot (ID - soni - narxi)» over «31 - 2 ta - 48 000». */
import { readHeading } from '../columns/name-match.ts';
import { columnFields, type ColumnField } from '../model/fields.ts';
import type { MessageText } from './message-text.ts';
import { isSumText, phoneInText } from './part-kinds.ts';

/** Marks that part what a cell holds, in the heading as in its cells; a bare hyphen also joins words. */
const marks = [
  /\s+[-–—]\s+/u,
  /\s*[/|;+]\s*/u,
  /\s*,\s+/u,
  /\s*[-–—]\s*/u,
  /\s+[x×х*✕]\s+|(?<=\d)\s*[x×х*✕]\s*(?=\d)/iu,
] as const;
const listed = /^([^()]*)\(([^()]+)\)\s*$/u;
const mostParts = 6;
/** «Область / город»: a place in one cell is a part of the address. */
const places: ReadonlySet<ColumnField> = new Set(['region', 'city', 'address', 'country', 'zip']);

/** The field of each part that the heading lists, in its order; null where it is no such list. */
export function partsOfHeading(heading: string): readonly ColumnField[] | null {
  const [, outer = '', inner] = listed.exec(heading.trim()) ?? [];
  for (const mark of marks) {
    const words = (inner ?? heading).trim().split(mark);
    if (words.length < 2 || words.length > mostParts) continue;
    const fields = words.map((word) => fieldOf(word) ?? fieldOf(`${outer.trim()} ${word}`));
    if (fields.every((field) => field !== null) && new Set(fields).size === fields.length)
      return fields.every((field) => places.has(field)) ? null : fields;
  }
  return null;
}

function fieldOf(word: string): ColumnField | null {
  const { matches, role } = readHeading(word);
  const [match] = matches;
  return match === undefined || match.strength === 'weak' || match.strength === 'hinted' || role !== null
    ? null
    : match.field;
}

const pieces = /^(\d{1,4})\s*(?:dona|дона|ta|та|шт\p{L}*|pcs)?\.?$/iu;
const digits = /^\d{1,3}(?:[ .,\u00A0]\d{3})+$|^\d{1,9}$/u;
const fits: Partial<Readonly<Record<ColumnField, (text: string) => boolean>>> = {
  quantity: (text) => pieces.test(text),
  price: (text) => digits.test(text) || isSumText(text),
  final_price: (text) => digits.test(text) || isSumText(text),
  discount: (text) => digits.test(text) || isSumText(text),
  order_id: (text) => /^\D{0,3}\d{1,10}$/u.test(text),
  client_product_id: (text) => /^[1-9]\d{0,8}$/u.test(text),
  client_product_variation_id: (text) => /^[1-9]\d{0,8}$/u.test(text),
  phone: (text) => text.search(phoneInText) >= 0,
  product_name: (text) => /\p{L}{2}/u.test(text),
  full_name: (text) => /^\P{N}*\p{L}{2}\P{N}*$/u.test(text),
};
const known: ReadonlySet<string> = new Set(columnFields);

/** The parts, where the text has as many as the heading lists, and each fits. `keys`: what they are, in their order. */
export function readHeadedParts(text: string, keys: readonly string[]): MessageText {
  const fields = keys.filter((key): key is ColumnField => known.has(key));
  for (const mark of marks) {
    const texts = text.trim().split(mark);
    if (texts.length !== fields.length || texts.some((one, at) => fits[fields[at]!]?.(one) === false)) continue;
    const parts = fields.map((meaning, at) => ({ meaning, text: barePart(meaning, texts[at] ?? ''), label: null }));
    if (parts.every((part) => part.text !== '')) return { parts, rest: '' };
  }
  return { parts: [], rest: text };
}

/** «…, 4, тел.» before the mark that begins the phone. */
const phoneLabel = /[\s,;]+(?:tel|тел)(?:efon|ефон)?\.?:?\s*$/iu;

/** The number of pieces without its word, other parts without the label of the phone behind them. */
function barePart(field: ColumnField, text: string): string {
  const bare = field === 'phone' ? text : text.replace(phoneLabel, '');
  return (field === 'quantity' ? pieces.exec(bare)?.[1] : undefined) ?? bare;
}
