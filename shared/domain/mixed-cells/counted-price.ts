/** Reads a cell that holds how many and the price of one: «2 x 150 000», «2шт*150000 = 300000». */
import { countedPrice } from '../values/listed-products.ts';
import type { MessageText } from './message-text.ts';

/** Quantity and price; without parts where the text is anything else. */
export function readCountedPrice(text: string): MessageText {
  const found = countedPrice(text);
  return found === null
    ? { parts: [], rest: text }
    : {
        parts: [
          { meaning: 'quantity', text: String(found.quantity), label: null },
          { meaning: 'price', text: String(found.price), label: null },
        ],
        rest: '',
      };
}
