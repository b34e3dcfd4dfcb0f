/** Parses free texts: names, addresses, regions, cities (docs/domain.md, decisions 24, 29 and 38). */
import type { Cell } from '../table/table.ts';
import { excerpt, readCellContent } from './cell-text.ts';
import { refusedCell, parsedValue, parsedValueWith, warningRemark, type Parsed } from './parsed.ts';

export type FreeTextField = 'full_name' | 'address' | 'region' | 'city';

/** Most characters of a text (UTF-16 units, as counted by the request's schema; decision 29). */
export const maxTextLength = 255;

/** Traces of letters lost in a wrong encoding. */
const damaged = /\uFFFD|\?{3,}/;

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
  return damaged.test(text)
    ? parsedValue(text, ...remarks, warningRemark('values.textDamaged', { field, value: excerpt(text) }))
    : parsedValueWith(text, remarks);
}
