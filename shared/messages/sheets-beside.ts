/** Says which other sheets of a file hold orders that are not sent with it. */
import type { SheetBeside } from '../domain/model/sheets-beside.ts';
import type { Translator } from './translator.ts';

/** Sheets that a sentence names. */
const namedSheets = 10;

/** Its number of rows, and whether it is a file of its own. */
export function sheetFacts(t: Translator, { rows, more, isOwnFile }: Omit<SheetBeside, 'name'>): readonly string[] {
  return [
    ...(rows === null ? [] : [`${t('word.rows', { count: rows })}${more ? '+' : ''}`]),
    ...(isOwnFile ? [t('sheets.beside.ownFile')] : []),
  ];
}

/** Their names, each with its facts; '' where there are none. */
export function sheetsBesideNames(t: Translator, sheets: readonly SheetBeside[]): string {
  const named = sheets.slice(0, namedSheets).map(({ name, ...sheet }) => {
    const facts = sheetFacts(t, sheet);
    return facts.length === 0 ? `«${name}»` : `«${name}» (${facts.join('; ')})`;
  });
  return named.join(', ') + (sheets.length > named.length ? ' …' : '');
}

/** A sentence that names them; '' where there are none. */
export function sheetsBesideSentence(t: Translator, sheets: readonly SheetBeside[]): string {
  if (sheets.length === 0) return '';
  return t('sheets.beside', { count: sheets.length, sheets: sheetsBesideNames(t, sheets) });
}
