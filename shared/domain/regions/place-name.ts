/** Splits a place's name into the name itself and the word for its kind («viloyati», «г.»). */
import { fold } from '../values/fold.ts';
import { olderLatin } from '../values/older-latin.ts';

export type PlaceType = 'region' | 'city' | 'district';

export interface PlaceName {
  readonly base: string;
  /** Null where no word gives the kind. */
  readonly type: PlaceType | null;
}

const typeWords: Readonly<Record<PlaceType, readonly string[]>> = {
  region: [
    'viloyati',
    'viloyat',
    'vil',
    'v',
    'вилояти',
    'вилоят',
    'вил',
    'в',
    'область',
    'обл',
    'области',
    'oblast',
    'oblasti',
    'obl',
    'region',
    'province',
    'регион',
    'respublikasi',
    'respublika',
    'resp',
    'республика',
    'республикаси',
    'респ',
    'republic',
    'r',
    'р',
    // Karakalpak, Kazakh and Kyrgyz.
    'республикасы',
    'respublikası',
    'облысы',
    'облыс',
    'облусу',
    'облус',
    'уәлаяты',
    'уәлаят',
    'wálayatı',
    'wálayat',
    'walayatı',
    'walayat',
  ],
  city: [
    'shahri',
    'shahar',
    'shaxri',
    'shaxar',
    'shaxari',
    'shahari',
    'sh',
    'шахри',
    'шахар',
    'шахари',
    'ш',
    'город',
    'гор',
    'г',
    'gorod',
    'gor',
    'g',
    'city',
    'town',
    'каласы',
    'кала',
    'к',
    'qalası',
    'qalasi',
    'qala',
    'шаары',
    'шаар',
  ],
  district: [
    'tumani',
    'tuman',
    'tum',
    't',
    'тумани',
    'туман',
    'тум',
    'т',
    'район',
    'рн',
    'rн',
    'rayon',
    'rayoni',
    'raion',
    'district',
    'районы',
    'rayonı',
    'ауданы',
    'аудан',
    'нохия',
    'нохияи',
  ],
};
const typeOf: ReadonlyMap<string, PlaceType> = new Map(
  (['region', 'city', 'district'] as const).flatMap((type) => typeWords[type].map((word) => [word, type] as const)),
);

/** Reads a name as typed: «г. Ташкент», «Buxoro vil.», «Shayxontohur t.», «Каракалпакстан Респ.». */
export function readPlaceName(text: string): PlaceName {
  let words = fold(olderLatin(text))
    .replace(/ (р|r) (н|n)$/, ' $1н')
    // «Фарғона в-ти», «Andijon v-ti».
    .replace(/ (?:в ти|v ti)$/, ' вил')
    .split(' ')
    .map(plainLatin);
  let type: PlaceType | null = null;
  for (const end of ['last', 'first'] as const) {
    const found: PlaceType | undefined =
      words.length > 1 ? typeOf.get((end === 'last' ? words.at(-1) : words[0]) ?? '') : undefined;
    if (!found || type) continue;
    type = found;
    words = end === 'last' ? words.slice(0, -1) : words.slice(1);
  }
  return { base: words.filter((word) => word !== 'of').join(' '), type };
}

/** Uzbek Latin spellings that differ by habit: Xorazm/Horazm/Khorazm, Qarshi/Karshi. */
function plainLatin(word: string): string {
  return typeOf.has(word) ? word : word.replace(/kh|x/g, 'h').replace(/q/g, 'k');
}
