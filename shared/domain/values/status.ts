/** The fulfilment status (docs/domain.md, decisions 5, 6 and 39). */
import type { Cell } from '../table.ts';
import { blank, refusal, value, type Parsed } from './parsed.ts';

/** 1 … 7, from a number or a word in uz, ru or en. Whether the status may be sent at creation is the order's check. */
export function parseStatus(cell: Cell): Parsed<number> {
  const text = cell.text.trim();
  if (text === '') return blank;
  return /^[1-7]$/.test(text) ? value(Number(text)) : refusal('values.status-unknown', { value: text });
}
