/** The sentences of the bar over a file that was opened before. */
import type { ChangedRow, EarlierVersion, UnfitView } from '../../shared/contract/earlier.ts';
import type { Words } from '../words/words.ts';

type Work = EarlierVersion['work'];

function joined({ t }: Words, parts: readonly string[]): string {
  const [first = '', second] = parts;
  return second === undefined ? first : t('earlier.and', { first, second });
}

/** «This file was opened before, on …. Since then: 3 new rows, 1 row changed. Carry over your 12 corrections?» */
export function earlierSentence(words: Words, { fileName, openedAt, carried, rows, work }: EarlierVersion, nameNow: string): string {
  const { t, formatDateTime } = words;
  if (carried) return t('earlier.carried.unfit', { count: work.unfit });
  const at = formatDateTime(openedAt);
  const changes = (['added', 'changed', 'gone'] as const).filter((kind) => rows[kind] > 0).map((kind) => t(`earlier.${kind}`, { count: rows[kind] }));
  const asked = (['cells', 'leftOut'] as const).filter((kind) => work[kind] > 0).map((kind) => t(`earlier.${kind}`, { count: work[kind] }));
  return [
    fileName === nameNow ? t('earlier.opened', { at }) : t('earlier.opened.name', { name: fileName, at }),
    changes.length > 0 ? t('earlier.since', { changes: changes.join(', ') }) : t('earlier.same'),
    work.unfit > 0 ? t('earlier.unfit', { count: work.unfit }) : '',
    work.leftOutChanged > 0 ? t('earlier.leftOutChanged', { count: work.leftOutChanged }) : '',
    asked.length > 0 ? t('earlier.ask', { work: joined(words, asked) }) : '',
  ].filter((text) => text !== '').join(' ');
}

export function workDone(words: Words, work: Work): string {
  const done = (['cells', 'leftOut'] as const).filter((kind) => work[kind] > 0).map((kind) => words.t(`earlier.done.${kind}`, { count: work[kind] }));
  return words.t('earlier.done', { work: joined(words, done) });
}

function rowName({ t }: Words, row: number, orderId: string): string {
  return t('earlier.row', { row, order: orderId === '' ? 'none' : orderId });
}

function shown({ t }: Words, text: string): string {
  return text === '' ? t('earlier.blank') : `«${text}»`;
}

function columnName({ t }: Words, { heading, letters }: { readonly heading: string; readonly letters: string }): string {
  return heading === '' ? t('desk.unnamed', { letters }) : heading;
}

/** «Row 5, order 700003: Region: «A» → «B»» */
export function changeLine(words: Words, { kind, row, orderId, cells }: ChangedRow): string {
  const { t } = words;
  const what = kind === 'changed' ? cells.map((cell) => t('earlier.cell', { column: columnName(words, cell), before: shown(words, cell.before), after: shown(words, cell.after) })).join('; ') : t(`earlier.row.${kind}`);
  return `${rowName(words, row, orderId)}: ${what}`;
}

export function unfitLine(words: Words, { reason, row, nowRow, orderId, column, before, after, now }: UnfitView): string {
  const { t } = words;
  const params = column && { column: columnName(words, column), before: shown(words, before), after: shown(words, after), now: shown(words, now ?? '') };
  return `${rowName(words, nowRow ?? row, orderId)}. ${params ? t(`earlier.unfit.${reason}`, params) : t('earlier.unfit.leftOut')}`;
}
