/** Parses sums of money in soʻm (docs/domain.md, decision 4 and «Numbers»). */
import type { Cell } from '../table/table.ts';
import { excerpt, readCellContent } from './cell-text.ts';
import {
  roundToExcelPrecision,
  bareIntegerOf,
  integerDigits,
  readNumeral,
  timesPowerOfTen,
  significantDigits,
  type Notation,
  type Numeral,
} from './numeral.ts';
import { noticeRemark, refusedCell, parsedValue, warningRemark, type Parsed, type ValueRemark } from './parsed.ts';
import { excelDigits } from './id-number.ts';
import { amountBesidePayment, saysPaid } from './payment-words.ts';

export type MoneyField = 'price' | 'discount' | 'final_price';

/** Fast path for most cells with more than digits: «95 000», «95 000,00 soʻm». */
const usualSum =
  /^(\d{1,3}(?:[ \u00A0\u202F]\d{3}){0,4}|\d{1,15})(?:[.,]0{1,2})?(?:\s?(?:so['‘’ʻʼ`]m|сум|сўм|sum|uzs))?$/i;

const som =
  /^(?:som|sum|сом|сум|uzs|s|с)(?!\p{L})\.?\s*|\s*(?<!\p{L})(?:som|sum|сом|сум|uzs|s|с)(?:lar|ов|ы|а|dan|ga)?\.?$/u;
const otherCurrency = new RegExp(
  String.raw`[$€£₽₸¥]|(?:^|[\s\d.,])(?:usd|eur|euro|rub|rur|kzt|cny|gbp|дол(?:л(?:ар\p{L}*)?)?|` +
    String.raw`dol(?:lar\p{L}*)?|руб(?:л\p{L}*)?|rubl?|тенге|tenge|юан\p{L}*|евро|у\.?\s?е|y\.?\s?e)\.?$|` +
    '^(?:usd|eur|rub|kzt)',
  'u',
);
const multipliers: readonly (readonly [RegExp, number])[] = [
  [/\s*(?:ming|минг|тыс(?:яч\p{L}*)?\.?|k|к)$/u, 3],
  [/\s*(?:mln|млн|million|миллион\p{L}*)\.?$/u, 6],
];

/** A whole number of soʻm ≥ 0. Never rounds: a fraction, another currency, a percentage and a negative sum are refused. */
export function parseMoney(cell: Cell, field: MoneyField): Parsed<number> {
  const bare = bareIntegerOf(cell);
  if (bare !== undefined) return parsedValue(bare);
  const usual = cell.kind === 'text' ? usualSum.exec(cell.text) : null;
  if (usual?.[1] !== undefined) return parsedValue(Number(usual[1].replace(/\D/g, '')));
  const content = readCellContent(cell, field === 'discount' ? ['number', 'percent'] : ['number'], { field });
  if (content.kind !== 'content') return content;
  const shown = { field, value: excerpt(content.text) };
  const text = content.text.toLowerCase().replace(/[ўё]/g, (letter) => (letter === 'ў' ? 'у' : 'е'));
  if (cell.kind === 'percent' || /^%|%$/.test(text))
    return refusedCell(field === 'discount' ? 'values.discountPercent' : 'values.isPercent', shown);
  if (otherCurrency.test(text)) return refusedCell('values.otherCurrency', shown);
  const spelled = text.replace(/(?<=\p{L})[ʻʼ‘’‛′`´']|[ʻʼ‘’‛′`´'](?=\p{L})/gu, '');
  const beside = field === 'discount' ? null : amountBesidePayment(spelled);
  const { number, power } = withoutWords(beside ?? spelled);
  const unsigned = unsignedOf(number);
  if (unsigned.negative) return refuseNegative(unsigned.text, field, shown);
  const notation: Notation = cell.kind === 'number' ? 'numberCell' : 'typed';
  const numeral = readNumeral(unsigned.text, notation);
  if (!numeral) return refusedCell('values.numberUnreadable', shown);
  if (power > 0 && numeral.ambiguous) return refusedCell('values.numberAmbiguous', shown);
  const som = somFromNumeral(numeral, power, { cell, text: unsigned.text, shown, field, remarks: content.remarks });
  return beside === null ? som : withPayment(som, content.text, shown);
}

/** Says of the words beside an amount that they are not sent; what was paid the courier must not take again. */
function withPayment(
  parsed: Parsed<number>,
  text: string,
  { field, value }: MoneyCellContext['shown'],
): Parsed<number> {
  if (parsed.kind !== 'value') return parsed;
  const remark = saysPaid(text)
    ? warningRemark('orders.paidAlready', { value })
    : noticeRemark('values.amountWithWords', { field, example: value, read: parsed.value });
  return parsedValue(parsed.value, ...parsed.remarks, remark);
}

interface MoneyCellContext {
  readonly cell: Cell;
  readonly text: string;
  readonly shown: { readonly field: string; readonly value: string };
  readonly field: MoneyField;
  readonly remarks: readonly ValueRemark[];
}

function somFromNumeral(
  numeral: Numeral,
  power: number,
  { cell, text, shown, field, remarks }: MoneyCellContext,
): Parsed<number> {
  const whole = timesPowerOfTen(numeral, power);
  const exact = whole && integerDigits(whole);
  const read = exact ?? (whole && integerDigits(roundToExcelPrecision(whole)));
  if (whole === undefined) return refusedCell('values.numberTooLarge', shown);
  if (read === undefined) return refusedCell('values.fraction', shown);
  if (read.length > excelDigits || (exact !== undefined && significantDigits(whole) > excelDigits))
    return refusedCell('values.numberTooLarge', shown);
  const said: ValueRemark[] = [...remarks];
  if (exact === undefined) said.push(noticeRemark('values.excelNoise', { ...shown, read: Number(read) }));
  // No `value` among the parameters: the whole column is one cause in the list, with an example.
  if (numeral.ambiguous)
    said.push(noticeRemark('values.thousandsGroup', { field, example: shown.value, read: Number(read) }));
  if (cell.kind === 'text' && /e/.test(text))
    said.push(warningRemark('values.exponent', { ...shown, read: Number(read) }));
  return parsedValue(Number(read), ...said);
}

function withoutWords(text: string): { readonly number: string; readonly power: number } {
  const number = text.replace(som, '').trim();
  for (const [word, power] of multipliers) {
    if (word.test(number)) return { number: number.replace(word, ''), power };
  }
  // Kopecks after a dash («5 000-00»), and «5 000,-».
  return { number: number.replace(/[-–—](\d\d)$/, '.$1').replace(/,[-–—]$/, ''), power: 0 };
}

function unsignedOf(text: string): { readonly text: string; readonly negative: boolean } {
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed) return { text: bracketed[1] ?? '', negative: true };
  const signed = /^([-−–—+])\s*(.*)$/.exec(text) ?? undefined;
  if (signed) return { text: signed[2] ?? '', negative: signed[1] !== '+' };
  return /\d[-−–—]$/.test(text) ? { text: text.slice(0, -1), negative: true } : { text, negative: false };
}

function refuseNegative(
  unsigned: string,
  field: MoneyField,
  shown: { readonly field: string; readonly value: string },
): Parsed<number> {
  const numeral = readNumeral(unsigned, 'typed');
  if (!numeral) return refusedCell('values.numberUnreadable', shown);
  const digits = integerDigits(numeral);
  // A discount is often written as a negative number; a negative price is a return.
  return refusedCell(
    'values.negative',
    shown,
    field === 'discount' && digits !== undefined && digits.length <= excelDigits ? digits : undefined,
  );
}
