/** Parses countries (docs/domain.md, decision 28). */
import type { Cell } from '../table/table.ts';
import { excerpt, readCellContent } from './cell-text.ts';
import { allowedMistakes, editDistance } from './edit-distance.ts';
import { fold } from './fold.ts';
import { refusedCell, parsedValue, warningRemark, type Parsed } from './parsed.ts';
import { maxTextLength } from './free-text.ts';

/** The spelling to which all spellings of Uzbekistan are unified. */
const uzbekistan = 'Uzbekistan';

const spellings: readonly string[] = [
  'Uzbekistan',
  'Republic of Uzbekistan',
  'the Republic of Uzbekistan',
  'UZ',
  'UZB',
  'Uzb.',
  'UZ (Uzbekistan)',
  'Oʻzbekiston',
  'Oʻzbekiston Respublikasi',
  'Uzbekiston',
  'Uzbekiston Respublikasi',
  'Özbekistan',
  'Oʻzb',
  'Oʻzb.',
  'OʻzR',
  'OʻzbR',
  'Ўзбекистон',
  'Ўзбекистон Республикаси',
  'Узбекистон',
  'Ўз',
  'Ўзб',
  'ЎзР',
  'Узбекистан',
  'Республика Узбекистан',
  'Респ. Узбекистан',
  'РУз',
  'Узб',
  'Узб.',
];
const folded: ReadonlySet<string> = new Set(spellings.map(fold));

/** Spellings of Uzbekistan become {@link uzbekistan}; another country is kept as typed, with a warning. */
export function parseCountry(cell: Cell): Parsed<string> {
  const content = readCellContent(cell, ['number'], { field: 'country' });
  if (content.kind !== 'content') return content;
  const { text, remarks } = content;
  const shown = { field: 'country', value: excerpt(text) };
  if (text.length > maxTextLength)
    return refusedCell('values.textTooLong', { ...shown, length: text.length, limit: maxTextLength });
  if (text === uzbekistan) return parsedValue(uzbekistan, ...remarks);
  const name = fold(text);
  if (folded.has(name)) return parsedValue(uzbekistan, ...remarks);
  return parsedValue(
    text,
    ...remarks,
    warningRemark('values.countryOther', shown, isNearly(name) ? uzbekistan : undefined),
  );
}

function isNearly(name: string): boolean {
  const limit = allowedMistakes(name.length);
  return (
    limit > 0 && [...folded].some((spelling) => spelling.length > 6 && editDistance(name, spelling, limit) <= limit)
  );
}
