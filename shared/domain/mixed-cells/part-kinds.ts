/** What a part of a text can be by its own look, without a label before it. */
import { matchCity, matchRegion } from '../regions/match-region.ts';
import { looksLikeProductList } from '../values/listed-products.ts';
import { readDate } from '../values/dates/date-text.ts';

/** Fields that a part can be without a label. */
export type PartField = 'order_id' | 'full_name' | 'phone' | 'address' | 'scheduled_at' | 'product_name' | 'total';

const surnameEnd =
  /(?:ov|ev|ova|eva|yev|yeva|ов|ев|ова|ева|ёв|ёва|ин|ина|skiy|ская|ский|вич|вна|vich|vna|qizi|кизи|қизи|ogli|ўғли|угли|jon|жон|xon|хон|bek|бек|оглы|oglu|улы|кызы)$/iu;
const placeWords =
  /(?<!\p{L})(?:ул|улица|дом|кв|квартира|мкр|микрорайон|массив|махалля|маҳалла|кўча\p{L}*|куча\p{L}*|уй|ko[ʻʼ’‘'`]?cha\p{L}*|uy|xonadon|kvartira|kvartal|квартал|mavze\p{L}*|mahalla\p{L}*|mfy|мфй|tuman\p{L}*|туман\p{L}*|р-н|район\p{L}*|шахар|шаҳар|shahar\p{L}*|shahri|sh|ш|г|t|viloyat\p{L}*|вилоят\p{L}*|обл\p{L}*|город|street|apt|daha\p{L}*|к-ча|ориентир\p{L}*|mo[ʻʼ’‘'`]?ljal\p{L}*|bozor\p{L}*|etaj|этаж|подъезд|dom|padez|orqasi|yonida|yoni|oldida|рядом|напротив|блок)(?!\p{L})/iu;

/** The digits of a phone as people write them; at least nine, in groups. */
export const phoneInText =
  /(?<![\d+])(?:\+?998[\s(–-]*|8[\s-]*(?=\(?[3-9]\d))?\(?(?:20|33|50|55|6[1-9]|7[0-9]|8[0178]|9[0-57-9])\)?[\s.–-]*\d{3}[\s.–-]*\d{2}[\s.–-]*\d{2}(?!\d)/gu;

const dayAtStart =
  /^(?:\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)(?:[\s,]+(?:soat\s+|соат\s+|в\s+|к\s+)?\d{1,2}[:.]\d{2}(?:\s*[-–]\s*\d{1,2}[:.]\d{2})?(?!\d))?|\d{1,2}\.\d{1,2}[\s,]+(?:soat\s+|соат\s+|в\s+|к\s+)?\d{1,2}:\d{2}(?!\d))/u;

/** The date (with its time) that a text begins with, and what follows it; undefined where it begins with none. */
export function dateAtStart(text: string): { readonly date: string; readonly rest: string } | undefined {
  const found = dayAtStart.exec(text);
  if (!found) return undefined;
  const date = found[0].replace(/[\s,]+(?:soat|соат|в|к)\s+/iu, ' ');
  const read = readDate(date);
  if (read.kind === 'unreadable' || read.kind === 'onlyTime') return undefined;
  return { date, rest: text.slice(found[0].length).replace(/^[\s,;|–-]+/u, '') };
}

/** Whether a text is a person's name: words without digits, with a surname's ending or capitals. */
export function isPersonName(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  if (words.length > 4 || placeWords.test(text)) return false;
  if (!words.every((word) => /^\p{L}[\p{L}\p{M}.ʻʼ‘’'`-]*$/u.test(word))) return false;
  if (words.some((word) => surnameEnd.test(word) && word.length > 3)) return true;
  return words.length >= 2 && words.every((word) => /^\p{Lu}/u.test(word)) && !isPlace(text);
}

/** Whether a text names a region, a town or a district. */
export function isPlace(text: string): boolean {
  return matchRegion(text).kind !== 'unknown' || matchCity(text).kind !== 'unknown';
}

/** Whether a text is about a place: a word for streets, houses, towns, or a place's name. */
export function isPlaceText(text: string): boolean {
  return placeWords.test(text) || isPlace(text);
}

const sumText =
  /^(?:\d{1,3}(?:[ .,\u00A0]\d{3})+|\d{4,9})\s*(?:so[ʻʼ’‘'`]?m|сум\p{L}*|сўм|сом|sum|uzs)?$|^\d{1,4}(?:[.,]\d+)?\s*(?:ming|минг|тыс\p{L}*|mln|млн)\.?\s*(?:so[ʻʼ’‘'`]?m|сум\p{L}*|сўм|sum)?$/iu;

/** Whether a text is a sum with its currency, or of four digits and more. */
export function isSumText(text: string): boolean {
  return sumText.test(text.trim());
}

/** Whether a text lists products with their quantities, and is no address («12 dona» is, «12-mavze» is not). */
export function isProductText(text: string): boolean {
  return looksLikeProductList(text) && !placeWords.test(text);
}
