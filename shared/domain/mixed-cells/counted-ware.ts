/** Reads a cell that holds a ware's number, how many and the sum of them: «31 x 2 = 300000», «A-12 × 3 шт = 75 000 сум». */
import type { MessageText } from './message-text.ts';

const times = '[x×х*✕]';
const sum = "(\\d{1,3}(?:[ .\\u00A0]\\d{3})+|\\d{4,9})(?:[.,]00)?\\s*(?:so['‘’ʻʼ`]?m|сум\\p{L}*|сўм|sum|uzs)?";
const counted = new RegExp(
  `^#?([\\p{L}]{0,4}[-_]?\\d{1,9})\\s*${times}\\s*(\\d{1,4})\\s*(?:dona|дона|ta|та|шт|pcs)?\\.?\\s*=\\s*${sum}$`,
  'iu',
);

/** Reads with the number as the WMS's id, or as the shop's code: only the heading can say which. */
export function readCountedWare(text: string, meaning: 'client_product_id' | 'product_code'): MessageText {
  const none: MessageText = { parts: [], rest: text };
  const [, ware, pieces, total] = counted.exec(text.trim()) ?? [];
  if (ware === undefined || pieces === undefined || total === undefined) return none;
  const [quantity, all] = [Number(pieces), Number(total.replace(/\D/gu, ''))];
  if (quantity === 0 || all % quantity !== 0) return none;
  // «2 x 150000 = 300000»: a quantity and a price.
  if (Number(ware) * quantity === all || (meaning === 'client_product_id' && !/^[1-9]\d*$/u.test(ware))) return none;
  return {
    parts: [
      { meaning, text: ware, label: null },
      { meaning: 'quantity', text: String(quantity), label: null },
      { meaning: 'price', text: String(all / quantity), label: null },
    ],
    rest: '',
  };
}
