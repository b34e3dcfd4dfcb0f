/** Parses the fulfilment status (docs/domain.md, decisions 5, 6 and 39). */
import type { Cell } from '../table/table.ts';
import { excerpt, readCellContent } from './cell-text.ts';
import { allowedMistakes, editDistance } from './edit-distance.ts';
import { fold } from './fold.ts';
import { noticeRemark, refusedCell, parsedValue, type Parsed } from './parsed.ts';

/** The API document's names of the statuses, and other words for them. */
const statuses: readonly { readonly number: number; readonly name: string; readonly others: readonly string[] }[] = [
  { number: 1, name: 'Yangi', others: ['new', 'новый', 'новое', 'новая', 'янги', 'pending', 'первичный контакт'] },
  {
    number: 2,
    name: 'Yigʻilmoqda',
    others: [
      'jarayonda',
      'tayyorlanmoqda',
      'йиғилмоқда',
      'жараёнда',
      'собирается',
      'на сборке',
      'в сборке',
      'processing',
      'picking',
      'assembling',
    ],
  },
  {
    number: 3,
    name: 'Yopildi',
    others: [
      'bajarildi',
      'yakunlandi',
      'ёпилди',
      'бажарилди',
      'закрыт',
      'завершён',
      'выполнен',
      'closed',
      'completed',
      'done',
      'yetkazildi',
      'етказилди',
      'доставлен',
      'доставлено',
      'delivered',
    ],
  },
  {
    number: 4,
    name: 'Yuklandi',
    others: ['joʻnatildi', 'юкланди', 'жўнатилди', 'отгружен', 'отправлен', 'shipped', 'loaded', 'dispatched'],
  },
  {
    number: 5,
    name: 'Rejalashtirildi',
    others: ['rejada', 'режалаштирилди', 'запланирован', 'отложен', 'scheduled', 'planned'],
  },
  {
    number: 6,
    name: 'Bekor qilindi',
    others: [
      'bekor',
      'otkaz',
      'бекор',
      'бекор қилинди',
      'отменён',
      'отмена',
      'отказ',
      'cancelled',
      'canceled',
      'refused',
    ],
  },
  {
    number: 7,
    name: 'Ochildi',
    others: ['qayta ochildi', 'очилди', 'открыт', 'переоткрыт', 'open', 'opened', 'reopened'],
  },
];

/** Words of payment and of foreign shops that look like a status but do not determine this one. */
const foreignWords: ReadonlySet<string> = new Set(
  [
    'fulfilled',
    'unfulfilled',
    'partial',
    'partially fulfilled',
    'paid',
    'unpaid',
    'partially paid',
    'refunded',
    'partially refunded',
    'authorized',
    'voided',
    'restocked',
    'on hold',
    'failed',
    'toʻlandi',
    'toʻlangan',
    'тўланди',
    'тўланган',
    'оплачен',
    'оплачено',
    'не оплачен',
    'не оплачено',
  ].map(fold),
);

const byName: ReadonlyMap<string, number> = new Map(statuses.map(({ number, name }) => [fold(name), number]));
const byWord: ReadonlyMap<string, number> = new Map(
  statuses.flatMap(({ number, others }) => others.map((word) => [fold(word), number] as const)),
);

/** The API document's name of a status (1 … 7), in Uzbek. */
export function statusName(status: number): string | undefined {
  return statuses.find(({ number }) => number === status)?.name;
}

/**
 * 1 … 7, from a number or a word in uz, ru or en; a word that is not the API document's own gives a notice. Whether the
 * status may be sent at creation is decided by the order's check.
 */
export function parseStatus(cell: Cell): Parsed<number> {
  const content = readCellContent(cell, ['number']);
  if (content.kind !== 'content') return content;
  const shown = { value: excerpt(content.text) };
  const number = /^0*([1-7])(?:[.,]0+)?$/.exec(content.text);
  if (number) return parsedValue(Number(number[1]), ...content.remarks);
  const word = fold(content.text.replace(/^[1-7]\s*[-–—.)]\s*(?=\p{L})/u, ''));
  const named = byName.get(word);
  if (named !== undefined) return parsedValue(named, ...content.remarks);
  const meant = byWord.get(word);
  if (meant !== undefined)
    return parsedValue(
      meant,
      ...content.remarks,
      noticeRemark('values.statusWord', { ...shown, status: meant, name: statusName(meant) ?? '' }),
    );
  if (foreignWords.has(word)) return refusedCell('values.statusForeign', shown);
  return refusedCell('values.statusUnknown', shown, nearest(word));
}

function nearest(word: string): string | undefined {
  const limit = allowedMistakes(word.length);
  if (limit === 0) return undefined;
  for (const [name, number] of [...byName, ...byWord]) {
    if (name.length > 3 && editDistance(word, name, limit) <= limit) return statusName(number);
  }
  return undefined;
}
