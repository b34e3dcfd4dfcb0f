/** Parses order ids (docs/domain.md, decision 11). */
import type { Cell } from '../table/table.ts';
import { excerpt } from './cell-text.ts';
import { parsedValue, parsedValueWith, warningRemark, type Parsed } from './parsed.ts';
import { largestInt32, readId } from './id-number.ts';

/** Words around an order's number: «Заказ № 4502», «Реализация 1441 от 24.11.2026», «1203-buyurtma». */
const worded =
  /^(?:(?:заказ\p{L}*|зак\.?|order|buyurtma\p{L}*|буюртма\p{L}*|zakaz\p{L}*|реализация|накладная|накл\.?|отгрузка|продажа|док\.?|доставка|yetkazish|sotuv|savdo|сч[её]т|документ|invoice|заявка|ariza|ариза|чек|chek)(?:\s+(?:покупателя|клиента|товаров|товаров и услуг|raqami|рақами|номер))?\s*(?:№|#|no\.?|n\.)?\s*0*([1-9]\d{0,14})|(?:№|#)?\s*0*([1-9]\d{0,14})\s*[-–]?\s*(?:(?:sonli|сонли|raqamli|рақамли)\s+)?(?:-?(?:buyurtma|буюртма|заказ|zakaz|order)))(?:\s*(?:от|на|dan|дан|,)\s*\d{1,2}[./-]\d{1,2}.*)?$|^(?:№|#)?\s*0*([1-9]\d{0,14})\s+(?:от|на)\s+\d{1,2}[./-]\d{1,2}.*$/iu;

/** The number of an order's text that has words around it; null: it has none, or other ones. */
export function wordedOrderNumber(text: string): string | null {
  const found = worded.exec(text.trim());
  return found === null ? null : (found[1] ?? found[2] ?? found[3] ?? null);
}

/** An integer ≥ 1: `1001`, `#1001`, `№ 1001`, `1001.0`, `01001`; letters, fractions and scientific text are refused. */
export function parseOrderId(cell: Cell): Parsed<number> {
  const among = cell.kind === 'text' && /[\p{L}\s]/u.test(cell.text) ? wordedOrderNumber(cell.text) : null;
  const id = readId(among === null ? cell : { kind: 'text', text: among }, 'orderId', /^[#№]\s*/);
  if (id.kind !== 'number') return id;
  if (id.number <= largestInt32) return parsedValueWith(id.number, id.remarks);
  return parsedValue(id.number, ...id.remarks, warningRemark('values.orderId.large', { value: excerpt(id.text) }));
}
