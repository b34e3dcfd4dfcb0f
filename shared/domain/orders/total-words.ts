/** Words that begin a row of sums. */
import { fold } from '../values/fold.ts';

const words = ['jami', 'жами', 'umumiy', 'умумий', 'hammasi', 'хаммаси', 'итого', 'итог', 'всего', 'общая сумма', 'общий итог', 'total', 'subtotal', 'grand total', 'sum total'].map(fold);
/** Most cells end here. */
const beginning = /^\s*(?:jami|жами|umumiy|умумий|hammasi|[хҳ]аммаси|итог|всего|общ|(?:sub|grand |sum )?total)/iu;
const longest = 60;

/** Whether a cell says that its row sums up others. */
export function isTotalText(text: string): boolean {
  if (text.length > longest || !beginning.test(text)) return false;
  const folded = fold(text);
  return words.some((word) => folded === word || folded.startsWith(`${word} `));
}
