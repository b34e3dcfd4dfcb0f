/** Recognises the first cell of rows that are no orders: signatures, remarks, page numbers, headings. */
import { fold } from '../values/fold.ts';
import { statusSaysNotToSend } from '../values/not-to-send-words.ts';

const noteWords = [
  'ответственный',
  'ответственное лицо',
  'исполнитель',
  'составил',
  'составила',
  'подготовил',
  'подготовила',
  'утверждаю',
  'утвердил',
  'согласовано',
  'проверил',
  'проверила',
  'сдал',
  'сдала',
  'принял',
  'приняла',
  'получил',
  'отпустил',
  'отгрузил',
  'выдал',
  'директор',
  'руководитель',
  'бухгалтер',
  'главный бухгалтер',
  'гл бухгалтер',
  'менеджер',
  'оператор',
  'кладовщик',
  'курьер',
  'водитель',
  'экспедитор',
  'подпись',
  'м п',
  'мп',
  'печать',
  'примечание',
  'примечания',
  'комментарий',
  'внимание',
  'важно',
  'дата печати',
  'дата формирования',
  'дата выгрузки',
  'отчет сформирован',
  'сформировано',
  'выгружено',
  'страница',
  'стр',
  'лист',
  'организация',
  'склад',
  'период',
  'в том числе',
  'в т ч',
  'сумма прописью',
  'количество заказов',
  'кол во заказов',
  "mas'ul",
  "mas'ul shaxs",
  "mas'ul xodim",
  'tayyorladi',
  'tuzdi',
  'tasdiqlayman',
  'tasdiqladi',
  'tekshirdi',
  'topshirdi',
  'topshirdim',
  'qabul qildi',
  'qabul qildim',
  'direktor',
  'rahbar',
  'hisobchi',
  'bosh hisobchi',
  'buxgalter',
  'bosh buxgalter',
  'menejer',
  'operator',
  'kuryer',
  'haydovchi',
  'omborchi',
  'imzo',
  'imzosi',
  'muhr',
  'eslatma',
  'izoh',
  'diqqat',
  'muhim',
  'sahifa',
  'bet',
  'varaq',
  'tashkilot',
  'ombor',
  'davr',
  'shu jumladan',
  'buyurtmalar soni',
  'chop etilgan sana',
  'масъул',
  'масъул шахс',
  'масъул ходим',
  'тайёрлади',
  'тузди',
  'тасдиқлайман',
  'тасдиқлади',
  'текширди',
  'топширди',
  'қабул қилди',
  'раҳбар',
  'ҳисобчи',
  'бош ҳисобчи',
  'менежер',
  'ҳайдовчи',
  'омборчи',
  'имзо',
  'имзоси',
  'муҳр',
  'эслатма',
  'изоҳ',
  'диққат',
  'муҳим',
  'саҳифа',
  'бет',
  'варақ',
  'ташкилот',
  'омбор',
  'давр',
  'шу жумладан',
  'буюртмалар сони',
  'responsible',
  'responsible person',
  'prepared by',
  'approved by',
  'checked by',
  'signed by',
  'received by',
  'issued by',
  'delivered by',
  'signature',
  'stamp',
  'manager',
  'director',
  'accountant',
  'courier',
  'driver',
  'note',
  'notes',
  'remark',
  'remarks',
  'attention',
  'page',
  'print date',
  'date printed',
  'printed',
  'report generated',
  'generated',
  'exported',
  'organization',
  'warehouse',
  'period',
  'including',
  'number of orders',
  'thank you',
].map(fold);
const known: ReadonlySet<string> = new Set(noteWords);
const longestWord = Math.max(...noteWords.map((word) => word.split(' ').length));

/** A line to sign on, or a separator. */
const drawn = /_{3}|^[^\p{L}\p{N}]+$/u;
const label = /^\p{L}[^\d:]{0,40}:(?!\S*\/\/)/u;

/** Whether the text is a label (`Сдал:`), a line to sign on, or begins like a signature, remark or page number. */
export function isNoteText(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '') return false;
  if (label.test(trimmed) || drawn.test(trimmed)) return true;
  const begin = fold(trimmed).split(' ').slice(0, longestWord);
  return begin.some((_, at) => known.has(begin.slice(0, at + 1).join(' ')));
}

const orderWords: ReadonlySet<string> = new Set(
  [
    'заказ',
    'заявка',
    'накладная',
    'реализация',
    'счет',
    'документ',
    'буюртма',
    'ариза',
    'buyurtma',
    'zakaz',
    'ariza',
    'order',
    'invoice',
  ].map(fold),
);
const cancelled = /^(?:бекор|отмен|отказ|возврат|қайтар|кайтар|рад |bekor|qaytar|qaytgan|rad |cancel|return|refus)/iu;

/** Whether the text heads one order: `Заказ № 15 от 20.11`. */
export function isOrderHeading(text: string): boolean {
  return /\d/.test(text) && orderWords.has(fold(text).split(' ')[0] ?? '');
}

const archived =
  /^(?:архив|arxiv|archive|(?:стар|прошл|прежн|выполненн)\p{L}* (?:заказ|заявк)|(?:eski|otgan|эски|утган) (?:buyurtma|zakaz|буюртма|заказ)|(?:old|past|previous|completed) orders)/u;

/** Whether the text heads orders that are done: `АРХИВ — доставлено`, `Yetkazilganlar`. */
export function isDoneOrdersHeading(text: string): boolean {
  return !drawn.test(text) && (archived.test(fold(text)) || statusSaysNotToSend(text) === 'done');
}

const besideCancelled =
  /^(?:qil\p{L}*|қил\p{L}*|кил\p{L}*|et\p{L}*|эт\p{L}*|заказ\p{L}*|zakaz\p{L}*|buyurtma\p{L}*|буюртма\p{L}*|orders?|lar|лар|va|ва|и|and|за|день|kun\p{L}*|кун\p{L}*|\d+)$/u;

/** Whether a sheet of this name holds cancelled or returned orders: the name says that and nothing else, but for a day. */
export function isNameOfCancelled(name: string): boolean {
  const words = fold(name.replaceAll(/[-_.]/gu, ' ')).split(' ').filter(Boolean);
  const saysSo = (word: string): boolean => cancelled.test(`${word} `);
  return saysSo(words[0] ?? '') && words.every((word) => saysSo(word) || besideCancelled.test(word));
}

/** Whether the text heads orders that are cancelled or returned: `Bekor qilinganlar`. */
export function isCancelledOrdersHeading(text: string): boolean {
  return cancelled.test(text.trim());
}
