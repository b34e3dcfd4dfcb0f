/** Reads a product's name with the WMS's id beside it: «Choynak (ID 31)», «Чайник [id: 31]». */
import type { MessageText } from './message-text.ts';

const named = /^(.*\p{L}.*?)\s*[([]\s*(?:id|ид|айди)\s*[:№#=]?\s*(\d{1,9})\s*[)\]]\s*$/iu;

/** The name and the id; without parts where the text has no id in brackets. */
export function readNamedId(text: string): MessageText {
  const found = named.exec(text.trim());
  if (found?.[1] === undefined || found[2] === undefined) return { parts: [], rest: text };
  return {
    parts: [
      { meaning: 'product_name', text: found[1], label: null },
      { meaning: 'client_product_id', text: found[2], label: null },
    ],
    rest: '',
  };
}
