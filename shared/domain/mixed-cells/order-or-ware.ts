/**
 * Reads a cell of a report that has its orders and their wares one below the other in one column: «Заказ № 812», and below it
 * «Чай зелёный 250 г».
 */
import { wordedOrderNumber } from '../values/order-id.ts';
import type { MessageText } from './message-text.ts';

/** The order's number, or the ware; without parts where the cell is blank. */
export function readOrderOrWare(text: string): MessageText {
  const clean = text.trim();
  if (!/\p{L}{2}/u.test(clean)) return { parts: [], rest: text };
  const number = wordedOrderNumber(clean);
  return {
    parts: [
      number === null
        ? { meaning: 'product_name', text: clean, label: null }
        : { meaning: 'order_id', text: number, label: null },
    ],
    rest: '',
  };
}

/** Fewest orders, and fewest wares, that show a column of both. */
const fewest = 2;

/** Whether the texts, in the order of their rows, are orders with their wares below them. */
export function areOrdersAndWares(texts: readonly string[]): boolean {
  const first = texts[0] === undefined ? null : wordedOrderNumber(texts[0].trim());
  if (first === null) return false;
  const orders = texts.filter((text) => wordedOrderNumber(text.trim()) !== null).length;
  return orders >= fewest && texts.length - orders >= fewest;
}
