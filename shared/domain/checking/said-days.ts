/** Reads which day a title, a sheet's name or a line between the orders says, and whether it says what the day is for. */
import { cleanText } from '../values/clean-text.ts';
import { readClock } from '../values/dates/clock-text.ts';
import { readDate } from '../values/dates/date-text.ts';
import { monthPattern } from '../values/dates/month-words.ts';
import { nearestDay } from '../values/dates/near-day.ts';
import { fitsDayWords, withoutDayWords } from '../values/dates/relative-date.ts';
import { localFromSerial, parseSerial, plausibleSerials, to1900Serial } from '../values/dates/serial.ts';

/** A day, an hour, or both, as a line says them. */
export interface Said {
  /** `YYYY-MM-DD`; null: only an hour. */
  readonly day: string | null;
  /** `HH:MM` */
  readonly clock: string | null;
  readonly text: string;
  /** Whether the day may be one of delivery: it is to come, or it is today and the words say so. */
  readonly isAhead: boolean;
  /** Whether its words say what the day is for: «Dostavka 03.12», «3-dekabr uchun». */
  readonly isOfDelivery: boolean;
  /** Whether they say so without a doubt: «Доставка на 3 декабря», «Заказы на 3 декабря». */
  readonly isPlain: boolean;
  /** Whether hardly anything but the day is said: «Понедельник, 30.11.2026». */
  readonly isAlone: boolean;
}

export const longestLine = 120;

const numeric = /(?<![\d.,])(\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}(?!\d))/gu;
const named = new RegExp(
  `(?<!\\d)(\\d{4}\\s*-?\\s*(?:yil|йил)\\s+\\d{1,2}[\\s-]*${monthPattern}|\\d{1,2}(?:\\s*-?\\s*(?:chi|чи|е|го))?[\\s-]*${monthPattern}(?:[\\s,-]*\\d{4}(?!\\d))?)`,
  'giu',
);
const dayAndMonth = /(?<![\d.,:])(\d{1,2}\.\d{2})(?![\d.:])/gu;
/** «30.11.2026 – 06.12.2026», «с 30 ноября по 6 декабря», «1–6 декабря»: several days, of which none holds for all. */
const monthNumber = '(?:0?[1-9]|1[0-2])(?!\\d)';
const spanOfDays = new RegExp(
  `(?<![\\d.:])\\d{1,2}(?:[./]${monthNumber}(?:[./]\\d{2,4})?|[\\s-]*${monthPattern}(?:\\s*\\d{4})?)(?:\\s*г\\.?)?` +
    `\\s*(?:[-–—]|по|до|dan|дан)\\s*\\d{1,2}(?:[./]${monthNumber}(?!:)|[\\s-]*${monthPattern})` +
    `|(?<![\\d.:])\\d{1,2}[-–—]\\d{1,2}\\s*${monthPattern}`,
  'iu',
);
/** «5 и 6 декабря», «5, 6-dekabr»: the number before a day of the month is another day. */
const dayBefore =
  /(?<![\d.:№#])\d{1,2}\s*(?:-?\s*(?:chi|чи|е|го))?\s*(?:&|(?<!\p{L})(?:и|или|va|ва|yoki|ёки|and|or))\s*$/iu;
const dayListed = /(?<![\d.:№#])\d{1,2}\s*(?:-?\s*(?:chi|чи|е|го))?\s*[,/+]\s*$/iu;
const clockInText = /(?<![\d.:])((?:[01]?\d|2[0-3]):[0-5]\d(?:\s*[-–—]\s*(?:[01]?\d|2[0-3]):[0-5]\d)?)(?![\d:])/u;
/** Days of other things: when the list or the orders were made, of a contract, of a bill, up to a day. */
const otherDay = new RegExp(
  'созда|сформир|состав|печат|tuzil|yaratil|chop et|тузил|яратил|договор|shartnoma|шартнома|created|printed|invoice|' +
    'счет|накладн|период|davr|отчет|hisobot|поступ|принят|оформл|tushgan|тушган|kelgan|келган|received|' +
    '(?<!\\p{L})(?:за|до)\\s+(?:\\p{L}+\\s*,?\\s+)?\\d{1,2}(?!\\s*(?:[:\\d]|ч))',
  'iu',
);
/** Days of prices, of what is left, of payments: beside a word of delivering these say something else. */
const dayOfPrices = /прайс|price|narx|нарх|остат|qoldiq|қолдиқ|баланс|акци|aksiya|действ|оплат|to.?lov|тўлов/iu;
/** «на 3 декабря», «3-dekabr uchun», «03.12.2026 ga» */
const forDay = /(?<!\p{L})на\s+(?:\p{L}+\s*,?\s+)?\d|\d\S*(?:\s*\p{L}{3,12})?\s*(?:uchun|учун|ga|га)(?!\p{L})/iu;
const delivery = /достав|отгруз|привез|развоз|рейс|yetkaz|етказ|deliver|ship/iu;
/** What leaves the warehouse on a day is with its customer on that day or the next. */
const leaving = /отгруз|ship/iu;
const onDay = /kuni|кун[иу]/iu;
const orders = /заказ|заявк|buyurt|буюрт|zakaz|order/iu;

/** What the cells of a row say, each together with the cell before it, which may be its label: «Дата доставки: | 28.11.2026». */
export class SaidOfRow {
  readonly said: Said[] = [];
  #label = '';
  readonly #date1904: boolean;
  readonly #today: string;

  /** @param today `YYYY-MM-DD` */
  constructor(date1904: boolean, today: string) {
    this.#date1904 = date1904;
    this.#today = today;
  }

  add(kind: string, text: string): void {
    const label = this.#label;
    this.#label = kind === 'text' && text.trim().endsWith(':') ? text : '';
    const found = saidOf(kind, text, label, this.#date1904, this.#today);
    if (found !== null) this.said.push(found);
  }
}

/** What a text says; null: no day and no hour. @param today `YYYY-MM-DD` */
export function saidOfText(text: string, today: string): Said | null {
  return saidOf('text', text, '', false, today);
}

function saidOf(kind: string, text: string, label: string, date1904: boolean, today: string): Said | null {
  if (kind === 'date') {
    const serial = to1900Serial(parseSerial(text), date1904);
    const local = serial >= plausibleSerials.from ? localFromSerial(serial) : undefined;
    return local === undefined || isOfSomethingElse(label)
      ? null
      : saidDay(local.slice(0, 10), clockOf(local.slice(11, 16)), spelled(local.slice(0, 10)), label, today);
  }
  if (kind !== 'text' || text.length > longestLine || isOfSomethingElse(`${label} ${text}`)) return null;
  const clean = cleanText(text).text;
  const hour = clockInText.exec(clean)?.[1];
  const clock = hour === undefined ? null : clockOf(hour);
  const day = dayIn(clean, today);
  if (day !== null) return saidDay(day, clock, clean, label, today);
  return clock !== null && isOfHour(clean.replace(hour ?? '', ''))
    ? { day: null, clock, text: clean, isAhead: true, isOfDelivery: false, isPlain: false, isAlone: true }
    : null;
}

const isOfSomethingElse = (words: string): boolean =>
  otherDay.test(words) || (dayOfPrices.test(words) && !delivery.test(words));

function saidDay(day: string, clock: string | null, text: string, label: string, today: string): Said {
  const words = `${label} ${text}`;
  const isDelivered = delivery.test(words);
  const isForDay = forDay.test(text);
  const isOrdered = orders.test(words);
  const isToday = isDelivered || (isOrdered && isForDay);
  const fits = fitsDayWords(text, day, today);
  return {
    day,
    clock,
    text: label === '' ? text : `${cleanText(label).text} ${text}`,
    isAhead: isAhead(day, today, isToday),
    isOfDelivery: fits && (isDelivered || isForDay || onDay.test(words)),
    isPlain: fits && ((isDelivered && !leaving.test(words)) || (isOrdered && (isForDay || onDay.test(text)))),
    isAlone: fits && lettersIn(withoutDayWords(words).replace(new RegExp(monthPattern, 'giu'), '')) < 5,
  };
}

/** Whether an hour's line says little else, or what happens then: «Yetkazish 17:00», «2-reys, 17:00». */
const isOfHour = (words: string): boolean =>
  lettersIn(words) < 5 || (delivery.test(words) && lettersIn(words) < mostHourWords);
const mostHourWords = 25;

const lettersIn = (text: string): number => text.replace(/\P{L}/gu, '').length;

/** Today is the day of the list rather than of delivery, unless the words say so. */
function isAhead(day: string, today: string, isSaid: boolean): boolean {
  return (isSaid ? day >= today : day > today) && day <= `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
}

/** The day that a sheet's name says, past or to come; null: none. @param today `YYYY-MM-DD` */
export function dayOfName(name: string, today: string): string | null {
  if (otherDay.test(name)) return null;
  const { text } = cleanText(name);
  // «27.11 пятница»
  return dayIn(text, today) ?? dayIn(text.replace(/\p{L}+/gu, ' '), today);
}

/** The one day that the text says; null: none, or several. */
function dayIn(text: string, today: string): string | null {
  if (spanOfDays.test(text)) return null;
  const isShort =
    lettersIn(withoutDayWords(text)) < 5 || delivery.test(text) || (orders.test(text) && forDay.test(text));
  const found = (pattern: RegExp) => [...text.matchAll(pattern)].map((part) => ({ part, isNamed: pattern === named }));
  const full = [...found(numeric), ...found(named)];
  const parts = full.length > 0 || !isShort ? full : found(dayAndMonth);
  const isOneOfTwo = parts.some(({ part: { index }, isNamed }) => {
    const before = text.slice(0, index);
    return dayBefore.test(before) || (isNamed && dayListed.test(before));
  });
  if (isOneOfTwo) return null;
  const days = new Set(parts.map(({ part }) => dayOfPart(part[1] ?? '', today)));
  const [day] = days;
  return days.size === 1 ? (day ?? null) : null;
}

function dayOfPart(part: string, today: string): string | null {
  const read = readDate(part);
  if (read.kind === 'date') return dayOf(read.year, read.month, read.day);
  if (read.kind === 'numeric') return dayOf(read.year, read.second, read.first);
  if (read.kind !== 'noYear') return null;
  const near = nearestDay(read.first, read.second, today);
  return near === null ? null : dayOf(near.year, near.month, near.day);
}

function dayOf(year: number, month: number, day: number): string | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    : null;
}

function clockOf(text: string): string | null {
  const read = readClock(text);
  return read == null || text === '00:00'
    ? null
    : `${String(read.hour).padStart(2, '0')}:${String(read.minute).padStart(2, '0')}`;
}

/** `YYYY-MM-DD` → `DD.MM.YYYY` */
export function spelled(day: string): string {
  return day.split('-').toReversed().join('.');
}
