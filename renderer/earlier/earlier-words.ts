/** The sentences of the bar over a file that was opened before. */
import type { EarlierVersion } from '../../shared/contract/earlier.ts';
import { workWords } from '../../shared/messages/earlier-sentences.ts';
import type { Words } from '../words/words.ts';

/** «This file was opened before, on …. Since then: 3 new rows, 1 row changed. Carry over your 12 corrections?» */
export function earlierSentence(
  words: Words,
  { fileName, openedAt, carriedOver, rows, work }: EarlierVersion,
  nameNow: string,
): string {
  const { t, formatDateTime } = words;
  if (carriedOver) return t('earlier.carried.unfit', { count: work.conflicts });
  const at = formatDateTime(openedAt);
  const changes = (['added', 'changed', 'removed'] as const)
    .filter((kind) => rows[kind] > 0)
    .map((kind) => t(`earlier.${kind}`, { count: rows[kind] }));
  return [
    fileName === nameNow ? t('earlier.opened', { at }) : t('earlier.opened.name', { name: fileName, at }),
    changes.length > 0 ? t('earlier.since', { changes: changes.join(', ') }) : t('earlier.same'),
    work.conflicts > 0 ? t('earlier.unfit', { count: work.conflicts }) : '',
    work.leftOutChanged > 0 ? t('earlier.leftOutChanged', { count: work.leftOutChanged }) : '',
    work.cells + work.leftOut + work.added > 0 ? t('earlier.ask', { work: workWords(t, work, 'earlier') }) : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}
