/**
 * What a line between the orders says of those below it: cancelled, sent already, drafts, of yesterday, new; read as the
 * same words in a status column are (docs/domain.md, «Rows that are no orders»).
 */
import { regionInAddress } from '../regions/region-in-address.ts';
import { saysCancelled } from '../values/cancelled-words.ts';
import { fold } from '../values/fold.ts';
import { noteSaysNotToSend, statusSaysNotToSend, type NotToSend } from '../values/not-to-send-words.ts';
import { isNoteText, isOrderHeading } from './note-words.ts';

/** Why the orders below are hardly to be sent; null: nothing of that kind. */
export type HeadSays = NotToSend | 'cancelled' | null;

const cancelledBegin = /^(?:бекор|отмен|отказ|возврат|кайтар|рад |bekor|qaytar|qaytgan|rad |cancel|return|refus)/u;
const archived =
  /^(?:архив|arxiv|archive|(?:стар|прошл|прежн|выполненн)\p{L}* (?:заказ|заявк)|(?:eski|otgan|эски|утган) (?:buyurtma|zakaz|буюртма|заказ)|(?:old|past|previous|completed) orders)/u;
/** Of an earlier day, though nothing says what became of them. */
const earlier =
  /^(?:(?:kecha|кеча|вчера|yesterday)(?: |$)|kechagi|кечаги|вчерашн|за вчера|yesterdays|(?:старые|прежние|предыдущие|прошлые|eski|eskilar|эски|эскилар|avvalgi|oldingi|аввалги|олдинги|old|previous)(?:lar|лар)?$|(?:прошл|предыдущ)\p{L}* (?:дн|недел|раз)|(?:otgan|утган) (?:kun|hafta|кун|хафта))/u;
/** New ones, those of today, those that are still to go. */
const fresh =
  /^(?:нов(?:ые|ый|ая|ых)(?: |$)|yangi(?:lar)?(?: |$)|янги(?:лар)?(?: |$)|new(?: |$)|bugun|бугун|сегодня|на сегодня|today|к отправ|к отгруз|на отправ|на отгруз|на доставк|отправить|yuboriladi|yuborish|jonatiladi|jonatish|юборилади|юбориш|жунатилади|жунатиш|(?:hali )?(?:yuboril|jonatil)ma|(?:хали )?(?:юборил|жунатил)ма|(?:еще )?не отправлен|(?:еще )?не отгружен|неотправлен|not (?:yet )?sent|unsent|to (?:send|ship)|актуальн|в работе)/u;
/** What stands before the word that tells: «УЖЕ отправлено», «Заказы отменённые», «01.12 отправлено». */
const before =
  /^(?:(?:\d{1,4}|уже|все|заказы|заявки|allaqachon|аллакачон|buyurtmalar|zakazlar|буюртмалар|заказлар|already|orders) )+/u;
const numbersBehind = /(?: \d{1,4}| (?:г|год|yil|йил|шт|ta|та|dona))+$/u;
/** A part of the day, of which nothing need be asked. */
const dayPart = /^(?:утр|вечер|обед|день|дневн|ночн|ertalab|kech|tush|эрталаб|кеч|туш|morning|evening|afternoon)/u;
const several = /(?:^| )(?:и|va|ва|and)(?: |$)/u;

function bareOf(text: string): string {
  return fold(text).replace(before, '').replace(numbersBehind, '');
}

function wordsIn(folded: string): number {
  return folded.split(' ').length;
}

/** What a title above the headings says of the whole table, in words that nothing else is meant by. */
export function titleSays(text: string): Extract<HeadSays, 'cancelled' | 'done'> | null {
  const bare = bareOf(text);
  if (cancelledBegin.test(bare)) return 'cancelled';
  return archived.test(bare) ||
    archived.test(fold(text)) ||
    (!/_{3}/.test(text) && statusSaysNotToSend(bare) === 'done')
    ? 'done'
    : null;
}

/** What a line that stands alone between the orders says of those below it. */
export function sectionSays(text: string): HeadSays {
  // A line to sign on, or the heading of one order.
  if (/_{3}/.test(text) || isOrderHeading(text)) return null;
  const bare = bareOf(text);
  if (fresh.test(bare)) return null;
  const title = titleSays(text);
  if (title !== null) return title;
  if (earlier.test(bare)) return 'earlier';
  if (isNoteText(text)) return null;
  const says = statusSaysNotToSend(bare);
  if (says !== null) return says;
  if (wordsIn(bare) > 4) return null;
  if (saysCancelled(text) && !several.test(bare)) return 'cancelled';
  return noteSaysNotToSend(bare) ? 'notToSend' : null;
}

/** Whether a line heads orders that are to go: «НОВЫЕ», «Bugungi buyurtmalar». */
export function headsFresh(text: string): boolean {
  return fresh.test(bareOf(text));
}

/** Whether a line goes on with what is above it: «Стр. 2 из 3», «(продолжение)». */
export function goesOn(text: string): boolean {
  return /(?:^|\s|\()(?:стр|страница|лист|page|bet|sahifa|varaq|бет|саҳифа|варақ)\.?\s*\d|\d\s*-?\s*(?:bet|sahifa|varaq|бет|саҳифа)(?:\s|$)|продолжени|davomi|давоми|continued/iu.test(
    text,
  );
}

/**
 * Whether a line might say what becomes of the orders below it in words that nobody knows; days, hours, places and labels
 * («Kuryer: Bahodir») say something else.
 */
export function mayBeSection(text: string): boolean {
  const bare = fold(text);
  return (
    /\p{L}{3}/u.test(text) &&
    !/\d/.test(text) &&
    !isNoteText(text) &&
    wordsIn(bare) <= 4 &&
    !dayPart.test(bare) &&
    regionInAddress(text) === undefined
  );
}
