/** Tells a line of delivery among an order's wares: «Доставка по городу», «Yetkazib berish xizmati». Own compilation. */
import { fold } from './fold.ts';

/** Folded words; «курьерская сумка» is a ware. */
const ofDelivery =
  /^(?:доставк\p{L}*|dostavka\p{L}*|yetkazi\p{L}*|yetkazib|еткази\p{L}*|delivery|shipping|курьер|курьером|kuryer|kuryerlik)$/u;
const besides =
  /^(?:услуг\p{L}*|xizmat\p{L}*|хизмат\p{L}*|service|плата|стоимость|цена|haqi|хаки|narxi|нархи|puli|пули|fee|cost|charge|за|по|до|в|на|к|of|for|город\p{L}*|shahar\p{L}*|шахар\p{L}*|област\p{L}*|viloyat\p{L}*|вилоят\p{L}*|ташкент\p{L}*|toshkent\p{L}*|тошкент\p{L}*|адрес\p{L}*|manzil\p{L}*|манзил\p{L}*|двер\p{L}*|бесплатн\p{L}*|bepul|бепул|free|экспресс|express|ekspress|срочн\p{L}*|tezkor|тезкор|такси|taksi|taxi|berish|бериш|uchun|учун|почт\p{L}*|pochta|bts|сум|som|sum|\d+)$/u;

/** Whether the text names delivery and nothing that could be a ware. */
export function namesDelivery(text: string): boolean {
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return (
    words.some((word) => ofDelivery.test(word)) && words.every((word) => ofDelivery.test(word) || besides.test(word))
  );
}
