/** Parses quantities (docs/domain.md, decision 30). */
import type { Cell } from '../table/table.ts';
import { excerpt, readCellContent } from './cell-text.ts';
import { numberInWords } from './number-words.ts';
import { bareIntegerOf, integerDigits, readNumeral } from './numeral.ts';
import { refusedCell, parsedValue, warningRemark, type Parsed } from './parsed.ts';

/** Above this a quantity is more likely a price or an id in the wrong column. */
export const usualQuantity = 1000;
const largestQuantity = 1_000_000_000;

const pieces =
  /^[x×х*]\s*(?=\d)|\s*(?:dona(?:ta|si)?|дона(?:та|си)?|ta|та|шт(?:ук[аи]?|\.)?|pcs?\.?|pieces?|units?|ед\.?|ea|[x×х])\.?$/iu;
const otherUnit = new RegExp(
  String.raw`^[\d.,\s]+\s*(?:kg|кг|g|gr|гр?|l|л|litr\p{L}*|литр\p{L}*|m|м|metr\p{L}*|метр\p{L}*|sm|см|` +
    String.raw`quti|кути|quти|қути|korobka|кор\p{L}*|уп\p{L}*|пач\p{L}*|pack\p{L}*|box\p{L}*|juft|жуфт|` +
    String.raw`пар[аы]?|komplekt\p{L}*|компл\p{L}*|set|набор\p{L}*)\.?$`,
  'iu',
);

/**
 * A whole number of kilograms, litres, metres, pairs or sets: most likely sold by that unit. A box holds some pieces, and who
 * knows how many.
 */
const measured = new RegExp(
  String.raw`^\s*(\d{1,3}(?:[.,]0+)?)\s*(?:kg|кг|l|л|litr\p{L}*|литр\p{L}*|m|м|metr\p{L}*|метр\p{L}*|` +
    String.raw`juft|жуфт|пар[аы]?|komplekt\p{L}*|компл\p{L}*|set|набор\p{L}*)\.?\s*$`,
  'iu',
);

/** «2 blok (24 dona)», «3 кор = 36 шт»: packs, and how many pieces they are. */
const packed =
  /^\s*\d{1,4}\s*\p{L}+\.?\s*(?:[([=/–—-]|,)\s*(?:жами|jami|всего|итого)?\s*(\d{1,5})\s*(?:dona|дона|ta|та|шт\p{L}*|pcs)\.?\s*[)\]]?\s*$/iu;

/** A number of pieces, an integer ≥ 1; over 1000 with a warning. `1.000` and `1,000` are ambiguous and refused. */
export function parseQuantity(cell: Cell): Parsed<number> {
  const plain = bareIntegerOf(cell);
  if (plain !== undefined && plain <= usualQuantity) return parsedValue(plain);
  const content = readCellContent(cell, ['number']);
  if (content.kind !== 'content') return content;
  const inWords = numberInWords(content.text);
  if (inWords !== undefined) return parsedValue(inWords, ...content.remarks);
  const shown = { field: 'quantity', value: excerpt(content.text) };
  if (content.text.endsWith('%')) return refusedCell('values.isPercent', shown);
  if (otherUnit.test(content.text))
    return refusedCell('values.quantityUnit', shown, offered(measured.exec(content.text)?.[1]?.replace(/[.,]0+$/, '')));
  const inPieces = packed.exec(content.text)?.[1];
  if (inPieces !== undefined) return refusedCell('values.quantityUnit', shown, offered(inPieces));
  const bare = content.text.replace(pieces, '').trim();
  if (/^(?:[-−–—]\s*[\d.,]+|\(\d+\))$/.test(bare)) return refusedCell('values.negative', shown);
  const numeral = readNumeral(bare, cell.kind === 'number' ? 'numberCell' : 'typed');
  if (!numeral || (cell.kind !== 'number' && /e/i.test(bare))) return refusedCell('values.numberUnreadable', shown);
  if (numeral.ambiguous) return refusedCell('values.quantityAmbiguous', shown);
  const digits = integerDigits(numeral);
  if (digits === undefined) return refusedCell('values.fraction', shown);
  if (digits === '0') return refusedCell('values.quantityZero', shown);
  const quantity = Number(digits);
  if (quantity > largestQuantity) return refusedCell('values.numberTooLarge', shown);
  return quantity > usualQuantity
    ? parsedValue(quantity, ...content.remarks, warningRemark('values.quantityLarge', shown))
    : parsedValue(quantity, ...content.remarks);
}

/** What can be offered as a number of pieces: not the 0 of «0 кг». */
function offered(text: string | undefined): string | undefined {
  return text !== undefined && parseQuantity({ kind: 'text', text }).kind === 'value' ? text : undefined;
}
