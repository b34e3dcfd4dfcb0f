/** Month words in Uzbek (Latin and Cyrillic), Russian and English, as locales, exports and people write them. */

const monthWords: readonly (readonly string[])[] = [
  ['yanvar', 'yan', 'январь', 'января', 'январ', 'янв', 'january', 'jan'],
  ['fevral', 'fevr', 'fev', 'февраль', 'февраля', 'феврал', 'февр', 'фев', 'february', 'feb'],
  ['mart', 'mar', 'март', 'марта', 'мар', 'march'],
  ['aprel', 'apr', 'апрель', 'апреля', 'апрел', 'апр', 'april'],
  ['may', 'май', 'мая'],
  ['iyun', 'iyn', 'июнь', 'июня', 'июн', 'june', 'jun'],
  ['iyul', 'iyl', 'июль', 'июля', 'июл', 'july', 'jul'],
  ['avgust', 'avg', 'август', 'августа', 'авг', 'august', 'aug'],
  ['sentyabr', 'sentabr', 'sent', 'sen', 'сентябрь', 'сентября', 'сентябр', 'сент', 'сен', 'september', 'sept', 'sep'],
  ['oktyabr', 'oktabr', 'okt', 'октябрь', 'октября', 'октябр', 'окт', 'october', 'oct'],
  ['noyabr', 'noy', 'ноябрь', 'ноября', 'ноябр', 'нояб', 'ноя', 'november', 'nov'],
  ['dekabr', 'dek', 'декабрь', 'декабря', 'декабр', 'дек', 'december', 'dec'],
];

const months: ReadonlyMap<string, number> = new Map(
  monthWords.flatMap((spellings, index) => spellings.map((word) => [word, index + 1] as const)),
);

/** The month (1 … 12) of a lower-case month word, or undefined. */
export function monthOf(word: string): number | undefined {
  return months.get(word);
}

/** Regular expression source for any month word, with Uzbek case endings; one group. */
export const monthPattern = `(${[...months.keys()].sort((a, b) => b.length - a.length).join('|')})(?:da|ga|dan|да|га|дан)?(?!\\p{L})`;

/** Regular expression source for a weekday, which adds nothing to the date. */
export const weekdayPattern =
  '(?:dushanba|seshanba|chorshanba|payshanba|juma|shanba|yakshanba|душанба|сешанба|чоршанба|пайшанба|жума|шанба|якшанба' +
  '|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|пн|вт|ср|чт|пт|сб|вс' +
  '|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)';
