/** The answer to «what became of this order», as one line for a message. */
import type { FoundOrder } from '../../shared/contract/files.ts';
import { changeWords } from '../../shared/messages/change-sentences.ts';
import type { Translator } from '../../shared/messages/translator.ts';
import { formatTashkentTime } from '../../shared/domain/values/dates/tashkent-time.ts';
import { inSentence } from '../words/in-sentence.ts';

/** `1220011: accepted, 03.10.2026 09:12, WMS id 90412, file «X», row 12`. Names and phones stay out: it goes into chats. */
export function orderStatusText(t: Translator, order: FoundOrder): string {
  const { orderId, state, at, wmsId, fileName, row, practice, by, changes } = order;
  const parts = [
    inSentence(t(`state.${state}`)),
    formatTashkentTime(at),
    by ?? false,
    wmsId !== null && t('search.wmsId', { id: wmsId }),
    t('search.file', { name: fileName }),
    row !== null && inSentence(t('place.row', { row })),
    practice && inSentence(t('start.practice')),
    changes.length > 0 && inSentence(t('changes.title')),
  ];
  return `${orderId}: ${parts.filter((part) => part !== false).join(', ')}`;
}

/** What is to be changed in the WMS: `Phone: +998… → +998…; Quantity (product 7): 1 → 3`. */
export function changesText(t: Translator, { changes }: FoundOrder): string {
  return changes
    .flatMap((order) => order.changes.map((change) => changeWords(t, change, order.compared)))
    .map(({ field, before, after }) => `${field}: ${t('changes.value', { before, after })}`)
    .join('; ');
}
