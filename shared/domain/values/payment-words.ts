/** Words about the payment: whether it was paid, and what stands beside an amount («180 000 сум (наличными)»). */
import { fold } from './fold.ts';

const paidWord =
  /(?<!\p{L})(?:оплачен\p{L}*|проплачен\p{L}*|предоплачен\p{L}*|tolangan|tolandi|tolab (?:boldi|qoyilgan|berdi)|туланган|туланди|fully paid|prepaid|paid)(?!\p{L})/u;
const notPaid = /(?<!\p{L})(?:не|ne|not|un|без)\s*(?:оплач|проплач|предоплач|paid|tolan)|tolanmagan|туланмаган/u;
const nothingToTake =
  /(?<!\p{L})(?:pul olinmasin|pul olmang|pul olma(?!\p{L})|пул олинмасин|пул олманг|деньги не брать|денег не брать|не брать ден\p{L}*|без оплаты|бесплатн\p{L}* доставк\p{L}*|доставк\p{L}* бесплатн\p{L}*|yetkazish bepul|bepul yetkaz\p{L}*|dostavka bepul|bepul dostavka|tekin dostavka|dostavka tekin|бепул етказ\p{L}*|free (?:delivery|shipping)|do not collect|dont collect)/u;

/** Whether the text says that it was paid, or that nothing is to be taken. */
export function saysPaid(text: string): boolean {
  const folded = fold(text);
  return nothingToTake.test(folded) || (paidWord.test(folded) && !notPaid.test(folded));
}

/** How it is, was or will be paid: nothing that changes the amount, as a discount, a delivery or a debt would. */
const ofPayment =
  /^(?:нал|налич|наличн\p{L}*|naqd\p{L}*|накд\p{L}*|нақд\p{L}*|cash|карт(?:а|у|е|ой|очк\p{L}*)|kart(?:a|ada|adan|aga)|карта(?:да|дан|га)|пластик\p{L}*|plastik\p{L}*|card|click|клик|payme|пейм[ие]|пэйм[ие]|uzum|узум|humo|хумо|uzcard|узкард|paynet|пайнет|терминал\p{L}*|terminal\p{L}*|перевод\p{L}*|perevod\p{L}*|otkazma|утказма|transfer|перечислен\p{L}*|перечис|pere(?:ch|4)islen\p{L}*|безнал\p{L}*|beznal\p{L}*|bank|банк|online|онлайн|оплачен\p{L}*|проплачен\p{L}*|оплата|оплатит|оплатил[аи]?|paid|prepaid|unpaid|payment|tolangan|tolandi|tolanmagan|tolov|туланган|туланди|туланмаган|тулов|тулайди|tolaydi|olganda|олганда|получении|курьеру|kuryerga|курерга)$/u;
const connecting = /^(?:не|на|при|через|в|и|с|по|by|on|in|via|not|va|ва|bilan|билан|orqali|оркали|qilib|килиб)$/u;
const amountBefore =
  /^((?=\d)[\d\s.,']*\d(?:\s*(?:ming|минг|k|к|тыс(?:яч\p{L}*)?|mln|млн|som|sum|сом|сум|uzs|soʻm|с[оу]м(?:ов|а))\.?(?!\p{L}))*)([\s,;:.()[\]/|–—-]+)(\p{L}[^\d]*)$/u;

/**
 * The amount of a text that says behind it how it is paid, and nothing else; null where the text is anything else, also
 * where the words hold a further number. `text`: in small letters, without apostrophes inside words.
 */
export function amountBesidePayment(text: string): string | null {
  const [, amount, , words] = amountBefore.exec(text) ?? [];
  if (amount === undefined || words === undefined) return null;
  const all = words.split(/[^\p{L}]+/u).filter((word) => word !== '');
  const isPayment = all.every((word) => ofPayment.test(word) || connecting.test(word));
  return isPayment && all.some((word) => ofPayment.test(word)) ? amount : null;
}
