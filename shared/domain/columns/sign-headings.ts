/** Headings of columns that say whether an order is to be sent: what was done with it already, or what is newer. */
import { fold } from '../values/fold.ts';

/** `why`: any words say why it was cancelled; `done`: a tick, date or number says that it was done; `cancelled`: … cancelled; `send`: «no» says not to send it. */
export type FlagKind = 'done' | 'cancelled' | 'send' | 'why';

const flags: readonly (readonly [FlagKind, RegExp])[] = [
  [
    'cancelled',
    /^(?:cancel\p{L}* (?:at|on|date)|cancelled|canceled|отмен(?:ен|ена|ено|ён)(?:\s|$)|дата отмены|bekor qilin(?:gan|di)(?: sana(?:si)?| vaqt(?:i)?)?$|бекор килин(?:ган|ди)|refunded at|returned at|дата возврата|возврат$|отмена(?: заказа)?$|отказ(?: клиента)?$|bekor(?: qilish)?$|бекор(?: килиш)?$|qaytarish$|кайтариш$|cancel$|refund$|return$|аннулирован(?:о|а)?$)/u,
  ],
  [
    'why',
    /^(?:причина (?:отмены|отказа|возврата)|bekor qilish sababi|qaytarish sababi|otkaz sababi|бекор килиш сабаби|кайтариш сабаби|cancel\p{L}* reason|(?:refund|return) reason|reason for (?:cancel\p{L}*|return))$/u,
  ],
  [
    'done',
    /^(?:доставлен(?:о|а)?$|выполнен(?:о|а)?$|отгружен(?:о|а)?$|вручен(?:о|а)?$|выдан(?:о|а)?$|отправлен(?:о|а)? в (?:wms|вмс)|внесен(?:о|а)?(?: в (?:wms|вмс|базу|систему))?$|в wms$|(?:id|ид|номер|no)(?: в)? (?:wms|вмс)$|(?:wms|вмс)(?: (?:id|ид|no|номер|raqami|da|га|ga))?$|wmsga kiritil\p{L}*|kiritil(?:di|gan)$|yetkazil(?:di|gan)$|yuboril(?:di|gan)$|jonatil(?:di|gan)$|юборил(?:ди|ган)$|жунатил(?:ди|ган)$|topshiril(?:di|gan)$|bajaril(?:di|gan)$|етказил(?:ди|ган)$|топширил(?:ди|ган)$|бажарил(?:ди|ган)$|киритил(?:ди|ган)$|delivered(?: at)?$|fulfilled(?: at)?$|shipped(?: at)?$|done$|completed(?: at)?$|дата факт$|фактическая дата(?: доставки)?$|дата вручения$)/u,
  ],
  [
    'send',
    /^(?:отправлять|отправить|отправляем|отгружать|yuborilsinmi|yuborilsin|yuborish kerakmi|юборилсинми|send|to send|ship it)$/u,
  ],
];

/** What a column under this heading says about sending; null: nothing. */
export function flagOfHeading(heading: string): FlagKind | null {
  const text = fold(heading.replace(/_/g, ' '));
  return flags.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** «Natija», «Результат звонка», «Call result»: what came of a call, or of the visit. */
const result =
  /^(?:(?:qongiroq|suhbat|aloqa|кунгирок|сухбат|алока|call) )?(?:natija(?:si)?|натижа(?:си)?|result|outcome)$|^(?:результат|итог|исход)(?: (?:звонка|прозвона|обзвона|разговора|общения))$|^результат$/u;

/** Whether the column says what came of each order, as a status does. */
export function isResultHeading(heading: string): boolean {
  return result.test(fold(heading.replace(/_/g, ' ')));
}

const newer =
  /^(?:новый|новая|новое|новые|актуальный|исправленный|yangi|янги|new|tuzatilgan|тузатилган|yangilangan)\s+(.+)$/u;

/** The heading without the word that says that its values take the place of older ones; null where there is none. */
export function olderHeading(heading: string): string | null {
  return newer.exec(fold(heading))?.[1] ?? null;
}
