/** What a column of the sheet becomes, in words. */
import type { ColumnField } from '../domain/model/fields.ts';
import type { Translator } from './translator.ts';

/** @param column `isWare`: its heading is a product and its cells are quantities, which no field of its own says */
export function columnWord(
  t: Translator,
  { field, isWare = false }: { readonly field: ColumnField | null; readonly isWare?: boolean },
): string {
  if (field !== null) return t(`field.${field}`);
  return t(isWare ? 'word.wareColumn' : 'word.notSent');
}
