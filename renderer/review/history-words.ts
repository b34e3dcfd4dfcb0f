/** Describes a step of the history in a sentence: «Region: 37 cells, «Тошкентт» → «Toshkent shahri»». */
import type { HistoryStep } from '../../shared/contract/history.ts';
import type { GridColumn } from '../grid/columns.ts';
import type { Words } from '../words/words.ts';

/** The column's label: its field, else its heading, else its letters. */
function columnLabel({ t }: Words, columns: readonly GridColumn[], column: number): string {
  const found = columns.find((one) => one.column === column);
  if (!found) return '';
  return found.field ? t(`field.${found.field}`) : found.heading || t('review.unnamed', { letters: found.letters });
}

export function historyStepSentence(words: Words, columns: readonly GridColumn[], step: HistoryStep): string {
  const { t, rowName } = words;
  const { kind, count, before, after } = step;
  if (kind !== 'cells') return t(`history.${kind}`, { count, row: rowName(step.position.row) });
  if (step.column === null) return t('history.many', { count, columns: step.columns });
  const column = columnLabel(words, columns, step.column);
  const shown = (text: string): string => (text === '' ? t('history.blank') : `«${text}»`);
  if (after === null) return t('history.changed', { column, count });
  if (before === null)
    return after === ''
      ? t('history.cleared', { column, count })
      : t('history.set', { column, count, after: shown(after) });
  const params = { column, count, row: rowName(step.position.row), before: shown(before), after: shown(after) };
  return count === 1 ? t('history.one', params) : t('history.same', params);
}
