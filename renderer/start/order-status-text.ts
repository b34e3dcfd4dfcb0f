/** The answer to «what became of this order», as one line for a message. */
import type { FoundOrder } from '../../shared/contract/files.ts';
import type { Translator } from '../../shared/messages/translator.ts';
import { formatTashkentTime } from '../../shared/domain/values/dates/tashkent-time.ts';
import { inSentence } from '../words/in-sentence.ts';

/** `1220011: accepted, 03.10.2026 09:12, WMS id 90412, file «X», row 12`. Names and phones stay out: it goes into chats. */
export function orderStatusText(
  t: Translator,
  { orderId, state, at, wmsId, fileName, row, practice }: FoundOrder,
): string {
  const parts = [
    inSentence(t(`state.${state}`)),
    formatTashkentTime(at),
    wmsId !== null && t('search.wmsId', { id: wmsId }),
    t('search.file', { name: fileName }),
    row !== null && inSentence(t('place.row', { row })),
    practice && inSentence(t('start.practice')),
  ];
  return `${orderId}: ${parts.filter((part) => part !== false).join(', ')}`;
}
