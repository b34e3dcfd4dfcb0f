/** Reads a cell that holds how many and, in brackets, of what size or colour: «1 (M)», «2 шт (красный)». */
import type { MessageText } from './message-text.ts';

const count = '(\\d{1,4})\\s*(?:dona|дона|ta|та|шт|pcs)?\\.?';
const plain = new RegExp(`^${count}$`, 'iu');
const sized = new RegExp(`^${count}\\s*[([]\\s*([^()[\\]]*\\p{L}[^()[\\]]*?)\\s*[)\\]]$`, 'iu');
/** «2 (24 dona)», «1 (блок)» say how many in another way. */
const unit =
  /(?<!\p{L})(?:dona|дона|ta|та|шт\p{L}*|pcs|kg|кг|blok|блок|quti|қути|кути|кор\p{L}*|уп\p{L}*|пач\p{L}*|juft|жуфт|пар[аы]?|box|pack|set)(?!\p{L})/iu;

/** Quantity and size; the quantity alone where nothing stands behind it. */
export function readSizedCount(text: string): MessageText {
  const alone = plain.exec(text.trim())?.[1];
  if (alone !== undefined) return { parts: [{ meaning: 'quantity', text: alone, label: null }], rest: '' };
  const [, quantity, detail] = sized.exec(text.trim()) ?? [];
  if (quantity === undefined || detail === undefined || unit.test(detail)) return { parts: [], rest: text };
  return {
    parts: [
      { meaning: 'quantity', text: quantity, label: null },
      { meaning: 'wareDetail', text: detail, label: null },
    ],
    rest: '',
  };
}
