/** Splits a heading into its folded name and what its units and marks say. */
import { fold } from '../values/fold.ts';
import { withHyphensWrittenOut } from './hyphenated.ts';

export interface FoldedHeading {
  /** Folded words. */
  readonly words: readonly string[];
  /** The words without spaces: «order_id», «Order ID» and «orderID» are one. */
  readonly key: string;
  /** «Chegirma %» */
  readonly percent: boolean;
  /** «(кг)», «₸», «₽»: a unit that is neither soʻm nor pieces. */
  readonly foreignUnit: boolean;
  /** «(ming soʻm)», «тыс.»: sums stand in thousands. */
  readonly thousands: boolean;
  /** «(dona)», «, шт.» */
  readonly pieces: boolean;
}

const unitWords = {
  som: new Set(['som', 'sum', 'сум', 'сом', 'uzs', 'сумм']),
  pieces: new Set(['dona', 'дона', 'шт', 'штук', 'ta', 'та', 'pcs', 'pc']),
  thousands: new Set(
    ['ming', 'минг', 'тыс', 'тысяч', 'в тыс', 'в тысячах', 'x1000', 'х1000', 'тыс сум', 'тыс сумов'].flatMap((word) => [
      word,
      ...['som', 'sum', 'сум', 'сом', 'сумм', 'uzs'].map((unit) => `${word} ${unit}`),
    ]),
  ),
  foreign: new Set([
    'кг',
    'kg',
    'г',
    'гр',
    'л',
    'l',
    'м',
    'м2',
    'м3',
    'тонн',
    'тн',
    '₸',
    '₽',
    '$',
    '€',
    'usd',
    'eur',
    'rub',
    'руб',
    'kzt',
    'у е',
    'кор',
    'уп',
    'quti',
    'litr',
    'metr',
    '₸ кг',
    '₽ кг',
    'сум кг',
    'som kg',
    '₸ шт',
    '₽ шт',
  ]),
};
type Unit = keyof typeof unitWords;

/** Folds a text as headings are compared: without the marks of Latin letters, which are often left out («wálayat», «sanı»). */
export function foldHeadingText(text: string): string {
  return fold(
    text
      .normalize('NFD')
      .replace(/(?<=[a-z])\p{M}+/giu, '')
      .normalize('NFC')
      .replace(/ı/g, 'i'),
  );
}

/** «Ф.И.О.», «F. I. Sh.»: letters with points are one word. */
function joinInitials(heading: string): string {
  return heading.replace(/(?<!\p{L})\p{L}\.\s?(?:\p{L}{1,2}\.\s?)+(?:\p{L}{1,2}(?!\p{L}))?/gu, (initials) => {
    const letters = initials.replace(/[.\s]/g, '');
    return letters.length > 2 ? `${letters} ` : initials;
  });
}

/** Folds a heading; folding `words` again changes nothing. */
export function foldHeading(heading: string): FoldedHeading {
  const units = new Set<Unit>();
  const bare = withHyphensWrittenOut(heading)
    .replace(/[\s*:]+$/, '')
    .replace(/\(([^()]*)\)|\[([^[\]]*)\]|,\s*([^,]*)$/g, (whole, round?: string, square?: string, tail?: string) => {
      const unit = unitOf(round ?? square ?? tail ?? '');
      if (unit) units.add(unit);
      return unit ? ' ' : whole;
    })
    .replace(/[\s,]+(?:ming|минг|тыс)\.?(?:\s*(?:so.?m|сўм|сум|sum|uzs)\.?)?$/iu, () => {
      units.add('thousands');
      return ' ';
    })
    .replace(/[₸₽$€]/g, () => {
      units.add('foreign');
      return ' ';
    });
  const words = foldHeadingText(splitCamel(joinInitials(bare)).replace(/[#№]/g, ' no ').replace(/_/g, ' '))
    .split(' ')
    .filter((word) => word !== '');
  return {
    words,
    key: words.join(''),
    percent: heading.includes('%'),
    foreignUnit: units.has('foreign'),
    pieces: units.has('pieces'),
    thousands: units.has('thousands'),
  };
}

function unitOf(text: string): Unit | undefined {
  const folded = text
    .toLowerCase()
    .replace(/[ʻʼ‘’'`´.]/g, '')
    .replace(/ў/g, 'у')
    .replace(/[/\s]+/g, ' ')
    .trim();
  return (Object.keys(unitWords) as Unit[]).find((unit) => unitWords[unit].has(folded));
}

/** `shipPostalCode` → `ship Postal Code`; `ORDERNUMBER` and `orderID` stay whole words. */
function splitCamel(heading: string): string {
  return heading.replace(/([a-z])([A-Z])/g, '$1 $2');
}
