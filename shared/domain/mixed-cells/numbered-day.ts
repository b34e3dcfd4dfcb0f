/** Reads an order's number with the day of delivery behind it and nothing else: «1521 / 02.12.2026 15:00», «№1521, 02.12.2026». */
import type { MessageText } from './message-text.ts';
import { dateAtStart } from './part-kinds.ts';

const numbered = /^\s*((?:№|#|N[o°]?\.?)?\s*\d{1,9})(?:\s*[|;,]\s*|\s+[/–—-]\s+)(\d{1,4}[./-]\d{1,2}[./-]\d.*)$/su;

/** Quick test whether a text may be one. */
export const mayBeNumberedDay =
  /^\s*(?:№|#|N[o°]?\.?)?\s*\d{1,9}(?:\s*[|;,]\s*|\s+[/–—-]\s+)\d{1,4}[./-]\d{1,2}[./-]\d/u;

/** The number and the day; without parts where the text is anything else. */
export function readNumberedDay(text: string): MessageText {
  const found = numbered.exec(text);
  const day = found?.[2] === undefined ? undefined : dateAtStart(found[2].trim());
  if (found?.[1] === undefined || day === undefined || day.rest !== '') return { parts: [], rest: text };
  return {
    parts: [
      { meaning: 'order_id', text: found[1], label: null },
      { meaning: 'scheduled_at', text: day.date, label: null },
    ],
    rest: '',
  };
}
