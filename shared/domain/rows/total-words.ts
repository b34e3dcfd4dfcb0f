/** Recognises the words of a row of sums («Jami», «Итого»). */
import { fold } from '../values/fold.ts';

const words = [
  'jami',
  'жами',
  'umumiy',
  'умумий',
  'hammasi',
  'хаммаси',
  'итого',
  'итог',
  'всего',
  'к оплате',
  "to'lov uchun",
  'тўлов учун',
  'общая сумма',
  'общий итог',
  'total',
  'subtotal',
  'grand total',
  'sum total',
  'amount due',
].map(fold);
/** Last words of Excel's subtotals, after the group's name: «5001 Итог», «Varaq boʻyicha jami». */
const lastWords = ['jami', 'жами', 'итог', 'итого', 'всего', 'total', 'subtotal'].map(fold);
/** How many there are: «4 ta zakaz», «12 заказов». */
const counted = /^\d{1,4} (?:ta |та |dona |шт )?(?:zakaz|buyurtma|заказ|заявк|буюртма|orders)\p{L}*$/u;
/** Quick pre-test: most cells do not match. */
const mayBeTotal =
  /^\d{1,4} .*(?:za[kк]az|buyurtma|заказ|заявк|буюртма|orders)|jami|жами|umumiy|умумий|hammasi|[хҳ]аммаси|итог|всего|общ|оплате|uchun|учун|total|due/iu;
const longest = 60;
/** What follows the word in a row of sums, but not in a name that begins with it («Total Quartz 9000»). */
const ofSums = /^(?:[\d\s:.,=-]*$|(?:amount|sum|price|qty|quantity|count|order|item|page|due|for|of|per|to|by)\b)/u;

/** Whether a cell's text marks its row as a sum. */
export function isTotalText(text: string): boolean {
  if (text.length > longest || !mayBeTotal.test(text)) return false;
  const folded = fold(text);
  return (
    counted.test(folded) ||
    words.some((word) => folded === word || folded.startsWith(`${word} `)) ||
    lastWords.some((word) => folded.endsWith(` ${word}`))
  );
}

/** The same for a product's cell: a product name may begin or end with such a word. */
export function isTotalProduct(text: string): boolean {
  if (!isTotalText(text)) return false;
  const folded = fold(text);
  const word = words.find((known) => folded === known || folded.startsWith(`${known} `));
  return word !== undefined && (word !== fold('total') || ofSums.test(folded.slice(word.length).trim()));
}
