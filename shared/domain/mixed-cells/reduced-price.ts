/** Reads a cell that holds the price, what comes off and what is left: «150 000 - 10 000 = 140 000». */
import type { MessageText } from './message-text.ts';

const sum = "(\\d{1,3}(?:[ .,\\u00A0]\\d{3})+|\\d{1,9})(?:[.,]00)?\\s*(?:so['‘’ʻʼ`]?m|сум\\p{L}*|сўм|sum|uzs)?";
const plain = new RegExp(`^${sum}$`, 'iu');
const reduced = new RegExp(`^${sum}\\s*[-−–—]\\s*(?:${sum}|\\d{1,2}(?:[.,]\\d+)?\\s*%)\\s*=\\s*${sum}$`, 'iu');

const digits = (text: string): number => Number(text.replace(/\D/gu, ''));

/** Price and discount; the price alone where the text is one sum; without parts where the numbers do not add up. */
export function readReducedPrice(text: string): MessageText {
  const none: MessageText = { parts: [], rest: text };
  const alone = plain.exec(text.trim())?.[1];
  if (alone !== undefined) return { parts: [{ meaning: 'price', text: String(digits(alone)), label: null }], rest: '' };
  const [, price, discount, left] = reduced.exec(text.trim()) ?? [];
  if (price === undefined || left === undefined) return none;
  const off = digits(price) - digits(left);
  if (off <= 0 || digits(left) <= 0 || (discount !== undefined && digits(discount) !== off)) return none;
  return {
    parts: [
      { meaning: 'price', text: String(digits(price)), label: null },
      { meaning: 'discount', text: String(off), label: null },
    ],
    rest: '',
  };
}
