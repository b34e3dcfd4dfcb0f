/**
 * Finds the day to which a remark moves a delivery: «перенести на 27.11», «3-dekabrga oʻtkazildi», «клиент просит доставку
 * 04.12», «payshanba kuni olib borilsin». Our own reading; what it finds is only offered.
 */
import { monthOf, monthPattern } from './month-words.ts';

export interface NotedDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** HH:MM; null: the remark names none. */
  readonly time: string | null;
}

/** A longer text is a story. */
const longestNote = 160;
/** Days ahead that are still a delivery's. */
const mostAhead = 120;
const aDay = 86_400_000;

const quickTest =
  /\d|завтра|ertaga|эртага|indin|индин|tomorrow|shanba|juma|шанба|жума|понедельник|вторник|сред[ау]|четверг|пятниц|суббот|воскресен/iu;
const moving =
  /(?<!\p{L})(?:пере(?:нес|нос|двин|ста[вн])|отлож|сдвин|сместит|измен\p{L}* дат|друг\p{L}* д(?:ень|ня)|ko.?chir|o.?tkazil|o.?tkazamiz|sur(?:ildi|ilsin|ing)|surib|qoldir|кучир|кўчир|утказ|ўтказ|сурил|колдир|қолдир|postpone|reschedul|moved? to|change date)/iu;
const delivering =
  /(?<!\p{L})(?:достав|привез|привоз|отвез|отвоз|вез(?:ти|ите|ем)|вруч|к получени|ждут|просит|просил|хочет|yetkaz|eltib|olib (?:bor|kel|chiq)|yubor|kerak|so.?ra|berilsin|bering|етказ|элтиб|олиб (?:бор|кел|чик|чиқ)|юбор|керак|сўра|сура|берилсин|беринг|deliver|bring|arrive|wants)/iu;
/** Days of something else: of paying, of a feast, of ordering. */
const otherDays =
  /(?<!\p{L})(?:оплат|оплач|предоплат|аванс|кредит|рассроч|скид|акци|рожд|др(?!\p{L})|юбил|свадь|подар|гаранти|срок годн|заказ\p{L}* от|заказал|договор|накладн|счет|чек|to.?lov|to.?la[dn]|avans|kredit|nasiya|chegirma|aksiya|tug.?il|to.?y(?!\p{L})|sovg|hadya|buyurtma qil|shartnoma|тулов|тўлов|тула[дн]|тўла[дн]|аванс|насия|чегирма|туг.?ил|туғил|той|тўй|совга|совға|шартнома|paid|payment|birthday|wedding|gift|invoice|ordered)/iu;
/** What may stand beside a date that is all that a remark says. */
const fillers =
  /(?<!\p{L})(?:на|в|во|к|с|до|после|соат|soat|kuni|куни|kun|кун|kunga|кунга|sanaga|санага|ga|га|da|да|dan|дан|keyin|кейин|число|числа|ч|час\p{L}*|г|год[ау]?|yil\p{L}*|at|on|after|yangi|янги|нов\p{L}*|дата|sana)(?!\p{L})|[\s\d:.,;()/–—-]+/giu;

const numeric = /(?<![\d.,:/-])(\d{1,2})[./](\d{1,2})(?:[./](20\d\d|\d\d))?(?![\d:])/gu;
const named = new RegExp(String.raw`(?<!\d)(\d{1,2})(?:-?(?:го|е|ое|chi|чи))?[\s.-]*${monthPattern}`, 'giu');
/** «3 или 4 декабря» is no day. */
const either = new RegExp(
  String.raw`\d{1,2}(?:-?(?:го|е))?\s*(?:или|либо|yoki|ёки|or|[/–-])\s*\d{1,2}[\s.-]*${monthPattern}`,
  'iu',
);
const numbered =
  /(?<![\d.,:])(\d{1,2})(?:(?:-?(?:го|е|ое))?\s+числ[оа]|-(?:го|е|ое)(?!\p{L})|[\s-]*(?:chi|чи|инчи)?[\s-]*(?:sana(?:ga|da)|сана(?:га|да)))/giu;
const weekdays: readonly RegExp[] = [
  /(?<!\p{L})(?:yakshanba|якшанба|воскресень|sunday)/iu,
  /(?<!\p{L})(?:dushanba|душанба|понедельник|monday)/iu,
  /(?<!\p{L})(?:seshanba|сешанба|вторник|tuesday)/iu,
  /(?<!\p{L})(?:chorshanba|чоршанба|в[оа]? сред[уа]|wednesday)/iu,
  /(?<!\p{L})(?:payshanba|пайшанба|четверг|thursday)/iu,
  // «Jumaboyev» is a name.
  /(?<!\p{L})(?:juma(?:ga|da)?|жума(?:га|да)?|пятниц\p{L}*|friday)(?!\p{L})/iu,
  /(?<!\p{L})(?:shanba|шанба|суббот|saturday)/iu,
];
/** «завтра», and «послезавтра»: a day or two after the one on which the remark was made. */
const nextDay = /(?<!\p{L})(?:завтра|ertaga|эртага|tomorrow)(?!\p{L})/iu;
const secondDay = /(?<!\p{L})(?:послезавтра|indin(?:ga)?|индин(?:га)?|day after tomorrow)(?!\p{L})/iu;
const clock = /(?<![\d.])(\d{1,2}):([0-5]\d)(?!\d)/u;

const dayText = (epoch: number): string => new Date(epoch).toISOString().slice(0, 10);
const epochOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The day with this number and month that is nearest after today; null: there is none. */
function dayOf(day: number, month: number, year: string | undefined, today: string): string | null {
  const given = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
  for (const one of given === null ? [Number(today.slice(0, 4)), Number(today.slice(0, 4)) + 1] : [given]) {
    const text = `${one}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const epoch = epochOf(text);
    if (!Number.isNaN(epoch) && dayText(epoch) === text && (given !== null || text >= today)) return text;
  }
  return null;
}

/** All days that the note names with a date. */
function datedDays(note: string, today: string): string[] {
  const found: (string | null)[] = [];
  for (const [, day, month, year] of note.matchAll(numeric))
    if (month?.length === 2 || year !== undefined) found.push(dayOf(Number(day), Number(month), year, today));
  for (const [, day, month] of note.matchAll(named)) {
    const number = monthOf((month ?? '').toLowerCase());
    if (number !== undefined) found.push(dayOf(Number(day), number, undefined, today));
  }
  for (const [, day] of note.matchAll(numbered)) {
    const thisMonth = dayOf(Number(day), Number(today.slice(5, 7)), today.slice(0, 4), today);
    const next = new Date(epochOf(`${today.slice(0, 7)}-01`));
    next.setUTCMonth(next.getUTCMonth() + 1);
    const [year = '', month = ''] = dayText(next.getTime()).split('-');
    found.push(thisMonth !== null && thisMonth >= today ? thisMonth : dayOf(Number(day), Number(month), year, today));
  }
  return found.flatMap((day) => day ?? []);
}

/**
 * The one day, other than the order's, to which the note moves it; null: it moves nothing, or nobody knows to which day.
 * @param orderDay the order's, `YYYY-MM-DD`
 * @param today `YYYY-MM-DD`
 */
export function notedDay(note: string, orderDay: string, today: string): NotedDay | null {
  if (note.length > longestNote || !quickTest.test(note) || either.test(note)) return null;
  const isMoved = moving.test(note);
  if (!isMoved && otherDays.test(note)) return null;
  const dates = datedDays(note, today);
  const isSaid = isMoved || delivering.test(note);
  const isAlone = isDateAlone(note);
  const days =
    dates.length > 0 || !(isSaid || isAlone)
      ? dates
      : [...relativeDay(note, orderDay, today), ...(isSaid ? weekdayOf(note, orderDay, today) : [])];
  const last = dayText(epochOf(today) + mostAhead * aDay);
  const others = new Set(days.filter((day) => day >= today && day <= last && day !== orderDay));
  const [day] = others;
  if (day === undefined || others.size > 1 || !(isSaid || isAlone)) return null;
  const time = clock.exec(note);
  return {
    day,
    time: time === null || Number(time[1]) > 23 ? null : `${(time[1] ?? '').padStart(2, '0')}:${time[2]}`,
  };
}

/** The next such day of the week after today, unless the order's own day is one. */
function weekdayOf(note: string, orderDay: string, today: string): string[] {
  const named = weekdays.findIndex((pattern) => pattern.test(note));
  if (named < 0 || new Date(epochOf(orderDay)).getUTCDay() === named) return [];
  const ahead = ((named - new Date(epochOf(today)).getUTCDay() + 6) % 7) + 1;
  return [dayText(epochOf(today) + ahead * aDay)];
}

/** Whether the date is all that the note says: «05.12 после 15:00». */
function isDateAlone(note: string): boolean {
  const bare = [named, numbered, secondDay, nextDay].reduce((text, pattern) => text.replace(pattern, ' '), note);
  return bare.replace(fillers, ' ').trim() === '';
}

/**
 * The day that «завтра» is: a remark is made on the order's day, when it could not be delivered, and no later than today; so
 * it is counted from that day where what comes of it is still to come, else from today.
 */
function relativeDay(note: string, orderDay: string, today: string): string[] {
  const days = secondDay.test(note) ? 2 : nextDay.test(note) ? 1 : 0;
  if (days === 0) return [];
  const after = (day: string): string => dayText(epochOf(day) + days * aDay);
  return [orderDay < today && after(orderDay) >= today ? after(orderDay) : after(today)];
}
