/** What changed in a file since it was opened before, and what of the work on it does not fit, as sentences. */
import type { ChangedRow, UnfitView } from '../contract/earlier.ts';
import type { Translator } from './translator.ts';

function rowName(t: Translator, row: number, orderId: string): string {
  return t('earlier.row', { row, order: orderId === '' ? 'none' : orderId });
}

function shown(t: Translator, text: string): string {
  return text === '' ? t('earlier.blank') : `«${text}»`;
}

function columnName(t: Translator, { heading, letters }: { readonly heading: string; readonly letters: string }): string {
  return heading === '' ? t('desk.unnamed', { letters }) : heading;
}

/** «Row 5, order 700003: Region: «A» → «B»» */
export function changeLine(t: Translator, { kind, row, orderId, cells }: ChangedRow): string {
  const changed = cells.map((cell) => t('earlier.cell', { column: columnName(t, cell), before: shown(t, cell.before), after: shown(t, cell.after) }));
  return `${rowName(t, row, orderId)}: ${kind === 'changed' ? changed.join('; ') : t(`earlier.row.${kind}`)}`;
}

export function unfitLine(t: Translator, { reason, row, nowRow, orderId, column, before, after, now }: UnfitView): string {
  const what = column === null ? t('earlier.unfit.leftOut') : t(`earlier.unfit.${reason}`, { column: columnName(t, column), before: shown(t, before), after: shown(t, after), now: shown(t, now ?? '') });
  return `${rowName(t, nowRow ?? row, orderId)}. ${what}`;
}

/** «12 corrections and 3 rows left out» */
export function workDone(t: Translator, work: { readonly cells: number; readonly leftOut: number }): string {
  const [first = '', second] = (['cells', 'leftOut'] as const).filter((kind) => work[kind] > 0).map((kind) => t(`earlier.done.${kind}`, { count: work[kind] }));
  return second === undefined ? first : t('earlier.and', { first, second });
}
