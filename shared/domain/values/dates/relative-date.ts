/** Resolves relative dates such as «tomorrow 14:00», «juma», «завтра после обеда», typed or in a cell (docs/domain.md, «Dates»). */
import { localFromEpoch } from './tashkent-time.ts';

/** Days from today. */
const dayOffsets: Readonly<Record<string, number>> = {
  today: 0,
  bugun: 0,
  bugunga: 0,
  бугун: 0,
  бугунга: 0,
  сегодня: 0,
  tomorrow: 1,
  ertaga: 1,
  ertanga: 1,
  ertangi: 1,
  эртага: 1,
  эртанги: 1,
  завтра: 1,
  'day after tomorrow': 2,
  indin: 2,
  indinga: 2,
  индин: 2,
  индинга: 2,
  послезавтра: 2,
};

/** Days of the week, Sunday first; each with its spellings. */
const weekdays: readonly (readonly string[])[] = [
  ['yakshanba', 'yakshanbaga', 'якшанба', 'якшанбага', 'воскресенье', 'вс', 'sunday', 'sun'],
  ['dushanba', 'dushanbaga', 'душанба', 'душанбага', 'понедельник', 'пн', 'monday', 'mon'],
  ['seshanba', 'seshanbaga', 'сешанба', 'сешанбага', 'вторник', 'вт', 'tuesday', 'tue'],
  ['chorshanba', 'chorshanbaga', 'чоршанба', 'чоршанбага', 'среда', 'среду', 'ср', 'wednesday', 'wed'],
  ['payshanba', 'payshanbaga', 'пайшанба', 'пайшанбага', 'четверг', 'чт', 'thursday', 'thu'],
  ['juma', 'jumaga', 'жума', 'жумага', 'пятница', 'пятницу', 'пт', 'friday', 'fri'],
  ['shanba', 'shanbaga', 'шанба', 'шанбага', 'суббота', 'субботу', 'сб', 'saturday', 'sat'],
];

/** Parts of the day, and the hour that stands for them: our own reading. */
const dayParts: Readonly<Record<string, string>> = {
  утром: '09:00',
  'с утра': '09:00',
  ertalab: '09:00',
  эрталаб: '09:00',
  morning: '09:00',
  'до обеда': '10:00',
  tushgacha: '10:00',
  тушгача: '10:00',
  днем: '13:00',
  'в обед': '13:00',
  tushda: '13:00',
  тушда: '13:00',
  'после обеда': '14:00',
  'tushdan keyin': '14:00',
  'тушдан кейин': '14:00',
  abetdan: '14:00',
  afternoon: '14:00',
  вечером: '18:00',
  kechqurun: '18:00',
  кечкурун: '18:00',
  кечқурун: '18:00',
  evening: '18:00',
};

const clock =
  /(?:^|\s)(?:soat|соат|в|at|после|с|к)?\s*(\d{1,2}):(\d\d)(?:\s*(?:dan|дан|da|да|ga|га))?(?:\s*(?:keyin|кейин|gacha|гача))?$/u;

interface RelativeDate {
  /** Days from today. */
  readonly offset: number | null;
  /** 0 Sunday … 6; null: not a day of the week. */
  readonly weekday: number | null;
  readonly time: string | null;
}

function readRelative(text: string): RelativeDate | undefined {
  let words = text.trim().toLowerCase().replace(/ё/g, 'е').replace(/[,.]+/g, ' ').replace(/\s+/g, ' ').trim();
  const found = clock.exec(words);
  let time: string | null = null;
  if (found) {
    const [hours, minutes] = [Number(found[1]), Number(found[2])];
    if (hours > 23 || minutes > 59) return undefined;
    time = `${String(hours).padStart(2, '0')}:${found[2]}`;
    words = words.slice(0, found.index).trim();
  } else {
    const part = Object.keys(dayParts).find((one) => words.endsWith(` ${one}`));
    if (part !== undefined) {
      time = dayParts[part] ?? null;
      words = words.slice(0, -part.length).trim();
    }
  }
  words = words.replace(/^(?:на|в|во|к|on)\s+/u, '').replace(/\s+(?:kuni|куни|kunga|кунга)$/u, '');
  if (Object.hasOwn(dayOffsets, words)) return { offset: dayOffsets[words] ?? 0, weekday: null, time };
  const weekday = weekdays.findIndex((names) => names.includes(words));
  return weekday < 0 ? undefined : { offset: null, weekday, time };
}

/** «03.12 утром» → the text before the part of the day, and the hour that stands for it; undefined where none ends it. */
export function splitDayPart(text: string): { readonly before: string; readonly time: string } | undefined {
  const words = text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[,.\s]+$/u, '');
  const part = Object.keys(dayParts).find((one) => words.endsWith(` ${one}`));
  if (part === undefined) return undefined;
  return { before: words.slice(0, -part.length).replace(/[,;\s]+$/u, ''), time: dayParts[part] ?? '' };
}

/** Whether the text is a part of the day and nothing else: «утром», «tushdan keyin». */
export function isDayPart(text: string): boolean {
  return splitDayPart(`- ${text.trim()}`)?.before === '-';
}

/** Whether the text is a day counted from the day on which it was written. */
export function isRelativeDate(text: string): boolean {
  return readRelative(text) !== undefined;
}

/**
 * «tomorrow 14:00», «ertaga», «juma tushdan keyin», «завтра в 14:00» → `25.11.2026 14:00` (the time only where one is
 * given), or undefined where the text is not relative. A day of the week is the next one, not today. `now` in
 * milliseconds since 1970.
 */
export function resolveRelativeDate(text: string, now: number): string | undefined {
  const read = readRelative(text);
  if (read === undefined) return undefined;
  const today = new Date(`${localFromEpoch(now).slice(0, 10)}T00:00:00Z`).getUTCDay();
  const offset = read.offset ?? (((read.weekday ?? 0) - today + 6) % 7) + 1;
  const [year, month, day] = localFromEpoch(now + offset * 86_400_000)
    .slice(0, 10)
    .split('-');
  return `${day}.${month}.${year}${read.time === null ? '' : ` ${read.time}`}`;
}

const weekdayOf = (word: string): number => weekdays.findIndex((names) => names.includes(word));

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .match(/\p{L}+/gu) ?? [];

/**
 * Whether the words beside a day («суббота», «ertaga») may mean that day: a day of the week is its own, and a day that is
 * counted («завтра 5 декабря») was written no later than today. @param day, today `YYYY-MM-DD`
 */
export function fitsDayWords(text: string, day: string, today: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  const words = wordsOf(text);
  const named = words.map(weekdayOf).filter((weekday) => weekday >= 0);
  if (named.length > 0 && !named.includes(at.getUTCDay())) return false;
  return words.every((word) => {
    if (!Object.hasOwn(dayOffsets, word)) return true;
    const written = new Date(at.getTime() - (dayOffsets[word] ?? 0) * 86_400_000);
    return written.toISOString().slice(0, 10) <= today;
  });
}

/** Whether one of the text's words is tomorrow, and none another day that is counted. */
export function namesTomorrow(text: string): boolean {
  const counted = wordsOf(text).flatMap((word) => (Object.hasOwn(dayOffsets, word) ? [dayOffsets[word]] : []));
  return counted.length > 0 && counted.every((offset) => offset === 1);
}

/** The text without words that only say which day it is: «суббота», «ertaga», «kuni». */
export function withoutDayWords(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const [plain = ''] = wordsOf(word);
    return weekdayOf(plain) >= 0 ||
      Object.hasOwn(dayOffsets, plain) ||
      /^(?:kuni|куни|день|сана|sana|дата)$/u.test(plain)
      ? ' '
      : word;
  });
}
