/** Parses free texts: names, addresses, regions, cities (docs/domain.md, decisions 24, 29 and 38). */
import type { Cell } from '../table/table.ts';
import { excerpt, readCellContent } from './cell-text.ts';
import { cleanText } from './clean-text.ts';
import { garblingOf, hasLostLetters, type GarbledText } from './garbled-text.ts';
import { refusedCell, parsedValue, parsedValueWith, warningRemark, type Parsed, type ValueRemark } from './parsed.ts';

export type FreeTextField = 'full_name' | 'address' | 'region' | 'city';

/** Most characters of a text (UTF-16 units, as counted by the request's schema; decision 29). */
export const maxTextLength = 255;

/** 1 … 255 characters as typed (cleaned, NFC; a number by its own digits); longer texts are refused, never cut. */
export function parseFreeText(cell: Cell, field: FreeTextField): Parsed<string> {
  const content = readCellContent(cell, ['number'], { field });
  if (content.kind !== 'content') return content;
  const { text, remarks } = content;
  if (text.length > maxTextLength)
    return refusedCell('values.textTooLong', {
      field,
      value: excerpt(text),
      length: text.length,
      limit: maxTextLength,
    });
  if (hasLostLetters(text))
    return parsedValue(text, ...remarks, warningRemark('values.textDamaged', { field, value: excerpt(text) }));
  // As the file holds it: cleaning takes out spaces and marks that were parts of letters.
  const garbled = garblingOf(cell.text);
  return garbled === null
    ? parsedValueWith(text, remarks)
    : parsedValue(text, ...remarks, garbledRemark(field, text, garbled));
}

function garbledRemark(field: FreeTextField, text: string, { meant }: GarbledText): ValueRemark {
  const shown = { field, value: excerpt(text) };
  if (meant === null) return warningRemark('values.textGarbled', { ...shown, meant: '', isKnown: 'no' });
  const suggestion = cleanText(meant).text;
  return warningRemark('values.textGarbled', { ...shown, meant: excerpt(suggestion), isKnown: 'yes' }, suggestion);
}
