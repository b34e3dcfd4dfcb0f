/** What changed in a file since it was opened before, and what of the work on it does not fit, as sentences. */
import type { ChangedRow, CarryOverConflictView } from '../contract/earlier.ts';
import type { Translator } from './translator.ts';

function rowName(t: Translator, row: number | string, orderId: string): string {
  return t('earlier.row', { row, order: orderId === '' ? 'none' : orderId });
}

function shown(t: Translator, text: string): string {
  return text === '' ? t('earlier.blank') : `«${text}»`;
}

function columnName(
  t: Translator,
  { heading, letters }: { readonly heading: string; readonly letters: string },
): string {
  return heading === '' ? t('review.unnamed', { letters }) : heading;
}

/** «Row 5, order 700003: Region: «A» → «B»» */
export function changeLine(t: Translator, { kind, row, orderId, cells }: ChangedRow): string {
  const changed = cells.map((cell) =>
    t('earlier.cell', { column: columnName(t, cell), before: shown(t, cell.before), after: shown(t, cell.after) }),
  );
  return `${rowName(t, row, orderId)}: ${kind === 'changed' ? changed.join('; ') : t(`earlier.row.${kind}`)}`;
}

export function unfitLine(
  t: Translator,
  { work, reason, row, currentRow, orderId, column, before, after, currentText }: CarryOverConflictView,
): string {
  const params = {
    column: column === null ? '' : columnName(t, column),
    before: shown(t, before),
    after: shown(t, after),
    now: shown(t, currentText ?? ''),
  };
  const what =
    work === 'cell'
      ? t(`earlier.unfit.${reason}`, params)
      : work === 'added'
        ? t(`earlier.unfit.added.${reason}`, params)
        : t('earlier.unfit.leftOut');
  return `${rowName(t, currentRow ?? row, orderId)}. ${what}`;
}

const kinds = ['cells', 'leftOut', 'added'] as const;

/** What fits, in words, each kind once: «12 corrections, 3 rows left out and 1 row added». `as`: how it stands in the sentence. */
export function workWords(
  t: Translator,
  work: Readonly<Record<(typeof kinds)[number], number>>,
  as: 'earlier' | 'earlier.done',
): string {
  const parts = kinds.filter((kind) => work[kind] > 0).map((kind) => t(`${as}.work.${kind}`, { count: work[kind] }));
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : t('earlier.and', { first: parts.slice(0, -1).join(', '), second: last });
}
