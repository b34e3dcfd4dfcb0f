/** Parses the time of day beside a date: «14:00», «2:00 pm», «10:00–12:00», «14-00», «21:06:21 +0400». */
import { weekdayPattern } from './month-words.ts';

export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC where the text names a zone; null: Tashkent time. */
  readonly zone: number | null;
  /** A time span or an «until»: the time is its start, or its end where there is no start. */
  readonly isTimeWindow: boolean;
}

const time = '(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?:\\s*([ap])\\.?\\s?m\\.?)?';
const clock = new RegExp(
  `^${time}(?:\\s*(z|utc|gmt|(?:utc|gmt)?\\s?[+-]\\d{2}:?\\d{2}|(?:utc|gmt)?\\s?\\+\\d{1,2}))?$`,
);
const part = '(\\d{1,2})(?:[:.](\\d{2}))?';
const span = new RegExp(
  `^(?:с|c|from)?\\s*${part}(?::\\d{2})?\\s*(?:-|–|—|~|до|to|dan|дан)\\s*${part}(?::\\d{2})?(?:\\s*(?:gacha|гача))?$`,
);
const until = new RegExp(`^(?:(?:до|by|until)\\s*${part}|${part}\\s*(?:gacha|гача))$`);
const after = new RegExp(
  `^(?:после|с|c|from|after|не раньше|от)\\s*${part}$|^${part}\\s*(?:dan|дан)(?:\\s*(?:keyin|кейин|so.?ng|сўнг|boshlab|бошлаб))?$|^${part}\\s*(?:keyin|кейин)$`,
);
const loose = /^(\d{1,2})[.-](\d{2})$/;
const hourWord = '(?:ч|час\\p{L}*|h|soat\\p{L}*|соат\\p{L}*|da|да)';
const hourOnly = new RegExp(
  `^(?:(?:soat|соат|в|к|at)\\s*(\\d{1,2})(?:\\s*${hourWord})?|(\\d{1,2})\\s*${hourWord})\\.?$`,
  'u',
);
const words = new RegExp(`(?<!\\p{L})(?:${weekdayPattern}|kuni|куни|yil|йил|y|год[ау]?|г|й)(?!\\p{L})\\.?`, 'gu');
const leading = /^(?:t(?=\d)|(?:soat|соат|в|к|at)\s+(?=\d{1,2}[:.]))/;
const trailing = /(?<=\d)\s*(?:da|да)$/;

/** Parses what a cell holds besides the date: null where that is nothing, undefined where it is no time. */
export function readClock(rest: string): ClockTime | null | undefined {
  const text = rest.replace(words, ' ').replace(/^[\s,;*().]+|[\s,;*().]+$/g, '');
  if (text === '') return null;
  const bare = text.replace(leading, '').trim();
  const isIso = bare !== text && text.startsWith('t');
  return checked(
    readExact(bare, isIso) ?? readExact(bare.replace(trailing, ''), isIso) ?? readWindow(bare) ?? readLoose(bare, text),
  );
}

type Unchecked = ClockTime | undefined;

function checked(found: Unchecked): ClockTime | undefined {
  return found && found.hour < 24 && found.minute < 60 && found.second < 60 ? found : undefined;
}

function at(hour: string | undefined, minute: string | undefined, isTimeWindow = false): ClockTime {
  return { hour: Number(hour), minute: Number(minute ?? 0), second: 0, zone: null, isTimeWindow };
}

function readExact(text: string, isIso: boolean): Unchecked {
  const found = clock.exec(text);
  if (!found) return undefined;
  const [, hour = '', minute, second, half, zone] = found;
  // «10:00-12:00» is a time span; «14:00:00-05:00» names a zone.
  if (zone?.startsWith('-') && zone.includes(':') && second === undefined && !isIso) return undefined;
  return {
    ...at(String(inHalf(Number(hour), half)), minute),
    second: Number(second ?? 0),
    zone: zone === undefined ? null : minutesEast(zone),
  };
}

function inHalf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function minutesEast(zone: string): number {
  const found = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!found) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0));
}

function readWindow(text: string): Unchecked {
  const end = until.exec(text);
  if (end) return at(end[1] ?? end[3], end[2] ?? end[4], true);
  const start = after.exec(text);
  if (start) return at(start[1] ?? start[3] ?? start[5], start[2] ?? start[4] ?? start[6], true);
  const found = span.exec(text);
  if (!found) return undefined;
  const [, fromHour, fromMinute, toHour, toMinute] = found;
  // «14-00» is a time, «10-12» a time span.
  const hoursOnly = fromMinute === undefined && toMinute === undefined;
  if (hoursOnly && (Number(toHour) <= Number(fromHour) || Number(toHour) > 24)) return undefined;
  return Number(toHour) > 24 ? undefined : at(fromHour, fromMinute, true);
}

function readLoose(bare: string, text: string): Unchecked {
  const dotted = loose.exec(bare);
  if (dotted) return at(dotted[1], dotted[2]);
  const hour = hourOnly.exec(text);
  return hour ? at(hour[1] ?? hour[2], undefined) : undefined;
}
